"""What may stand between a name and its title: separators, asides, posts, ages, occupations, nationalities."""

from __future__ import annotations

from typing import Final

from extractnews.extractors.officials.words import BOUNDARY, DEFINITE_ADJECTIVE, DESCRIBED, NATIONAL, NEAR, SEPARATORS
from extractnews.names.grammar import Name
from extractnews.names.lexicon import FEMININE_ORDINALS
from extractnews.titles.context import TitleContext
from extractnews.titles.lexicon import TEENS
from extractnews.words import CLITIC, DEFINITE, GIVEN, KNOWN, LATIN, NEWLINE, NOUN, NUMBER, PUNCTUATION, VERB

_LATIN_OR_NUMBER: Final = LATIN | NUMBER
_LONGEST_CRAFT: Final = 7  # in tokens
_NOUN_OR_VERB: Final = NOUN | VERB
_GIVEN_OR_NOUN: Final = GIVEN | NOUN
_BY_SON: Final = frozenset(("ابو", "ابا", "ابي", "ام"))
_FOREIGN: Final = NUMBER | LATIN | PUNCTUATION
_ASIDES: Final = frozenset(("وهو", "وهي", "بصفته", "بصفتها", "بوصفه", "بوصفها"))
_AGED: Final = frozenset(("البالغ", "البالغه", "والبالغ", "والبالغه", "مواليد", "المولود", "المولوده"))
# Before a title after the name of the one appointed to it or relieved of it.
_POST_PHRASES: Final = (
    ("في", "منصب"), ("بمنصب",), ("من", "منصب"), ("القيام", "بعمل"),
    ("من", "القيام", "بعمل"), ("بالقيام", "بعمل"), ("للقيام", "بعمل"), ("القيام", "باعمال"), ("للقيام", "باعمال"),
    ("لمنصب",), ("علي", "وظيفه"), ("الي", "وظيفه"), ("بوظيفه",), ("لوظيفه",), ("علي", "وظيفه", "("),
    ("الي", "وظيفه", "("), ("بوظيفه", "("), ("لوظيفه", "("),
    ("بتولي", "منصب"), ("بتولي", "مهام"), ("بتولي", "مهام", "منصب"), ("بمهام",), ("بمهام", "منصب"),
    ("من", "منصبه"), ("من", "منصبها"), ("في", "منصبه"), ("في", "منصبها"), ("بالاجماع", "في", "منصبه"), ("بالاجماع",),
    ("مهامه",), ("مهامها",), ("اليمين",), ("اليمين", "الدستوريه"), ("اليمين", "القانونيه"),
)  # fmt: skip
# What somebody is to become; a title behind these shows no name before them.
_PURPOSES: Final = (
    ("ليكون",), ("لتكون",), ("ليصبح",), ("لتصبح",), ("ليشغل", "منصب"), ("لتشغل", "منصب"), ("لشغل", "منصب"),
    ("ليتولي", "منصب"), ("لتتولي", "منصب"), ("لتولي", "منصب"), ("لتولي", "مهام"), ("لتولي", "مهام", "منصب"),
)  # fmt: skip
_POSTS: Final = tuple(sorted(_POST_PHRASES, key=len, reverse=True))
_POSTS_AFTER: Final = tuple(sorted(_POSTS + _PURPOSES, key=len, reverse=True))
_POST_OPENINGS: Final = frozenset(opening[0] for opening in _POSTS_AFTER)
_POST_ENDS: Final = frozenset(opening[-1] for opening in _POSTS)
_BELONGING: Final = frozenset(("التابع", "التابعه"))
_PREDICATES: Final = frozenset(("ان", "انه", "انها", "فقد", "قد", "الذي", "التي", "في"))  # behind a subject
_RELATIVES: Final = frozenset(("الذي", "التي", "والذي", "والتي"))  # الذي يشغل منصب
_POST: Final = "منصب"
_POSTS_HELD: Final = frozenset((_POST, "موقع", "خطه", "وظيفه"))  # الذي يشغل منصب
_HOLDING: Final = frozenset(("شغل", "شغلت", "يشغل", "تشغل", "تولي", "تولت", "يتولي", "تتولي"))
# Behind a relative: فلان، الذي كان وزيرا للعدل
_BEING: Final = frozenset((
    "كان", "كانت", "عين", "عينت", "عينه", "عينها", "انتخب", "انتخبت", "اختير", "اختيرت", "اصبح", "اصبحت", "يعمل",
    "تعمل", "عمل", "عملت",
))  # fmt: skip
_LONGEST_BEING: Final = 4  # in tokens
_TERMS: Final = frozenset(("الدوره", "الولايه"))
# First words of what may stand between a name and its title.
_LEADING: Final = SEPARATORS | _ASIDES | _POST_OPENINGS | _RELATIVES | _HOLDING | {'"', _POST}


