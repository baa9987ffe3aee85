"""The grammar of organisations' names: where a name that a head noun opens comes to its end.

A head (`resources/organisation_heads.toml`) is followed by an idafa chain that a definite noun, a place or a
proper name closes, then by adjectives, coordinated portfolios, a complement with لـ, and the larger body or
place after في or بـ. The word lists stand in `resources/organisation_grammar.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from extractnews.article import Hit, Words
from extractnews.organisation_lexicon import Head, KnownName, NameGrammar
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    LATIN,
    MAYBE_NAME,
    NAME_PART,
    NATIONALITY,
    NEWLINE,
    NOUN,
    NUMBER,
    PLACE,
    PLURAL,
    PREPOSED,
    PUNCTUATION,
    VERB,
)

_NAME: Final = GIVEN | FAMILY | NAME_PART
_MAYBE_NAME: Final = MAYBE_NAME | GIVEN | FAMILY
_DEFINITE_OR_PROPER: Final = DEFINITE | _NAME | PLACE | NATIONALITY
_BREAK: Final = PUNCTUATION | NEWLINE | NUMBER

_MAX_WORDS: Final = 30
_MAX_QUOTED_WORDS: Final = 8
_MAX_IDAFA_NOUNS: Final = 4
_MAX_NAME_WORDS: Final = 7
_MAX_FOREIGN_WORDS: Final = 3

# Bodies of the state's core take no لـ complement: `الحكومة الأردنية للبرلمان` is two phrases.
_WITHOUT_FOR: Final = frozenset({"government", "parliament", "army", "security", "embassy", "ministry"})
# Their names are not coordinated: `الجيش الوطني والمقاومة`, `نادي الهلال والنصر` are two each.
_WITHOUT_COORDINATION: Final = frozenset(
    {"government", "parliament", "army", "security", "embassy", "club", "team", "media", "armed_group"}
)
# Their complements are coordinated with any noun: `اتحاد الكتاب والأدباء`, `حزب العدالة والتنمية`.
_FREELY_COORDINATED: Final = frozenset({"ministry", "association", "union", "party", "committee"})
_CLOSING_MARKS: Final = {'"': '"', "(": ")", "'": "'"}
# First letters of what may go on with a name: an adjective, و, لـ, بـ, في, من, على, عن, a quotation, brackets.
_CONTINUING: Final = frozenset('اولبفعم"(')
# Bodies that a single noun without article names, where what they are for follows.
_CALLED_BY_NOUN: Final = frozenset({"company", "association", "institute"})
# Bodies that are named after persons.
_NAMED_AFTER: Final = frozenset({"university", "institute", "hospital", "company", "association", "fund"})
# Before a nationality without article: نادي دلمون الجنوب أفريقي.
_HALVES: Final = frozenset({"الجنوب", "الشمال"})
_GOVERNED: Final = frozenset({"من", "علي", "عن", "مع"})
# Before the name of a ruler or prince, which is one given name and his line.
_OF_RULERS: Final = frozenset({"الملك", "الملكه", "السلطان", "الامير", "الاميره"})
# First halves of a given name: عبد العزيز.
_DIVIDED: Final = frozenset({"عبد", "ابو", "ام"})
# After an ordinal: الدورة السابعة عشرة.
_TEN: Final = frozenset({"عشر", "عشره"})
# The town after بـ makes a name of what they are: المركز الإسلامي ببروكسل، المحكمة الإدارية بدمشق.
_OF_A_TOWN: Final = frozenset(
    {"army", "association", "company", "council", "hospital", "institute", "ministry", "security", "university"}
)
_OF_TOWN: Final = frozenset({"institute", "court", "university", "hospital"})
# After an adjective of their work these or a nationality make a name: اللجنة الثورية العليا، المجلس الطبي الأردني.
_SEALING: Final = frozenset(
    {"ملكي", "ملكيه", "اعلي", "عليا", "دولي", "دوليه", "عالمي", "عالميه", "وطني", "وطنيه", "قومي", "قوميه"}
)
# A country after في is theirs, unless they are of all countries.
_OF_COUNTRY: Final = frozenset({"ministry", "authority", "fund", "institute", "committee", "council"})
_INTERNATIONAL: Final = frozenset({"دولي", "دوليه", "عالمي", "عالميه", "عربي", "عربيه", "امميه", "اوروبي", "اوروبيه"})
# Named by a direction and a place, where others stand in that direction: مستشفى شرق جدة.
_BY_DIRECTION: Final = frozenset({"hospital", "court", "university"})
_DIRECTIONS: Final = frozenset({"شرق", "غرب", "شمال", "جنوب", "وسط"})
# Say whose a paper or channel is: صحيفة المرافئ الحكومية.
_OF_OWNERS: Final = frozenset({"الحكوميه", "الحكومي", "المستقله", "المستقل", "الخاصه"})
# In their names إدارة is what is studied: كلية إدارة الأعمال.
_OF_STUDY: Final = frozenset({"institute", "university"})
# A nisba after them may be somebody's name: مؤسسة تركي.
_NAMED_BY_NISBA: Final = frozenset({"association", "fund", "university"})
# Of them is an alliance: الائتلاف المغربي لهيئات كذا.
_ALLIED: Final = frozenset({"هيئات", "منظمات", "جمعيات", "نقابات", "احزاب", "قوي"})
_SEALED: Final = frozenset({"committee", "council", "authority", "association", "institute", "army"})
# Their proper name may follow in quotation marks what the body does.
_QUOTED_AFTER: Final = frozenset({"company", "media", "agency", "association", "armed_group", "party"})
# After these heads a name counts that elsewhere counts only in its context: صحيفة الحياة، فريق الشباب.
_KNOWN_BY_CONTEXT: Final = frozenset({"club", "media", "company", "party", "armed_group", "agency", "bank"})
# Heads that may open the name of a part of the body whose name follows: `أمانة اللجنة المركزية`.
_PART_HEADS: Final = frozenset(
    {
        "committee",
        "council",
        "authority",
        "association",
        "company",
        "army",
        "union",
        "hospital",
        "institute",
        "university",
    }
)
# Heads that open a name together: وكالة الاستخبارات الوطنية, كتلة الاتحاد الوطني, جبهة المقاومة الشعبية.
_PAIRS: Final = frozenset(
    {
        ("company", "fund"),
        ("company", "bank"),
        ("agency", "security"),
        ("party", "party"),
        ("party", "association"),
        ("party", "armed_group"),
    }
)
# A place after them says where they are or act, and is no part of the name.
_NATION_WIDE: Final = frozenset({"government", "parliament", "party", "team"})
# The land after في is part of their name: اتحاد المرأة في المحافظة.
_OF_LAND: Final = frozenset({"association", "union"})
_OF_PLACE_BY_NAME: Final = _OF_LAND | {"security"}
# What follows with لـ and a level of place is theirs: محكمة الشعب لمدينة كذا.
_OF_PLACE: Final = frozenset(
    {"council", "court", "committee", "authority", "security", "army", "hospital", "institute", "association"}
)
# An adjective of their work and what they are for make their name.
_WITH_RELATION: Final = frozenset({"committee", "council", "authority", "institute", "agency", "government"})
_WITH_DESCRIPTION: Final = frozenset({"committee", "council", "authority", "association"})
# A place's name and then what they do: هيئة دلمون للثقافة، بورصة أثينا للأوراق المالية.
_FOR_AFTER_PLACE: Final = frozenset({"authority", "company", "bank", "institute", "council", "committee", "other"})
# After these heads an unknown word is a foreign name, not a noun: `شركة دلموتكس`.
_FOREIGN_NAMED: Final = frozenset(
    {"company", "club", "media", "agency", "bank", "armed_group", "team", "university", "hospital"}
)

# After these a word that is spelled like a verb begins such a name, where an unknown one follows it.
_FOREIGN_FIRST: Final = _FOREIGN_NAMED - {"armed_group", "team"}


class _Phrase(NamedTuple):
    """A noun phrase that closes an idafa: index after its last word, and what closed it."""

    end: int
    closing: str


@dataclass(slots=True)
class BodyName:
    """A parsed name: tokens [first, end), and the heads of the bodies inside it."""

    first: int
    end: int
    kind: str
    rule: str
    inner: list[int] = field(default_factory=list)
    quoted: tuple[int, int] | None = None

    @property
    def definite(self) -> bool:
        """Whether the head has the article."""
        return self.rule.startswith("organisations.definite")


class NameParser:
    """Parses the names of one article, over its tokens.

    Args:
        words: the tokens.
        grammar: the word lists.
        heads: the heads that stand at a token.
        names: token at which a gazetteer name begins -> the name.
        places: the same for places of several words.
    """

    def __init__(
        self,
        words: Words,
        grammar: NameGrammar,
        heads: dict[int, list[tuple[Head, Hit]]],
        names: dict[int, KnownName],
        places: dict[int, int],
    ) -> None:
        self.names = names
        self.places = places
        self.forms = words.forms
        self.classes = words.classes
        self.starts = words.starts
        self.ends = words.ends
        self.count = len(words)
        self.grammar = grammar
        self.heads = heads
        self._parsed: dict[int, BodyName | None] = {}

    def parse(self, index: int) -> BodyName | None:
        """The name that the head at token `index` opens, if it opens one."""
        if index in self._parsed:
            return self._parsed[index]
        self._parsed[index] = None  # a head met again while it is being parsed opens nothing
        best: BodyName | None = None
        for head, hit in self.heads[index]:
            first = index + head.length
            name: BodyName | None = None
            if first >= self.count:
                continue
            following = self.forms[first]
            if hit[5]:  # most often a head with the article stands alone
                if following[:2] == "ال" or following in ("من", "عشر") or (head.numbered and following.isdigit()):
                    name = self._definite(index, first, head)
            elif following not in self.grammar.stops or first in self.places or self._is_proper(first, head):
                name = self._construct(index, first, head, hit)
            # للجنة may be لـ + اللجنة or لـ + لجنة
            if name is not None and (best is None or self._is_better(name, best, first)):
                best = name
        if index in self.names:
            best = self._known_by_name(index, best)
        if best is not None and best.kind == "team" and self._is_age(best.end):
            best.end += 3
        if best is not None and best.end - index <= _MAX_WORDS and not self._is_no_name(index):
            self._parsed[index] = None if self._is_incomplete(best) else best
        return self._parsed[index]

    def _is_better(self, name: BodyName, other: BodyName, first: int) -> bool:
        """Of two readings the one with the article where an adjective follows, else the longer."""
        if name.definite != other.definite and self._is_naming_adjective(first):
            return name.definite
        return (name.end, name.definite) >= (other.end, other.definite)

    def _is_incomplete(self, name: BodyName) -> bool:
        """`لجنة الحزب`, `المنطقة العسكرية`: a name only with the place, number or country that is not there."""
        head = self.heads[name.first][0][0]
        if not head.incomplete or name.end != name.first + head.length + 1:
            return False
        if self.forms[name.end - 1] not in head.incomplete:
            return False
        # مجلس الشعب ولجنة الشعب في المدينة: the place is the last one's
        return head.kind != "council" or self.forms[name.end : name.end + 1] == ["ولجنه"]

    def is_only_inner(self, name: BodyName) -> bool:
        """`القوات المسلحة`: a name inside a longer one, and alone any country's."""
        head = self.heads[name.first][0][0]
        return bool(head.inner) and name.end == name.first + 2 and self.forms[name.end - 1] in head.inner

    def _known_by_name(self, index: int, name: BodyName | None) -> BodyName | None:
        """The name, or the longer one that the gazetteer has at its head."""
        known, head = self.names[index], self.heads[index][0][0]
        if known.entry.context or known.end <= (name.end if name is not None else index + head.length):
            return name
        if name is None:
            return BodyName(index, known.end, head.kind, "organisations.gazetteer")
        name.end = known.end
        return name

    def _is_no_name(self, index: int) -> bool:
        """`هذه الهيئة الدولية`, which points to a body named before; `التي تجمع النصر بالهلال`, a verb."""
        if index == 0:
            return False
        before = self.forms[index - 1]
        if self.forms[index].startswith("ال") and before.lstrip("وفلب") in self.grammar.demonstratives:
            return True
        if before in self.grammar.cups:
            return True  # كأس الاتحاد الأوروبي
        if self.forms[index] == "اداره" and before.endswith("مجلس"):
            return True  # مجلس إدارة شركة كذا
        return bool(self.classes[index] & VERB) and before in self.grammar.verb_openers

    # --- a head with the article: الهيئة العامة للطيران المدني

    def _definite(self, index: int, first: int, head: Head) -> BodyName | None:
        end = self._listed(first, head)
        if end is None and head.numbered and self._numbered(first, head) > first:
            end = first
        needs_more = end is None and head.definite == "complement" and not self._is_called_so(first, head)
        if end is None:
            if head.definite == "listed" or self._is_meeting(first, head):
                return None
            if head.kind == "club" and (club := self._club_at(first, head)) is not None:
                return BodyName(index, self._adjective_run(club), head.kind, head.definite_rule)
            end, named = self._for_the_sake_of(first, head) or self._naming_adjectives(first, head)
            end = self._committee_adjective(end, head)
            related = head.kind in _WITH_RELATION and head.construct != "listed" and not head.only_inside
            if related and end == first and self._is_relational(first):
                end = first + 1  # المدرسة التطبيقية لمدفعية الميدان
            if not named:
                may_be_for = end > first and head.kind not in _WITHOUT_FOR and head.construct != "never"
                if not may_be_for or self._for_complement(end) is None:
                    return self._part_of_larger_body(index, end, head)
        else:
            end = self._adjective_run(self._numbered(end, head))
        name = BodyName(index, end, head.kind, head.definite_rule)
        if not self._may_go_on(end):
            return None if needs_more else name
        takes_for = self._may_be_for(end, head) and (head.kind not in _WITHOUT_FOR or head.definite == "complement")
        takes_for = takes_for and self.forms[end - 1] not in head.incomplete  # الشؤون الصحية للطلاب
        complement = None if not takes_for else self._for_complement(end, freely=head.kind in ("association", "union"))
        if complement is not None:
            if head.kind == "team" and self._may_be_for(complement, head):  # المنتخب السعودي للناشئين لكرة القدم
                complement = self._for_complement(complement, freely=True) or complement
            name.end = complement
        elif needs_more:
            quoted = self._quoted(end)
            if quoted is None or self.forms[end] == "(":
                return self._part_of_larger_body(index, end, head) if head.kind in _OF_TOWN else None
            name.end = quoted
        self._larger_body(name, head)
        return name

    def _is_called_so(self, index: int, head: Head) -> bool:
        """`المركز الطبي العالمي`: two adjectives name an institute that elsewhere needs what it is for."""
        return head.kind == "institute" and self._is_sealed(index, head)

    def _is_meeting(self, index: int, head: Head) -> bool:
        """`الجمعية العامة العادية`, `الجمعية العامة للمساهمين`: a meeting of a company's owners."""
        if head.kind != "association" or self.forms[index] != "العامه" or index + 1 >= self.count:
            return False
        return self.forms[index + 1] in self.grammar.meetings

    def _club_at(self, index: int, head: Head) -> int | None:
        """Index after the club of the gazetteer that stands at `index`: `النادي البنزرتي`."""
        known = self.names.get(index)
        if known is None or known.entry.kind != "club" or known.hit.proclitic or self.forms[index] in head.generic:
            return None
        return known.end

    def _may_be_for(self, index: int, head: Head) -> bool:
        """Whether what follows with لـ may be in such a body's name; a club's has none, a party's a definite noun."""
        if index >= self.count or head.kind == "club":
            return False
        if head.kind == "bank" and self.forms[index - 1] == "المركزي":
            return self.forms[index] == "لدول"  # خفض البنك المركزي لأسعار الفائدة
        if head.kind == "team":
            return self.forms[index].removeprefix("ل").removeprefix("ل") in self.grammar.team_members
        if head.kind not in ("party", "court") or self.forms[index].startswith("لل") or index in self.heads:
            return True
        return head.kind == "party" and self.forms[index].removeprefix("ل") in _ALLIED

    def _committee_adjective(self, index: int, head: Head) -> int:
        """`اللجنة المحلية للانتخابات`: an adjective that names no body, but does with what it is for."""
        if head.kind not in _WITH_DESCRIPTION or index >= self.count or not self._is_plain_definite(index):
            return index
        if self.forms[index][2:] not in self.grammar.committee_adjectives or index + 1 >= self.count:
            return index
        following = self.forms[index + 1]
        named = following.startswith("لل") or following in self.grammar.events or self._is_purpose(index + 1)
        return index + 1 if named else index

    def _is_relational(self, index: int) -> bool:
        """`التطبيقية`, before `لمدفعية الميدان`: an adjective in ـي of the body's work."""
        if index + 1 >= self.count or not self._is_plain_definite(index):
            return False
        form, following = self.forms[index], self.forms[index + 1]
        if not following.startswith("ل") or not form.endswith(("يه", "ي")):
            return False
        return (
            form[2:] not in self.grammar.descriptive and self._is_adjective(index) and not self._is_nationality(index)
        )

    def _numbered(self, index: int, head: Head) -> int:
        """Index after a unit's number: `اللواء 16`, `المنطقة العسكرية الرابعة`."""
        if index >= self.count or not (head.kind == "army" or head.numbered):
            return index
        if self.forms[index] in head.generic:
            return index  # الفوج الأول of pupils
        if head.kind == "army" and self.forms[index] in self.grammar.ordinals:  # الفرقة الرابعة is a class as well
            return index + 2 if self.forms[index + 1 : index + 2] in (["عشر"], ["عشره"]) else index + 1
        return index + 1 if self.forms[index].isdigit() else index

    def _for_the_sake_of(self, index: int, head: Head) -> tuple[int, bool] | None:
        """`الاتحاد من أجل المتوسط`: index after the phrase that follows `من أجل`."""
        if head.kind not in _FREELY_COORDINATED or self.forms[index : index + 2] != ["من", "اجل"]:
            return None
        phrase = self._phrase(index + 2)
        if phrase is None:
            return None
        end = phrase.end
        while end < self.count and self.forms[end].startswith("وال") and end not in self.heads:
            end += 1  # الاتحاد من أجل الرقي والازدهار
        return end, True

    def _part_of_larger_body(self, index: int, end: int, head: Head) -> BodyName | None:
        """`اللجنة القانونية في مجلس الأعيان`: an adjective that names little, made a name by the larger body."""
        if not head.inside or end == index + 1:
            end = self._adjective_run(end)
        name = BodyName(index, end, head.kind, head.definite_rule)
        self._larger_body(name, head)
        return name if end > index + 1 and (name.inner or self._is_in_town(name, end, head)) else None

    def _is_in_town(self, name: BodyName, index: int, head: Head) -> bool:
        """`المحكمة الإدارية بدمشق`, but not `المركز الصحي بالمدينة`: whether a place's name follows the adjectives."""
        if head.kind not in _OF_TOWN or name.end == index or self.forms[index][0] != "ب":
            return False
        if self._is_known(name.first):
            return False  # الجامعة العربية بالقاهرة
        return name.end > index + 1 or self.forms[index][1:].removeprefix("ال") not in self.grammar.place_levels

    def _naming_adjectives(self, index: int, head: Head) -> tuple[int, bool]:
        """Index after the adjectives that follow, and whether they make a name."""
        grammar = self.grammar
        start, named = index, False
        while index < self.count:
            form = self.forms[index]
            if named and form.startswith("وال") and form[3:] in grammar.naming:
                index += 1  # اللجنة الأولمبية والبارالمبية
                continue
            if not self._is_plain_definite(index) or form in head.generic:
                break
            stem = form[2:]
            if form in grammar.ordinals:
                if not named:
                    break
                index += 1
                if index < self.count and self.forms[index] in _TEN:
                    index += 1
                continue
            if form not in head.naming and (stem in grammar.descriptive or self._is_participle_clause(index)):
                break
            if form in head.naming:
                named = True
            elif stem in grammar.naming:  # العربية and الإسلامية among them, which name no country
                named = named or head.definite != "nationality"
            elif self._is_nationality(index):
                if named and head.kind in ("club", "team") and self._is_nationality(index - 1):
                    break  # لاعب النادي الكاتالوني الكرواتي
                named = True
            elif index == start and self._is_sealed(index, head):
                named = True
                index += 1
            elif index == start or not self._is_adjective(index) or self._is_of_people(index):
                break
            index += 1
        return index, named

    def _is_sealed(self, index: int, head: Head) -> bool:
        """`الثورية العليا`, `الطبي الأردني`: an adjective of the body's work, and one that makes a name of both."""
        if head.kind not in _SEALED or index + 1 >= self.count or not self._is_plain_definite(index + 1):
            return False
        form = self.forms[index]
        if not form.endswith(("يه", "ي")) or form in self.grammar.ordinals or self._is_nationality(index):
            return False
        if not self._is_adjective(index):
            return False
        return self.forms[index + 1][2:] in _SEALING or self.is_plain_nationality(index + 1)

    # --- a head without it: وزارة التربية والتعليم

    def _construct(self, index: int, first: int, head: Head, hit: Hit) -> BodyName | None:
        form = self.forms[first]
        if head.place_like and (hit.proclitic.endswith("ب") or (index > 0 and self.forms[index - 1] == "في")):
            return None
        if form in _CLOSING_MARKS:
            return self._quoted_name(index, first, head)
        if head.kind == "party" and self.classes[index] & VERB and self._is_club(first):
            return None  # مباراة تجمع الهلال والنصر
        if form == "اداره" and head.kind == "council":
            return self._board(index, first, head)
        listed = self._listed(first, head) if form in head.listed else None
        if listed is not None:
            if self.forms[listed - 1] in self.grammar.place_levels and listed < self.count:
                listed = self._proper_run(listed)
            closed = self.forms[listed - 1].startswith(("ال", "وال")) or self.classes[listed - 1] & PLACE
            if not closed and (rest := self._phrase(listed)) is not None:
                listed = rest.end  # the list gave an idafa's first noun: جهاز مكافحة + الإرهاب
            phrase: _Phrase | None = _Phrase(self._numbered(listed, head), "noun")
        elif (
            first in self.heads
            and head.construct != "place"
            and not (head.kind == "club" and self._is_club(first))
            and not (head.kind in _OF_STUDY and form == "اداره")
            and self._opens_another(first)
        ) or (head.construct == "part" and self._is_known(first)):
            return self._part(BodyName(index, first, head.kind, head.construct_rule), first, head)
        elif first > index + 1 and self.forms[first - 1].startswith("ال"):
            phrase = _Phrase(first, "name")  # كتابة الدولة
        else:
            phrase = self._complement(first, head)
        if phrase is None or (
            head.construct == "common" and phrase.closing not in ("noun", "name") and phrase.end - first < 2
        ):
            return None
        if listed is None and phrase.end == first + 1 and self._is_described(first, head, phrase.closing):
            return None
        name = BodyName(index, phrase.end, head.kind, head.construct_rule)
        if listed is None and phrase.closing in ("foreign", "place") and phrase.end - first <= _MAX_FOREIGN_WORDS:
            name.quoted = (first, phrase.end)
        alone = True
        if self._may_go_on(phrase.end):
            self._go_on(name, phrase, head, listed is not None)
            alone_end = name.end
            self._larger_body(name, head)
            alone = name.end == alone_end
        if alone and listed is None and not self._is_national(head, first, name.end):
            return None if head.only_inside or self._is_locality(head, first, name.end) else name
        return name

    def _board(self, index: int, first: int, head: Head) -> BodyName | None:
        """`مجلس إدارة شركة نوران`, which acts; in `رئيس مجلس إدارة شركة نوران` it is a part of a title."""
        before = self.forms[index - 1] if index > 0 else ""
        if before.lstrip("ولب") in self.grammar.board_members or first + 1 >= self.count:
            return None
        owner = first + 1
        known = self.names.get(owner)
        if known is not None and known.entry.context == "brand":
            end: int | None = known.end
        else:
            end = self._quoted(owner) or self._body_end(owner)
        if end is not None:
            return BodyName(index, end, head.kind, head.construct_rule, [owner] if owner in self.heads or known else [])
        if not self._is_plain_definite(owner) or self.classes[owner] & (NOUN | ADJECTIVE):
            return None
        name = BodyName(index, self._adjective_run(owner + 1), head.kind, head.construct_rule)
        self._larger_body(name, head)  # مجلس إدارة السانغا في المدينة
        return name

    def _is_club(self, index: int) -> bool:
        """Whether a club's name stands at `index`, though its noun heads other bodies' names: نادي الاتحاد."""
        return index in self.names and self.names[index].entry.kind == "club"

    def _is_described(self, index: int, head: Head, closing: str) -> bool:
        """`شركة اتصالات نرويجية`, `تنظيم ماسوني`: an indefinite adjective, after a word that is a name elsewhere."""
        if closing not in ("foreign", "name") or self.forms[index].startswith("ال"):
            return False
        if self.classes[index] & NATIONALITY and head.kind not in _NAMED_BY_NISBA:
            return True  # فريق تونسي, مصرف تركي
        if closing == "foreign" and head.kind in ("party", "armed_group") and self.forms[index].endswith("ي"):
            return True
        if index + 1 >= self.count:
            return False
        following = self.classes[index + 1]
        return bool(following & NATIONALITY) and not following & (DEFINITE | CLITIC | PLACE | _NAME)

    def _quoted_name(self, index: int, first: int, head: Head) -> BodyName | None:
        """`شركة "نوران" الكورية`, `شركة (نوران)`: a name in quotation marks or brackets right after the head."""
        quoted = self._quoted(first)
        if (
            quoted is None
            or '"' in head.generic
            or head.construct == "listed"
            or (head.construct == "place" and head.kind not in ("media", "team"))
        ):
            return None
        inside = first + 1
        if self.forms[first] == "(":
            foreign = head.kind in _FOREIGN_NAMED or (head.kind == "institute" and not self.classes[inside])
            if not foreign or self.classes[inside] & (_BREAK | LATIN):
                return None
        if quoted == first + 3 and self.forms[inside] in head.generic:
            return None  # شبكة "الإنترنت"
        name = BodyName(index, quoted, head.kind, head.construct_rule, quoted=(inside, quoted - 1))
        if self._may_go_on(quoted):
            name.end = self._adjective_run(self._over_gloss(quoted), head)
            if head.for_ and (
                self._is_for_definite(name.end) or self._is_activity(name.end)
            ):  # شركة "نوران" للخدمات الأمنية
                name.end = self._adjective_run(self._for_complement(name.end) or name.end)
        return name

    def _may_go_on(self, index: int) -> bool:
        """Whether the word at `index` has the letters of one that goes on with a name, whatever it is."""
        if index >= self.count:
            return False
        form = self.forms[index]
        first = form[0]
        return first in _CONTINUING and (first not in "اعم" or form.startswith("ال") or form in _GOVERNED)

    def _go_on(self, name: BodyName, phrase: _Phrase, head: Head, is_listed: bool) -> None:
        """Lengthen a name by what follows the phrase after its head, the larger body aside."""
        name.end = self._tail(phrase, head)
        if not is_listed and phrase.closing in ("foreign", "name") and name.end == phrase.end:
            after = self._over_gloss(name.end)
            name.end = self._adjective_run(after) if after > name.end else name.end
        opened = name.first > 0 and self.forms[name.first - 1] == '"'  # the next mark closes that one
        named = phrase.closing == "name" or (phrase.closing == "place" and head.kind in ("media", "agency"))
        named = named or (self._is_known(name.first) and self.names[name.first].end == name.end)  # حزب الله "مستعد"
        named = named or (head.kind == "agency" and name.end > phrase.end)  # وكالة الأنباء الروسية "تاس" are two
        if head.kind in _QUOTED_AFTER and not opened and not named:
            quoted = self._quoted(name.end)
            if quoted is not None and self.forms[name.end] == '"':  # شركة صناعة الورق "نيلا"
                name.quoted = (name.end + 1, quoted - 1)
                name.end = self._adjective_run(quoted)
        if name.end >= self.count or self.forms[name.end][0] != "ل":
            return
        if head.kind == "club":  # نادي دلمون للشطرنج
            if self.forms[name.end].removeprefix("لل").removeprefix("ل") in self.grammar.team_members:
                name.end = self._for_complement(name.end, freely=True) or name.end
            return
        after_place = not is_listed and phrase.closing == "place" and head.kind in _FOR_AFTER_PLACE
        if (head.for_ and self._is_purpose(name.end)) or (
            after_place
            and self._is_for_definite(name.end)
            and (name.first == 0 or self.forms[name.first - 1] not in self.grammar.deputies)
        ):
            freely = head.kind in ("company", "institute", "association", "union")
            name.end = self._for_complement(name.end, freely=freely) or name.end

    def _over_gloss(self, index: int) -> int:
        """Index after a Latin gloss in brackets that stands inside a name: `شركة "نوران" (Nuran) الكورية`."""
        if index + 3 >= self.count or self.forms[index] != "(" or not self.classes[index + 1] & LATIN:
            return index
        for end in range(index + 2, min(index + 2 + _MAX_QUOTED_WORDS, self.count - 1)):
            if self.forms[end] == ")":
                return end + 1 if self._adjective_run(end + 1) > end + 1 else index
            if self.forms[end] == "\n":
                break
        return index

    def _opens_another(self, index: int) -> bool:
        """Whether a head stands at `index` that is more than an ordinary word there."""
        if index in self.places:
            return False
        if self.forms[index].startswith("ال") and self._adjective_run(index + 1) > index + 1:
            return self.parse(index) is not None  # معهد الإدارة العامة is no administration's institute
        return self.parse(index) is not None or not any(head.ordinary for head, _ in self.heads[index])

    def _is_national(self, head: Head, first: int, end: int) -> bool:
        """`وحدة التحريات المالية الكويتية`: of one country, though no larger body is named."""
        if self._is_known(first):
            return False  # إدارة الخطوط اليمنية
        agrees = self.forms[end - 1].endswith("ه") and head.word.endswith("ه")
        return (
            agrees and end > first + 1 and self.country_at(end - 1) is not None and self.is_plain_nationality(end - 1)
        )

    def _is_locality(self, head: Head, first: int, end: int) -> bool:
        """`مركز الصويدرة`, `جبهة لحج`: a single definite word that is no common noun is a village's name."""
        if not head.locality or end != first + 1 or first in self.names:
            return False
        if self.classes[first] & PLACE:
            return True
        return self._is_plain_definite(first) and not self.classes[first] & (NOUN | _NAME)

    def _part(self, name: BodyName, first: int, head: Head) -> BodyName | None:
        """A head before another: part of a body (`أمانة اللجنة المركزية`), or no name of its own (`فريق كلية الطب`)."""
        inner_kind = self.heads[first][0][0].kind if first in self.heads else ""
        if (head.kind, inner_kind) not in _PAIRS and (
            head.only_inside or head.kind not in _PART_HEADS or head.construct not in ("any", "common", "part")
        ):
            return None
        if head.kind in ("company", "association") and self.forms[first].startswith("ال") and inner_kind != "company":
            return None
        end = self._body_end(first)
        if end is None:
            return None
        name.end = end
        if inner_kind != "company" or head.kind != "company":  # شركة الخطوط الجوية كذا is one body
            name.inner.append(first)
        self._larger_body(name, head)
        return name

    def _complement(self, index: int, head: Head) -> _Phrase | None:
        form, classes = self.forms[index], self.classes[index]
        if head.construct in ("listed", "part"):
            return None
        if form in head.generic and not self._governs(index):
            club = self.names.get(index)  # فريق الدفاع الحسني الجديدي
            if club is None or club.entry.kind != head.kind or club.end == index + 1:
                return None
        if self._is_named_after(index, head):
            end = self._titled(index)
            return _Phrase(end, "name") if end > index + 1 else None
        if form in self.grammar.stops and not self._is_known(index):  # جامعة كان ثو, whose place begins like a verb
            return self._place(index) if index in self.places else None
        if head.construct == "place":
            other = self.names.get(index)
            if other is not None and other.entry.kind == head.kind and not other.hit.proclitic:
                return _Phrase(other.end, "name")  # منتخب الديوك, تلفزيون بي بي سي
            return self._place(index)
        known = self._known_name(index, head)
        if known is not None:
            return known
        bare = form in self.grammar.bare_bodies and form[2:] not in self.grammar.portfolio
        if bare and not self._is_named(index + 1):
            return None
        if form in self.grammar.place_levels:
            return self._place(index)
        definite = self._is_plain_definite(index)
        exempt = _NAME | PLACE if head.construct == "name" else _NAME
        if head.construct in ("name", "proper") and not definite and classes & NOUN and not classes & exempt:
            # فريق رواد مكة is one all the same: a place closes it.
            phrase = self._phrase(index)
            return phrase if phrase is not None and phrase.closing == "place" and phrase.end == index + 2 else None
        if (
            head.construct == "proper"
            and definite
            and classes & (NOUN | ADJECTIVE)
            and form not in self.grammar.personal_titles
        ):
            return None
        if head.kind in _BY_DIRECTION and form in _DIRECTIONS and self._is_town(index + 1):
            return self._place(index + 1)  # مستشفى شرق جدة
        if self._is_noun_with_purpose(index, head):
            return _Phrase(index + 1, "name")
        if classes == VERB and head.kind in _FOREIGN_FIRST and self._is_unknown(index + 1):
            return _Phrase(self._foreign(index + 1).end, "foreign")  # جامعة نورث ويسترن
        if head.kind == "company" and not classes and not form.startswith("ال") and self._is_idafa_of(index + 1):
            said = index > 1 and self.classes[index - 2] & VERB  # وقعت شركة دلموتكس العقد
            return self._phrase(index, foreign=True) if said else _Phrase(index + 2, "name")
        return self._phrase(index, foreign=head.kind in _FOREIGN_NAMED)

    def _is_named_after(self, index: int, head: Head) -> bool:
        """`جامعة الأمير سلطان`, `مستشفى الدكتور سامي`: though elsewhere the title is another person's."""
        if head.kind not in _NAMED_AFTER:
            return False
        if self.forms[index] == "علي":  # which is a preposition as well
            return self.forms[index + 1 : index + 2] == ["بن"]
        return self.forms[index] in self.grammar.personal_titles

    def _is_proper(self, index: int, head: Head) -> bool:
        """Whether a word that elsewhere ends a name begins a proper one: `قناة إم بي سي`, `جامعة الأمير سلطان`."""
        return self._is_known(index) or self._is_named_after(index, head)

    def quoted_at(self, index: int) -> KnownName | None:
        """The longest of the names that are common words and stands at `index`; no cue tells of them."""
        best = None
        for words, entry in self.grammar.quoted.get(self.forms[index], ()):
            end = index + len(words)
            if (best is None or end > best.end) and self.forms[index:end] == words:
                hit = Hit(self.starts[index], self.ends[end - 1], "organisation.name", entry, "", "ال")
                best = KnownName(index, end, entry, hit)
        return best

    def _is_named(self, index: int) -> bool:
        """Whether an adjective that can name a body follows: `وكالة الرئاسة العامة`, not `مجلس التنظيم الإرهابي`."""
        if index >= self.count or not self._is_plain_definite(index) or not self._is_adjective(index):
            return False
        return self.forms[index][2:] not in self.grammar.descriptive

    def _is_known(self, index: int) -> bool:
        """Whether a gazetteer name that needs no context stands at `index`."""
        return index in self.names and not self.names[index].entry.context

    def _known_name(self, index: int, head: Head) -> _Phrase | None:
        """A gazetteer name as the complement: `شركة أرامكو السعودية`, `تنظيم القاعدة`, `نادي الهلال`."""
        known = self.names.get(index)
        if known is None and head.kind in _KNOWN_BY_CONTEXT:
            known = self.quoted_at(index)
        if known is None or known.hit.proclitic or (head.kind == "agency" and self.classes[index] & NOUN):
            return None  # وكالة الأنباء is not called after the paper
        if head.kind not in _KNOWN_BY_CONTEXT and (
            known.entry.context or (known.end == index + 1 and self.classes[index] & NOUN)
        ):
            return None  # a common noun: وزارة الداخلية goes on, والجماعات المحلية
        legal = self._to_legal_form(index) if head.kind == "company" else None
        return _Phrase(max(known.end, legal or 0), "name")

    def _phrase(self, index: int, *, foreign: bool = False) -> _Phrase | None:
        """An idafa chain from `index` on, up to what closes it; None where nothing does.

        With `foreign` an unknown word is a proper name, otherwise it may be a noun.
        """
        start = index
        if index < self.count and self._is_indefinite_adjective(index):
            return None
        while index < self.count and index - start <= _MAX_IDAFA_NOUNS:
            form, classes = self.forms[index], self.classes[index]
            if classes & _BREAK or form in self.grammar.stops:
                return None
            if index in self.places:
                return self._place(index)
            if index > start and index in self.heads and not classes & CLITIC:
                inner = self.parse(index)
                if inner is not None:
                    return _Phrase(inner.end, "name")  # مجلس محافظي الوكالة الدولية للطاقة
            if self._is_plain_definite(index):
                if form in self.grammar.personal_titles:
                    end = self._titled(index)
                    return _Phrase(end, "name") if end > index + 1 else None
                if form[2:] in self.grammar.descriptive and form[2:] not in self.grammar.portfolio:
                    return None
                return _Phrase(index + 1, "place" if classes & PLACE else "noun")
            if classes & CLITIC:
                return None
            if classes & GIVEN and index + 1 < self.count and self.forms[index + 1] in self.grammar.ordinals:
                return _Phrase(self._person(index), "name")  # جامعة محمد الخامس
            if classes & PLACE or form in self.grammar.place_levels:
                single = index == start and classes & NOUN and form not in self.grammar.place_levels
                if single and self._definite_noun(index + 1):
                    index += 1  # a place's name that is a noun here: نادي فرسان الشاطئ
                    continue
                return self._place(index)
            if classes & LATIN:
                return self._foreign(index)
            if classes & FUNCTION:
                return None
            if form in self.grammar.portfolio_nouns and self._definite_noun(index + 1):
                index += 1  # كلية أمن الحاسب, though a verb is spelled so; لجنة سلامة المنتجات
                continue
            if classes & _NAME and not (classes & NOUN and self._is_noun_phrase(index + 1)):
                return _Phrase(self._person(index), "name")
            if classes & NOUN or (not foreign and not classes & (VERB | ADJECTIVE) and self._closes_idafa(index + 1)):
                index += 1
                continue
            if classes & ADJECTIVE or (classes & VERB and not self._is_naming_adjective(index + 1)):
                return None
            return self._foreign(index)
        return None

    def _is_indefinite_adjective(self, index: int) -> bool:
        """`جمعية خيرية`, `شركة رائدة`, though a person may be called so, and `مكتبة إلكترونية`, which no list has."""
        form, classes = self.forms[index], self.classes[index]
        if form in self.grammar.naming and self._definite_noun(index + 1):
            return False  # مركز تقنية المعلومات
        if form in self.grammar.naming or form in self.grammar.descriptive or form in self.grammar.indefinite:
            return True
        return form.endswith("يه") and not self._is_plain_definite(index) and not classes & (_NAME | PLACE | NOUN)

    def _closes_idafa(self, index: int) -> bool:
        """Whether an unknown word before `index` is a noun: a definite noun or a place follows it."""
        if index >= self.count:
            return False
        if self._is_plain_definite(index):
            return self._definite_noun(index)
        return bool(self.classes[index] & PLACE) and not self.classes[index] & (CLITIC | NOUN)

    def _is_unknown(self, index: int) -> bool:
        """Whether no lexicon has the word at `index`, so that a foreign name goes on with it."""
        if index >= self.count or self.classes[index]:
            return False
        return not self.forms[index].startswith("ال") and self.forms[index] not in self.grammar.stops

    def _is_day_part(self, index: int) -> bool:
        """`صباح اليوم`, though a family is called so."""
        following = self.forms[index + 1] if index + 1 < self.count else ""
        return self.forms[index] in self.grammar.day_parts and (following in self.grammar.stops or following == "يوم")

    def _definite_noun(self, index: int) -> bool:
        return index < self.count and self._is_plain_definite(index) and not self._is_adjective(index)

    def _is_naming_adjective(self, index: int) -> bool:
        return index < self.count and self._is_plain_definite(index) and self.forms[index][2:] in self.grammar.naming

    def _is_noun_phrase(self, index: int) -> bool:
        if index >= self.count or self.classes[index] & CLITIC:
            return False
        return self._is_plain_definite(index) or bool(self.classes[index] & NOUN)

    def _place(self, index: int) -> _Phrase | None:
        """A place's name, with or without بـ: `المملكة العربية السعودية`, `محافظة ظفار`, `بالمدينة`."""
        if index >= self.count:
            return None
        if index in self.places:
            return _Phrase(self.places[index], "place")
        form, classes = self.forms[index], self.classes[index]
        if form in self.grammar.stops:
            return None
        stem, definite = form, form.startswith("ال")
        for prefix in ("بال", "لل", "ال", "ب", "ل"):
            if form.startswith(prefix) and (form[len(prefix) :] in self.grammar.place_levels or prefix == "ال"):
                stem, definite = form[len(prefix) :], prefix in ("بال", "لل", "ال")
                break
        if stem in self.grammar.place_levels:
            if definite:
                return _Phrase(self._adjective_run(index + 1), "place")
            inner = index + 1
            if inner in self.places:  # مدينة هو تشي منه, which begins with a pronoun
                return _Phrase(self._adjective_run(self.places[inner]), "place")
            if inner >= self.count or self.forms[inner] in self.grammar.stops:
                return None
            if self.classes[inner] & (_BREAK | CLITIC | FUNCTION) and not self.classes[inner] & (PLACE | _NAME):
                return None
            if self.classes[inner] & NATIONALITY and not self.classes[inner] & (PLACE | _NAME | DEFINITE):
                return None  # بدولة فلسطينية
            return _Phrase(self._adjective_run(self._proper_run(inner)), "place")
        if classes & PLACE:
            return _Phrase(index + 1, "place")
        return None

    def _person(self, index: int) -> int:
        """Index after a person's name inside a body's name."""
        start = index
        while index < self.count and index - start < _MAX_NAME_WORDS:
            classes = self.classes[index]
            form = self.forms[index]
            if index > start and form in self.grammar.companions:
                return index + 1  # مؤسسة محمد وإخوانه
            if form == "ال" and start < index < self.count - 1 and not self.classes[index + 1] & (_BREAK | CLITIC):
                index += 2  # محمد بن راشد آل مكتوم
                continue
            if form in self.grammar.stops or classes & (_BREAK | CLITIC) or self._is_day_part(index):
                break
            if index > start and form in self.grammar.occupations:
                break  # جامعة دلمون الطالب سعد
            if not (classes & _NAME or form in self.grammar.ordinals or (not classes and index == start + 1)):
                break
            index += 1
        if index > start or index >= self.count or self.forms[index] in self.grammar.stops:
            return index
        common = self.forms[index].startswith("ال") and self.classes[index] & NOUN  # حزب الرئيس الأغلبية
        if not common and not self.classes[index] & (_BREAK | CLITIC | FUNCTION | VERB):
            index += 1  # a name the lexicon does not know: مؤسسة الأمير كذا
        return index

    def _titled(self, index: int) -> int:
        """Index after the person's name that follows the personal title at `index`.

        A ruler's or prince's is one given name and his line, so that in `مستشفى الملك خالد محمد العلي` who comes next
        is somebody else.
        """
        end = self._person(index + 1)
        if self.forms[index] not in _OF_RULERS:
            return end
        for position in range(index + 2, end):
            after_given = self.classes[position - 1] & GIVEN and self.forms[position - 1] not in _DIVIDED
            if self.classes[position] & GIVEN and after_given:
                return position
        return end

    def _proper_run(self, index: int) -> int:
        """Index after a proper name of one to three words that are names, places or unknown: `تان هوا`, `ظفار`."""
        start = index
        if index in self.places:
            return self.places[index]
        if self._is_plain_definite(index):
            return index + 1
        while index < self.count and index - start < _MAX_FOREIGN_WORDS:
            classes, form = self.classes[index], self.forms[index]
            if form.startswith("ال") or form in self.grammar.stops or classes & (_BREAK | CLITIC):
                break
            if classes and not classes & (_NAME | PLACE) and index > start:
                break
            index += 1
            if classes & PLACE and not classes & _NAME:
                break
        return max(index, start + 1)

    def _foreign(self, index: int) -> _Phrase:
        """A run of words that no lexicon knows, as in a transliterated company's name."""
        start = index
        latin = self.classes[index] & LATIN
        longest = _MAX_QUOTED_WORDS if latin else _MAX_FOREIGN_WORDS
        while index < self.count and index - start < longest:
            classes, form = self.classes[index], self.forms[index]
            if (classes & ~LATIN) or form.startswith("ال") or (classes & LATIN) != latin or form in self.grammar.stops:
                break
            index += 1
        index = max(index, start + 1)
        if not latin:
            index = self._to_legal_form(start) or index
            for end in range(index, min(index + _MAX_FOREIGN_WORDS, self.count)):
                # شركة نورث لود ماينينج الكندية, of which لود is a word; شركة هوا نام للطيران
                if self.is_plain_nationality(end) or (end > index and self._is_for_definite(end)):
                    return _Phrase(end, "foreign")
                if self.classes[end] & (_BREAK | FUNCTION | CLITIC) or self.forms[end].startswith("ال"):
                    break
        return _Phrase(index, "foreign")

    def _is_idafa_of(self, index: int) -> bool:
        """Whether the definite word at `index` is a noun, and so the unknown one before it as well."""
        if index >= self.count or index in self.heads or not self._is_plain_definite(index):
            return False
        if not self.classes[index] & NOUN or self.forms[index][2:] in self.grammar.descriptive:
            return False
        return not self._is_adjective(index) and not self._opens_person(index)

    def _to_legal_form(self, start: int) -> int | None:
        """Index after the words in which a firm's name ends, whatever stands before: `دلما نور باب ليمتد`."""
        found = None
        spelled = self.forms[start] in self.grammar.letters
        for index in range(start + 1, min(start + _MAX_QUOTED_WORDS, self.count)):
            form = self.forms[index]
            spelled = form in self.grammar.letters and (spelled or found == index)
            if spelled or form in self.grammar.legal_forms:
                found = index + 1
            elif form not in self.grammar.letters and self._ends_firm(index):
                break
        return found

    def _ends_firm(self, index: int) -> bool:
        """Whether no firm's name goes on over the word at `index`."""
        form = self.forms[index]
        if self.classes[index] & (_BREAK | FUNCTION | CLITIC) or index in self.heads:
            return True
        return form.startswith("ال") or form in self.grammar.stops

    # --- what follows a closed phrase

    def _tail(self, phrase: _Phrase, head: Head) -> int:
        index = self._governed(phrase.end)
        if index >= self.count or self.forms[index][0] not in "او":
            return index  # neither an adjective nor a coordinated noun
        of_noun = phrase.closing == "noun"
        governed = index > phrase.end
        if of_noun and not governed and self._is_adjective(index - 1):
            while self._is_coordinated_adjective(index):
                index += 1  # فرقة أمواج الترفيهية والاستعراضية
        if not of_noun and head.word.endswith("ه") and self._is_of_another(index):
            return index
        index = self._inner_adjectives(index, head) if of_noun else self._adjective_run(index, head)
        if not of_noun or head.construct in ("proper", "place") or head.kind in _WITHOUT_COORDINATION:
            return index
        freely = head.kind in _FREELY_COORDINATED or governed  # وكالة النهوض بالصناعة والابتكار
        while True:
            end = self._coordinated(index, freely=freely, of_party=head.kind == "party")
            if end is None:
                return index
            index = self._inner_adjectives(end, head)

    def _inner_adjectives(self, index: int, head: Head | None = None) -> int:
        """Index after the adjectives of a name's last noun: `للتعليم الأساسي`, `هيئة الأركان المشتركة`.

        Some that elsewhere describe a body are part of its name when they belong to the noun and not to `head`.
        """
        if index < self.count and self._belongs_to_noun(index, head):
            index += 1
            if self._is_coordinated_adjective(index):
                index += 1  # المنشآت الصغيرة والمتوسطة
        return self._adjective_run(index, head)

    def _belongs_to_noun(self, index: int, head: Head | None) -> bool:
        form, grammar = self.forms[index], self.grammar
        if not form.startswith("ال"):
            return False
        if form[2:] in grammar.noun_adjectives:
            return True
        if form[2:] not in grammar.inner_adjectives:
            return False
        if self.forms[index - 1].lstrip("و").removeprefix("ال").removeprefix("لل") in grammar.described_nouns:
            return True
        return head is not None and form.endswith("ه") != head.word.endswith("ه")

    def _adjective_run(self, index: int, head: Head | None = None) -> int:
        start = index
        feminine = head is not None and head.word.endswith("ه")
        while index < self.count and self._is_plain_definite(index) and self._is_adjective(index):
            if self.forms[index][2:] in self.grammar.descriptive and not self._is_official(index):
                break
            if self._is_participle_clause(index):
                break
            if head is not None and head.kind == "media" and self.forms[index] in _OF_OWNERS:
                break
            if self._opens_person(index) or self._is_of_people(index):
                break
            if feminine and self._is_of_title(index):
                break
            if index + 1 < self.count and self.forms[index + 1] == "رقم" and self.classes[index] & NOUN:
                break  # قدمت للمكتب السياسي المشروع رقم 5
            index += 1
        if index > start:
            if index < self.count and self.forms[index] in _TEN and self.forms[index - 1] in self.grammar.ordinals:
                index += 1
            while self._is_coordinated_adjective(index):
                index += 1  # الصناعات الثقافية والإبداعية
        elif (
            index + 1 < self.count
            and self.forms[index] in _HALVES
            and "ال" + self.forms[index + 1] in (self.grammar.countries)
        ):
            index += 2  # الجنوب أفريقي
        return index

    def _is_official(self, index: int) -> bool:
        """`الرسمية` between the name and its nationality: `وكالة الأنباء الرسمية النيبالية`."""
        official = self.forms[index] in ("الرسميه", "الرسمي") and index + 1 < self.count
        return official and self.is_plain_nationality(index + 1)

    def _is_of_title(self, index: int) -> bool:
        """A nationality of other gender than the body and the word before it: `رئيس هيئة الأركان المشتركة الأمريكي`."""
        return (
            self._is_nationality(index)
            and self.forms[index - 1].endswith("ه")
            and not self.forms[index].endswith(("ه", "ين", "ات"))
        )

    def _is_of_another(self, index: int) -> bool:
        """`التام` in `تأييد حركة نداء دلمون التام`, `السوري` in `مذيع قناة دلمون السوري`: agrees with a noun before."""
        form = self.forms[index]
        if not form.startswith("ال") or form.endswith(("ه", "ين", "ات", "ون", "ا", "كبري")):
            return False
        after_place = self.classes[index - 1] & PLACE and not self.forms[index - 1].startswith("ال")
        national = self.classes[index] & NATIONALITY and self.country_at(index) is not None
        return bool(national or after_place)

    def _is_of_people(self, index: int) -> bool:
        """Plural adjective of the people after a name: `الجيش الأردني السابقين`, but `جمعية الناشرين العرب`."""
        if not self.forms[index].endswith(("ين", "ون")) or self.forms[index] == "القانون":
            return False
        before = self.forms[index - 1].removeprefix("و")
        return (
            not before.startswith(("ال", "لل")) or self._is_nationality(index - 1) or before[2:] in self.grammar.naming
        )

    def _is_coordinated_adjective(self, index: int) -> bool:
        if index >= self.count or not self.forms[index].startswith("وال"):
            return False
        stem, classes = self.forms[index][3:], self.classes[index]
        if stem in self.grammar.place_levels or stem in self.grammar.coordination_stops:
            return False
        if stem in self.grammar.noun_adjectives:
            return True
        if stem.endswith("يه") and not classes & (NOUN | VERB | PLACE | _NAME | NATIONALITY):
            return True  # الترفيهية والاستعراضية, which no lexicon has
        return stem in self.grammar.naming or bool(classes & ADJECTIVE and not classes & (NOUN | NATIONALITY))

    def _opens_person(self, index: int) -> bool:
        """Whether the definite word belongs to a person named after it: `مجلس الأمة الصادق بوغالب`, `العداءة منى`."""
        form, classes = self.forms[index], self.classes[index]
        if form in self.grammar.personal_titles or form == "الامين":
            return True  # طالبت الجمعية المغربية لحقوق الإنسان الأمين العام
        if self._is_nationality(index) or form[2:] in self.grammar.naming or index + 1 >= self.count:
            return False
        following = self.classes[index + 1]
        if following & (_BREAK | CLITIC):
            return False
        if self.forms[index + 1].startswith("ال"):
            return bool(classes & _MAYBE_NAME and following & FAMILY)
        return bool(following & GIVEN) or (bool(classes & _MAYBE_NAME) and not following)

    def _is_participle_clause(self, index: int) -> bool:
        """`المقرب من`, `المعنية بـ`: what follows says something of the body."""
        form = self.forms[index]
        if not form.startswith("الم") or form[2:] in self.grammar.naming or index + 1 >= self.count:
            return False
        return self.forms[index + 1] in self.grammar.governed and not self.classes[index] & NATIONALITY

    def _coordinated(self, index: int, *, freely: bool = False, of_party: bool = False) -> int | None:
        """Index after `والتعليم`, `وحقوق الإنسان` at `index`; `freely` takes nouns of no known portfolio."""
        if index >= self.count:
            return None
        form, classes = self.forms[index], self.classes[index]
        if form == "و":
            index += 1
            if index >= self.count:
                return None
            form, classes = "و" + self.forms[index], self.classes[index] | CONJOINED
        if not form.startswith("و") or len(form) < 4 or classes & PREPOSED:
            return None
        bare = form[1:]
        if bare in self.grammar.stops:
            return None
        if index in self.heads and (bare[2:] not in self.grammar.portfolio or self.parse(index) is not None):
            return None
        if (bare in self.grammar.bare_bodies and bare[2:] not in self.grammar.portfolio) or self._is_known(index):
            return None
        if bare.startswith("ال"):
            stem = bare[2:]
            if stem in self.grammar.portfolio:
                return index + 1
            if not freely or stem in self.grammar.coordination_stops or stem in self.grammar.descriptive:
                return None
            if classes & NATIONALITY or (stem.endswith(("ين", "ون")) and not classes & NOUN):
                return None
            names = (
                PLACE | _NAME if of_party and not stem.endswith("ي") else 0
            )  # حزب الأصالة والعمران, though عمران is a town
            if classes & (PLACE | VERB | ADJECTIVE | _NAME) & ~names and not classes & NOUN:
                return None
            return index + 1
        if bare in self.grammar.portfolio_nouns and index + 1 < self.count and self._is_plain_definite(index + 1):
            return index + 2
        return None

    def _for_complement(self, index: int, *, freely: bool = False) -> int | None:
        """Index after `لكرة القدم`, `للطيران المدني والأرصاد` at `index`; `freely` as in `_coordinated`."""
        if index >= self.count:
            return None
        form, classes = self.forms[index], self.classes[index]
        grammar = self.grammar
        if not form.startswith("ل") or len(form) < 4 or form in grammar.stops:
            return None
        if index in self.heads and (inner := self.parse(index)) is not None:
            return inner.end
        if form.removeprefix("لل").removeprefix("ل") in grammar.place_levels:
            place = self._place(index)
            return place.end if place else None
        if form.startswith("لل"):
            stem = form[2:]
            stops = stem in grammar.for_stops or "ال" + stem in grammar.for_stops
            goes_on = self._is_naming_adjective(index + 1) or (freely and self._is_with_another(index + 1))
            if stops and not goes_on and not self._is_research(index):
                return None  # للعمل; but للعمل الإسلامي، للبحث والتبادل الثقافي
            if classes & PLACE and not classes & NOUN and stem not in grammar.portfolio:
                return None
            phrase = _Phrase(index + 1, "noun")
        else:
            if form[1:] in grammar.for_stops or (classes & VERB and not classes & NOUN):
                return None
            closed = self._phrase(index + 1)
            if closed is None or (closed.closing != "noun" and not classes & NOUN):
                return None
            phrase = closed
        end = self._governed(self._inner_adjectives(phrase.end))
        while (more := self._coordinated(end, freely=freely) or self._its_own(end)) is not None:
            end = self._inner_adjectives(more)
        return end

    def _is_research(self, index: int) -> bool:
        """`للبحث في علوم الصحة`, which is a purpose, though `للبحث في الملف` is what somebody did."""
        if self.forms[index : index + 2] != ["للبحث", "في"] or index + 2 >= self.count:
            return False
        field = self.forms[index + 2].removeprefix("ال")
        return field in self.grammar.portfolio_nouns or field in self.grammar.portfolio

    def _is_with_another(self, index: int) -> bool:
        """`والتبادل`, `والتنمية`: a second purpose, so that the first is one."""
        return index < self.count and self.forms[index].startswith("وال") and bool(self.classes[index] & NOUN)

    def _governed(self, index: int) -> int:
        """Index after what the noun before `index` governs: `للوقاية من الفساد`, `هيئة الرقابة على الصادرات`."""
        if index >= self.count:
            return index
        noun = self.forms[index - 1]
        noun = noun[2:] if noun.startswith(("ال", "لل")) else noun
        prepositions = self.grammar.governing.get(noun, ())
        if "ب" in prepositions and self.forms[index].startswith("بال"):
            return self._inner_adjectives(index + 1)
        if "ب" in prepositions and self.forms[index].startswith("ب") and self._definite_noun(index + 1):
            return self._inner_adjectives(index + 2)  # التوعية بأضرار التدخين
        if self.forms[index] not in prepositions:
            return index
        phrase = self._phrase(index + 1)
        return index if phrase is None else self._inner_adjectives(phrase.end)

    def _governs(self, index: int) -> bool:
        """`لجنة التحقيق في أحداث أيار`: whether the definite noun at `index` goes on with what it is in."""
        in_what = self.forms[index + 1 : index + 2] == ["في"]
        return in_what and "في" in self.grammar.governing.get(self.forms[index].removeprefix("ال"), ())

    def _its_own(self, index: int) -> int | None:
        """Index after a second purpose of the same thing: `للوقاية من الفساد ومكافحته`."""
        if index >= self.count:
            return None
        form = self.forms[index]
        if form == "و" and index + 1 < self.count:
            index += 1
            form = "و" + self.forms[index]
        if not form.startswith("و") or not form.endswith(("ه", "ها")):
            return None
        stem = form[1:].removesuffix("ها").removesuffix("ه")
        purposes = self.grammar.portfolio_nouns | self.grammar.purposes
        owned = stem in purposes or (stem.endswith("ت") and stem[:-1] + "ه" in purposes)
        return index + 1 if owned and form[1:] not in purposes else None

    def _is_activity(self, index: int) -> bool:
        """`لريادة الأعمال`: a purpose that a name has, without article."""
        return index < self.count and self.forms[index][:1] == "ل" and self.forms[index][1:] in self.grammar.purposes

    def _is_purpose(self, index: int) -> bool:
        """What a body is for after an idafa: `لتنمية المشاريع`, but not `لقبول الفكرة`, which it did something for."""
        if index >= self.count or not self.forms[index].startswith("ل"):
            return False
        bare = self.forms[index][1:]
        return bare.startswith("ل") or bare in self.grammar.portfolio_nouns or bare in self.grammar.purposes

    def _is_noun_with_purpose(self, index: int, head: Head) -> bool:
        """`شركة وقاية للتأمين`, but not `مركز أبحاث للطاقة`, `مركز مشترك للأبحاث`: a noun that is a body's name."""
        form, classes = self.forms[index], self.classes[index]
        if not (head.for_ and head.kind in _CALLED_BY_NOUN and classes & NOUN) or form.startswith("ال"):
            return False
        if classes & (ADJECTIVE | CLITIC | PLURAL) or form.endswith("ات") or form in self.grammar.works:
            return False
        return self._is_for_definite(index + 1)

    def _is_for_definite(self, index: int) -> bool:
        """`للثقافة`, `للأوراق المالية`: what a body is for, and not what it did something for."""
        if index >= self.count or not self.forms[index].startswith("لل"):
            return False
        stem = self.forms[index][2:]
        if stem in self.grammar.for_stops or "ال" + stem in self.grammar.for_stops:
            return False
        return stem in self.grammar.portfolio

    def _larger_body(self, name: BodyName, head: Head) -> None:
        """Lengthen a name by the larger body or the place in which it sits."""
        index = name.end
        if index >= self.count or self.forms[index][0] not in "بفل":
            return
        form, classes = self.forms[index], self.classes[index]
        if head.inside and (form == "في" or (form[0] in "بل" and self._is_preposed(index))):
            inner_index = index + 1 if form == "في" else index
            end = self._body_end(inner_index)
            if end is not None:
                name.end = end
                name.inner.append(inner_index)
                return
        if head.kind == "committee" and self.forms[index : index + 2] == ["في", "البرلمان"]:
            name.end = index + 2
            return
        if head.kind == "embassy" and form in ("في", "لدي"):
            place = self._place(index + 1)
            if place is not None:
                name.end = place.end
            return
        if form[0] == "ل":  # محكمة الشعب لمدينة كذا
            level = form.removeprefix("لل").removeprefix("ل")
            if head.kind not in _OF_PLACE or level not in self.grammar.place_levels:
                return
            region = self.parse(index) if index in self.heads else None  # القوات المسلحة للمنطقة العسكرية الثالثة
            place = self._place(index) if region is None else _Phrase(region.end, "place")
        elif form == "في" and self._is_of_province(index):
            place = self._place(index + 1) or _Phrase(self._proper_run(index + 1), "place")
        elif form == "في" and self.forms[index - 1] == "للحزب" and self._is_land(index + 1):
            place = self._place(index + 1)  # اللجنة التنفيذية للحزب في المدينة
        elif form == "في" and head.kind in _OF_COUNTRY and self._is_national_at(index + 1, name):
            place = self._place(index + 1)
        elif form == "في" and not name.definite and (head.inside or self._is_of_land(index + 1, head)):
            if head.kind == "council" and not self._is_land(index + 1):
                return  # اجتمع مجلس التعاون في الدوحة
            if not head.in_town and self._is_of_ruler(name):
                return
            place = self._place(index + 1)
        elif head.in_town and form == "في" and self._is_town(index + 1):
            place = self._place(index + 1)
        elif head.in_town and form == "بحي" and index + 1 < self.count:
            place = _Phrase(self._proper_run(index + 1), "place")
        elif self.classes[index - 1] & PLACE and not self.classes[index - 1] & (NOUN | ADJECTIVE):
            return  # a name that ends in a place sits in no other
        elif head.kind in _NATION_WIDE:
            return
        elif form[0] == "ب" and (classes & PREPOSED or form[1:].removeprefix("ال") in self.grammar.place_levels):
            place = self._place(index)
        else:
            return
        if place is None or self._is_at_hand(place.end - 1, head):
            return
        if head.kind != "ministry" or self._is_country(index, place.end):
            name.end = place.end

    def _is_at_hand(self, index: int, head: Head) -> bool:
        """`جمعية البر بالمنطقة`, the one that the article is about; but `مديرية الصحة بالمنطقة` is called so."""
        level = self.forms[index].removeprefix("ب")
        return level in ("المنطقه", "المحافظه") and head.kind in _OF_A_TOWN and not head.incomplete

    def _is_preposed(self, index: int) -> bool:
        """Whether the first letter of the head or known name at `index` is a preposition: not so in `لجنة`."""
        hits = self.heads.get(index)
        hit = hits[0][1] if hits else self.names[index].hit if index in self.names else None
        return hit is not None and hit.start > self.starts[index]

    def _body_end(self, index: int) -> int | None:
        """Index after the body's name at `index`, by the grammar or by the gazetteer."""
        inner = self.parse(index) if index in self.heads else None
        if inner is not None:
            return inner.end
        return self.names[index].end if self._is_known(index) else None

    def _is_age(self, index: int) -> bool:
        """`تحت 23 عاما`, after `المنتخب السعودي`."""
        under, number, unit = (*self.forms[index : index + 3], "", "", "")[:3]
        return under == "تحت" and number.isdigit() and unit in ("سنه", "عاما", "عام")

    def _is_of_province(self, index: int) -> bool:
        """`لجنة الحزب الإقليمية في` and a province that no lexicon has."""
        if self.forms[index - 1] not in self.grammar.provincial or index + 1 >= self.count:
            return False
        if index + 1 in self.places:
            return True
        unlikely = self.classes[index + 1] & (VERB | ADJECTIVE | CLITIC | FUNCTION | _BREAK)
        return not unlikely and not self.forms[index + 1].startswith("ال")

    def _is_of_land(self, index: int, head: Head) -> bool:
        """`اتحاد المرأة في المحافظة`: a country or a level of place after an association says whose it is."""
        return head.kind in _OF_LAND and self._is_land(index)

    def place_of(self, index: int, kind: str) -> int | None:
        """Index after the place of a known body: `الأمن العام لمقاطعة كذا`, `جبهة الوطن في المدينة`."""
        if index >= self.count or kind not in _OF_PLACE_BY_NAME:
            return None
        form = self.forms[index]
        if form == "في" and kind != "security" and self._is_land(index + 1):
            index += 1
        elif form[0] != "ل" or form.removeprefix("لل").removeprefix("ل") not in self.grammar.place_levels:
            return None
        place = self._place(index)
        return None if place is None else place.end

    def _is_national_at(self, index: int, name: BodyName) -> bool:
        """Whether the country at `index` is the body's: `وزارة السياحة في تونس`, not `صندوق النقد الدولي في تونس`."""
        if index >= self.count or self.forms[index] not in self.grammar.lands or self._is_known(name.first):
            return False
        if self._is_of_ruler(name):
            return False
        words = self.forms[name.first : name.end]
        return not any(word[2:] in _INTERNATIONAL or word in self.grammar.countries for word in words)

    def _is_of_ruler(self, name: BodyName) -> bool:
        """`مركز الملك سلمان`, of which there is one."""
        return self.forms[name.first + 1] in self.grammar.personal_titles

    def _is_town(self, index: int) -> bool:
        """Whether a town's or region's name stands at `index`, and no country's."""
        if index >= self.count or self.forms[index] in self.grammar.lands:
            return False
        if index in self.places:
            return True
        named = self.classes[index] & PLACE and not self.classes[index] & CLITIC
        return bool(named) and self.forms[index].removeprefix("ال") not in self.grammar.place_levels

    def _is_land(self, index: int) -> bool:
        """Whether a country's name or a level of place stands at `index`."""
        if index >= self.count:
            return False
        form = self.forms[index]
        return form.removeprefix("ال") in self.grammar.place_levels or form in self.grammar.lands

    def _is_country(self, first: int, end: int) -> bool:
        """`بالمملكة العربية السعودية`, but not `بمنطقة القصيم`, which says where a ministry's branch is."""
        words = (self.forms[index].removeprefix("ب") for index in range(first, end))
        return any(word in self.grammar.countries for word in words)

    # --- small questions

    def _listed(self, index: int, head: Head) -> int | None:
        """Index after the longest of the head's listed phrases that stands at `index`."""
        if index >= self.count:
            return None
        best = None
        for phrase in head.listed.get(self.forms[index], ()):
            end = index + len(phrase)
            if self.forms[index:end] == phrase and (best is None or end > best):
                best = end
        return best

    def _quoted(self, index: int) -> int | None:
        """Index after the closing mark of the quotation that opens at `index`."""
        if index >= self.count or self.forms[index] not in _CLOSING_MARKS:
            return None
        closing = _CLOSING_MARKS[self.forms[index]]
        for end in range(index + 2, min(index + 2 + _MAX_QUOTED_WORDS, self.count)):
            form = self.forms[end]
            if form == closing:
                return end + 1
            if form == "\n":
                return None
        return None

    def _is_plain_definite(self, index: int) -> bool:
        """With the article and no proclitic before it; `العام` before `الماضي` is no adjective but a year."""
        form = self.forms[index]
        if not form.startswith("ال") or len(form) <= 3 or form in self.grammar.stops:
            return False
        classes = self.classes[index]
        if form in self.grammar.indefinite:
            return False  # ألمانية
        if classes & (NOUN | ADJECTIVE | VERB) and not classes & _DEFINITE_OR_PROPER:
            return False  # folded, إلكترونية and التزام begin like words with the article
        if form != "العام" or index + 1 >= self.count:
            return True
        following = self.forms[index + 1]
        return following not in self.grammar.stops or not following.startswith("ال")

    def is_plain_nationality(self, index: int) -> bool:
        """Whether the token is a nationality adjective with the article and no proclitic."""
        # A dual or plural adjective belongs to two names: ميلان وإنتر الإيطاليين.
        plural = self.forms[index].endswith(("ين", "ون", "ان", "ات"))
        return not plural and self._is_plain_definite(index) and self._is_nationality(index)

    def country_at(self, index: int) -> str | None:
        """The country whose nationality the token is."""
        return self.grammar.countries.get(self.forms[index])

    def _is_nationality(self, index: int) -> bool:
        return bool(self.classes[index] & NATIONALITY) or self.forms[index] in self.grammar.countries

    def _is_adjective(self, index: int) -> bool:
        form, classes = self.forms[index], self.classes[index]
        if self._is_nationality(index) or classes & ADJECTIVE or form[2:] in self.grammar.naming:
            return True
        if form.endswith("يه") and classes & DEFINITE and not classes & (NOUN | PLACE | FAMILY):
            return True  # الأمنية, which is a given name without the article
        return not classes & (NOUN | PLACE | _NAME) and form.endswith(("ي", "يه"))
