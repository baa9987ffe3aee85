"""Resources: the library's own, a user's folder over them, and what is said when one is broken."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractnews import Pipeline, lexicon
from extractnews.lexicon import ResourceError, Resources, builtin_resources


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library folder with one table and one TOML file."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "months.tsv").write_text("# months\nname\tnumber\nيناير\t1\n\nفبراير\t2\n", encoding="utf-8")
    (folder / "rules.toml").write_text('words = ["أ"]\n[kinds]\na = 1\nb = 2\n', encoding="utf-8")
    monkeypatch.setattr(lexicon, "builtin_resources", lambda: folder)
    return folder


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    folder = tmp_path / "overlay"
    folder.mkdir()
    return folder


def test_table(own: Path) -> None:
    assert list(Resources().table("months.tsv")) == [
        {"name": "يناير", "number": "1"},
        {"name": "فبراير", "number": "2"},
    ]


def test_missing_cells_are_empty(own: Path) -> None:
    (own / "months.tsv").write_text("name\tnumber\tnote\nيناير\t1\n", encoding="utf-8")
    assert list(Resources().table("months.tsv")) == [{"name": "يناير", "number": "1", "note": ""}]


def test_overlay_rows_come_after_the_librarys(own: Path, overlay: Path) -> None:
    (overlay / "months.tsv").write_text("number\tname\n1\tكانون الثاني\n", encoding="utf-8")
    rows = list(Resources(overlay).table("months.tsv"))
    assert [row["name"] for row in rows] == ["يناير", "فبراير", "كانون الثاني"]
    (overlay / "months.tsv").write_text("name\nآذار\n", encoding="utf-8")
    assert list(Resources(overlay).table("months.tsv"))[-1] == {"name": "آذار", "number": ""}


def test_overlay_tables_are_merged_and_win(own: Path, overlay: Path) -> None:
    (overlay / "rules.toml").write_text('words = ["ب"]\n[kinds]\nb = 3\nc = 4\n', encoding="utf-8")
    assert Resources(overlay).toml("rules.toml") == {"words": ["أ", "ب"], "kinds": {"a": 1, "b": 3, "c": 4}}
    assert Resources().toml("rules.toml") == {"words": ["أ"], "kinds": {"a": 1, "b": 2}}


@pytest.mark.parametrize("name", ["extra.toml", "month.tsv", "words/months.tsv", "months.tsv~"])
def test_a_file_that_the_library_has_not_is_refused(own: Path, overlay: Path, name: str) -> None:
    (overlay / "words").mkdir()
    (overlay / name).touch()
    (overlay / ".DS_Store").touch()
    with pytest.raises(
        ResourceError, match=rf"overlay/{name}: no resource of this name; there are months\.tsv, rules\.toml"
    ):
        Resources(overlay)


def test_a_byte_order_mark_and_other_line_ends_change_nothing(own: Path, overlay: Path) -> None:
    (overlay / "months.tsv").write_bytes("\ufeffname\tnumber\r\nآذار\t3\r\n".encode())
    (overlay / "rules.toml").write_bytes('\ufeffwords = ["ب"]\r\n'.encode())
    assert list(Resources(overlay).table("months.tsv"))[-1] == {"name": "آذار", "number": "3"}
    assert Resources(overlay).toml("rules.toml")["words"] == ["أ", "ب"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_resource_without_permission(own: Path, overlay: Path) -> None:
    (overlay / "rules.toml").touch(mode=0)
    with pytest.raises(ResourceError, match=r"rules\.toml: Permission denied"):
        Resources(overlay).toml("rules.toml")


ERRORS = [
    ("months.tsv", "name\tnumber\nيناير\t1\t2\n", r"months\.tsv:2: 3 cells, but 2 columns"),
    ("months.tsv", "# comment\n\nname\tnumber\nيناير\t1\t2\n", r"months\.tsv:4: 3 cells, but 2 columns"),
    ("rules.toml", "a = 1\nb = \n", r"rules\.toml: .*line 2"),
    ("rules.toml", b"a = '\xff'\n", r"rules\.toml: .*utf-8"),
    ("months.tsv", b"name\n\xff\n", r"months\.tsv: not UTF-8"),
    ("months.tsv", "number\n1\n", r"months\.tsv:1: the columns are name, number"),
    ("months.tsv", "name\tnumber\n=======\n", r"months\.tsv:2: '=======' is no word"),
    ("months.tsv", "name\tnumber\n\t1\n", r"months\.tsv:2: '' is no word"),
    ("months.tsv", "name\tnumbr\nيناير\t1\n", r"months\.tsv:1: the columns are name, number"),
]


@pytest.mark.parametrize(("name", "content", "message"), ERRORS)
def test_broken_resource_names_its_file(
    own: Path, overlay: Path, name: str, content: str | bytes, message: str
) -> None:
    (overlay / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    resources = Resources(overlay)
    with pytest.raises(ResourceError, match=message):
        list(resources.table(name)) if name.endswith("tsv") else resources.toml(name)


@pytest.mark.parametrize("name", ["absent.toml", "absent.tsv"])
def test_missing_resource(own: Path, name: str) -> None:
    with pytest.raises(ResourceError, match=f"{name}: missing resource"):
        list(Resources().table(name)) if name.endswith("tsv") else Resources().toml(name)


def test_overlay_must_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="not a folder"):
        Resources(tmp_path / "absent")


def test_a_users_organisation_is_found(tmp_path: Path) -> None:
    text = "وقّعت اتفاقاً مع شموخ نجد للتقنية أمس."
    (tmp_path / "organisations.tsv").write_text(
        "name\tkind\tcountry\taliases\tcontext\nشموخ نجد للتقنية\tcompany\tSA\t\t\n", encoding="utf-8"
    )
    (without,) = Pipeline().pipe([text])
    (records,) = Pipeline(resources=tmp_path).pipe([text])
    assert [body.text for body in without.organisations] == []
    assert [(body.text, body.kind, body.country) for body in records.organisations] == [
        ("شموخ نجد للتقنية", "company", "SA")
    ]


def test_every_tsv_of_the_library_is_well_formed() -> None:
    resources = Resources()
    tables = sorted(path.relative_to(builtin_resources()).as_posix() for path in builtin_resources().rglob("*.tsv"))
    assert tables
    for name in tables:
        rows = list(resources.table(name))
        assert rows, name
        first = next(iter(rows[0]))
        assert all(row[first] == row[first].strip() != "" for row in rows), name


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("شموخ\tfirm\t\t\t", r"/organisations\.tsv:2: no kind 'firm'; known are government, ministry, "),
        ("شموخ\tcompany\t\t\tquotes", r"/organisations\.tsv:2: no context 'quotes'; known are sport, "),
        ("شموخ\tcompany\tKSA\t\t", r"/organisations\.tsv:2: country 'KSA' is no code of two capital letters"),
    ],
)
def test_a_users_organisation_of_an_unknown_kind(tmp_path: Path, row: str, message: str) -> None:
    header = "name\tkind\tcountry\taliases\tcontext"
    (tmp_path / "organisations.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        Pipeline(resources=tmp_path)


def test_a_users_list_of_names_alone(tmp_path: Path) -> None:
    (tmp_path / "organisations.tsv").write_text("name\nشموخ نجد للتقنية\n", encoding="utf-8")
    (records,) = Pipeline(resources=tmp_path).pipe(["وقّعت اتفاقاً مع شموخ نجد للتقنية أمس."])
    assert [(body.text, body.kind) for body in records.organisations] == [("شموخ نجد للتقنية", "other")]


def test_a_head_of_no_kind(tmp_path: Path) -> None:
    (tmp_path / "organisation_heads.toml").write_text('[[head]]\nword = "دائرة"\nkind = "bureau"\n', encoding="utf-8")
    with pytest.raises(ResourceError, match=r"organisation_heads\.toml: دائرة: no kind 'bureau'"):
        Pipeline(resources=tmp_path)


def test_a_list_of_complements_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "organisation_heads.toml").write_text(
        '[[head]]\nword = "دائرة"\nkind = "authority"\nlisted = "absent"\n', encoding="utf-8"
    )
    with pytest.raises(ResourceError, match=r"organisation_heads\.toml: دائرة: no list 'absent'"):
        Pipeline(resources=tmp_path)


WRONG_WORDS = [
    ("names.tsv", "word\tclass\nسالم\tgivven\n", "names.tsv:2: no class 'givven'; known are given, family, part"),
    ("names.tsv", "word\nسالم\n", "names.tsv:2: no class ''; known are given, family, part"),
    ("names.tsv", "word\tclass\torigin\nسالم\tgiven\tarab\n", "names.tsv:2: no origin 'arab'; known are arabic, "),
    ("nouns.tsv", "word\tclass\nقطار\tnuon\n", "nouns.tsv:2: no class 'nuon'; known are noun, plural, "),
    ("nouns.tsv", "word\tclass\tname\nقطار\tnoun\tyes\n", "nouns.tsv:2: no name 'yes'; known are 1"),
    ("particles.tsv", "word\tclass\nمن\tprep\n", "particles.tsv:2: no class 'prep'; known are preposition, "),
    ("places.tsv", "word\tkind\tcountry\nنجد\ttown\tSA\n", "places.tsv:2: no kind 'town'; known are city, "),
    ("verbs.tsv", "past\tname\nقال\tx\n", "verbs.tsv:2: no name 'x'; known are 1"),
]


@pytest.mark.parametrize("types", [None, ["dates"]])
@pytest.mark.parametrize(("name", "content", "message"), WRONG_WORDS)
def test_a_users_word_of_no_class(
    tmp_path: Path, name: str, content: str, message: str, types: list[str] | None
) -> None:
    """Said when the pipeline is built, not with every article."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / name).write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=re.escape(f"{tmp_path}/words/{message}")):
        Pipeline(resources=tmp_path, record_types=types)


