"""Keys of bodies: [text, the keys of its organisations]."""

from __future__ import annotations

import pytest

from extractnews.article import Article
from extractnews.pipeline import Pipeline

PIPELINE = Pipeline(record_types=["organisations"])

BODIES = [
    ("وزارة الخارجية المصرية. قالت وزارة الخارجية", ["وزاره خارجيه:EG", "وزاره خارجيه:EG"]),
    ("وزارة الخارجية بالمملكة العربية السعودية", ["وزاره خارجيه:SA"]),
    ("أعلنت وزارة الصحة", [None]),
    ("عقد مجلس النواب الأردني", ["مجلس نواب:JO"]),
    ("عقد مجلس النواب جلسة", [None]),
    ("قال الجيش السوري", ["جيش:SY"]),
    ("أعلنت اليونسكو", ["منظمه امم تربيه ثقافه علم متحده"]),
    ("منظمة الأمم المتحدة للتربية والعلم والثقافة", ["منظمه امم تربيه ثقافه علم متحده"]),
    ("الشركة الوطنية للتطوير العقاري", ["شركه تطوير عقاري وطنيه"]),
    ("شركة التطوير العقاري الوطنية", ["شركه تطوير عقاري وطنيه"]),
    ("نقل إلى مستشفى الملك فهد", [None]),
    ("جامعة الملك سعود", ["جامعه سعود ملك:SA"]),
]


@pytest.mark.parametrize(("text", "keys"), BODIES)
def test_keys(text: str, keys: list[str | None]) -> None:
    assert [body.key for body in PIPELINE.extract(Article(text)).organisations] == keys


def test_alias_and_main_name_are_one_entity() -> None:
    bodies = PIPELINE.extract(Article("قالت يونسكو إن منظمة الأمم المتحدة للتربية والعلم والثقافة")).organisations
    assert [body.entity for body in bodies] == ["o1", "o1"]
