"""The holder's name behind titles and honorifics: where it begins, and whether it is the holder's at all."""

from __future__ import annotations

from typing import Final

from extractnews.extractors.officials.antecedents import Antecedents
from extractnews.extractors.officials.gaps import Gaps
from extractnews.extractors.officials.records import OfficialRecords, Run
from extractnews.extractors.officials.surnames import Surnames
from extractnews.extractors.officials.words import CONSTRUCT, DEFINITE_ADJECTIVE, DESCRIBED, EPONYMS, NATIONAL
from extractnews.names.grammar import Name
from extractnews.titles.context import TitleContext
from extractnews.titles.heads import TitlePhrase
from extractnews.titles.lexicon import ADJECTIVAL
from extractnews.words import CLITIC, CONJOINED, DEFINITE, GIVEN, KNOWN, NOUN, NUMBER, PLACE, PLURAL, PREPOSED, VERB

# Kinds of honorifics after which a name, even of one word, is the rule.
_OF_PERSONS: Final = frozenset(("person", "rank", "abbreviation"))
_KNOWN_WORD: Final = ~(DEFINITE | PLACE)
_HALVES: Final = frozenset(("الشمالي", "الجنوبي", "الشماليه", "الجنوبيه"))
_AFFAIRS: Final = frozenset(("اعمال", "مكتب", "اسره", "عائله"))
_DYNASTIC: Final = frozenset(("ملك", "سلطان", "إمبراطور"))
_NOUNS: Final = frozenset(("عين",))  # roles that are ordinary nouns, behind which only whole names stand
_MONONYMOUS: Final = frozenset((
    "الملك", "الملكه", "الامير", "الاميره", "السلطان", "الرئيس", "الشيخ", "الجنرال", "سيدنا", "مولاي", "البابا", "الاب",
))  # fmt: skip
_SHARIFIAN: Final = frozenset(("مولاي", "سيدي", "المولي"))
_TEAMS: Final = frozenset(("الفريق", "للفريق"))
_RETIRED: Final = frozenset(("المتقاعد", "المتقاعده", "السابق"))  # of a rank
_AFTER_LETTER: Final = frozenset(word[1:] for word in _MONONYMOUS if word[0] == "ا")  # للملك
_RULES: Final = frozenset(("حكومه", "اداره", "عهد", "وزاره"))  # called after whom they serve
_INFLECTING: Final = frozenset("ويتسن")  # a verb's prefix, or و before another name


