"""The nouns of documents: their forms, and which of them can have a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import regex  # type: ignore[import-untyped]

from extractnews.article import Hit

WINDOW: Final = 190
"""Code points after a noun in which its number is looked for."""
_NEAR: Final = 100
"""Code points after a noun in which a number without a marker begins, behind adjectives or an issuer."""
_LEADING: Final = ("رقام", "عدد", "نمره", "No", "الصادر")
"""One of these or `رقم` is in what leads from a noun to a number far from it."""
DIGIT_AHEAD_RE: Final = regex.compile(r"[0-9]")
# Nouns that say what a document is about, and those that do so with the article right behind a law.
_OBJECTS: Final = frozenset({"نظام", "تنظيم"})
_OBJECTS_OF_LAWS: Final = frozenset({"نظام", "تنظيم", "حكم", "خطة"})


class Noun(NamedTuple):
    """What a document's noun says: its kind, class, whether bare numbers may follow, and its grammatical number."""

    kind: str
    noun_class: str
    bare: str
    several: bool
    drafting: bool = False


class Head(NamedTuple):
    """A document's noun in the text, with a draft's noun before it."""

    start: int
    end: int
    noun: Noun
    definite: bool
    draft: str | None
    swallowed: bool = False


def noun_forms(singular: str, plurals: Iterable[str], nisba: bool = False) -> Iterator[tuple[str, bool]]:
    """(form, whether it names several) of a noun: singular, accusative, dual, plural, with suffix pronouns.

    Args:
        singular: the dictionary form.
        plurals: its broken and sound plurals.
        nisba: whether the form in ي is an adjective (`قانوني`) rather than the dual of a construct (`قراري`).
    """
    stem = singular[:-1] + "ت" if singular.endswith("ة") else singular
    yield singular, False
    if not singular.endswith("ة"):
        yield singular + "ا", False
    for suffix in ("ه", "ها", "هم", "هما", "نا"):
        yield stem + suffix, False
    for suffix in ("ان", "ين") if nisba else ("ان", "ين", "ي"):
        yield stem + suffix, True
    for plural in plurals:
        yield plural, True


def heads_in(text: str, hits: list[Hit]) -> Iterator[Head]:
    """The document nouns that have a digit or a number word near; a draft's noun is joined to the next."""
    draft: Hit | None = None
    seen = last_act = digit = -1
    for hit in hits:
        start, end, _, noun, proclitic, article = hit
        if end == seen:
            continue
        seen = end
        if noun.drafting:
            draft = hit
            continue
        before, draft = draft, None
        act, last_act = last_act, end if noun.noun_class == "act" else -1
        if digit < end:
            digit = _next_digit(text, end)
        if (digit - end > WINDOW or _leads_nowhere(text[end:digit])) and not text.startswith(" رقم ", end):
            continue
        if act >= 0 and _names_kind(text, hit, act):
            continue
        if before is not None and not text[before.end : start].strip() and proclitic == "":
            noun = noun._replace(several=before.value.several)
            yield Head(before.start, end, noun, True, before.value.kind)
        else:
            yield Head(start, end, noun, bool(article), None, article == "ل")


def _next_digit(text: str, start: int) -> int:
    """Offset of the next digit; far behind the text's end where there is none."""
    digit = DIGIT_AHEAD_RE.search(text, start)
    return digit.start() if digit is not None else len(text) + 2 * WINDOW


def _leads_nowhere(between: str) -> bool:
    """Whether the words between a noun and the next digit cannot lead from the one to the other.

    Without a marker the number is near. With one it is in the same sentence, but a full stop may stand in `No.` or
    behind `رقم`, and a number in words needs no digit.
    """
    if "رقم" in between:
        return False
    if "\n" in between or ";" in between or "." in between[:-12]:
        return True
    return len(between) > _NEAR and not any(map(between.__contains__, _LEADING))


def _names_kind(text: str, hit: Hit, act: int) -> bool:
    """Whether the hit is the second half of `مرسوم اتحادي بقانون` or `ظهير بمثابة قانون`.

    Args:
        text: the view's text.
        hit: a document's noun.
        act: offset after the act's noun that went before.
    """
    if hit.value.kind != "قانون" or hit.article:
        return False
    between = text[act : hit.start]
    if hit.proclitic == "ب":
        return len(between) < 30 and len(between.split()) <= 3 and between.replace(" ", "").isalpha()
    return between.endswith(" بمثابه ")


def names_object(text: str, head: Head, earlier: Head) -> bool:
    """Whether a noun is a word of an earlier document's phrase.

    `قانون نظام الحكم رقم 5`, `برقية رئيس اللجنة العليا للتنظيم الإداري رقم 5`, `قانون حماية البيانات الشخصية رقم 151`.
    """
    if earlier.definite or head.draft:
        return False
    if not head.definite or head.swallowed:
        return head.noun.kind in _OBJECTS
    if earlier.noun.several or earlier.noun.noun_class != "law" or text[head.start - 1] != " ":
        return False
    if head.noun.several:
        return True  # one number is no plural's
    between = text[earlier.end : head.start].strip()
    return head.noun.kind in _OBJECTS_OF_LAWS and (not between or between in _OBJECTS)
