"""Officials: named people with an office, a rank or an honorific.

From each title or honorific the rules read on: further titles and honorifics, then the name, then the titles
after it; where no name follows a title, the name is looked for before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar, Final

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.extractors.officials.antecedents import Antecedents
from extractnews.extractors.officials.gaps import Gaps
from extractnews.extractors.officials.holders import Holders
from extractnews.extractors.officials.lists import ListReader
from extractnews.extractors.officials.records import OfficialRecords, Run
from extractnews.extractors.officials.runs import RunReader
from extractnews.extractors.officials.surnames import Surnames
from extractnews.extractors.officials.titles import LaterTitles
from extractnews.extractors.officials.words import CLOSED, EPONYMS, NATIONAL, NEAR, SEPARATORS, is_sovereign
from extractnews.lexicon import Resources
from extractnews.names.context import NameContext
from extractnews.names.grammar import Name, NameGrammar
from extractnews.names.lexicon import LINEAGE, NameWords
from extractnews.scanner import Cue
from extractnews.titles.context import TitleContext
from extractnews.titles.grammar import TitleGrammar
from extractnews.titles.heads import TitlePhrase, find_heads
from extractnews.titles.honorifics import Honorific, find_honorifics, honorific_cues
from extractnews.titles.lexicon import TitleWords, title_cues
from extractnews.tokens import Tokens
from extractnews.words import CLITIC, DEFINITE, FAMILY, GIVEN, KNOWN, NOUN, PLACE, PREPOSED, PREPOSITION, VERB

# Where one serves another in his office, and as what.
_STAFFS: Final = frozenset(("مكتب", "ديوان", "مساعدي", "مستشاري", "معاوني"))
_SERVANTS: Final = frozenset(("مستشار", "متحدث", "ناطق", "سكرتير"))
_SUCCEEDING: Final = frozenset(("يخلف", "سيخلف", "ليخلف", "تخلف", "ستخلف", "لتخلف"))
_DEPUTIES: Final = frozenset(("نائب", "مساعد", "مبعوث", "ممثل", "مندوب"))
# Schools and hospitals are called after them, wherever they stand in the name: المعهد العالي للفنون الشهيد فلان.
_NAMESAKES: Final = frozenset(("الشهيد", "المجاهد", "الحاج", "الحاجه", "الدكتور", "د"))
_IN_NAMES: Final = frozenset(("الحاج", "الشيخ", "السيد"))  # honorifics that names have too
_CLAUSE_OPENERS: Final = frozenset((".", "\n", ",", ":", "وقد", "قد"))
# Their holders are named beside those of other countries: الرئيس الأمريكي فلان والفرنسي فلان.
_OF_STATE: Final = frozenset(("رئيس", "وزير", "ملك", "عاهل", "سفير", "قاضي", "مستشار", "مبعوث", "زعيم"))
_RULED: Final = frozenset(("اداره", "حكومه", "نظام", "حمله"))  # called after a ruler
_LONGEST_RULER: Final = 4  # in tokens
_POPE: Final = "بابا"
_RULERS: Final = frozenset(("رئيس", "ملك", "سلطان", "إمبراطور"))
# Honorifics that no woman has, as she may have a rank.
_OF_MEN: Final = frozenset((
    "الدكتور", "السيد", "الاستاذ", "المهندس", "الشيخ", "الامير", "الحاج", "الرفيق", "دكتور",
))  # fmt: skip
_NAMING: Final = frozenset((",", "-", "ويدعي", "يدعي", "اسمه", "واسمه", "يسمي", "ويسمي", "وهو", "هو", "تدعي"))


class OfficialExtractor:
    """Finds named officials with their titles and honorifics."""

    record_type: ClassVar[str] = "officials"
    reads: ClassVar[frozenset[str]] = frozenset(("documents", "organisations"))
    linked_to: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, resources: Resources) -> None:
        data = resources.toml("titles.toml")
        self._cues = [*title_cues(data), *honorific_cues(data)]
        self._words = TitleWords(data["words"], (row["word"] for row in resources.table("words/places.tsv")))
        self._name_words = NameWords(resources.toml("names.toml"))

    def cues(self) -> Iterable[Cue]:
        """Title heads and honorifics."""
        return self._cues

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The officials of one article."""
        titles, honorific_hits = article.hits("official.title"), article.hits("official.honorific")
        if not titles and not honorific_hits:
            return []
        tokens = Tokens(article)
        honorifics, ranks = find_honorifics(tokens, honorific_hits)
        heads = find_heads(tokens, titles, self._words)
        barriers = heads.keys() | honorifics.keys()
        names = NameGrammar(NameContext(tokens, self._name_words, barriers, honorifics.keys()))
        return _Reader(TitleContext(tokens, found, heads, honorifics, names, self._words), ranks).read()


