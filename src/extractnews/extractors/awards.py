"""Distinctions conferred: an item (`ميدالية`), how many, and the verb that says that somebody got it.

Items and verbs are cues of the scan; an item becomes a record only where a verb of conferring governs it:
with the preposition that the verb takes, or as its plain object, or in a list with another award.
Who gave and who got is found afterwards, in `extractnews.linking.awards`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final

from extractnews.article import Draft, Found, Hit, ScannedArticle, SpanRef
from extractnews.extractors.award_words import UNREAL, AwardGrammar, AwardLexicon, ItemForm, Status, Trigger
from extractnews.extractors.medal_tables import TOTAL, Row, medal_rows
from extractnews.lexicon import Resources
from extractnews.normalise import dediac, fold
from extractnews.numerals import Number, NumeralReader
from extractnews.scanner import Cue
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    GIVEN,
    MAYBE_NAME,
    NOUN,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    VERB,
)

_NOT_ONLY_VERB: Final = ~(VERB | CONJOINED | MAYBE_NAME)
_NOT_GENITIVE: Final = DEFINITE | GIVEN | FAMILY | PLACE | ADJECTIVE | POSSESSED | MAYBE_NAME | VERB
_WORD_RE: Final = re.compile(r" ?([^\s,.;:()\[\]\"'!?|*/-]+)")
_QUOTED_RE: Final = re.compile(r' ?"([^"\n]{1,80})"|  ?\'([^\'\n]{2,80})\'| ?\(([^()\n]{2,40})\)')
# د. is a doctor, no end of a sentence.
_BOUNDARY_RE: Final = re.compile(r'[!?\n;|]|(?<![\s(".]د)\.(?!\d)|\.\.')
_YEAR_RE: Final = re.compile(r"[12]\d{3}(?:[-/]\d{2,4})?")
_NAME_YEAR_RE: Final = re.compile(r" (?:19|20)\d\d(?![\d/-])(?! [مه](?!\w))")
_ONE_RE: Final = re.compile(r" (?:واحد|واحده)(?!\w)")
_ALONE_RE: Final = re.compile(r" في (?:[^\s,.;:\d]+ ){1,4}و(\d{1,3})(?= في )")
_YEARLY_RE: Final = re.compile(
    r" ?,? ?وفي (?:عام )?(?:19|20)\d\d(?: في [^\s,.;:\d]+){0,2} (?:علي|ب) ?(\d{1,3})(?=[ ,.]|$)(?! [^\s\d]+ه\b)"
)
_ROW_RE: Final = re.compile(r" *\d{1,2} ?[-.):]+ ?([^\n:;.\d]{2,120}?) ?[:,-]? ?(?:برصيد|ب|بواقع)? ?$")
# ذهبية في السباحة، وفضية ...
_EVENT_RE: Final = re.compile(r" (?:في|ضمن) (?:[^\s,.;:()\d]+ ){0,4}[^\s,.;:()\d]+ ?(?:, ?و?| و ?)")
_ASIDE_RE: Final = re.compile(r", (?:وهو|وهي|والذي|والتي) [^,]*,")
_NAMED_ROW_RE: Final = re.compile(r"(?:^|[\n-]) ?([^\s:;.,()\d-][^\n:;.,()\d-]{2,58}?) ?: ?$")
_RESULT_RE: Final = re.compile(r' ?: ?((?:[^\s\d":.,;()]+ )?"[^"\n]{2,80}")')
_ORDINAL_LENGTH: Final = 12
_NEXT_ROW_RE: Final = re.compile(r" ?; ?(?:[^\s,;.:()\d]+ ){1,4}(?:ب ?)?$")
_TO_NEXT_RE: Final = re.compile(r"(?: ?, ?(?:صنف|فئه|في) [^,.\n]{2,40},)? (?:الي |ل(?=\S{2}))")
_TOPIC_GAP_RE: Final = re.compile(
    r"(?: ?,[^.\n]{3,160},| ?\([^()\n]{1,60}\)| [لب]?(?:هذه|هذا) [^\s,.]+(?: [^\s,.]+)?"
    r"| (?:في|ضمن|عن|برسم) [^\s,.]+(?: [^\s,.]+){0,4}| (?:ال(?:مخصص|ممنوح|خاص)\S*|التي|الذي)(?: [^\s,.]+){1,8})?"
    r" ?,? ?(?:فقد |قد )?"
)
_TOPIC_TO_RE: Final = re.compile(r"(?: فيها| فيه| هذا العام| هذه السنه| مناصفه)?,? (?:الي |ل(?=\S{2}))")
_NAMELY_RE: Final = re.compile(r"[^.\n;]*; ?و?(?:هي|هما|هم) ?:? ?$")
_TOPIC_REACH: Final = 200
_PROPER_NAMES: Final = ("أوسكار", "نوبل")  # nouns of awards that are names by themselves
_SETS: Final = ("ثلاثية", "ثنائية")
# ثلاثية الدوري والكأس المحليين ودوري أبطال أوروبا
_MEMBERS_RE: Final = re.compile(
    r" الدوري(?: ال[^\s,.]+)?(?: و(?:ال)?(?:كاس|دوري|سوبر|مسابقه دوري|بطوله)(?!\w)"
    r"(?: (?:ال[^\s,.]+|ابطال|اوروبا|اسيا|افريقيا)(?!\w)){0,2})+"
)
# جائزتي أفضل إخراج وأفضل سيناريو
_BEST_PAIR_RE: Final = re.compile(
    r" (?:افضل|احسن) [^\s,.]+(?: (?!و)[^\s,.]+){0,2}? ?,? ?و(?:افضل|احسن) (?!ال)[^\s,.;:()\"]+"
)
_ATTACHED_RE: Final = re.compile(r"(?<!\w)([وف]?ب|و)\"$|(?<= علي )\"$")
_THE_SAME_RE: Final = re.compile(r"و(?:هذا|هذه) $")
_PLACE_RE: Final = re.compile(r" (?:في|خلال) (?:[^\s,.;:()]+ ){1,4}$")
_BRACKETED_RE: Final = re.compile(r"\((\d{1,3}(?:[.,]\d{3})*)\)$")
_BRACKETS_RE: Final = re.compile(r"\([^()\n]*\)")
_BEST_RE: Final = re.compile(r" (?:ال)?(?:افضل|احسن) ")
_LETTERS_RE: Final = re.compile(r"[^\W\d_]+")
_MARKS_RE: Final = re.compile('[,"()]')
_REACH: Final = {"strong": 190, "sport": 75, "qualified": 170, "direct": 60}
_WEAK_REACH: Final = 90
_NEAR_REACH: Final = 40
_LIST_REACH: Final = 100
_LONGEST: Final = 700
"""Letters of a sentence before an award that are looked at."""
_LONGEST_AFTER: Final = 1500
_MAX_COMPLEMENT: Final = 9


@dataclass(slots=True)
class AwardDraft(Draft):
    """A draft with what the linking needs to know.

    Attributes:
        form: the item as found.
        number: the number that stands with it.
        noun: offsets of the item noun itself, with its article.
        definite: whether it has the article.
        left: offset where the phrase begins with what stands before it (`نحو`, `ب`).
        trigger: the conferring verb's hit, None where the award stands in a list or a total.
        head: the award whose verb this one shares, None for the first of a list.
        marker: the preposition before the phrase.
        joined: whether و stands before it.
        placed: whether it came with a place in a race (`المركز الأول والميدالية الذهبية`).
        sentence: offsets of the sentence.
        how: `vague` where words before it say that there are several, `one` for one of several.
        verb_end: offset after the verb whose subject the award is (`الجائزة عادت إلى`), 0 where there is none.
        own: where a member of a list has a recipient of its own, the offsets of that recipient.
        status: whether it was conferred.
    """

    form: ItemForm = field(kw_only=True)
    number: Number | None = None
    noun: tuple[int, int] = (0, 0)
    definite: bool = False
    left: int = 0
    trigger: Hit | None = None
    head: AwardDraft | None = None
    marker: str = ""
    joined: bool = False
    placed: bool = False
    sentence: tuple[int, int] = (0, 0)
    how: str = ""
    verb_end: int = 0
    own: tuple[int, int] | None = None
    status: Status = "conferred"


class AwardExtractor:
    """Finds awards and the verbs that confer them."""

    record_type: ClassVar[str] = "awards"
    reads: ClassVar[frozenset[str]] = frozenset()
    linked_to: ClassVar[frozenset[str]] = frozenset(("dates", "documents", "organisations", "officials"))

    def __init__(self, resources: Resources) -> None:
        self._lexicon = AwardLexicon(resources)
        self._grammar = AwardGrammar(resources)
        self._reader = NumeralReader(resources)

    def cues(self) -> Iterable[Cue]:
        """Items, verbs of conferring and words of totals."""
        return self._lexicon.cues

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The awards of one article, also those that the text only denies or wishes."""
        rows = self._table_awards(article)
        hits = [hit for hit in article.hits("award.item") if self._may_be(article.text, hit)]
        if not hits:
            return rows
        return rows + list(_Search(article, self._lexicon, self._grammar, self._reader).awards(hits))

    def _table_awards(self, article: ScannedArticle) -> list[Draft]:
        """The medals of tables by column."""
        bronzes = article.hits("award.bronze")
        rows = medal_rows(article.text, bronzes, self._lexicon.columns) if bronzes else ()
        return [draft for row in rows for draft in _row_awards(row, self._lexicon.column_forms)]

    def _may_be(self, text: str, hit: Hit) -> bool:
        """Whether the words beside an item leave it open that it is an award; most are something else."""
        item = hit.value.item
        if item.behaviour == "qualified":
            return _complemented(text, hit)
        if item.behaviour == "strong" or (item.behaviour == "direct" and not item.best):
            return True
        left = hit.start - len(hit.proclitic)
        before = text[max(0, left - 16) : left].rsplit(maxsplit=1)[-1:]
        if item.best:
            in_reach = hit.proclitic or (before and (before[0] in _BEST_AFTER or before[0].endswith("ها")))
            return bool(in_reach) and not hit.article
        if item.noun == "سوبر" and before and before[0].endswith("كاس"):
            return False  # a part of that cup's name
        return bool(hit.proclitic or not before or before[0] not in self._lexicon.never_after)


