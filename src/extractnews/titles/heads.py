"""The heads of titles among an article's tokens, and the titles that are read from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from extractnews.article import Hit
from extractnews.titles.lexicon import TitleForm, TitleWords
from extractnews.tokens import Tokens
from extractnews.words import CLITIC, DEFINITE, GIVEN, KNOWN, NOUN, PLACE, PREPOSED, VERB


class Head(NamedTuple):
    """A title's head among the tokens.

    Attributes:
        hit: the cue; its value is a `TitleForm`.
        last: index after its last token.
    """

    hit: Hit
    last: int


_CARRYING_OUT: Final = frozenset(("باعمال", "بتسيير", "بمهام"))
_GIVEN_NAMES: Final = frozenset(("امين", "امير", "حاكم"))  # heads that are names as well
_PARTICIPLES: Final = frozenset(("حاكم", "مفاوض"))  # roles that are adjectives of a body too
_OF_AGENTS: Final = frozenset(("عن", "خاصا", "دائما", "شخصيا", "رسميا", "ساميا", "مقيما", "معتمدا", "وحيدا"))


@dataclass(slots=True)
class TitlePhrase:
    """A title that has been read.

    Attributes:
        start: offset in the view of its first character.
        index: index of its first token.
        first: index after its head.
        last: index after its last token.
        form: its head's form.
        definite: whether the head has the article or a possessor.
        complete: whether it is a title as it stands.
        complemented: whether it has a modifier or a complement.
        inner: whether it is indefinite and a preposition brings another title into it (`متحدث باسم الوزير`).
    """

    start: int
    index: int
    first: int
    last: int
    form: TitleForm
    definite: bool
    complete: bool
    complemented: bool
    inner: bool


def find_heads(tokens: Tokens, hits: list[Hit], words: TitleWords) -> dict[int, Head]:
    """The heads among the cues, by the index of their first token; the longest where several begin."""
    heads: dict[int, Head] = {}
    for index, last, hit in locate(tokens, hits):
        if index in heads and heads[index][0][1] >= hit[1]:
            continue
        before = tokens.forms[index - 1] if index else ""
        if hit[3].role == "ملك" and before.endswith("عبد"):
            continue  # عبد الملك
        if before in words.superlatives and not hit[5]:
            continue  # جائزة أفضل ممثل
        if hit[3].role == "مساعد" and hit[5] and before.endswith("الحكم"):
            continue  # الحكم المساعد فلان
        if hit[3].role == "مساعد" and hit[4] in ("ب", "وب") and _is_help(tokens, index):
            continue  # بمساعدة نائب الرئيس
        if hit[3].role == "قائد" and hit[3].number == "plural" and tokens.written(hit[0], hit[1])[-1] == "ه":
            continue  # الوفد الذي قاده فلان
        if hit[3].role == "ممثل" and hit[3].state == "predicate" and not _is_post(tokens.peek(last)):
            continue  # حضر فلان ممثلا وزير الصحة فلانا
        if hit[3].role in _PARTICIPLES and hit[5] and index and _describes_noun(tokens, index):
            continue  # الائتلاف الحاكم، الوفد المفاوض
        head = Head(hit, last)
        if hit[3].plain or _is_head(tokens, head, words):
            heads[index] = head
    names = [i for i, head in heads.items() if head.last in heads and _is_second_name(tokens, i, head, heads)]
    for index in names:
        del heads[index]  # مصطفى أمين مدير المكتب
    return heads


def _is_second_name(tokens: Tokens, index: int, head: Head, heads: dict[int, Head]) -> bool:
    """Whether a head that is a given name as well stands bare behind another one.

    Behind one that is a noun too the next head must have the article (`خالد أمين المسؤول الإعلامي`).
    """
    if tokens.forms[index] not in _GIVEN_NAMES or head.last > index + 1 or not index:
        return False
    noun = 0 if heads[head.last].hit.article else NOUN
    return tokens.classes[index - 1] & (GIVEN | noun | DEFINITE | CLITIC) == GIVEN


def _is_post(following: str) -> bool:
    """Whether `ممثلا` before the word is a post, and not one who stands in for somebody on an occasion."""
    return following[:1] == "ل" or following in _OF_AGENTS


def _is_help(tokens: Tokens, index: int) -> bool:
    """Whether `بمساعدة` is no woman's title, whom a verb right before it meets (`التقى بمساعدة الوزير فلانة`)."""
    met = index > 0 and tokens.classes[index - 1] & VERB
    return tokens.original(index)[-1] == "ة" and not met


def _describes_noun(tokens: Tokens, index: int) -> bool:
    """Whether the head is an adjective of the definite noun before it."""
    noun = tokens.classes[index - 1] & (DEFINITE | NOUN | KNOWN) == DEFINITE | NOUN
    following = tokens.classes[index + 1] if index + 1 < tokens.size else 0
    return noun and not following & DEFINITE


def locate(tokens: Tokens, hits: list[Hit]) -> Iterator[tuple[int, int, Hit]]:
    """The hits with the indexes of their first token and of the one after their last."""
    starts, forms = tokens.starts, tokens.forms
    index = 0
    for hit in hits:
        last = index = bisect_right(starts, hit[0], index) - 1
        end = hit[1]
        while starts[last] + len(forms[last]) < end:
            last += 1
        yield index, last + 1, hit


def is_definite(tokens: Tokens, head: Head) -> bool:
    """Whether a head has the article or a possessor, so that no complement need follow."""
    final = tokens.forms[head.last - 1]
    if final in _CARRYING_OUT:
        return False  # القائم بأعمال السفير
    form: TitleForm = head.hit.value
    if form.definite:
        return final[:2] == "ال" or final[-1] in "ها"
    return bool(head.hit.article) or form.state == "possessed"


def _is_head(tokens: Tokens, head: Head, words: TitleWords) -> bool:
    """Whether the words around a cue, and its spelling, allow that it is a head."""
    form: TitleForm = head.hit.value
    if form.use == "complement" and head.hit.article and form.number == "singular" and " " not in form.role:
        return False
    if form.participle and head.hit.article and _is_participle(tokens, head, words):
        return False
    if form.after and tokens.peek(head.last) not in form.after:
        return False
    if form.after_construct is not None and not head.hit.article and tokens.peek(head.last) not in form.after_construct:
        return False
    possessor = form.state == "possessed" and tokens.text[head.hit.end - 1] == "ه"
    if not (possessor or form.spelled):
        return True
    written = tokens.written(head.hit.start, head.hit.end)
    if possessor and "ة" in written[-2:]:
        return False
    return not form.spelled or any(spelling in written for spelling in form.spelled)


def _is_participle(tokens: Tokens, head: Head, words: TitleWords) -> bool:
    """Whether ب after a head with the article brings its object (`القرار القاضي بتعيين`)."""
    following = tokens.peek(head.last)
    if not following.startswith("ب"):
        return False
    if following in ("بان", "بانه", "بانها"):
        return True
    classes = tokens.classes[head.last]
    noun = classes & PREPOSED and classes & NOUN and not classes & (DEFINITE | PLACE)
    return bool(noun) and following[1:] not in words.fields
