"""The subject of a sentence or clause by its own words: `أعلنت اللجنة أن | الفريق | فاز`."""

from __future__ import annotations

from typing import Final

from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.mentions import Place
from extractnews.linking.awards.phrases import MARK, NOMINAL, VERB_OR_FUNCTION, Phrases
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    GIVEN,
    KNOWN,
    LATIN,
    MAYBE_NAME,
    NAME_PART,
    NOUN,
    NUMBER,
    PLACE,
    POSSESSED,
    PREPOSED,
    VERB,
)

_LONGEST_DATELINE: Final = 12
"""Words of place and agency at the beginning of a report at most."""


class Sentences:
    """Finds the subjects of one article's sentences.

    Args:
        context: the article, and what its awards are read by.
        phrases: reads the noun phrases.
    """

    def __init__(self, context: RoleContext, phrases: Phrases) -> None:
        self._article = context.article
        self._text = context.article.text
        self._phrases = phrases
        self._lists = context.grammar.lists
        self._openers = context.grammar.lists["connectives"] | context.grammar.lists["negations"]
        self._auxiliaries = context.patterns.roles["auxiliaries"]
        self._numbers = context.numbers
        self._reader = context.reader

    def main_subject(self, start: int, position: int) -> Place | None:
        """The first noun phrase of the clause: after `أن`, else of the sentence, behind its verb.

        Args:
            start: where the sentence begins.
            position: where the phrase ends at the latest.
        """
        words = self._article.words
        first, last = words.index_at(start), words.index_at(position)
        for index in range(first, last):
            if self.opens_clause(index):
                owner = words.forms[index - 1]
                if index - 2 >= first and words.forms[index - 2] == "سبق" and owner[0] == "ل" and len(owner) > 4:
                    return self._phrases.noun_phrase(words.starts[index - 1] + 1, words.starts[index])
                inner = self.first_phrase(index + 1, last, position)
                if inner:
                    return inner
        return self.first_phrase(first, last, position)

    def opens_clause(self, index: int) -> bool:
        """Whether a token is أن; the Vietnamese name آن has the same letters in the folded text."""
        words = self._article.words
        if words.forms[index] not in ("ان", "وان", "بان"):
            return False
        return "آ" not in self._article.view.written(words.starts[index], words.ends[index])

    def first_phrase(self, first: int, last: int, position: int) -> Place | None:
        """The first noun phrase of a clause from token `first` on, behind its verb."""
        words = self._article.words
        first = self._behind_dateline(first, last)
        lead = words.forms[first] if first < last else ""
        if lead not in self._lists["connectives"] and self._is_adverbial(first, last):
            # وعلى صعيد آخر، ...: the clause begins after the comma, وفي 2010 انتقل فلان: or with its verb
            begin = next((index for index in range(first, last) if self._ends_adverbial(index, first)), last)
            begin += begin < last and words.forms[begin] == ","
            return self.first_phrase(begin, last, position) if begin < last else None
        while first < last and (words.forms[first] in self._openers or words.classes[first] & MARK):
            first += 1
            if words.forms[first - 1] == "هذا" and self._is_adverbial(first, last):
                return self.first_phrase(first, last, position)  # هذا وعقب المحاضرة قدم فلان
        verbs = 0
        while first < last and verbs < 2 and self._is_verb(first, verbs):
            first += 1
            verbs += 1
        if first >= last:
            return None
        form, classes = words.forms[first], words.classes[first]
        before = words.forms[first - 1].removeprefix("و") if first else ""
        owner = before in self._lists["owning"] and (classes & PREPOSED or not classes)
        if form.startswith("ل") and (owner or before == "سبق"):  # سبق لفلان أن, كان للفريق حضور
            phrase = self._phrases.noun_phrase(words.starts[first] + 1, position)
            return self.subject_alone(phrase) if phrase else None
        if form in self._lists["phrase_ends"] or (classes & VERB_OR_FUNCTION and not classes & NOMINAL):
            return None
        if form.startswith("لل") or (form[0] in "بل" and classes & PREPOSED and not classes & (KNOWN | PLACE)):
            return None  # شاركت بمعرض, للحديث عن
        conjoined = form[0] == "و" and len(form) > 3 and (classes & CONJOINED or not classes)
        phrase = self._phrases.noun_phrase(words.starts[first] + bool(conjoined), position)
        return self.subject_alone(phrase) if phrase else None

    def _is_adverbial(self, index: int, last: int) -> bool:
        """Whether a clause begins with a time, place or reason, which a comma ends."""
        return index < last and self.opens_adverbial(index)

    def opens_adverbial(self, index: int) -> bool:
        """Whether a token opens a time, place or reason."""
        lead, adverbial = self._article.words.forms[index], self._lists["adverbial"]
        return lead in adverbial or (lead[0] in "وف" and lead[1:] in adverbial)

    def _behind_dateline(self, first: int, last: int) -> int:
        """The token behind the place and agency that open a report: `أوسلو، النرويج (CNN)-- أعلنت`."""
        words = self._article.words
        if first >= last or not words.classes[first] & (PLACE | LATIN):
            return first
        for index in range(first + 1, min(last, first + _LONGEST_DATELINE)):
            if words.forms[index] == "-" and words.forms[index + 1] != "-":
                return index + 1
        return first

    def _ends_adverbial(self, index: int, first: int) -> bool:
        """Whether a token ends the adverbial that opens a sentence: a comma, or a verb that no relative clause has."""
        words = self._article.words
        form, classes = words.forms[index], words.classes[index]
        if form == ",":
            return True
        before = words.forms[index - 1] if index > first else ""
        dated = before.isdigit() or words.classes[index - 1] & (NUMBER | PLACE | DEFINITE)
        return bool(dated and index > first + 1 and classes & VERB and not classes & (NOMINAL | CONJOINED))

    def _is_verb(self, index: int, skipped: int) -> bool:
        """Whether a token is a verb, after `skipped` verbs of the clause."""
        words = self._article.words
        classes = words.classes[index]
        if skipped and words.forms[index - 1] in self._auxiliaries:
            skipped = 0
        if words.forms[index] in self._lists["late_heads"]:
            return False  # أما رجل الأعمال سالم الحمد فقد فاز
        other = PLACE | FAMILY | (NOUN if skipped else 0)
        if classes & GIVEN and index + 1 < len(words):  # واصل الفيلم مسيرته
            other |= 0 if words.classes[index + 1] & DEFINITE and not skipped else GIVEN
        return bool(classes & VERB) and not classes & other

    def _counts_thing(self, index: int) -> bool:
        """Whether a number counts something that nobody is: `1623 نقطة`."""
        words = self._article.words
        counted = words.forms[index + 1] if index + 1 < len(words) else ""
        aged = words.forms[index - 1].startswith(("البالغ", "العمر"))
        return counted in self._lists["not_recipients_counted"] and not aged

    def _follows_definite(self, index: int) -> bool:
        """Whether an indefinite noun follows a definite one, so that it is another phrase: `الشباب | فريق النصر`."""
        words = self._article.words
        before = words.classes[index - 1]
        noun = (
            before & (DEFINITE | POSSESSED) and before & NOUN and not before & (KNOWN | NAME_PART | MAYBE_NAME | PLACE)
        )
        return bool(noun) and not words.classes[index] & (CONJOINED | PREPOSED | DEFINITE)

    def subject_alone(self, phrase: Place) -> Place | None:
        """A subject without the object that follows it; None where the phrase is an object itself (`أداء رائعا`)."""
        words = self._article.words
        first = words.index_at(phrase[0])
        if self._reader.read(self._text, phrase[0]) and not self._numbers.counted(self._text[slice(*phrase)]):
            return None  # ثمانية أعوام
        name = KNOWN | NAME_PART
        named = bool(words.classes[first] & (name | PLACE))
        closing = self._phrases.closing(first) if words.forms[first] == '"' else -1
        if 0 < closing < len(words) - 1 and words.starts[closing + 1] < phrase[1]:
            object_ = words.classes[closing + 1] & NOUN and not words.classes[closing + 1] & (DEFINITE | ADJECTIVE)
            return (phrase[0], words.ends[closing]) if object_ else phrase  # خاضت "نجوم الحي" مرحلة الذهاب
        for index in range(first, len(words)):
            if words.starts[index] >= phrase[1]:
                break
            form, classes = words.forms[index], words.classes[index]
            accusative = form.endswith("ا") and classes & ADJECTIVE and not classes & (DEFINITE | name)
            if accusative and index > first and not words.classes[first] & DEFINITE and not named:
                return None
            before = words.classes[index - 1] & (DEFINITE | name | PLACE) if index > first else 0
            if index > first + 1:
                before |= words.classes[index - 2] & NUMBER  # من ستة طلاب | المراكز الأولى
            if before and classes & NUMBER and self._counts_thing(index):
                return phrase[0], words.ends[index - 1]  # جمع المنتخب 1623 نقطة
            if before and form in self._lists["played"]:
                return phrase[0], words.ends[index - 1]  # بدأ الفريق الموسم الجديد
            theirs = classes & POSSESSED or (form.endswith(("ته", "تها", "تهم")) and not form.startswith("ال"))
            if before and theirs and classes & NOUN and not classes & (CONJOINED | name):
                return phrase[0], words.ends[index - 1]  # اختتم الوفد الرياضي مشاركته
            unknown = index > first and not words.classes[index - 1]
            if (before or unknown) and self._says_what(index):
                return phrase[0], words.ends[index - 1]  # حلت الجزائر ثالثة, كانت الجزائر أول بلد يفوز
            common = classes & NOUN and not classes & (name | MAYBE_NAME | ADJECTIVE | PLACE)
            thing = common and not classes & (DEFINITE | CONJOINED | PREPOSED)
            if index > first and thing and words.classes[index - 1] & PLACE and form not in self._lists["rankings"]:
                return phrase[0], words.ends[index - 1]  # أنهت بعثة الجزائر منافسات الدورة
            aged = words.forms[index - 1] in ("عاما", "سنه")
            if index > first and common and (named or aged or self._follows_definite(index)):
                return phrase[0], words.ends[index - 1]
            named = named and bool(classes & (name | MAYBE_NAME))
        return phrase

    def _says_what(self, index: int) -> bool:
        """Whether a token begins what is said of a subject before it: `أول`, `أفضل`, `ثالثة`."""
        words = self._article.words
        form, classes = words.forms[index], words.classes[index]
        if classes & (KNOWN | NAME_PART):
            return False  # آل ثاني
        ranked = form.removesuffix("ه") in self._lists["ordinals"] or form in self._lists["rank_adverbs"]
        return ranked or form in self._lists["bests"]
