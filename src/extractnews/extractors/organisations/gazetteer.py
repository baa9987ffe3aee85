"""Known names in their context: whether `الأهلي` is a club here, and `(سانا)` an agency."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from extractnews.extractors.organisations.context import DATELINE_LENGTH, QUOTED_CONTEXTS, SOURCES, BodyContext
from extractnews.extractors.organisations.mentions import Mention, in_quotes
from extractnews.organisations.adjectives import ARAB_COUNTRIES
from extractnews.organisations.lexicon import Entry, KnownName
from extractnews.organisations.words import TANWIN
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    LATIN,
    NATIONALITY,
    NOUN,
    PLACE,
    PREPOSED,
    PREPOSITION,
    VERB,
)

_PLACE_PREPOSITIONS: Final = frozenset({"في", "من", "الي", "داخل", "خارج"})
# Their names stand on products and beside sponsors: طائرة بوينغ.
_BRANDED: Final = frozenset({"company", "media", "club", "agency", "other"})
# Classes of a paper's name that is a common word.
_COMMON: Final = NOUN | ADJECTIVE
# Endings of a club's players and supporters: الاتحاديون.
_SUPPORTERS: Final = ("ي", "يون", "يين", "يه")
_MARKETS: Final = ("سوق ", "بورصه ")
_NUMBER_RE: Final = re.compile(r" \d{1,4}(?!\d)")  # نوكيا 3310, and not the telephone number in Stc 635031
_SITE_RE: Final = re.compile(r"\.(?:com|net|org|tv)(?!\w)")
_MODEL_RE: Final = re.compile(r" [A-Z]{1,4}[ -]?\d")  # لكزس GS 2012
_SHARED: Final = ARAB_COUNTRIES | {None}
# Kinds of bodies that have their founders' names, or those of towns that families come from.
_CALLED_LIKE_PEOPLE: Final = frozenset({"company", "media", "club", "party", "armed_group", "institute"})
NO_OTHER_WORD: Final = GIVEN | DEFINITE | CONJOINED | PREPOSED | NOUN | ADJECTIVE | VERB | PLACE | FUNCTION
# Bodies of one country: another's nationality after their name belongs to somebody else.
_NATIONAL: Final = frozenset({"club", "company", "media", "bank", "ministry"})
# What stands around the bodies that news is credited to.
_SOURCE_OPENERS: Final = frozenset({"/", "-", "("})
_SOURCE_CLOSERS: Final = frozenset({"/", "-", ")", ":", "\n"})
# Papers' names that behind a reporter are the word.
_ORDINARY_NAMES: Final = frozenset({"اليوم", "الجريده"})
_DATELINE_WORDS: Final = 40
_GLOSSED: Final = 8
"""Tokens of a quotation before its Latin gloss, at most."""
# Before a town's name in marks.
_CAPITALS: Final = frozenset({"العاصمه", "مدينه", "بمدينه", "بالعاصمه"})
# What clubs have, behind their names.
_OF_CLUBS: Final = frozenset({"رصيده", "صدارته", "نقاطه", "مقعده"})
# How far before a club a word of the transfer to it may stand.
_TRANSFER_WORDS: Final = 9


class GazetteerReader:
    """Tells whether a gazetteer name names its body where it stands."""

    def __init__(self, context: BodyContext) -> None:
        self._context = context
        self._grammar, self._parser, self._of_sport = context.grammar, context.parser, context.of_sport
        self._text, self._words = context.text, context.words
        self._forms, self._classes = context.forms, context.classes
        self._federations: dict[str, bool] = {}  # by name, found out where it is asked

    def mention(self, known: KnownName) -> Mention | None:
        """The body that a gazetteer name names where it stands, with the nationality after it."""
        hit = known.hit
        entry = known.entry
        context = entry.context
        if context in QUOTED_CONTEXTS:
            if not (
                self._stands_alone(known)
                or (_in_dateline(self._text, hit.end) and not self._is_place_after_source(known))
                or (entry.kind in SOURCES and (self._is_source(known) or self._is_reporters(known)))
            ):
                return None
        elif context == "sport" and not (self._of_sport and self._is_club(known)):
            return None
        if self.is_part_of_other_name(known) or self.is_common_word(known) or self.is_surname(known):
            return None
        if self._forms[known.first].endswith("ا") and TANWIN in self._parser.tokens.original(known.first):
            return None  # وسامًا is no ساما
        end, country = known.end, entry.country
        parser, forms = self._parser, self._forms
        while end < parser.count and forms[end][:2] == "ال" and parser.is_plain_nationality(end):
            nationality = parser.country_at(end)
            if not _is_same_body(entry, nationality, forms[known.first], forms[end]):
                break  # برشلونة الأرجنتيني ليونيل ميسي
            if not forms[end].endswith("ه") and self._is_of_all_nations(known):
                break  # الاتحاد الدولي لكرة القدم السويسري سيب بلاتر
            of_nations = country is None and (entry.kind == "international" or end == known.first + 1)
            if of_nations and parser.is_persons(end, ""):
                break  # فيفا الفرنسي جيروم فالك
            if entry.kind != "club" and forms[known.first].endswith(("ه", "ات")) and parser.is_of_title(end):
                break  # رئيس اللجنة الأولمبية الدولية الألماني
            end += 1
        if entry.kind == "company" and end == known.end and end < parser.count and forms[end] in self._grammar.lands:
            end += 1  # زين السودان
        end = parser.place_of(end, entry.kind) or end
        stop = self._words.ends[end - 1] if end > known.end else hit.end
        if stop == hit.end and '"' in self._text[hit.start : stop] and self._text.startswith('"', stop):
            stop += 1  # الجوهرة "أف أم"
        if country is None or end > known.end:
            country = self._context.country(known.end - 1, end) or country
        head = entry.head if hit.article == "ل" else None
        return Mention(hit.start, stop, "organisations.gazetteer", entry.kind, country, head)

    def _is_of_all_nations(self, known: KnownName) -> bool:
        """Whether a body is called الدولي, العالمي or the like."""
        return not self._grammar.of_all_nations.isdisjoint(self._forms[known.first : known.end])

    def _stands_alone(self, known: KnownName) -> bool:
        """In quotation marks, or in brackets where it is no place: `("سبأ")`, `(سانا)`, but not `(الرياض)`."""
        hit = known.hit
        # An agency's name may end a quotation: نقلته وكالة الأنباء "وفا."
        end = hit.end + (known.entry.kind in SOURCES and self._text.startswith((".", ","), hit.end))
        if not in_quotes(self._text, hit.start, end):
            return False
        first = known.first
        if known.entry.context == "brand" and self.before(known) in self._grammar.site_contexts:
            return False  # موقع التواصل الاجتماعي "تويتر"
        if self._classes[first] & PLACE and not _CAPITALS.isdisjoint(self._forms[max(0, first - 3) : first]):
            return False  # العاصمة السعودية "الرياض"
        adjective = self._classes[first] & ADJECTIVE and self._forms[first].startswith("ال")
        if adjective and first > 1 and self._forms[first - 2].startswith("ال"):
            return False  # الموسم "الجديد"
        if known.entry.kind == "media" and self._forms[first].startswith("ال") and self._classes[first] & _COMMON:
            before = self._forms[first - 2] if first > 1 else "\n"
            if before.lstrip("وف") in self._grammar.called_so:
                return False  # لأنها تعني "الحياة", قوى "الثورة"
            if self._text[hit.start - 1] == "(" and not self._is_credited(known, before):
                return False  # غدا (اليوم), الأمازيغ و(العرب)
        return self._text[hit.start - 1] != "(" or not self._classes[known.first] & PLACE

    def _is_credited(self, known: KnownName, before: str) -> bool:
        """Whether a paper called by a common word stands in brackets as one: `وقال لـ(اليوم)`, `مصادر (الجزيرة)`."""
        credits = self._grammar.credits
        if before in ("ل", "\n") or before in credits or before.lstrip("وفل") in credits:
            return True
        if before in self._grammar.saying:
            return True
        after = self._forms[known.end + 1]
        return after in ("\n", "-", ":")

    def _is_source(self, known: KnownName) -> bool:
        """A news source's short name: `مسقط / العمانية /`, `(وات - بتصرف)`, `أفادت سانا`."""
        if known.first == 0:
            return False
        before = self._forms[known.first - 1]
        if self._classes[known.first] & PLACE:  # الدوحة - قنا, but not قنا - فاز
            after_place = known.first > 1 and self._classes[known.first - 2] & PLACE
            return bool(after_place) and before == "-" and self._forms[known.end : known.end + 1] == ["\n"]
        if known.hit.proclitic == "ل" and before.lstrip("وف") in self._grammar.media_contexts:
            return True  # في تصريح لسانا
        if before in self._grammar.saying:
            return not self._classes[known.first] & ~LATIN
        after = self._forms[known.end]
        return before in _SOURCE_OPENERS and after in _SOURCE_CLOSERS and "\n" in self._line_ends(known)

    def _is_reporters(self, known: KnownName) -> bool:
        """`مراسلة الجزيرة`, but not `مراسل الرياض`, where he is, nor `مراسل الجريدة`, whichever it is."""
        if self._forms[known.first - 1] not in self._grammar.reporters:
            return False
        return not self._classes[known.first] & PLACE and self._forms[known.first] not in _ORDINARY_NAMES

    def _is_place_after_source(self, known: KnownName) -> bool:
        """`سبق- الرياض:`, `عمان - قال`: a town, not the paper of its name, which a town follows (`الرياض - جدة:`)."""
        first, classes = known.first, self._classes
        if not classes[first] & PLACE:
            return False
        if first > 1 and self._forms[first - 1] == "-":
            return True
        return not classes[known.end + 1] & PLACE

    def _line_ends(self, known: KnownName) -> list[str]:
        """The tokens around a name, as far as a dateline or credit reaches."""
        return ["\n"] * (known.first < _DATELINE_WORDS) + self._forms[max(0, known.first - 6) : known.end + 3]

    def before(self, known: KnownName) -> str:
        """The word before a name and its opening mark."""
        index = known.first - 1
        if index > 0 and self._forms[index] in ('"', "("):
            index -= 1
        return self._forms[index] if index >= 0 else ""

    def _noun_before(self, index: int) -> str:
        """The word before a name, over the mark that opens it or a quotation in between: `دوري (زين)`."""
        if index and self._forms[index - 1] == '"' and self._words.ends[index - 1] < self._words.starts[index]:
            opening = range(index - 3, max(-1, index - _GLOSSED), -1)
            index = next((at for at in opening if self._forms[at] == '"'), index)  # تطبيق "كذا" Nuran
        elif index > 1 and self._forms[index - 1] in ("(", '"'):
            index -= 1
            noun = index - 1
            while noun > 0 and self._forms[noun].startswith("ال") and self._classes[noun] & ADJECTIVE:
                noun -= 1
            if self._forms[noun].removeprefix("ال") in self._grammar.name_rejects:
                index = noun + 1  # البطولة الوطنية الاحترافية "إنوي"
        return self._forms[index - 1] if index else ""

    def is_part_of_other_name(self, known: KnownName) -> bool:
        """A competition's sponsor, a stadium, or a brand that opens a product's name (`"نوكيا 3310"`)."""
        text, hit = self._text, known.hit
        before = self._noun_before(known.first)
        noun = before.removeprefix("ال")
        if noun in self._grammar.name_rejects or (before[:1] in "وفبل" and before[1:] in self._grammar.name_rejects):
            return True
        called = {noun, before.lstrip("ول").removeprefix("ال")}  # لتطبيق "كذا"
        if not called.isdisjoint(self._grammar.brand_rejects) and hit.value.kind in _BRANDED:
            return True
        if hit.value.kind == "company" and not called.isdisjoint(self._grammar.software):
            return True
        of_market = hit.value.head.startswith(_MARKETS)  # their indices are called after them
        if noun in self._grammar.indices and hit.value.kind in ("company", "media") and not of_market:
            return True
        if _SITE_RE.match(text, hit.end) or text[hit.start - 1 : hit.start] in ("@", "%"):
            return True  # info@aa, D8%AA
        if hit.value.kind != "company" or of_market or known.end >= len(self._words):
            return False
        return self._opens_product(known.end, before, hit.start, hit.end)

    def is_product(self, start: int, stop: int) -> bool:
        """A firm's short name, text[start:stop], in a product's: `سيارات «نوران»`, `هاتف نوران X`, `نوران 13`."""
        starts = self._words.starts
        end = bisect_right(starts, stop - 1)
        before = self._noun_before(bisect_right(starts, start) - 1)
        called = {before.removeprefix("ال"), before.lstrip("ولب").removeprefix("ال")}
        if not (called.isdisjoint(self._grammar.brand_rejects) and called.isdisjoint(self._grammar.software)):
            return True
        if end >= len(self._words):
            return False
        return self._opens_product(end, before, start, stop)

    def _opens_product(self, end: int, before: str, start: int, stop: int) -> bool:
        """Whether a firm's name is followed by the rest of a product's: `"نوكيا 3310"`, `Nokia XR21`."""
        text = self._text
        opening, following = text[start - 1 : start], text[stop : stop + 2]
        if following[:1] != " ":
            return False
        if self._forms[end] in self._grammar.product_words:
            return True
        if opening in ('"', "("):
            if self._classes[end] & VERB and not self._classes[end] & (NOUN | LATIN):
                return False  # قال إن "نوران تملك السهم"
            return text[stop : stop + 4].lstrip()[:1] not in ('"', ")")
        # "Nokia XR21", "نوكيا 3310", هاتف نوكيا Lumia
        ascii_letter = following[1:2].isascii() and following[1:2].isalpha()
        if _MODEL_RE.match(text, stop) or _NUMBER_RE.match(text, stop):
            return True
        if ascii_letter and before.lstrip("وبل").removeprefix("ال") in self._grammar.products:
            return True
        return bool(text[start].isascii() and ascii_letter)

    def is_surname(self, known: KnownName) -> bool:
        """`مايكل بلومبرغ`, `أنطونيو فالنسيا`: right behind a given name that is no other word."""
        index, hit = known.first, known.hit
        if not index or known.end > index + 1 or known.entry.kind not in _CALLED_LIKE_PEOPLE:
            return False
        if hit.proclitic or not self._text.startswith(" ", hit.start - 1):
            return False
        if self._forms[index].startswith("ال") and not self._classes[index] & (FAMILY | NATIONALITY):
            return False
        given = self._classes[index - 1] & NO_OTHER_WORD == GIVEN and not self._classes[index] & LATIN
        return given and not self._text.startswith(":", hit.end)

    def _is_club(self, known: KnownName) -> bool:
        """Whether a club's short name stands where clubs stand."""
        index, hit = known.first, known.hit
        if index == 0:
            return False
        forms, classes = self._forms, self._classes
        before = forms[index - 1]
        after = forms[known.end]
        own = classes[index]
        if before in self._grammar.club_owners:
            return True
        if own & NOUN and (before.lstrip("وفلب") in self._grammar.demonstratives_of_people or self._is_common(known)):
            return False
        contexts = self._grammar.club_contexts
        if after in _OF_CLUBS:
            return True  # رفع الهلال رصيده
        if own & (NOUN | PREPOSITION) and hit.proclitic.endswith("ب") and before not in contexts:
            return False  # بالتعاون مع, أشاد بالاتفاق
        if before in contexts or before[1:] in contexts or classes[index - 1] & VERB:
            return True
        if before == "(" and own & PLACE:
            return False
        if before == "-" and self._is_of_table(index):
            return True
        if before in (",", "و", '"', "(", ":") or after in (",", '"') or hit.proclitic == "و":
            return True
        if own & PLACE and hit.value.country in ARAB_COUNTRIES:
            return False  # in Arabic news the town is named more often than its club
        if not own & NOUN:
            # A town's name is its club's as well, but not after "in" and "from".
            if before in _PLACE_PREPOSITIONS and (own & PLACE or index in self._parser.places):
                return not self._grammar.transfers.isdisjoint(forms[max(0, index - _TRANSFER_WORDS) : index - 1])
            return hit.proclitic != "ب" and before != "-"
        return hit.proclitic == "" and not classes[index - 1] & NOUN and after[:2] != "ال"

    def _is_of_table(self, index: int) -> bool:
        """Behind a dash, `3- روما` in a table, `الهلال - النصر` over a match."""
        if index > 1 and self._forms[index - 2].isdigit():
            return True
        names = self._parser.names
        return any(
            first in names and names[first].end == index - 1 and names[first].entry.kind == "club"
            for first in (index - 2, index - 3)
        )

    def _is_common(self, known: KnownName) -> bool:
        """`الاتفاق النووي`, `النجم الغاني`, `الشباب الذين`: what follows belongs to the common noun, not to a club."""
        after = self._forms[known.end]
        if after == "الذين":
            return True
        if not after.startswith("ال") or after in self._grammar.stops or after in self._grammar.ordinals:
            return False
        classes = self._classes[known.end]
        if classes & NATIONALITY:
            if after.endswith(("ين", "ون")):
                return known.hit.proclitic != "و"  # الأفريقي والترجي التونسيين are two clubs
            country = self._parser.country_at(known.end)
            return country is not None and country not in ARAB_COUNTRIES and country != known.entry.country
        if not classes & ADJECTIVE or after[2:] in self._grammar.descriptive:
            return False
        return not "".join(self._forms[known.end + 1 : known.end + 2]).startswith("لل")  # النصر الساعي للفوز

    def is_common_word(self, known: KnownName) -> bool:
        """`تابعوه بحماس`, `ورشة عمل`: see `homographs` in `resources/organisation_grammar.toml`; but `قيادي بحماس`."""
        homograph = self._grammar.homographs.get(known.entry.head)
        if homograph is None:
            return False
        forms = self._forms
        if homograph.written and homograph.written in self._parser.tokens.original(known.first):
            return True
        before = self.before(known)
        if before in homograph.after or before.lstrip("وفبل") in homograph.after:
            return True
        if forms[known.end] in homograph.before:
            return True
        if before == "من" and known.entry.kind == "club" and forms[known.first - 2].lstrip("و") in self._grammar.many:
            return True  # مجموعة من الشباب
        if homograph.person and known.end < len(self._words):
            return self._parser.country_at(known.end) not in (None, known.entry.country)
        if homograph.federation and known.entry.kind == "club":
            return self._is_federation(known.entry.head)
        return homograph.adverb and known.hit.proclitic.endswith("ب") and before not in self._grammar.armed_contexts

    def _is_federation(self, head: str) -> bool:
        """Whether الاتحاد alone is a federation: the article names one, and nowhere the club as a club."""
        if head not in self._federations:
            forms, parser = self._forms, self._parser
            named = any(parser.is_federation(index) for index in parser.heads if forms[index].endswith("ال" + head))
            named = named or any(entry.kind == "team" for hits in parser.heads.values() for entry, _ in hits)
            self._federations[head] = (
                named
                and not any(f"ال{head}{ending}" in forms for ending in _SUPPORTERS)
                and not any(known.entry.head == head and self._is_beside_club(known) for known in self._context.known)
            )
        return self._federations[head]

    def _is_beside_club(self, known: KnownName) -> bool:
        """`نادي الاتحاد`, `الهلال والاتحاد`."""
        names, forms, first, end = self._parser.names, self._forms, known.first, known.end
        if first and forms[first - 1] in self._grammar.club_owners:
            return True
        around = (first - 1, first - 2, end, end + 1)
        return any(index in names and names[index].entry.kind == "club" for index in around)


def _is_same_body(entry: Entry, country: str | None, name: str, nationality: str) -> bool:
    """Whether a nationality can be the body's: parties of several countries and Arab clubs share their names."""
    if country is None or entry.country == country or entry.kind not in _NATIONAL:
        return True
    if entry.kind == "club" and (entry.country is not None or name.startswith("ال")):
        return entry.country in _SHARED and country in ARAB_COUNTRIES
    return entry.country is None or nationality.endswith("ه")  # ماكدونالدز السعودية is a branch


def _in_dateline(text: str, end: int) -> bool:
    """A paper's name at the very beginning: `سبق - جدة:`."""
    return end < DATELINE_LENGTH and "\n" not in text[:end].strip() and text[end : end + 3].lstrip()[:1] in ("-", ":")
