"""How many an award was conferred on, as its recipients' phrase says it."""

from __future__ import annotations

import re
from typing import Final

from extractnews.extractors.awards.drafts import AwardDraft, chain
from extractnews.extractors.awards.words import Trigger
from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.mentions import Mentions, Place, place_of
from extractnews.linking.awards.phrases import Phrases
from extractnews.words import ADJECTIVE, CONJOINED, DEFINITE, GIVEN, KNOWN, MAYBE_NAME, NOUN, PLACE, PLURAL

_ONLY_RE: Final = re.compile(r" (?:ال)?وحيده?(?!\w)")
_AND_RE: Final = re.compile(r" ?,? و(?=\w{2})")
_JOINT_RE: Final = re.compile(r" ?, ?و?| و")
_COLON_RE: Final = re.compile(r"(?: (?:التاليه|التاليين|التالين|الاتيه اسماوهم))? ?:")
_WITH_RE: Final = re.compile(r"(?: (?:ل?عام|لسنه) \d{4})? ?,? (?:مع|الي جانب) ")
_OTHERS_RE: Final = re.compile(r" [^\s,.]+ (?:اخرين|اخرون|اخريات)(?!\w)")
_LIST_END_RE: Final = re.compile(r"[\n:]|\.(?!\d)")
_ASIDE_RE: Final = re.compile(r"\([^()]*\)| ?, ?(?:الذي|التي|وهو|وهي) [^,]*(?:,(?! ?و))?")


