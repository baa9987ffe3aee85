"""What comes out: frozen pydantic models, one for each record type, and `ArticleRecords` that holds them.

Offsets are Unicode code points into the article's original text, end exclusive; for every span
`text == original[start:end]`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

SCHEMA_VERSION = "1"
"""Raised when a field is removed or changes its meaning; adding a field leaves it as it is."""


class Span(BaseModel):
    """A stretch of the original text.

    Attributes:
        start: offset of the first code point.
        end: offset after the last code point.
        text: the original's characters from `start` to `end`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Mention(Span):
    """A record: a span that a rule found.

    Attributes:
        rule: name of the rule that made the record, such as `dates.day_month_year`.
        entity: the thing mentioned, such as `p1`; the mentions of one person, body or document in an
            article share it. None where the type has no entities.
        caption: True where the mention stands in a picture's caption.
    """

    rule: str
    entity: str | None = None
    caption: bool = False


class DocumentRecord(Mention):
    """A reference to a numbered or coded official document.

    Attributes:
        kind: the type noun's singular without article (`قرار`), None for a bare code.
        number: the serial number in ASCII digits, with its letter prefix if it has one.
        code: the whole identifier in ASCII digits (`25-NQ/TW`, `10 لسنة 2018`).
        date: EDTF date that the text gives the document.
        issuer: the body or person that the text says issued it.
        subject: what the text says it is about.
        resolved: the full code that a short form (`القرار 25`) stands for in this article.
        draft: True for a draft (`مشروع القانون رقم ...`).
        pinpoint: the article, paragraph or chapter of the document that the text points into (`المادة 12`), as written.
        status: `amended` (`المعدل`) or `repealed` (`الملغى`) where the text says so of this document.
        key: canonical identity, the same for all mentions of one document in an article and across articles, in
            folded spelling: kind (unless the code's Latin letters say it), normalised code, and where a number alone
            is ambiguous the year of the document's date and its issuer, joined by `:` (`25/NQ/TW`, `قانون:10/2018`,
            `مرسوم:م/12:2004`, `قرار:2216:الامم المتحده`).
        contradiction: True where two mentions of the document in this article give it different dates.
        references: later mentions without a number that can only mean this document (`هذا القرار`, `القانون المذكور`).
    """

    type: Literal["document"] = "document"
    kind: str | None = None
    number: str
    code: str
    date: str | None = None
    issuer: Span | None = None
    subject: Span | None = None
    resolved: str | None = None
    draft: bool = False
    pinpoint: Span | None = None
    status: Literal["amended", "repealed"] | None = None
    key: str | None = None
    contradiction: bool = False
    references: tuple[Span, ...] = ()


class DateRecord(Mention):
    """A calendar expression.

    Attributes:
        value: EDTF level 1 string (ISO 8601-2), Gregorian; None where nothing fixes it.
        first: first day covered, None where the value leaves it open.
        last: last day covered.
        precision: the finest unit that the value states.
        calendar: the calendar as written; `both` for a Hijri date with its Gregorian equivalent.
        implied: the parts of the value that the text does not say (taken from context or the reference date).
        contradiction: True where two parts of the expression disagree (a weekday and its date, two calendars).
        qualifier: what a word before the expression says of it (`مطلع` early, `منتصف` mid, `أواخر` late, `نحو`
            approximate); the value is the whole month or year all the same.
    """

    type: Literal["date"] = "date"
    value: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    precision: Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"] | None = None
    calendar: Literal["gregorian", "hijri", "both"] = "gregorian"
    implied: tuple[Literal["year", "month", "day"], ...] = ()
    contradiction: bool = False
    qualifier: Literal["early", "mid", "late", "approximate"] | None = None


class Title(Span):
    """One office of an official.

    Attributes:
        role: the title's head noun in its dictionary form (`وزير`).
        organisation: the body that the title names, where it names one.
        place: the place or nationality that it names (`المصري`، `في بغداد`).
        status: `former` or `acting` where the text says so.
    """

    role: str | None = None
    organisation: Span | None = None
    place: Span | None = None
    status: Literal["former", "acting"] | None = None


class OfficialRecord(Mention):
    """A named person with an office, a rank or an honorific at this mention; the span is the name alone.

    Attributes:
        honorific: honorifics and ranks before the name as written, joined by a space.
        titles: the offices that this mention gives, in the order of the text.
        key: canonical identity, the same for all mentions of one person in an article and across articles: the words
            of the fullest name in the article, folded, without lineage, article and initials, a foreign name's
            spellings as one (`محمد سلمان عبدالعزيز سعود`, `جردن كلنتن`); None where the article gives one word alone.
    """

    type: Literal["official"] = "official"
    honorific: str | None = None
    titles: tuple[Title, ...] = ()
    key: str | None = None


OrganisationKind = Literal[
    "government", "ministry", "parliament", "court", "army", "security", "party", "armed_group", "committee",
    "council", "authority", "agency", "company", "bank", "university", "institute", "hospital", "union",
    "association", "club", "team", "media", "international", "fund", "embassy", "religious", "other",
]  # fmt: skip


class OrganisationRecord(Mention):
    """A named body.

    Attributes:
        name: the text with a swallowed article restored (`للجنة ...` -> `اللجنة ...`).
        nested: True where it stands inside a longer organisation's name.
        kind: what kind of body it is.
        country: ISO 3166-1 alpha-2 code where the gazetteer or a nationality adjective says it.
        key: canonical identity, the same for all mentions of one body in an article and across articles: the words of
            its main name, folded, without article, its noun first and the others sorted, and its country
            (`وزاره خارجيه:EG`, `منظمه امم تربيه ثقافه علم متحده`); None for what every state has where the article
            names no country.
    """

    type: Literal["organisation"] = "organisation"
    name: str
    nested: bool = False
    kind: OrganisationKind = "other"
    country: str | None = None
    key: str | None = None


