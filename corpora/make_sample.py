"""Writes the articles of corpora/sample, the sample that the README runs on, from the gold's texts."""

import json
from pathlib import Path

HERE = Path(__file__).parent
IDS = (
    "ae-economy-1",
    "dz-army-1",
    "eg-university-1",
    "gb-sport-1",
    "jo-parliament-1",
    "ma-court-1",
    "sa-ministry-1",
    "vn-edu-1",
)

if __name__ == "__main__":
    for path in sorted((HERE / "gold").glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if row["id"] in IDS:
                (HERE / "sample" / f"{row['id']}.txt").write_bytes(row["text"].encode())
