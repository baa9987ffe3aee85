"""Where the noun phrase of an issuer or a subject ends."""

from __future__ import annotations

import re
from typing import Final

from extractnews.linking.documents.context import About, Context
from extractnews.linking.documents.grammar import ISSUED_WITH_RE, WORD_RE, is_definite
from extractnews.words import ADJECTIVE, FUNCTION, KNOWN, NOUN, VERB

_LONGEST_SUBJECT: Final = 420
_LONGEST_ISSUER: Final = 14
_PUBLISHED_RE: Final = re.compile(r"(?:في (?:اخر )?(?:عدد |العدد )?[^.,;\n]{0,20}?|ب)الجريده الرسميه")
_TOWARDS_RE: Final = re.compile(r"(?:في اتجاه|باتجاه) (?:الغاء|الزام|الحاق|(?!ال))")
_TO_BODY_RE: Final = re.compile(r"(?:الي|علي) (?:انظار )?(?:ال)?(?:لجنه|لجان|مجلس|برلمان|حكومه|جمعيه|غرفه)(?!\w)")
_OWN_NUMBER_RE: Final = re.compile(r"\( ?(?:عدد|رقم) ?\d")
_NO_VERBS: Final = NOUN | ADJECTIVE | FUNCTION | KNOWN
_RELATIVE: Final = frozenset(("الذي", "التي", "الذين", "ما"))
_SENTENCE_END: Final = frozenset(".,;:?!\n|")
_TAIL_RE: Final = re.compile(
    r"(?: (?:بما|مما|ما|من|في|علي|الي|عن|مع|و|او|ب|ل|التي|الذي|ان|كما|هو|هي|وخاصه|بشكل|به|بها))+$"
)


