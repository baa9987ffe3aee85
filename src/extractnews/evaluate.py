"""Precision, recall and F1 of records against gold.

For each record type three figures over records that are matched one to one by the characters they share:

* overlap: the spans share a character;
* span: the spans are equal once both are widened to whole words, so that a clitic more or less is no error;
* record: the fields that make the record useful are right as well: a document's code and kind, a date's
  value, an official's name span, titles and honorific, an organisation's span, an award's count and item.

A gold record with `nested` true counts neither when found nor when missed. An article whose gold lacks a
type's list was not annotated for that type. Rows are plain dicts in the shape of the output.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from extractnews.article import as_id
from extractnews.records import RECORD_TYPES

Row = Mapping[str, Any]
"""One article's gold or predicted records, as in a line of JSON."""

LEVELS: Final = ("overlap", "span", "record")
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "documents": ("date", "issuer", "subject", "resolved"),
    "dates": (),
    "officials": ("titles", "honorific"),
    "organisations": ("name",),
    "awards": ("kind", "name", "recipient", "giver"),
}
"""The fields that are scored on their own, over all matched pairs."""

SAME_PHRASE: Final = 0.7
"""Token F1 from which two phrases count as the same."""

# What a gold record must have beside its span.
_STATED: Final[dict[str, tuple[str, ...]]] = {
    "documents": ("code", "kind"),
    "dates": ("value",),
    "awards": ("count", "item"),
}
_PHRASES: Final = frozenset({"issuer", "subject", "recipient", "giver", "name", "item", "honorific"})
_WORD_RE: Final = re.compile(r"\S+")
_EDGE: Final = "،؛؟.,:;!?()[]{}«»\"'“”‘’…|-–—"
_LETTERS: Final = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ة": "ه",
        **dict.fromkeys([0x640, *range(0x64B, 0x653)]),
        **{zero + n: str(n) for zero in (0x660, 0x6F0) for n in range(10)},
    }
)
_BETWEEN_WORDS_RE: Final = re.compile(r"[^\w/\-.]+")
_SEPARATOR_RE: Final = re.compile(r"\s*([/\-.ـ])\s*")
_PREFIX_RE: Final = re.compile(r"(?:و|ب|ل|ك|ف)?(?:ال|لل)?")


