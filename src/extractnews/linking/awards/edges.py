"""What belongs to a giver's or recipient's name of the phrase that was found, and what only stands at its edges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.dates import Dates
from extractnews.linking.awards.mentions import Mentions, Place
from extractnews.linking.awards.phrases import Phrases
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    GIVEN,
    KNOWN,
    MAYBE_NAME,
    NAME_PART,
    NOUN,
    PLACE,
    POSSESSED,
    PREPOSED,
    VERB,
)

_NO_OBJECT: Final = KNOWN | NAME_PART | MAYBE_NAME | PLACE | DEFINITE | CONJOINED | PREPOSED
_DANGLING_RE: Final = re.compile(r" (?:(?:علي|الي):?|يوم|ب?ما(?: مجموعه)?|صاحبه?) ?$")
_MORE_RE: Final = re.compile(r" و\d+ [^\s\d]+ ?$")
_COMMA_AND_RE: Final = re.compile(r", ?و")
_SAID_OF_RE: Final = re.compile(r' "([^\s"]+)"?$')
_AGE_RE: Final = re.compile(r" ?\(\d{1,3} (?:عاما?|سنه|سنوات)\) *$")


class PhraseTrimmer:
    """Trims the phrases of one article's givers and recipients.

    Args:
        context: the article, and what its awards are read by.
        awards: where its awards begin, sorted.
        phrases: knows which phrases are lists.
        mentions: where officials and their offices are.
        dates: where dates are.
    """

    def __init__(
        self,
        context: RoleContext,
        awards: list[int],
        phrases: Phrases,
        mentions: Mentions,
        dates: Dates,
    ) -> None:
        self._article = context.article
        self._text = context.article.text
        self._awards = awards
        self._phrases = phrases
        self._mentions = mentions
        self._dates = dates
        self._verbs = {hit.start for hit in self._article.hits("award.verb") if hit.value.form in ("past", "present")}
        self._lists = context.grammar.lists
        self._patterns = context.patterns
        self._numbers = context.numbers
        self._reader = context.reader

    def trimmed(self, place: Place | None, *, may_name_award: bool = False) -> Place | None:
        """A role's phrase without what else stands at its edges; up to the first comma, but for lists.

        Args:
            place: the phrase.
            may_name_award: whether a phrase that names an award can be a role.
        """
        if place is None:
            return None
        start, end = min(self._dates.behind(place[0]), place[1]), place[1]
        if self._is_award(start - 1):
            return None  # نال وساما وكرم: no ساما
        start = self._subject_of_deed(self._behind_and(start), end)
        # منح وساما لمجموعتين ووساما لأفراد: the next award begins a clause of its own
        inner = self._awards[bisect_right(self._awards, start) : bisect_left(self._awards, end)]
        end = next((award - 2 for award in inner if self._text[award - 2 : award] == " و"), end)
        listed = self._phrases.is_list(place)
        end = self._dates.before(start, end if listed else self._named_alone(start, end))
        adjunct = None if listed else self._patterns.adjunct_re.search(self._text, start + 2, end)
        if adjunct and self._text.count('"', start, adjunct.start()) % 2 == 0:
            end = adjunct.start()  # المنتخب برعاية الوزارة
        text = self._patterns.trailing_adverbs_re.sub("", self._before_comma(start, end, listed=listed))
        text = _DANGLING_RE.sub("", _AGE_RE.sub("", text))
        if text.endswith(" منها") and not self._numbers.counted(text):
            text = text.removesuffix(" منها")  # كان نصيب الكلية منها
        stripped = text.strip(" ,:-(\n" if text.count('"') > 2 else ' ,:-"(\n')
        stripped = stripped.removesuffix(")") if "(" not in stripped else stripped
        if not may_name_award and self._patterns.award_re.search(stripped):
            return None  # another award, no winner
        stripped = _SAID_OF_RE.sub("", stripped) if self._says_how(start + text.index(stripped), stripped) else stripped
        start += text.index(stripped)
        nobody = self._is_nobody(stripped) or self._is_means(start) or self._dates.is_date(start, start + len(stripped))
        if nobody and not self._text.endswith('"', 0, start):  # فيلم "12"
            return None
        end = self._whole_name(start, start + len(stripped))
        if stripped.count('"') % 2 and end == start + len(stripped):
            if self._text[end : end + 1] == '"':  # مسرحية "كذا"
                end += 1
            elif self._text[end : end + 2] == ' "':  # الفيلم « كذا »
                end += 2
            elif self._text[start - 1 : start] == '"':  # "كذا" الدنماركي
                start -= 1
        return start, end

    def _is_means(self, start: int) -> bool:
        """Whether a phrase begins with a preposition, so that it is nobody: `بتفويض`, `كمهرجان كذا`, `في المدينة`."""
        words = self._article.words
        index = words.index_at(start)
        form, classes = words.forms[index], words.classes[index]
        if words.starts[index] != start:
            return False
        by = form[0] in "بك" and classes & PREPOSED and classes & NOUN
        return bool(form == "في" or (by and not classes & (KNOWN | MAYBE_NAME | PLACE | DEFINITE | ADJECTIVE)))

    def _says_how(self, start: int, text: str) -> bool:
        """Whether a phrase ends with an adjective in quotation marks that is no name: `الرئيس "سعيد" بفوزه`."""
        match = _SAID_OF_RE.search(text)
        if match is None:
            return False
        words = self._article.words
        classes = words.classes[words.index_at(start + match.start(1))]
        return bool(classes & ADJECTIVE) and not classes & (DEFINITE | KNOWN | MAYBE_NAME | PLACE)

    def _is_award(self, position: int) -> bool:
        """Whether an award begins at an offset."""
        index = bisect_left(self._awards, position)
        return index < len(self._awards) and self._awards[index] == position

    def _whole_name(self, start: int, end: int) -> int:
        """Where a phrase ends that begins with a name: behind all of it, and before what it is given for.

        `من اتحاد شباب هو تشي منه`; `من وزارة المالية للوحدة الرائدة`; `من الوزارة و42 جماعة على`.
        """
        named = self._mentions.named_in(start, start + 1)
        if not named:
            return end
        last = named[-1][1]
        if bisect_left(self._awards, last) > bisect_left(self._awards, end):
            return end  # a name that goes on over the award
        team = self._text.startswith(("المنتخب ", "منتخب "), start)  # المنتخب الوطني للفتيان
        more = (self._text.startswith(" لل", last, end) and not team) or _MORE_RE.match(self._text, last, end)
        return last if last > end or more else end

    def _behind_and(self, start: int) -> int:
        """Where a phrase begins behind the و that joins it to what stands before: `والمخرجة فلانة`."""
        words = self._article.words
        index = words.index_at(start)
        form, classes = words.forms[index], words.classes[index]
        if words.starts[index] != start or form[0] != "و":
            return start
        if not classes and form[1:] in words.forms:
            return start + 1  # قدم مرزاق فيلما. ومرزاق الفائز بجائزة كذا
        joined = classes & CONJOINED and classes & NOUN
        return start + 1 if joined and not classes & (KNOWN | MAYBE_NAME | VERB) else start

    def _subject_of_deed(self, start: int, end: int) -> int:
        """Where the name begins behind a verb or a deed before it: `واصل يوفنتوس`, `فوز وتتويج الوفد`."""
        words = self._article.words
        index = words.index_at(start)
        while index + 1 < len(words) and words.starts[index + 1] < end:
            form, following = self._text[max(start, words.starts[index]) : words.ends[index]], words.classes[index + 1]
            deed = form in self._lists["deeds"] or (form[0] == "و" and form[1:] in self._lists["clause_verbs"])
            deed = deed or form in self._lists["clause_verbs"] or words.starts[index] in self._verbs
            attached = following & (CONJOINED | PREPOSED) and words.forms[index + 1] not in self._lists["deeds"]
            if deed and words.forms[index + 1] == '"' and form in self._lists["deeds"]:
                return words.starts[index + 1]  # عرض "كذا"
            if not deed or attached or self._phrases.ends_phrase(index + 1) or words.forms[index + 1] in '"(,':
                break
            named = following & (DEFINITE | KNOWN | PLACE) or not following & ADJECTIVE
            named = named or words.forms[index + 1] in self._patterns.roles["homes"]
            person = words.classes[index] & GIVEN and following & GIVEN and not self._text.endswith("جاء ", 0, start)
            if not named or person:
                break  # أول ظهور إعلامي, فوز الشمري, but جاء فوز سالم
            index += 1
            start = words.starts[index]
        return start

    def _before_comma(self, start: int, end: int, *, listed: bool) -> str:
        """The text of a phrase up to the comma that ends it."""
        text = self._text[start:end]
        comma = text.find(",", 2)
        if comma < 0:
            return text
        if self._names_office(start, start + comma):
            following = text.find(",", comma + 1)  # الرئيس السابق، فلان الفلاني
            return text[:following] if following > 0 else text
        closed = text.count(",") == 2 and text.rstrip().endswith(",")
        # رئيس الجمهورية، السيد فلان، ...: the name follows
        if listed or (closed and self._mentions.officials_in(start + comma, end)) or _COMMA_AND_RE.search(text):
            return text
        return text[:comma]

    def _is_nobody(self, text: str) -> bool:
        """Whether a phrase can be no giver or recipient: `الجدير بالذكر`, a bare number."""
        return (
            len(text) < 2
            or text in ("كل", "هم", "عدد")
            or text.partition(" ")[0] in self._lists["no_roles"]
            or text in self._lists["phrase_ends"]
            or text in self._lists["thanks"]
            or text in self._lists["clause_verbs"]
            or text in self._lists["not_recipients_counted"]
            or text in self._lists["labels"]
            or (text.partition(" ")[0] in self._lists["deeds"] and text.count(" ") < 2)
            or self._counts_no_people(text)
        )

    def _counts_no_people(self, text: str) -> bool:
        """Whether a phrase is a number of things or of times: `25`, `ثمانية أعوام`, `ست مرات`."""
        number = self._reader.read(text, 0)
        counts = text[0].isdigit() or (number is not None and number.kind == "cardinal")
        return counts and not self._numbers.counted(text)

    def _names_office(self, start: int, comma: int) -> bool:
        """Whether a phrase up to a comma names an office alone, and a person's name follows."""
        words = self._article.words
        first, last = words.index_at(start), words.index_at(comma)
        named = any(
            words.classes[index] & KNOWN and not words.classes[index] & DEFINITE for index in range(first, last)
        )
        return (
            last + 1 < len(words)
            and not named
            and bool(words.classes[last + 1] & GIVEN)
            and words.forms[last + 1][0] != "و"
        )

    def _named_alone(self, start: int, end: int) -> int:
        """Where a person's name ends, without place, office or object (`فلان في المهرجان`, `فلان وزير كذا`)."""
        words = self._article.words
        index = words.index_at(start)
        office = self._mentions.office_after(start + 3)
        if (
            office is not None
            and office < end
            and "," not in self._text[start : office - 2]
            and not self._reader.read(self._text, start)
        ):
            end = office
        named = False
        for other in range(index + 1, len(words)):
            if words.starts[other] >= end:
                break
            before = words.classes[other - 1]
            named = named or bool(before & KNOWN and not before & DEFINITE)
            if not named or not before & KNOWN:
                continue
            classes, form = words.classes[other], words.forms[other]
            owned = classes & POSSESSED and classes & NOUN and not classes & (CONJOINED | KNOWN | MAYBE_NAME)
            whole = not before & (NOUN | ADJECTIVE) or self._mentions.official_around(words.starts[other - 1])
            thing = whole and self._opens_construct(other, end)
            about = form.startswith("بال") and classes & PREPOSED
            # أسس سالم الحمد موقعا
            thing = thing or (form[-1] == "ا" and bool(classes & (NOUN | ADJECTIVE)) and not classes & _NO_OBJECT)
            ranked = form in self._lists["ordinals"] and not self._mentions.in_official(words.starts[other])
            if form in self._lists["after_names"] or owned or thing or about or ranked:
                return words.ends[other - 1]
        return end

    def _opens_construct(self, index: int, end: int) -> bool:
        """Whether a token is a common noun with a genitive, no part of the name before it (`سالم جاهزية الفريق`)."""
        words = self._article.words
        other = KNOWN | NAME_PART | MAYBE_NAME | PLACE | CONJOINED | PREPOSED | DEFINITE | ADJECTIVE
        if not words.classes[index] & NOUN or words.classes[index] & other:
            return False
        return index + 1 < len(words) and words.starts[index + 1] < end and bool(words.classes[index + 1] & NOUN)
