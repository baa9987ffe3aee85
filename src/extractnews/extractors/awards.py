"""Distinctions conferred: an item (`ميدالية`), how many, and the verb that says that somebody got it.

Items and verbs are cues of the scan; an item becomes a record only where a verb of conferring governs it:
with the preposition that the verb takes, or as its plain object, or in a list with another award.
Who gave and who got is found afterwards, in `extractnews.linking.awards`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar, Final, Literal, NamedTuple

from extractnews.article import Draft, Found, Hit, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.normalise import dediac, fold
from extractnews.numerals import Number, NumeralReader
from extractnews.scanner import Cue
from extractnews.words import WordClass

Role = Literal["get", "give", "honour"]
ItemNumber = Literal["one", "two", "many"]

_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن")
_WORD_RE: Final = re.compile(r" ?([^\s,.;:()\[\]\"'!?|*/-]+)")
_QUOTED_RE: Final = re.compile(r' ?"([^"\n]{1,80})"|  ?\'([^\'\n]{2,80})\'| ?\(([^()\n]{2,40})\)')
_DEGREE_RE: Final = re.compile(
    r" (?:من|ب)(?: ?ال| )(?:درجه|فئه|طبقه|رتبه|مرتبه|مستوي|شاره)(?: (?:ال)?[^\W\d_]+)(?: (?:اول|الاول"
    r"|الاعظم|الاكبر|العليا)(?!\w))?"
    r"| من (?:درجه|رتبه) [^\W\d_]+| ب(?:درجه|رتبه) [^\W\d_]+"
)
_PLACE_RE: Final = re.compile(
    r" (?:في|ب)(?: ?ال)(?:عالم|بطوله|دوري|مهرجان|مباراه|نهائي|موسم|مسابقه|قاره|بلاد|سنه|دوره)(?!\w)"
)
_BOUNDARY_RE: Final = re.compile(r"[!?\n;|]|\.(?!\d)|\.\.")
_YEAR_CONTEXT_RE: Final = re.compile(r"(?:عام|سنه|العام|موسم|لعام|لسنه|بعام|و|,|-) ?$")
_TIMES_RE: Final = re.compile(
    r'[ ,"]*(?:في (?:ال)?(?:عام|اعوام|سنوات) )?(مرتين|مرتان|(\S+(?: \S+)?) مرات|(\S+(?: \S+)?) مره)(?!\w)'
)
_YEARS_RE: Final = re.compile(
    r" (?:في )?(?:ال)?(?:اعوام|سنوات|عامي|مواسم|موسمي|سنتي) ((?:[12]\d{3}(?:[-/]\d{2,4})?(?: ?, ?| و ?| )*){2,})"
)
_ONE_RE: Final = re.compile(r" (?:واحد|واحده)(?!\w)")
_VAGUE_BEFORE_RE: Final = re.compile(
    r"(?:^|[ (,])(و?[بل]?)((?:ال)?(?:عده|عدد من|عددا من|عدد كبير من|العديد من|عديد|الكثير من|كثير من"
    r"|مجموعه من|مجموعه|سلسله من|جمله من|بعض|جميع|كل|كافه|كامل"
    r"|اكثر من|نحو|حوالي|قرابه|زهاء|مئات|عشرات|الاف|مئات من|عشرات من|اول|ثاني|ثالث|رابع|خامس|سادس|سابع"
    r"|ثامن|تاسع|عاشر|اخر|اكبر|ارفع|اعلي|اهم|اغلي|احدي|احد"
    r"|ثلاثيه من|ثنائيه من|نفس|ذات|هذا|هذه|ذلك|تلك|مزيد من|المزيد من)) $"
)
_LIST_RE: Final = re.compile(
    r"^[\s,]*(?:\([^()\n]{1,60}\)|\"[^\"\n]{1,60}\")?[\s,:-]*"
    r"(?:و?(?:منها|بينها|من بينها|ومنها|من ضمنها|ابرزها|اهمها|اخرها|بواقع|موزعه علي|هي|هما|هم|كذلك|ايضا"
    r"|كذا|بالاضافه الي|اضافه الي|فضلا عن|الي جانب|علاوه علي|ثم|او|مقابل)[\s:]*)*"
    r"(?:و|وب|وعلي|ب)?\s?$"
)
_MONEY_RE: Final = re.compile(
    r",? (?:قدرها|مقدارها|قدره|مقداره|بقيمه|عباره)(?!\w)|,? \(?\d[\d.,]* ?(?:الف|مليون|الاف)? (?:ريال"
    r"|دولار|درهم|يورو|جنيه|دينار)"
)
_ALONE_RE: Final = re.compile(r" في (?:[^\s,.;:\d]+ ){1,4}و(\d{1,3})(?= في )")
_ROW_RE: Final = re.compile(r" *\d{1,2} ?[-.):]+ ?([^\n:;.\d]{2,120}?) ?[:,-]? ?(?:برصيد|ب|بواقع)? ?$")
_WHEN_RE: Final = re.compile(
    r"^(?: في)? ?(?:عام|سنه|موسم|العام|الموسم)? ?(?:[12]\d{3}(?:[-/]\d+)?|الماضي|الجاري|الحالي)(?=[ ,])"
)
# One more recipient of his own: وواحد على ..., والهلال ثانيا بـ...
_OWN_RE: Final = re.compile(
    r"^[^.\n]{0,25}?[ ,;\")]+و((?:[^\s,.;:]+ ){0,7}?[^\s,.;:]+?)(?: (?:اولا|ثانيا|ثالثا|رابعا|خامسا"
    r"|اخيرا))?(?: علي| ب)? *$"
)
_RELATIVE_RE: Final = re.compile(
    r"^[ ,]*(?:\([^()\n]{1,40}\) ?)?و?(?:(?:التي|الذي|اللتين|اللذين|اللتان|اللذان|اللاتي"
    r"|الذين) )?(?:(?:كان|كانت|قد|سبق|ان|له|لها|سبق له ان|سبق لها ان) ?)*$"
)
_RESUMED_RE: Final = re.compile(r" (?:عليها|عليه|بها|به|عليهما|بهما)(?!\w)")
_REACH: Final = {"strong": 190, "sport": 75, "qualified": 170, "direct": 60}
_WEAK_REACH: Final = 90
_LIST_REACH: Final = 100
_LONGEST: Final = 700
"""Letters of a sentence before an award that are looked at."""
_MAX_COMPLEMENT: Final = 9


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = Resources().toml("awards.toml")["words"]
    return {name: frozenset(map(fold, words)) for name, words in lists.items()}


def listed(name: str) -> frozenset[str]:
    """A list of `[words]` in `awards.toml`, folded: grammar, which a user's folder does not change."""
    return _word_lists()[name]


