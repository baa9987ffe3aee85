"""From drafts to records as plain values: their offsets in the original text, and the text there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from extractnews.article import AsWritten, Draft, Found, ScannedArticle, SpanRef
from extractnews.normalise import NormalisedView
from extractnews.records import RECORD_LISTS, Title, default_values

Defaults = Mapping[str, Mapping[str, Any]]
"""Fields of a record, or of the models that a field holds, in the order of the output, with their default values."""

DEFAULTS: Final[Defaults] = {
    **{name: default_values(model) for name, model in RECORD_LISTS.items()},
    "titles": default_values(Title),
}
NO_DEFAULTS: Final[Mapping[str, Any]] = {}
_PLAIN: Final = frozenset((str, int, bool, type(None)))
"""Of these are most fields of a draft; they hold no offsets."""


def render(scanned: ScannedArticle, found: Found, lists: Collection[str], defaults: Defaults) -> dict[str, Any]:
    """An article's records as plain values.

    Args:
        scanned: the article.
        found: its drafts.
        lists: the lists to fill.
        defaults: what stands in a record of a type for fields that the draft does not say; without an entry for
            the type they are left out.
    """
    article, view = scanned.article, scanned.view
    records: dict[str, Any] = {
        "id": article.id,
        "source": article.source,
        "reference_date": article.reference_date,
    }
    for name in RECORD_LISTS:
        drafts = found.get(name, ()) if name in lists else ()
        if drafts or defaults:
            records[name] = [_record(scanned, draft, defaults, name) for draft in drafts]
    records["zones"] = [{**_span(view, start, end), "kind": kind} for start, end, kind in scanned.zones]
    return records


def _span(view: NormalisedView, start: int, end: int) -> dict[str, Any]:
    start, end = view.span(start, end)
    return {"start": start, "end": end, "text": view.original[start:end]}


def _record(article: ScannedArticle, draft: Draft, defaults: Defaults, record_type: str) -> dict[str, Any]:
    record = _model(article.view, draft, defaults, record_type)
    record["rule"] = draft.rule
    if article.zones and article.in_caption(draft.start):
        record["caption"] = True
    return record


def _model(view: NormalisedView, draft: Draft, defaults: Defaults, name: str) -> dict[str, Any]:
    start, end = view.span(draft.start, draft.end)
    text = view.original[start:end]
    model = {**defaults.get(name, NO_DEFAULTS), "start": start, "end": end, "text": text, **draft.fields}
    for field, value in draft.fields.items():
        kind = value.__class__
        if kind in _PLAIN:
            continue
        if kind is AsWritten:
            model[field] = text
        elif kind is list:
            model[field] = [_value(view, item, defaults, field) for item in value]
        else:
            model[field] = _value(view, value, defaults, field)
    return model


def _value(view: NormalisedView, value: Any, defaults: Defaults, field: str) -> Any:
    kind = value.__class__
    if kind is SpanRef:
        return _span(view, *value)
    return _model(view, value, defaults, field) if kind is Draft else value