class Figures(NamedTuple):
    """Precision, recall and F1, each from 0 to 1."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, gold: int, predicted: int) -> Figures:
        """Of `right` records among `gold` and `predicted` ones; nothing asked and nothing given is perfect."""
        precision = right / predicted if predicted else float(not gold)
        recall = right / gold if gold else 1.0
        total = precision + recall
        return cls(precision, recall, 2 * precision * recall / total if total else 0.0)


@dataclass(slots=True)
class Tally:
    """Counts for one record type or field."""

    gold: int = 0
    predicted: int = 0
    right: Counter[str] = field(default_factory=Counter)

    def figures(self, level: str = "record") -> Figures:
        """The figures at one of `LEVELS`; a field has `record` alone."""
        return Figures.of(self.right[level], self.gold, self.predicted)


class Difference(NamedTuple):
    """A gold record without its like in the prediction, or the other way round.

    Attributes:
        record_type: the list it stands in.
        what: `missed`, `spurious`, or `wrong` where both overlap but the prediction is not right.
        article: the article's id.
        gold: the gold record, None where spurious.
        predicted: the predicted record, None where missed.
    """

    record_type: str
    what: str
    article: str
    gold: Row | None
    predicted: Row | None


@dataclass(slots=True)
class Evaluation:
    """The outcome of `evaluate`.

    Attributes:
        types: counts by record type.
        fields: counts by record type and field, over matched pairs.
        differences: every error, in the order of the articles.
        misquoted: (article id, record type, record) of predictions whose text is not the article's slice.
        missing: ids of gold articles without a prediction.
    """

    types: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in RECORD_TYPES})
    fields: dict[tuple[str, str], Tally] = field(
        default_factory=lambda: {(name, of): Tally() for name, names in FIELDS.items() for of in names}
    )
    differences: list[Difference] = field(default_factory=list)
    misquoted: list[tuple[str, str, Row]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def macro_f1(self) -> float:
        """Mean of the types' record F1, each rounded to four digits as in the report.

        A type that has no gold counts as well: 1 where nothing was found, else 0.
        """
        return sum(round(tally.figures().f1, 4) for tally in self.types.values()) / len(self.types)

    def as_dict(self) -> dict[str, Any]:
        """The figures, rounded to four digits, for JSON."""
        report: dict[str, Any] = {}
        for name, tally in self.types.items():
            report[name] = {
                "gold": tally.gold,
                "predicted": tally.predicted,
                **{level: _rounded(tally.figures(level)) for level in LEVELS},
                "fields": {of: self._field_report(name, of) for of in FIELDS[name]},
            }
        report["macro_record_f1"] = round(self.macro_f1, 4)
        return report

    def _field_report(self, record_type: str, name: str) -> dict[str, float]:
        tally = self.fields[record_type, name]
        return {**_rounded(tally.figures()), "n": tally.gold}


def _rounded(figures: Figures) -> dict[str, float]:
    return {"p": round(figures.precision, 4), "r": round(figures.recall, 4), "f1": round(figures.f1, 4)}


def checked_row(row: Row, *, is_gold: bool) -> Row:
    """A row of gold or of a prediction whose lists can be compared, its id as a string.

    Raises:
        ValueError: if it has no id, or a record no offsets, no text, or in gold not what its type states.
    """
    identifier = as_id(row.get("id"))
    if identifier is None:
        raise ValueError("the row has no id")
    for name in RECORD_TYPES:
        records = row.get(name)
        if records is None and not (is_gold and name in row):
            continue
        if not isinstance(records, list):
            raise ValueError(f"{name} is no list")
        for number, record in enumerate(records, 1):
            place = f"{name}[{number}]"
            _check_span(record, place, (*_STATED.get(name, ()), "text") if is_gold else ("text",))
            titles = record.get("titles") or []
            if not isinstance(titles, list):
                raise ValueError(f"{place}: titles is no list")
            for title in titles:
                _check_span(title, f"{place}: a title", ("text",))
    return {**row, "id": identifier}


def _check_span(span: Any, place: str, fields: Iterable[str]) -> None:
    if not isinstance(span, Mapping):
        raise ValueError(f"{place} is no object")
    for field_name in ("start", "end", *fields):
        if field_name not in span:
            raise ValueError(f"{place} lacks the field {field_name!r}")
    start, end = span["start"], span["end"]
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise ValueError(f"{place}: no offsets: start {start!r}, end {end!r}")
    if not isinstance(span["text"], str):
        raise ValueError(f"{place}: its text is no string")


def evaluate(gold: Iterable[Row], predict: Callable[[Row], Row | None]) -> Evaluation:
    """Compare predictions with gold.

    Args:
        gold: rows with `id`, `text` and the lists that were annotated.
        predict: gives the predicted row for a gold row, None where there is none.

    Raises:
        ValueError: if an id occurs twice.
        KeyError: if a row lacks its id, its text, or a record lacks a field that the comparison needs.
    """
    outcome = Evaluation()
    seen: set[str] = set()
    for row in gold:
        if row["id"] in seen:
            raise ValueError(f"id {row['id']!r} occurs twice")
        seen.add(row["id"])
        predicted = predict(row)
        if predicted is None:
            outcome.missing.append(row["id"])
            predicted = {}
        words = _Words(row["text"])
        for record_type in RECORD_TYPES:
            if record_type in row:
                _compare(outcome, row, record_type, predicted.get(record_type) or [], words)
    return outcome


def _compare(outcome: Evaluation, row: Row, record_type: str, predicted: list[Row], words: _Words) -> None:
    gold: list[Row] = row[record_type]
    text: str = row["text"]
    misquoted = [record for record in predicted if text[record["start"] : record["end"]] != record["text"]]
    outcome.misquoted.extend((row["id"], record_type, record) for record in misquoted)
    pairs = _match(gold, predicted)
    tally = outcome.types[record_type]
    optional_hits = 0
    for i, j in pairs:
        expected, found = gold[i], predicted[j]
        same_span = words.widen(expected) == words.widen(found)
        right = _is_right(record_type, expected, found, words, same_span)
        if expected.get("nested"):
            optional_hits += 1
        else:
            tally.right.update({"overlap": 1, "span": int(same_span), "record": int(right)})
        if not right:
            outcome.differences.append(Difference(record_type, "wrong", row["id"], expected, found))
        for name in FIELDS[record_type]:
            _compare_field(outcome.fields[record_type, name], name, expected, found, words)
    tally.gold += sum(not record.get("nested") for record in gold)
    tally.predicted += len(predicted) - optional_hits
    found_gold, used = {i for i, _ in pairs}, {j for _, j in pairs}
    outcome.differences.extend(
        Difference(record_type, "missed", row["id"], record, None)
        for i, record in enumerate(gold)
        if i not in found_gold and not record.get("nested")
    )
    outcome.differences.extend(
        Difference(record_type, "spurious", row["id"], None, record)
        for j, record in enumerate(predicted)
        if j not in used
    )


def _match(gold: list[Row], predicted: list[Row]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, those that share most characters first; ties go to the nearest length."""
    candidates = []
    for i, expected in enumerate(gold):
        length = expected["end"] - expected["start"]
        for j, found in enumerate(predicted):
            shared = min(expected["end"], found["end"]) - max(expected["start"], found["start"])
            if shared > 0:
                candidates.append((-shared, abs(length - (found["end"] - found["start"])), i, j))
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            pairs.append((i, j))
    return pairs