class Item(NamedTuple):
    """An award noun of the lexicon."""

    noun: str
    kind: str
    feminine: bool
    behaviour: str
    with_: frozenset[str]
    not_with: frozenset[str]
    elliptic: bool
    best: bool
    strict: bool


class ItemForm(NamedTuple):
    """One form of an item, as a cue's value."""

    item: Item
    number: ItemNumber
    construct: bool = False
    possessed: bool = False
    accusative: bool = False
    bare: bool = False
    """The word itself begins with ال (ألقاب); its article, if any, is another."""


class Trigger(NamedTuple):
    """One form of a verb of conferring, as a cue's value."""

    role: Role
    markers: tuple[str, ...]
    form: Literal["past", "present", "noun", "participle"]
    pronoun: bool = False
    generic: bool = False
    weak: bool = False
    near: bool = False
    holder: bool = False
    future: bool = False
    running: bool = False
    """الأكثر تتويجا بـ: all that one has won, so that a singular counts nothing."""


@dataclass(slots=True)
class AwardDraft(Draft):
    """A draft with what the linking needs to know.

    Attributes:
        form: the item as found.
        number: the number that stands with it.
        noun: offsets of the item noun itself.
        left: offset where the phrase begins with what stands before it (`نحو`, `ب`).
        trigger: the conferring verb's hit, None where the award stands in a list or a total.
        head: the award whose verb this one shares, None for the first of a list.
        marker: the preposition before the phrase.
        joined: whether و stands before it.
        sentence: offsets of the sentence.
        how: how it was found.
        own: where a member of a list has a recipient of its own, the offsets of that recipient.
        unreal: whether the text denies it, or only wishes it.
    """

    form: ItemForm = field(kw_only=True)
    number: Number | None = None
    noun: tuple[int, int] = (0, 0)
    left: int = 0
    trigger: Hit | None = None
    head: AwardDraft | None = None
    marker: str = ""
    joined: bool = False
    sentence: tuple[int, int] = (0, 0)
    how: str = ""
    own: tuple[int, int] | None = None
    unreal: bool = False


class AwardLexicon:
    """Items and verbs of `awards.toml`, as cues.

    Args:
        resources: where it is read from.
    """

    def __init__(self, resources: Resources) -> None:
        table = resources.toml("awards.toml")
        self.cues: list[Cue] = []
        for row in table["item"]:
            self.cues.extend(_item_cues(row))
        for row in table["trigger"]:
            self.cues.extend(_trigger_cues(row))
        self.cues.extend(Cue(verb, "award.followed", None, "name") for verb in table["followed"]["verbs"])
        self.cues.extend(Cue(word, "award.total", None, "name") for word in table["totals"]["words"])
        self.unreal = frozenset(map(fold, table["unreal"]["words"]))
        self.real = frozenset(map(fold, table["unreal"]["real"]))
        self.not_after = frozenset(map(fold, table["not_after"]["words"]))
        self.not_with = frozenset(map(fold, table["not_with"]["words"]))
        self.race = frozenset(map(fold, table["not_with"]["race"]))
        self.fields = frozenset(fold(word).removeprefix("ال") for word in table["fields"]["words"])
        self.nouns = frozenset(fold(row["noun"]) for row in table["item"])


