"""How many values of other projects' number suites come out right: `python benchmarks/number_peers.py`.

The suites are cases with their expected values, read from `../shared/peers` beside the checkout where it is
present. A case is right when every expected span, and no other, is found with its value.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extractnews.numerals import find_numbers, parse_number

PEERS = Path(__file__).resolve().parents[2] / "shared" / "peers"
SUITES = ("duckling_numeral", "duckling_ordinal", "nemo_ar_numbers", "recognizers_number", "recognizers_ordinal")


def expected_value(item: dict[str, Any]) -> float:
    """The number of an expected item: given as such, as a percentage, or as money written out (`$1.00`)."""
    value = item["value"]
    if isinstance(value, dict):
        value = value.get("value") or value.get("percent") or value["written"].strip("$")
    return float(value)


def right(case: dict[str, Any]) -> bool:
    """Whether the values of a case, and no others, come out."""
    found = [float(number.value) for number in find_numbers(case["text"])]
    return found == [expected_value(item) for item in case["expected"]]


def parsed(case: dict[str, Any]) -> bool | None:
    """Whether `parse_number` gives the value, None where the case is no number alone."""
    expected = case["expected"]
    if len(expected) != 1 or expected[0]["text"] != case["text"] or expected[0]["type"] == "money":
        return None
    number = parse_number(case["text"])
    return number is not None and float(number.value) == expected_value(expected[0])


def main() -> None:
    total = good = 0
    for suite in SUITES:
        cases = [json.loads(line) for line in (PEERS / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines()]
        wrong = [case for case in cases if not right(case)]
        alone = [verdict for case in cases if (verdict := parsed(case)) is not None]
        total, good = total + len(cases), good + len(cases) - len(wrong)
        print(f"{suite:22} {len(cases) - len(wrong)}/{len(cases)} values; parse_number {sum(alone)}/{len(alone)}")
        for case in wrong:
            print(f"    {case['text']!r} expected {[expected_value(e) for e in case['expected']]}", end=" ")
            print(f"found {[number.value for number in find_numbers(case['text'])]}")
    print(f"all {good}/{total} = {good / total:.3f}")


if __name__ == "__main__":
    main()
