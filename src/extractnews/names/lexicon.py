"""The words of persons' names: particles, second halves, ordinals, and the lists of `names.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from extractnews.normalise import fold
from extractnews.words import (
    ADJECTIVE,
    FUNCTION,
    LATIN,
    NEWLINE,
    NOUN,
    NUMBER,
    PLACE,
    PLURAL,
    POSSESSED,
    PUNCTUATION,
    VERB,
)

OPAQUE: Final = NUMBER | PUNCTUATION | LATIN | NEWLINE
"""What is no Arabic word."""
ORDINARY: Final = VERB | NOUN | ADJECTIVE | PLACE
"""What a word may be beside somebody's name."""
NO_NAME: Final = VERB | PLACE | PLURAL | POSSESSED | FUNCTION
"""What an ordinary word that is somebody's name is not."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ORDINALS: Final = _set("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر عشر")
"""Ordinals as rulers' names and military units have them."""
FEMININE_ORDINALS: Final = _set(
    "الاولي الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره الحاديه"
)
"""Ordinals of terms and chambers."""
# Second halves of compound names; one of them is a name only after its first half.
SECOND_HALVES: Final = _set("الله العابدين الدين الاسلام الحق الرحمن ربه النبي الزهراء")
BLESSINGS: Final = _set("طيب رحمه حفظه رعاه رضي ايده")
"""Before `الله` in a wish."""
LINEAGE: Final = _set("بن ابن بنت ولد")
"""The words between a name and its father's."""
BOUND: Final = LINEAGE | _set("ال ابو ابي ابا ام عبد ذو ذي بني بنو ولاد اولاد ايت")
"""Particles that take a word of any class after them: what follows `عبد` or `أبو` is part of the name."""
PREFIXES: Final = BOUND | _set(
    "بو ات ايث اغ سيدي مولاي لاله با فان دي دو لو ماك فون دير دن دا دوس داس ديل دل دلا سان سانت سانتا تير فن ساو اف"
    " مك لاس لوس"
)
"""Those, and particles that may stand alone as a name."""
FOREIGN: Final = _set("فان")
"""Particles of foreign names that are function words too."""
BRINGING: Final = _set("علي عن باسم لدي")
"""Prepositions that bring a title's complement, some of them names too."""
LOOSE: Final = _set("هو لي بين كي لا دون")
"""Syllables that after two others are rather the word."""
OF_GOD: Final = _set("حزب رسول كتاب عباد سبيل شرع رحمه فضل بيوت خلق قضاء امر ايات اسم ذكر دين رضي اذن حمد حفظ عون")
"""Nouns that `الله` completes without making a given name of them."""
BROUGHT: Final = _set("المشرف المشرفه المسؤول المسؤوله المسئول الناطق الناطقه المتحدث المتحدثه المندوب")
"""Titles whose complement a preposition brings: before it they end a name, though they are family names too."""
AFTER_SUBJECT: Final = _set("ان انه انها وهو وهي والذي والتي")
"""What shows that the verb's subject is over."""
PRESENT: Final = ("ي", "سي", "ست")
"""Beginnings of verbs of the present and future."""
BESIDES: Final = _set("بالاضافه اضافه فضلا وكذلك وكذا")
"""What goes on behind a comma with the next of several people: `فلان، بالإضافة إلى فلان`."""
DAYS: Final = _set("السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه اليوم امس")
"""When something was said, between commas: `فلان، السبت، أن`."""
MADDA: Final = _set("ان انه")
"""Syllables of East Asian names (`نجوين ثي فان آنه`) that are particles unless written with madda."""
HAMZA: Final = frozenset("أإ")
"""Letters that folding makes an article's alef of."""


class NameWords:
    """The word lists of `names.toml`, folded.

    Args:
        data: the file's contents.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.stops = frozenset(map(fold, data["stops"]))
        self.verbs = frozenset(map(fold, data["verbs"]))
        self.times = frozenset(map(fold, data["times"]))
        self.syllables = frozenset(map(fold, data["syllables"]))
        self.families = frozenset(map(fold, data["families"]))
        self.articled = frozenset(map(fold, data["articled"]))
        self.conferring = frozenset(map(fold, data["conferring"]))
        self.descriptive = frozenset(map(fold, data["descriptive"]))
        self.saying = frozenset(prefix + fold(verb) for verb in data["saying"] for prefix in ("", "و", "ف"))
        self.compounds = frozenset(tuple(fold(name).split()) for name in data["compounds"])
        self.compounding = frozenset(first for first, _ in self.compounds)
        # Forms that are read by rules of their own, whatever the classes say.
        self.special = self.stops | self.syllables | PREFIXES | SECOND_HALVES | BLESSINGS | MADDA | {"الان"}


def is_inflected(form: str) -> bool:
    """Whether the form is a sound plural or a feminine or accusative, which no family name is in news."""
    return form.endswith(("ات", "ه")) or (form.endswith(("ون", "ين")) and len(form) > 6) or form.endswith("ا")
