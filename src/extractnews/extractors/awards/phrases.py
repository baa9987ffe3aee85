"""The noun phrase of an award: its number, its item with the complement, and what stands before it."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import Hit, ScannedArticle
from extractnews.extractors.awards.complements import ComplementReader
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.items import is_award
from extractnews.extractors.awards.words import AwardLexicon, ItemForm
from extractnews.numerals import Number, NumeralReader
from extractnews.words import GIVEN

SETS: Final = ("ثلاثية", "ثنائية")
"""Items that are several titles by one name."""
# ثلاثية الدوري والكأس المحليين ودوري أبطال أوروبا
_MEMBERS_RE: Final = re.compile(
    r" الدوري(?: ال[^\s,.]+)?(?: و(?:ال)?(?:كاس|دوري|سوبر|مسابقه دوري|بطوله)(?!\w)"
    r"(?: (?:ال[^\s,.]+|ابطال|اوروبا|اسيا|افريقيا)(?!\w)){0,2})+"
)
# جائزتي أفضل إخراج وأفضل سيناريو
_BEST_PAIR_RE: Final = re.compile(
    r" (?:افضل|احسن) [^\s,.]+(?: (?!و)[^\s,.]+){0,2}? ?,? ?و(?:افضل|احسن) (?!ال)[^\s,.;:()\"]+"
)
_SUM_RE: Final = re.compile(r"(?:^|[ ,])(ب?ما مجموعه )$")
"""حصد الوفد ما مجموعه 31 ميدالية"""
_DEMONSTRATIVES: Final = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_TWO_RE: Final = re.compile(r"(?<!\d)([2٢]) $")
_ATTACHED_RE: Final = re.compile(r"(?<!\w)([وف]?ب|و)\"$|(?<= علي )\"$")
_BRACKETED_RE: Final = re.compile(r"\((\d{1,3}(?:[.,]\d{3})*)\)$")
_GROUP: Final = "مجموعه"
_BEFORE: Final = 30
"""Letters before an award that its preposition and words of number may take."""
_LONGEST_REST: Final = 40
"""Letters from an award to the quotation mark that closes its name."""


class PhraseReader:
    """Reads the noun phrases of one article's awards.

    Args:
        article: the article.
        complements: reads their complements.
        lexicon: the complements that make an item something else.
        grammar: the word lists and patterns.
        reader: reads numbers.
    """

    def __init__(
        self,
        article: ScannedArticle,
        complements: ComplementReader,
        lexicon: AwardLexicon,
        grammar: AwardGrammar,
        reader: NumeralReader,
    ) -> None:
        self._article = article
        self._text = article.text
        self._complements = complements
        self._lexicon = lexicon
        self._grammar = grammar
        self._reader = reader

    def read(self, hit: Hit, sentence: tuple[int, int]) -> AwardDraft | None:
        """The noun phrase of an item, None where it is no award.

        Args:
            hit: the item.
            sentence: offsets of its sentence.
        """
        form: ItemForm = hit.value
        text, grammar = self._text, self._grammar.phrase
        end, complement_end = self._complements.extent(hit)
        complement = text[hit.end : complement_end].split()
        quoted = end > complement_end
        if not is_award(self._article, hit, complement, self._lexicon, self._grammar, quoted=quoted):
            return None
        end = max(end, self._members_end(hit, complement))
        number = self._number_before(hit, sentence[0])
        if number and number.value > 10 and form.number == "one" and complement and complement[0].startswith("ال"):
            number = None  # الفوج 45 وسام الشرف: what is counted has no genitive
        start = number.start if number else hit.start
        if grammar.described_re.search(text, max(0, hit.start - 20), hit.start):
            return None
        if grammar.money_re.match(text, end) or text[max(0, start - 4) : start].endswith((" اي ", " ايه ")):
            return None
        draft = AwardDraft(
            start,
            end,
            form=form,
            number=number,
            noun=(hit.start, hit.end),
            definite=bool(hit.article),
            sentence=sentence,
        )
        self._look_before(draft, hit)
        draft.end = self._quoted_whole(draft)
        return draft

    def _members_end(self, hit: Hit, complement: list[str]) -> int:
        """Where the members of a pair or set end: `جائزتي أفضل إخراج وأفضل سيناريو`, `ثلاثية الدوري والكأس`."""
        form: ItemForm = hit.value
        pair = _BEST_PAIR_RE.match(self._text, hit.end) if form.construct and complement else None
        members = _MEMBERS_RE.match(self._text, hit.end) if form.item.noun in SETS else None
        return max(pair.end() if pair else 0, members.end() if members else 0)

    def _number_before(self, hit: Hit, earliest: int) -> Number | None:
        """The number right before an item; a dual or definite item has none there."""
        text = self._text
        if hit.proclitic or hit.article or text[hit.start - 1 : hit.start] != " ":
            return None
        if hit.value.number == "two":
            two = _TWO_RE.search(text, max(earliest, hit.start - 4), hit.start)  # 2 ذهبيتان
            return self._reader.read(text, two.start(1), counting=True) if two else None
        end = hit.start - 1
        while end > 0 and text[end - 1] == " ":
            end -= 1
        bracketed = _BRACKETED_RE.search(text, max(0, end - 12), end) if text[end - 1] == ")" else None
        if bracketed:  # حصل على (23) ميدالية
            number = self._reader.read(text, bracketed.start(1), counting=True)
            number = number._replace(start=bracketed.start()) if number else None
        else:
            number = self._reader.read_back(text, end, counting=True)
        if number is None or number.kind == "ordinal" or number.percent or not isinstance(number.value, int):
            return None
        before = text[max(0, number.start - 20) : number.start]
        if number.value > 10 and hit.value.number == "one" and self._grammar.phrase.numbered_re.search(before):
            return None  # الفرقة 315 وسام حماية الوطن
        if number.value == 2 and not text[number.start].isdigit():
            return None  # ضابطين اثنين ميدالية
        if 1900 <= number.value <= 2100 and self._grammar.phrase.before_year_re.search(before):
            return None
        return number if number.start >= earliest else None

    def _quoted_whole(self, draft: AwardDraft) -> int:
        """The end of an award that stands in quotation marks of its own: `"جائزة المدينة للشعراء العرب الشباب"`."""
        text = self._text
        if not text.startswith('"', draft.start - 1) or draft.number or draft.form.item.elliptic:
            return draft.end
        closing = text.find('"', draft.end, draft.end + _LONGEST_REST)
        inside = text[draft.end : max(draft.end, closing)]
        name = closing > 0 and all(mark not in inside for mark in ",.:;\n()")
        return closing - (text[closing - 1] == " ") if name and len(inside.split()) < 5 else draft.end

    # --- what stands before the phrase ---

    def _look_before(self, draft: AwardDraft, hit: Hit) -> None:
        """Find what stands before the phrase: its preposition, `و`, and words of vague number."""
        text = self._text
        left, proclitic = self._attached(draft, hit)
        window = self._earliest(draft, left)
        vague = None
        if not proclitic and text[left - 3 : left] in self._grammar.phrase.vague_tails:
            vague = self._grammar.phrase.vague_re.search(text[window:left])
        definite = draft.definite or draft.form.possessed
        if vague and self._is_no_number(vague[0].strip(" (,"), window + vague.start("left"), definite):
            vague = None
        total = _SUM_RE.search(text, window, left) if draft.number and not proclitic else None
        if total:
            left, vague = total.start(1), None
        if vague:  # عدد من الجوائز, بإحدى الجوائز
            left = window + vague.start("left")
            proclitic = vague["left"]
            draft.how = "" if draft.number else "vague" if vague["uncounted"] else "one" if vague["one"] else ""
        before = text[max(draft.sentence[0], left - 25) : left].rsplit(maxsplit=1)
        last = before[-1].removesuffix(":") if before else ""
        if last == "ان" and self._article.view.written(left - 3, left - 1) == "آن":
            last = ""  # a Vietnamese name
        draft.left = left
        draft.marker = self._preposition(proclitic, last)
        draft.joined = proclitic.startswith("و")
        if draft.marker == "ل" and last in self._grammar.lists["added"]:  # إضافة لذهبيتين
            draft.marker, draft.joined = "", True
        if proclitic == "و" and not self._came_with_gifts(draft):
            self._came_with_place(draft)

    def _is_no_number(self, vague: str, start: int, definite: bool) -> bool:
        """Whether a word of vague number before an award is none.

        `العداء سعد كامل كأس البطولة`, `منحت 13 مجموعة شهادة تقدير`, `بما في ذلك ميداليتين`.
        """
        if vague == "كامل":
            return self._is_named_before(start)
        if vague == _GROUP:
            return self._reader.read_back(self._text, start - 1) is not None
        return not definite and vague in _DEMONSTRATIVES

    def _is_named_before(self, position: int) -> bool:
        """Whether a given name ends before an offset."""
        words = self._article.words
        index = words.index_at(position) - 1
        return index >= 0 and bool(words.classes[index] & GIVEN)

    def _attached(self, draft: AwardDraft, hit: Hit) -> tuple[int, str]:
        """(offset where the phrase begins with the letters before it, those letters)."""
        text, left = self._text, draft.start
        proclitic = hit.proclitic if left == hit.start else ""
        quoted = _ATTACHED_RE.search(text, max(0, left - 8), left) if not proclitic else None
        if quoted:  # فاز بـ"جائزة الشعر", حصل على "جائزة الشعر"
            return (quoted.start(1), quoted[1]) if quoted[1] else (left - 1, "")
        if not draft.number:
            return left - len(proclitic), proclitic
        while left > 0 and text[left - 1] in "وفبل" and draft.start - left < 2 and not proclitic:
            if text[left - 2 : left - 1].isalnum() and text[left - 2] not in "وف":
                break
            left -= 1
        return left, text[left : draft.start]

    def _preposition(self, proclitic: str, last: str) -> str:
        """The preposition before a phrase, from the letters attached to it and the word before; "" where none is."""
        prepositions = self._grammar.lists["prepositions"]
        if proclitic.endswith("ب") or last in ("ب", "وب"):
            return "ب"
        if proclitic.endswith("ل"):
            return "ل"
        if proclitic.strip("وف"):
            return ""
        if last in prepositions and last not in self._grammar.lists["exceptions"]:
            return last
        return last[1:] if last[1:] in prepositions and last[0] in "وف" else ""

    def _came_with_gifts(self, draft: AwardDraft) -> bool:
        """`حظي بتكريمات وجوائز`: the preposition stands before what came with the award; sets it."""
        gift = self._grammar.phrase.gift_re.search(self._text, self._earliest(draft, draft.left), draft.left)
        if gift is None:
            return False
        draft.joined, draft.left, draft.marker = False, gift.start(1), "ب" if gift[1] == "ب" else "علي"
        return True

    def _came_with_place(self, draft: AwardDraft) -> None:
        """`حقق المركز الأول والميدالية الذهبية`: what conferred the place conferred the award; sets its preposition."""
        window = self._earliest(draft, draft.left)
        placing = self._grammar.phrase.placing_re.search(self._text[window : draft.left])
        if placing is None:
            return
        draft.joined = False
        draft.left = window + placing.start() + (placing[0][0] == " ")
        draft.marker = (placing["marker"] or "").strip()
        if len(draft.marker) > 1:
            draft.left += len(placing["marker"])
        draft.placed = True

    def _earliest(self, draft: AwardDraft, left: int) -> int:
        """Where the letters before a phrase begin that are looked at."""
        return max(draft.sentence[0], left - _BEFORE)
