"""How the cost grows: with the length of an article, natural or the worst repetitions, and with the gazetteer."""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path

from measuring import cpu_seconds, load_texts, median, megabytes, stage_shares, table
from peers import gazetteer

from extractnews import Article, Pipeline
from extractnews.lexicon import Resources

LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
"""Of an article, in bytes of UTF-8."""

GAZETTEERS = (0, 50_000)
"""How many names the gazetteer has at the least."""

# Repeated over and over they are the worst that is known for each part.
REPETITIONS = {
    "dates": [
        "أمس ", "3 يناير ", "2024-", "1/", "من 3 إلى ", "الاثنين ", "عام 2020 و", "يناير الماضي ",
        "بعد ثلاثة أيام من ", "و5، ",
    ],
    "documents": [
        "القرار رقم ", "القرار رقم 5 و", "25-NQ/TW ", "القرار رقم 5 بشأن ", "هذا القرار ",
        "القرار 25، القرار 25-NQ/TW ", "القرار رقم 5 ()()()", "المادة 5 من المادة 6 من القانون رقم 5 ",
        "أصدر المجلس القرار رقم 5 في 3 يناير 2024 ",
    ],
    "officials": [
        "رئيس ", "الرئيس محمد، ", "وزير الخارجية و", "محمد ", "الدكتور ", "محمد بن ", "الوزير محمد علي والوزير ",
        "نائب الوزير: اللواء سالم العلي؛ اللواء خالد العمري ", "رئيس الهيئة، سالم العلي، مدير ", "قنصلين ",
    ],
    "organisations": [
        "وزارة ", "لجنة ل", "مجلس ", 'شركة "', "لجنة الحزب ", "وزارة الخارجية (", "اللجنة المركزية ",
        "(دلمون نيوز) ", "فاز الهلال على الأهلي ", "مباراة الاتحاد واتحاد الكرة ", "في مركز دلمون التابع ",
        "فدرالية ال",
    ],
    "awards": [
        "منح ", "جائزة ", "ميدالية و", "3 ميداليات ", "منح الوزير جائزة ", "15 ميدالية منها 7 ذهبيات ",
        "فاز بجائزة نوبل ", "الفائز بالجائزة في ", "لبنكا لترغا فازت بثلاث ذهبيات مقابل 4 فضيات لدلمون ",
        "منح الوزير وسام كذا للرفاق: فلان؛ فلان ",
    ],
    "the page": [
        '"', "( ", "[إعلان 2]\n", "[إعلان 2] أمس\n", "![", "صورة | \n", "المصدر: ", "a.jpg ",
        "و", "و ", "ب", "من ", "\n", " ", "َ", "ﷺ",
    ],
}  # fmt: skip
_REPEATED = (10_000, 100_000, 1_000_000)
_TOO_SLOW_SECONDS = 10.0


def by_length(passes: int) -> str:
    """Nanoseconds a byte of articles of one length, natural text and repetitions; the last column beside the first."""
    pipeline = Pipeline()
    texts = load_texts()
    for text in texts[:100]:
        pipeline.extract(Article(text))
    joined = "\n".join(texts)
    costs = _until_too_slow(pipeline, LENGTHS, lambda length: _of_length(joined, length), passes)
    natural = table(
        ("natural text", *(f"{length // 1000:,} KB" for length in LENGTHS), "last / first"),
        [("ns a byte", *_filled(costs, LENGTHS), costs[-1] / costs[0])],
    )
    header = ("repetition", "part", *(f"{length // 1000:,} KB" for length in _REPEATED), "last / first", "where")
    rows = [_repetition(pipeline, part, pattern) for part, patterns in REPETITIONS.items() for pattern in patterns]
    return natural + "\n" + table(header, rows)


