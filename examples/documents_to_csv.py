"""The documents that articles cite, as CSV: `python examples/documents_to_csv.py corpora/sample > documents.csv`."""

import csv
import sys

from extractnews import Article, Pipeline
from extractnews.io.readers import read_articles

COLUMNS = ("start", "end", "kind", "number", "code", "date", "resolved")


def main(folder: str) -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(["article", *COLUMNS, "issuer", "subject"])
    articles = (item for item in read_articles([folder]) if isinstance(item, Article))
    for records in Pipeline(record_types=["documents"]).pipe(articles):
        for document in records.documents:
            spans = [span.text if span else "" for span in (document.issuer, document.subject)]
            writer.writerow([records.id, *(getattr(document, column) for column in COLUMNS), *spans])


if __name__ == "__main__":
    main(sys.argv[1])
