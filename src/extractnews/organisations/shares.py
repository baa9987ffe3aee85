"""Listed firms in reports of the stock market, which go by short names that are ordinary words.

`ارتفع سهم الإنماء بنسبة 2% والراجحي بنسبة 1%`: a name counts after a word of shares, in a list with firms, in
quotation marks or with a change of price beside it. A name that no list has counts between `سهم` and its price.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from extractnews.article import ScannedArticle
from extractnews.organisations.lexicon import Entry, OrganisationWords
from extractnews.words import (
    ADJECTIVE,
    FUNCTION,
    KNOWN,
    LATIN,
    NATIONALITY,
    NEWLINE,
    NOUN,
    NUMBER,
    PLACE,
    POSSESSED,
    PUNCTUATION,
    VERB,
)

MIN_MARKET_WORDS: Final = 3
"""How many different words of the market make an article one of it."""

_ORDINARY: Final = NOUN | ADJECTIVE | PLACE
_NO_NAME: Final = FUNCTION | PUNCTUATION | NEWLINE | NUMBER | POSSESSED
_MAX_NAME: Final = 5
_MAX_PRICE: Final = 20
_MAX_GLOSS: Final = 12
_PERCENT: Final = ("%", "المئه", "المائه", "بالمئه", "بالمائه")
_UNLISTED: Final = Entry("company", None, "market", "")


class Firm(NamedTuple):
    """A firm found: offsets in the view, its tokens [first, last), and its entry."""

    start: int
    end: int
    first: int
    last: int
    entry: Entry


def is_of_market(article: ScannedArticle, grammar: OrganisationWords) -> bool:
    """Whether an article is a report of the stock market."""
    if not article.hits("organisation.share"):
        return False
    forms = set(article.words.forms)
    return len(grammar.market_words & (forms | {form[1:] for form in forms})) >= MIN_MARKET_WORDS


class ShareReader:
    """Finds the firms of one article of the stock market.

    Args:
        article: the article.
        grammar: the word lists.
        named: offsets [start, end) of the bodies that need no such context, and whether each is a firm.
    """

    def __init__(self, article: ScannedArticle, grammar: OrganisationWords, named: list[tuple[int, int, bool]]) -> None:
        words = article.words
        self._article = article
        self._grammar = grammar
        self._text = article.text
        self._forms = words.forms
        self._classes = words.classes
        self._starts = words.starts
        self._ends = words.ends
        self._count = len(words)
        self._known: dict[int, Firm] = {}
        for index in range(self._count):
            firm = self._known_at(index)
            if firm is not None:
                self._known[index] = firm
        self._named: dict[int, int] = {}
        self._after_firms: list[int] = []
        for start, end, of_firm in named:
            last = bisect_right(self._starts, end - 1)
            self._named[bisect_right(self._starts, start) - 1] = last
            if of_firm:
                self._after_firms.append(last)
        self._walked: set[int] = set()
        self._found: dict[int, Firm] = {}

    def firms(self) -> list[Firm]:
        """The firms besides those that are named already."""
        # First the lists that words of shares introduce: a list is walked once.
        for hit in self._article.hits("organisation.share"):
            index = bisect_right(self._starts, hit.start) - 1
            word = self._text[hit.start : hit.end]
            if word in self._grammar.many_shares:
                self._read_list(index + 1, False)
            elif word in self._grammar.single_shares and self._form(index - 1) not in self._grammar.counts:
                self._read_list(index + 1, True)
        for last in self._after_firms:
            self._read_rest(last, [], of_shares=False)
        for firm in self._known.values():
            if self._stands_out(firm):
                self._keep([firm])
                self._read_rest(firm.last, [])
        for index in range(1, self._count - 1):
            if self._forms[index] == '"' and self._forms[index + 1] == "(" and self._is_priced_in_brackets(index):
                self._keep(self._quoted_before(index))
        return list(self._found.values())

    def _quoted_before(self, closing: int) -> list[Firm]:
        """The firm in quotation marks before a signed change of price: `"كذا" (+2.5 في المائة)`."""
        lowest = max(-1, closing - _MAX_NAME - 2)
        opening = next((i for i in range(closing - 1, lowest, -1) if self._forms[i] == '"'), None)
        if opening is None or opening + 1 in self._found:
            return []
        first = self._form(opening + 1).removeprefix("ال")
        grammar = self._grammar
        if first in grammar.portfolio or first in grammar.portfolio_nouns or "ال" + first in grammar.sectors:
            return []  # the index of a sector
        firm = self._quoted_at(opening + 1)
        return [] if firm is None else [firm]

    def _form(self, index: int) -> str:
        return self._forms[index] if 0 <= index < self._count else "\n"

    def _keep(self, firms: list[Firm]) -> None:
        for firm in firms:
            if firm.first not in self._named:
                self._found.setdefault(firm.first, firm)

    def _known_at(self, index: int) -> Firm | None:
        """The longest of the gazetteer's short names that stands at a token, after `و` or nothing."""
        firms, form = self._grammar.firms, self._forms[index]
        joined = form not in firms and form[0] == "و"
        found: Firm | None = None
        for words, entry in firms.get(form[joined:], ()):
            last = index + len(words)
            if self._forms[index + 1 : last] == words[1:] and (found is None or last > found.last):
                found = Firm(self._starts[index] + joined, self._ends[last - 1], index, last, entry)
        return found

    def _stands_out(self, firm: Firm) -> bool:
        """In quotation marks, or right before its price: `"كذا"`, `كذا (+2.5 في المائة)`, `هبط كذا 2%`."""
        # مؤشر "النقل" is a sector's, and "الرياض" a paper or a town.
        before = self._form(firm.first - 1)
        if self._classes[firm.first] & PLACE or self._text[firm.start : firm.end] in self._grammar.sectors:
            return False
        if before in ('"', "'") and self._form(firm.last) in ('"', "'"):
            return True
        if self._is_priced_in_brackets(firm.last):
            return True
        return before.removeprefix("و") in self._grammar.price_moves and self._is_priced(firm.last)

    # --- a list of firms

    def _read_list(self, index: int, one: bool) -> None:
        """The firms after a word of shares, one or several."""
        while self._form(index) in self._grammar.share_owners:
            index += 1
            one = one and self._form(index - 1) not in self._grammar.many_firms
        index += self._form(index) == ","
        quoted = self._form(index) == '"'
        index += quoted
        if index in self._named:
            self._read_rest(self._named[index], [])
            return
        firm = self._quoted_at(index) if quoted and one else self._firm_at(index, one, quoted)
        if firm is None:
            return
        # أسهم الاتصالات والنقل are those of two sectors, but not with a firm beside them.
        certain = one or quoted or not self._classes[index] & _ORDINARY
        if certain:
            self._keep([firm])
            self._read_rest(firm.last, [])
        else:
            self._read_rest(firm.last, [firm])

    def _read_rest(self, index: int, waiting: list[Firm], of_shares: bool = True) -> None:
        """The firms after one that ends at `index`.

        Those that wait count once a certain one follows. Besides a firm that no word of shares introduced every
        ordinary word waits that no price precedes: `أرامكو والمملكة`.
        """
        while index not in self._walked:
            self._walked.add(index)
            following = self._next_in_list(index)
            if following is None:
                return
            if following in self._named:
                self._keep(waiting)
                waiting = []
                index = self._named[following]
                continue
            quoted = self._form(following - 1) == '"'
            firm = self._firm_at(following, False, quoted)
            if firm is None:
                return
            sure = quoted or (of_shares and not waiting) or self._after_price(index) > index
            if not sure and self._classes[following] & _ORDINARY:
                waiting.append(firm)
            else:
                self._keep([*waiting, firm])
                waiting = []
            index = firm.last

    def _next_in_list(self, index: int) -> int | None:
        """The token of the next name after `, `, `و` or a price; None where the list ends."""
        form = self._form
        index += form(index) == '"'
        if form(index) == "(":
            closing = next((i for i in range(index + 1, min(index + _MAX_GLOSS, self._count)) if form(i) == ")"), None)
            if closing is None:
                return None
            index = closing + 1
        index = self._after_price(index)
        comma = form(index) == ","
        index += comma
        alone = form(index) == "و"
        index += alone
        quoted = form(index) == '"'
        index += quoted
        joined = form(index).startswith("و") and not alone
        return index if comma or alone or joined else None

    def _after_price(self, index: int) -> int:
        """The token after a change of price: `بنسبة 2.5 في المائة إلى 30 ريالا`."""
        first, numbers = index, 0
        words = self._grammar.price_words
        while index < self._count and index - first < _MAX_PRICE:
            number = self._classes[index] & NUMBER or self._forms[index] in self._grammar.spelled_numbers
            end = self._ends[index]
            decimal = self._forms[index] in (".", ",") and self._text[end : end + 1].isdigit()
            if not number and not decimal and self._forms[index] not in words:
                break
            numbers += bool(number)
            index += 1
        return index if numbers else first

    # --- one firm

    def _firm_at(self, index: int, one: bool, quoted: bool) -> Firm | None:
        """The firm whose name begins at a token, of the gazetteer or between `سهم` and its price."""
        if index >= self._count:
            return None
        known = self._known.get(index)
        last = self._unlisted(index, one)
        if known is not None and (last is None or known.last >= last):
            return known if quoted or self._ends_at(known.last) else None
        if last is None:
            return None
        start = self._starts[index] + (not one and self._forms[index][0] == "و")
        return Firm(start, self._ends[last - 1], index, last, known.entry if known is not None else _UNLISTED)

    def _quoted_at(self, index: int) -> Firm | None:
        """The firm that fills quotation marks after `سهم`, listed or not: `سهم "كذا للأغذية"`."""
        last = next(
            (i for i in range(index + 1, min(index + _MAX_NAME + 1, self._count)) if self._form(i) == '"'), None
        )
        if last is None or any(self._classes[i] & (PUNCTUATION | NEWLINE | NUMBER) for i in range(index, last)):
            return None
        if self._forms[index].removeprefix("ال") in self._grammar.no_firms:
            return None
        known = self._known.get(index)
        if known is not None and known.last == last:
            return known
        return Firm(self._starts[index], self._ends[last - 1], index, last, _UNLISTED)

    def _ends_at(self, index: int) -> bool:
        """Whether a name can end before a token: no adjective and no `لل` goes on with it."""
        after = self._form(index)
        if after.startswith("لل"):
            return False
        if not after.startswith("ال") or after in self._grammar.share_ends or after in self._grammar.stops:
            return True
        return not self._classes[index] & (ADJECTIVE | NATIONALITY) or after[2:] in self._grammar.descriptive

    def _unlisted(self, index: int, one: bool) -> int | None:
        """The token after a name that no list has: `سهم` or a list before it, its price right after it."""
        first = self._form(index)
        bare = first if one else first.removeprefix("و")
        grammar, classes = self._grammar, self._classes
        if bare in grammar.no_firms or bare.removeprefix("ال") in grammar.no_firms or len(bare) < 3:
            return None
        if not one and (not first.startswith("و") or (classes[index] & NOUN and not bare.startswith("ال"))):
            return None
        end = index
        while end < self._count and end - index < _MAX_NAME and self._is_of_name(end, end == index):
            end += 1
            if one and self._is_foreign(index, end):
                return end
        return end if end > index and self._is_priced(end) else None

    def _is_foreign(self, first: int, end: int) -> bool:
        """Words that no lexicon has and their nationality: `سهم نوفاك تايرز الفنلندية`."""
        last = end - 1
        if last == first or not self._classes[last] & NATIONALITY or not self._forms[last].startswith("ال"):
            return False
        return not any(self._classes[i] & ~(LATIN | KNOWN) for i in range(first, last))

    def _is_of_name(self, index: int, opens: bool) -> bool:
        form, classes = self._forms[index], self._classes[index]
        grammar = self._grammar
        if classes & _NO_NAME or form in grammar.stops or form in grammar.share_ends or form in grammar.price_ends:
            return False
        if classes & VERB and not classes & (_ORDINARY | NATIONALITY | KNOWN):
            return self._form(index + 1).startswith("لل")
        if opens:
            return not form.startswith("لل")
        return not form.startswith("و") or self._forms[index - 1].startswith("لل")

    def _is_priced(self, index: int) -> bool:
        """A change of price: `بنسبة 2%`, `2.3 في المائة`, `أعلى نسبة`, `هبط 8%`."""
        form, following = self._form(index), self._form(index + 1)
        if form in self._grammar.price_openers:
            return index + 1 < self._count and bool(self._classes[index + 1] & NUMBER)
        if following in self._grammar.rankings.get(form, ()):
            return True
        if form in self._grammar.spelled_numbers:
            return following in _PERCENT or (following == "في" and self._form(index + 2) in _PERCENT)
        if not (index < self._count and self._classes[index] & NUMBER):
            return False
        last = self._after_price(index)
        percent = self._text[self._starts[index] : self._ends[last - 1]] if last > index else ""
        return "نقط" in percent or any(mark in percent for mark in _PERCENT)

    def _is_priced_in_brackets(self, index: int) -> bool:
        """`كذا (+2.5 في المائة)`."""
        index += self._form(index) == '"'
        if self._form(index) != "(":
            return False
        after = self._text[self._ends[index] : self._ends[index] + 4].lstrip()
        return after[:1] in ("+", "-") and after[1:].lstrip()[:1].isdigit()
