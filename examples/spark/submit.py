"""The records of a table of articles, written as Parquet, with Spark.

    spark-submit examples/spark/submit.py ARTICLES OUT [--text body] [--id url] [--date day] [--types documents,dates]

ARTICLES is a folder or file of JSON Lines, or of Parquet where its name ends in `.parquet`. OUT gets one row an
article. Executors need the same Python environment: docs/spark.md.
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession

from extractnews.integrations.spark import extract_records


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("out")
    parser.add_argument("--text", default="text")
    parser.add_argument("--id", default="id")
    parser.add_argument("--date", help="the column of reference dates")
    parser.add_argument("--types", help="record types, with commas between")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("extractnews").getOrCreate()
    read = spark.read.parquet if options.articles.rstrip("/").endswith(".parquet") else spark.read.json
    wanted = options.types.split(",") if options.types else None
    records = extract_records(read(options.articles), options.text, options.id, options.date, record_types=wanted)
    records.write.mode("overwrite").parquet(options.out)
    # Counted in what was written: a second action on `records` would extract a second time.
    for row in spark.read.parquet(options.out).groupBy("error").count().orderBy("error").collect():
        print(f"{row['count']} rows: {row['error'] or 'extracted'}")
    spark.stop()


if __name__ == "__main__":
    main()
