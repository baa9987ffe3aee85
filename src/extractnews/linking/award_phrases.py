"""Noun phrases around an award: where they begin and end, whom they name, how many they count."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.extractors.award_drafts import AwardDraft
from extractnews.extractors.award_grammar import AwardGrammar
from extractnews.linking.award_patterns import RolePatterns
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    KNOWN,
    MAYBE_NAME,
    NAME_PART,
    NEWLINE,
    NOUN,
    NUMBER,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    PUNCTUATION,
    VERB,
)

Place = tuple[int, int]
"""Start and end of a phrase in the view."""

TOKEN_RE: Final = re.compile(r"[^\s,.;:()\"!?|]+|[,.;:()\"!?|\n]")
_JOINT_RE: Final = re.compile(
    r"(?: ?\([^()\n]{1,60}\))?(?:(?: ?, ?(?:الذي|التي|وهو|وهي)| (?:عن|من|في))\b[^,.\n]{2,80}(?= ?, ?و))?"
    r"(?: ?,(?! ?(?:وقد|وهو|وهي|وذلك)\b) ?(?P<and>و)?| و)"
)
_ASIDE_RE: Final = re.compile(r"\([^()]*\)| ?, ?(?:الذي|التي|وهو|وهي) [^,]*(?:,(?! ?و))?")
_LONGEST_QUOTE: Final = 14
"""Words between two quotation marks or brackets at most."""
_LONGEST_LINE: Final = 200
"""Words before a quotation mark among which its like are counted."""
_DAY_RE: Final = re.compile(r"(?: في)?(?: (?:يوم|مساء|صباح|ليله))? ?(?:[وفب]?)$|$")
_REACH: Final = 700
"""Letters around an award in which its giver and recipient are looked for."""
LONGEST_LIST: Final = 30

NOMINAL: Final = NOUN | KNOWN | NAME_PART | MAYBE_NAME | PLACE | ADJECTIVE
VERB_OR_FUNCTION: Final = VERB | FUNCTION
_MARK: Final = PUNCTUATION | NEWLINE


class Phrases:
    """Reads the noun phrases of one article.

    Args:
        article: the article.
        found: the drafts of the other types, which say where names, bodies and dates are.
        drafts: the awards, sorted.
        grammar: the word lists and patterns.
        reader: reads numbers.
    """

    def __init__(
        self,
        article: ScannedArticle,
        found: Found,
        drafts: list[AwardDraft],
        grammar: AwardGrammar,
        patterns: RolePatterns,
        reader: NumeralReader,
    ) -> None:
        self.article = article
        self.text = article.text
        self.grammar = grammar
        self.patterns = patterns
        self.lists = grammar.lists
        self.reader = reader
        self.lists_found: set[Place | None] = set()
        """Phrases that are lists, so that no comma ends them."""
        self.awards = [draft.start for draft in drafts]
        self.dates = found.get("dates", [])
        self.date_starts = [draft.start for draft in self.dates]
        self.officials = [(draft.start, draft.end) for draft in found.get("officials", ())]
        self.official_starts = [start for start, _ in self.officials]
        mentions = (draft for kind in ("organisations", "officials") for draft in found.get(kind, ()))
        self.mentions = sorted((draft for draft in mentions if self.is_near(draft.start)), key=lambda each: each.start)
        self.mention_starts = [draft.start for draft in self.mentions]
        self.named = sorted(_with_titles(draft, article.text) for draft in self.mentions)
        self.named_starts = [start for start, _ in self.named]
        self.rulers = dict(pair for draft in self.mentions for pair in _ruler(draft, article.text))
        self.offices = {start for draft in self.mentions for start in _offices_after(draft)}
        self.office_starts = sorted(self.offices)
        self.ranks = {rank for draft in self.mentions if (rank := _rank_after_title(draft, article.text)) is not None}

    def list_phrase(self, start: int, limit: int) -> Place | None:
        """Noun phrases joined by commas and و, as after `كل من`."""
        phrase = self.noun_phrase(start, limit)
        for _ in range(LONGEST_LIST):
            if phrase is None:
                return None
            joint = _JOINT_RE.match(self.text, phrase[1], limit)
            if joint is None or not (joint["and"] or self.is_named(joint.end())):
                break
            more = self.noun_phrase(joint.end(), limit)
            if more is None:
                break
            phrase = start, more[1]
        self.lists_found.add(phrase)
        return phrase

    def named_list(self, start: int, limit: int) -> Place | None:
        """The noun phrase that begins at `start`, with the names that و and commas join to it."""
        phrase = self.noun_phrase(start, limit)
        joint = _JOINT_RE.match(self.text, phrase[1], limit) if phrase else None
        if phrase and joint and "," in joint[0] and joint["and"] and self.is_named(joint.end()):
            return self.list_phrase(start, limit)
        return phrase

    def noun_phrase(self, start: int, limit: int, *, whole: bool = False) -> Place | None:
        """The noun phrase that begins at `start`."""
        words = self.article.words
        end = start
        quoted = 0
        for index in range(words.index_at(start), min(len(words), words.index_at(start) + 24)):
            begin = max(words.starts[index], start)
            if index < quoted and words.ends[index] <= limit:
                end = words.ends[index]
                continue
            if words.forms[index] == '"' and end > start and self.names_work(index, start):
                quoted = self.closing(index) + 1  # الفيلم "لن ينتهي"
            if (
                begin >= limit
                or words.ends[index] > limit
                or (words.classes[index] & _MARK and not self.inside_name(index))
            ):
                break
            if end > start and not whole and self.ends_phrase(index) and not self.goes_on(index):
                break
            end = min(words.ends[index], limit)
        return (start, end) if end > start and self.text[start:end].strip() else None

    def goes_on(self, index: int) -> bool:
        """Whether a word that could end a phrase is part of a person's name, or joins a second number."""
        words = self.article.words
        if index and words.forms[index] == "من" and words.forms[index - 1] in self.patterns.roles["quantities"]:
            return True
        if index and words.forms[index] == "العام" and words.forms[index - 1] in self.lists["generals"]:
            return True  # الأمين العام
        if index and words.classes[index - 1] & NUMBER:
            return words.forms[index] not in self.lists["phrase_ends"]  # what is counted
        if (
            words.forms[index] in self.lists["name_syllables"]
            and index
            and not words.classes[index - 1] & ~(KNOWN | NAME_PART)
        ):
            return True
        if words.forms[index] == "و" and index + 1 < len(words):
            return bool(words.classes[index + 1] & NUMBER)
        before = bisect_right(self.official_starts, words.starts[index]) - 1
        return before >= 0 and words.starts[index] < self.officials[before][1]

    def inside_name(self, index: int) -> bool:
        """Whether a mark does not end a phrase: a gloss in brackets or quotation marks, a dot in a number."""
        return self.article.words.forms[index] in "\"-'*"

    def ends_phrase(self, index: int) -> bool:
        """Whether a noun phrase ends before a token."""
        form = self.article.words.forms[index]
        classes = self.article.words.classes[index]
        bare = form[1:] if form[0] in "وف" else form
        if (
            form in self.lists["phrase_ends"]
            or bare in self.lists["phrase_ends"]
            or self.patterns.purpose_re.match(form)
            or form in ("من", "بين")
        ):
            return True
        if form[0] == "ب" and classes & PREPOSED and classes & POSSESSED:
            return True  # فاز المخرج بفيلمه الأول بجائزتين
        return bool(classes & VERB_OR_FUNCTION) and not classes & NOMINAL

    def second_phrase(self, gap: Place) -> int | None:
        """Where the recipient begins in a stretch that holds giver and recipient."""
        if gap[0] in self.rulers:
            return self.rulers[gap[0]]
        text = self.text[gap[0] : gap[1]]
        commas = [match.end() for match in re.finditer(r" ?, ", text)]
        if commas and self.reader.read(text, commas[-1]):
            return gap[0] + commas[-1]
        apposition = self.text[gap[1] :].startswith((",", " ,"))
        if commas and not apposition and len(commas) % 2 == 0 and len(text) - commas[-1] > 3:
            return gap[0] + commas[-1]
        if commas:
            text = text[: commas[0]].rstrip(" ,")
        starts = [match.start() for match in TOKEN_RE.finditer(text)]
        best: int | None = None
        for position in starts[1:]:
            word = TOKEN_RE.match(text, position)
            counted = text[:position].rstrip()[-1:].isdigit() or self.reader.read_back(
                text, len(text[:position].rstrip())
            )
            if gap[0] + position in self.ranks:
                continue  # رئيس الأركان اللواء فلان is one person
            if word and word[0].startswith("ال") and self.in_construct(gap[0] + position):
                continue  # لاعبو المنتخب
            number = self.reader.read(text, position) if word and not counted else None
            several = number is not None and number.kind == "cardinal"
            if word and not counted and (word[0] in self.lists["person_heads"] or several):
                best = position
        inside = [
            (begin, end)
            for begin, end in self.named[
                bisect_left(self.named_starts, gap[0]) : bisect_left(self.named_starts, gap[1])
            ]
            if end <= gap[0] + len(text)
        ]
        for begin, _ in inside:
            before = any(other_end <= begin for _, other_end in inside)
            if before and (best is None or begin - gap[0] > best):
                best = begin - gap[0]
        return gap[0] + best if best else None

    def in_construct(self, position: int) -> bool:
        """Whether the token before an offset is a common noun that the one at the offset completes."""
        words = self.article.words
        index = words.index_at(position) - 1
        classes = words.classes[index]
        sound = words.forms[index].endswith(("و", "ي")) and not classes & KNOWN
        return index >= 0 and bool(
            (classes & NOUN or sound) and not classes & (DEFINITE | POSSESSED | KNOWN | PLACE | ADJECTIVE | MAYBE_NAME)
        )

    def officials_in(self, start: int, end: int) -> list[Place]:
        """The officials' names that begin between two offsets."""
        return self.officials[bisect_left(self.official_starts, start) : bisect_left(self.official_starts, end)]

    def phrase_back(self, index: int, first: int) -> Place | None:
        """The noun phrase that ends with token `index`."""
        words = self.article.words
        if index >= first and words.forms[index] in ("عاما", "سنه") and index - 2 >= first:  # his age
            index -= 2
        end = words.ends[index] if index >= first else 0
        start = end
        while index >= first and end - words.starts[index] < 110:
            form, classes = words.forms[index], words.classes[index]
            if form in (")", '"'):
                opening = self.opening(index, first)
                if opening is None:
                    break
                start = words.starts[opening]
                index = opening - 1
                continue
            if classes & _MARK or self.ends_phrase(index):
                break
            start = words.starts[index]
            preposed = not classes or (classes & PREPOSED and classes & (KNOWN | PLACE))
            if preposed and form.startswith("ل") and len(form) > 3:
                start += 1
                break
            index -= 1
            if index >= first and self.heads_apart(index + 1):
                break
            begins = classes & NOUN and not classes & (DEFINITE | CONJOINED | ADJECTIVE)
            if begins and index >= first and words.classes[index] & DEFINITE and words.classes[index] & NOUN:
                break
        return (start, end) if start < end else None

    def heads_apart(self, index: int) -> bool:
        """Whether a token begins a person's phrase after some other whole phrase: `في الدورة البطلة فلانة`."""
        words = self.article.words
        form, before = words.forms[index], words.classes[index - 1]
        if not form.startswith("ال") or form not in self.lists["person_heads"]:
            return False
        other = before & DEFINITE and before & NOUN and not before & (ADJECTIVE | KNOWN | PREPOSED)
        if not other or words.forms[index - 1] in self.lists["person_heads"]:
            return False
        if words.forms[index - 1].startswith("لل"):
            return False
        named = bisect_right(self.named_starts, words.starts[index] - 1) - 1
        return named < 0 or self.named[named][1] <= words.starts[index]

    def opening(self, index: int, first: int) -> int | None:
        """Index of the bracket or quotation mark that the one at `index` closes."""
        words = self.article.words
        mark = "(" if words.forms[index] == ")" else '"'
        if mark == '"' and not self.closes(index, first):
            return None
        for other in range(index - 1, max(first, index - _LONGEST_QUOTE) - 1, -1):
            if words.forms[other] == mark:
                return other
        return None

    def names_work(self, index: int, start: int) -> bool:
        """Whether a quotation mark opens a name, and not speech, in the phrase that begins at an offset."""
        words = self.article.words
        head = TOKEN_RE.search(self.text, start)
        verb = index + 1 < len(words) and words.classes[index + 1] & VERB and not words.classes[index + 1] & NOUN
        return not verb or bool(head and head[0] in self.lists["works"])

    def closing(self, index: int) -> int:
        """Index of the quotation mark that closes the one at `index`; -1 where that opens nothing."""
        words = self.article.words
        first = index
        while first and index - first < _LONGEST_LINE and not words.classes[first - 1] & NEWLINE:
            first -= 1
        if self.closes(index, first):
            return -1
        for other in range(index + 1, min(len(words), index + _LONGEST_QUOTE)):
            if words.forms[other] == '"':
                return other
            if words.classes[other] & NEWLINE:
                break
        return -1

    def closes(self, index: int, first: int) -> bool:
        """Whether a quotation mark closes: as it is written, or where it is the second of two."""
        words = self.article.words
        start, end = self.article.view.span(words.starts[index], words.ends[index])
        written = self.article.view.original[start:end]
        if written in ("»", "”"):
            return True
        marks = sum(words.forms[other] == '"' for other in range(max(first, index - 200), index))
        return written == '"' and marks % 2 == 1

    def main_subject(self, position: int, draft: AwardDraft) -> Place | None:
        """The first noun phrase of the clause: after `أن`, else of the sentence, behind its verb."""
        words = self.article.words
        first, last = words.index_at(draft.sentence[0]), words.index_at(position)
        for index in range(first, last):
            if self.opens_clause(index):
                inner = self.first_phrase(index + 1, last, position)
                if inner:
                    return inner
        return self.first_phrase(first, last, position)

    def opens_clause(self, index: int) -> bool:
        """Whether a token is أن; the Vietnamese name آن has the same letters in the folded text."""
        words = self.article.words
        if words.forms[index] not in ("ان", "وان"):
            return False
        start, end = self.article.view.span(words.starts[index], words.ends[index])
        return "آ" not in self.article.view.original[start:end]

    def first_phrase(self, first: int, last: int, position: int) -> Place | None:
        """The first noun phrase of a clause from token `first` on, behind its verb."""
        words = self.article.words
        lead = words.forms[first] if first < last else ""
        if lead not in self.lists["connectives"] and self.is_adverbial(first, last):
            # وعلى صعيد آخر، ...: the clause begins after the comma
            comma = next((index for index in range(first, last) if words.forms[index] == ","), last)
            return self.first_phrase(comma + 1, last, position) if comma + 1 < last else None
        while first < last and (words.forms[first] in self.lists["connectives"] or words.classes[first] & _MARK):
            first += 1
        verbs = 0
        while first < last and verbs < 2 and self.is_verb(first, verbs):
            first += 1
            verbs += 1
        if first >= last:
            return None
        form, classes = words.forms[first], words.classes[first]
        if form.startswith("ل") and verbs and (classes & PREPOSED or not classes):  # سبق لفلان أن
            return self.noun_phrase(words.starts[first] + 1, position)
        if form in self.lists["phrase_ends"] or (classes & VERB_OR_FUNCTION and not classes & NOMINAL):
            return None
        conjoined = form[0] == "و" and len(form) > 3 and (classes & CONJOINED or not classes)
        phrase = self.noun_phrase(words.starts[first] + bool(conjoined), position)
        return self.subject_alone(phrase) if phrase else None

    def is_adverbial(self, index: int, last: int) -> bool:
        """Whether a clause begins with a time, place or reason, which a comma ends."""
        words = self.article.words
        if index >= last:
            return False
        lead, adverbial = words.forms[index], self.lists["adverbial"]
        return lead in adverbial or (lead[0] in "وف" and lead[1:] in adverbial)

    def is_verb(self, index: int, skipped: int) -> bool:
        """Whether a token is a verb, after `skipped` verbs of the clause."""
        words = self.article.words
        classes = words.classes[index]
        if skipped and words.forms[index - 1] in self.patterns.roles["auxiliaries"]:
            skipped = 0
        other = PLACE | FAMILY | (NOUN if skipped else 0)
        if classes & GIVEN and index + 1 < len(words):  # واصل الفيلم مسيرته
            other |= 0 if words.classes[index + 1] & DEFINITE and not skipped else GIVEN
        return bool(classes & VERB) and not classes & other

    def subject_alone(self, phrase: Place) -> Place | None:
        """A subject without the object that follows it; None where the phrase is an object itself (`أداء رائعا`)."""
        words = self.article.words
        first = words.index_at(phrase[0])
        if self.reader.read(self.text, phrase[0]) and not self.counted(self.text[slice(*phrase)]):
            return None  # ثمانية أعوام
        name = KNOWN | NAME_PART
        named = bool(words.classes[first] & (name | PLACE))
        for index in range(first, len(words)):
            if words.starts[index] >= phrase[1]:
                break
            form, classes = words.forms[index], words.classes[index]
            accusative = form.endswith("ا") and classes & ADJECTIVE and not classes & (DEFINITE | name)
            if accusative and index > first and not words.classes[first] & DEFINITE and not named:
                return None
            before = words.classes[index - 1] & (DEFINITE | name) if index > first else 0
            if before and classes & POSSESSED and classes & NOUN and not classes & (CONJOINED | name):
                return phrase[0], words.ends[index - 1]  # اختتم الوفد الرياضي مشاركته
            common = classes & NOUN and not classes & (name | MAYBE_NAME | ADJECTIVE | PLACE)
            if index > first and named and common:
                return phrase[0], words.ends[index - 1]
            named = named and bool(classes & (name | MAYBE_NAME))
        return phrase

    def named_alone(self, start: int, end: int) -> int:
        """Where a person's name ends, without place, office or object (`فلان في المهرجان`, `فلان وزير كذا`)."""
        words = self.article.words
        index = words.index_at(start)
        at = bisect_right(self.office_starts, start + 3)
        office = min(end, self.office_starts[at]) if at < len(self.office_starts) else end
        if office < end and "," not in self.text[start : office - 2] and not self.reader.read(self.text, start):
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
            thing = not before & (NOUN | ADJECTIVE) and self.opens_construct(other, end)
            about = form.startswith("بال") and classes & PREPOSED
            if form in self.lists["after_names"] or owned or thing or about or form in self.lists["ordinals"]:
                return words.ends[other - 1]
        return end

    def opens_construct(self, index: int, end: int) -> bool:
        """Whether a token is a common noun with a genitive, no part of the name before it (`سالم جاهزية الفريق`)."""
        words = self.article.words
        other = KNOWN | NAME_PART | MAYBE_NAME | PLACE | CONJOINED | PREPOSED | DEFINITE | ADJECTIVE
        if not words.classes[index] & NOUN or words.classes[index] & other:
            return False
        return index + 1 < len(words) and words.starts[index + 1] < end and bool(words.classes[index + 1] & NOUN)

    def before_date(self, start: int, end: int) -> int:
        """Where a phrase ends that a date follows (`فاز الممثل فلان الأحد`); a bare year may be part of a name."""
        for index in range(bisect_right(self.date_starts, start + 2), bisect_left(self.date_starts, end)):
            date = self.dates[index]
            if not self.text[date.start : date.end].isdigit():
                return date.start - len(_DAY_RE.search(self.text[start : date.start])[0])  # type: ignore[index]
        return end

    def date_at(self, position: int) -> bool:
        """Whether a date begins at an offset."""
        index = bisect_left(self.date_starts, position)
        return index < len(self.dates) and self.date_starts[index] == position

    def after_date(self, start: int, end: int) -> int:
        """The offset after a date that begins at an offset, with `يوم` before it; the offset itself where none does."""
        index = bisect_left(self.date_starts, start)
        if index < len(self.dates) and self.text[start : self.date_starts[index]].strip() in (
            "",
            "يوم",
            "مساء",
            "صباح",
        ):
            start = min(end, self.dates[index].end)
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip(" ,"))
        return start

    def is_named(self, position: int) -> bool:
        """Whether an official or organisation is named at an offset, or a person."""
        index = bisect_right(self.named_starts, position) - 1
        if index >= 0 and self.named[index][0] <= position < self.named[index][1]:
            return True
        words = self.article.words
        index = words.index_at(position)
        if index >= len(words):
            return False
        return bool(words.classes[index] & GIVEN) or words.forms[index] in self.lists["person_heads"]

    def is_near(self, position: int) -> bool:
        """Whether an award stands so near that a name there could have to do with it."""
        index = bisect_right(self.awards, position)
        before = index > 0 and position - self.awards[index - 1] < _REACH
        return before or (index < len(self.awards) and self.awards[index] - position < _REACH)

    def counted(self, text: str) -> list[int]:
        """The numbers of recipients: `7 مجموعات و14 شخصا`, `مجموعتين و5 أفراد`, `12 منهم`, `ستة`."""
        numbers: list[int] = []
        position = 0
        dual = self.patterns.dual_re.match(text)
        if dual:
            numbers.append(2)
            joint = text[dual.end() : dual.end() + 2] == " و"
            position = dual.end() + 2 if joint and self.reader.read(text, dual.end() + 2) else len(text)
        while position < len(text):
            number = self.reader.read(text, position, counting=True)
            if number is None or number.kind == "ordinal" or not isinstance(number.value, int) or number.percent:
                break
            following = TOKEN_RE.search(text, number.end)
            if following and (
                following[0] in self.lists["not_recipients_counted"] or (following[0].startswith("وال") and not numbers)
            ):
                break
            if 1900 <= number.value <= 2100 and not numbers:
                break  # a year
            numbers.append(number.value)
            if self.patterns.one_more_pair_re.match(text, number.end):
                numbers.append(2)  # ثلاثة رهبان وراهبتين
            joints = (match.end() for match in re.finditer(r"[ ,]و ?", text[number.end :]))
            position = next((number.end + end for end in joints if self.reader.read(text, number.end + end)), len(text))
        return numbers

    def names(self, recipient: Place) -> int:
        """How many persons a list names."""
        text = self.text[recipient[0] : recipient[1]]
        if self.body(text, recipient[0]) and not text.startswith(("انديه", "فرق")):
            head, _, rest = text.partition(" ")
            listed = rest and head.startswith("ال") and self.joins_name(recipient[0] + len(head) + 1)
            return 1 + len(re.findall(r" ?,? و(?=\w{2})", rest)) if listed else 1  # اللاعبون سالم وأحمد وعلي
        text = _ASIDE_RE.sub(lambda match: "-" * len(match[0]), text)
        words = self.article.words
        index = words.index_at(recipient[0])
        first = words.classes[index] & GIVEN or self.heads_name(index)
        commas = named = 0
        for match in re.finditer(r" ?, ?و?| و", text):
            if not match.start() - len(text.split(maxsplit=1)[0]) and first and not words.classes[index] & GIVEN:
                continue  # الباحثة والكاتبة فلانة
            if {recipient[0] + match.end(), recipient[0] + match.end() - 1} & self.offices:
                continue  # فلانة، وزيرة الاقتصاد
            commas += "," in match[0]
            named += "," not in match[0] and self.joins_name(recipient[0] + match.end())
        if not commas and not first and named < 2 and not self.reader.read(text, 0):
            named = 0
        officials = len(self.officials_in(*recipient)) if commas or named else 1
        return max(commas + named + 1, officials, self.dual_list(text, index))

    def joins_name(self, position: int) -> bool:
        """Whether a name follows a و that ends at an offset; وفاء is a name that begins with و."""
        words = self.article.words
        index = words.index_at(position)
        if index >= len(words):
            return False
        form, classes = words.forms[index], words.classes[index]
        head = form.removeprefix("و")
        if head.startswith("ال") and (head in self.lists["person_heads"] or self.heads_name(index)):
            return True
        return bool(classes & GIVEN) and bool(classes & CONJOINED or not form.startswith("و"))

    def heads_name(self, index: int) -> bool:
        """Whether a token begins a name: `الشاعر`, `الكوبي خوسيه`, `الفوج 95`."""
        words = self.article.words
        form = words.forms[index].removeprefix("و")
        if form in self.lists["person_heads"] or form in self.lists["numbered"]:
            return True
        relational = form.startswith("ال") and form.endswith(("ي", "يه", "يان", "يين"))
        if not relational or index + 1 >= len(words):
            return False
        following = words.classes[index + 1]
        return bool(following & GIVEN) or (not following and words.forms[index + 1].isalpha())

    def dual_list(self, text: str, index: int) -> int:
        """`الفنانين أيهم الريماوي ونداء عوض`: a dual with two names; `راكان` is a name of its own."""
        classes = self.article.words.classes[index]
        if classes & KNOWN or not classes & (NOUN | ADJECTIVE | DEFINITE):
            return 1
        first = text.split(maxsplit=1)[0]
        return 2 if first.endswith(("ين", "ان")) and " و" in text else 1

    def body(self, text: str, start: int) -> bool:
        """Whether the recipients are one body or a class of people, so that `و` in them counts nothing."""
        first = text.split(maxsplit=1)[0] if text.split() else ""
        return first in self.lists["plurals"] or self.plural(text, start)

    def plural(self, text: str, start: int) -> bool:
        """Whether the recipients are an unnumbered plural."""
        words = text.split()
        first = words[0] if words else ""
        if first in self.lists["plurals"] or first.removeprefix("ل") in self.lists["plurals"]:
            return True
        if first in ("فائزين", "قائدي", "لاعبو", "لاعبي"):
            return True
        bare = first.removeprefix("ال") if first.startswith("ال") else first.removeprefix("ل")
        if not first.startswith(("ال", "ل")) or len(bare) < 5 or not bare.endswith(("ين", "ون", "ات")):
            return False
        index = self.article.words.index_at(start)
        classes = self.article.words.classes[index] if index < len(self.article.words) else 0
        return bool(classes & (PLURAL | ADJECTIVE)) or not classes & (NOUN | PLACE | GIVEN)