_TERM_RE: Final = re.compile(r" (?:لمده )?\d{1,3} (?:عاما?|سنه|سنوات|اعوام)(?!\w)")
"""The years of service that a badge is given for."""
_WITH_GIFTS_RE: Final = re.compile(r" ?,? و(?:ال)?(?:دروع?|جوائز|هدايا|ميداليات|اوسمه|مكافات)(?!\w)(?! الجزيره)")
"""Beside these, a certificate honours: `الشهادات والدروع`. درع الجزيرة is a force."""
_ISO_RE: Final = re.compile(r" (?:(?:ال)?ايزو|ISO ?(?=\d))(?: ?[A-Z\d/:.-]*\d)*")
"""A standard by whose name a certificate is known: `شهادة الآيزو 9001:2015`."""
_STUDIES_RE: Final = re.compile(
    r' "(?:ال)?(?:دكتورا|ماجستير|بكالوريوس|ليسانس|ثانوي|متوسط|كفاء|ايزو|بكالوريا|اعداد|ابتدا|دبلوم|ماستر|باكالوريا'
    r'|[^"]*[a-zA-Z])'
)
"""Certificates of learning or conformity, which honour nobody."""
_BEST_AFTER: Final = frozenset({"علي", "وعلي", "و", "ب", "هما:", "هي:", "وهما:", "وهي:", "هما", "وهما"})


def _row_awards(row: Row, forms: dict[str, ItemForm]) -> list[AwardDraft]:
    """The medals of one row; nobody got those of which there are none."""
    drafts: list[AwardDraft] = []
    for noun, start, end, count in row.cells:
        form = forms[noun]
        draft = AwardDraft(
            start, end, form=form, number=Number(start, end, count), noun=(end, end), rule="awards.medal_table"
        )
        draft.left, draft.own, draft.sentence = start, row.name, (row.name[0], row.cells[-1][2])
        draft.fields.update(count=count, kind=form.item.kind, item=noun, name=None)
        drafts.append(draft)
    totals = [draft for draft in drafts if draft.form.item.noun == TOTAL]
    parts = [draft for draft in drafts if draft.form.item.noun != TOTAL]
    for total in totals:
        total.fields["sum_agrees"] = sum(part.fields["count"] for part in parts) == total.fields["count"]
        for part in parts:
            part.fields["part_of"] = SpanRef(total.start, total.end)
    return [draft for draft in drafts if draft.fields["count"]]


def _complemented(text: str, hit: Hit) -> bool:
    """Whether one of the complements that a `qualified` item needs is near."""
    with_ = hit.value.item.with_
    position = hit.end
    if hit.value.item.kind == "badge" and _TERM_RE.match(text, position):
        return True
    if hit.value.item.noun == "شهادة" and not hit.article and text.startswith(' "', position):
        return not _STUDIES_RE.match(text, position)
    if hit.value.item.noun == "شهادة" and (_WITH_GIFTS_RE.match(text, position) or _ISO_RE.match(text, position)):
        return True  # تسليم الشهادات والدروع
    for _ in range(_MAX_COMPLEMENT if hit.value.item.noun == "شهادة" else 1):
        word = _WORD_RE.match(text, position)
        if word is None:
            return False
        if word[1] in with_ or (hit.article and "ال" + word[1] in with_):
            return True
        position = word.end()
    return False


def conferring_hits(article: ScannedArticle) -> list[Hit]:
    """The hits of verbs of conferring: `منحه`, but not `منحة`, which is folded alike."""
    text = article.text
    return [
        hit
        for hit in article.hits("award.verb")
        if not hit[3].pronoun or text[hit[1] - 1] != "ه" or not _is_feminine(article, hit[1] - 1)
    ]


def _is_feminine(article: ScannedArticle, position: int) -> bool:
    """Whether the letter at an offset of the view, folded to ه, is written ة."""
    first, last = article.view.span(position, position + 1)
    return "ة" in article.view.original[first:last]


