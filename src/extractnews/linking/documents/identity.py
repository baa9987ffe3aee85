"""Which mentions are one document: numbers, keys, contradictions, and what `هذا القرار` means."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from extractnews.article import Draft, ScannedArticle, SpanRef
from extractnews.normalise import fold

_UNITED_NATIONS_RE: Final = re.compile(r"مجلس الامن|الامم المتحده|(?:ال)?(?:اممي|دولي)(?:ه|ا)?(?!\w)")
_ASSEMBLY_RE: Final = re.compile(r"الجمعيه العامه")
_RESOLUTION_RE: Final = re.compile(r"S/RES/(\d+)")
_YEAR_CODE_RE: Final = re.compile(r"(.+?) (?:لسنه|لعام|للسنه|للعام) (.+)")
_HALVES_RE: Final = re.compile(r"(\d\d) ?[-–ـ] ?(\d\d|0\d\d)")
_TRAILING_BRACKET_RE: Final = re.compile(r" ?\(.*\)$")
_LATIN_RE: Final = re.compile(r"[A-Z]{2}")
_FULL_YEAR_RE: Final = re.compile(r"(?:1[89]|20)\d\d")
_DATED_NUMBER_RE: Final = re.compile(r"(\d+)/(?:19|20)\d\d")
_NO_LETTER_RE: Final = re.compile(r"\d+|[ا-ي]{1,2}/\d+|\d+/[ا-ي]")
_THIS_RE: Final = re.compile(r"(?:هذا|هذه|ذلك|تلك|ذات|نفس) [وبلك]?$")
_MENTIONED_RE: Final = re.compile(
    r" (?:المذكور\w?|المشار الي(?:ه|ها)|ال?سالف\w? (?:ال)?ذكر\w*|الانف\w? الذكر|نفسه|نفسها|ذاته|ذاتها|المعني\w?)(?!\w)"
)


def settle_numbers(documents: list[Draft]) -> None:
    """`06-02` of 2006 is number 02: the half that is the date's year is not the serial."""
    serials: dict[str, str] = {}
    for document in documents:
        halves = _HALVES_RE.fullmatch(document.fields["code"])
        if halves and str(document.fields.get("date") or "")[2:4] == halves[1]:
            serials[document.fields["code"]] = halves[2]
    for document in documents:
        document.fields["number"] = serials.get(document.fields["code"], document.fields["number"])