def _item_cues(row: dict[str, Any]) -> Iterator[Cue]:
    feminine = row["gender"] == "f"
    item = Item(
        row["noun"],
        row["kind"],
        feminine,
        row["class"],
        frozenset(map(fold, row.get("with", ()))),
        frozenset(map(fold, row.get("not_with", ()))),
        row.get("elliptic", False),
        row.get("best", False),
        row.get("strict", False),
    )
    if "phrase" in row:
        for phrase in row["phrase"]:
            yield Cue(phrase, "award.item", ItemForm(item._replace(noun=row["phrase"][0]), "one"), "name")
        for phrase in row["plural"]:
            yield Cue(phrase, "award.item", ItemForm(item._replace(noun=row["phrase"][0]), "many"), "noun")
        return
    singulars = [fold(row["noun"]), *map(fold, row.get("variants", ()))]
    plurals = list(map(fold, row["plural"]))
    for form in singulars:
        yield Cue(form, "award.item", ItemForm(item, "one"), "noun")
        if not feminine and not item.best:
            yield Cue(form + "ا", "award.item", ItemForm(item, "one", accusative=True), "name")
    for form in plurals:
        if not feminine and not form.endswith(("ات", "ه")):
            yield Cue(
                form + "ا", "award.item", ItemForm(item, "many", accusative=True, bare=form.startswith("ال")), "name"
            )
        if form.startswith("ال"):
            yield Cue(form, "award.item", ItemForm(item, "many", bare=True), "name")
            yield Cue("ال" + form, "award.item", ItemForm(item, "many"), "name")
        else:
            yield Cue(form, "award.item", ItemForm(item, "many"), "noun")
    duals = list(map(fold, row["dual"]))
    for form in duals:
        yield Cue(form, "award.item", ItemForm(item, "two"), "noun")
        bare = form[:-1]
        if not (bare.endswith("ا") and not feminine) and bare != "علمي":
            yield Cue(bare, "award.item", ItemForm(item, "two", construct=True), "name")
    if row.get("no_possessive"):
        return
    for pronoun in _PRONOUNS:
        for form in singulars:
            stem = form[:-1] + "ت" if form.endswith("ه") else form
            yield Cue(stem + pronoun, "award.item", ItemForm(item, "one", possessed=True), "name")
        for form in plurals:
            yield Cue(form + pronoun, "award.item", ItemForm(item, "many", possessed=True), "name")
        for form in duals:
            yield Cue(form[:-1] + pronoun, "award.item", ItemForm(item, "two", possessed=True), "name")


def _trigger_cues(row: dict[str, Any]) -> Iterator[Cue]:
    base = Trigger(
        row["role"],
        tuple(map(fold, row["marker"])),
        "past",
        weak=row.get("weak", False),
        near=row.get("near", False),
        holder=row.get("holder", False),
    )
    for form, trigger in {**dict(_noun_forms(row, base)), **dict(_verb_forms(row, base))}.items():
        if form in listed("not_verbs"):
            continue
        yield Cue(form, "award.verb", trigger, "noun" if trigger.form in ("noun", "participle") else "name")


def _verb_forms(row: dict[str, Any], base: Trigger) -> Iterator[tuple[str, Trigger]]:
    for stem in map(fold, row["past"]):
        # نالى-type finals: the weak letter falls before the feminine ending and ت of the person stays out.
        short = stem[:-1] if stem.endswith("ي") else stem
        for form in {stem, short + "ت", short + "وا", stem + "ا", short + "تا", stem + "ن"}:
            yield form, base
        yield stem + "نا", base
        pronouns = (form + pronoun for form in (stem, short + "ت") for pronoun in (*_PRONOUNS, "ني"))
        for form in pronouns:
            yield form, base._replace(pronoun=True)
    for stem in map(fold, row["present"]):
        for prefix in ("ي", "ت", "ن"):
            for future in ("", "س"):
                trigger = base._replace(form="present", future=bool(future))
                for ending in ("", "ون", "ان", "ا", "وا"):
                    yield future + prefix + stem + ending, trigger
                for pronoun in _PRONOUNS:
                    yield future + prefix + stem + pronoun, trigger._replace(pronoun=True)


def _noun_forms(row: dict[str, Any], base: Trigger) -> Iterator[tuple[str, Trigger]]:
    for noun in map(fold, row["noun"]):
        trigger = base._replace(form="noun")
        yield noun, trigger
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        for pronoun in _PRONOUNS:
            yield stem + pronoun, trigger._replace(pronoun=True)
        if noun in ("فوز", "تتويج", "حصول"):
            yield noun + "ا", trigger._replace(running=True, pronoun=True)
    for noun in map(fold, row["participle"]):
        trigger = base._replace(form="participle")
        yield noun, trigger
        if not noun.endswith("ه"):
            yield noun + "ه", trigger
            yield noun + "ا", trigger
        if not base.holder:
            for ending in ("ين", "ون", "ات", "ي", "و"):
                yield noun.removesuffix("ه") + ending, trigger._replace(generic=True)