def _compare_field(tally: Tally, name: str, gold: Row, predicted: Row, words: _Words) -> None:
    if name == "titles":
        expected, found = words.widen_all(gold.get(name)), words.widen_all(predicted.get(name))
        tally.gold += len(expected)
        tally.predicted += len(found)
        tally.right["record"] += len(expected & found)
        return
    wanted, given = _plain(gold.get(name)), _plain(predicted.get(name))
    tally.gold += wanted is not None
    tally.predicted += given is not None
    tally.right["record"] += wanted is not None and given is not None and _same(name, wanted, given)


class _Words:
    """The words of a text without the punctuation at their edges, to which spans are widened."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _WORD_RE.finditer(text):
            word = match[0]
            core = word.strip(_EDGE)
            if core:
                start = match.start() + len(word) - len(word.lstrip(_EDGE))
                self.starts.append(start)
                self.ends.append(start + len(core))

    def widen(self, span: Row) -> tuple[int, int]:
        start, end = span["start"], span["end"]
        first, after = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return (self.starts[first], self.ends[after - 1]) if first < after else (start, end)

    def widen_all(self, spans: Iterable[Row] | None) -> frozenset[tuple[int, int]]:
        return frozenset(self.widen(span) for span in spans or ())


def _plain(value: Any) -> Any:
    """A field's text where it is a span; None where it says nothing."""
    if isinstance(value, Mapping):
        value = value.get("text") or value.get("value")
    return None if value == "" else value


def _fold(value: Any) -> str:
    return _BETWEEN_WORDS_RE.sub(" ", str(value).translate(_LETTERS)).strip().lower()


def _fold_code(value: Any) -> str:
    return _SEPARATOR_RE.sub(r"\1", _fold(value)).strip("() ")


def _token_f1(one: Any, other: Any) -> float:
    """F1 over two phrases' words, without their clitics and articles."""
    first, second = (
        Counter(word[_PREFIX_RE.match(word).end() :] or word for word in _fold(phrase).split())  # type: ignore[union-attr]
        for phrase in (one, other)
    )
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if first and second else 0.0


def _same(name: str, gold: Any, predicted: Any) -> bool:
    gold, predicted = _plain(gold), _plain(predicted)
    if gold is None or predicted is None:
        return gold is predicted
    if name in _PHRASES:
        return _token_f1(gold, predicted) >= SAME_PHRASE
    return _fold(gold) == _fold(predicted)


def _is_right(record_type: str, gold: Row, predicted: Row, words: _Words, same_span: bool) -> bool:
    """Whether the fields that make a record of this type useful are right."""
    match record_type:
        case "documents":
            same_code = _fold_code(gold["code"]) == _fold_code(_plain(predicted.get("code")) or "")
            return same_code and (gold["kind"] is None or _same("kind", gold["kind"], predicted.get("kind")))
        case "dates":
            return bool((gold["value"] or None) == (predicted.get("value") or None))
        case "officials":
            same_titles = words.widen_all(gold.get("titles")) == words.widen_all(predicted.get("titles"))
            return same_span and same_titles and _same("honorific", gold.get("honorific"), predicted.get("honorific"))
        case "organisations":
            return same_span
        case _:
            return bool(gold["count"] == predicted.get("count")) and _same_item(gold["item"], predicted.get("item"))


def _same_item(gold: Any, predicted: Any) -> bool:
    """Alike, or one the other's beginning: a longer or shorter form of an award's item is right."""
    predicted = _plain(predicted)
    expected, found = _fold(gold or "").split(), _fold(predicted or "").split()
    if not expected or not found:
        return False
    return expected[: len(found)] == found[: len(expected)] or _token_f1(gold, predicted) >= SAME_PHRASE