WRONG_TABLES = [
    ("dates.toml", "between = 5", "between is a number, not a list"),
    ("dates.toml", "between = [5]", "between[1] is a number, not a string"),
    ("dates.toml", "betwen = ['و']", "no key 'betwen'; known are between, "),
    ("dates.toml", "[months]\ngregorian = ['يناير']", "months.gregorian is a list, not a table"),
    ("names.toml", "stops = 5", "stops is a number, not a list"),
    ("organisation_grammar.toml", "naming_adjectives = 5", "naming_adjectives is a number, not a string"),
    ("organisation_grammar.toml", "[foo]", "no key 'foo'; known are "),
    ("organisation_heads.toml", "[[head]]\nkind = 'company'", "head[1] has no 'word'"),
    ("organisation_heads.toml", "[head]\nword = 'دائرة'", "head is a table, not a list"),
    ("awards.toml", "[[item]]\nzzz = 5", "no key 'zzz' in item[1]; known are "),
    ("awards.toml", "[[item]]\nnoun = 'درع'\nkind = 'shield'\ngender = 3", "item[1]"),
    ("awards.toml", "noun = 5", "no key 'noun'; known are "),
    ("titles.toml", "[[title]]\nzzz = 5", "no key 'zzz' in title[1]; known are "),
    ("titles.toml", "[[title]]\nuse = 'holder'", "title[1] has no 'role'"),
    ("documents.toml", "[[noun]]", "noun[1] has no 'bare'"),
    ("documents.toml", "[[noun]]\nbare = ['x']", "noun[1]"),
    ("numerals.toml", "[units]\n17 = 5", "units.17 is a number, not a list"),
]