class _Search:
    """The search of one article."""

    def __init__(
        self, article: ScannedArticle, lexicon: AwardLexicon, grammar: AwardGrammar, reader: NumeralReader
    ) -> None:
        self.article = article
        self.text = article.text
        self.lexicon = lexicon
        self.grammar = grammar
        self.lists = grammar.lists
        self.reader = reader
        self.triggers: list[Hit] = _longest(conferring_hits(article))
        self.trigger_ends = [hit.end for hit in self.triggers]
        self.won_starts = {hit.start for hit in self.triggers if _is_winning(hit.value)}
        self.totals: list[Hit] = _longest(article.hits("award.total"))
        self.total_ends = [hit.end for hit in self.totals]
        self.followed = _longest(article.hits("award.followed"))
        self.followed_ends = {hit.end for hit in self.followed}
        self.followed_starts = [hit.start for hit in self.followed]
        self.sentence = (0, -1)
        self.verb_starts = sorted(hit.start for hit in (*self.triggers, *self.totals, *self.followed))

    def near_verb(self, hit: Hit) -> bool:
        """Whether anything in its sentence could confer the award; most items are only talked about."""
        index = bisect_right(self.verb_starts, hit.start)
        start, end = self.sentence
        if index > 0 and self.verb_starts[index - 1] >= start:
            return True
        if index < len(self.verb_starts) and self.verb_starts[index] < min(end, hit.end + 180):
            return True
        before = self.text[max(0, hit.start - 2) : hit.start]
        if hit.value.item.elliptic and (before[:1].isdigit() or ":" in before):
            return True  # perhaps one of a tally
        if (
            hit.article
            and hit.value.item.behaviour == "strong"
            and ":" in self.text[hit.end : hit.end + _ORDINAL_LENGTH]
        ):
            return True  # perhaps a result
        # A row of a table: its line begins with a number.
        line = self.text.rfind("\n", max(0, hit.start - 160), hit.start) + 1
        return self.text[line : line + 2].strip()[:1].isdigit()

    def awards(self, hits: list[Hit]) -> Iterator[AwardDraft]:
        previous: AwardDraft | None = None
        covered = 0
        for hit in hits:
            if hit.start < covered:
                continue
            if not self.sentence[0] <= hit.start < self.sentence[1]:
                self.sentence = self.sentence_at(hit.start)
            if not self.near_verb(hit) and (previous is None or hit.start - previous.end > 200):
                continue
            draft = self.phrase(hit)
            if draft is None or not self.govern(draft, previous):
                continue
            self.trim(draft)
            self.widen(draft)
            covered = draft.end
            self.rest(draft)
            previous = draft
            yield draft
            more = self.number_alone(draft)
            if more:
                previous = more
                yield more

    def number_alone(self, draft: AwardDraft) -> AwardDraft | None:
        """`7 ألقاب في الدوري و4 في الكأس`, `205 ذهبيات، وفي 2023 على 136`: a number whose noun is the one before."""
        match = (
            _ALONE_RE.match(self.text, draft.end) or _YEARLY_RE.match(self.text, draft.end) if draft.number else None
        )
        if match is None:
            return None
        index = bisect_right(self.trigger_ends, draft.end)
        if any(draft.end < hit.start < match.start(1) for hit in self.triggers[index : index + 1]):
            return None
        more = AwardDraft(
            *match.span(1),
            form=draft.form,
            number=Number(match.start(1), match.end(1), int(match[1])),
            noun=(match.end(1), match.end(1)),
            sentence=draft.sentence,
            rule="awards.list",
            left=match.start(1),
            head=draft,
            trigger=draft.trigger,
            status=draft.status,
        )
        self.rest(more)
        more.fields["item"] = draft.fields["item"]
        return more

    # --- the phrase ---

    def phrase(self, hit: Hit) -> AwardDraft | None:
        """The item's noun phrase with its number, None where its complement makes it something else."""
        form: ItemForm = hit.value
        text = self.text
        end, complement_end = self.extent(hit, form)
        complement = text[hit.end : complement_end].split()
        if not self.allowed(form, hit, complement):
            return None
        if form.construct and complement:
            pair = _BEST_PAIR_RE.match(text, hit.end)
            end = max(end, pair.end()) if pair else end
        members = _MEMBERS_RE.match(text, hit.end) if form.item.noun in _SETS else None
        end = max(end, members.end()) if members else end
        number = self.number_before(hit)
        if number and number.value > 10 and form.number == "one" and complement and complement[0].startswith("ال"):
            number = None  # الفوج 45 وسام الشرف: what is counted has no genitive
        start = number.start if number else hit.start
        if self.grammar.described_re.search(text, max(0, hit.start - 20), hit.start):
            return None
        if self.grammar.money_re.match(text, end) or text[max(0, start - 4) : start].endswith((" اي ", " ايه ")):
            return None
        draft = AwardDraft(
            start,
            end,
            form=form,
            number=number,
            noun=(hit.start, hit.end),
            definite=bool(hit.article),
            sentence=(max(self.sentence[0], hit.start - _LONGEST), self.sentence[1]),
        )
        self.place(draft, hit)
        draft.end = self.quoted_whole(draft)
        return draft

    def quoted_whole(self, draft: AwardDraft) -> int:
        """The end of an award that stands in quotation marks of its own: `"جائزة المدينة للشعراء العرب الشباب"`."""
        if not self.text.startswith('"', draft.start - 1) or draft.number:
            return draft.end
        closing = self.text.find('"', draft.end, draft.end + _NEAR_REACH)
        inside = self.text[draft.end : max(draft.end, closing)]
        name = closing > 0 and all(mark not in inside for mark in ",.:;\n()")
        return closing - (self.text[closing - 1] == " ") if name and len(inside.split()) < 5 else draft.end

    def sentence_at(self, position: int) -> tuple[int, int]:
        text = self.text
        earliest = max(0, position - _LONGEST)
        start = max(earliest, text.rfind("\n", earliest, position) + 1)
        for boundary in _BOUNDARY_RE.finditer(text, start, position):
            start = boundary.end()
        latest = min(len(text), position + _LONGEST_AFTER)
        boundary_after = _BOUNDARY_RE.search(text, position, latest)
        return start, boundary_after.start() if boundary_after else latest

    def number_before(self, hit: Hit) -> Number | None:
        if hit.proclitic or hit.article or hit.value.number == "two" or self.text[hit.start - 1 : hit.start] != " ":
            return None
        end = hit.start - 1
        while end > 0 and self.text[end - 1] == " ":
            end -= 1
        bracketed = _BRACKETED_RE.search(self.text, max(0, end - 12), end) if self.text[end - 1] == ")" else None
        if bracketed:  # حصل على (23) ميدالية
            number = self.reader.read(self.text, bracketed.start(1), counting=True)
            number = number._replace(start=bracketed.start()) if number else None
        else:
            number = self.reader.read_back(self.text, end, counting=True)
        if number is None or number.kind == "ordinal" or number.percent or not isinstance(number.value, int):
            return None
        before = self.text[max(0, number.start - 20) : number.start]
        if number.value > 10 and hit.value.number == "one" and self.grammar.numbered_re.search(before):
            return None  # الفرقة 315 وسام حماية الوطن
        if 1900 <= number.value <= 2100 and self.grammar.before_year_re.search(before):
            return None
        return number if number.start >= self.sentence[0] else None

    def extent(self, hit: Hit, form: ItemForm) -> tuple[int, int]:
        """(end of the phrase with its quoted name, end of its complement)."""
        text, position = self.text, hit.end
        definite = bool(hit.article) or form.possessed
        quoted = self.quoted(position)
        if quoted:
            return quoted, position
        standard = _ISO_RE.match(text, position) if form.item.noun == "شهادة" else None
        if standard:
            return standard.end(), standard.end()
        agreeing = definite or (form.number != "one" and not form.construct) or form.accusative
        for count in range(_MAX_COMPLEMENT):
            degree = self.grammar.degree_re.match(text, position)
            if degree:
                position = degree.end()
                continue
            if form.item.noun == "صليب" and text.startswith(" من وسام ", position):
                position += len(" من وسام")
                agreeing = False
            word = _WORD_RE.match(text, position)
            if word is None or position + 1 in self.won_starts:
                break  # 18 جائزة فازت بها الشركة
            if not self.continues(word[1], text[hit.end : position], form, definite, agreeing, count):
                break
            position = word.end()
            if count == 0 and not self.is_adjective(word[1], form):
                agreeing = False
        if position > hit.end and (form.item.best or _BEST_RE.match(text, hit.end)):
            place = self.grammar.best_place_re.match(text, position)
            position = place.end() if place else position
        quoted = self.quoted(position)
        if quoted:
            return quoted, position
        if form.item.kind == "badge" or text[hit.end : position].strip() in self.lists["memberships"]:
            term = _TERM_RE.match(text, position)
            position = term.end() if term else position
        if position > hit.end and form.item.behaviour == "sport":
            year = _NAME_YEAR_RE.match(text, position)
            position = year.end() if year else position
        return position, position

    def quoted(self, position: int) -> int | None:
        """The offset after a quoted name; a list of medals in quotation marks is none."""
        quoted = _QUOTED_RE.match(self.text, position)
        if quoted and quoted[1] and quoted[0][0] == '"' and self.written(position) not in "«“":
            return None  # a closing mark
        if quoted and not quoted[3] and self.is_speech(position):
            return None  # الجائزة "تعكس المصداقية"
        if quoted is None or quoted[3] or self.lists["metals"].intersection(quoted[0].strip(' "').split()[1:2]):
            return None
        return quoted.end()

    def is_speech(self, position: int) -> bool:
        """Whether what stands in quotation marks at an offset begins with a verb of the present."""
        words = self.article.words
        index = words.index_at(position + 1) + 1
        if index >= len(words) or words.forms[index][0] not in "يت":
            return False
        return bool(words.classes[index] & VERB) and not words.classes[index] & (NOUN | GIVEN | ADJECTIVE)

    def written(self, position: int) -> str:
        """The original's character at an offset of the view."""
        first, last = self.article.view.span(position, position + 1)
        return self.article.view.original[first:last]

    def continues(self, word: str, before: str, form: ItemForm, definite: bool, agreeing: bool, count: int) -> bool:
        """Whether a word goes on with the complement."""
        fields = self.lexicon.fields
        if word == "منه" and before.endswith("تشي"):  # هو تشي منه
            return True
        if before.endswith(" دور") and word.removeprefix("ال") in self.lists["adjectives"]:
            return True  # أفضل ممثل دور ثان
        if (
            word in self.lists["complement_ends"]
            or word[0].isdigit()
            or self.reader.is_number_word(word.removeprefix("و"))
            or (form.item.elliptic and count >= 2)
        ):
            return False
        if agreeing and count and word.startswith("لل") and word[2:] in fields | {"استحقاق"}:
            return True
        if agreeing:
            if word.startswith("و") and {word[1:], word[1:].removeprefix("ال")} & (
                self.lexicon.nouns | self.lists["nouns_in_yeh"]
            ):
                return False
            if self.is_adjective(word, form) and word.startswith("ال") == definite:
                return True
            # الميدالية الذهبية ends with its adjectives; an indefinite plural may have a genitive (ميداليات البطولة).
            genitive = word.startswith("ال") or word in form.item.with_ or word in self.lists["award_names"]
            return not definite and count == 0 and genitive and not form.accusative
        if word in self.lists["appositions"]:
            return False
        if word.startswith("و") and word not in self.lists["waw_words"]:
            return self.joined_complement(word, before, form)
        if word.startswith("لل") or (word.startswith("ل") and word[1:] in fields):
            return word.lstrip("ل").removeprefix("ال") in fields or word[2:] in fields
        if word.startswith("ل") and word not in self.lists["lam_words"] and not word.startswith(("لاعب", "لجن", "لغ")):
            return False
        return not (
            word.startswith(("بال", "كاف", "فال")) or (word[0] in "بك" and count and word[1:] in self.lexicon.nouns)
        )

    def joined_complement(self, word: str, before: str, form: ItemForm) -> bool:
        last = before.rsplit(maxsplit=1)[-1] if before.split() else ""
        bare = word[1:].removeprefix("ال")
        with_ = form.item.with_
        thanks = self.lists["thanks"]
        if bare in thanks and last.removeprefix("ال") in thanks:
            return True  # درع الشكر والتقدير
        if word[1:] in with_ and (last in with_ or last.removeprefix("ال") in with_):  # الشكر والتقدير
            return True
        plain = bare.removesuffix("ات") + "ه"
        if {bare, bare + "ه", plain} & self.lexicon.nouns or bare in self.lists["metals"]:
            return False
        return word.startswith("وال") and last.startswith(("ال", "لل")) and bare in self.lexicon.fields

    def is_adjective(self, word: str, form: ItemForm) -> bool:
        """Whether a folded word can be the item's adjective by its ending."""
        bare = word.removeprefix("ال")
        if bare in self.lists["adjectives"] or bare in self.lists["metals"]:
            return True
        if form.accusative and bare.endswith("ا") and bare[:-1] in self.lists["adjectives"]:
            return True  # تنويها خاصا
        if len(bare) < 4 or {bare, bare.removeprefix("ل")} & self.lists["nouns_in_yeh"]:
            return False
        if form.number == "two":
            return bare.endswith(("تين", "تان", "يين", "يان")) or bare.endswith("يه")
        if form.item.feminine or form.number == "many":
            return bare.endswith(("يه", "يات"))
        if bare.endswith("يا") and not form.accusative and form.item.noun != "درع":
            return False  # لقب أستراليا
        return bare.endswith(("ي", "يا", "يه") if form.item.noun == "درع" else ("ي", "يا")) and not bare.endswith("ائي")

    def allowed(self, form: ItemForm, hit: Hit, complement: list[str]) -> bool:
        item = form.item
        first = complement[0] if complement else ""
        if (
            item.behaviour == "qualified"
            and first not in item.with_
            and not (hit.article and "ال" + first in item.with_)
        ):
            if item.noun == "شهادة" and not complement and self.quoted(hit.end):
                return True
            beside = _WITH_GIFTS_RE.match(self.text, hit.end) or _ISO_RE.match(self.text, hit.end)
            if item.noun == "شهادة" and beside:
                return True
            term = item.kind == "badge" and _TERM_RE.match(self.text, hit.end)
            return bool(term or (item.noun == "شهادة" and complement and complement[-1] in item.with_))
        if first in item.not_with or any(word in self.lexicon.not_with for word in complement):
            return False
        # جائزة إيطاليا الكبرى is a race, الجائزة الكبرى a prize.
        race = (
            complement
            and complement[-1] in self.lexicon.race
            and form.number == "one"
            and not (hit.article or form.possessed)
            and not self.is_given(self.article.words.index_at(hit.end + 1))
        )
        if item.noun == "جائزة" and race:
            return False
        if form.accusative and hit.value.item.noun == "درع" and not self.is_adjective(first, form):
            return False
        if item.best:
            return bool(complement) and not first.startswith("ال")
        if self.text[hit.start : hit.end] == "وسامي":  # وسامي is also a man's name with و
            return first.startswith("ال")
        return True

    def place(self, draft: AwardDraft, hit: Hit) -> None:
        """Find what stands before the phrase: its preposition, and words of vague number."""
        text = self.text
        left, proclitic = self.attached(draft, hit)
        window = max(draft.sentence[0], left - 30)
        vague = None
        if not proclitic and text[left - 3 : left] in self.grammar.vague_tails:
            vague = self.grammar.vague_re.search(text[window:left])
        if vague:
            left = window + vague.start("left")
            proclitic = vague["left"]
            draft.how = "" if draft.number else "vague" if vague["uncounted"] else "one" if vague["one"] else ""
        before = text[max(draft.sentence[0], left - 25) : left].rsplit(maxsplit=1)
        last = before[-1] if before else ""
        prepositions = self.lists["prepositions"]
        if proclitic.endswith("ب") or last in ("ب", "وب"):
            draft.marker = "ب"
        elif proclitic.endswith("ل"):
            draft.marker = "ل"
        elif not proclitic.strip("وف"):
            if last in prepositions - self.lists["exceptions"]:
                draft.marker = last
            elif last[1:] in prepositions and last[0] in "وف":
                draft.marker = last[1:]
        draft.joined = proclitic.startswith("و")
        if draft.marker == "ل" and last in self.lists["added"]:  # إضافة لذهبيتين
            draft.marker, draft.joined = "", True
        draft.left = left
        earliest = max(draft.sentence[0], left - 30)
        gift = self.grammar.gift_re.search(text, earliest, left) if proclitic == "و" else None
        if gift:  # حظي بتكريمات وجوائز
            draft.joined, draft.left, draft.marker = False, gift.start(1), "ب" if gift[1] == "ب" else "علي"
        placing = (
            self.grammar.placing_re.search(text[max(draft.sentence[0], left - 30) : left]) if draft.joined else None
        )
        if placing and proclitic == "و":
            draft.joined = False
            draft.left = max(draft.sentence[0], left - 30) + placing.start() + (placing[0][0] == " ")
            draft.marker = (placing["marker"] or "").strip()
            if len(draft.marker) > 1:
                draft.left += len(placing["marker"])
            draft.placed = True

    def attached(self, draft: AwardDraft, hit: Hit) -> tuple[int, str]:
        """(offset where the phrase begins with the letters before it, those letters)."""
        text, left = self.text, draft.start
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

    def trim(self, draft: AwardDraft) -> None:
        """Cut the complement where a verb begins, or somebody's name, or what is no part of a name (`بفوزه`)."""
        if draft.end == draft.noun[1]:
            return
        words = self.article.words
        index = words.index_at(draft.noun[1] + 1)
        previous = ""
        beside = self.verb_is_beside(draft)
        while index < len(words) and words.starts[index] < draft.end:
            classes, form = words.classes[index], words.forms[index]
            if form in ('"', "'", "("):
                return
            verb = classes & VERB and previous not in ("افضل", "احسن") and not classes & _NOT_ONLY_VERB
            theirs = classes & PREPOSED and classes & POSSESSED
            late = form in self.lists["person_titles"] or (
                beside
                and not (draft.form.item.noun == "لقب" and form in self.lists["heroes"])
                and previous.startswith("ال")
                and form in self.lists["person_heads"] | self.lists["late_heads"]
            )
            named = classes & GIVEN and (
                previous.removeprefix("ال") in self.lists["adjectives"]
                or (
                    beside
                    and previous.startswith("ال")
                    and (not form.startswith("ال") or self.is_given(index + 1))
                    and not self.heads_person(index - 1)
                )
            )
            person = previous and (late or named)
            if verb or theirs or person:
                draft.end = words.ends[index - 1]
                return
            previous = form
            index += 1

    def is_given(self, index: int) -> bool:
        """Whether a token is a person's first name."""
        words = self.article.words
        return index < len(words) and bool(words.classes[index] & GIVEN)

    def heads_person(self, index: int) -> bool:
        """Whether a name may follow a definite word within an award's name: `جائزة الملك فيصل`, `جائزة الطيب صالح`."""
        words = self.article.words
        form = words.forms[index]
        named = words.classes[index] & (GIVEN | FAMILY)
        return bool(named) or form in self.lists["person_heads"] or form in self.lists["namesakes"]

    def widen(self, draft: AwardDraft) -> None:
        """`جائزة المغرب للكتاب`, `جائزة الدب الذهبي لأفضل فيلم`: what a prize is for belongs to its name."""
        trigger: Trigger | None = draft.trigger.value if draft.trigger else None
        won = trigger is not None and trigger.role != "give"
        if not won and draft.rule not in ("awards.goes_to", "awards.relative", "awards.table"):
            return
        end = self.purpose_end(draft)
        if draft.rule == "awards.goes_to" and not _TO_NEXT_RE.match(self.text, end) and draft.verb_end < draft.end:
            return  # آلت الجائزة الوطنية للمخرج
        draft.end = max(draft.end, end)

    def purpose_end(self, draft: AwardDraft) -> int:
        """Where the phrase with لـ behind an award ends that says what it is for; the award's end where none is."""
        item, end = draft.form.item, draft.end
        if item.elliptic or draft.form.number == "many" or self.text[end - 1] in "\"')":
            return end
        for _ in range(2):
            whole = item.kind in ("prize", "order") and item.behaviour == "strong"
            more = self.purpose(end, whole and not (draft.definite and end == draft.noun[1]))
            if more == end:
                break
            end = more
        return end

    def purpose(self, end: int, whole: bool) -> int:
        """The end of the phrase with لـ that follows an offset.

        Args:
            end: the offset.
            whole: whether any noun may follow the preposition; else only a superlative.
        """
        words = self.article.words
        index = words.index_at(end + 1)
        if words.forms[index - 1].startswith("لل") and words.ends[index - 1] == end:
            return self.purpose_goes_on(index - 1)  # للإعلام والاتصال
        if not self.text.startswith(" ل", end):
            return end
        form, classes = words.forms[index], words.classes[index]
        bare = form[1:].removeprefix("ل")
        best = bare in self.lists["bests"]
        noun = form.startswith("لل") or (classes & NOUN and not classes & (GIVEN | PLACE | FAMILY))
        if (
            words.ends[index] - end < 5
            or not (best or (whole and noun and not classes & POSSESSED))
            or bare in self.lists["not_purpose"]
            or form in self.lists["complement_ends"]
        ):
            return end
        if best:
            index += 1
            if index >= len(words) or not words.forms[index].isalpha() or form in self.lists["complement_ends"]:
                return end
        following = words.forms[index + 1 : index + 2]
        if not best and not form.startswith("لل") and not (following and following[0].isalpha()):
            return end  # لمهرجان "كذا"
        end = self.purpose_goes_on(index)
        place = self.grammar.best_place_re.match(self.text, end) if best else None
        return place.end() if place else end

    def purpose_goes_on(self, index: int) -> int:
        """The end of the phrase that a token with لـ begins."""
        words = self.article.words
        last = index
        definite = words.forms[index].startswith(("لل", "ال"))
        while last + 1 < len(words) and last - index < 5 and self.goes_with(last + 1, definite=definite):
            last += 1
            definite = definite or words.forms[last].startswith("ال")
        return words.ends[last]

    def goes_with(self, index: int, *, definite: bool) -> bool:
        """Whether a token goes on with what an award is for: a genitive, an adjective, one more noun with و."""
        words = self.article.words
        form, classes = words.forms[index], words.classes[index]
        verb = classes & VERB and not classes & (NOUN | ADJECTIVE)
        if form in self.lists["role_words"]:
            return not definite
        if verb or classes & (GIVEN | FAMILY) or form in self.lists["complement_ends"] or not form.isalpha():
            return False
        if form in self.lists["person_heads"] or form.removeprefix("و").removeprefix("ال") in self.lexicon.nouns:
            return False
        if form.startswith("وال"):
            return definite and not classes & ADJECTIVE
        if definite:
            return form.startswith("ال") and bool(classes & ADJECTIVE or form.endswith(("ي", "يه")))
        if form.startswith("ال"):
            return True
        attached = form[0] in "وبلك" and classes & (PREPOSED | CONJOINED)
        return bool(classes & (NOUN | ADJECTIVE | PLACE)) and not attached and not classes & POSSESSED

    def verb_is_beside(self, draft: AwardDraft) -> bool:
        """Whether the verb stands right before the award, so that its subject follows (`نال الجائزة الفيلم ...`)."""
        trigger = draft.trigger
        if trigger is None or draft.head is not None or draft.left < trigger.end:
            return False
        between = self.text[trigger.end : draft.left].split()
        named = self.text[draft.noun[1] : draft.end].split()[:1]
        person = bool(named) and named[0] in self.lists["styles"]  # جائزة صاحب السمو الملكي الأمير ...
        return len(between) <= 1 and not person and trigger.value.form in ("past", "present")

    # --- the verb ---

    def govern(self, draft: AwardDraft, previous: AwardDraft | None) -> bool:
        """Find what confers the award; False where nothing does."""
        if previous and self.text[previous.end : draft.start] == " (" and not draft.form.item.elliptic:
            return False
        if self.is_topic(draft):
            return True
        again = _THE_SAME_RE.match(self.text, draft.left, draft.start) and draft.end == draft.noun[1]
        trigger = None if again else self.trigger_before(draft)
        used = previous is not None and previous.trigger is trigger
        # وهذه الجائزة تمنح كل عامين: the one before is spoken of
        listed = previous if previous is not None and not again and self.in_list(draft, previous) else None
        followed = bool({draft.left, draft.left - 1} & self.followed_ends)
        if trigger is not None and not listed and not used and not (followed and self.goes_to(draft)):
            status = self.status(trigger, draft)
            after = self.trigger_after(draft) if status in UNREAL and draft.definite else None
            if after is None or self.status(after, draft) != "conferred":
                draft.trigger, draft.status, draft.rule = trigger, status, f"awards.{trigger.value.role}"
                return True
            listed = None  # يأمل في تكرار الجائزة التي نالها
        if (trigger is None or used or followed) and self.goes_to(draft):
            draft.rule = "awards.goes_to"
            return True
        if listed:
            draft.head = listed
            draft.marker = draft.marker or listed.marker
            draft.trigger = listed.trigger
            draft.status = listed.status
            draft.rule = "awards.list"
            return True
        after = self.trigger_after(draft)
        if after is not None:
            draft.trigger = after
            draft.rule = "awards.relative"
            draft.status = self.status(after, draft)
            return True
        if previous is not None and self.goes_as_well(draft, previous):
            draft.rule = "awards.goes_to"
            return True
        row = self.table_row(draft)
        if row:
            draft.own = row
            draft.rule = "awards.table"
            return True
        result = self.result(draft)
        if result:
            draft.own = result
            draft.rule = "awards.table"
            return True
        if self.is_total(draft):
            draft.rule = "awards.total"
            return True
        if draft.placed and draft.form.item.kind == "medal":
            draft.rule = "awards.placing"
            return True
        if self.is_tally(draft, previous):
            draft.rule = "awards.tally"
            return True
        return False

    def is_topic(self, draft: AwardDraft) -> bool:
        """`أما جائزة الجمهور فعادت إلى`, `الجائزة الوطنية فاز بها`: the award, then the clause that confers it."""
        if draft.form.number == "many" or draft.number or draft.form.item.best:
            return False
        followed = self.nearest(self.followed, draft)
        for hit in followed[:1]:  # جائزة الإخراج التي عادت إلى
            if self.text[draft.end : hit.start].strip(" ,") in self.lists["relatives"] and self.confers_topic(
                draft, hit
            ):
                return True
        named = draft.definite or draft.end > draft.noun[1]
        if draft.marker not in ("", "ان") or not named or not self.opens(draft):
            return False
        verbs = [*followed, *self.nearest(self.triggers, draft)]
        for hit in sorted(verbs, key=lambda each: each.start):
            verb = hit.start - len(hit.proclitic)
            end = min(draft.end, verb - 1)
            before = self.text[draft.noun[0] : end]
            end = draft.noun[0] + len(before.removesuffix(" فقد").removesuffix(" قد"))
            wide = self.purpose_end(draft) if end == draft.end else end
            end = next((each for each in (wide, end) if _TOPIC_GAP_RE.fullmatch(self.text, each, verb)), 0)
            if end and self.confers_topic(draft, hit):
                draft.end = end
                return True
        return False

    def opens(self, draft: AwardDraft) -> bool:
        """Whether the award begins a clause."""
        before = self.text[draft.sentence[0] : draft.left].split()
        return not before or before[-1] in self.lists["topic_openers"] or (draft.joined and before[-1] in ".,")

    def nearest(self, hits: list[Hit], draft: AwardDraft) -> list[Hit]:
        """The next verbs behind the award's noun, in its sentence."""
        index = bisect_right(hits, draft.noun[1], key=lambda each: each.start)
        limit = min(draft.sentence[1], draft.end + _TOPIC_REACH)
        return [hit for hit in hits[index : index + 3] if hit.start < limit]

    def is_lot(self, hit: Hit) -> bool:
        """Whether `كانت` says to whom something went (`فكانت للفيلم`), and not what it was."""
        return self.text[hit.start : hit.end] not in ("فكانت", "فكان") or self.text.startswith(" ل", hit.end)

    def confers_topic(self, draft: AwardDraft, hit: Hit) -> bool:
        """Whether a verb says where the award before it went; sets rule and verb."""
        if hit.value is None:
            lot = self.grammar.lot_re.search(self.text, hit.start, hit.end)
            to = lot or _TOPIC_TO_RE.match(self.text, hit.end)
            if not to or not self.is_lot(hit):
                return False
            draft.verb_end, draft.rule = hit.end, "awards.goes_to"
            return True
        trigger: Trigger = hit.value
        if trigger.role == "give" and trigger.form == "past" and not trigger.pronoun and not trigger.indefinite:
            if not _TOPIC_TO_RE.match(self.text, hit.end):
                return False
            draft.verb_end, draft.rule = hit.end, "awards.goes_to"  # الجائزة منحت لفلان
            return True
        if trigger.role == "give" or trigger.form != "past" or trigger.generic or trigger.weak:
            return False
        if not trigger.pronoun and not self.grammar.resumed_re.match(self.text, hit.end):
            return False
        draft.trigger, draft.rule = hit, "awards.relative"
        draft.status = self.status(hit, draft)
        return True

    def goes_as_well(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """`عادت الجائزة الأولى لفلان والثانية لفلان`: one more award that the verb before speaks of."""
        return (
            previous.rule == "awards.goes_to"
            and previous.sentence[1] == draft.sentence[1]
            and draft.joined
            and not draft.marker
            and draft.form.number == "one"
            and bool(_TOPIC_TO_RE.match(self.text, draft.end))
        )

    def is_tally(self, draft: AwardDraft, previous: AwardDraft | None) -> bool:
        """`الصين 40 ذهبية، 27 فضية`: medals of several metals one after the other; or one more row, of one metal."""
        if not draft.number or draft.form.item.kind != "medal":
            return False
        metal = draft.form.item.elliptic or self.text[draft.noun[1] : draft.end].strip() in self.lists["metals"]
        if not metal:
            return False
        if previous is not None and previous.number and previous.rule in ("awards.tally", "awards.list"):
            between = self.text[previous.end : draft.left]
            if len(between) < _NEAR_REACH and _NEXT_ROW_RE.match(between):
                return True
        return bool(self.grammar.tally_re.match(self.text, draft.end))

    def trigger_before(self, draft: AwardDraft) -> Hit | None:
        index = bisect_right(self.trigger_ends, draft.left)
        owned = False
        for hit in self.triggers[max(0, index - 4) : index][::-1]:
            if hit.start < draft.sentence[0]:
                break
            if not (owned and hit.value.role == "get") and self.fits(hit, draft):
                return hit
            # تسلم الفائزون بالجائزة مبالغ: they have it already
            near = draft.left - hit.end <= len(draft.marker) + 2
            owned = owned or (hit.value.generic and near and draft.marker in hit.value.markers)
        return None

    def reach(self, trigger: Trigger, draft: AwardDraft) -> int:
        """How many letters may stand between the verb and the award."""
        item = draft.form.item
        if trigger.indefinite:
            reach = _NEAR_REACH
        elif trigger.role == "give" and item.noun in ("كأس", "لقب"):
            reach = 190
        else:
            reach = _REACH[item.behaviour] if not trigger.weak else _WEAK_REACH
            if draft.number and item.behaviour == "sport":
                reach = 120
            if trigger.near or trigger.form == "participle":
                reach = 30
            if item.strict or (trigger.weak and item.behaviour in ("sport", "direct")):
                reach = min(reach, 60)
        counted = draft.number and item.behaviour == "strong"
        if (counted or draft.marker in ("علي", "ب")) and not trigger.weak and item.behaviour != "direct":
            reach *= 2
        return reach

    def fits(self, hit: Hit, draft: AwardDraft) -> bool:
        trigger: Trigger = hit.value
        item = draft.form.item
        gap_length = draft.left - hit.end
        if gap_length > self.reach(trigger, draft) or (trigger.generic and not draft.number):
            return False
        if not self.takes(hit, draft):
            return False
        gap = self.text[hit.end : draft.left]
        if draft.marker and "," in gap:
            gap = _ASIDE_RE.sub(" ", gap)
        words = _MARKS_RE.sub(" ", gap).split()
        if trigger.holder and self.grammar.whoever_re.search(self.text, max(0, hit.start - 8), hit.start):
            return False  # يحصل كل صاحب ميدالية على منحة
        if trigger.weak and words and self.verb_follows(hit):
            return False
        if trigger.indefinite and '"' in gap:
            return False
        if self.blocked(hit, draft, words):
            return False
        if item.elliptic and not draft.number and not self.stands_alone(draft, words):
            return False
        if item.behaviour == "sport" and self.grammar.other_goal_re.search(gap):
            return False
        if draft.marker == "" and not self.plain_object(trigger, draft, gap, words):
            return False
        if trigger.holder and trigger.form == "participle":
            return not words and bool(
                draft.number or item.kind == "medal" or self.text[draft.noun[1] : draft.end].strip()
            )
        return not (hit.article and trigger.form in ("past", "present"))

    def verb_follows(self, hit: Hit) -> bool:
        """Whether a verb comes right after (`فقد عادت`, `وأضاف تمت`), so that the hit governs nothing."""
        words = self.article.words
        index = words.index_at(hit.end + 1)
        return index < len(words) and bool(words.classes[index] & VERB) and not words.classes[index] & _NOT_ONLY_VERB

    def takes(self, hit: Hit, draft: AwardDraft) -> bool:
        """Whether a verb of this kind can have such an award with such a preposition at all."""
        trigger: Trigger = hit.value
        item = draft.form.item
        if draft.marker not in trigger.markers:
            return False
        if trigger.near and item.strict and draft.marker == "ب":
            return False  # حظي القرار بتنويه واسع
        if trigger.beside and (item.behaviour != "strong" or draft.left != hit.end + 1):
            return False  # استقبل الوزير السيد وسام
        if draft.joined and item.behaviour in ("sport", "direct") and draft.marker == "":
            return False
        if item.best and (trigger.weak or draft.marker not in ("ب", "علي")):
            return False
        if draft.marker == "في" and not (draft.number and item.behaviour == "sport"):
            return False
        if trigger.holder and trigger.form == "present" and draft.form.possessed:
            return False  # بطولة تحمل كأسها اسم الراحل
        if trigger.indefinite and (draft.definite or draft.form.possessed):
            return False
        if trigger.holder and trigger.form != "participle" and item.kind != "cup" and not draft.number:
            return False
        if trigger.role == "give" and item.noun in ("بطولة", "دوري", "سوبر"):
            return False
        if draft.marker == "الي" and item.noun == "دوري":
            return False  # صعد إلى دوري الأضواء
        # The object of a verb with a pronoun is the pronoun.
        own = trigger.pronoun and trigger.role == "get" and trigger.form in ("past", "present")
        own = own and not (trigger.masdar and draft.left == hit.end + 1)  # عقب تسلمه الجائزة
        return not (own and not draft.marker)

    def plain_object(self, trigger: Trigger, draft: AwardDraft, gap: str, words: list[str]) -> bool:
        """Whether an award without a preposition can be the verb's object, by the words between them."""
        adverbs = self.grammar.roles["adverbs"]
        last = next((word for word in reversed(words) if word not in adverbs), "")
        if draft.form.item.noun in _PROPER_NAMES and words and not draft.number:
            return False  # a man's name; لجائزة "نوبل"
        if ":" in gap or (trigger.role == "give" and last in ("هذا", "هذه")):
            return False
        if last in self.lexicon.not_after or last[1:] in self.lexicon.not_after:
            return False
        if last.startswith(("بال", "لل", "وال")) and draft.form.item.behaviour == "sport" and len(words) < 2:
            return False
        counted = any(self.reader.is_number_word(word) or word.isdigit() for word in words)
        return counted or words[-1:] != [last] or not self.genitive(draft, last)

    def blocked(self, hit: Hit, draft: AwardDraft, gap: list[str]) -> bool:
        """Whether another clause, or a wish, begins between the verb and the award."""
        blocking = self.lists["clause_openers"].intersection(gap)
        if "ان" in blocking and "آن" in self.original(hit.end, draft.left).split():  # a Vietnamese name
            blocking -= {"ان"}
        item = draft.form.item
        comma = item.behaviour in ("sport", "direct") and "," in self.text[hit.end : draft.left]
        if blocking and ("حيث" in blocking or not draft.marker or hit.value.weak or comma):
            return True
        if comma and item.best:
            return True
        return bool(self.lists["aims"].intersection(gap))

    def genitive(self, draft: AwardDraft, last: str) -> bool:
        """Whether a definite award completes the noun before it (`صورة الكأس`)."""
        if not last or not draft.definite or draft.number:
            return False
        words = self.article.words
        classes = words.classes[words.index_at(draft.left) - 1]
        return bool(classes & NOUN) and not classes & _NOT_GENITIVE

    def stands_alone(self, draft: AwardDraft, gap: list[str]) -> bool:
        """Whether a `ذهبية` after these words is a medal, and not the adjective of the noun before it."""
        if not gap or draft.marker in ("ب", "علي"):
            return True
        if draft.form.number == "two":
            return not gap[-1].endswith(("ين", "ان"))
        if draft.form.number == "many":
            return True
        if draft.definite:
            return not self.agrees_back(draft, gap[-1]) and not self.lists["prepositions"].intersection(gap)
        return not gap[-1].endswith(("ه", "ات")) or gap[-1].startswith("ال")

    def agrees_back(self, draft: AwardDraft, last: str) -> bool:
        """Whether a definite feminine adjective can belong to the word before it (`العضوية الذهبية`)."""
        words = self.article.words
        plural = words.classes[words.index_at(draft.left) - 1] & PLURAL
        feminine = last.endswith(("ه", "ات", "ا")) or last[2:] in self.lexicon.nouns
        return last.startswith("ال") and (feminine or bool(plural))

    def status(self, hit: Hit, draft: AwardDraft) -> Status:
        """What the verb, its form and the words before it say of it: conferred, to come, denied, wished."""
        trigger: Trigger = hit.value
        if trigger.status != "conferred":
            return trigger.status
        before = self.text[max(draft.sentence[0], hit.start - 160) : hit.start - len(hit.proclitic)]
        if trigger.form == "past":
            before = before.rpartition(",")[2]  # a wish ends with its clause
        words = _LETTERS_RE.findall(before)
        past = trigger.form == "past" and not trigger.masdar
        said = self.said_before(words[-5:], self.lexicon.with_past if past else None)
        if said == "nominated" and trigger.form == "past":
            said = None  # رشح لثماني جوائز حصد منها اثنتين
        gap = self.text[hit.end : draft.left].split()
        if said == "denied" and self.lists["exceptions"].intersection(gap):
            said = None  # لم يفز إلا بجائزتين
        if said is None and self.aimed_at(hit, draft) and not self.made_real(words):
            said = "hoped" if hit.proclitic.endswith("ل") or hit.article == "ل" else "possible"
        if said is not None:
            return said
        planned = trigger.future or (trigger.form != "past" and self.lists["future"].intersection(words[-4:]))
        return "planned" if planned else "conferred"

    def said_before(self, near: list[str], only: frozenset[str] | None) -> Status | None:
        """What the last words before a verb make of it; None where nothing, or something real stands behind it.

        Args:
            near: the words.
            only: of the words that make it unreal, those that count; None for all.
        """
        said: Status | None = None
        for index, word in enumerate(near):
            known = word in self.lexicon.unreal or word in self.lexicon.real
            bare = word if known or word[0] not in "وفل" else word[1:]
            if bare == "امل" and near[index - 1 : index] != ["علي"]:
                continue  # a name
            counts = only is None or bare in only
            certain = said == "possible" and word in self.lexicon.real and near[index - 1] in self.lexicon.with_past
            if certain:
                continue  # حتى لو تمكن
            if (
                counts
                and bare in self.lexicon.unreal
                and (bare not in self.lexicon.only_near or index >= len(near) - 2)
            ):
                said = self.lexicon.unreal[bare]
            if bare in self.lexicon.real:
                said = None
        return said

    def aimed_at(self, hit: Hit, draft: AwardDraft) -> bool:
        """Whether a masdar names an aim (`للفوز بالجائزة`), or nobody's deed (`الفوز بالجائزة`)."""
        trigger: Trigger = hit.value
        last = self.text[max(0, hit.start - 8) : hit.start].rsplit(maxsplit=1)[-1:]
        noun = trigger.form == "noun" or (trigger.masdar and last == ["من"])  # من تقاسم الجائزة
        if not noun or trigger.role != "get" or trigger.pronoun:
            return False
        purpose = hit.proclitic.endswith("ل") or hit.article == "ل"
        subject = self.text[hit.end : draft.left].strip(" ب")
        if self.text[hit.start : hit.end] in self.lists["handed"] and self.lists["ceremonies"].intersection(
            self.text[max(draft.sentence[0], hit.start - 2 * _LIST_REACH) : hit.start].split()
        ):
            return False  # أقامت المدرسة حفلا لتسلم الوسام
        return purpose or ((hit.article == "ال" or not subject) and not hit.proclitic.endswith("ب"))

    def made_real(self, words: list[str]) -> bool:
        """Whether the words before a masdar say that it was done; of success (`نجح ... في`) even from afar."""
        near = any(word in self.lexicon.real or word[1:] in self.lexicon.real for word in words[-9:])
        success = self.lists["success"]
        return near or (words[-1:] in (["في"], ["من"]) and any(word in success for word in words[-20:-9]))

    def in_list(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """Whether the phrase is one more of the awards that the verb before `previous` confers."""
        if previous.sentence[1] != draft.sentence[1]:
            # بثلاث جوائز؛ وهي جائزة التميز
            near = 0 < draft.left - previous.end < 2 * _LIST_REACH and previous.form.number == "many"
            return near and bool(_NAMELY_RE.match(self.text[previous.end : draft.left]))
        if draft.left - previous.end > _LIST_REACH:
            return False
        between = self.text[previous.end : draft.left]
        proclitic = self.text[draft.left : draft.start]
        listing = previous.form.item.behaviour == draft.form.item.behaviour == "sport" and previous.form.number != "one"
        if listing and not proclitic and not draft.number:
            return False  # the members of a total that is counted already
        if draft.form.item.elliptic and previous.form.item.kind == "medal" and between.strip() in ("(", '"'):
            return True
        tight = bool(
            self.grammar.list_re.match(
                self.grammar.when_re.sub("", self.grammar.two_seasons_re.sub("", between)) + proclitic.replace("ب", "")
            )
        )
        tight = tight or (proclitic == "ل" and draft.joined)
        medals = previous.form.item.kind == draft.form.item.kind == "medal"
        if medals and not draft.definite and draft.marker == "" and _EVENT_RE.fullmatch(between + proclitic):
            return True
        if tight and (proclitic or between.strip()):
            return draft.marker in ("", "ب", "علي", "الي", "عن", "من") or draft.marker == previous.marker
        if previous.rule == "awards.relative" and between.rstrip().endswith((" كان", " كانت", " هو", " هي")):
            return True
        index = bisect_right(self.trigger_ends, previous.end)
        if any(hit.end <= draft.left for hit in self.triggers[index : index + 1]):
            return False
        total = bisect_right(self.total_ends, draft.left) > bisect_right(self.total_ends, previous.end)
        several = previous.form.number != "one" or (previous.number is not None and previous.number.value > 1)
        parted = self.grammar.parted_re.search(between) or (several and self.grammar.named_re.search(between))
        if not total and parted:
            return draft.marker in ("", "من", previous.marker)
        own = self.grammar.own_re.match(between)
        if (
            own
            and own[1] not in self.lists["prepositions"]
            and (draft.marker == previous.marker or (draft.marker == "ب" and draft.number and previous.number))
            and not draft.joined
            and (draft.marker or draft.form.item.behaviour != "sport" or self.reader.read(own[1], 0))
        ):
            draft.own = (previous.end + own.start(1), previous.end + own.end(1))
            return True
        return self.joins(draft, previous, between, proclitic)

    def joins(self, draft: AwardDraft, previous: AwardDraft, between: str, proclitic: str) -> bool:
        """Whether `و` or the like joins the phrase to the award before, over some other words."""
        sport = draft.form.item.behaviour == "sport"
        if draft.form.item.behaviour == "direct" and not draft.number:
            return False
        marker = previous.marker if previous.marker in ("ب", "علي") else None
        joined = proclitic.startswith("و") or between.rstrip().endswith((" و", " وعلي", "الي", "عن", "و"))
        if not joined:
            return False
        if sport and not draft.number:
            return marker is not None and draft.marker == marker
        return draft.marker in ("", marker) or bool(self.grammar.joining_re.search(between))

    def trigger_after(self, draft: AwardDraft) -> Hit | None:
        """`الجائزة التي نالها`, `وحصل عليها`: the verb follows with a pronoun for the award."""
        index = bisect_right(self.trigger_ends, draft.end)
        for hit in self.triggers[index : index + 1]:
            if hit.start - draft.end > 45 or hit.start >= draft.sentence[1]:
                return None
            trigger: Trigger = hit.value
            between = self.text[draft.end : hit.start - len(hit.proclitic)]
            told = trigger.form != "present" and not (trigger.weak and trigger.holder)
            bare = trigger.form == "past" and draft.form.item.behaviour == "strong" and _PLACE_RE.match(between)
            linked = bool(bare) or self.grammar.relative_re.match(between)
            honoured = trigger.role == "honour" and trigger.form == "past" and not trigger.pronoun
            if (trigger.role == "get" or honoured) and told and not trigger.generic and linked:
                with_pronoun = trigger.pronoun and trigger.form != "noun"  # the pronoun of حصوله is his
                resumed = with_pronoun or bool(self.grammar.resumed_re.match(self.text, hit.end))
                if not resumed and between.strip() in self.lists["relatives"]:
                    resumed = bool(self.grammar.resumed_late_re.match(self.text, hit.end))  # التي حصلت المؤسسة عليها
                if resumed and (between.strip() or hit.proclitic or draft.form.item.best or draft.number):
                    return hit
        return None

    def goes_to(self, draft: AwardDraft) -> bool:
        """`ذهبت الجائزة إلى`, `وكان الوسام من نصيب`: the award is the subject."""
        if self.text.startswith(")", draft.end) and self.text[draft.start - 1] == "(":
            return False
        first = bisect_right(self.followed_starts, draft.left - 24)
        for index in range(first, len(self.followed)):
            hit = self.followed[index]
            if hit.start > draft.end + 60:
                return False
            if not self.is_lot(hit):
                continue
            lot = self.grammar.lot_re.search(self.text, hit.start, hit.end) if hit.start >= draft.end else None
            item = draft.form.item
            won = item.behaviour != "sport" or item.kind == "prize" or item.noun == "لقب"
            if lot and not draft.marker and (draft.definite or item.behaviour != "sport"):
                between = _BRACKETS_RE.sub("", self.text[draft.end : hit.start])
                if len(between) <= 40:
                    return not re.search("[.,;]", between)
            if 0 <= draft.left - hit.end <= 1 or (
                0 <= hit.start - draft.end <= 2 and not hit.proclitic.startswith("و")
            ):
                after = self.text[max(draft.end, hit.end) : max(draft.end, hit.end) + 40]
                return won and bool(re.match(r"[^.\n]*?(?: الي | ل)", after))
        return False

    def table_row(self, draft: AwardDraft) -> tuple[int, int] | None:
        """Offsets of the winner in a row of a table: `3- النادي الأهلي ب 18 لقب`."""
        if not draft.number:
            return self.named_row(draft)
        start = self.text.rfind("\n", max(0, draft.start - 160), draft.start) + 1
        row = _ROW_RE.match(self.text, start, draft.start)
        rest = self.text[draft.end : draft.end + 2].lstrip(" .|")
        return row.span(1) if row and row.end() == draft.start and rest[:1] in ("", "\n", "(", ",") else None

    def result(self, draft: AwardDraft) -> tuple[int, int] | None:
        """Offsets of the winner in a list of results: `الجائزة الأولى: "باب البحر"`."""
        if draft.marker or not draft.definite or draft.form.number != "one" or draft.form.item.behaviour != "strong":
            return None  # قال عن الجائزة الأولى: "يسعدني ..."
        degree = self.text[draft.noun[1] : draft.end].split()
        if len(degree) != 1 or degree[0] not in self.lists["placed"]:
            return None
        match = _RESULT_RE.match(self.text, draft.end)
        return match.span(1) if match else None

    def named_row(self, draft: AwardDraft) -> tuple[int, int] | None:
        """Offsets of the winner in a line of results: `- سمير الهادي: فضية في الوثب`."""
        if not draft.form.item.elliptic or draft.definite or draft.joined or draft.form.number != "one":
            return None
        start = max(0, draft.start - 64)
        row = _NAMED_ROW_RE.search(self.text[start : draft.start])
        words = self.article.words
        if row is None or not words.classes[words.index_at(start + row.start(1))] & GIVEN:
            return None
        return start + row.start(1), start + row.end(1)

    def is_total(self, draft: AwardDraft) -> bool:
        """`رفع رصيده إلى تسع ميداليات`: a counted total."""
        counted = (
            draft.number
            or _ONE_RE.match(self.text, draft.end)
            or (draft.form.number == "two" and draft.form.item.behaviour in ("sport", "direct", "strong"))
        )
        if not counted or draft.form.item.kind not in ("medal", "title", "cup", "prize"):
            return False
        index = bisect_right(self.total_ends, draft.left) - 1
        if index < 0:
            return False
        hit = self.totals[index]
        before = self.text[max(0, draft.left - 12) : draft.left].rsplit(maxsplit=1)[-1:]
        if before and before[0] in self.lists["behind"]:
            return False
        return draft.left - hit.end <= 75 and hit.start >= draft.sentence[0]

    # --- the fields ---

    def rest(self, draft: AwardDraft) -> None:
        form = draft.form
        draft.fields["count"] = self.count(draft)
        draft.fields["kind"] = form.item.kind
        draft.fields["item"] = self.item_phrase(draft)
        draft.fields["name"] = self.name(draft)
        if draft.number and draft.number.approximation:
            draft.fields["approximation"] = draft.number.approximation
        if draft.status != "conferred":
            draft.fields["status"] = draft.status
        one = _ONE_RE.match(self.text, draft.end) if not draft.number and form.number == "one" else None
        if one:
            draft.end = one.end()

    def count(self, draft: AwardDraft) -> int | None:
        if draft.number:
            return int(draft.number.value)
        if draft.form.number == "two":
            return 2
        if draft.how == "one":
            return 1
        if draft.form.number == "many" and draft.definite and self.text.startswith(" ال", draft.end):
            number = self.reader.read(self.text, draft.end + 1)  # الميداليات الثلاث
            return int(number.value) if number and number.kind == "cardinal" else None
        if draft.form.number == "many" or draft.how == "vague":
            return None
        years = self.grammar.years_re.match(self.text, draft.end)
        if years:
            return len(_YEAR_RE.findall(years[1]))
        if draft.trigger and draft.trigger.value.running and draft.head is None:
            return None
        gap = (
            draft.trigger.end if draft.trigger and draft.head is None and draft.trigger.end < draft.left else draft.end
        )
        return self.times(draft.end) or (self.times(gap) if gap < draft.end else None) or 1

    def times(self, position: int) -> int | None:
        """`مرتين`, `أربع مرات`, `لموسمين`: how often."""
        if self.grammar.two_seasons_re.match(self.text, position):
            return 2
        times = self.grammar.times_re.match(self.text, position)
        if times is None:
            return None
        if times[1].startswith("مرت"):
            return 2
        words = times[2] or times[3]
        number = self.reader.read_back(words, len(words))
        if number and number.kind == "cardinal" and isinstance(number.value, int) and not words.startswith("لل"):
            return number.value
        return None

    def item_phrase(self, draft: AwardDraft) -> str:
        """The singular phrase, in the original's letters."""
        form = draft.form
        words = self.original(draft.noun[1], self.complement_end(draft)).split()
        agreeing = True
        definite = form.possessed or draft.definite
        if " " in form.item.noun:  # the Ballon d'Or's name keeps its article
            return self.original(draft.noun[0], draft.noun[1]) if form.number == "one" else form.item.noun
        phrase = [form.item.noun]
        for word in words:
            folded = fold(word)
            agreeing = agreeing and self.is_adjective(folded, form) and folded.startswith("ال") == definite
            phrase.append(_singular_adjective(word, form) if agreeing else word)
        return " ".join(phrase)

    def complement_end(self, draft: AwardDraft) -> int:
        quote = self.text.find('"', draft.noun[1], draft.end)
        return quote if quote >= 0 else draft.end

    def original(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        first, last = self.article.view.span(start, end)
        return dediac(self.article.view.original[first:last]).replace("\u0640", "").strip()

    def name(self, draft: AwardDraft) -> str | None:
        text = self.text
        quoted = _QUOTED_RE.search(text, draft.noun[1], draft.end)
        if quoted:
            group = 1 if quoted[1] else 2 if quoted[2] else 3
            return self.original(*quoted.span(group))
        best = self.grammar.for_best_re.search(text, draft.noun[1] + 1, draft.end)
        last = best.start() if best else draft.end  # النخلة الذهبية لأفضل ممثل
        if draft.form.item.best or (" " in draft.form.item.noun and draft.form.number == "one"):
            return self.original(draft.noun[0], last)
        if draft.form.item.noun in _SETS:
            return None
        if draft.form.item.noun in _PROPER_NAMES:
            return self.original(draft.noun[0], draft.end) if draft.form.number == "one" else None
        start, end = draft.noun[1], last
        degree = self.grammar.degree_re.search(text, start, end)
        if degree:
            end = degree.start()
        if draft.form.item.noun == "شهادة" and _ISO_RE.match(text, start):
            return self.original(start, end)
        words = text[start:end].split()
        definite = draft.form.possessed or draft.definite
        agreeing = definite == words[0].startswith("ال") if words else True
        if not words or draft.form.item.kind == "certificate":
            return None
        if agreeing and self.is_adjective(words[0], draft.form):
            # الجائزة الوطنية للترجمة
            purpose = definite and draft.form.number == "one" and any(word.startswith("لل") for word in words[1:])
            return self.original(draft.noun[0], end) if purpose and draft.form.item.kind == "prize" else None
        generic = words[0].removeprefix("ال") in self.lists["generic_complements"]
        term = draft.form.item.kind in ("badge", "medal") and _TERM_RE.search(text, start - 1, end)
        membership = term or text[start:end].strip() in self.lists["memberships"]
        if generic or draft.form.item.elliptic or membership:
            return None
        if draft.form.item.noun in ("كأس", "دوري", "سوبر"):
            return self.original(draft.noun[0], end)
        return self.original(start, end)


def _is_winning(trigger: Trigger) -> bool:
    """Whether a verb can be nothing but the past of winning or getting."""
    return trigger.role == "get" and trigger.form == "past" and not (trigger.masdar or trigger.weak or trigger.beside)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Hits of one reading each: where two begin at the same letter or lie in each other, the longer."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


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
