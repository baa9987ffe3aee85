"""How far the complement of an award's noun goes: `جائزة الملك فيصل | في`, `الميدالية الذهبية | للفريق`."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import Hit, ScannedArticle
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.items import LONGEST_COMPLEMENT, STANDARD_RE, TERM_RE, WORD_RE
from extractnews.extractors.awards.verbs import AwardVerbs
from extractnews.extractors.awards.words import AwardLexicon, ItemForm
from extractnews.numerals import NumeralReader
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    GIVEN,
    MAYBE_NAME,
    NAME_PART,
    NOUN,
    PLACE,
    PREPOSED,
    VERB,
)

QUOTED_RE: Final = re.compile(r' ?"([^"\n]{1,80})"|  ?\'([^\'\n]{2,80})\'| ?\(([^()\n]{1,40})\)')
_NAME_YEAR_RE: Final = re.compile(r" (?:19|20)\d\d(?![\d/-])(?! [مه](?!\w))")
_BEFORE_MINH: Final = ("تشي", "هوشي", "هوتشي")  # هو تشي منه
_BEST_RE: Final = re.compile(r" (?:ال)?(?:افضل|احسن) ")
_OF_ORDER_RE: Final = re.compile(r" (?:من |ل)وسام(?= )")
"""الصليب الأعظم من وسام الاستحقاق"""
NUMBER_OF_IT_RE: Final = re.compile(
    r" (?:رقم |ال ?-?)\d{1,3}(?![\d/:.,-]*\d)| \d{1,3}(?= (?:في|ل\S+|من|علي|بعد|خلال|عبر) |[.,\n\"]|$)"
)
"""Which of somebody's it is: `اللقب رقم 13`, `لقبها الـ21`."""
_TIME_RE: Final = re.compile(r" (?:الماضي|المنصرم|الفايت|الحالي|الجاري|المقبل|القادم|\d{4})(?!\w)")
"""After `العام` where it is the year."""
_NUMBER_RE: Final = re.compile(r" \d")
_LOOSE_RE: Final = re.compile(r" ب \d")
_FIRST: Final = "اولي"
_LONGEST_LINE: Final = 600
"""Letters before a quotation mark among which its like are counted, at most."""
_TENS: Final = frozenset({"عشر", "عشره"})
_OF_NAMES: Final = GIVEN | FAMILY | NAME_PART | MAYBE_NAME
_GRADES: Final = frozenset({"ا", "ب", "ج", "د"})
"""10 جوائز أ"""
_GRADE_RE: Final = re.compile(r" ?\([ابجدA-D]\)| لل(?:مركز|مرتبه) ال[^\W\d_]+")
"""27 جائزة (ب)، جائزتين للمركز الأول"""


