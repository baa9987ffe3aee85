"""Runs of titles and honorifics before a name, with what may stand between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractnews.article import Hit
from extractnews.extractors.officials.antecedents import Antecedents
from extractnews.extractors.officials.gaps import Gaps
from extractnews.extractors.officials.records import Run
from extractnews.extractors.officials.words import (
    CLOSED,
    DEFINITE_ADJECTIVE,
    DEPARTED,
    DESCRIBED,
    NOUN_OR_VERB,
    is_sovereign,
)
from extractnews.names.lexicon import LINEAGE
from extractnews.titles.context import TitleContext
from extractnews.titles.grammar import TitleGrammar
from extractnews.titles.heads import TitlePhrase
from extractnews.titles.honorifics import Honorific, HonorificForm
from extractnews.words import CLITIC, FAMILY, GIVEN, KNOWN, LATIN, NAME_PART, NOUN, PREPOSED, VERB

_NAMED: Final = KNOWN | NAME_PART
_PLAIN_GIVEN: Final = GIVEN | NOUN_OR_VERB | CLITIC
_BRIDGING: Final = LATIN | PREPOSED
# Roles with a pronoun of somebody other than the holder of the title before them.
_COMPANIONS: Final = frozenset(("نظير", "مساعد", "نائب", "مستشار", "سكرتير"))
# After the head of a second title of one person: مدير كذا الرئيس التنفيذي لكذا فلان.
_CORPORATE: Final = frozenset(("التنفيذي", "الفخري", "العام", "المنتدب"))
_OF_STAFF: Final = ("ا", ".", "ح")  # اللواء أ.ح فلان
_SETTING_OFF: Final = frozenset((",", '"'))
_MARKS: Final = frozenset("-•▪◆*")  # of a list's entries
_CLOSING: Final = frozenset(("\n", ".", ",", ";", "("))
_BEFORE_COLON: Final = frozenset(("person", "rank"))
_BEFORE_SLASH: Final = frozenset(("person", "rank", "abbreviation"))
_GIVEN_NAMES: Final = frozenset(("رائد", "عماد", "مساعد", "مشير"))  # that are ranks too
_COPULAS: Final = frozenset(("هو", "هي"))
_LONGEST_RUN: Final = 24


class RunReader:
    """Reads runs (`معالي وزير الصحة الدكتور`).

    Args:
        context: the article.
        ranks: the ranks without article, by the index of their first token.
        titles: reads the titles.
        gaps: knows what stands between titles and names.
        antecedents: knows the names before titles.
    """

    def __init__(
        self,
        context: TitleContext,
        ranks: Mapping[int, Honorific],
        titles: TitleGrammar,
        gaps: Gaps,
        antecedents: Antecedents,
    ) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._ranks, self._titles, self._gaps, self._antecedents = ranks, titles, gaps, antecedents

    def read(self, index: int) -> Run:
        """The run that begins with the title or honorific at `index`; an empty one where it is neither after all."""
        run = Run(index)
        for _ in range(_LONGEST_RUN):
            position = run.end
            if position >= self._size:
                break
            if run.last and self._forms[position] in _SETTING_OFF:
                position = self._after_mark(position, run)
            begins = position in self._heads or position in self._honorifics
            if begins and self._take(position, run, first=position == index):
                continue
            end = self._after_between(position, run, index) if position == run.end and run.last else 0
            if not end:
                break
            run.end = end
        return run

    def _after_mark(self, position: int, run: Run) -> int:
        """Index after a comma or quotation mark that stands in a run, the text's end behind one that ends the run."""
        if self._forms[position] == ",":
            return position + 1 if self._continues(position + 1, run) else self._size
        return position + (position + 1 in self._honorifics)

    def _take(self, position: int, run: Run, *, first: bool) -> bool:
        """Whether the run goes on with the title or honorific here; a title that goes further comes first."""
        if position not in self._honorifics:
            return self._take_title(position, run, first=first)
        if position not in self._heads:
            return self.take_honorific(position, run, first=first)
        if self._is_longer_title(position) and self._take_title(position, run, first=first):
            return True
        return self.take_honorific(position, run, first=first) or self._take_title(position, run, first=first)

    def _is_longer_title(self, position: int) -> bool:
        """Whether a title with its complement begins here that is longer than the honorific (`شيخ الأزهر`)."""
        title = self._titles.parse(position, before_name=True)
        return title is not None and title.complemented and title.last > self._honorifics[position].last

    def _after_between(self, position: int, run: Run, index: int) -> int:
        """Index after words between a run's titles or honorifics and what goes on with them, 0 where none stand."""
        form = self._forms[position]
        if form in self._words.occupations:
            return self._gaps.after_occupation(position)
        if run.last != "title":
            return self._after_description(position, run)
        if position in self._ranks and not (self._classes[position] & GIVEN and form in _GIVEN_NAMES):
            return self._after_rank(position, run)
        bridge = form in self._words.bridging or form in _COPULAS or self._classes[position] & _BRIDGING
        if bridge or self._titles.may_be_attached(position):
            return self._after_gap(position, run, index)
        return 0

    def _after_description(self, position: int, run: Run) -> int:
        """Index after an adjective between honorific and name (`العقيد المنشق سالم العلي`), 0 where none stands."""
        following = position + 1
        described = self._is_adjective(position)
        if run.last == "rank" and self._tokens.peek(position + described) == "في":
            return self._titles.to_holder(position + described)  # العقيد في القوات الجوية فلان
        if run.last == "rank" and self._tokens.peek(following) == "," and described:
            name = self._names.after(following + 1)  # العقيد الليبي، فلان،
            sure = name is not None and (name.known > 1 or (name.words == 2 and self._tokens.peek(name.last) == ","))
            return following + 1 if name is not None and sure and self._gaps.ends_apposition(name) else 0
        if self._gaps.is_nationality(position) and self._has_lineage(following):
            return following  # العلامة الجزائري محمد بن سالم
        if run.last not in ("person", "rank"):
            return 0
        if described and self._is_adjective(following):
            end = following + 1
            return end if self._is_given_and_family(end) else 0  # العقيد الليبي الراحل سالم العلي
        if self._classes[position] & DESCRIBED != DEFINITE_ADJECTIVE:
            return following if self._gaps.is_nationality(position) and self._is_given_and_family(following) else 0
        if following in self._honorifics:
            return 0 if self._honorifics[following].hit.proclitic else following
        name = self._names.after(following)
        return following if name is not None and name.last - name.first > 1 and name.known else 0

    def _is_adjective(self, position: int) -> bool:
        """Whether a definite adjective that is nobody's name or a nationality stands here."""
        if position >= self._size:
            return False
        return self._classes[position] & DESCRIBED == DEFINITE_ADJECTIVE or self._gaps.is_nationality(position)

    def _has_lineage(self, position: int) -> bool:
        """Whether one or two given names and `بن` stand here."""
        if position + 1 >= self._size or not self._classes[position] & GIVEN:
            return False
        return self._tokens.peek(position + 1 + bool(self._classes[position + 1] & GIVEN)) in LINEAGE

    def _is_given_and_family(self, position: int) -> bool:
        """Whether a name of two words stands here that a given name begins (`الأمير الجزائري عبد القادر بن فلان`)."""
        name = self._names.after(position)
        if name is None or self._names.context.is_compound(position):
            return False
        if self._forms[position] == "عبد":
            return True
        if name.words < 2 or not self._classes[position] & GIVEN:
            return False
        family = self._classes[position + 1] & (FAMILY | NOUN_OR_VERB | CLITIC) == FAMILY
        return family or name.known == name.words or not self._classes[position] & NOUN_OR_VERB

    def _after_rank(self, position: int, run: Run) -> int:
        """Index after a rank without article between title and name (`المتحدث باسم كذا عقيد فلان`), else 0."""
        hit, end = self._ranks[position]
        while end < self._size and self._forms[end] in hit.value.modifiers:
            end += 1
        name = self._names.after(end)
        if name is None or name.words < 2 or not (name.known > 1 or self._is_plain_given(end)):
            return 0
        run.honorifics.append((hit.start, self._tokens.ends[end - 1], ""))
        run.last = "rank"
        return end

    def _is_plain_given(self, position: int) -> bool:
        """Whether a given name stands here that is no other word."""
        return self._classes[position] & _PLAIN_GIVEN == GIVEN

    def _after_gap(self, position: int, run: Run, index: int) -> int:
        """Index of the name or honorific after words that belong to neither title nor name, 0 where none stands.

        Such are an acronym in brackets (`الاتحاد الدولي (فيفا) فلان`), `آنذاك`, and what sets a name off: a colon, a
        slash, `وهو`.
        """
        title, form = run.titles[-1], self._forms[position]
        if form in _COPULAS:
            stated = title.complemented and (position + 1 in self._honorifics or self._is_named(position + 1))
            return position + 1 if stated and not self._antecedents.follows_name(index) else 0
        apart = form == "/" or (form in self._words.between and title.definite)
        if not (title.complemented or apart) or title.form.state == "predicate":
            return 0
        end = self._gap_end(position)
        if end < 0:
            end = self._titles.attached(position, title)
            if end:
                run.titles[-1] = replace(title, last=end)
            return end
        # فلان مدير التعليم ومدير الصحة – فلان
        own = form == "-" and index in self._heads and self._heads[index].hit.proclitic == "و"
        if end in (0, position) or (not own and self._antecedents.follows_name(index)):
            return 0
        if end in self._honorifics:
            hit, first = self._honorifics[end]
            entry = form != ":" or (self._heads_line(index) and self._closes_line(first))
            return end if entry and not hit.proclitic else 0
        if form == "(" and self._tokens.peek(end) == ",":
            return end  # الاتحاد الدولي (فيفا)، فلان،
        end += form == "(" and end < self._size and self._gaps.is_nationality(end)
        name = self._names.after(end)
        foreign = name is not None and form in "(-" and self._gaps.is_foreign(name)
        if name is None or name.words < 2 or not (name.known or foreign):
            return 0
        ordinary = self._classes[end] & NOUN_OR_VERB and not self._classes[end] & GIVEN
        plain = (self._is_plain_given(end) or (form == "-" and (foreign or name.known > 1))) and form != ":"
        if name.known < name.words and (ordinary or (form in ":/-" and not plain)):
            return 0
        return end if form not in ":-" or self._gaps.ends_apposition(name) else 0

    def _is_named(self, position: int) -> bool:
        """Whether two words that the lexicon knows as names stand here (`قائد الحركة هو سالم العلي`)."""
        name = self._names.after(position)
        syllable = self._tokens.peek(position) in self._names.context.words.syllables  # هو سي كونغ
        return name is not None and name.known > 1 and not syllable

    def _heads_line(self, index: int) -> bool:
        """Whether a line begins here, or an entry of a list behind its mark (`- رئيسة المجلس: السيدة فلانة`)."""
        mark = index and self._forms[index - 1] in _MARKS
        return index <= mark or self._forms[index - 1 - mark] == "\n"

    def _closes_line(self, position: int) -> bool:
        """Whether a name stands here with which its line, its clause or what goes before a bracket ends."""
        name = self._names.after(position)
        return name is not None and (name.last >= self._size or self._forms[name.last] in _CLOSING)

    def _gap_end(self, position: int) -> int:
        """Index after the words between title and name that begin here, -1 where they may be the title's own."""
        form = self._forms[position]
        between = position + (form == ",")
        step = self._context.between_at(between) if between < self._size else 0
        if step:
            end = between + step
            end += self._tokens.peek(end) in self._words.former
            return end + (self._tokens.peek(end) == ",")
        if form == "(":
            return self._gaps.after_gloss(position)
        if form in (":", "/", "-"):
            return position + 1
        return self._gaps.after_acronym(position) if self._classes[position] & LATIN else -1

    def _continues(self, position: int, run: Run) -> bool:
        """Whether after a comma the run goes on: titles after titles, honorifics after both."""
        head = self._heads.get(position)
        if position in self._honorifics:
            # الناطق باسم القوات، والمستشار بمكتب الوزير فلان
            longer = head is not None and self._forms[position - 2] != ")" and self._is_longer_title(position)
            if not longer:
                return not self._honorifics[position].hit.proclitic
        king = run.last == "style" and head is not None and head.hit.value.role == "ملك"  # خادم الحرمين الشريفين، الملك
        return head is not None and (run.last == "title" or king)

    def take_honorific(self, position: int, run: Run, *, first: bool) -> bool:
        """Whether the run goes on with the honorific at `position`, which is then added (`اللواء الركن`، `د.`).

        Args:
            position: index of the honorific's first token.
            run: the run.
            first: whether the run begins with it, so that it may have a proclitic.
        """
        hit, end = self._honorifics[position]
        value: HonorificForm = hit.value
        if hit.proclitic and not first:
            return False
        if run.is_kings_before(self._forms[position]) or self._is_of_another(position, end):
            return False
        following = self._tokens.peek(end)
        if value.ordinary and position and value.is_ordinary(following) and self._describes(position - 1):
            return False  # مدرب الفريق, الفنان التشكيلي الرائد
        if value.kind == "abbreviation":
            end += self._tokens.peek(end) in ("/", ".") and self._tokens.ends[end - 1] == self._tokens.starts[end]
        while end < self._size and self._forms[end] in value.modifiers:
            end += 1
        if value.kind == "rank" and tuple(self._forms[end : end + 3]) == _OF_STAFF:
            end += 3 + (self._tokens.peek(end + 3) == ".")
        following = self._tokens.peek(end)
        if following == "(" and self._tokens.peek(end + 1) in value.modifiers and self._tokens.peek(end + 2) == ")":
            end += 3
            following = self._tokens.peek(end)
        if following in ("ولد", "بنت") and not self._is_born_of(position, end):
            return False
        run.honorifics.append((hit.start, self._tokens.ends[end - 1], hit.article))
        apart = following == "/" and value.kind in _BEFORE_SLASH and self._names.after(end + 1) is not None
        apart = apart or (following == ":" and value.kind in _BEFORE_COLON and self._is_entry(position, end + 1))
        run.end, run.last = end + apart, "weak" if value.ordinary else value.kind
        return True

    def _is_entry(self, position: int, name_at: int) -> bool:
        """Whether a full name stands behind the honorific and a colon (`من بينهم الأستاذ: فلان`), and no speech."""
        if position and self._forms[position - 1] in self._names.context.words.saying:
            return False
        if name_at >= self._size or not self._classes[name_at] & GIVEN:
            return False
        name = self._names.after(name_at)
        listed = self._heads_line(position) and name is not None and name.known > 0
        return name is not None and name.words > 1 and (listed or name.known == name.words)

    def _is_of_another(self, position: int, end: int) -> bool:
        """Whether the honorific is somebody's whom the next honorific's bearer is related to or whom he meets.

        `والد الشهيد الشيخ فلان`, `في استقبال خادم الحرمين الشريفين صاحب السمو فلان`. Of a father who speaks (`قال والد
        الشهيد فلان`) the name may be his own.
        """
        next_one = self._honorifics.get(end)
        titled = next_one is not None and not next_one.hit.proclitic
        if self._forms[position] == "خادم":
            return titled
        if position < 2 or self._forms[position] not in DEPARTED:
            return False
        spoken = self._classes[position - 2] & (VERB | NAME_PART) == VERB  # ابن عم الشهيد فلان
        return self._forms[position - 1] in self._words.kin and (titled or spoken)

    def _is_born_of(self, position: int, end: int) -> bool:
        """Whether `ولد` after an honorific begins a name (`الجنرال ولد عبد العزيز`), and is no verb."""
        after_name = position > 0 and bool(self._classes[position - 1] & KNOWN)
        if after_name or not self._forms[position].startswith("ال"):
            return False  # محمد السيد ولد أحمد، مولاي ولد أحمد
        return end + 1 < self._size and bool(self._classes[end + 1] & _NAMED)

    def _is_given_name(self, position: int, hit: Hit) -> bool:
        """`الملازم أمين حداد`: after an honorific, a head that is a given name before another name."""
        if hit.article or not self._classes[position] & GIVEN:
            return False
        return position + 1 < self._size and bool(self._classes[position + 1] & KNOWN)

    def _describes(self, position: int) -> bool:
        """Whether the token takes an ordinary noun as its complement, or is an occupation's adjective."""
        if self._is_open_noun(position):
            return True
        return position > 0 and self._gaps.after_occupation(position - 1) == position + 1

    def _is_open_noun(self, position: int) -> bool:
        """Whether the token is an indefinite noun, which what follows completes."""
        classes = self._classes[position]
        if position in self._heads:
            return not self._heads[position].hit.article
        return bool(classes & NOUN) and not classes & CLOSED

    def _take_title(self, position: int, run: Run, *, first: bool) -> bool:
        """Whether the run goes on with the title at `position`, which is then added."""
        head = self._heads[position]
        if not first:
            proclitic = head.hit.proclitic
            if proclitic and (proclitic != "و" or run.last != "title" or not run.titles[-1].complete):
                return False
            if run.last != "title" and self._is_given_name(position, head.hit):
                return False
        corporate = self._tokens.peek(head.last) in _CORPORATE
        if run.last == "title" and position == run.end and is_sovereign(head) and not corporate:
            # The head of a party and of its state, in East Asia: الأمين العام والرئيس تو دات.
            general = self._forms[run.end - 1] == "العام" and self._forms[run.end - 2].endswith("الامين")
            named = self._tokens.peek(head.last) in self._names.context.words.syllables
            if not (general and named and head.hit.proclitic == "و"):
                return False
        title = self._titles.parse(position, before_name=True)
        if title is None or title.form.number != "singular":
            return False
        if run.last == "title" and title.form.role in _COMPANIONS and self._is_possessed(title):
            return False  # وزير الخارجية الروسي ونظيره السعودي فلان
        if not title.complete and not (run.last == "style" and title.definite):
            return False  # معالي الأمين فلان
        if title.inner and self._tokens.peek(title.last) != ",":
            return False  # متحدث باسم الوزير فلان: the name is the minister's
        run.titles.append(title)
        run.end, run.last = title.last, "title"
        return True

    def _is_possessed(self, title: TitlePhrase) -> bool:
        """Whether a title has a pronoun, which may look like the feminine's ending (`نائبه` beside `نائبة`)."""
        return title.form.state == "possessed" or self._tokens.original(title.first - 1).endswith("ه")
