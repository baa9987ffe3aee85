"""The noun phrases of givers and recipients: where they begin and end, and which name somebody."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.mentions import Mentions, Place
from extractnews.linking.awards.patterns import TOKEN_RE
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
    POSSESSED,
    PREPOSED,
    PUNCTUATION,
    VERB,
)

_JOINT_RE: Final = re.compile(
    r"(?: ?\([^()\n]{1,60}\))?(?:(?: ?, ?(?:الذي|التي|وهو|وهي)| (?:عن|من|في))\b[^,.\n]{2,80}(?= ?, ?و))?"
    r"(?: ?,(?! ?(?:وقد|وهو|وهي|وذلك)\b) ?(?P<and>و)?| و)"
)
_ASIDE_RE: Final = re.compile(r"( ?, ?[^,.\n]{2,100}), ?و ?")
_COMMA_RE: Final = re.compile(r" ?, ")
_TWO: Final = ("اثنين", "اثنتين", "اثنان", "اثنتان")
_OTHERS: Final = frozenset(("اخري", "اخريات", "اخرين", "اخرون"))
LONGEST_LIST: Final = 30
_LONGEST_PHRASE: Final = 24
"""Words of a noun phrase at most."""
_LONGEST_BACK: Final = 110
"""Letters of a noun phrase that is read from its end."""
_LONGEST_QUOTE: Final = 14
"""Words between two quotation marks or brackets at most."""
_LONGEST_LINE: Final = 200
"""Words before a quotation mark among which its like are counted."""

NOMINAL: Final = NOUN | KNOWN | NAME_PART | MAYBE_NAME | PLACE | ADJECTIVE
VERB_OR_FUNCTION: Final = VERB | FUNCTION
MARK: Final = PUNCTUATION | NEWLINE


class Phrases:
    """Reads the noun phrases of one article.

    Args:
        context: the article, and what its awards are read by.
        mentions: where officials and bodies are.
    """

    def __init__(self, context: RoleContext, mentions: Mentions) -> None:
        self._article = context.article
        self._text = context.article.text
        self._mentions = mentions
        self._lists = context.grammar.lists
        self._patterns = context.patterns
        self._reader, self._numbers = context.reader, context.numbers
        self._lists_found: set[Place] = set()
        self._frequencies: Counter[str] | None = None  # of the article's words, counted when they are asked for
        self._asides: list[Place] = []

    # --- from the beginning ---

    def list_phrase(self, start: int, limit: int) -> Place | None:
        """Noun phrases joined by commas and و, as after `كل من`."""
        phrase = self.noun_phrase(start, limit)
        if phrase is None:
            return None
        for _ in range(LONGEST_LIST):
            joint = _JOINT_RE.match(self._text, phrase[1], limit)
            if joint is None:
                break
            begin = joint.end()
            if joint["and"] and self._is_verb(begin):
                break  # سالم، وعلي، وحققت هدى
            if not joint["and"] and not self.is_named(begin):
                aside = _ASIDE_RE.match(self._text, phrase[1], limit)  # فلان، أستاذ التعليم الثانوي، وفلان
                if aside is None or not self.is_named(aside.end()):
                    break
                begin = aside.end()
                self._asides.append(aside.span(1))
            more = self.noun_phrase(begin, limit)
            if more is None:
                break
            phrase = start, more[1]
        self._lists_found.add(phrase)
        return phrase

    def _is_verb(self, position: int) -> bool:
        """Whether the word at an offset can be nothing but a verb."""
        words = self._article.words
        index = words.index_at(position)
        return index < len(words) and bool(words.classes[index] & VERB) and not words.classes[index] & NOMINAL

    def named_list(self, start: int, limit: int) -> Place | None:
        """The noun phrase that begins at `start`, with the names that و and commas join to it."""
        phrase = self.noun_phrase(start, limit)
        joint = _JOINT_RE.match(self._text, phrase[1], limit) if phrase else None
        if phrase and joint and "," in joint[0] and joint["and"] and self.is_named(joint.end()):
            return self.list_phrase(start, limit)
        return phrase

    def noun_phrase(self, start: int, limit: int) -> Place | None:
        """The noun phrase that begins at an offset, None where none does.

        Args:
            start: the offset.
            limit: where it ends at the latest.
        """
        words = self._article.words
        end = start
        quoted = 0
        for index in range(words.index_at(start), min(len(words), words.index_at(start) + _LONGEST_PHRASE)):
            begin = max(words.starts[index], start)
            if index < quoted and words.ends[index] <= limit:
                end = words.ends[index]
                continue
            if words.forms[index] == '"' and end > start and self._names_work(index, start):
                quoted = self.closing(index) + 1  # الفيلم "لن ينتهي"
            if words.forms[index] == "(" and end > start and (self._ends_work(index - 1) or self._is_age(index)):
                quoted = self._bracket_end(index) + 1  # رسالة (تاريخ المدن)
            if (
                begin >= limit
                or words.ends[index] > limit
                or (words.classes[index] & MARK and not self._inside_name(index) and index >= quoted)
            ):
                break
            if end > start and self.ends_phrase(index) and not self._goes_on(index):
                break
            if end > start and words.classes[index] & VERB and self._tells_of_counted(start, index):
                break
            end = min(words.ends[index], limit)
        return (start, end) if end > start and self._text[start:end].strip() else None

    def _tells_of_counted(self, start: int, index: int) -> bool:
        """Whether a verb tells of the counted noun before it: `25 متطوعا | زرع كل منهم شجرة`."""
        words = self._article.words
        before, classes = words.classes[index - 1], words.classes[index]
        if classes & (ADJECTIVE | KNOWN | DEFINITE) or before & (KNOWN | DEFINITE) or words.forms[index - 1][-1] != "ا":
            return False
        number = self._reader.read(self._text, start)
        return number is not None and number.kind == "cardinal" and number.value > 10

    def _goes_on(self, index: int) -> bool:
        """Whether a word that could end a phrase is part of a person's name, or joins a second number."""
        words = self._article.words
        quantity = words.forms[index - 1].removeprefix("ل") if index and words.forms[index] == "من" else ""
        if quantity in self._patterns.roles["quantities"]:
            return True
        if index and words.forms[index] == "من" and self._is_home(index + 1):
            return True
        if index and words.forms[index] == "في" and words.forms[index - 1] in self._lists["participants"]:
            return bool(words.classes[index + 1] & NOMINAL)
        if index and words.forms[index] in ("العام", "عام"):
            year = index + 1 < len(words) and words.classes[index + 1] & NUMBER
            if not year and words.forms[index - 1].removeprefix("ل") in self._lists["generals"]:
                return True  # الأمين العام, مدير عام
        if index and words.classes[index - 1] & NUMBER:
            return words.forms[index] not in self._lists["phrase_ends"]  # what is counted
        if (
            words.forms[index] in self._lists["name_syllables"]
            and index
            and not words.classes[index - 1] & ~(KNOWN | NAME_PART)
        ):
            return True
        if words.forms[index] in _OTHERS and index and words.classes[index - 1] & NOUN:
            return True  # ثلاث أمهات أخريات
        if words.forms[index] == "كان" and index and words.forms[index - 1] == "مهرجان":
            return True
        headed = index and words.forms[index - 1].removeprefix("و") in self._lists["person_heads"]
        if headed and index + 1 < len(words) and words.forms[index][0] not in "يت":
            following = words.classes[index + 1]
            if following & (GIVEN | FAMILY | KNOWN) and not (following & PREPOSED or words.classes[index] & ~VERB):
                return True  # الطالبة شمة سعيد
        if words.forms[index] == "و" and index + 1 < len(words):
            return bool(words.classes[index + 1] & NUMBER)
        return self._mentions.in_official(words.starts[index])

    def _is_home(self, index: int) -> bool:
        """Whether a place stands behind somebody and `من`: `فيلم من النيبال`, `سالم الحمد من مصر`."""
        words = self._article.words
        if index >= len(words) or not words.classes[index] & PLACE or words.classes[index] & (NOUN | CONJOINED):
            return False
        before = words.classes[index - 2]
        return bool(before & (NOUN | KNOWN)) and not before & (PLACE | POSSESSED)

    def ends_phrase(self, index: int) -> bool:
        """Whether a noun phrase ends before a token."""
        form = self._article.words.forms[index]
        classes = self._article.words.classes[index]
        bare = form[1:] if form[0] in "وف" else form
        if bare == "علي" and self._is_ali(index):
            return False
        if (
            form in self._lists["phrase_ends"]
            or bare in self._lists["phrase_ends"]
            or self._patterns.purpose_re.match(form)
            or form in ("من", "بين")
        ):
            return True
        if form == "امام" and self._article.view.written(*self._span(index)).startswith("أ"):
            return True  # and no imam
        if form[0] == "ب" and classes & PREPOSED and classes & POSSESSED:
            return True  # فاز المخرج بفيلمه الأول بجائزتين
        if form in self._lists["at_places"]:
            return "فائز" not in self._article.words.forms[index - 1]  # but الفائزين بالمراكز الأولى
        if form in self._lists["role_words"]:
            return False  # أفضل ممثل واعد
        return bool(classes & VERB_OR_FUNCTION) and not classes & NOMINAL and not self._is_counted(index)

    def _is_counted(self, index: int) -> bool:
        """Whether a number counts a token that looks like a verb: `12 طالبا`."""
        words = self._article.words
        if index == 0 or words.forms[index][-1] != "ا":
            return False
        number = self._reader.read(self._text, words.starts[index - 1])
        number = number or self._reader.read(self._text, words.starts[index - 1] + 1)
        return number is not None and number.kind == "cardinal" and number.end == words.ends[index - 1]

    def _is_ali(self, index: int) -> bool:
        """Whether علي is a name between others and no preposition: `حمدان علي المزروعي`, `وعلي كامل`."""
        words = self._article.words
        if index == 0 or index + 1 >= len(words) or self._article.view.written(*self._span(index))[-1] != "ي":
            return False
        name = GIVEN | FAMILY | KNOWN | NAME_PART
        headed = words.forms[index - 1].removeprefix("و") in self._lists["person_heads"]
        before = headed or words.forms[index][0] == "و" or words.classes[index - 1] & name
        return bool(before and words.classes[index + 1] & name) and not words.classes[index + 1] & (PREPOSED | PLACE)

    def _span(self, index: int) -> Place:
        """Offsets of a token."""
        return self._article.words.starts[index], self._article.words.ends[index]

    def is_named(self, position: int) -> bool:
        """Whether an official or organisation is named at an offset, or a person."""
        named = self._mentions.last_named(position)
        if named is not None and position < named[1]:
            return True
        words = self._article.words
        index = words.index_at(position)
        if index >= len(words):
            return False
        return bool(words.classes[index] & (GIVEN | NAME_PART)) or words.forms[index] in self._lists["person_heads"]

    def asides_in(self, phrase: Place) -> list[Place]:
        """What a list says of its members between commas: `فلان، أستاذ التعليم الثانوي، وفلان`."""
        return [aside for aside in self._asides if phrase[0] < aside[0] and aside[1] <= phrase[1]]

    def is_list(self, phrase: Place) -> bool:
        """Whether a phrase was read as a list, so that no comma ends it."""
        return phrase in self._lists_found

    # --- two phrases in one stretch ---

    def second_phrase(self, gap: Place) -> int | None:
        """Where the recipient begins in a stretch with giver and recipient: `منح | الوزير الشاعر سالم | وساما`."""
        ruler = self._mentions.second_office(gap[0])
        if ruler is not None:
            return ruler
        text = self._text[gap[0] : gap[1]]
        commas = [match.end() for match in _COMMA_RE.finditer(text)]
        if commas and self._reader.read(text, commas[-1]):
            return gap[0] + commas[-1]
        if len(commas) == 1 and self._is_behind_giver(gap[0], gap[0] + commas[0]):
            return gap[0] + commas[0]  # كرم الوزير سالم الحمد، المهندسة هدى كريم بدرع
        apposition = self._text[gap[1] :].startswith((",", " ,"))
        if commas and not apposition and len(commas) % 2 == 0 and len(text) - commas[-1] > 3:
            return gap[0] + commas[-1]  # منح الوزير، السيد فلان، اللاعب وساما
        if commas:
            text = text[: commas[0]].rstrip(" ,")
        starts = [match.start() for match in TOKEN_RE.finditer(text)]
        headed = [position for position in starts[1:] if self._begins_recipient(text, position, gap[0])]
        inside = [place for place in self._mentions.named_in(*gap) if place[1] <= gap[0] + len(text)]
        named = [begin - gap[0] for begin, _ in inside if any(end <= begin for _, end in inside)]
        best = max((*headed, *named), default=0)
        while best and any(text.find(" ", position) + 1 == best for position in headed):
            best = starts[starts.index(best) - 1]  # الطلاب المتفوقين
        return gap[0] + best if best else None

    def titled_apart(self, position: int) -> int | None:
        """Where the honorific begins behind an office without a name at an offset: `الوزير | الدكتور فلان`."""
        return self._mentions.second_rank(position)

    def _is_behind_giver(self, start: int, position: int) -> bool:
        """Whether a comma before an offset ends the giver's name, and others than him are named behind it."""
        if not any(end <= position for _, end in self._mentions.officials_in(start, position)):
            return False
        words = self._article.words
        named = self._mentions.named_in(position, position + 1)
        titled = any(
            begin < place[1] for place in named for begin, _ in self._mentions.officials_in(position, place[1])
        )
        return titled or words.forms[words.index_at(position)] in self._lists["plurals"]

    def _begins_recipient(self, text: str, position: int, start: int) -> bool:
        """Whether a person's title or a number begins the recipient's phrase, and does not go on with the giver's.

        Args:
            text: the stretch.
            position: where the word begins in it.
            start: where the stretch begins.
        """
        word = TOKEN_RE.match(text, position)
        if word is None or word[0] in _TWO or self._mentions.is_rank(start + position):
            return False  # رئيس الأركان اللواء فلان is one person
        before = text[:position].rstrip()
        counting = self._reader.read_back(text, len(before))
        if before[-1:].isdigit() or (counting is not None and counting.kind != "ordinal"):
            return False  # what is counted
        if word[0].startswith("ال") and self._in_construct(start + position):
            return False  # لاعبو المنتخب
        if before.rpartition(" ")[2] in self._lists["prepositions"]:
            return False  # الفريق الأول في نادي الساحل
        if word[0] in self._lists["person_heads"]:
            return True
        dual = self._patterns.dual_re.fullmatch(word[0])
        if dual and not word[0].startswith("ال") and self._text[start : start + position - 1].count(" ") == 0:
            return True  # منح الوزير ضابطين
        number = self._reader.read(text, position)  # المنتخب المصري تحت 20 عاما: no number of recipients
        return number is not None and number.kind == "cardinal" and bool(self._numbers.counted(text[position:]))

    def _in_construct(self, position: int) -> bool:
        """Whether the token before an offset is a common noun that the one at the offset completes."""
        words = self._article.words
        index = words.index_at(position) - 1
        classes = words.classes[index]
        sound = words.forms[index].endswith(("و", "ي")) and not classes & KNOWN
        return index >= 0 and bool(
            (classes & NOUN or sound) and not classes & (DEFINITE | POSSESSED | KNOWN | PLACE | ADJECTIVE | MAYBE_NAME)
        )

    # --- from the end ---

    def phrase_back(self, index: int, first: int) -> Place | None:
        """The noun phrase that ends with token `index`."""
        words = self._article.words
        if index >= first and words.forms[index] in ("عاما", "سنه") and index - 2 >= first:  # his age
            index -= 2
        end = words.ends[index] if index >= first else 0
        start = end
        while index >= first and end - words.starts[index] < _LONGEST_BACK:
            form, classes = words.forms[index], words.classes[index]
            if form in (")", '"'):
                opening = self._opening(index, first)
                if opening is None:
                    break
                start = words.starts[opening]
                index = opening - 1
                continue
            if classes & MARK or self.ends_phrase(index):
                break
            start = words.starts[index]
            if form.startswith("ل") and len(form) > 3 and self._is_preposed_name(form, classes):
                start += 1
                break
            if self._is_preposed_noun(index) and end > words.ends[index]:
                start += 1  # لقبول فلان, بعرض الفيلم
                break
            index -= 1
            if index >= first and self._is_aside(index):
                break
            if index >= first and self._heads_apart(index + 1):
                break
            begins = classes & NOUN and not classes & (DEFINITE | CONJOINED | ADJECTIVE)
            if classes & GIVEN and (words.classes[index + 2] & KNOWN or not words.classes[index + 2] & DEFINITE):
                begins = 0  # الشاعر الشاب إياد, but المقال نجم التنس
            if index >= first and begins and self._is_whole(index):
                break
            if index >= first and form in self._lists["counterparts"] and not self.ends_phrase(index):
                break  # يلتقي الفريق | نظيره
        whole = self._mentions.official_around(start)
        if whole is not None and whole[1] <= end:
            start = whole[0]  # the name is longer than what was read
        return (start, end) if start < end else None

    def _is_whole(self, index: int) -> bool:
        """Whether no genitive follows a token: a definite noun, or the place where something was done (`في جدة`)."""
        words = self._article.words
        classes = words.classes[index]
        placed = classes & PLACE and index > 0 and words.forms[index - 1] == "في"
        return bool(placed or (classes & DEFINITE and classes & NOUN))

    def _is_preposed_name(self, form: str, classes: int) -> bool:
        """Whether ل before a name is the preposition, and not the first letter of an unknown one (`ليديكي`)."""
        if classes:
            return bool(classes & PREPOSED and classes & (KNOWN | PLACE))
        if self._frequencies is None:
            self._frequencies = Counter(self._article.words.forms)
        return self._frequencies[form] < 2 or form[1:] in self._frequencies

    def _is_preposed_noun(self, index: int) -> bool:
        """Whether a token is a common noun without the article, with ب or ل before it, that another one completes."""
        words = self._article.words
        form, classes = words.forms[index], words.classes[index]
        other = KNOWN | MAYBE_NAME | PLACE | DEFINITE | POSSESSED | ADJECTIVE | CONJOINED
        if form[0] not in "بل" or not classes & PREPOSED or not classes & NOUN or classes & other:
            return False
        return form[0] == "ب" or not words.classes[index - 1] & DEFINITE  # الاتحاد السعودي لكرة القدم

    def _is_aside(self, index: int) -> bool:
        """Whether a token is an accusative that says how, before a definite noun: `معلنا | الفريق`."""
        words = self._article.words
        form, classes = words.forms[index], words.classes[index]
        how = form.endswith("ا") and classes & ADJECTIVE and not classes & (DEFINITE | KNOWN | MAYBE_NAME | PLACE)
        return bool(how and words.classes[index + 1] & DEFINITE)

    def _heads_apart(self, index: int) -> bool:
        """Whether a token begins a person's phrase after some other whole phrase: `في الدورة البطلة فلانة`."""
        words = self._article.words
        form, before = words.forms[index], words.classes[index - 1]
        if not form.startswith("ال") or form not in self._lists["person_heads"]:
            return False
        other = before & DEFINITE and before & NOUN and not before & (ADJECTIVE | KNOWN | PREPOSED)
        if not other or words.forms[index - 1] in self._lists["person_heads"]:
            return False
        if words.forms[index - 1].startswith("لل"):
            return False
        named = self._mentions.last_named(words.starts[index] - 1)
        return named is None or named[1] <= words.starts[index]

    # --- quotation marks and brackets ---

    def _inside_name(self, index: int) -> bool:
        """Whether a mark does not end a phrase: a gloss in brackets or quotation marks, a dot in a number."""
        return self._article.words.forms[index] in "\"-'*"

    def _opening(self, index: int, first: int) -> int | None:
        """Index of the bracket or quotation mark that the one at `index` closes."""
        words = self._article.words
        mark = "(" if words.forms[index] == ")" else '"'
        if mark == '"' and not self._closes(index, first):
            return None
        for other in range(index - 1, max(first, index - _LONGEST_QUOTE) - 1, -1):
            if words.forms[other] == mark:
                return other
        return None

    def _names_work(self, index: int, start: int) -> bool:
        """Whether a quotation mark opens a name, and not speech, in the phrase that begins at an offset."""
        words = self._article.words
        head = TOKEN_RE.search(self._text, start)
        verb = index + 1 < len(words) and words.classes[index + 1] & VERB and not words.classes[index + 1] & NOUN
        alone = index + 2 < len(words) and words.forms[index + 2] == '"'  # مهرجان "كان"
        return not verb or alone or bool(head and head[0] in self._lists["works"])

    def closing(self, index: int) -> int:
        """Index of the quotation mark that closes the one at `index`; -1 where that opens nothing."""
        words = self._article.words
        first = index
        while first and index - first < _LONGEST_LINE and not words.classes[first - 1] & NEWLINE:
            first -= 1
        if self._closes(index, first):
            return -1
        for other in range(index + 1, min(len(words), index + _LONGEST_QUOTE)):
            if words.forms[other] == '"':
                return other
            if words.classes[other] & NEWLINE:
                break
        return -1

    def _is_age(self, index: int) -> bool:
        """Whether a bracket holds an age: `لاعب المنتخب (12 عاما) سالم الحمد`."""
        return tuple(self._article.words.forms[index + 2 : index + 4]) in (("عاما", ")"), ("سنه", ")"), ("سنوات", ")"))

    def _is_work(self, index: int) -> bool:
        """Whether a token names a kind of work: `الرواية`, `ورسالة`."""
        form, works = self._article.words.forms[index], self._lists["works"]
        return form in works or form.removeprefix("و") in works or (form[:2] == "لل" and "ال" + form[2:] in works)

    def _ends_work(self, index: int) -> bool:
        """Whether a work's noun or its adjective is the token at `index`: `الفيلم الياباني`."""
        adjective = self._article.words.classes[index] & (ADJECTIVE | DEFINITE) == ADJECTIVE | DEFINITE
        return self._is_work(index) or (bool(adjective) and self._is_work(index - 1))

    def _bracket_end(self, index: int) -> int:
        """Index of the bracket that closes the one at `index`; -1 where none does."""
        words = self._article.words
        for other in range(index + 1, min(len(words), index + _LONGEST_PHRASE)):
            if words.forms[other] == ")":
                return other
        return -1

    def _closes(self, index: int, first: int) -> bool:
        """Whether a quotation mark closes: as it is written, or where it is the second of two."""
        words = self._article.words
        written = self._article.view.written(words.starts[index], words.ends[index])
        if written in ("»", "”"):
            return True
        marks = sum(words.forms[other] == '"' for other in range(max(first, index - _LONGEST_LINE), index))
        return written == '"' and marks % 2 == 1