class _Reader:
    """The reading of one article."""

    def __init__(self, context: TitleContext, ranks: Mapping[int, Honorific]) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._titles = TitleGrammar(context)
        self._records = OfficialRecords(context)
        self._gaps, surnames = Gaps(context), Surnames(context.tokens)
        self._antecedents = Antecedents(context, self._records, self._gaps, surnames)
        self._runs = RunReader(context, ranks, self._titles, self._gaps, self._antecedents)
        self._holders = Holders(context, self._records, self._gaps, self._antecedents, surnames)
        self._later = LaterTitles(context, self._titles, self._gaps, self._antecedents, self._runs, self._holders)
        self._lists = ListReader(context, self._titles, self._records, self._runs, self._holders, self._later)
        self._unheld = 0  # index after the last title that nobody holds

    def read(self) -> list[Draft]:
        """The article's officials."""
        for index in sorted(self._heads.keys() | self._honorifics.keys()):
            self._lists.resume(index)
            # A title inside one that nobody holds has no holder either.
            if index >= self._records.done and (index >= self._unheld or index in self._honorifics):
                self._read_at(index)
        self._lists.resume(self._size)
        self._titles.close()
        return self._records.drafts

    def _read_at(self, index: int) -> None:
        """Read on from the title or honorific at `index`: a list, a name behind it or a name before it."""
        if index and self._forms[index - 1] in LINEAGE and not self._is_child_of(index):
            return
        if self._is_inside_name(index):
            return
        noun = index - 2 if self._tokens.peek(index - 1) == '"' else index - 1
        named_after = noun >= 0 and self._forms[noun] in self._words.named_after and not self._is_standing(noun)
        if named_after and self._may_name_a_body(index):
            self._skip_named_body(index)
            return
        of_body = self._forms[index] in _NAMESAKES and self._context.is_in_body(index)
        if of_body or self._is_coordinated_eponym(index):
            self._skip_named_body(index)
            return
        if self._is_plural(index):
            heading = self._lists.read(index) or (index in self._heads and self._lists.read_behind(index))
            if heading or index not in self._honorifics:
                return
        if self._is_dual_construct(index) and (self._lists.read(index) or self._lists.read_behind(index)):
            return
        if self._forms[index - 1] == "برتبه" and self._read_rank(index):
            return
        if index in self._heads and (self._lists.read_roll(index) or self._lists.read_under_office(index)):
            return
        run = self._runs.read(index)
        name = self._holders.after(run, index) if run.titles or run.honorifics else None
        if name is not None:
            if self._read_nested(run, name, index):
                return
            # قال سالي كاهل، رئيسة سياسة سلامة الأطفال
            weak = name.words == 1 or name.known < name.words
            if weak and self._antecedents.is_said_by(index) and self._read_backwards(index):
                return
            if self._read_subject(run, index):
                return
            # Of titles after a name and before another the first belong to the first.
            if not (self._is_between_names(run, index) and self._read_backwards(index)):
                self._complete(run, name, index)
            return
        if index in self._heads and self._later.is_title(index) and not self._read_backwards(index) and run.titles:
            self._unheld = run.titles[0].last

    def _read_nested(self, run: Run, name: Name, index: int) -> bool:
        """`فلان مستشار الرئيس فلان`: between two names the outer title is the first's, the ruler's the second's."""
        if len(run.titles) != 1 or run.honorifics or not index:
            return False
        outer = run.titles[0]
        ruler = self._ruler(outer)
        first = ruler or self._served_office(outer)
        deputed = 0 if first else self._deputed_office(outer)
        first = first or deputed
        if not first:
            return False
        title = self._titles.parse(first, before_name=True)
        if title is None or title.last != outer.last:
            return False
        holder = self._served_by(index)
        if deputed and (holder is None or self._forms[holder.first - 1] in self._words.meeting_verbs):
            return False
        if holder is not None:
            self._records.add(holder, [outer], None, "after_name")
        elif self._records.drafts and self._records.done == index and not self._heads[index].hit.proclitic:
            self._records.share(outer, 1)  # اللواء فلان المستشار العسكري للرئيس فلان
        elif not ruler:
            return False
        self._records.add(name, [title], None, "before_name")
        self._records.done = name.last
        return True

    def _read_subject(self, run: Run, index: int) -> bool:
        """`أشرك فلان مدرب النصر سامي روني`: whether the title is that of the verb's subject, which is then recorded.

        What stands behind it, though it looks like a name, is the object (`قدم فلان مدير النادي هدية`).
        """
        title = run.titles[0] if len(run.titles) == 1 and not run.honorifics else None
        if title is None or title.index != index or title.definite or not title.complemented:
            return False
        if self._heads[index].hit.proclitic:
            return False
        name = self._names.before(index, self._records.done)
        if name is None or name.words < 2 or name.known < name.words or not name.first:
            return False
        verb = name.first - 1
        verb -= verb > 0 and self._classes[verb] & NATIONAL == NATIONAL  # أشرك الهولندي فلان
        if self._classes[verb] & (VERB | KNOWN | DEFINITE) != VERB:
            return False
        form = self._forms[verb].removeprefix("و").removeprefix("س")
        if form in self._words.meeting_verbs:
            return False
        self._records.add(name, [title], None, "after_name")
        self._records.done = title.last
        return True

    def _ruler(self, outer: TitlePhrase) -> int:
        """Index of a ruler's title with which another's ends (`وزيرة الخارجية في إدارة الرئيس الأمريكي`), else 0."""
        for index in range(outer.last - 1, max(outer.first, outer.last - _LONGEST_RULER), -1):
            head = self._heads.get(index)
            if head is not None:
                return index if is_sovereign(head) and self._forms[index - 1] in _RULED else 0
        return 0

    def _served_by(self, index: int) -> Name | None:
        """The name before the title at `index`, behind a comma only where a verb of saying shows who it is."""
        before = self._gaps.before_separator(index)
        said = self._names.subject(before, self._records.done)
        if said is not None:
            return said
        aside = self._forms[index - 1] in ("وهو", "وهي")  # فلانة، وهي الناطقة باسم الوزيرة فلانة
        holder = self._names.before(before if aside else index, self._records.done)
        return holder if holder is not None and holder.words > 1 and (aside or holder.known > 1) else None

    def _served_office(self, outer: TitlePhrase) -> int:
        """Index of the head of the office that a title's holder serves (`مدير مكتب زعيم الحزب`), 0 where none is."""
        staff = self._forms[outer.first] in _STAFFS or outer.form.role in _SERVANTS
        first = outer.first + (self._forms[outer.first] == "باسم" or self._forms[outer.first] in _STAFFS)
        if first == outer.first and first + 1 in self._heads and self._classes[first] & DEFINITE:
            first += 1  # المستشار العسكري للرئيس
        if first == outer.first and self._tokens.peek(first + 1) == "باسم":
            first += 2  # الناطقة الصحافية باسم الوزيرة
        inner = self._heads.get(first)
        if inner is None or inner.hit.value.number != "singular" or inner.hit.proclitic not in ("", "ل"):
            return 0
        return first if staff or is_sovereign(inner) else 0

    def _deputed_office(self, outer: TitlePhrase) -> int:
        """Index of the head of the office whose holder somebody is the deputy of (`نائب رئيس كذا`), else 0."""
        apart = outer.form.role in _DEPUTIES and not self._heads[outer.index].hit.proclitic
        inner = self._heads.get(outer.first) if apart else None
        single = inner is not None and inner.hit.value.number == "singular" and inner.hit.proclitic in ("", "ل")
        return outer.first if single else 0

    def _is_inside_name(self, index: int) -> bool:
        """Whether an honorific is a part of a name that no title has (`عبد الرحمن الحاج صالح`)."""
        if index <= self._records.done or self._forms[index] not in _IN_NAMES or index in self._heads:
            return False
        given = self._classes[index - 1] & CLOSED == GIVEN
        if not given and (index < 2 or self._forms[index - 2] != "عبد"):
            return False
        return index - 1 not in self._heads and index - 1 not in self._honorifics

    def _is_child_of(self, index: int) -> bool:
        """Whether `ابن` before the honorific is the noun (`قال ابن الشيخ فلان`) and no part of a name.

        So is `ولد` the verb at a clause's beginning: `ولد الرفيق فلان في`.
        """
        if self._forms[index - 1] == "ولد" and index in self._honorifics and self._forms[index] not in _IN_NAMES:
            return index == 1 or self._forms[index - 2] in _CLAUSE_OPENERS
        if self._forms[index - 1] != "ابن" or index not in self._honorifics:
            return False
        return index == 1 or not self._classes[index - 2] & (KNOWN | DEFINITE)

    def _is_between_names(self, run: Run, index: int) -> bool:
        """Whether the run's first title may be another's, as a comma or `و` says (`فلان مدير كذا، اللواء فلان`)."""
        if not index or not run.titles:
            return False
        if self._forms[index - 1] in SEPARATORS:
            return len(run.titles) > 1
        first = run.titles[0]
        joined = len(run.titles) > 1 and self._heads[run.titles[1].index].hit.proclitic == "و"
        apart = joined or (self._tokens.peek(first.last) == "," and first.last < run.end)
        return apart and self._antecedents.follows_name(index)

    def _read_rank(self, index: int) -> bool:
        """`برتبة مقدم، يُدعى فلان`: the name stands a few words after its rank."""
        run = self._runs.read(index)
        position = run.end
        while position < min(self._size, run.end + 3) and self._forms[position] in _NAMING:
            position += 1
        name = self._names.after(position)
        if not run.honorifics or name is None or not name.known:
            return False
        self._records.add(name, [], self._records.honorific_text(run), "rank")
        self._records.done = name.last
        return True

    def _is_plural(self, index: int) -> bool:
        """Whether the title or honorific is one of several people."""
        head = self._heads.get(index)
        if head is not None:
            return bool(head.hit.value.number != "singular")
        return bool(self._honorifics[index].hit.value.kind == "plural")

    def _is_dual_construct(self, index: int) -> bool:
        """Whether a form like `رئيسا` is the dual before its complement (`نائبا رئيس اللجنة: فلان وفلان`)."""
        head = self._heads.get(index)
        if head is None or head.hit.value.state != "predicate" or head.last >= self._size:
            return False
        definite = self._classes[head.last] & (DEFINITE | CLITIC) == DEFINITE
        if not definite and head.last + 1 < self._size and self._forms[head.last] in self._words.fields:
            definite = self._classes[head.last + 1] & (DEFINITE | CLITIC) == DEFINITE  # عضوا مجلس الشورى
        if not definite and ":" not in self._forms[head.last : head.last + NEAR]:
            return False
        return "\u064b" not in self._tokens.written(head.hit.start, head.hit.end)

    def _may_name_a_body(self, index: int) -> bool:
        """Whether bodies are called after people with this honorific or title (`جامعة الملك سعود`)."""
        head = self._heads.get(index)
        if head is None:
            return True
        return head.hit.value.role in EPONYMS and bool(head.hit.article or self._forms[head.last - 1][:2] == "ال")

    def _is_standing(self, position: int) -> bool:
        """Whether `وقف` is the verb (`وقف الأمير فلان عند كذا`) and no endowment that a noun or preposition brings."""
        if self._forms[position] != "وقف":
            return False
        return position == 0 or not self._classes[position - 1] & (NOUN | PREPOSITION)

    def _is_coordinated_eponym(self, index: int) -> bool:
        """`جامعتي أم القرى والملك عبدالعزيز`: the second of two bodies that one noun in the dual names."""
        head = self._heads.get(index)
        if head is None or head.hit.proclitic != "و" or not self._may_name_a_body(index):
            return False
        return not self._words.dually_named.isdisjoint(self._forms[max(0, index - NEAR) : index])

    def _skip_named_body(self, index: int) -> None:
        """Leave the name out after which a body is called (`جامعة الملك سعود`)."""
        run = self._runs.read(index)
        name = self._names.after(run.end)
        if name is not None and name.known:
            self._records.done = name.last

    def _read_backwards(self, index: int) -> bool:
        """Whether the title at `index` stands after its holder's name, which is then recorded."""
        if index == 0 or index not in self._heads:
            return False
        joined = index > 1 and self._gaps.is_joined_occupation(index - 1)
        if not joined and self._heads[index].hit.proclitic not in ("", "ك"):
            return False
        if self._forms[index - 1] == "\n":
            return self._read_signature(index)
        before = self._gaps.before_separator(index - joined)
        name = self._names.before(before, self._records.done)
        said = self._names.subject(before, self._records.done) if name is None or name.words == 1 else None
        name = said or name
        head = self._heads[index].hit
        predicate = head.value.state == "predicate" and not head.proclitic and not self._is_dual_construct(index)
        predicate = predicate and head.value.role != "متحدث"  # أصبح فلان رئيسا beside تابع فلان متحدثا عن
        predicate = predicate or head.proclitic == "ك"
        surname = bool(head.value.surname)
        if name is not None and name.first and self._forms[name.first - 1] in _SUCCEEDING:
            name = self._names.before(name.first - 1, self._records.done)  # فلان يخلف فلانا رئيسا
        apart = before < index or predicate or said is not None
        if name is None or not self._antecedents.is_holders(name, apart, surname):
            return False
        if not self._classes[name.first] & GIVEN and self._context.is_in_body(name.first):
            return False  # المجلس العسكري الانتقالي الحاكم
        if name.words == 1 and self._classes[name.first] & (PLACE | FAMILY) == PLACE:
            return False  # تشاد (النائب الثاني للرئيس)
        if name.words > 1 and self._context.place_at(name.first) >= name.last - name.first:
            return False  # اجتمعت في أديس أبابا، بصفتها قاضية
        titles, end = self._later.after(before)
        appointed = self._is_appointed(name.first) and bool(titles) and titles[0].complemented
        if predicate and name.words == 1 and before == index and not appointed:
            return False  # كان فلان رئيسا
        if titles:
            self._records.add(name, titles, None, "after_name")
            self._records.done = end
        return bool(titles)

    def _is_appointed(self, position: int) -> bool:
        """Whether a word of appointing brings the name, over its subject or `مع` (`التعاقد مع فلان مدربا`)."""
        if not position:
            return False
        between = self._forms[position - 1] == "مع" or self._classes[position] & PREPOSED
        first = max(0, position - 1 - bool(between))
        return not self._words.appointing.isdisjoint(self._forms[first:position])

    def _read_signature(self, index: int) -> bool:
        """A letter's end: the name is one line, its title the next."""
        name = self._names.before(index - 1, self._records.done)
        if name is None or name.known < 2 or (name.first and self._forms[name.first - 1] != "\n"):
            return False
        titles, end = self._line_below(index - 1)
        if titles:
            self._records.add(name, titles, None, "after_name")
            self._records.done = end
        return bool(titles)

    def _line_below(self, position: int) -> tuple[list[TitlePhrase], int]:
        """The title that fills the line below a name that ends at `position`, and the index after it."""
        head = self._heads.get(position + 1)
        if head is None or head.hit.proclitic or self._forms[position] != "\n":
            return [], position
        title = self._titles.parse(position + 1, before_name=False)
        if title is None or not (title.complemented and title.form.number == "singular"):
            return [], position
        whole = title.last >= self._size or self._forms[title.last] == "\n"
        return ([title], title.last) if whole else ([], position)

    def _complete(self, run: Run, name: Name, index: int) -> None:
        """Record the name behind a run with the run's titles and those after the name, so far as both are its own."""
        post, end = self._later.after(name.last)
        if not post and run.honorifics and not run.titles and (not index or self._forms[index - 1] == "\n"):
            post, end = self._line_below(name.last)
        predicate = bool(post) and self._later.is_predicate(post[0])  # عين الوزير فلان رئيسا
        roles = {title.form.role for title in (*run.titles[-1:], *post[:1])}
        same = bool(post) and bool(run.titles) and roles == {_POPE}  # البابا فلان بابا الإسكندرية
        if post and not (run.honorifics or predicate or same) and self._is_object(index, name):
            post, end = [], name.last
        elif post and run.honorifics and len(run.titles) == 1 and self._is_met(index, run):
            run.titles.clear()
        if self._is_subject(index, run) or (predicate and self._is_appointers(index, run)):
            del run.titles[0]
        if not post and name.words > 1 and self._meets(index, run):
            own = self._later.of_subject(name.last)
            if own is not None:
                post, end = [own], own.last
        if run.titles and run.honorifics and self._forms[name.first - 1] in _OF_MEN:
            self._leave_womens(run)
        if post and run.titles and self._is_next_ones(run, name.last, end):
            post, end = [], name.last
            self._records.listed = end
        self._records.add(name, [*run.titles, *post], self._records.honorific_text(run), "before_name")
        self._records.done = end
        if end == name.last and len(run.titles) == 1 and self._is_of_country(run.titles[0]):
            self._lists.read_compatriots(run.titles[0])

    def _leave_womens(self, run: Run) -> None:
        """Leave feminine titles out of a man's run: another's (`كرمت وزيرة الصحة السيد فلانا`), or a title's adjective.

        The adjective (`رئيس اللجنة المشرفة على البرنامج`) is the title's before it.
        """
        titles: list[TitlePhrase] = []
        for title in run.titles:
            feminine = self._tokens.original(title.index)[-1] == "ة" and title.form.role.split()[0][-1] != "ة"  # عمدة
            if not feminine:
                titles.append(title)
            elif titles and titles[-1].last == title.index and self._heads[title.index].hit.article == "ال":
                titles[-1] = replace(titles[-1], last=title.last)
        run.titles = titles

    def _is_of_country(self, title: TitlePhrase) -> bool:
        """Whether the title is an office of state with its nationality (`الرئيس الأمريكي`)."""
        return title.form.role in _OF_STATE and self._classes[title.last - 1] & NATIONAL == NATIONAL

    def _is_next_ones(self, run: Run, position: int, end: int) -> bool:
        """Whether titles between commas are those of the next holder.

        His honorific shows it (`الرئيس فلان، حاكم دبي، الشيخ فلان`), or the order of the first title and its holder
        (`رئيس الهيئة، فلان، مدير المكتب، فلان،`).
        """
        if self._forms[position] != "," or self._tokens.peek(end) != ",":
            return False
        following = self._honorifics.get(end + 1)
        if following is None and self._forms[run.titles[-1].last] != ",":
            return False
        if following is not None and following.hit.proclitic:
            return False
        name = self._names.after(end + 1 if following is None else following.last)
        if name is None or name.words < 2 or not self._gaps.ends_apposition(name):
            return False
        return name.known > 0 or self._gaps.is_foreign_apposition(name)

    def _is_object(self, index: int, name: Name) -> bool:
        """Whether the title after a name is another person's (`استقبل الرئيس عباس رئيس الحكومة`): a verb's object."""
        meets = index > 0 and self._forms[index - 1] in self._words.meeting_verbs
        return meets and name.words <= 2 and self._tokens.peek(name.last) not in SEPARATORS

    def _is_subject(self, index: int, run: Run) -> bool:
        """Whether the first of two offices is who thanks or meets the other's holder (`شكر المحافظ مدير كذا فلانا`)."""
        if len(run.titles) < 2 or not index or self._forms[index - 1] not in self._words.meeting_verbs:
            return False
        subject, met = run.titles[:2]
        bare = subject.definite and not subject.complemented
        return bare and met.index == subject.last and not met.definite

    def _is_appointers(self, index: int, run: Run) -> bool:
        """Whether a ruler's bare title is that of him who appoints (`عين الرئيس فلانا وزيرا`)."""
        if not index or len(run.titles) != 1 or self._forms[index - 1] not in self._words.appointing:
            return False
        head = self._heads[run.titles[0].index]
        return not run.titles[0].complemented and bool(head.hit.article) and head.hit.value.role in _RULERS

    def _is_met(self, index: int, run: Run) -> bool:
        """Whether an office is the subject, the person the object (`كلف رئيس الوزراء اللواء فلان، رئيس الجهاز`)."""
        meets = index > 0 and self._forms[index - 1] in self._words.meeting_verbs
        return meets and run.honorifics[0][0] > run.titles[0].start

    def _meets(self, index: int, run: Run) -> bool:
        """Whether somebody with an honorific alone is the subject of a verb that wants a person as its object."""
        meets = index > 0 and self._forms[index - 1] in self._words.meeting_verbs
        return meets and bool(run.honorifics) and not run.titles