class ComplementReader:
    """Reads the complements of one article's awards.

    Args:
        article: the article.
        verbs: its verbs, before one of which a complement ends.
        lexicon: the nouns and fields of awards.
        grammar: the word lists and patterns.
        reader: knows number words.
    """

    def __init__(
        self,
        article: ScannedArticle,
        verbs: AwardVerbs,
        lexicon: AwardLexicon,
        grammar: AwardGrammar,
        reader: NumeralReader,
    ) -> None:
        self._article = article
        self._text = article.text
        self._verbs = verbs
        self._lexicon = lexicon
        self._grammar = grammar
        self._lists = grammar.lists
        self._reader = reader

    def extent(self, hit: Hit) -> tuple[int, int]:
        """(end of the phrase with its quoted name, end of its complement) of the item at a hit."""
        text, form = self._text, hit.value
        quoted = self._quoted(hit.end)
        if quoted:
            return self._behind_quoted(quoted, form), hit.end
        grade = _GRADE_RE.match(text, hit.end) if form.item.noun == "جائزة" else None
        if grade:
            return grade.end(), hit.end if text[grade.end() - 1] == ")" else grade.end()
        nobel = self._nobel_end(hit)
        if nobel:
            return nobel, nobel
        standard = STANDARD_RE.match(text, hit.end) if form.item.noun == "شهادة" else None
        if standard:
            return standard.end(), standard.end()
        position = self._words_end(hit)
        if position > hit.end and (form.item.best or _BEST_RE.match(text, hit.end)):
            place = self._grammar.phrase.best_place_re.match(text, position)
            position = place.end() if place else position
        quoted = self._quoted(position)
        if quoted:
            return quoted, position
        if form.item.kind == "badge" or text[hit.end : position].strip() in self._lists["memberships"]:
            term = TERM_RE.match(text, position)
            position = term.end() if term else position
        if position > hit.end and form.item.behaviour == "sport":
            year = _NAME_YEAR_RE.match(text, position)
            position = year.end() if year else position
        return position, position

    def _behind_quoted(self, position: int, form: ItemForm) -> int:
        """Where an adjective behind the name ends: `جائزة "كذا" | التقديرية`."""
        word = WORD_RE.match(self._text, position)
        if (
            form.number != "one"
            or word is None
            or not word[1].startswith("ال")
            or word[1] in self._lists["complement_ends"]
        ):
            return position
        words = self._article.words
        adjective = words.classes[words.index_at(word.start(1))] & ADJECTIVE and self._grammar.is_adjective(
            word[1], form
        )
        return word.end() if adjective else position

    def _nobel_end(self, hit: Hit) -> int:
        """Where `جائزة نوبل في الفيزياء` ends, whatever stands behind; 0 where a prize is none of Nobel's."""
        if hit.value.item.noun not in ("جائزة", "نوبل"):
            return 0
        match = self._grammar.phrase.nobel_re.match(self._text, hit.end)
        named = match is not None and (hit.value.item.noun == "نوبل" or match[0].startswith(" نوبل"))
        return match.end() if match is not None and named else 0

    def _words_end(self, hit: Hit) -> int:
        """The end of the words that go on with an item's phrase."""
        text, position = self._text, hit.end
        form: ItemForm = hit.value
        definite = bool(hit.article) or form.possessed
        agreeing = definite or (form.number != "one" and not form.construct) or form.accusative
        degrees = 0
        for count in range(LONGEST_COMPLEMENT):
            degree = self._grammar.phrase.degree_re.match(text, position)
            if degree:
                position = degree.end()
                degrees += 1
                continue
            if degrees and form.item.kind in ("order", "medal"):
                break  # الوسام من درجة فارس العقيد فلان
            numbered = NUMBER_OF_IT_RE.match(text, position) if definite and form.number == "one" else None
            if numbered:
                return numbered.end()
            order = _OF_ORDER_RE.match(text, position) if form.item.kind == "order" and position > hit.end else None
            if order:
                position = order.end()
                agreeing = False
            word = WORD_RE.match(text, position)
            if word is None or _LOOSE_RE.match(text, position):
                break  # بطولة الدوري بـ 19 لقبا
            if self._verbs.wins_at(position + 1):
                break  # 18 جائزة فازت بها الشركة
            before = text[hit.end : position]
            if self._goes_on_anyway(word, before):
                pass
            elif self._ends(word[1], form, count):
                break
            elif agreeing:
                if not self._agrees(word, form, definite, count):
                    break
            elif not self._completes(word, before, form, count):
                break
            position = word.end()
            if count == 0 and not self._grammar.is_adjective(word[1], form):
                agreeing = False
        return self._before_event(hit, position)

    def _before_event(self, hit: Hit, position: int) -> int:
        """Where a medal's phrase ends before the event that only a number names: `ذهبية | سباق 200 متر`."""
        text = self._text
        if hit.value.item.kind != "medal" or position == hit.end or not _NUMBER_RE.match(text, position):
            return position
        before, _, last = text[hit.end : position].rpartition(" ")
        return hit.end + len(before) if last in self._lists["events"] else position

    def _goes_on_anyway(self, match: re.Match[str], before: str) -> bool:
        """Whether a word belongs to the one before it: `هو تشي منه`, `أفضل ممثل دور ثان`, `اللقب الثالث عشر`."""
        word = match[1]
        last = before.rsplit(maxsplit=1)[-1] if before else ""
        if last and word in self._lists["periods"] and (last == "الاتحاد" or self._is_of_year(match.start(), last)):
            return _TIME_RE.match(self._text, match.end()) is None
        if (word == "منه" and last in _BEFORE_MINH) or (word == "لي" and self._begins_name(match)):
            return True  # جائزة لي تو ترونغ
        if last.removeprefix("ال") in ("خاص", "خاصه") and word[0] == "ب" and word[1:] in self._lists["bests"]:
            return True  # الجائزة الخاصة بأحسن إخراج
        if word in _TENS and last.removeprefix("ال").removesuffix("ه") in self._lists["ordinals"]:
            return True
        if last.removeprefix("ب") in self._lists["bests"] and word not in self._lists["complement_ends"]:
            return True  # أفضل وجه جديد
        return before.endswith(" دور") and word.removeprefix("ال") in self._lists["adjectives"]

    def _begins_name(self, match: re.Match[str]) -> bool:
        """Whether a name goes on behind a word that elsewhere is none."""
        words = self._article.words
        index = words.index_at(match.start(1)) + 1
        return index < len(words) and not words.classes[index] & ~_OF_NAMES

    def _is_of_year(self, position: int, last: str) -> bool:
        """Whether the word before a year is somebody or something of the year: `لاعب الموسم`, `كتاب العام`."""
        words = self._article.words
        classes = words.classes[words.index_at(position) - 1]
        ownerless = classes & (DEFINITE | PLACE) or last in self._lists["ownerless"]
        return bool(classes & (NOUN | ADJECTIVE)) and not ownerless

    def _ends(self, word: str, form: ItemForm, count: int) -> bool:
        """Whether any complement ends before a word: a preposition, a number; an ellipsis has two words at most."""
        return (
            word in self._lists["complement_ends"]
            or (count > 0 and word in self._lists["editions_after"])
            or word[0].isdigit()
            or self._reader.is_number_word(word.removeprefix("و"))
            or (form.item.elliptic and count >= 2)
        )

    def _agrees(self, match: re.Match[str], form: ItemForm, definite: bool, count: int) -> bool:
        """Whether a word goes on with a phrase that so far has only adjectives: `الجائزة الوطنية الكبرى`."""
        fields, word = self._lexicon.fields, match[1]
        if count and word.startswith("لل") and (word[2:] in fields or word[2:] == "استحقاق"):
            return True  # الجائزة الوطنية للترجمة
        if word.startswith("و"):
            bare = word[1:].removeprefix("ال")
            if any(noun in self._lexicon.nouns or noun in self._lists["nouns_in_yeh"] for noun in (word[1:], bare)):
                return False
            if word not in self._lists["waw_words"]:
                return count > 0 and form.number != "one" and self._joins_adjective(match, definite=definite)
        if self._grammar.is_adjective(word, form) and word.startswith("ال") == definite:
            return True
        # الميدالية الذهبية ends with its adjectives; an indefinite plural may have a genitive (ميداليات البطولة).
        genitive = word.startswith("ال") or word in form.item.with_ or word in self._lists["award_names"]
        genitive = genitive or (word in _GRADES and form.item.noun == "جائزة")
        return not definite and count == 0 and genitive and not form.accusative and form.number != "two"

    def _joins_adjective(self, match: re.Match[str], *, definite: bool) -> bool:
        """Whether a word with و is one more adjective of several awards: `الجوائز الدولية والمحلية`; a metal is not."""
        word = match[1]
        if word.startswith("وال") != definite or word[1:].removeprefix("ال") in self._lists["metals"]:
            return False
        words = self._article.words
        classes = words.classes[words.index_at(match.start(1))]
        return bool(classes & ADJECTIVE) and (definite or not classes & NOUN)

    def _completes(self, match: re.Match[str], before: str, form: ItemForm, count: int) -> bool:
        """Whether a word goes on with a genitive: `جائزة الملك فيصل`, `درع الشكر والتقدير`."""
        fields, word = self._lexicon.fields, match[1]
        if word in self._lists["appositions"]:
            return word == _FIRST and form.item.feminine and not before  # جائزة أولى
        if word[0] in "ول" and self._is_name(match.start(1)):
            return True  # بطولة ويمبلدون, جائزة لطيفة
        if word.startswith("و") and word not in self._lists["waw_words"]:
            return self._joins_complement(word, before, form)
        if word.startswith("لل") or (word.startswith("ل") and word[1:] in fields):
            sport = form.item.behaviour == "sport" and word[2:] in self._lists["sports"]
            return sport or word.lstrip("ل").removeprefix("ال") in fields or word[2:] in fields
        if word.startswith("ل") and word not in self._lists["lam_words"]:
            return word.startswith(("لاعب", "لجن", "لغ"))
        with_preposition = word.startswith(("بال", "كاف", "فال"))
        another = word[0] in "بك" and count and word[1:] in self._lexicon.forms
        return not (with_preposition or another)

    def _is_name(self, position: int) -> bool:
        """Whether a name of a place or person begins at an offset, and no letter is attached to it."""
        words = self._article.words
        classes = words.classes[words.index_at(position)]
        return bool(classes & (PLACE | GIVEN)) and not classes & (CONJOINED | PREPOSED | NOUN | VERB | ADJECTIVE)

    def _joins_complement(self, word: str, before: str, form: ItemForm) -> bool:
        """Whether a word with و goes on with the complement, and is no next award."""
        last = before.rsplit(maxsplit=1)[-1] if before.split() else ""
        bare = word[1:].removeprefix("ال")
        with_ = form.item.with_
        thanks = self._lists["thanks"]
        if bare in thanks and last.removeprefix("ال") in thanks:
            return True  # درع الشكر والتقدير
        if word[1:] in with_ and (last in with_ or last.removeprefix("ال") in with_):  # الشكر والتقدير
            return True
        plain = bare.removesuffix("ات") + "ه"
        last = last.removeprefix("و")
        if {bare, bare + "ه", plain} & self._lexicon.nouns or bare in self._lists["metals"]:
            return False
        if not word.startswith("وال") or not last.startswith(("ال", "لل")):
            return False
        return bare in self._lexicon.fields or (form.construct and form.number == "two")  # جائزتا الشعر والقصة

    def _quoted(self, position: int) -> int | None:
        """The offset after a quoted name; a list of medals in quotation marks is none."""
        quoted = QUOTED_RE.match(self._text, position)
        if quoted is None or quoted[3] or self._closes(position + quoted[0].find('"')):
            return None
        if quoted[1] and quoted[0][0] == '"' and self._article.view.written(position, position + 1) not in "«“":
            return None  # a closing mark
        if self._is_speech(position) or self._lists["metals"].intersection(
            quoted[0].strip(' "').replace(",", " ").split()[:2]
        ):
            return None
        return quoted.end()

    def _closes(self, position: int) -> bool:
        """Whether a quotation mark that is written alike on both sides is the second of two on its line."""
        if self._text[position] != '"' or self._article.view.written(position, position + 1) not in '”"':
            return False
        line = max(position - _LONGEST_LINE, self._text.rfind("\n", 0, position) + 1)
        return self._text.count('"', line, position) % 2 == 1

    def _is_speech(self, position: int) -> bool:
        """Whether what stands in quotation marks begins with a verb of the present: `الجائزة "تعكس المصداقية"`."""
        words = self._article.words
        index = words.index_at(position + 1) + 1
        if index >= len(words) or words.forms[index][0] not in "يت":
            return False
        return bool(words.classes[index] & VERB) and not words.classes[index] & (NOUN | GIVEN | ADJECTIVE)