class Phrases:
    """Finds the ends of the noun phrases of one article.

    Args:
        context: the article.
    """

    def __init__(self, context: Context) -> None:
        self._text = context.text
        self._grammar = context.grammar
        self._dates = context.dates
        self._names = context.bodies
        self._article = context.article

    def issuer_end(self, start: int, limit: int) -> int:
        """Where an issuer's noun phrase that begins at `start` ends."""
        return self._phrase_end(start, limit, None)

    def subject_end(self, start: int, limit: int, about: About) -> int:
        """Where a subject's noun phrase that begins at `start` ends."""
        return self._phrase_end(start, limit, about)

    def is_only_verb(self, start: int) -> bool:
        """Whether the lexicon knows the word here as a verb and as nothing else."""
        words = self._article.words
        index = words.index_at(start)
        return index < len(words) and words.classes[index] & (VERB | _NO_VERBS) == VERB

    def _phrase_end(self, start: int, limit: int, about: About | None) -> int:
        """Where the noun phrase of a subject ends, or of an issuer where there is nothing that it is `about`."""
        text, issuer = self._text, about is None
        end, count = start, 0
        quoted = relative = False
        previous = ""
        date_starts = {date.start for date in self._dates.starting(start, start + _LONGEST_SUBJECT)}
        for word in WORD_RE.finditer(text, start, min(limit, start + _LONGEST_SUBJECT, len(text))):
            form = word[0]
            if form in _SENTENCE_END and not (form == "." and _inside_number(text, word.start())):
                break
            if form == '"' and (issuer or end == start):
                break
            if issuer and (form in ("(", ")", "-") or form[0].isdigit()):
                break
            if form == "(" and not issuer:
                if _OWN_NUMBER_RE.match(text, word.start()):
                    break
                closing = text.find(")", word.end(), word.end() + 70)
                if closing < 0 or word.end() in date_starts or word.end() + 1 in date_starts:
                    break
            if form == ")" and "(" not in text[start : word.start()]:
                break
            if form == '"':
                if not quoted and (self._closes(word.start()) or closing_quote(text, word.end(), '"') < 0):
                    break
                quoted = not quoted
            if not issuer and (form in _RELATIVE or form == "ان" if count == 1 else not count and form in ("ما", "ان")):
                relative = True  # a clause that the noun cannot do without: الأشياء التي لا يسمح بها, ما لا يجوز
            if (
                count
                and not quoted
                and not relative
                and self._stops(form, previous, word.start(), word.end(), date_starts, about)
                and not self._is_inside_name(word.start())
            ):
                break
            if form[-1].isalnum() or form in ')"%':
                end = word.end()
                count += 1
            previous = form
            if issuer and count >= _LONGEST_ISSUER:
                break
        if relative:
            return min(end, limit)
        return self._without_tail(start, min(end, limit)) if end > start else start

    def _is_inside_name(self, position: int) -> bool:
        """Whether a word goes on with a name that begins before it: `تعيين لي [فان] لام` has no فإن."""
        return any(name.start < position < name.end for name in self._names.touching(position, position))

    def _closes(self, position: int) -> bool:
        """Whether the quotation mark here stands against the word before it and apart from what follows."""
        before, after = self._text[position - 1], self._text[position + 1 : position + 2]
        return not before.isspace() and not after.isalnum()

    def _without_tail(self, start: int, end: int) -> int:
        """The end without connectives that led to what was cut off (`حماية التراث بما`)."""
        tail = _TAIL_RE.search(self._text, start, end)
        end = tail.start() if tail else end
        while end > start and self._text[end - 1] == " ":
            end -= 1
        return end

    def _stops(
        self, form: str, previous: str, start: int, end: int, date_starts: set[int], about: About | None
    ) -> bool:
        """Whether a word behind the phrase's first ends it."""
        grammar = self._grammar
        if form.startswith("الصادر") and ISSUED_WITH_RE.match(self._text, end):
            return False
        if form == "بناء" and not self._text.startswith(" علي ", end):
            return False  # construction, not بناء على
        if about is not None and self._is_of_object(form, previous, about):
            return False
        if form in grammar.stops:
            return True
        if (len(form) >= 4 or form == "يجب") and form[0] == "ي" and form not in grammar.no_verbs:
            # A verb behind an indefinite noun or a relative pronoun is a clause of the phrase.
            return about is None or is_definite(previous) or not previous.isalpha()
        if about is not None and is_definite(previous) and self._is_predicate(form, start):
            return True
        if about is not None and form in ("في", "بتاريخ") and previous.startswith(("المبرم", "المنعقد", "الموقعه")):
            return False  # الموافقة على اتفاقية القرض المبرمة في 7 مايو 2018 بين ...
        if form in ("في", "بتاريخ", "منذ", "خلال", "يوم") and (end + 1 in date_starts or end + 5 in date_starts):
            return True
        if about is not None:
            return self._leaves_subject(form, start, about)
        if start in date_starts or form in grammar.issuer_stops:
            return True
        return grammar.subject_re.match(self._text, start) is not None

    def _is_of_object(self, form: str, previous: str, about: About) -> bool:
        """Whether a participle belongs to the subject's last noun: `إلغاء القرارات [الصادرة] عن المجلس`."""
        if form in ("بموجب", "بمقتضي"):
            return previous.startswith("الم")  # اللجنة المشكلة بموجب القرار رقم 9
        if form in ("المذكور", "المشار"):
            return previous in ("القانون", "المرسوم", "القرار", "النظام", "الظهير")
        if form in ("المبرمه", "الموقعه", "الصادره"):
            return about.masculine
        return False

    def _is_predicate(self, form: str, start: int) -> bool:
        """Whether a word behind a definite noun is the sentence's verb: `تنظيم الهجرة [أصبح] نافذا`."""
        if form in ("هو", "هي"):
            return not self._text.startswith(" تشي", start + 2)  # هو تشي منه
        if form in self._grammar.verbs:
            return True
        if form[0] in "ول" or form[-1] == "ا":
            return False  # nouns that the lexicon does not know: وهيأة, لهيأة, دعما
        return self.is_only_verb(start)

    def _leaves_subject(self, form: str, start: int, about: About) -> bool:
        """Whether a phrase tells of the document and not of its subject: `... في الجريدة الرسمية`, `... إلى اللجنة`."""
        if form in ("في", "بالجريده") and _PUBLISHED_RE.match(self._text, start):
            return not self._text.endswith("النشر ", 0, start)
        if form in ("في", "باتجاه") and _TOWARDS_RE.match(self._text, start):
            return True
        if form[0] == "ب" and about.amended and ISSUED_WITH_RE.match(self._text, start - 1):
            return True  # عدل القانون رقم 2 بتنظيم الصيد بالقانون رقم 9
        return form in ("الي", "علي") and about.referred and _TO_BODY_RE.match(self._text, start) is not None


def closing_quote(text: str, start: int, mark: str) -> int:
    """Offset of the mark that closes a quotation or a bracket on its line; -1 where none is near."""
    end = text.find(mark, start, start + _LONGEST_SUBJECT)
    return end if end > start and "\n" not in text[start:end] else -1


def _inside_number(text: str, position: int) -> bool:
    return text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit()
