"""What goes in: an `Article`, and the same article scanned for its cues, as the extractors see it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Integral
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from extractnews.normalise import NormalisedView

if TYPE_CHECKING:
    from extractnews.scanner import Scan
    from extractnews.words import WordLexicon


@dataclass(frozen=True, slots=True, init=False)
class Article:
    """One article.

    Attributes:
        text: the text as published; offsets in the records are offsets into it.
        id: any string that identifies it in a run.
        source: where it comes from.
        reference_date: the day on which it was published, to which `أمس` and `3 يناير` are relative.

    Args:
        text: the text.
        id: a string or whole number (1.0 too, which tables make of 1 beside empty cells).
        source: a string.
        reference_date: a date, a datetime (pandas' Timestamp is one), or an ISO 8601 string, with or without a time.

    But for the text, None, NaN and pandas' NaT and NA say that there is none.

    Raises:
        TypeError: if the text or the source is no string.
        ValueError: if the id is neither a string nor a whole number, or the date none of the above.
    """

    text: str
    id: str | None = None
    source: str | None = None
    reference_date: dt.date | None = None

    # Any: what mypyc compiles refuses arguments of other types than are declared before it could look at them.
    def __init__(self, text: str, id: Any = None, source: Any = None, reference_date: Any = None) -> None:
        set_field = object.__setattr__  # the only way into a frozen class
        set_field(self, "text", _as_text(text))
        set_field(self, "id", as_id(id))
        set_field(self, "source", _as_source(source))
        set_field(self, "reference_date", as_date(reference_date))


def as_article(item: Article | str | Mapping[str, Any]) -> Article:
    """An `Article` from what a `Pipeline` takes.

    Args:
        item: an article, a text, or a mapping with what `Article` takes: `text` and optionally `id`, `source`,
            `reference_date`.

    Raises:
        TypeError: if the item is none of these.
        TypeError, ValueError: if it makes no `Article`.
    """
    if isinstance(item, Article):
        return item
    if isinstance(item, str):
        return Article(item)
    if not isinstance(item, Mapping):
        raise TypeError(f"an article, a text or a mapping is wanted, not {type(item).__name__}")
    return Article(_as_text(item.get("text")), item.get("id"), item.get("source"), item.get("reference_date"))


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(f"an article's text is a string, not {type(value).__name__}")


def _as_source(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if _is_missing(value):
        return None
    raise TypeError(f"an article's source is a string, not {type(value).__name__}")


def as_id(value: Any) -> str | None:
    """An id from a string or a whole number, as `Article` takes it.

    Raises:
        ValueError: if it is anything else.
    """
    if isinstance(value, str):
        return value
    if _is_missing(value):
        return None
    if isinstance(value, Integral) and not isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    raise ValueError(f"id {value!r} is neither a string nor a whole number")


def as_date(value: Any) -> dt.date | None:
    """A day from a date, a datetime or an ISO 8601 string, as `Article` takes it.

    Raises:
        ValueError: if it is anything else, or a string that is no ISO date.
    """
    if _is_missing(value):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value).date()
    except (TypeError, ValueError):
        raise ValueError(f"reference date {value!r} is not an ISO 8601 date such as 2024-01-03") from None


def _is_missing(value: Any) -> bool:
    """Whether it says that nothing is there: None, or what pandas has for it; NaN and NaT do not equal themselves."""
    if isinstance(value, (float, dt.datetime)):
        return bool(value != value)  # noqa: PLR0124
    return value is None or type(value).__name__ == "NAType"


class Hit(NamedTuple):
    """A cue found in the view.

    Attributes:
        start: offset in the view of the word itself, after its proclitics (`و`, `ب`, `ل` ...) and before its article.
        end: offset after its last letter.
        kind: the cue's kind (`date.month`).
        value: what the lexicon says of it.
        proclitic: the letters before `start` that belong to the same word (`و`, `بـ`, "").
        article: `ال` where the word has the article; `ل` where the article is swallowed (`للجنة`); else "".
    """

    start: int
    end: int
    kind: str
    value: Any
    proclitic: str
    article: str


class SpanRef(NamedTuple):
    """A span of the view, to be turned into a `Span` of the original."""

    start: int
    end: int


class AsWritten:
    """In a draft's field: the draft's own text, as the original has it."""


AS_WRITTEN = AsWritten()


@dataclass(slots=True)
class Draft:
    """A record in the making; offsets are the view's.

    `fields` holds the record's other fields by name; in them a `SpanRef` becomes a `Span`, a `Draft` a nested
    model, alone or in a list, and `AS_WRITTEN` the draft's text.
    """

    start: int
    end: int
    rule: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


Found = dict[str, list[Draft]]
"""The drafts of the extractors that have run, by record type (`dates`, `documents` ...)."""

_ARABIC: Final = "ء-يٮٯٱ-ۓەۮۯۺ-ۼۿ"
_LATIN: Final = "A-Za-zªµºÀ-ÖØ-öø-ɏḀ-ỿ"
# What stands between two spaces is mostly one word, else words of one script, numbers, marks and line ends.
_TOKEN_RE: Final = re.compile(rf"[{_ARABIC}]+|[{_LATIN}]+|[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]|[\s_]")
_JOINED_RE: Final = re.compile(rf"[{_LATIN}](?:[{_ARABIC}]|(?<=[{_ARABIC}].))")  # لـCNN is two tokens
_BEYOND: Final = ("\n", "\n")


class _Classes(dict[int, int]):
    """The tokens' classes by index. Rules look at one token in ten, often at it again: each is kept once looked up."""

    __slots__ = ("_forms", "_lexicon")

    def __init__(self, forms: list[str], lexicon: dict[str, int]) -> None:
        super().__init__()
        self._forms = forms
        self._lexicon = lexicon

    def __missing__(self, index: int) -> int:
        classes = self[index] = self._lexicon[self._forms[index]]
        return classes


class _Ends:
    """The tokens' ends by index, from their starts and lengths: rules ask for one in ten."""

    __slots__ = ("_forms", "_starts")

    def __init__(self, forms: list[str], starts: list[int]) -> None:
        self._forms = forms
        self._starts = starts

    def __getitem__(self, index: int) -> int:
        return self._starts[index] + len(self._forms[index])


class Words:
    """The view's words, numbers, punctuation marks and line ends, as parallel sequences.

    Behind the last of them, and not counted, two more line ends stand in the sequences, for rules that look ahead.

    Attributes:
        forms: the folded text of each.
        starts: offset in the view of its first character.
        ends: offset after its last character.
        classes: the bit set of classes (`words.py`) of each, by index.

    Args:
        text: the view's text.
        lexicon: the classes of words.
        latin: whether Latin letters may be in the text.
    """

    __slots__ = ("_size", "classes", "ends", "forms", "starts")

    def __init__(self, text: str, lexicon: WordLexicon, *, latin: bool) -> None:
        forms: list[str] = []
        starts: list[int] = []
        start = 0
        joined = latin and _JOINED_RE.search(text) is not None
        for word in text.split(" "):
            if joined and _JOINED_RE.search(word):
                pieces: list[str] = _TOKEN_RE.findall(word)
            elif word.isalpha():
                forms.append(word)
                starts.append(start)
                start += len(word) + 1
                continue
            elif (letters := word[:-1]).isalpha():
                pieces = [letters, word[-1]]
            else:
                pieces = _TOKEN_RE.findall(word)
            for piece in pieces:
                forms.append(piece)
                starts.append(start)
                start += len(piece)
            start += 1
        self._size = len(forms)
        forms += _BEYOND
        starts += [start] * len(_BEYOND)
        self.forms = forms
        self.starts = starts
        self.ends = _Ends(self.forms, self.starts)
        self.classes: Mapping[int, int] = _Classes(self.forms, lexicon.classes())

    def __len__(self) -> int:
        return self._size

    def index_at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`, or holds it."""
        index = bisect_left(self.starts, offset)
        if index > 0 and self.ends[index - 1] > offset:
            return index - 1
        return index


class ScannedArticle:
    """An article with its normalised view, its zones and its cues.

    Attributes:
        article: the article itself.
        view: the normalised view.
        text: the view's text without line ends inside sentences, on which every rule matches.
        zones: (start, end, kind) of captions, credits and furniture, in offsets of the view.
    """

    __slots__ = ("_captions", "_furniture", "_lexicon", "_scan", "_words", "article", "text", "view", "zones")

    def __init__(
        self,
        article: Article,
        view: NormalisedView,
        text: str,
        zones: list[tuple[int, int, str]],
        scan: Scan,
        lexicon: WordLexicon,
    ) -> None:
        self.article = article
        self.view = view
        self.text = text
        self.zones = zones
        self._furniture, self._captions = _bounds(zones, "furniture"), _bounds(zones, "caption")
        self._lexicon = lexicon
        self._words: Words | None = None
        self._scan = scan

    def is_verb(self, form: str) -> bool:
        """Whether the lexicon knows a folded word as a form of a verb."""
        return self._lexicon.is_verb(form)

    def hits(self, *kinds: str) -> list[Hit]:
        """The hits of these kinds, sorted by start, longer first."""
        if len(kinds) == 1:
            return self._scan.hits(kinds[0])
        merged = [hit for kind in kinds for hit in self._scan.hits(kind)]
        merged.sort(key=lambda hit: (hit.start, -hit.end))
        return merged

    @property
    def reference_date(self) -> dt.date | None:
        """The article's reference date."""
        return self.article.reference_date

    @property
    def words(self) -> Words:
        """The view's tokens, made at first use."""
        if self._words is None:
            self._words = Words(self.text, self._lexicon, latin=self._scan.latin)
        return self._words

    def in_furniture(self, start: int, end: int) -> bool:
        """Whether the view's span touches a furniture zone."""
        starts, ends = self._furniture
        index = bisect_left(starts, end) - 1
        return index >= 0 and ends[index] > start

    def in_caption(self, start: int) -> bool:
        """Whether the view's offset stands in a caption."""
        starts, ends = self._captions
        index = bisect_right(starts, start) - 1
        return index >= 0 and ends[index] > start


def _bounds(zones: list[tuple[int, int, str]], kind: str) -> tuple[list[int], list[int]]:
    """Starts and ends of the zones of a kind, those that overlap as one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end, zone_kind in zones:
        if zone_kind != kind:
            continue
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