class Gaps:
    """Finds where the words between a name and a title begin and end."""

    def __init__(self, context: TitleContext) -> None:
        self._tokens, self._words = context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._names = context.heads, context.names

    def before_separator(self, index: int) -> int:
        """Index after the name that may stand before the title at `index` and the words between."""
        before = self._forms[index - 1]
        if before in _ASIDES:
            index -= 1
        elif before in _POSTS_HELD and index >= 3 and self._forms[index - 3] in _RELATIVES:
            index -= 3
        elif before in _POSTS_HELD and index >= 2 and self._forms[index - 2] in _HOLDING:
            index -= 2
        elif self._is_being(index):
            index = next(i for i in range(index - 1, 0, -1) if self._forms[i] in _RELATIVES)
        elif before == _POST and self._is_object(index - 1):
            index -= 1
        elif before in _POST_ENDS:
            index -= next((len(post) for post in _POSTS if self._ends_with(index, post)), 0)
        index -= index > 0 and (self._forms[index - 1] in SEPARATORS or self._forms[index - 1] == ";")
        if index > 3 and self._forms[index - 1] == '"' == self._forms[index - 3]:
            index -= 3 if self._classes[index - 4] & KNOWN else 0  # أحمد حسام «ميدو» المدير الفني
        if index and self._forms[index - 1] == ")":
            index = next((i for i in range(index - 2, max(0, index - 8), -1) if self._after_dates(i) == index), index)
        return index - (index > 0 and self._forms[index - 1] == '"')

    def _after_term(self, position: int) -> int:
        """Index of the comma behind a term (`عضو اللجنة، الدورة الثالثة عشرة، رئيس كذا`), else the same index."""
        if self._tokens.peek(position + 1) not in _TERMS or self._tokens.peek(position + 2) not in FEMININE_ORDINALS:
            return position
        end = position + 3 + (self._tokens.peek(position + 3) in TEENS)
        return end if self._tokens.peek(end) == "," else position

    def _is_object(self, position: int) -> bool:
        """Whether a name stands before the post that its holder takes up (`تولى فلان منصب`), and not `راتب منصب`."""
        if position < 2:
            return False
        last, before = self._classes[position - 1], self._classes[position - 2]
        return bool(last & KNOWN) and bool(before & (KNOWN | VERB) or not last & NOUN)

    def _ends_with(self, index: int, words: tuple[str, ...]) -> bool:
        """Whether the words stand right before the token."""
        return tuple(self._forms[max(0, index - len(words)) : index]) == words

    def after_separator(self, position: int) -> int | None:
        """Index of the title behind a name's end and the words between (`، الذي يشغل منصب`), None where none stands."""
        form = self._tokens.peek(position)
        if form not in _LEADING:
            return self.at_title(position)
        if form == ",":
            position = self._after_term(position)
        if form == '"':
            position += 3 if self._tokens.peek(position + 2) == '"' else 1  # a nickname, or the end of a quoted name
        if self._tokens.peek(position) == "(":
            position = self._after_dates(position)
        if self._tokens.peek(position) in SEPARATORS:
            position += 1
            if self._tokens.peek(position) == "(" and self._forms[position - 1] == "-":
                position += 1
            elif self._tokens.peek(position) in _AGED or self._tokens.peek(position + 1) == "مواليد":
                position = self._after_age(position)
        form = self._tokens.peek(position)
        if form in _ASIDES:
            position += 1
        elif form in _RELATIVES:
            position = self._after_relative(position)
        elif form in _HOLDING and self._tokens.peek(position + 1) in _POSTS_HELD:
            position += 2  # فلان (شغل منصب وزير العدل)
        elif form == _POST and self._is_object(position):
            position += 1
        elif form in _POST_OPENINGS:
            position += self._post_at(position)
        return self.at_title(position)

    def _after_relative(self, position: int) -> int:
        """Index of the title that a relative clause states (`الذي يشغل منصب`، `الذي كان`), else the same index."""
        if self._tokens.peek(position + 2) in _POSTS_HELD:
            return position + 3
        heads = range(position + 2, min(self._size, position + _LONGEST_BEING))
        return next((i for i in heads if self._is_being(i)), position)

    def _is_being(self, index: int) -> bool:
        """Whether a title in the accusative stands here behind a relative with its verb (`الذي كان وزيرا`)."""
        head = self._heads.get(index)
        if head is None or head.hit.value.state != "predicate" or head.hit.proclitic:
            return False
        near = range(max(0, index - _LONGEST_BEING + 1), index - 1)
        return any(self._forms[i] in _RELATIVES and self._forms[i + 1] in _BEING for i in near)

    def _post_at(self, position: int) -> int:
        """How many tokens a phrase has that brings a post and begins here (`في منصب`، `لتولي منصب`), else 0."""
        for words in _POSTS_AFTER:
            if tuple(self._forms[position : position + len(words)]) == words:
                return len(words)
        return 0

    def at_title(self, position: int) -> int | None:
        """Index of the title here or behind an occupation that it is joined to, None where none stands."""
        if position in self._heads:
            return position
        if position + 1 < self._size and self._forms[position] in self._words.crafts:
            return self.after_craft(position + 1)
        joined = position + 1 in self._heads and self.is_joined_occupation(position)
        return position + 1 if joined else None

    def is_craft(self, position: int) -> bool:
        """Whether a calling that is no office stands here or behind a mark (`، أستاذ الفيزياء ووزير النقل`)."""
        return self._tokens.peek(position + (self._tokens.peek(position) in SEPARATORS)) in self._words.crafts

    def after_craft(self, position: int) -> int | None:
        """Index of the title behind a calling's complement that begins here, None where none stands near."""
        for index in range(position, min(self._size, position + _LONGEST_CRAFT)):
            head = self._heads.get(index)
            if head is not None:
                return index if index > position and head.hit.proclitic in ("", "و") else None
            if self._classes[index] & (PUNCTUATION | NEWLINE) or self._classes[index] & _NOUN_OR_VERB == VERB:
                break
        return None

    def is_joined_occupation(self, position: int) -> bool:
        """`فلان، الباحث والمنسق الوطني للجمعية`: an occupation that a title is joined to."""
        return (
            self._forms[position] in self._words.occupations
            and self._heads[position + 1].hit.proclitic == "و"
            and (self._forms[position - 1] in SEPARATORS or self._names.may_end(position - 1))
        )

    def _after_dates(self, position: int) -> int:
        """Index after a bracket of numbers or Latin letters (`(1934-2001)`) or of another name, else the same index."""
        if self._forms[position] != "(":
            return position
        for end in range(position + 1, min(self._size, position + 10)):
            if self._forms[end] == ")":
                return end + 1 if end > position + 1 else position
            if not self._classes[end] & _FOREIGN:
                break
        return self._after_nickname(position)

    def _after_nickname(self, position: int) -> int:
        """Index after a bracket with what else somebody is called (`(أبو سالم)`، `(سمعان)`), else the same index."""
        if self._tokens.peek(position + 1) in _BY_SON:
            ends = range(position + 3, min(self._size, position + 6))
        else:
            given = position + 2 < self._size and self._classes[position + 1] & _GIVEN_OR_NOUN == GIVEN
            ends = range(position + 2, position + 2 + bool(given))
        return next((end + 1 for end in ends if self._forms[end] == ")"), position)

    def _after_age(self, position: int) -> int:
        """Index after `البالغ من العمر 40 عاما،` or `مواليد 1971،`, the same index where no comma ends it soon."""
        ends = range(position + 2, min(self._size, position + NEAR))
        return next((end + 1 for end in ends if self._forms[end] == ","), position)

    def after_occupation(self, position: int) -> int:
        """Index after an occupation that is no office, its adjective (`الفنانة التشكيلية`) and nationality, else 0."""
        if self._forms[position] not in self._words.occupations:
            return 0
        end = position + 1
        if end < self._size and self._classes[end] & DESCRIBED == DEFINITE_ADJECTIVE:
            end += 1
            end += end < self._size and self.is_nationality(end)
        return end

    def after_gloss(self, position: int) -> int:
        """Index after a short bracket that holds no name, 0 where none stands."""
        for end in range(position + 2, min(self._size, position + 6)):
            if self._forms[end] == ")":
                name = self._names.after(position + 1)
                whole = name is not None and name.last == end and name.known > 1
                return position + 1 if whole else end + 1
        return 0

    def before_holder(self, comma: int) -> int:
        """Index of the comma behind an aside on the body (`مدير المكتب، التابع للأمم المتحدة، فلان`), else `comma`."""
        if self._tokens.peek(comma + 1) not in _BELONGING:
            return comma
        ends = range(comma + 2, min(self._size, comma + NEAR))
        return next((end for end in ends if self._forms[end] == ","), comma)

    def after_acronym(self, position: int) -> int:
        """Index after an acronym in Latin letters and a comma (`وكالة الاستخبارات CIA، فلان`)."""
        end = position
        while end < min(self._size, position + 3) and self._classes[end] & _LATIN_OR_NUMBER:
            end += 1
        return end + (self._tokens.peek(end) == ",")

    def is_nationality(self, position: int) -> bool:
        """`قائد الفريق، الأرجنتيني فلان`: a nationality between comma and name."""
        national = self._classes[position] & NATIONAL == NATIONAL
        return national and not self._names.context.is_compound(position + 1)

    def ends_apposition(self, name: Name) -> bool:
        """Whether the sentence goes on behind the name: a verb, a particle, a proclitic or a mark stands there."""
        if name.last >= self._size or self._classes[name.last] & (BOUNDARY | CLITIC):
            return True
        return self._forms[name.last] in ",.)\n;-"

    def is_foreign(self, name: Name) -> bool:
        """Whether the sentence goes on behind two or three words that the lexicon does not know."""
        return self._is_unknown(name) and self.ends_apposition(name)

    def is_foreign_apposition(self, name: Name) -> bool:
        """Whether two or three words that the lexicon does not know stand before a comma or full stop."""
        ends = name.last >= self._size or self._forms[name.last] in ",.\n-:" or self._forms[name.last] in _PREDICATES
        return ends and self._is_unknown(name)

    def _is_unknown(self, name: Name) -> bool:
        """Whether the name is two or three words that the lexicon does not know."""
        unknown = (0, DEFINITE)
        return name.words <= 3 and all(self._classes[i] in unknown for i in range(name.first, name.last))
