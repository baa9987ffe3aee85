"""Later mentions by less than the name: `تنظيم القاعدة` ... `للقاعدة`, `شركة "نور"` ... `أعلنت "نور"`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from extractnews.extractors.organisations.context import QUOTED_CONTEXTS, SOURCES, BodyContext
from extractnews.extractors.organisations.gazetteer import NO_OTHER_WORD, GazetteerReader
from extractnews.extractors.organisations.mentions import MIN_SHORT_FORM, REACH, Mention, in_quotes, like, occurrences
from extractnews.organisations.lexicon import FIRMS, KnownName
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    LATIN,
    NEWLINE,
    NOUN,
    PLACE,
    PREPOSED,
    PUNCTUATION,
    VERB,
)

_LATIN_BESIDE_RE: Final = re.compile(r"^[A-Za-z] |[ .][A-Za-z]$")  # Fertino OCP Organic
# Kinds of bodies whose short name, once introduced, is used without its context.
_KNOWN_LATER: Final = frozenset({"armed_group", "agency", "party"})
# Those whose name may be a common word as well, where its context tells.
_OF_CONTEXT: Final = _KNOWN_LATER | {"company"}
# Kinds of bodies that are called by their proper name alone: not so جامعة فرانكلين.
_CALLED_SHORT: Final = frozenset(
    {
        "company",
        "media",
        "club",
        "agency",
        "armed_group",
        "party",
        "bank",
        "association",
        "international",
        "team",
        "other",
    }
)
_TITLES: Final = frozenset({"السيد", "السيده"})
_FIRM: Final = "شركه"
_JOINTS: Final = (" و", ", ")
# Letters of a word that is no plural, whatever its ending: زين.
_LONGEST_SINGULAR: Final = 3
# Kinds of bodies that have members and leaders.
_WITH_MEMBERS: Final = frozenset({"armed_group", "association", "party"})
# Kinds of bodies that are called by their noun and its first adjective: not so القوات الجوية, الحكومة المحلية.
_CALLED_BY_ADJECTIVE: Final = frozenset(
    {
        "agency",
        "association",
        "authority",
        "bank",
        "committee",
        "company",
        "council",
        "court",
        "fund",
        "institute",
        "international",
        "party",
        "union",
    }
)
# Whose noun may need more than an adjective to name a body.
_WITH_ADJECTIVE: Final = frozenset({"adjective", "complement"})


class LaterReader:
    """Finds the later mentions of bodies that the article has introduced."""

    def __init__(self, context: BodyContext, gazetteer: GazetteerReader) -> None:
        self._gazetteer, self._grammar, self._parser = gazetteer, context.grammar, context.parser
        self._text, self._words = context.text, context.words
        self._forms, self._classes = context.forms, context.classes

    def known_later(self, names: list[Mention], refused: list[KnownName]) -> Iterator[Mention]:
        """A name that the article has once in its context, elsewhere: `تنظيم القاعدة` ... `للقاعدة`."""
        classes = self._classes
        yield from self._makers(names, refused)
        waiting = [
            known
            for known in refused
            if known.entry.context in QUOTED_CONTEXTS
            and known.entry.context != "brand"
            and (known.entry.kind in _OF_CONTEXT or not classes[known.first] & (PLACE | VERB | NOUN))
        ]
        if not waiting:
            return
        text = self._text
        introduced = {text[name.start : name.end].rsplit(" ", 1)[-1].strip('"') for name in names}
        ends = {name.end: name for name in names}
        starts = {name.start: name for name in names}
        # An article that has a base is of no القاعدة: سيطر الحوثيون على قاعدة جوية.
        of_arms = any(name.kind == "armed_group" for name in names) and " قاعده " not in text
        for known in waiting:
            hit, entry = known.hit, known.entry
            if self._gazetteer.is_common_word(known):
                continue
            if (
                (text[hit.start : hit.end] in introduced and self._is_used_alone(known, ends))
                or self._is_agency(known, ends)
                or self._is_listed(known, ends, starts)
                or (entry.context == "armed" and self._is_armed(known, of_arms))
            ):
                head = entry.head if hit.article == "ل" else None
                yield Mention(hit.start, hit.end, "organisations.known_later", entry.kind, entry.country, head)

    def _makers(self, names: list[Mention], refused: list[KnownName]) -> Iterator[Mention]:
        """Brands of sites where the firm is meant, once the article says so: `مجلس إدارة تويتر`, `قالت تويتر`."""
        brands = [known for known in refused if known.entry.context == "brand"]
        if not brands:
            return
        text, grammar = self._text, self._grammar
        firms = {text[name.start : name.end].rsplit(" ", 1)[-1].strip('"') for name in names if name.proper is not None}
        firms |= {text[k.hit.start : k.hit.end] for k in brands if self._gazetteer.before(k) in grammar.maker_contexts}
        for known in brands:
            hit = known.hit
            of_site = hit.proclitic.endswith("ب") or self._gazetteer.before(known) in grammar.site_contexts
            if text[hit.start : hit.end] in firms and not of_site:
                yield Mention(hit.start, hit.end, "organisations.known_later", known.entry.kind, known.entry.country)

    def _is_armed(self, known: KnownName, of_arms: bool) -> bool:
        """`القاعدة` beside another armed group or its people, and neither `القاعدة الجوية` nor `هذه القاعدة`."""
        before = self._forms[known.first - 1] if known.first else ""
        after = self._forms[known.end]
        if after.startswith("ال") or before.lstrip("وفلب") in self._grammar.demonstratives:
            return False
        return before in self._grammar.armed_contexts or of_arms

    def _is_used_alone(self, known: KnownName, ends: dict[int, Mention]) -> bool:
        kind, classes = known.entry.kind, self._classes[known.first]
        if kind == "media":
            return not classes & ~LATIN and known.hit.end - known.hit.start >= MIN_SHORT_FORM
        if kind == "company":
            named = not classes & (PLACE | VERB | NOUN | ADJECTIVE) and not self._gazetteer.is_surname(known)
            return named and not self._gazetteer.is_part_of_other_name(known)
        if kind not in _KNOWN_LATER or classes & PLACE:
            return False
        if not classes & VERB:
            return True
        # فتح is a verb or a noun elsewhere, but not in حماس وفتح
        return known.hit.start - 2 in ends if known.hit.proclitic == "و" else not self._has_object(known)

    def _has_object(self, known: KnownName) -> bool:
        """Whether a name that is spelled like a verb or its noun may be one here: `فتح الباب`, but not `فتح ترفض`."""
        forms, grammar, index = self._forms, self._grammar, known.end
        if index >= len(self._words):
            return False
        if (
            forms[known.first - 1] in grammar.verb_openers
            or forms[index] == '"'
            or forms[index] in grammar.demonstratives
        ):
            return True
        own = self._classes[index]
        if own & (PUNCTUATION | NEWLINE | CONJOINED | PREPOSED):
            return False
        if own & DEFINITE or not own & (FUNCTION | VERB | ADJECTIVE):
            return True
        return own & (NOUN | FUNCTION) == NOUN

    def _is_listed(self, known: KnownName, ends: dict[int, Mention], starts: dict[int, Mention]) -> bool:
        """`أبل وأمازون`: a firm called by a common word, in a list with another."""
        start, end, text = known.hit.start, known.hit.end, self._text
        if known.entry.kind != "company" or known.hit.article or text.startswith(" لل", end):
            return False  # شركة دلمون ومعادن للبتروكيماويات
        before = ends.get(start - 2) if text[start - 2 : start] in _JOINTS else None
        after = starts.get(end + 2) if text[end : end + 2] in _JOINTS else None
        return any(name is not None and name.kind == "company" for name in (before, after))

    def _is_agency(self, known: KnownName, ends: dict[int, Mention]) -> bool:
        """`وكالة الأنباء السورية الرسمية سانا`: the short name right after the full one."""
        hit = known.hit
        if hit.value.kind not in ("media", "agency") or hit.article or hit.proclitic:
            return False
        before = hit.start - 1
        if self._forms[known.first - 1] == "الرسميه":
            before = self._words.ends[known.first - 2] if known.first > 1 else -1
        name = ends.get(before)
        return name is not None and name.kind == "agency" and not self._classes[known.first] & (PLACE | VERB | NOUN)

    def media_later(self, names: list[Mention]) -> Iterator[Mention]:
        """A channel or paper called by a common word, once introduced: `قناة الجزيرة` ... `في تصريح للجزيرة`."""
        text, words, grammar, forms = self._text, self._words, self._grammar, self._forms
        searched: set[str] = set()
        for name in names:
            word = text[name.start : name.end].rsplit(" ", 1)[-1].strip('"')
            if name.kind not in SOURCES or word in searched or not word.startswith("ال"):
                continue
            searched.add(word)
            first = bisect_right(words.starts, name.end - len(word)) - 1
            if forms[first] not in grammar.quoted or not self._classes[first] & NOUN:
                continue
            lowest, highest = max(0, name.start - REACH), name.end + REACH
            for prefix in ("ال", "لل"):
                for start in occurrences(text, prefix + word[2:], lowest, highest):
                    index = bisect_right(words.starts, start) - 1
                    before = forms[max(0, index - 2) : index]
                    if before[-1:] == ["مع"]:
                        before.pop()  # في مقابلة مع الجزيرة
                    if before and before[-1].lstrip("وفبل") in grammar.media_contexts:
                        swallowed = prefix == "لل"
                        stop = start + len(word)
                        mention = like(name, start + swallowed, stop, "organisations.known_later")
                        mention.swallowed = word[2:] if swallowed else None
                        yield mention

    def acronyms(self, glosses: list[Mention]) -> Iterator[Mention]:
        """Later mentions by an acronym that the article has explained: `(كونيتل)` ... `للكونيتل`, `(DLM)` ... `DLM`."""
        text = self._text
        searched: dict[str, int] = {}
        for gloss in glosses:
            phrase = text[gloss.start : gloss.end]
            latin = phrase.isascii()
            done = searched.get(phrase, 0)
            explained = phrase.isupper() if latin else "(" in text[gloss.start - 2 : gloss.start]
            explained = explained and (latin or not self._is_common_word(gloss.start))
            if done >= gloss.end or len(phrase) < MIN_SHORT_FORM or not explained:
                continue
            searched[phrase] = highest = gloss.end + REACH
            for prefix in ("",) if latin else ("", "ال", "لل"):
                for start in occurrences(text, prefix + phrase, max(done, gloss.end), highest):
                    swallowed = prefix == "لل"
                    first, stop = start + swallowed, start + len(prefix + phrase)
                    if latin and _LATIN_BESIDE_RE.search(text[max(0, first - 2) : stop + 2]):
                        continue
                    if prefix == "ال" and self._is_definite(bisect_right(self._words.starts, start) - 2):
                        continue  # المنشد الكفيف
                    mention = like(gloss, first, stop, "organisations.short_form")
                    mention.swallowed = phrase if swallowed else None
                    yield mention

    def _is_definite(self, index: int) -> bool:
        """`المنشد`, `للمنشد`."""
        return self._forms[index].startswith(("ال", "لل")) or bool(self._classes[index] & DEFINITE)

    def _is_of_other_thing(self, start: int) -> bool:
        """`حملة "نوران"`: in quotation marks behind a noun that says what it is there."""
        index = bisect_right(self._words.starts, start) - 1
        if index < 2 or self._forms[index - 1] != '"':
            return False
        return self._forms[index - 2].lstrip("وفبل") in self._grammar.other_things

    def _is_common_word(self, start: int) -> bool:
        """Whether a common noun or adjective stands at an offset: `(طاقة)`, which elsewhere is no firm."""
        index = bisect_right(self._words.starts, start) - 1
        return bool(self._classes[index] & (NOUN | ADJECTIVE)) and not self._forms[index].startswith("ال")

    def short_forms(self, names: list[Mention]) -> Iterator[Mention]:
        """Later mentions by the proper name alone: `شركة "نور"` ... `أعلنت "نور"`, `فريق لوكوموتيف` ... `لوكوموتيف`."""
        text, words = self._text, self._words
        searched: dict[str, int] = {}
        for name in names:
            if name.proper is None or name.kind not in _CALLED_SHORT:
                continue
            first, end, quoted = name.proper
            phrase = text[words.starts[first] : words.ends[end - 1]]
            # Within reach only, so that a long text of many names is not searched for each from end to end.
            done = searched.get(phrase, 0)
            lowest, highest = max(done, name.start - REACH), name.end + REACH
            if (
                done >= name.end
                or _is_of_many(phrase)
                or len(phrase) < MIN_SHORT_FORM
                or text.count(phrase, lowest, highest) == 1
                or self._is_ordinary(first, end, quoted)
            ):
                continue
            searched[phrase] = highest
            only_quoted = quoted and all(self._classes[index] for index in range(first, end))
            places = [p for p in occurrences(text, phrase, lowest, highest) if not self._is_of_other_thing(p)]
            only_quoted = only_quoted or (end == first + 1 and any(map(self._is_persons, places)))
            ends = [start + len(phrase) for start in places]
            products = {
                stop for stop in ends if name.kind == "company" and self._gazetteer.is_product(stop - len(phrase), stop)
            }
            # After "نوران ريف" that word makes it the product wherever it stands.
            of_products = {self._unknown_after(stop) for stop in products} - {""}
            for start, stop in zip(places, ends, strict=True):
                if stop in products or (of_products and self._unknown_after(stop) in of_products):
                    continue
                if not only_quoted or in_quotes(text, start, stop):
                    yield like(name, start, self._with_nationality(stop, name), "organisations.short_form")

    def _with_nationality(self, stop: int, name: Mention) -> int:
        """Offset after a firm's nationality behind its name: `دلمزو الألمانية`."""
        index = bisect_right(self._words.starts, stop)
        if name.kind not in FIRMS or not self._text.startswith(" ", stop) or index >= len(self._words):
            return stop
        own = self._forms[index].endswith("ه") and self._parser.is_plain_nationality(index)
        return self._words.ends[index] if own else stop

    def _unknown_after(self, stop: int) -> str:
        """The word behind an offset, if no lexicon has it."""
        index = bisect_right(self._words.starts, stop)
        new = self._text.startswith(" ", stop) and self._parser.is_unknown(index)
        return self._forms[index] if new else ""

    def by_adjective(self, names: list[Mention]) -> Iterator[Mention]:
        """Mentions by the noun and its first adjective: `المعهد الدولي للنخيل` ... `المعهد الدولي`."""
        text, words, forms = self._text, self._words, self._forms
        searched: set[str] = set()
        for name in names:
            first = bisect_right(words.starts, name.start) - 1
            if name.kind not in _CALLED_BY_ADJECTIVE or not self._opens_with_adjective(first, name.end):
                continue
            swallowed = name.swallowed or ""
            phrase = text[name.start : words.ends[first + 1]]
            if swallowed:
                phrase = ("ال" if swallowed.startswith("ل") else "ا") + phrase
            if phrase in searched:
                continue
            searched.add(phrase)
            for prefix in ("ال", "لل"):
                stem = phrase[3 if prefix == "لل" and phrase.startswith("الل") else 2 :]
                for start in occurrences(text, prefix + stem, max(0, name.start - REACH), name.end + REACH):
                    index = bisect_right(words.starts, start) - 1
                    after = forms[index + 2]
                    if after.startswith("لل") or self._parser.is_named(index + 2):
                        continue  # another body, or a longer name of this one
                    if forms[index - 1].lstrip("وفلب") in self._grammar.demonstratives:
                        continue
                    mention = like(
                        name, start + (prefix == "لل"), start + len(prefix + stem), "organisations.short_form"
                    )
                    mention.swallowed = phrase[2:] if prefix == "لل" else None
                    yield mention

    def _opens_with_adjective(self, first: int, end: int) -> bool:
        """Whether a name up to `end` begins with its noun, a naming adjective and more: `المعهد الدولي للنخيل`."""
        words, forms, parser = self._words, self._forms, self._parser
        heads = parser.heads.get(first)
        if heads is None or heads[0][0].definite not in _WITH_ADJECTIVE or not heads[0][1].article:
            return False
        if first + 2 >= len(words) or words.ends[first + 1] >= end or not parser.is_named(first + 1):
            return False
        head, third = heads[0][0], forms[first + 2]
        if forms[first + 1] in head.incomplete or forms[first + 1] in head.generic:
            return False
        return third.startswith(("ل", "ال"))

    def _is_persons(self, start: int) -> bool:
        """`أليكس نوران`, `السيدة نوران`, `أهالي نوران`: behind a given name, title or word of place."""
        index = bisect_right(self._words.starts, start) - 1
        if index == 0 or self._words.starts[index] != start or not self._text.startswith(" ", start - 1):
            return False
        before = self._forms[index - 1]
        if before in self._grammar.place_levels or before == "اهالي":
            return True
        return self._classes[index - 1] & NO_OTHER_WORD == GIVEN or before in _TITLES

    def in_slots(self, names: list[Mention]) -> Iterator[Mention]:
        """Later mentions by a common word, where only such a body stands: `شركة "منازل"` ... `متحدث باسم منازل`."""
        text, words = self._text, self._words
        searched: set[str] = set()
        for name in names:
            if name.kind not in FIRMS and name.kind not in _WITH_MEMBERS:
                continue
            first, end = self._called(name)
            phrase = text[words.starts[first] : words.ends[end - 1]] if first < end else ""
            if len(phrase) < MIN_SHORT_FORM or phrase in searched or _is_of_many(phrase):
                continue
            searched.add(phrase)
            lowest, highest = max(0, name.start - REACH), name.end + REACH
            if text.count(phrase, lowest, highest) == 1:
                continue
            for start in occurrences(text, phrase, lowest, highest):
                begins = self._slot(start, name.kind in FIRMS)
                if begins is not None:
                    stop = self._with_nationality(start + len(phrase), name)
                    yield like(name, begins, stop, "organisations.short_form")

    def _called(self, name: Mention) -> tuple[int, int]:
        """The tokens [first, end) by which a body is called, behind its noun: a mark's or one or two words."""
        parser, words = self._parser, self._words
        if name.proper is not None and name.proper[2]:
            return name.proper[0], name.proper[1]
        opening = bisect_right(words.starts, name.start) - 1
        if opening not in parser.heads:
            return 0, 0
        first = opening + parser.heads[opening][0][0].length
        known = parser.names.get(first) or parser.quoted_at(first)
        end = known.end if known is not None else bisect_right(words.starts, name.end - 1)
        if end > first + 1 and parser.is_plain_nationality(end - 1):
            end -= 1
        person = self._classes[first] & (GIVEN | FAMILY | PLACE)  # حزب أوباما
        called = known is not None or (name.kind in _WITH_MEMBERS and not person)
        return (first, end) if called and end <= first + 2 else (0, 0)

    def _slot(self, start: int, of_firm: bool) -> int | None:
        """Where a mention begins whose name stands at an offset, behind a word that such a body's name follows."""
        starts, grammar = self._words.starts, self._grammar
        index = bisect_right(starts, start) - 1
        if index == 0 or starts[index] != start:
            return None
        before = self._forms[index - 1]
        if not of_firm:
            return start if before.lstrip("وفبل") in grammar.member_contexts else None
        bare = before.lstrip("ولب")
        if bare == _FIRM:  # شركة الاتحاد, but not للشركة الأولى
            return None if "لل" in before else self._words.ends[index - 1] - len(bare)
        if bare in grammar.share_contexts or (before == "ان" and self._is_feminine_verb(index + 1)):
            return start
        person = self._classes[index] & (GIVEN | FAMILY)  # قالت زين, who may be a woman
        return start if before in grammar.maker_contexts and not person else None

    def _is_feminine_verb(self, index: int) -> bool:
        """Whether a verb of the feminine stands at an index: `ما زالت`, `تعتزم`."""
        index += self._forms[index] == "ما"
        form = self._forms[index]
        return bool(self._classes[index] & VERB) and (form.startswith("ت") or form.endswith("ت"))

    def _is_ordinary(self, first: int, end: int, quoted: bool) -> bool:
        """Whether a proper name could be a place or common words as well, so that alone it names no body."""
        if quoted or (end > first + 1 and self._forms[first + 1] == "."):  # إن.تي.تي
            return False
        return any(self._classes[index] & ~LATIN for index in range(first, end))


def _is_of_many(phrase: str) -> bool:
    """`جماعة الحوثيين`: a plural, but not `شركة زين`."""
    return len(phrase) > _LONGEST_SINGULAR and phrase.endswith(("ين", "ون"))