class AwardExtractor:
    """Finds awards and the verbs that confer them."""

    record_type: ClassVar[str] = "awards"

    def __init__(self, resources: Resources) -> None:
        self._lexicon = AwardLexicon(resources)
        self._reader = NumeralReader(resources)

    def cues(self) -> Iterable[Cue]:
        """Items, verbs of conferring and words of totals."""
        return self._lexicon.cues

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The awards of one article, those that the text denies or wishes marked `unreal`."""
        hits = article.hits("award.item")
        if not hits:
            return []
        return list(_Search(article, self._lexicon, self._reader).awards(hits))


class _Search:
    """The search of one article."""

    def __init__(self, article: ScannedArticle, lexicon: AwardLexicon, reader: NumeralReader) -> None:
        self.article = article
        self.text = article.text
        self.lexicon = lexicon
        self.reader = reader
        self.triggers: list[Hit] = _longest(article.hits("award.verb"))
        self.trigger_ends = [hit.end for hit in self.triggers]
        self.totals: list[Hit] = article.hits("award.total")
        self.followed = article.hits("award.followed")
        self.sentence = (0, -1)
        around = (*self.triggers, *self.totals, *self.followed)
        self.verb_starts = sorted(hit.start for hit in around)

    def near_verb(self, hit: Hit) -> bool:
        """Whether anything that could confer the award stands near it; most items are only talked about."""
        index = bisect_right(self.verb_starts, hit.start)
        before = index > 0 and hit.start - self.verb_starts[index - 1] < 450
        after = index < len(self.verb_starts) and self.verb_starts[index] - hit.end < 180
        line = self.text.rfind("\n", 0, hit.start) + 1
        return before or after or self.text[line : line + 2].strip()[:1].isdigit()

    def awards(self, hits: list[Hit]) -> Iterator[AwardDraft]:
        previous: AwardDraft | None = None
        covered = 0
        for hit in hits:
            if hit.start < covered:
                continue
            if not self.near_verb(hit) and (previous is None or hit.start - previous.end > 200):
                continue
            if hit.value.bare:
                hit = hit._replace(article="")  # noqa: PLW2901
            draft = self.phrase(hit)
            if draft is None:
                continue
            if self.govern(draft, previous):
                self.trim(draft)
                covered = draft.end
                self.rest(draft)
                previous = draft
                yield draft
                more = self.number_alone(draft)
                if more:
                    previous = more
                    yield more

    def number_alone(self, draft: AwardDraft) -> AwardDraft | None:
        """`7 ألقاب في الدوري و4 في الكأس`: a number whose noun is the one before."""
        match = _ALONE_RE.match(self.text, draft.end) if draft.number else None
        if match is None or any(draft.end < hit.start < match.start(1) for hit in self.triggers):
            return None
        number = Number(match.start(1), match.end(1), int(match[1]))
        noun = (match.end(1), match.end(1))
        more = AwardDraft(
            *match.span(1), form=draft.form, number=number, noun=noun, sentence=draft.sentence, rule="awards.list"
        )
        more.left, more.head, more.trigger, more.unreal = match.start(1), draft, draft.trigger, draft.unreal
        self.rest(more)
        return more

    # --- the phrase ---

    def phrase(self, hit: Hit) -> AwardDraft | None:
        """The item's noun phrase with its number, None where its complement makes it something else."""
        form: ItemForm = hit.value
        text = self.text
        if not self.sentence[0] <= hit.start < self.sentence[1]:
            self.sentence = self.sentence_at(hit.start)
        number = self.number_before(hit)
        end, complement_end = self.extent(hit, form)
        complement = text[hit.end : complement_end].split()
        if number and number.value > 10 and form.number == "one" and complement and complement[0].startswith("ال"):
            number = None  # الفوج 45 وسام الشرف: what is counted has no genitive
        start = number.start if number else hit.start
        if not self.allowed(form, hit, complement):
            return None
        if _MONEY_RE.match(text, end) or text[max(0, start - 4) : start].endswith((" اي ", " ايه ")):
            return None
        draft = AwardDraft(
            start,
            end,
            form=form,
            number=number,
            noun=(hit.start, hit.end),
            sentence=(max(self.sentence[0], hit.start - _LONGEST), self.sentence[1]),
        )
        self.place(draft, hit)
        return draft

    def sentence_at(self, position: int) -> tuple[int, int]:
        text = self.text
        start = max(text.rfind("\n", 0, position) + 1, position - _LONGEST)
        for boundary in _BOUNDARY_RE.finditer(text, start, position):
            start = boundary.end()
        boundary_after = _BOUNDARY_RE.search(text, position)
        return start, boundary_after.start() if boundary_after else len(text)

    def number_before(self, hit: Hit) -> Number | None:
        if hit.proclitic or hit.article or hit.value.number == "two" or self.text[hit.start - 1 : hit.start] != " ":
            return None
        end = hit.start - 1
        while end > 0 and self.text[end - 1] == " ":
            end -= 1
        number = self.reader.read_back(self.text, end, counting=True)
        if number is None or number.kind == "ordinal" or number.percent or not isinstance(number.value, int):
            return None
        if 1900 <= number.value <= 2100 and _YEAR_CONTEXT_RE.search(self.text[max(0, number.start - 8) : number.start]):
            return None
        return number if number.start >= self.sentence[0] else None

    def extent(self, hit: Hit, form: ItemForm) -> tuple[int, int]:
        """(end of the phrase with its quoted name, end of its complement)."""
        text, position = self.text, hit.end
        definite = bool(hit.article) or form.possessed
        quoted = _QUOTED_RE.match(text, position)
        if quoted and not quoted[3]:
            return quoted.end(), position
        agreeing = definite or (form.number != "one" and not form.construct) or form.accusative
        for count in range(_MAX_COMPLEMENT):
            degree = _DEGREE_RE.match(text, position)
            if degree:
                position = degree.end()
                continue
            if form.item.noun == "صليب" and text.startswith(" من وسام ", position):
                position += len(" من وسام")
                agreeing = False
            word = _WORD_RE.match(text, position)
            if word is None or not self.continues(word[1], text[hit.end : position], form, definite, agreeing, count):
                break
            position = word.end()
            if count == 0 and not _is_adjective(word[1], form):
                agreeing = False
        best = re.compile(r" (?:ال)?(?:افضل|احسن) ").match(text, hit.end) or form.item.best
        place = _PLACE_RE.match(text, position) if best and position > hit.end else None
        if place:
            position = place.end()
        quoted = _QUOTED_RE.match(text, position)
        if quoted and not quoted[3]:
            return quoted.end(), position
        if position > hit.end:
            year = re.compile(r" (?:19|20)\d\d(?![\d/-])").match(text, position)
            if year and form.item.behaviour == "sport" and not text.startswith((" م", " ه"), year.end()):
                position = year.end()
        return position, position

    def continues(self, word: str, before: str, form: ItemForm, definite: bool, agreeing: bool, count: int) -> bool:
        """Whether a word goes on with the complement."""
        if word == "منه" and before.endswith("تشي"):  # هو تشي منه
            return True
        if (
            word in listed("complement_ends")
            or word[0].isdigit()
            or self.reader.is_number_word(word.removeprefix("و"))
            or (form.item.elliptic and count >= 2)
        ):
            return False
        if agreeing and count and word.startswith("لل") and word[2:] in self.lexicon.fields | {"استحقاق"}:
            return True
        if agreeing:
            if _is_adjective(word, form) and word.startswith("ال") == definite:
                return True
            # الميدالية الذهبية ends with its adjectives; an indefinite plural may have a genitive (ميداليات البطولة).
            genitive = word.startswith("ال") or word in form.item.with_ or word in listed("award_names")
            return not definite and count == 0 and genitive and not form.accusative
        if word.startswith("و") and word not in listed("waw_words"):
            return self.joined_complement(word, before)
        if word.startswith("لل") or (word.startswith("ل") and word[1:] in self.lexicon.fields):
            return word.lstrip("ل").removeprefix("ال") in self.lexicon.fields or word[2:] in self.lexicon.fields
        if word.startswith("ل") and word not in listed("lam_words") and not word.startswith(("لاعب", "لجن", "لغ")):
            return False
        return not (
            word.startswith(("بال", "كاف", "فال")) or (word[0] in "بك" and count and word[1:] in self.lexicon.nouns)
        )

    def joined_complement(self, word: str, before: str) -> bool:
        if word in ("وتقدير", "وعرفان", "وامتنان", "وتميز"):
            return True
        last = before.rsplit(maxsplit=1)[-1] if before.split() else ""
        bare = word[1:].removeprefix("ال")
        if (
            bare in self.lexicon.nouns
            or bare + "ه" in self.lexicon.nouns
            or bare in _METALS
            or bare.removesuffix("ات") + "ه" in self.lexicon.nouns
        ):
            return False
        return word.startswith("وال") and last.startswith(("ال", "لل")) and bare in self.lexicon.fields

    def allowed(self, form: ItemForm, hit: Hit, complement: list[str]) -> bool:
        item = form.item
        first = complement[0] if complement else ""
        if (
            item.behaviour == "qualified"
            and first not in item.with_
            and not (hit.article and "ال" + first in item.with_)
        ):
            return bool(item.noun == "شهادة" and complement and complement[-1] in item.with_)
        if first in item.not_with or any(word in self.lexicon.not_with for word in complement):
            return False
        if item.noun == "جائزة" and complement and complement[-1] in self.lexicon.race and form.number == "one":
            return False
        if form.accusative and hit.value.item.noun == "درع" and not _is_adjective(first, form):
            return False
        if item.best:
            return bool(complement) and not first.startswith("ال")
        if self.text[hit.start : hit.end] == "وسامي":  # وسامي is also a man's name with و
            return first.startswith("ال")
        return True

    def place(self, draft: AwardDraft, hit: Hit) -> None:
        """Find what stands before the phrase: its preposition, and words of vague number."""
        text = self.text
        left = draft.start
        proclitic = hit.proclitic if draft.start == hit.start else ""
        while left > 0 and text[left - 1] in "وفبل" and draft.start - left < 2 and not proclitic and draft.number:
            if text[left - 2 : left - 1].isalnum() and text[left - 2] not in "وف":
                break
            left -= 1
            proclitic_start = left
            draft.marker = text[proclitic_start : draft.start]
        if draft.number:
            proclitic = text[left : draft.start]
        else:
            left -= len(proclitic)
        window = max(draft.sentence[0], left - 30)
        vague = _VAGUE_BEFORE_RE.search(text[window:left]) if not proclitic else None
        if vague:
            left = window + vague.start(1)
            proclitic = vague[1]
            draft.how = "vague" if vague[2].startswith(_UNCOUNTED) else ""
            if vague[2] == "اكثر من" and not draft.number:
                draft.how = "vague"
        before = text[max(draft.sentence[0], left - 25) : left].split()
        last = before[-1] if before else ""
        if proclitic.endswith("ب") or last in ("ب", "وب"):
            draft.marker = "ب"
        elif proclitic.endswith("ل"):
            draft.marker = "ل"
        elif not proclitic.strip("وف"):
            draft.marker = (
                last
                if last in listed("prepositions")
                else last[1:]
                if last[1:] in listed("prepositions") and last[0] in "وف"
                else ""
            )
        else:
            draft.marker = ""
        draft.joined = proclitic.startswith("و")
        draft.left = left

    def trim(self, draft: AwardDraft) -> None:
        """Cut the complement where a verb begins, or somebody's name."""
        if draft.end == draft.noun[1] or self.text[draft.end - 1] in "\"')":
            return
        words = self.article.words
        index = words.index_at(draft.noun[1] + 1)
        previous = ""
        while index < len(words) and words.starts[index] < draft.end:
            classes, form = words.classes[index], words.forms[index]
            verb = classes & WordClass.VERB and not classes & ~int(
                WordClass.VERB | WordClass.CONJOINED | WordClass.MAYBE_NAME
            )
            person = previous and (
                form in listed("person_titles")
                or (classes & WordClass.GIVEN and previous.removeprefix("ال") in listed("adjectives"))
            )
            if verb or person:
                draft.end = words.ends[index - 1]
                return
            previous = form
            index += 1

    # --- the verb ---

    def govern(self, draft: AwardDraft, previous: AwardDraft | None) -> bool:
        """Find what confers the award; False where nothing does."""
        if previous and self.text[previous.end : draft.start] == " (":
            return False
        trigger = self.trigger_before(draft)
        listed = previous if previous is not None and self.in_list(draft, previous) else None
        if trigger is not None and not listed and not (previous and previous.trigger is trigger):
            draft.trigger = trigger
            draft.unreal = self.is_unreal(trigger, draft)
            draft.how = draft.how or "verb"
            draft.rule = f"awards.{trigger.value.role}"
            return True
        if listed:
            draft.head = listed
            draft.trigger = listed.trigger
            draft.unreal = listed.unreal
            draft.rule = "awards.list"
            return True
        after = self.trigger_after(draft)
        if after is not None:
            draft.trigger = after
            draft.rule = "awards.relative"
            draft.unreal = self.is_unreal(after, draft)
            return True
        row = self.table_row(draft)
        if row:
            draft.own = row
            draft.rule = "awards.table"
            return True
        if self.goes_to(draft):
            draft.rule = "awards.goes_to"
            return True
        if self.is_total(draft):
            draft.rule = "awards.total"
            return True
        return False

    def trigger_before(self, draft: AwardDraft) -> Hit | None:
        index = bisect_right(self.trigger_ends, draft.left)
        for hit in self.triggers[max(0, index - 4) : index][::-1]:
            if hit.start < draft.sentence[0]:
                break
            if self.fits(hit, draft):
                return hit
        return None

    def fits(self, hit: Hit, draft: AwardDraft) -> bool:
        trigger: Trigger = hit.value
        item = draft.form.item
        gap = self.text[hit.end : draft.left]
        words = re.sub('[,"()]', " ", gap).split()
        reach = _REACH[item.behaviour] if not trigger.weak else _WEAK_REACH
        if draft.number and item.behaviour == "sport":
            reach = 120
        if trigger.near or trigger.form == "participle":
            reach = 30
        if trigger.role == "give" and item.noun in ("كأس", "لقب"):
            reach = 190
        elif item.strict or (trigger.weak and item.behaviour in ("sport", "direct")):
            reach = min(reach, 60)
        if draft.marker in ("علي", "ب") and not trigger.weak and item.behaviour != "direct":
            reach *= 2
        if len(gap) > reach or (trigger.generic and not draft.number) or self.blocked(hit, draft, words):
            return False
        if item.elliptic and not draft.number and draft.form.number == "one" and not self.stands_alone(draft, words):
            return False
        if draft.joined and item.behaviour in ("sport", "direct") and draft.marker == "":
            return False
        if item.best and (trigger.weak or draft.marker not in ("ب", "علي")):
            return False
        if draft.marker == "في" and not (draft.number and item.behaviour == "sport"):
            return False
        if draft.marker not in trigger.markers or (
            item.behaviour == "sport" and re.search("مبارا|المركز|المرتبه", gap)
        ):
            return False
        if trigger.pronoun and trigger.role == "get" and trigger.form in ("past", "present") and not draft.marker:
            return False  # its object is the pronoun
        last = words[-1] if words else ""
        if trigger.holder and trigger.form != "participle" and item.kind != "cup" and not draft.number:
            return False
        if item.noun == "أوسكار" and not (draft.marker or draft.number or hit.end == draft.left - 1):
            return False  # a man's name
        if draft.marker == "":
            if self.genitive(draft, last) and not any(
                self.reader.is_number_word(word) or word.isdigit() for word in words
            ):
                return False
            if ":" in gap or (trigger.role == "give" and last in ("هذا", "هذه")):
                return False
            if last in self.lexicon.not_after or last[1:] in self.lexicon.not_after:
                return False
            if last.startswith(("بال", "لل", "وال")) and item.behaviour == "sport" and len(words) < 2:
                return False
        if trigger.holder and trigger.form == "participle":
            return not words and bool(
                draft.number or draft.form.item.kind == "medal" or self.text[draft.noun[1] : draft.end].strip()
            )
        if trigger.role == "give" and item.behaviour == "sport" and item.noun in ("بطولة", "دوري", "سوبر"):
            return False
        return not (hit.article and trigger.form in ("past", "present"))

    def blocked(self, hit: Hit, draft: AwardDraft, gap: list[str]) -> bool:
        """Whether another clause begins between the verb and the award."""
        blocking = listed("clause_openers").intersection(gap)
        if "ان" in blocking and "آن" in self.original(hit.end, draft.left).split():  # a Vietnamese name
            blocking -= {"ان"}
        return bool(blocking) and ("حيث" in blocking or not draft.marker or hit.value.weak)

    def genitive(self, draft: AwardDraft, last: str) -> bool:
        """Whether a definite award completes the noun before it (`صورة الكأس`)."""
        if not last or not self.text.startswith("ال", draft.noun[0]) or draft.form.bare or draft.number:
            return False
        words = self.article.words
        classes = words.classes[words.index_at(draft.left) - 1]
        other = (
            WordClass.DEFINITE
            | WordClass.GIVEN
            | WordClass.FAMILY
            | WordClass.PLACE
            | WordClass.ADJECTIVE
            | WordClass.POSSESSED
        )
        return bool(classes & WordClass.NOUN) and not classes & (other | WordClass.MAYBE_NAME | WordClass.VERB)

    def stands_alone(self, draft: AwardDraft, gap: list[str]) -> bool:
        """Whether a `ذهبية` after these words is a medal, and not the adjective of the noun before it."""
        if not gap or draft.marker in ("ب", "علي"):
            return True
        if self.text.startswith("ال", draft.noun[0]):
            return not gap[-1].startswith("ال") and not listed("prepositions").intersection(gap)
        return not gap[-1].endswith(("ه", "ات")) or gap[-1].startswith("ال")

    def is_unreal(self, hit: Hit, draft: AwardDraft) -> bool:
        """Whether the words before the verb deny it, or make it a wish."""
        trigger: Trigger = hit.value
        text = self.text
        before = text[max(draft.sentence[0], hit.start - 70) : hit.start - len(hit.proclitic)]
        if trigger.form == "past":
            before = before.rpartition(",")[2]  # a wish ends with its clause
        words = re.findall(r"[^\W\d_]+", before)
        near = words[-5:]
        unreal = real = -1
        for index, word in enumerate(near):
            bare = word[1:] if word[0] in "وفل" and word not in self.lexicon.unreal | self.lexicon.real else word
            if bare == "امل" and near[index - 1 : index] != ["علي"]:
                continue  # a name
            if bare in self.lexicon.unreal and (bare not in listed("near") or index >= len(near) - 2):
                unreal = index
            if bare in self.lexicon.real:
                real = index
        if unreal > real:
            return True
        if trigger.form == "noun" and trigger.role == "get" and not trigger.pronoun:
            purpose = hit.proclitic.endswith("ل") or hit.article == "ل"
            subject = text[hit.end : draft.left].strip(" ب")
            aimless = (hit.article == "ال" or not subject) and not hit.proclitic.endswith("ب")
            if (purpose or aimless) and not any(
                word in self.lexicon.real or word[1:] in self.lexicon.real for word in words[-9:]
            ):
                return True
        return False

    def in_list(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """Whether the phrase is one more of the awards that the verb before `previous` confers."""
        if previous.sentence[1] != draft.sentence[1]:
            return False
        between = self.text[previous.end : draft.left]
        if len(between) > _LIST_REACH:
            return False
        proclitic = self.text[draft.left : draft.start]
        listing = previous.form.item.behaviour == draft.form.item.behaviour == "sport" and previous.form.number != "one"
        if listing and not proclitic and not draft.number:
            return False  # the members of a total that is counted already
        tight = bool(_LIST_RE.match(_WHEN_RE.sub("", between) + proclitic.replace("ب", "")))
        if tight and (proclitic or between.strip()):
            return draft.marker in ("", "ب", "علي", "الي", "عن", "من") or draft.marker == previous.marker
        if previous.rule == "awards.relative" and between.rstrip().endswith((" كان", " كانت", " هو", " هي")):
            return True
        index = bisect_right(self.trigger_ends, previous.end)
        if any(hit.end <= draft.left for hit in self.triggers[index : index + 1]):
            return False
        own = _OWN_RE.match(between)
        if (
            own
            and draft.marker == previous.marker
            and not draft.joined
            and (draft.marker or draft.form.item.behaviour != "sport" or self.reader.read(own[1], 0))
        ):
            draft.own = (previous.end + own.start(1), previous.end + own.end(1))
            return True
        if draft.form.item.behaviour in ("strong", "sport", "qualified") or draft.number:
            marker = previous.marker if previous.marker in ("ب", "علي") else None
            joined = proclitic.startswith("و") or between.rstrip().endswith((" و", " وعلي", "الي", "عن", "و"))
            if draft.form.item.behaviour != "sport" or draft.number:
                return joined and (
                    draft.marker in ("", marker) or between.rstrip().endswith(("اضافه الي", "فضلا عن", "جانب"))
                )
            return joined and marker is not None and draft.marker == marker
        return False

    def trigger_after(self, draft: AwardDraft) -> Hit | None:
        """`الجائزة التي نالها`, `وحصل عليها`: the verb follows with a pronoun for the award."""
        index = bisect_right(self.trigger_ends, draft.end)
        for hit in self.triggers[index : index + 1]:
            if hit.start - draft.end > 45 or hit.start >= draft.sentence[1]:
                return None
            trigger: Trigger = hit.value
            between = self.text[draft.end : hit.start - len(hit.proclitic)]
            told = trigger.form != "present" and not (trigger.weak and trigger.holder)
            if trigger.role == "get" and told and not trigger.generic and _RELATIVE_RE.match(between):
                resumed = trigger.pronoun or bool(_RESUMED_RE.match(self.text, hit.end))
                if resumed and (between.strip() or hit.proclitic or draft.form.item.best):
                    return hit
        return None

    def goes_to(self, draft: AwardDraft) -> bool:
        for hit in self.followed:
            shared = "نصيب" in self.text[hit.start : hit.end] or "صلح" in self.text[hit.start : hit.end]
            if shared and 0 <= hit.start - draft.end <= 40 and not draft.marker:
                return not re.search("[.,;]", self.text[draft.end : hit.start])
            if 0 <= draft.left - hit.end <= 1 or 0 <= hit.start - draft.end <= 2:
                after = self.text[max(draft.end, hit.end) : max(draft.end, hit.end) + 40]
                return draft.form.item.behaviour != "sport" and bool(re.match(r"[^.\n]*?(?: الي | ل)", after))
        return False

    def table_row(self, draft: AwardDraft) -> tuple[int, int] | None:
        """Offsets of the winner in a row of a table: `3- النادي الأهلي ب 18 لقب`."""
        if not draft.number:
            return None
        start = self.text.rfind("\n", 0, draft.start) + 1
        row = _ROW_RE.match(self.text, start, draft.start)
        rest = self.text[draft.end : draft.end + 2].lstrip(" .|")
        return row.span(1) if row and row.end() == draft.start and rest[:1] in ("", "\n", "(", ",") else None

    def is_total(self, draft: AwardDraft) -> bool:
        """`رفع رصيده إلى تسع ميداليات`: a counted total."""
        counted = (
            draft.number
            or _ONE_RE.match(self.text, draft.end)
            or (draft.form.number == "two" and draft.form.item.behaviour in ("sport", "direct", "strong"))
        )
        if not counted or draft.form.item.kind not in ("medal", "title", "cup", "prize"):
            return False
        for hit in self.totals[::-1]:
            if hit.end <= draft.left:
                return draft.left - hit.end <= 75 and hit.start >= draft.sentence[0]
        return False

    # --- the fields ---

    def rest(self, draft: AwardDraft) -> None:
        form, text = draft.form, self.text
        draft.fields["count"] = self.count(draft)
        draft.fields["kind"] = form.item.kind
        draft.fields["item"] = self.item_phrase(draft)
        draft.fields["name"] = self.name(draft)
        if draft.number and draft.number.approximation:
            draft.fields["approximation"] = draft.number.approximation
        trigger = draft.trigger.value if draft.trigger else None
        before = text[max(0, draft.trigger.start - 6) : draft.trigger.start] if draft.trigger else ""
        if trigger and (trigger.future or "سوف" in before):
            draft.fields["status"] = "planned"
        one = _ONE_RE.match(text, draft.end) if not draft.number and form.number == "one" else None
        if one:
            draft.end = one.end()

    def count(self, draft: AwardDraft) -> int | None:
        if draft.number:
            return int(draft.number.value)
        if draft.form.number == "two":
            return 2
        if draft.form.number == "many" or draft.how == "vague":
            return None
        years = _YEARS_RE.match(self.text, draft.end)
        if years:
            return len(re.findall(r"[12]\d{3}(?:[-/]\d{2,4})?", years[1]))
        if draft.trigger and draft.trigger.value.running and draft.head is None:
            return None
        times = _TIMES_RE.match(self.text, draft.end)
        if times:
            if times[1].startswith("مرت"):
                return 2
            words = times[2] or times[3]
            number = self.reader.read_back(words, len(words))
            if number and number.kind == "cardinal" and isinstance(number.value, int) and not words.startswith("لل"):
                return number.value
        return 1

    def item_phrase(self, draft: AwardDraft) -> str:
        """The singular phrase, in the original's letters."""
        form = draft.form
        words = self.original(draft.noun[1], self.complement_end(draft)).split()
        agreeing = True
        definite = form.possessed or (self.text.startswith("ال", draft.noun[0]) and not form.bare)
        phrase = [form.item.noun]
        if " " in form.item.noun:
            return form.item.noun
        for word in words:
            folded = fold(word)
            agreeing = agreeing and _is_adjective(folded, form) and folded.startswith("ال") == definite
            phrase.append(_singular_adjective(word, form) if agreeing else word)
        return " ".join(phrase)

    def complement_end(self, draft: AwardDraft) -> int:
        quote = self.text.find('"', draft.noun[1], draft.end)
        return quote if quote >= 0 else draft.end

    def original(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        first, last = self.article.view.span(start, end)
        return dediac(self.article.view.original[first:last]).replace("\u0640", "").strip()

    def name(self, draft: AwardDraft) -> str | None:
        text = self.text
        quoted = _QUOTED_RE.search(text, draft.noun[1], draft.end)
        if quoted:
            group = 1 if quoted[1] else 2 if quoted[2] else 3
            return self.original(*quoted.span(group))
        if draft.form.item.best:
            return self.original(draft.noun[0], draft.end)
        start, end = draft.noun[1], draft.end
        degree = _DEGREE_RE.search(text, start, end)
        if degree:
            end = degree.start()
        words = text[start:end].split()
        definite = draft.form.possessed or (text.startswith("ال", draft.noun[0]) and not draft.form.bare)
        agreeing = definite == words[0].startswith("ال") if words else True
        if not words or (agreeing and _is_adjective(words[0], draft.form)) or draft.form.item.kind == "certificate":
            return None
        if words[0].removeprefix("ال") in listed("generic_complements") or draft.form.item.elliptic:
            return None
        if draft.form.item.noun in ("كأس", "دوري", "سوبر"):
            return self.original(draft.noun[0], end)
        return self.original(start, end)


_UNCOUNTED: Final = (
    "عد", "العديد", "الكثير", "كثير", "مجموعه", "سلسله", "جمله", "بعض", "جميع", "كل", "كاف",
    "مئات", "عشرات", "الاف", "مزيد", "المزيد", "كامل",
)  # fmt: skip
_METALS: Final = frozenset(
    f"{metal}{ending}"
    for metal in ("ذهبي", "فضي", "برونزي", "بلاتيني", "ماسي", "الماسي")
    for ending in ("", "ه", "ات", "ين", "تين")
)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Hits of one reading each: where two begin at the same letter or lie in each other, the longer."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _is_adjective(word: str, form: ItemForm) -> bool:
    """Whether a folded word can be the item's adjective by its ending."""
    bare = word.removeprefix("ال")
    if bare in listed("adjectives"):
        return True
    if len(bare) < 4 or bare in listed("nouns_in_yeh"):
        return False
    if form.number == "two":
        return bare.endswith(("تين", "تان", "يين", "يان")) or bare.endswith("يه")
    if form.item.feminine or form.number == "many":
        return bare.endswith(("يه", "يات"))
    return bare.endswith(("ي", "يا", "يه") if form.item.noun == "درع" else ("ي", "يا")) and not bare.endswith("ائي")


def _singular_adjective(word: str, form: ItemForm) -> str:
    """An adjective in the singular, agreeing with the item, without article and case ending."""
    word = word.removeprefix("ال") if fold(word).startswith("ال") else word
    if form.number == "two":
        for ending in ("تين", "تان"):
            if word.endswith(ending):
                return word[:-3] + "ة"
        for ending in ("ين", "ان"):
            if word.endswith("ي" + ending):
                return word[: -len(ending)]
        return word
    if form.number == "many" and word.endswith("يات"):
        word = word[:-2] + "ة"
    if not form.item.feminine and form.number == "many" and word.endswith("ة"):
        return word[:-1]
    if not form.item.feminine and word.endswith("يا"):
        return word[:-1]
    return word