def _with_titles(draft: Draft, text: str) -> Place:
    """A named thing's place; an official's with the honorific and titles right before the name."""
    start = draft.start
    for title in draft.fields.get("titles") or ():
        if isinstance(title, Draft) and 0 <= start - title.end <= 2:
            start = title.start
    honorific = draft.fields.get("honorific")
    if isinstance(honorific, str) and text[max(0, start - 80) : start].rstrip().endswith(fold(honorific)):
        start = text.rindex(fold(honorific), 0, start)
    return start, draft.end


def _offices_after(draft: Draft) -> Iterator[int]:
    """Where the offices after an official's name begin: `فلانة، وزيرة الاقتصاد، رئيسة الوفد`."""
    for title in draft.fields.get("titles") or ():
        if isinstance(title, Draft) and title.start > draft.end:
            yield title.start


def _ruler(draft: Draft, text: str) -> Iterator[tuple[int, int]]:
    """Where `الملك رئيس الأركان فلان` begins, and where its second office does: after a verb they are two persons."""
    titles = [
        title for title in draft.fields.get("titles") or () if isinstance(title, Draft) and title.end <= draft.start
    ]
    for first, second in pairwise(titles):
        word = text[first.start : first.end]
        if second.start == first.end + 1 and word.startswith("ال") and " " not in word:
            yield first.start, second.start


def _rank_after_title(draft: Draft, text: str) -> int | None:
    """The offset of an official's rank that stands between his office and his name, None where there is none."""
    honorific = draft.fields.get("honorific")
    if not isinstance(honorific, str) or not text[max(0, draft.start - 80) : draft.start].rstrip().endswith(
        fold(honorific)
    ):
        return None
    rank = text.rindex(fold(honorific), 0, draft.start)
    titles = (title for title in draft.fields.get("titles") or () if isinstance(title, Draft))
    return rank if any(0 <= rank - title.end <= 2 for title in titles) else None