def _repetition(pipeline: Pipeline, part: str, pattern: str) -> tuple[object, ...]:
    """A row: the costs, their growth, and the stage that takes most of the time."""
    where = ""
    costs: list[float] = []
    try:
        costs = _until_too_slow(pipeline, _REPEATED, lambda length: [_repeated(pattern, length)], 1)
        text = _repeated(pattern, _REPEATED[len(costs) - 1] // 4)
        where = next(iter(stage_shares(lambda: pipeline.extract_json(Article(text)))), "")
    except RecursionError as error:
        where = type(error).__name__
    growth = costs[-1] / costs[0] if len(costs) > 1 else None
    print(f"{pattern!r}: {', '.join(f'{cost:.0f}' for cost in costs)} ns a byte; {where}", file=sys.stderr)
    name = "`" + pattern.replace("\n", "\\n").replace("|", "\\|") + "`"
    return name, part, *_filled(costs, _REPEATED), growth, where


def _until_too_slow(
    pipeline: Pipeline, lengths: Sequence[int], texts_of: Callable[[int], list[str]], passes: int
) -> list[float]:
    """The costs of texts of growing lengths, up to the length that would take longer than anybody waits."""
    costs: list[float] = []
    growth = 1.0
    for length in lengths:
        if costs and costs[-1] * growth * length / 1e9 > _TOO_SLOW_SECONDS:
            break
        costs.append(_cost(pipeline, texts_of(length), passes if length < 1_000_000 else 1))
        growth = max(1.0, costs[-1] / costs[-2]) if len(costs) > 1 else 1.0
    return costs


def _filled(costs: list[float], lengths: Sequence[int]) -> list[float | str]:
    return [*costs, *["too slow"] * (len(lengths) - len(costs))]


def _repeated(pattern: str, length: int) -> str:
    return pattern * max(1, length // len(pattern.encode()))


def _of_length(joined: str, length: int) -> list[str]:
    """Natural articles of about this many bytes: a megabyte of them, or one where it is longer."""
    characters = length * 10 // 18  # a character of Arabic news takes 1.8 bytes
    source = joined if len(joined) >= characters else joined * (characters // len(joined) + 1)
    count = max(1, 1_000_000 // length)
    return [source[number * characters : (number + 1) * characters] for number in range(count)]


def _cost(pipeline: Pipeline, texts: list[str], passes: int) -> float:
    """Nanoseconds a byte, the median of some passes."""

    def run() -> None:
        for text in texts:
            pipeline.extract_json(Article(text))

    return median(cpu_seconds(run) for _ in range(passes)) * 1e3 / megabytes(texts)


def by_gazetteer(texts: list[str], passes: int) -> str:
    """Speed with the library's gazetteer and with more names laid over it, in turn."""
    with tempfile.TemporaryDirectory() as directory:
        pipelines = {}
        for wanted in GAZETTEERS:
            names = gazetteer()
            folder = Path(directory) / str(wanted)
            folder.mkdir()
            more = _made_up_names(max(0, wanted - len(names)))
            rows = ["name\tkind", *(f"{name}\tcompany" for name in more)]
            (folder / "organisations.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
            pipelines[len(names) + len(more)] = Pipeline(resources=folder)
        seconds: dict[int, list[float]] = {count: [] for count in pipelines}
        found = dict.fromkeys(pipelines, 0)
        for number in range(passes + 1):
            for count, pipeline in pipelines.items():
                taken = cpu_seconds(lambda pipeline=pipeline: found.update({count: _run(pipeline, texts)}))  # noqa: B023
                if number:
                    seconds[count].append(taken)
    first, size = next(iter(seconds.values())), megabytes(texts)
    rows = [
        (count, found[count], size / median(taken), median(a / b for a, b in zip(first, taken, strict=True)))
        for count, taken in seconds.items()
    ]
    return table(("names", "organisations found", "MB/s", "of the first"), rows)


def _run(pipeline: Pipeline, texts: list[str]) -> int:
    found = 0
    for records in pipeline.pipe(texts):
        records.to_json()
        found += len(records.organisations)
    return found


def _made_up_names(count: int) -> list[str]:
    """Names of two to four words like those of bodies: a head, family names and places; the same ones each time."""
    chosen = random.Random(7)
    files = Resources()
    heads = cycle(
        ("شركة", "مؤسسة", "جمعية", "بنك", "جامعة", "معهد", "مركز", "نادي", "مستشفى", "صحيفة", "مجموعة", "وكالة")
    )
    words = [row["word"] for name in ("names", "places") for row in files.table(f"words/{name}.tsv")]
    names: dict[str, None] = {}
    while len(names) < count:
        names[" ".join([next(heads), *chosen.sample(words, chosen.choice((1, 2, 2, 3)))])] = None
    return list(names)
