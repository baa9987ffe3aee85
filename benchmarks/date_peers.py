"""Figures on other projects' Arabic date cases, where their neutral form lies beside the checkout.

usage: python benchmarks/date_peers.py [FOLDER] [--errors]

A case with a value counts as right when an expression that overlaps its span has the same first day, and for a
range the same last day too. Convention: a period's end may be exclusive in the cases; both readings are accepted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from extractnews.extractors.dates.parser import default_parser

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "peers"

# Gold that this project judges wrong or that follows another convention: case -> why.
JUDGED = {
    "DatePeriodParser#21": "`من شهر سبتمبر 16` has a day, as its TIMEX says; its dates are the whole month",
    "DatePeriodParser#26": "`خلال أسبوعين` is within two weeks, not the second week from tomorrow",
    "DatePeriodParser#60": "`بعد 3 سنوات` is a point three years ahead, not the year before it",
    "DatePeriodParser#132": "`بعد 4 أسابيع` is a point four weeks ahead, not all the time up to it",
    "DatePeriodParser#124": "`بين 2014-2018` ends on the first day of 2018; the year is meant",
    "DatePeriodParser#125": "as #124",
    "DatePeriodParser#126": "as #124",
    "DatePeriodParser#127": "as #124",
    "DateParser#20": "08/12 read month first; everywhere in the Arab world the day comes first",
}


class Case(NamedTuple):
    id: str
    text: str
    reference: dt.date | None
    start: int
    end: int
    answers: list[tuple[dt.date, set[dt.date] | None]]  # first day, accepted last days of a range


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text[:10])


def duckling_answer(value: dict[str, Any]) -> list[tuple[dt.date, set[dt.date] | None]]:
    if value.get("kind") == "interval":
        end = day(value["to_exclusive"])
        return [(day(value["from"]), {end, end - dt.timedelta(days=1)})]
    return [(day(value["from"]), None)]


def recognizers_answers(value: dict[str, Any]) -> list[tuple[dt.date, set[dt.date] | None]]:
    answers: list[tuple[dt.date, set[dt.date] | None]] = []
    for side in ("past", "future"):
        found = value.get(side) or {}
        if "date" in found:
            answers.append((day(found["date"]), None))
        elif "startDate" in found and "endDate" in found:
            end = day(found["endDate"])
            answers.append((day(found["startDate"]), {end, end - dt.timedelta(days=1)}))
    return answers


def cases(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("convention_sensitive") or row.get("negative"):
            continue
        for expected in row["expected"]:
            value = expected["value"]
            if not value or expected["type"] not in ("time", "date", "daterange", "hijri"):
                continue
            if isinstance(value, str):
                answers: list[tuple[dt.date, set[dt.date] | None]] = [(day(value), None)]
            else:
                answers = duckling_answer(value) if "kind" in value else recognizers_answers(value)
            if answers:
                reference = day(row["reference"]) if row["reference"] else None
                yield Case(row["case_id"], row["text"], reference, expected["start"], expected["end"], answers)


def is_right(case: Case, first: dt.date | None, last: dt.date | None) -> bool:
    return any(first == answer and (ends is None or last in ends) for answer, ends in case.answers)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    arguments.add_argument("--errors", action="store_true", help="list the cases that are not right")
    options = arguments.parse_args()
    if not options.folder.is_dir():
        print(f"{options.folder}: no such folder; nothing to measure", file=sys.stderr)
        return 0
    parser = default_parser()
    for name in ("duckling_time", "recognizers_datetime", "dateparser_ar"):
        right = total = judged = 0
        wrong: list[str] = []
        for case in cases(options.folder / f"{name}.jsonl"):
            total += 1
            records = parser.find(case.text, case.reference)
            overlapping = [record for record in records if record.start < case.end and record.end > case.start]
            if any(is_right(case, record.first, record.last) for record in overlapping):
                right += 1
            else:
                judged += case.id in JUDGED
                found = [(record.text, record.value) for record in records]
                wrong.append(f"  {case.id} {case.text!r} {case.answers[0]} {found} {JUDGED.get(case.id, '')}")
        rest = f"; {right / (total - judged):.1%} without {judged} judged wrong" if judged else ""
        print(f"{name:24}{right:4} of {total:4} right, {right / total:.1%}{rest}")
        if options.errors:
            print("\n".join(wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