@pytest.mark.parametrize(("name", "content", "message"), WRONG_TABLES)
def test_a_users_table_unlike_the_librarys(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=re.escape(f"{tmp_path / name}: {message}")):
        Resources(tmp_path).toml(name)


@pytest.mark.parametrize("path", sorted(builtin_resources().rglob("*.*")), ids=lambda path: path.name)
def test_the_librarys_own_files_would_do_as_a_users(tmp_path: Path, path: Path) -> None:
    name = path.relative_to(builtin_resources()).as_posix()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(path.read_bytes())
    resources = Resources(tmp_path)
    assert resources.toml(name) if path.suffix == ".toml" else list(resources.table(name))


def word_lists(value: Any, where: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of words in a resource, each with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("examples", "negatives"):
                yield from word_lists(inner, f"{where}.{key}")
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield where, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from word_lists(inner, f"{where}[{number}]")
    elif isinstance(value, str) and "\n" in value:
        yield where, value.split()


@pytest.mark.parametrize("path", sorted(builtin_resources().glob("*.toml")), ids=lambda path: path.name)
def test_no_list_has_a_word_twice(path: Path) -> None:
    lists = list(word_lists(tomllib.loads(path.read_text(encoding="utf-8")), path.stem))
    assert lists
    assert [(where, sorted({word for word in words if words.count(word) > 1})) for where, words in lists] == [
        (where, []) for where, _ in lists
    ]