class Counts:
    """Counts the awards of one article by their recipients.

    Args:
        context: the article, and what its awards are read by.
        phrases: knows what a list says of its members.
        mentions: where officials and their offices are.
    """

    def __init__(self, context: RoleContext, phrases: Phrases, mentions: Mentions) -> None:
        self._article = context.article
        self._text = context.article.text
        self._phrases = phrases
        self._mentions = mentions
        self._lists = context.grammar.lists
        self._patterns = context.patterns
        self._numbers = context.numbers
        self._reader = context.reader

    def recount(self, draft: AwardDraft) -> None:
        """Count an award that has no number by its recipients: `منح 7 أفراد وساما`, `كرم سالما وأحمد بدرع`."""
        if draft.number or draft.form.number == "two" or draft.fields["count"] not in (1, None):
            return
        if draft.form.number == "one" and _ONLY_RE.search(self._text, draft.noun[1], draft.end):
            return  # الذهبية الوحيدة
        if draft.form.item.elliptic and any(head.number or head.form.number == "two" for head in chain(draft.head)):
            return  # ميداليتين (فضية وبرونزية)
        if draft.trigger is not None and draft.trigger.value.generic:
            draft.fields["count"] = None  # الحاصلات على وسام التميز
        recipient = place_of(draft.fields.get("recipient"))
        text = self._text[recipient[0] : recipient[1]] if recipient else ""
        if self._patterns.doubles_re.match(self._text, draft.end) and draft.form.number == "one":
            return  # the two of a pair have one place
        if recipient is None or draft.how == "vague" or not text.strip():
            return
        titled = self._text.endswith('"', 0, recipient[0])  # فيلم "3 أيام"
        counted = [] if titled else self._numbers.counted(text)
        if counted:
            draft.fields["count"] = sum(counted)
            draft.fields["counted"] = tuple(counted)
            return
        listed = self._listed_behind(recipient[1], text) if draft.fields["count"] == 1 or not draft.number else 0
        if listed > 1:
            draft.fields["count"] = listed
            return
        others = self._others_behind(draft.end) if draft.form.number == "one" else 0
        if others:
            draft.fields["count"] = self._names(recipient) + others
            return
        each = self._is_each(draft, recipient)
        names = 1 + text.count(" و") if each else self._names(recipient)
        if names > 1 and (each or self._is_for_each_named(draft, recipient)):
            shared = self._patterns.shared_re.search(self._text, draft.sentence[0], draft.end + 30)
            if draft.fields["count"] is None or not shared:
                draft.fields["count"] = names
        elif self._follows_number(draft):
            return
        elif draft.fields["count"] == 1 and self._is_distributive(draft) and self._is_plural(text, recipient[0]):
            before = self._text[max(0, draft.trigger.start - 6) : draft.trigger.start] if draft.trigger else ""
            draft.fields["count"] = 1 if before.endswith((" الذي ", " التي ")) else None

    def _listed_behind(self, position: int, text: str) -> int:
        """How many officials a list names behind the recipients and a colon: `وسام كذا للرفاق: فلان؛ فلان`."""
        colon = _COLON_RE.match(self._text, position)
        first = text.split(maxsplit=1)[0].removeprefix("ل").removeprefix("ال")
        if colon is None or first not in self._lists["comrades"]:
            return 0
        end = _LIST_END_RE.search(self._text, colon.end())
        officials = self._mentions.officials_in(colon.end(), end.start() if end else len(self._text))
        return max(len(officials), 2 * (first in self._patterns.roles["duals"]))

    def _others_behind(self, position: int) -> int:
        """How many others are said to have got it as well: `نالت فلانة وسام كذا، مع ثلاثة أشخاص آخرين`."""
        match = _WITH_RE.match(self._text, position)
        number = self._reader.read(self._text, match.end()) if match else None
        others = number is not None and _OTHERS_RE.match(self._text, number.end)
        return number.value if number and others and isinstance(number.value, int) else 0

    def _is_each(self, draft: AwardDraft, recipient: Place) -> bool:
        """Whether each of those named got one: `بلقب واحد لكل منهما`, `تساوت أندية كذا وكذا ولكل فريق بطولة`."""
        before = self._text[recipient[1] : draft.left].strip(" ,").removeprefix("و")
        return self._patterns.each_re.match(self._text, draft.end) is not None or before in self._patterns.roles["each"]

    def _follows_number(self, draft: AwardDraft) -> bool:
        """Whether an award is one of its list: `سبع ميداليات وشهادة`, `حصد الطلاب جوائز أبرزها ذهبية الروبوت`."""
        before = draft.previous
        if before is None or draft.head is None:
            return False
        if draft.form.number == "one" and self._patterns.parts_re.match(self._text[before.end : draft.left]):
            return True
        numbered = next((head for head in chain(draft.head) if head.number), None)
        return numbered is not None and "recipient" in numbered.fields

    def _is_for_each_named(self, draft: AwardDraft, recipient: Place) -> bool:
        """Whether each of several who are named got one, not a team or class of people together."""
        if draft.form.number == "many":
            return True
        return not self._is_won_together(draft) and not self._is_plural(self._text[slice(*recipient)], recipient[0])

    def _is_distributive(self, draft: AwardDraft) -> bool:
        """Whether a singular is given to each: not a cup, nor a title that a team wins together."""
        return draft.form.number == "one" and not self._is_won_together(draft)

    def _is_won_together(self, draft: AwardDraft) -> bool:
        """Whether a team wins it as one: a cup, or a title that is not given a name."""
        trigger: Trigger | None = draft.trigger.value if draft.trigger else None
        won = trigger is None or trigger.role != "give"
        return draft.fields["kind"] == "cup" or (
            draft.fields["kind"] == "title" and won and '"' not in self._text[draft.start : draft.end]
        )

    # --- the recipients ---

    def _names(self, recipient: Place) -> int:
        """How many persons a list names."""
        text = self._text[recipient[0] : recipient[1]]
        if self._is_plural(text, recipient[0]) and not text.startswith(("انديه", "فرق")):
            head, _, rest = text.partition(" ")
            listed = rest and head.startswith("ال") and self._joins_name(recipient[0] + len(head) + 1)
            return 1 + len(_AND_RE.findall(rest)) if listed else 1  # اللاعبون سالم وأحمد وعلي
        for start, end in self._phrases.asides_in(recipient):
            text = text[: start - recipient[0]] + "-" * (end - start) + text[end - recipient[0] :]
        text = _ASIDE_RE.sub(lambda match: "-" * len(match[0]), text)
        words = self._article.words
        index = words.index_at(recipient[0])
        first = words.classes[index] & GIVEN or self._heads_name(index)
        commas = named = 0
        head = text.split(maxsplit=1)[0]
        if self._is_apposition(text, recipient[1]):
            return 1
        for match in _JOINT_RE.finditer(text):
            if not match.start() - len(text.split(maxsplit=1)[0]) and first and not words.classes[index] & GIVEN:
                continue  # الباحثة والكاتبة فلانة
            if self._begins_office(recipient[0] + match.end()):
                continue  # فلانة، وزيرة الاقتصاد
            commas += "," in match[0]
            named += "," not in match[0] and self._joins_name(recipient[0] + match.end())
        if not commas and words.classes[index] & PLURAL and not words.classes[index] & (KNOWN | MAYBE_NAME):
            return 1  # اللجان العاملة والشعراء المشاركون
        if not commas and not first and named < 2 and not self._reader.read(text, 0):
            named = int(text.count(" و" + head + " ") == 1)  # اتحاد كذا واتحاد كذا
        officials = self._mentions.officials_in(*recipient) if commas or named else []
        aside = sum(text[start - recipient[0]] == "-" for start, _ in officials)
        return max(commas + named + 1, len(officials) - aside, self._dual_list(text, index))

    def _is_apposition(self, text: str, end: int) -> bool:
        """Whether one comma sets a name off that another closes: `حصل الممثل المغربي، سالم العلي، على جائزة`."""
        comma = text.find(",")
        office = self._mentions.last_named(end - len(text))  # وزير الصحة والسكان، فلان، عن فخره
        joined = " و" in (text[comma:] if office and office == (end - len(text), end) else text)
        return text.count(",") == 1 and not joined and self._text[end : end + 2].lstrip().startswith(",")

    def _begins_office(self, position: int) -> bool:
        """Whether an office of the person named before begins at an offset, or with و before it."""
        return self._mentions.is_office(position) or self._mentions.is_office(position - 1)

    def _joins_name(self, position: int) -> bool:
        """Whether a name follows a و that ends at an offset; وفاء is a name that begins with و."""
        words = self._article.words
        index = words.index_at(position)
        if index >= len(words):
            return False
        form, classes = words.forms[index], words.classes[index]
        head = form.removeprefix("و")
        if head.startswith("ال") and (head in self._lists["person_heads"] or self._heads_name(index)):
            return True
        return bool(classes & GIVEN) and bool(classes & CONJOINED or not form.startswith("و"))

    def _heads_name(self, index: int) -> bool:
        """Whether a token begins a name: `الشاعر`, `الكوبي خوسيه`, `الفوج 95`."""
        words = self._article.words
        form = words.forms[index].removeprefix("و")
        if form in self._lists["person_heads"] or form in self._lists["numbered"]:
            return True
        relational = form.startswith("ال") and form.endswith(("ي", "يه", "يان", "يين"))
        if not relational or index + 1 >= len(words):
            return False
        following = words.classes[index + 1]
        return bool(following & GIVEN) or (not following and words.forms[index + 1].isalpha())

    def _dual_list(self, text: str, index: int) -> int:
        """`الفنانين أيهم الريماوي ونداء عوض`: a dual with two names; `راكان` is a name of its own."""
        classes = self._article.words.classes[index]
        if classes & KNOWN or not classes & (NOUN | ADJECTIVE | DEFINITE):
            return 1
        first = text.split(maxsplit=1)[0]
        if "ال" + first.removeprefix("ل").removeprefix("ال") in self._lists["person_heads"]:
            return 1  # الفنان سالم معد ومخرج المسرحية
        return 2 if first.endswith(("ين", "ان")) and " و" in text else 1

    def _is_plural(self, text: str, start: int) -> bool:
        """Whether the recipients are an unnumbered plural or class of people, so that `و` in them counts nothing."""
        words = text.split()
        first = words[0] if words else ""
        if first in self._lists["plurals"] or first.removeprefix("ل") in self._lists["plurals"]:
            return True
        if first in ("فائزين", "قائدي", "لاعبو", "لاعبي"):
            return True
        bare = first.removeprefix("ال") if first.startswith("ال") else first.removeprefix("ل")
        index = self._article.words.index_at(start)
        classes = self._article.words.classes[index] if index < len(self._article.words) else 0
        if classes & PLACE:
            return False  # البحرين
        if first.endswith("ي") and classes & PLURAL and len(words) > 1 and not classes & (KNOWN | MAYBE_NAME):
            return True  # مسؤولي الإدارة
        if not first.startswith(("ال", "ل")) or len(bare) < 5 or not bare.endswith(("ين", "ون", "ات")):
            return False
        return bool(classes & (PLURAL | ADJECTIVE)) or not classes & (NOUN | PLACE | GIVEN)