class Holders:
    """Looks from a run of titles and honorifics forwards (`وزير الصحة الدكتور فلان`، `وزير الصحة، فلان،`).

    Args:
        context: the article.
        records: the records so far, whose names may be repeated.
        gaps: knows what stands between titles and names.
        antecedents: knows the names before titles, to which the titles may belong instead.
        surnames: knows the article's family names.
    """

    def __init__(
        self,
        context: TitleContext,
        records: OfficialRecords,
        gaps: Gaps,
        antecedents: Antecedents,
        surnames: Surnames,
    ) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._records, self._gaps, self._antecedents, self._surnames = records, gaps, antecedents, surnames

    def after(self, run: Run, index: int) -> Name | None:
        """The holder's name behind a run that begins at `index`, None where none stands."""
        position = run.end
        if position >= self._size or (run.last == "title" and self._is_of_another(position - 1)):
            return None
        if run.is_kings_before(self._forms[position]):
            return None
        if self._forms[position] == "(":
            name = self._name_in_brackets(position, index) if run.last == "title" else None
            if name is None or (run.titles[-1].complemented and name.known < name.words):
                return None  # رئيس معهد البحوث (ساوث ويست)
            return name if self.is_holders(name, run) else None
        if self._forms[position] == "\n":
            return self._name_on_next_line(run, index)
        quoted = self._forms[position] == '"'
        sovereign = self._is_sovereign(run)
        name = self._names.after(position + quoted, run=None if sovereign else index)
        if name is None and sovereign:
            name = self._names.after(position, run=index)  # الجنرال سكوت غريشان
        if name is None and run.last in _OF_PERSONS:
            name = self._repeated_surname(position)
            if name is None and self._forms[position] in self._records.given:
                return Name(position, position + 1, 1, 1, False)  # الأميرة عادلة في
        if index and self._forms[index - 1] in self._names.context.words.saying:
            first = position + (self._forms[position] == ",")
            spoken = self._names.spoken(first, first if name is None else name.last)
            if spoken is not None and (name is None or spoken.last > name.last):
                return spoken
        if name is None and run.last == "title":
            return self._apposition(run, index)
        if name is None:
            retired = run.last == "rank" and self._forms[position - 1] in _RETIRED  # الجنرال المتقاعد، فلان،
            return self._apposed_name(position + 1, index) if retired and self._forms[position] == "," else None
        closed = not quoted or self._tokens.peek(name.last) == '"'
        return name if closed and self.is_holders(name, run) else None

    def _name_on_next_line(self, run: Run, index: int) -> Name | None:
        """The name below its title: at a letter's end, or where a page gives each link in a sentence a line."""
        if run.last != "title" or not run.titles[-1].complemented or not index or self._forms[index - 1] != "\n":
            return None
        name = self._names.after(run.end + 1)
        if name is None or name.words < 2 or not name.known:
            return None
        whole = name.last >= self._size or self._forms[name.last] == "\n"
        return name if whole or (index > 1 and self._forms[index - 2].isalpha()) else None

    def _name_in_brackets(self, position: int, index: int) -> Name | None:
        """`المدرب (لوران بلان)`: a given name and what follows it, None where the brackets hold anything else."""
        name = self._names.after(position + 1, run=index)
        if name is None or name.words < 2 or self._tokens.peek(name.last) != ")":
            return None
        first = self._classes[name.first]
        return name if not first or first & (GIVEN | NOUN) == GIVEN else None

    def _apposition(self, run: Run, index: int) -> Name | None:
        """The name that stands apart from the title before it (`رئيس الاتحاد، فلان،`), None where none does."""
        position, title = run.end, run.titles[-1]
        form = self._forms[position]
        governed = index > 0 and self._classes[index - 1] & ~(CONJOINED | NOUN) == VERB
        governed = governed or (index > 0 and self._forms[index - 1] in self._words.meeting_verbs)
        if title.complemented or (governed and self._classes[position] == PLACE):
            name = self._names.after_participle(position + (form == ","), governed=governed)
            if name is not None and self._gaps.ends_apposition(name) and not self._antecedents.follows_name(index):
                return name
        if form not in ",;" or not title.complete:
            return None
        if title.complemented:
            position = self._gaps.before_holder(position)
        name = self._quoted_apposition(position + 1)
        if name is not None:
            return None if self._antecedents.follows_name(index) else name
        return self._apposed_name(position + 1, index) if form == "," else None

    def _quoted_apposition(self, position: int) -> Name | None:
        """`رئيس الاتحاد، الكويتي "فلان"`: the name in quotation marks behind a comma and a nationality."""
        if position + 1 >= self._size:
            return None
        unknown = self._classes[position] == DEFINITE and self._forms[position][-1] == "ي"
        position += unknown or self._gaps.is_nationality(position)
        name = self._names.after(position + 1) if self._tokens.peek(position) == '"' else None
        if name is None or not 1 < name.words <= 4:
            return None
        return name if self._tokens.peek(name.last) == '"' else None

    def _apposed_name(self, position: int, index: int) -> Name | None:
        """The name after a title and a comma, behind an occupation or nationality that is no part of it."""
        if position < self._size:
            national = self._gaps.is_nationality(position)
            halved = national and self._tokens.peek(position + 1) in _HALVES  # الكوري الجنوبي
            position = self._gaps.after_occupation(position) or position + national + halved
        name = self._names.after(position)
        if name is None or name.words < 2 or not (name.known or self._gaps.is_foreign_apposition(name)):
            name = self._name_between_marks(position)
        if name is None or self._is_branch(name.first):
            return None
        known = name.known > 1 or (name.words == 2 and name.known == 1)
        subject = index > 0 and bool(self._classes[index - 1] & VERB) and known
        if not (subject or self._gaps.ends_apposition(name)):
            return None
        return None if self._antecedents.follows_name(index) and not self._ends_chain(name, index) else name

    def _is_branch(self, position: int) -> bool:
        """Whether a body's noun stands here (`ممثل البنك، فرع كذا،`), and not the name `بيت الله`."""
        return self._forms[position] in self._words.fields and self._tokens.peek(position + 1) != "الله"

    def _name_between_marks(self, position: int) -> Name | None:
        """`رئيس المكتب، سالي كاهل، في`: two or three words between commas that only a name can be."""
        last = next((end for end in (position + 2, position + 3) if self._tokens.peek(end) in (",", ".")), 0)
        return self._names.bounded(position, last) if last else None

    def _ends_chain(self, name: Name, index: int) -> bool:
        """Whether a title that `و` joins to another's brings its own holder (`، ورئيس كذا، فلان.`)."""
        joined = index in self._heads and self._heads[index].hit.proclitic == "و"
        return joined and self._forms[index - 1] == "," and (name.last >= self._size or self._forms[name.last] in ".\n")

    def _repeated_surname(self, position: int) -> Name | None:
        """`المهندس الركبان` after `سالم الركبان`: a definite ordinary word that the article has as a family name."""
        if self._classes[position] & (DESCRIBED | PLURAL) & ~DEFINITE_ADJECTIVE or position in self._heads:
            return None
        if self._forms[position] in self._names.context.words.descriptive:
            return None  # الأمير الشاب
        name = Name(position, position + 1, 1, 0, True)
        definite = self._classes[position] & NATIONAL == DEFINITE
        return name if definite and position not in self._honorifics and self._surnames.is_surname(name) else None

    def _is_sovereign(self, run: Run) -> bool:
        """Whether news calls the holders of what stands before the name by their given names (`الملك سلمان`)."""
        form = self._forms[run.end - 1]
        return form in _MONONYMOUS or form[1:] in _AFTER_LETTER or (form[0] == "و" and form[1:] in _MONONYMOUS)

    def _is_of_another(self, position: int) -> bool:
        """Whether the name after a title's last word is a place's, or the one's whom the holder serves."""
        return self.is_superiors(position) or self._is_called_after(position)

    def is_superiors(self, position: int) -> bool:
        """Whether the name after the token is a superior's (`وزير في حكومة فلان`، `مدير أعمال الفنان فلان`)."""
        form, before = self._forms[position], self._forms[position - 1]
        return (form in _RULES and before == "في") or (form in self._words.occupations and before in _AFFAIRS)

    def _is_called_after(self, position: int) -> bool:
        """Whether a place's noun that a preposition brings stands here (`المتحدث للصحافة بمطار فلان`)."""
        form = self._forms[position]
        return form[0] in "بل" and form in self._words.named_after and bool(self._classes[position] & PREPOSED)

    def is_holders(self, name: Name, run: Run) -> bool:
        """Whether the name right behind a run is the holder's, seeing what the run's last element asks of a name."""
        if run.last == "title":
            return not self._is_numbered(name.last) and self._is_title_holders(name, run)
        alone = name.words == 1
        if run.last == "weak":
            if not alone and self._gaps.is_nationality(name.first):
                return False  # لمصلحة الفريق التونسي نادر فلان
            if alone and (name.definite or not name.known):
                return not self._classes[name.first] & ADJECTIVAL and self._surnames.is_surname(name)
            if self._forms[run.end - 1] in _TEAMS and self._classes[name.first] & (NOUN | KNOWN) == NOUN:
                return False  # خسر الفريق جهود سالم
            return name.known > 0 and not self._is_feminine(name.first)
        if run.last == "style" and alone and self._classes[name.first] & PLACE:
            return False  # سيادة تونس
        if run.last == "style":
            return name.known > 0 and (not alone or not name.definite or self._surnames.is_family_name(name))
        if run.last == "indefinite" and self._forms[name.first][0] == "و" and not self._classes[name.first]:
            return False  # برتبة عريف ومؤديا
        if run.last not in _OF_PERSONS and run.last != "indefinite":
            return False
        if self._tokens.peek(name.last) in _RETIRED or self._forms[name.last - 1] in _RETIRED:
            return not self._classes[name.first] & DEFINITE  # اللواء المصري المتقاعد
        if not name.definite or self._surnames.is_family_name(name) or self._is_nisba_alone(name):
            return True
        return bool(self._classes[name.first] & GIVEN) and self._forms[run.end - 1] in _SHARIFIAN  # مولاي الحسن

    def _is_numbered(self, position: int) -> bool:
        """Whether a hyphen and a number follow at once, as behind a product's name (`القمر الصناعي سهيل-6`)."""
        if self._tokens.peek(position) != "-" or position + 1 >= self._size:
            return False
        glued = self._tokens.ends[position - 1] == self._tokens.starts[position]
        return glued and bool(self._classes[position + 1] & NUMBER)

    def _is_title_holders(self, name: Name, run: Run) -> bool:
        """Whether the name right behind a title is the holder's, and no place, verb or noun."""
        title, first = run.titles[-1], self._forms[name.first]
        if name.words == 1 and title.form.role in _NOUNS and not self._surnames.is_surname(name):
            return False  # الإيمان بالعين مقصور على
        if self._names_place(name):
            return False  # الأكاديمية الجهوية الدار البيضاء-سطات، مسرح بنسليمان
        if not (title.complete or run.honorifics):
            return False
        if first in title.form.prepositions and not self._is_ali(name):
            return False  # المشرف على العمل beside المشرف على العمل علي فلان
        if first[0] == "و" and not self._classes[name.first]:
            inflected = first.endswith(("ه", "ها", "هم", "ون", "ين", "ات", "يي"))
            if inflected or title.form.state == "possessed":
                return False  # قائد القارب ومساعدوه
        if name.words == 1 and first.endswith("ها") and not self._classes[name.first]:
            return False  # رسالته للملك دبجها بنفسه
        if self._is_noun_phrase(name):
            return False
        if name.words == 1 and self._is_construct_chain(name.first) and title.form.role not in EPONYMS:
            return False  # منح الرئيس وسام حماية الوطن
        if name.definite:
            return self._is_definite_holder(name, title)
        if name.words > 1 or name.known:
            return not self._is_noun_of_place(name)
        if (title.definite and not title.complemented) or self._surnames.is_surname(name):
            return True
        return (title.form.surname or self._is_of_country(title)) and self._is_foreign_alone(name)

    def _is_ali(self, name: Name) -> bool:
        """`المشرف على الفريق علي العمري`: the name, spelled with ي, before another that the lexicon knows."""
        alone = self._forms[name.first] != "علي" or self._names.context.is_preposition(name.first)
        return not alone and name.known > 1

    def _is_noun_of_place(self, name: Name) -> bool:
        """`عرض وزير الخارجية موقف تونس`: an ordinary noun and a country, which the verb takes."""
        first, last = self._classes[name.first], self._classes[name.last - 1]
        return name.words == 2 and bool(first & NOUN) and not first & KNOWN and bool(last & PLACE)

    def _is_definite_holder(self, name: Name, title: TitlePhrase) -> bool:
        """Whether one word with the article is a family name behind a title (`الوزير العمري`)."""
        if title.form.role in _DYNASTIC and not self._classes[name.first] & GIVEN:
            return False  # السلطان العثماني
        if title.form.role in _DYNASTIC and name.definite and self._forms[name.first][-1] == "ه":
            return self._forms[title.first - 1][-1] == "ه"  # مقولة الملك الخالدة
        if title.complemented and self._forms[name.first].endswith("ه"):
            return self._surnames.is_surname(name)
        return self._surnames.is_family_name(name)

    def _names_place(self, name: Name) -> bool:
        """Whether the words are a place's name, or the beginning of a longer one (`إسلام` in `إسلام آباد`)."""
        length = self._context.place_at(name.first)
        if length > name.last - name.first:
            return True
        classes = self._classes[name.first]
        if classes & GIVEN or self._forms[name.first] in self._names.context.words.syllables:
            return False
        alone = name.words == 1 and classes & PLACE and not classes & KNOWN
        return length > 1 or bool(alone)

    def _is_feminine(self, position: int) -> bool:
        """`الفريق منافسه`: no name but a word with a pronoun or a feminine noun, and not `عطالله`."""
        form = self._forms[position]
        return form[-1] == "ه" and not form.endswith("الله") and not self._classes[position] & KNOWN

    def _is_noun_phrase(self, name: Name) -> bool:
        """Whether the words are no name: `إيجاد حل سلمي`, behind a noun that nothing completes; `هدية تذكارية`."""
        position = name.first
        if name.words == 1:
            return bool(self._classes[position] & ADJECTIVAL) and self._context.is_open(position - 1)
        if name.words > 2 or not self._classes[position] & NOUN or self._forms[position][-1] != "ه":
            return False
        return self._forms[position + 1].endswith("يه") and not self._classes[position + 1] & KNOWN

    def _is_construct_chain(self, position: int) -> bool:
        """Whether the word is a noun that two more complete, none of which need be a name."""
        construct = CONSTRUCT | KNOWN | CLITIC
        if position + 2 >= self._size or not self._classes[position] & NOUN:
            return False
        definite = NOUN | DEFINITE
        return (
            self._classes[position + 1] & construct == NOUN
            and self._classes[position + 2] & construct == definite
            and position + 1 not in self._heads
        )

    def _is_of_country(self, title: TitlePhrase) -> bool:
        """`المدرب اليوناني`: a title with the article and a nationality alone."""
        head = self._heads[title.index]
        return bool(head.hit.article) and title.last == head.last + 1 and self._gaps.is_nationality(head.last)

    def _is_foreign_alone(self, name: Name) -> bool:
        """Whether one word that the lexicon does not know ends the phrase and looks like no verb or Arabic noun."""
        form = self._forms[name.first]
        if self._classes[name.first] or form[0] in _INFLECTING or form[-1] == "ه" or form.endswith("ات"):
            return False
        return name.last < self._size and bool(self._classes[name.last] & DEFINITE or self._gaps.ends_apposition(name))

    def _is_nisba_alone(self, name: Name) -> bool:
        """`الدكتور العبدلي أن`: an unknown word in ـي that ends the phrase is the holder's family name."""
        if self._classes[name.first] & _KNOWN_WORD or self._forms[name.first][-1] != "ي":
            return False
        return self._gaps.ends_apposition(name) or bool(self._classes[name.last] & DEFINITE)
