"""The word lists of `documents.toml` that the links need, folded and compiled."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from extractnews.lexicon import Resources
from extractnews.normalise import fold

WORD_RE: Final = re.compile(r"[^\W\d_]+|\d+(?:[./-]\d+)*|\S|\n")
ISSUED_WITH_RE: Final = re.compile(r" ب(?:ال)?(?:قانون|مرسوم|قرار|امر|ظهير)(?!\w)")


class Grammar(NamedTuple):
    """The word lists of `documents.toml` that the links need, folded and compiled."""

    subject_re: re.Pattern[str]
    quoted_subject_re: re.Pattern[str]
    stops: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    no_verbs: frozenset[str]
    heads: frozenset[str]
    issuer_stops: frozenset[str]
    law_kinds: frozenset[str]
    verb_re: re.Pattern[str]
    active_verbs: frozenset[str]
    breaks: frozenset[str]
    title_re: re.Pattern[str]
    members_re: re.Pattern[str]
    status_re: re.Pattern[str]


def read_grammar(resources: Resources) -> Grammar:
    """The word lists of the resource."""
    table = resources.toml("documents.toml")
    subject, issuer, status = table["subject"], table["issuer"], table["status"]
    nouns = "|".join(sorted((fold(word) for word in subject["verbal_nouns"].split()), key=len, reverse=True))
    links = "|".join(_link_pattern(fold(link)) for link in sorted(subject["after"], key=len, reverse=True))
    none = "|".join(map(fold, subject["no_titles"].split()))
    connector = rf"(?:{links}|ب(?=(?:ال)?(?:{nouns})(?!\w))(?!(?:{none})(?!\w)|موافقه \d))"
    active = fold(issuer["verbs"]).split()
    passive = fold(issuer["passive_verbs"]).split()
    members = "|".join(fold(member) for member in sorted(issuer["members"], key=len, reverse=True))
    amended = "|".join(fold(word) for word in sorted(status["amended"], key=len, reverse=True))
    repealed = "|".join(fold(word) for word in sorted(status["repealed"], key=len, reverse=True))
    return Grammar(
        subject_re=re.compile(rf"[ ,]*{connector}"),
        quoted_subject_re=re.compile(rf"[ ,:]*[\"(] ?(?:{connector})?"),
        stops=frozenset(fold(subject["stops"]).split()),
        verbs=frozenset(fold(subject["verbs"]).split()),
        nouns=frozenset(fold(subject["verbal_nouns"]).split()),
        no_verbs=frozenset(fold(table["middle"]["no_verbs"]).split()),
        heads=frozenset(fold(issuer["heads"]).split()),
        issuer_stops=frozenset(fold(issuer["stops"]).split()),
        law_kinds=frozenset(noun["kind"] for noun in table["noun"] if noun["class"] == "law"),
        verb_re=re.compile(rf"(?<!\w)(?:{'|'.join(active + passive)})(?!\w)"),
        active_verbs=frozenset(active),
        breaks=frozenset(fold(issuer["breaks"]).split()),
        title_re=re.compile(rf" ب(?=ال[^\W\d_]{{3}})(?!(?:{none})(?!\w))"),
        members_re=re.compile(
            r"(?<!\w)[وبل]?(?:ال)?قرارات (?P<issuer>[^,.;\n\d]{4,45}?)"
            rf"(?: (?:ذات|الخاصه|المتعلقه|الصادره)[^,.;\n\d]{{0,40}})?,? ?(?:{members}) [وبل]?$"
        ),
        status_re=re.compile(
            rf"[ ,]*و?(?:(?P<repealed>{repealed})|(?P<amended>{amended}))(?!\w)"
            r"(?: و(?:المتمم|المتممه|المكمل)(?!\w))?+(?! ل)"
        ),
    )


def _link_pattern(link: str) -> str:
    """`المتعلق ب` is followed by its noun at once, `بشأن` by a space."""
    if link.endswith((" ب", " ل")):
        return rf"{link} ?(?!ه(?:ا|م|ما)?(?!\w))(?=[^\W_]|\")"  # المنظم لها has no subject
    return rf"{link} *:? *(?=\S)" if link != "القاضي" else r"القاضي (?=ب)"


def bare(word: str) -> str:
    """The word without its article (`لمكتب` of `للمكتب` as well)."""
    for prefix in ("ال", "ل"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word


def is_definite(word: str) -> bool:
    """Whether a word has the article."""
    return word.startswith(("ال", "لل", "بال", "وال"))
