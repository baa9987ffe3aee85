"""Honorifics: words of courtesy and ranks before a name, as the lexicon has them and among an article's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from extractnews.article import Hit
from extractnews.normalise import fold
from extractnews.scanner import Cue
from extractnews.titles.heads import locate
from extractnews.tokens import Tokens
from extractnews.words import CLITIC, CONJOINED, DEFINITE, FAMILY, GIVEN, KNOWN, NOUN, PLACE, VERB

_PREFIXES: Final = ("", "ال", "لل", "وال", "بال", "و", "ب", "ل")


@dataclass(frozen=True, slots=True)
class HonorificForm:
    """What the lexicon says of an honorific.

    Attributes:
        kind: `person` (`الدكتور`), `rank` (`اللواء`), `style` (`معالي`), `plural` (`السادة`), `abbreviation` (`د.`) or
            `indefinite`, a rank without article.
        before: if any, words one of which must follow.
        modifiers: words that may follow and are part of it (`اللواء الركن`).
        ordinary: whether it is an ordinary noun too (`الفريق`).
        spelled: if any, spellings one of which the original must have.
        among: if any, words one of which the article must have, unless a full name follows.
        plain: whether its every cue is an honorific, whatever stands around it.
    """

    kind: str
    before: frozenset[str]
    modifiers: frozenset[str]
    ordinary: bool
    spelled: tuple[str, ...]
    among: frozenset[str]
    plain: bool

    def is_ordinary(self, following: str) -> bool:
        """Whether the word may be an ordinary noun (`مدرب الفريق`), seeing the word after it."""
        return self.ordinary and following not in self.modifiers


class Honorific(NamedTuple):
    """An honorific among the tokens.

    Attributes:
        hit: the cue; its value is a `HonorificForm`.
        last: index after its last token.
    """

    hit: Hit
    last: int


def honorific_cues(data: Mapping[str, Any]) -> Iterator[Cue]:
    """The cues of all honorifics in `titles.toml`."""
    for entry in data["honorific"]:
        form = HonorificForm(
            kind=entry["kind"],
            before=frozenset(map(fold, entry.get("before", ()))),
            modifiers=frozenset(map(fold, entry.get("modifiers", ()))),
            ordinary=entry.get("ordinary", False),
            spelled=tuple(entry.get("spelled", ())),
            among=frozenset(prefix + fold(word) for word in entry.get("among", ()) for prefix in _PREFIXES),
            plain=entry["kind"] not in ("abbreviation", "indefinite")
            and entry.keys().isdisjoint(("spelled", "before", "among")),
        )
        for word in entry["words"]:
            yield Cue(word, "official.honorific", form, "name")
    letters = HonorificForm(
        "abbreviation", frozenset(), frozenset(), ordinary=False, spelled=(), among=frozenset(), plain=False
    )
    for word in data["honorific_abbreviations"]["words"]:
        yield Cue(word, "official.honorific", letters, "name")


def find_honorifics(tokens: Tokens, hits: list[Hit]) -> tuple[dict[int, Honorific], dict[int, Honorific]]:
    """The honorifics among the cues, and the ranks without article, by the index of their first token."""
    honorifics: dict[int, Honorific] = {}
    ranks: dict[int, Honorific] = {}
    for index, last, hit in locate(tokens, hits):
        form: HonorificForm = hit[3]
        if form.kind == "indefinite" and not hit[4]:
            ranks[index] = Honorific(hit, last)
        if form.kind == "plural" and index and tokens.forms[index - 1].endswith("مجلس"):
            continue  # مجلس الشيوخ
        if hit.proclitic == "ب" and index and tokens.classes[index] & FAMILY and tokens.classes[index - 1] & GIVEN:
            continue  # رضا بالحاج
        known = honorifics.get(index)
        if (known is None or known[0][1] < hit[1]) and (form.plain or _is_honorific(tokens, hit, index, last)):
            honorifics[index] = Honorific(hit, last)
    return honorifics, ranks


def _is_full_name(tokens: Tokens, position: int) -> bool:
    """Whether a given name that is no other word stands here before another name."""
    given = tokens.classes[position] & (GIVEN | NOUN | VERB | PLACE | DEFINITE | CLITIC) == GIVEN
    return given and tokens.classes[position + 1] & (KNOWN | CONJOINED) in (GIVEN, FAMILY, GIVEN | FAMILY)


def _is_honorific(tokens: Tokens, hit: Hit, first: int, last: int) -> bool:
    """Whether the words around a cue, and its spelling, allow that it is an honorific."""
    form: HonorificForm = hit.value
    if form.kind == "abbreviation":
        if tokens.forms[first] == "د" and last + 1 < tokens.size and last == first + 1 and _is_full_name(tokens, last):
            return True  # قال د أحمد العلي
        if hit.proclitic == "ل" and tokens.original(first) == "لا":
            return False  # الإجابة: لا. دع عنك
        mark = tokens.peek(last)
        if mark not in (".", "/") or (mark == "." and tokens.ends[last - 1] != tokens.starts[last]):
            return False
        following = tokens.peek(last + 1)
        initials = len(following) == 1 and following not in ("د", "م", "/")  # أ.ف.ب
        return not initials and not (hit.start and tokens.text[hit.start - 1].isdigit())
    if form.kind == "indefinite":
        return first > 0 and tokens.forms[first - 1] == "برتبه"
    if form.spelled and not any(spelling in tokens.written(hit.start, hit.end) for spelling in form.spelled):
        return False
    if form.among and form.among.isdisjoint(tokens.forms):
        return last + 1 < tokens.size and _is_full_name(tokens, last)
    return not form.before or tokens.peek(last) in form.before
