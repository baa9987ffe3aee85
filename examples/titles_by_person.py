"""Who holds which offices in a folder of articles: `python examples/titles_by_person.py corpora/sample`."""

import sys
from collections import defaultdict

from extractnews import Article, Pipeline
from extractnews.io.readers import read_articles


def main(folder: str) -> None:
    articles = (item for item in read_articles([folder]) if isinstance(item, Article))
    for records in Pipeline(record_types=["officials"]).pipe(articles):
        titles: dict[str, list[str]] = defaultdict(list)
        for official in records.officials:
            titles[official.entity or official.text].extend(title.text for title in official.titles)
        names = {official.entity or official.text: official.text for official in reversed(records.officials)}
        for person, held in titles.items():
            if held:
                print(records.id, names[person], "; ".join(dict.fromkeys(held)), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
