"""Awards that no verb confers: rows of tables, lists of results, tallies of medals and totals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from extractnews.article import Draft, Hit, ScannedArticle, SpanRef
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.medal_tables import TOTAL, Row, medal_rows
from extractnews.extractors.awards.verbs import AwardVerbs
from extractnews.extractors.awards.words import AwardLexicon, ItemForm
from extractnews.numerals import Number
from extractnews.words import ADJECTIVE, GIVEN, NOUN, VERB

ONE_RE: Final = re.compile(r" (?:واحد|واحده|واحدا)(?!\w)")
_ROW_RE: Final = re.compile(r" *\d{1,2} ?[-.):]+ ?([^\n:;.\d]{2,120}?) ?[:,-]? ?(?:برصيد|ب|بواقع)? ?$")
_NAMED_ROW_RE: Final = re.compile(r"(?:^|[\n-]) ?([^\s:;.,()\d-][^\n:;.,()\d-]{2,58}?) ?: ?$")
_RESULT_RE: Final = re.compile(r' ?: ?((?:[^\s\d":.,;()]+ )?"[^"\n]{2,80}")')
_NEXT_ROW_RE: Final = re.compile(r" ?; ?(?:[^\s,;.:()\d]+ ){1,4}(?:ب ?)?$")
_ONE_OF_THEM_RE: Final = re.compile(r" (?:واحد|واحده)(?!\w)")
_IN_BRACKET_RE: Final = re.compile(r"(?: واحده?)? ?[),]")
_LONGEST_CATEGORIES: Final = 700
_LONGEST_ROW: Final = 160
_LONGEST_NAME: Final = 64
_LONGEST_WINNER: Final = 100
_HEADING_REACH: Final = 2500
_LONGEST_HEADING: Final = 120
"""Letters of a winner's line before the award, from a list's heading to it, and of the heading, at most."""
_LONGEST_COUNT: Final = 7
_LONGEST_ORDINAL: Final = 12
_NEXT_ROW_REACH: Final = 40
_TOTAL_REACH: Final = 75
"""Letters between a word of a total and the award at most."""


def table_awards(article: ScannedArticle, lexicon: AwardLexicon) -> list[Draft]:
    """The medals of tables by column."""
    bronzes = article.hits("award.bronze")
    rows = medal_rows(article.text, bronzes, lexicon.columns) if bronzes else ()
    return [draft for row in rows for draft in _row_awards(row, lexicon.column_forms)]


def _row_awards(row: Row, forms: Mapping[str, ItemForm]) -> list[AwardDraft]:
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


def may_be_result(text: str, hit: Hit) -> bool:
    """Whether an item without a verb near may stand in a tally, a list of results or a row of a table."""
    if hit.proclitic == "ب" and text.rfind("\n", max(0, hit.start - _LONGEST_WINNER), hit.start) >= 0:
        return True  # perhaps a line of a list under a heading
    if "(" in text[max(0, hit.start - _LONGEST_COUNT) : hit.start]:
        return True  # perhaps one of a category
    before = text[max(0, hit.start - 2) : hit.start]
    if hit.value.item.elliptic and (before[:1].isdigit() or ":" in before):
        return True  # perhaps one of a tally
    if hit.article and hit.value.item.behaviour == "strong" and ":" in text[hit.end : hit.end + _LONGEST_ORDINAL]:
        return True  # perhaps a result
    # A row of a table: its line begins with a number.
    line = text.rfind("\n", max(0, hit.start - _LONGEST_ROW), hit.start) + 1
    return text[line : line + 2].strip()[:1].isdigit()


class ResultReader:
    """Finds the results, tallies and totals of one article.

    Args:
        article: the article.
        verbs: its verbs and words of totals.
        grammar: the word lists and patterns.
    """

    def __init__(self, article: ScannedArticle, verbs: AwardVerbs, grammar: AwardGrammar) -> None:
        self._article = article
        self._text = article.text
        self._verbs = verbs
        self._grammar = grammar
        self._lists = grammar.lists

    def rule(self, draft: AwardDraft, previous: AwardDraft | None) -> str:
        """The rule by which an award counts though no verb confers it, "" where none does; sets the winner of a row."""
        winner = self._row_winner(draft) or self._result_winner(draft) or self._listed_winner(draft)
        if winner:
            draft.own = winner
            return "awards.table"
        if self._is_total(draft):
            return "awards.total"
        if draft.placed and draft.form.item.kind == "medal":
            return "awards.placing"
        if self._is_of_category(draft):
            return "awards.category"
        return "awards.tally" if self._is_tally(draft, previous) else ""

    def _row_winner(self, draft: AwardDraft) -> tuple[int, int] | None:
        """Offsets of the winner in a row of a table: `3- النادي الأهلي ب 18 لقب`."""
        if not draft.number:
            return self._line_winner(draft)
        start = self._text.rfind("\n", max(0, draft.start - _LONGEST_ROW), draft.start) + 1
        row = _ROW_RE.match(self._text, start, draft.start)
        rest = self._text[draft.end : draft.end + 2].lstrip(" .|")
        return row.span(1) if row and row.end() == draft.start and rest[:1] in ("", "\n", "(", ",") else None

    def _line_winner(self, draft: AwardDraft) -> tuple[int, int] | None:
        """Offsets of the winner in a line of results: `- سمير الهادي: فضية في الوثب`."""
        if not draft.form.item.elliptic or draft.definite or draft.joined or draft.form.number != "one":
            return None
        start = max(0, draft.start - _LONGEST_NAME)
        row = _NAMED_ROW_RE.search(self._text[start : draft.start])
        words = self._article.words
        if row is None or not words.classes[words.index_at(start + row.start(1))] & GIVEN:
            return None
        return start + row.start(1), start + row.end(1)

    def _listed_winner(self, draft: AwardDraft) -> tuple[int, int] | None:
        """Offsets of the winner in a line under a heading: `الفائزون بالجوائز:`, `هدى كريم بجائزة أفضل ممثلة`."""
        if draft.marker != "ب" or draft.joined:
            return None
        start = self._text.rfind("\n", max(0, draft.left - _LONGEST_WINNER), draft.left) + 1
        end = draft.left - len(self._text[start : draft.left]) + len(self._text[start : draft.left].rstrip(" ,-"))
        colon = self._text.rfind(":\n", max(0, start - _HEADING_REACH), start) if start else -1
        if colon < 0 or end - start < 4:
            return None
        heading = self._text[max(0, colon - _LONGEST_HEADING) : colon].rpartition("\n")[2]
        if not any(word in heading for word in self._lists["result_headings"]):
            return None
        words = self._article.words
        for index in range(words.index_at(start), words.index_at(end)):
            verb = words.classes[index] & VERB and not words.classes[index] & (NOUN | GIVEN | ADJECTIVE)
            if verb and words.forms[index] not in self._lists["prepositions"]:
                return None  # a sentence
        return start, end

    def _result_winner(self, draft: AwardDraft) -> tuple[int, int] | None:
        """Offsets of the winner in a list of results: `الجائزة الأولى: "باب البحر"`."""
        if draft.marker or not draft.definite or draft.form.number != "one" or draft.form.item.behaviour != "strong":
            return None  # قال عن الجائزة الأولى: "يسعدني ..."
        degree = self._text[draft.noun[1] : draft.end].split()
        if len(degree) != 1 or degree[0] not in self._lists["placed"]:
            return None
        match = _RESULT_RE.match(self._text, draft.end)
        return match.span(1) if match else None

    def _is_total(self, draft: AwardDraft) -> bool:
        """Whether an award is a counted total: `رفع رصيده إلى تسع ميداليات`."""
        counted = (
            draft.number
            or ONE_RE.match(self._text, draft.end)
            or (draft.form.number == "two" and draft.form.item.behaviour in ("sport", "direct", "strong"))
        )
        if not counted or draft.form.item.kind not in ("medal", "title", "cup", "prize"):
            return False
        if self._text.startswith("بما مجموعه ", draft.left):
            return True
        if draft.form.item.kind == "medal" and draft.marker == "ب" and self._is_ranked(draft):
            return True
        hit = self._verbs.total_before(draft.left)
        if hit is None:
            return False
        before = self._text[max(0, draft.left - 12) : draft.left].rsplit(maxsplit=1)[-1:]
        if before and before[0] in self._lists["behind"]:
            return False  # متأخرا بلقبين
        owned = self._text.startswith("لدي", hit.start)  # لديه 3 ألقاب, but not لديه فرصتان ذهبيتان
        reach = 1 if owned else _TOTAL_REACH
        return draft.left - hit.end <= reach and hit.start >= draft.sentence[0]

    def _is_ranked(self, draft: AwardDraft) -> bool:
        """Whether a rank stands before an award: `حلت عمان ثانية بـ4 ذهبيات`."""
        before = self._text[max(draft.sentence[0], draft.left - _LONGEST_ORDINAL) : draft.left].split()
        before = before[:-1] if before[-1:] == ["ب"] else before
        return bool(before) and before[-1] in self._lists["rank_adverbs"]

    def _is_of_category(self, draft: AwardDraft) -> bool:
        """`منحت اللجنة الجوائز: الشعر (3 جوائز أولى، جائزتان ثانيتان)؛ القصة (4 جوائز)`: counted behind its category.

        A conferring verb or a heading of winners must open the paragraph's sentence.
        """
        if draft.form.item.behaviour != "strong" or not self._text.endswith(" (", 0, draft.left):
            return False
        single = _ONE_OF_THEM_RE.search(self._text, draft.start, draft.end + 7) is not None
        counted = draft.number is not None or draft.form.number == "two" or single
        if not counted or not _IN_BRACKET_RE.match(self._text, draft.end):
            return False
        earliest = max(0, draft.left - _LONGEST_CATEGORIES)
        start = max(self._text.rfind(mark, earliest, draft.left) + 1 for mark in ("\n", ". "))
        colon = self._text.find(":", start, draft.left)
        if colon < 0:
            return False
        verb = next((hit for hit in self._verbs.conferring_before(colon) if hit.start >= start), None)
        return verb is not None or any(word in self._text[start:colon] for word in self._lists["result_headings"])

    def _is_tally(self, draft: AwardDraft, previous: AwardDraft | None) -> bool:
        """`الصين 40 ذهبية، 27 فضية`: medals of several metals one after the other; or one more row, of one metal."""
        if not draft.number or draft.form.item.kind != "medal":
            return False
        metal = draft.form.item.elliptic or self._text[draft.noun[1] : draft.end].strip() in self._lists["metals"]
        if not metal:
            return False
        if previous is not None and previous.number and previous.rule in ("awards.tally", "awards.list"):
            between = self._text[previous.end : draft.left]
            if len(between) < _NEXT_ROW_REACH and _NEXT_ROW_RE.match(between):
                return True
        return bool(self._grammar.clause.tally_re.match(self._text, draft.end))
