"""An award's fields of the record: how many, of what kind, the item in the singular and the name."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import ScannedArticle
from extractnews.extractors.awards.complements import NUMBER_OF_IT_RE, QUOTED_RE
from extractnews.extractors.awards.drafts import AwardDraft, bare_letters
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.items import STANDARD_RE, TERM_RE
from extractnews.extractors.awards.objects import PROPER_NAMES
from extractnews.extractors.awards.phrases import SETS
from extractnews.extractors.awards.results import ONE_RE
from extractnews.extractors.awards.words import ItemForm
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader

_SPORT_OR_YEAR_RE: Final = re.compile(r"(?: لكره \w+| (?:19|20)\d\d)+$")
"""What says of a competition's name in which sport and year it was: `كأس آسيا لكرة اليد 2010`."""
_YEAR_RE: Final = re.compile(r"[12]\d{3}(?:[-/]\d{2,4})?")

_MOST_REACH: Final = 30
"""Letters before `تتويجا` in which `الأكثر` makes it a running total; without that it is a deed."""


class FieldReader:
    """Reads the fields of one article's awards.

    Args:
        article: the article.
        grammar: the word lists and patterns.
        reader: reads numbers.
    """

    def __init__(self, article: ScannedArticle, grammar: AwardGrammar, reader: NumeralReader) -> None:
        self._article = article
        self._text = article.text
        self._grammar = grammar
        self._lists = grammar.lists
        self._reader = reader

    def fill(self, draft: AwardDraft) -> None:
        """Set an award's fields, and its end behind `واحدة`."""
        form = draft.form
        draft.fields["count"] = self._count(draft)
        draft.fields["kind"] = form.item.kind
        draft.fields["item"] = self._item(draft)
        draft.fields["name"] = self._name(draft)
        if draft.number and draft.number.approximation:
            draft.fields["approximation"] = draft.number.approximation
        if draft.status != "conferred":
            draft.fields["status"] = draft.status
        one = ONE_RE.match(self._text, draft.end) if not draft.number and form.number == "one" else None
        if one:
            draft.end = one.end()

    def _count(self, draft: AwardDraft) -> int | None:
        """How many are conferred: by number, dual, years or times (`فاز بالكأس مرتين`); None where it is not said."""
        if draft.number:
            return int(draft.number.value)
        if draft.form.number == "two":
            return 2
        if draft.how == "one" and draft.form.number == "many":
            return 1
        if draft.form.number == "many" and draft.definite and self._text.startswith(" ال", draft.end):
            number = self._reader.read(self._text, draft.end + 1)  # الميداليات الثلاث
            return int(number.value) if number and number.kind == "cardinal" else None
        if draft.form.number == "many" or draft.how == "vague":
            return None
        years = self._grammar.phrase.years_re.match(self._text, draft.end)
        if years:
            return len(_YEAR_RE.findall(years[1]))
        verb = draft.trigger if draft.head is None else None
        if verb and verb.value.running and "اكثر" in self._text[max(0, verb.start - _MOST_REACH) : verb.start]:
            return None
        times = self._times(draft.end)
        if not times and verb and verb.end < draft.left:
            times = self._times(verb.end)  # فاز مرتين بالكأس
        return times or 1

    def _times(self, position: int) -> int | None:
        """`مرتين`, `أربع مرات`, `لموسمين`: how often."""
        if self._grammar.phrase.two_seasons_re.match(self._text, position):
            return 2
        seasons = self._grammar.phrase.seasons_re.match(self._text, position)
        counted = self._reader.read(self._text, seasons.end()) if seasons else None
        if counted and counted.kind == "cardinal" and isinstance(counted.value, int):
            return counted.value  # توج بالدوري في المواسم الأربعة الأخيرة
        times = self._grammar.phrase.times_re.match(self._text, position)
        if times is None:
            return None
        if times[1].startswith("مرت"):
            return 2
        words = times[2] or times[3]
        number = self._reader.read_back(words, len(words))
        if number and number.kind == "cardinal" and isinstance(number.value, int) and not words.startswith("لل"):
            return number.value
        return None

    def _item(self, draft: AwardDraft) -> str:
        """The singular phrase, in the original's letters: `ميدالية ذهبية` of `الميداليتين الذهبيتين`."""
        form = draft.form
        if " " in form.item.noun:  # the Ballon d'Or's name keeps its article
            if form.number != "one":
                return form.item.noun
            end = draft.noun[1]
            for word in self._text[end : draft.end].split():
                if not word.startswith("ال") or not self._grammar.is_adjective(word, form):
                    break
                end += 1 + len(word)  # السعفة الذهبية الفخرية
            return bare_letters(self._article, draft.noun[0], end)
        definite = form.possessed or draft.definite
        quote = self._text.find("(" if self._text.endswith(")", 0, draft.end) else '"', draft.noun[1], draft.end)
        end = self._before_number(draft, quote if quote >= 0 else draft.end)
        words = bare_letters(self._article, draft.noun[1], end).split()
        each = self._lists["bests"]
        if form.construct and any(fold(word)[1:] in each or word.startswith("وال") for word in words):
            return form.item.noun  # جائزتي أفضل إخراج وأفضل سيناريو, جائزتا الشعر والقصة
        agreeing = True
        phrase = [form.item.noun]
        for word in words:
            joined = (
                "و" if len(phrase) > 1 and word.startswith("وال" if definite else "و") and form.number != "one" else ""
            )
            bare = word.removeprefix(joined)
            folded = fold(bare)
            agreeing = agreeing and self._grammar.is_adjective(folded, form) and folded.startswith("ال") == definite
            if agreeing and folded.removeprefix("ال") in self._lists["not_in_item"]:
                continue  # لقب of اللقب الوحيد
            phrase.append(joined + _singular_adjective(bare, form) if agreeing else word)
        return " ".join(phrase)

    def _before_number(self, draft: AwardDraft, end: int) -> int:
        """Where the complement ends before the number that says which of somebody's it is: `لقبه | الـ13`."""
        if not (draft.form.possessed or draft.definite):
            return end
        number = NUMBER_OF_IT_RE.search(self._text, draft.noun[1], end)
        return number.start() if number else end

    # --- the name ---

    def _name(self, draft: AwardDraft) -> str | None:
        """The award's own name, None where it has none: `جائزة الملك فيصل`, but `ميدالية ذهبية`, `كأس البطولة`."""
        text, item = self._text, draft.form.item
        quoted = QUOTED_RE.search(text, draft.noun[1], draft.end)
        if quoted:
            group = 1 if quoted[1] else 2 if quoted[2] else 3
            return bare_letters(self._article, *quoted.span(group))
        if item.best or (" " in item.noun and draft.form.number == "one"):
            return bare_letters(self._article, draft.noun[0], draft.end)
        if item.noun in SETS:
            return None
        if item.noun in PROPER_NAMES:
            return bare_letters(self._article, draft.noun[0], draft.end) if draft.form.number == "one" else None
        degree = self._grammar.phrase.degree_re.search(text, draft.noun[1], draft.end)
        return self._complement_name(draft, degree.start() if degree else self._before_number(draft, draft.end))

    def _complement_name(self, draft: AwardDraft, end: int) -> str | None:
        """The name that an award's complement is, up to an offset; None where it only describes."""
        start, item = draft.noun[1], draft.form.item
        if item.noun == "شهادة" and STANDARD_RE.match(self._text, start):
            return bare_letters(self._article, start, end)
        words = self._text[start:end].split()
        if not words or item.kind == "certificate" or words[0] in ("للمركز", "للمرتبه"):
            return None
        definite = draft.form.possessed or draft.definite
        if definite == words[0].startswith("ال") and self._grammar.is_adjective(words[0], draft.form):
            # الجائزة الوطنية للترجمة
            purpose = definite and draft.form.number == "one" and any(word.startswith("لل") for word in words[1:])
            return bare_letters(self._article, draft.noun[0], end) if purpose and item.kind == "prize" else None
        generic = words[0].removeprefix("ال") in self._lists["generic_complements"]
        term = item.kind in ("badge", "medal") and TERM_RE.search(self._text, start - 1, end)
        membership = term or self._text[start:end].strip() in self._lists["memberships"]
        if generic or item.elliptic or membership or words in (["دوري"], ["سباق"]):
            return None
        with_noun = item.noun in ("كأس", "دوري", "سوبر")
        if item.behaviour == "sport":
            which = _SPORT_OR_YEAR_RE.search(self._text, start, end)
            end = which.start() if which else end
        return bare_letters(self._article, draft.noun[0] if with_noun else start, end)


def _singular_adjective(word: str, form: ItemForm) -> str:
    """An adjective in the singular, agreeing with the item, without article and case ending."""
    word = word.removeprefix("ال") if fold(word).startswith("ال") else word
    if form.number == "two":
        for ending in ("تين", "تان"):
            if word.endswith(ending):
                return word[:-3] + "ة"
        for ending in ("ين", "ان"):
            if word.endswith("ي" + ending):
                return word[: -len(ending)]
        return word
    if form.number == "many" and word.endswith("يات"):
        word = word[:-2] + "ة"
    if not form.item.feminine and form.number == "many" and word.endswith("ة"):
        return word[:-1]
    if not form.item.feminine and (word.endswith("يا") or (form.accusative and word.endswith("ا"))):
        return word[:-1]
    return word