AwardKind = Literal["flag", "certificate", "medal", "order", "prize", "cup", "shield", "title", "badge", "other"]


class AwardRecord(Mention):
    """A distinction conferred, with how many.

    Attributes:
        count: how many were conferred; None for an unspecified plural.
        item: the item's singular noun phrase without number and quoted name (`شهادة تقدير`).
        kind: what kind of distinction it is.
        name: the award's proper name.
        recipient: who got it, as written.
        giver: who gave it, as written.
        occasion: on what occasion, where the sentence says so (`بمناسبة ...`, `في حفل ...`).
        date: the date in the same sentence that stands nearest to the verb.
        counted: the numbers that `count` is the sum of, where recipients are counted
            (`7 مجموعات و14 شخصا` gives 7 and 14).
        approximation: what the text says of the number's exactness (`نحو` about, `أكثر من` more).
        status: `conferred`; `planned` where the verb says that it will be; of the awards in `unconferred` what the text
            says instead: `denied`, `hoped` for, `nominated`, `proposed`, or merely `possible`.
        antecedent: the recipient, where only an earlier sentence names it (`وحصل أيضا على ...`).
        recipient_entities: the `entity` of each official or organisation that `recipient`, else `antecedent`, names.
        giver_entities: the same for `giver`.
        part_of: the total that this one is a part of (`15 ميدالية منها 7 ذهبيات`).
        sum_agrees: for a total with its parts, whether they add up to it; None for any other award.
    """

    type: Literal["award"] = "award"
    count: int | None = None
    item: str
    kind: AwardKind
    name: str | None = None
    recipient: Span | None = None
    giver: Span | None = None
    occasion: Span | None = None
    date: Span | None = None
    counted: tuple[int, ...] = ()
    approximation: Literal["about", "more", "less", "at_least", "at_most"] | None = None
    status: Literal["conferred", "planned", "denied", "hoped", "nominated", "proposed", "possible"] = "conferred"
    antecedent: Span | None = None
    recipient_entities: tuple[str, ...] = ()
    giver_entities: tuple[str, ...] = ()
    part_of: Span | None = None
    sum_agrees: bool | None = None


class Zone(Span):
    """A part of the page that is not running text.

    Attributes:
        kind: `caption` (a picture's), `credit` (whom it names as its source) or `furniture` (`[إعلان 2]`,
            `تعليق (0)`, the label `المصدر:` of a credit; nothing is extracted from furniture).
    """

    kind: Literal["caption", "credit", "furniture"]


class ArticleRecords(BaseModel):
    """All records of one article, each list sorted by `start`.

    `unconferred` holds the awards that nobody got by what the text says; `awards` has none of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str | None = None
    source: str | None = None
    reference_date: dt.date | None = None
    documents: tuple[DocumentRecord, ...] = ()
    dates: tuple[DateRecord, ...] = ()
    officials: tuple[OfficialRecord, ...] = ()
    organisations: tuple[OrganisationRecord, ...] = ()
    awards: tuple[AwardRecord, ...] = ()
    unconferred: tuple[AwardRecord, ...] = ()
    zones: tuple[Zone, ...] = ()

    def to_json(self) -> str:
        """One line of JSON, Arabic as it is; `ArticleRecords.model_validate_json` reads it back."""
        return self.model_dump_json()


Record = Annotated[
    DocumentRecord | DateRecord | OfficialRecord | OrganisationRecord | AwardRecord, Field(discriminator="type")
]
"""Any record, told apart by `type`, for lists in which they are mixed."""

RECORD_TYPES: tuple[str, ...] = ("documents", "dates", "officials", "organisations", "awards")
"""The record types by the names of their lists in `ArticleRecords`, in the order of the output."""


def checked_types(types: Iterable[str] | None) -> frozenset[str]:
    """The record types asked for; None asks for all.

    Raises:
        TypeError: if they are one string, or no names at all.
        ValueError: if one is unknown.
    """
    if types is None:
        return frozenset(RECORD_TYPES)
    if isinstance(types, str):
        raise TypeError(f"record types are a list of names, such as [{types!r}], not a string")
    wanted = frozenset(types)
    unknown = sorted(map(str, wanted.difference(RECORD_TYPES)))
    if unknown:
        raise ValueError(f"unknown record type {unknown[0]!r}; known are {', '.join(RECORD_TYPES)}")
    return wanted


RECORD_LISTS: dict[str, type[Mention]] = {
    "documents": DocumentRecord,
    "dates": DateRecord,
    "officials": OfficialRecord,
    "organisations": OrganisationRecord,
    "awards": AwardRecord,
    "unconferred": AwardRecord,
}
"""All lists of records in `ArticleRecords`, in the order of the output, and what they hold."""


def default_values(model: type[BaseModel]) -> dict[str, Any]:
    """A model's fields in their order with their default values; None for a field that has none."""
    return {name: None if field.is_required() else field.default for name, field in model.model_fields.items()}


_PLAIN_ADAPTER: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


def plain_json(records: dict[str, Any]) -> bytes:
    """The JSON of an article's records as plain values, the same bytes as their models' `to_json()`."""
    return _PLAIN_ADAPTER.dump_json(records)