def resolve(documents: list[Draft]) -> None:
    """A number alone stands for the one longer code in the article that has this number and kind."""
    fuller: dict[str, dict[str | None, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for document in documents:
        fields = document.fields
        if fields["code"] != fields["number"] and not fields["code"].endswith(")"):
            fuller[fields["number"]][fields["kind"]][fields["code"]] = None
    for document in documents:
        code = document.fields["code"]
        if not code.isdigit() or code not in fuller:
            continue
        candidates: set[str] = set()
        for kind, codes in fuller[code].items():
            if _same_kind(document.fields["kind"], kind):
                candidates.update(islice(codes, 2))
        if len(candidates) == 1:
            document.fields["resolved"] = candidates.pop()


def _same_kind(kind: str | None, other: str | None) -> bool:
    return other is None or kind == other or str(kind).split(" ")[0] == other


@lru_cache(maxsize=4096)
def normalise_code(code: str) -> str:
    """One spelling for one code: `10 لسنة 2018` and `10/2018`, `25-NQ/TW` and `25 - nq / tw`, `18-97` and `18.97`."""
    folded = fold(code.replace("ـ", "-")).upper().replace("Đ", "D")
    dated = _YEAR_CODE_RE.fullmatch(folded)
    if dated:
        return f"{dated[1].lstrip('0')}/{dated[2].replace(' ', '')}"
    resolution = _RESOLUTION_RE.match(folded)
    if resolution:
        return resolution[1]
    folded = _TRAILING_BRACKET_RE.sub("", folded)
    parts = [part for part in re.split(r"[\s/.\-]+", folded) if part]
    if len(parts) == 2 and _FULL_YEAR_RE.fullmatch(parts[0]) and not _FULL_YEAR_RE.fullmatch(parts[1]):
        parts.reverse()
    return "/".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)


def identify(article: ScannedArticle, documents: list[Draft]) -> None:
    """Give every mention its key; one that says less than the only other document of its kind and code is that one."""
    groups: dict[tuple[str, str], list[tuple[Draft, str, str]]] = {}
    for document, shared in zip(documents, _shared_years(article, documents), strict=True):
        fields = document.fields
        code = normalise_code(fields.get("resolved") or fields["code"]) + shared
        kind = str(fields["kind"] or ("قرار" if "/RES/" in fields["code"] else "وثيقة"))
        issuer = year = ""
        dated = _DATED_NUMBER_RE.fullmatch(code)
        if dated and " " in fields["code"] and kind == "قرار" and _issuer_key(article, document) == "الأمم المتحدة":
            code = dated[1]  # the Security Council's numbers run on from year to year
        if _NO_LETTER_RE.fullmatch(code):
            issuer = _issuer_key(article, document)
            year = "" if issuer in ("الأمم المتحدة", "الجمعية العامة") else str(fields.get("date") or "")[:4]
        groups.setdefault((kind, code), []).append((document, issuer, year if year.isdigit() else ""))
    for (kind, code), members in groups.items():
        issuers = {issuer for _, issuer, _ in members if issuer}
        years_of: dict[str, set[str]] = defaultdict(set)
        for _, issuer, year in members:
            if year:
                years_of[issuer].add(year)
        for document, issuer, year in members:
            whose = issuer or (next(iter(issuers)) if len(issuers) == 1 else "")
            years = years_of.get("", set()) | years_of.get(whose, set())
            when = year or (next(iter(years)) if len(years) == 1 else "")
            said = "" if _LATIN_RE.search(code) else kind
            document.fields["key"] = fold(":".join(part for part in (said, code, when, whose) if part))


def _shared_years(article: ScannedArticle, documents: list[Draft]) -> list[str]:
    """`/2018` for the first of `القانونان رقم 5 و6 لسنة 2018`: the last one's year holds for all; "" for others."""
    years = [""] * len(documents)
    for index in range(len(documents) - 2, -1, -1):
        here, following = documents[index], documents[index + 1]
        if not here.fields["code"].isdigit() or following.rule != "documents.further_number":
            continue
        if article.text[here.end : following.start].strip(" ,") not in ("و", ""):
            continue
        dated = _YEAR_CODE_RE.fullmatch(fold(following.fields["code"]))
        years[index] = f"/{dated[2]}" if dated else years[index + 1]
    return years


def _issuer_key(article: ScannedArticle, document: Draft) -> str:
    issuer = document.fields.get("issuer")
    said = article.text[document.start : document.end]
    if isinstance(issuer, SpanRef):
        said = f"{said} {article.text[issuer.start : issuer.end]}"
    if "/RES/" in document.fields["code"] or document.fields["kind"] == "قرار":
        if _ASSEMBLY_RE.search(said) or "A/RES" in said:
            return "الجمعية العامة"
        if _UNITED_NATIONS_RE.search(said) or "S/RES" in said:
            return "الأمم المتحدة"
    if not isinstance(issuer, SpanRef):
        return ""
    name = " ".join(article.text[issuer.start : issuer.end].split()[:6])
    swallowed = name.startswith("ل") and article.text[issuer.start - 1 : issuer.start] == "ل"
    return f"ا{name}" if swallowed and not name.startswith("لجنه") else f"ال{name}" if swallowed else name


def mark_contradictions(documents: list[Draft]) -> None:
    """Two dates for one key contradict each other unless the one is only less precise."""
    dates: dict[str, set[str]] = {}
    for document in documents:
        date = document.fields.get("date")
        if date:
            dates.setdefault(document.fields["key"], set()).add(date)
    # By length, each of those that agree begins with the one before.
    contradicted = {
        key
        for key, said in dates.items()
        if not all(longer.startswith(shorter) for shorter, longer in pairwise(sorted(said, key=len)))
    }
    for document in documents:
        if document.fields["key"] in contradicted:
            document.fields["contradiction"] = True


def attach_references(article: ScannedArticle, documents: list[Draft]) -> None:
    """`هذا القرار`, `القانون المذكور`: attached to the only numbered document of the kind that went before.

    Where a document of the kind without a number stands between, nobody can know which is meant. `هذا الأمر` is as a
    rule "this matter", and is left alone.
    """
    text = article.text
    current: dict[str, Draft | None] = {}
    seen: dict[str, set[str]] = {}
    upcoming = last_end = 0
    for hit in article.hits("document.noun"):
        while upcoming < len(documents) and documents[upcoming].start <= hit.start:
            document = documents[upcoming]
            kind = str(document.fields["kind"] or "").split(" ")[-1]
            current[kind] = document
            seen.setdefault(kind, set()).add(document.fields["key"])
            upcoming += 1
            last_end = max(last_end, document.end)
        kind = hit.value.kind
        if kind not in seen or kind == "أمر" or hit.start < last_end:
            continue
        start, end = hit.start, hit.end
        this = _THIS_RE.search(text, max(0, start - 8), start)
        said = _MENTIONED_RE.match(text, end)
        if not hit.article or hit.value.several or not (this or said):
            if not hit.article:
                current[kind] = None
            continue
        target = current.get(kind)
        if target is not None and len(seen[kind]) == 1:
            span = SpanRef(this.start() if this else start, said.end() if said else end)
            target.fields.setdefault("references", []).append(span)
