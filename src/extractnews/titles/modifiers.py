"""The adjectives of a title: which of the words behind its head or complement describe it and are no name."""

from __future__ import annotations

from typing import Final

from extractnews.names.lexicon import ORDINALS
from extractnews.titles.context import TitleContext
from extractnews.titles.lexicon import ADJECTIVAL, MARK, TEENS
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    DEFINITE,
    FUNCTION,
    GIVEN,
    KNOWN,
    NAME_PART,
    NATIONALITY,
    NOUN,
    PLACE,
    PLURAL,
    PREPOSED,
    VERB,
)

# Units of ordinals from eleven on: الحادي عشر.
_UNITS: Final = ORDINALS | {"الحادي"}
# A verb's object begins with them: أجرى مدرب الهلال العديد من التغييرات.
_QUANTITIES: Final = frozenset(("العديد", "الكثير", "المزيد"))
_TEAMS: Final = frozenset(("فريق", "نادي", "منتخب"))
# In letters: الفائزين beside الأمين.
_SHORTEST_PLURAL: Final = 7


class ModifierReader:
    """Reads adjectives and qualifying phrases (`رئيس الوزراء العراقي السابق`).

    Args:
        context: the article.
        before_name: whether the holder's name may follow, so that words that could begin it are left out.
    """

    def __init__(self, context: TitleContext, before_name: bool) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._before_name = before_name

    def after_head(self, position: int, definite: bool) -> int:
        """Index after the adjectives that follow the head."""
        while position < self._size:
            form = self._forms[position]
            if definite:
                step = self._context.qualifier_at(position) if form in self._words.qualifying else 0
                if step or self.is_adjective(position):
                    position += step or 1
                    continue
            elif form in self._words.indefinite_modifiers:
                position += 1
                continue
            break
        return position

    def is_feminine_behind_man(self, head: int, position: int) -> bool:
        """Whether a feminine adjective stands behind a masculine head, a token (`شركة فلان القاضي القابضة`)."""
        if position >= self._size or self._forms[position][-1] != "ه" or self._forms[head][-1] in "هتا":
            return False
        if self._context.qualifier_at(position):
            return False  # الرئيس المنتهية ولايته
        return self._classes[position] & (DEFINITE | ADJECTIVAL | CLITIC) == DEFINITE | ADJECTIVE

    def is_adjective(self, position: int) -> bool:
        """Whether a definite adjective stands here, and not a family name that looks like one."""
        if position >= self._size:
            return False
        form, before = self._forms[position], self._forms[position - 1]
        if form in self._words.callings or form in _QUANTITIES:
            return False  # شركة نفط الجنوب الخبير سالم العلي
        if form in self._words.modifying or (form in TEENS and before.removesuffix("ه") in _UNITS):
            return True  # الرئيس الأمريكي السادس عشر، الدورة السابعة عشرة
        if form in self._words.revering and (before, form) in self._words.sacred:
            return True  # تحفيظ القرآن الكريم سالم بن علي
        classes = self._classes[position]
        if classes & NATIONALITY and before == "الجنوب":
            return True  # الرئيس الجنوب أفريقي
        if not classes & DEFINITE or classes & (CONJOINED | PREPOSED) or position in self._heads:
            return False
        following = self._classes[position + 1] if position + 1 < self._size else 0
        if position in self._honorifics or (form == "المنتخب" and following & NATIONALITY):
            return False
        plural = self._classes[position - 1] & PLURAL or before.endswith(("ين", "ون", "ات"))
        plural = plural or before in self._words.peoples or "ال" + before.removeprefix("لل") in self._words.peoples
        if form in self._words.peoples and plural:
            return True  # زعيم المسلحين الأكراد
        if self._is_plural_behind_singular(position):
            return False
        if self._is_clubs(position):
            return True
        if self._before_name and classes & GIVEN and self._is_name_with_article(position, following):
            return False
        if classes & NATIONALITY or (form == "الجنوب" and following & NATIONALITY):
            return True
        if classes & ADJECTIVAL:
            return not classes & KNOWN or self._goes_on(position + 1)
        if classes & KNOWN:
            if form.endswith("ه"):
                return not self._classes[position - 1] & GIVEN
            return self._before_name and self._is_nisba_before_name(position, following)
        if classes & NOUN:
            return form.endswith("ه") and self._is_attributive_noun(position)
        return self._is_unknown_adjective(position, following)

    def _is_plural_behind_singular(self, position: int) -> bool:
        """Whether a plural of people stands behind a feminine singular (`كرم فلان وزير التجارة الفائزين`)."""
        form, classes = self._forms[position], self._classes[position]
        if not form.endswith("ين") or len(form) < _SHORTEST_PLURAL or classes & NATIONALITY:
            return False
        return self._forms[position - 1].endswith("ه") and not self._classes[position - 1] & PLURAL

    def _is_clubs(self, position: int) -> bool:
        """`مدرب الفريق النصراوي، الأوروغوياني فلان`: a club's adjective between a team and its trainer."""
        team = self._forms[position - 1].removeprefix("لل").removeprefix("ال") in _TEAMS
        if not team or self._forms[position][-1] != "ي" or self._tokens.peek(position + 1) != ",":
            return False
        national = position + 2 < self._size and bool(self._classes[position + 2] & NATIONALITY)
        return self._is_strong_name(position + 2 + national)

    def _is_unknown_adjective(self, position: int, following: int) -> bool:
        """Whether a word that the lexicon lacks is an adjective, as its ending or a name after it shows."""
        if self._tokens.original(position)[0] == "آ":
            return False  # وزير الداخلية البريطاني آلن جونسون: folded like a word with the article
        if self._before_name and following & GIVEN and not following & DEFINITE:
            return True
        form = self._forms[position]
        if not form.endswith("ي"):
            return form.endswith("ه")
        comma = self._tokens.peek(position + 1) == ","
        return not self._before_name or self._context.name_follows(position + 1 + comma)

    def _is_attributive_noun(self, position: int) -> bool:
        """Whether a noun is a participle that describes a feminine or plural (`قسم الخدمات المساندة سالم العلي`)."""
        before = self._classes[position - 1]
        if before & (DEFINITE | NOUN | KNOWN) != DEFINITE | NOUN or not self._forms[position - 1].endswith(("ه", "ات")):
            return False
        if position - 1 in self._heads or not self._before_name:
            return False
        return self._tokens.peek(position + 1)[:2] == "با" or self._context.name_follows(position + 1)

    def _is_name_with_article(self, position: int, following: int) -> bool:
        """`النائب الطاهر فضيل`، `الرئيس التونسي الباجي ...`: a given name right after a head or a nationality."""
        if self._names.context.is_compound(position + 1):
            return True  # رئيس الجمهورية الباجي قائد السبسي
        named = following & (KNOWN | NAME_PART) and not following & CLITIC
        if named and self._forms[position] in self._names.context.words.articled:
            return True  # وزير النقل الطيب حسين
        if self._classes[position] & NATIONALITY:
            return bool(self._classes[position - 1] & NATIONALITY) and self._context.name_follows(position)
        if self._forms[position - 1] in self._words.former and not following:
            return position + 1 < self._size  # وزير الداخلية الأسبق الطاهر بلقنة
        closed = self._classes[position - 1] & PLACE or self._forms[position - 1] in self._words.status
        if self._classes[position - 1] & DEFINITE and self._forms[position - 1][-1] == "ه":
            closed = closed or self._forms[position][-1] != "ه"  # والي الجهة الصادق عثمان
        bare = position - 1 in self._heads or closed
        return bool(bare and following & KNOWN) and not following & (DEFINITE | CLITIC | NOUN | ADJECTIVAL)

    def _is_nisba_before_name(self, position: int, following: int) -> bool:
        """`القائد الحوثي سالم العلي`: what is a family name too before a whole name, which no family name precedes."""
        if self._forms[position][-1] != "ي" or self._classes[position] & GIVEN:
            return False
        if following & (GIVEN | DEFINITE | CLITIC) != GIVEN and self._tokens.peek(position + 1) != "عبد":
            return False
        name = self._names.after(position + 1)
        return name is not None and name.words > 1 and name.known > 1

    def _goes_on(self, position: int) -> bool:
        """Whether the title or a name goes on here, so that the word before, adjective or family name, is no name."""
        if position >= self._size or self._classes[position] & MARK:
            return not self._before_name or (self._tokens.peek(position) == "," and self._is_strong_name(position + 1))
        if self._classes[position] & VERB and not self._is_name_of_two(position):
            return not self._before_name
        if position in self._honorifics or self._classes[position] & PREPOSED:
            return True
        if self._classes[position] & (DEFINITE | NATIONALITY | CLITIC) == DEFINITE | NATIONALITY:
            return True  # والبحث العلمي الجزائري
        if self._classes[position] & (DEFINITE | ADJECTIVE | KNOWN | CLITIC | NOUN) == DEFINITE | ADJECTIVE:
            return True  # الصندوق الخيري التعليمي
        if self._classes[position] & (DEFINITE | FUNCTION):
            return not self._before_name or self._forms[position] in self._words.definite_modifiers
        return self._names.after(position) is not None

    def _is_name_of_two(self, position: int) -> bool:
        """Whether a given name that is a verb too stands before a family name (`حسن العمري`)."""
        if not self._classes[position] & GIVEN or position + 1 >= self._size:
            return False
        following = self._classes[position + 1]
        return bool(following & KNOWN) and not following & (CONJOINED | PREPOSED)

    def _is_strong_name(self, position: int) -> bool:
        """Whether a name of two known words begins here that a comma ends (`البحث العلمي، سالم العمري، إن`)."""
        name = self._names.after(position)
        return name is not None and name.known > 1 and self._tokens.peek(name.last) == ","
