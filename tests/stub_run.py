"""A run with a pipeline that finds the same few records in every text: for what is not about extraction.

As a program it does one run, for tests that kill it: `python stub_run.py PATH OUT WORKERS RESUME`. A text with
`يقتل` in it kills the process that extracts it, one with `يفشل` makes extraction fail.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from extractnews import Article, ArticleRecords, batch
from extractnews.records import (
    AwardRecord,
    DateRecord,
    DocumentRecord,
    OfficialRecord,
    OrganisationRecord,
    Span,
    Title,
    Zone,
)

DEADLY, FAILING = "يقتل", "يفشل"


class StubPipeline:
    """Stands in for `Pipeline`."""

    def __init__(self, seconds: float = 0.0, **_: Any) -> None:
        self._seconds = seconds

    def extract(self, article: Article) -> ArticleRecords:
        time.sleep(self._seconds)
        if DEADLY in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if FAILING in article.text:
            raise RuntimeError("boom")
        return records_of(article)


def records_of(article: Article) -> ArticleRecords:
    """A record of every kind, with lists of none, one and two."""
    place: dict[str, Any] = {"start": 0, "end": len(article.text), "text": article.text}
    span, day = Span(**place), dt.date(2024, 1, 3)
    titles = (Title(**place, role="وزير", organisation=span), Title(**place, status="former"))
    return ArticleRecords(
        id=article.id,
        source=article.source,
        reference_date=article.reference_date,
        documents=(
            DocumentRecord(**place, rule="r", kind="قرار", number="1", code="1", issuer=span, references=(span,)),
            DocumentRecord(**place, rule="r", number="2", code="2", draft=True),
        ),
        dates=(DateRecord(**place, rule="r", value="2024-01-03", first=day, last=day, implied=("year", "month")),),
        officials=(OfficialRecord(**place, rule="r", entity="p1", titles=titles),),
        organisations=(OrganisationRecord(**place, rule="r", name='وزارة "أ"، ب\n', kind="ministry"),),
        awards=(
            AwardRecord(**place, rule="r", count=3, item="ميدالية", kind="medal", counted=(1, 2), sum_agrees=True),
        ),
        zones=(Zone(**place, kind="caption"),),
    )


def build_stub(seconds: float, reading: Any, form: Any) -> Any:
    return partial(batch._extract_task, StubPipeline(seconds), reading, form)


def stub_handler(_types: Any, _resources: Any, reading: Any, form: Any, seconds: float = 0.0) -> Any:
    """Takes the place of `batch.build_handler`."""
    return build_stub(seconds, reading, form)


if __name__ == "__main__":
    batch.TASK_ARTICLES, batch._CHECKPOINT_SECONDS = 5, 0.02
    batch.build_handler = partial(stub_handler, seconds=0.004)
    source, output, workers, resume = sys.argv[1:]
    errors = Path(output).with_name("errors.jsonl")
    batch.run([source], output, workers=int(workers), resume=resume == "resume", errors=errors)
