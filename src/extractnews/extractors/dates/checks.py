"""What a rule of dates asks of the text around its match."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from extractnews.article import ScannedArticle
from extractnews.calendars import is_gregorian_day, is_hijri_day
from extractnews.extractors.dates.contexts import After, Before, Qualifiers, word_before
from extractnews.extractors.dates.grammar import RuleMatch
from extractnews.extractors.dates.neighbours import continues_list
from extractnews.extractors.dates.partials import same_day_before, this_before
from extractnews.extractors.dates.parts import (
    HIJRI_NEWS_YEARS,
    LIST_YEARS,
    Match,
    Month,
    Part,
    closed,
    era_at,
    is_hijri_year,
    make,
)
from extractnews.normalise import fold
from extractnews.words import ADJECTIVE, KNOWN, NAME_PART, VERB

_ENTRY_YEARS: Final = range(1500, 2051)
_FROM: Final = ("بين ", "من ")
"""Before the lower of two numbers."""
_MORE_THAN: Final = ("اكثر من ", "اقل من ", "ازيد من ", "اكبر من ", "اعلي من ", "ادني من ")
"""Before a count."""
_UPPER_RE: Final = re.compile(r" ?(?:-|و|الي|حتي) ?(\d{4,9})(?!\w)")
_LONGEST_DATED: Final = 60
_DATED_RE: Final = re.compile(
    r"(?<!\w)(?:ال)?(?:مؤرخ|صادر|موقع)(?:ه|ين|تين)? (?:في|بتاريخ) (?:يوم )?"
    r"(?:[^.;\n]{5,40} ال(?:موافق|مصادف) ?(?:ل ?)?(?:يوم )?)?$"
)
"""What leads to a document's date, over its Hijri equivalent too."""
_LONGEST_MEDIUM: Final = 10
_MEDIUM_RE: Final = re.compile(
    r"(?:موقع|صحيفه|جريده|مجله|قناه|اذاعه|حركه|كتيبه|لواء|ملعب|ساحه|شارع|جائزه|مجموعه|لجنه|وسام) ?$"
)
_LONGEST_COMPETITION: Final = 60
_COMPETITION_RE: Final = re.compile(
    r"(?<!\w)[وفبل]?(?:ال|ل)?(?:دوري|كاس|بطوله|ليغا|ليجا|بريميرليغ|بريميرليج|كالتشيو|بوندسليغا)"
    r"(?: (?!(?:[بل]?ال|لل|[بل])?(?:مواسم|موسم|عام|سنه|فتره|مرحله|في|من|منذ|خلال|بين)(?!\w))[^\W\d_]+){0,4} $"
)
"""A competition, of whose name the season behind it is a part (`دوري الأبطال 2023-2024`)."""
_EVERY_RE: Final = re.compile(r" (?:الشهري|الاسبوعي)(?!\w)")
_SPOKEN_TO_RE: Final = re.compile(r"(?:(?<!\w)ل|(?<!\w)(?:مع|حصلت|تلقت|علمت|ابلغ|وكاله|صحيفه)) ?\($|^\($|\n\($")
_LONGEST_OPENING: Final = 30
_OPENING_RE: Final = re.compile(r"(?:^|\n) ?(?:[^\W\d_]+ ?\( ?)?(?P<name>[^\W\d_]+) $")
_OPENING_ENDS_RE: Final = re.compile(r" ?(?:[:/)]|-(?! ?\d))")
_PAPER_RE: Final = re.compile(r"(?<!\w)[وفبل]?(?:صحيفه|جريده|مجله|روايه|فيلم) \"?$")
_SUMMER: Final = 22
_THIS: Final = "هذا "
_LONGEST_SEASON: Final = 24
_SEASON_RE: Final = re.compile(r"(?:ربيع|خريف|شتاء|صيف) [^.;\n]*\d{4}$")
_EARLIEST_YEAR: Final = 1000
_LATEST_YEAR: Final = 2100
"""A number beyond these after عام may count what follows (`كل سنة 4200 وظيفة`)."""
_ROUND: Final = range(0, 1000, 50)  # (100م): metres
_LARGEST_SCORE: Final = 9
_LONGEST_DAY_NAME: Final = 70
_DAY_NAMED_RE: Final = re.compile(r"(?<!\w)[وفبل]?(?:ل|ال)?(?:يوم|ذكري|عيد)(?!\w)[^.;\n\d(]*\($")
"""What leads from a day of observance to its date in brackets (`يوم الشهداء (27/7)`)."""
_FRACTION_RE: Final = re.compile(r" (?:ال\w|من |كلم|كم|متر|ساع|نقط)|[ %]*%")
_DOCUMENT_NUMBER_RE: Final = re.compile(r"(?:[\d)\]]\w?,? لل?|(?:رقم|عدد)[ :]*\(?[\w/.-]*\d[\w/.-]*\)? )$")
_DOCUMENT_WORD_RE: Final = re.compile(r"(?:رقم|عدد|رقمي|تحويله|هاتف|فاكس|جوال|ص)[ :(]*$")
_GENERAL: Final = (
    "الامين ", "المدير ", "الرئيس ", "المشرف ", "النائب ", "المدعي ", "القائد ", "المفتش ", "المراقب ", "السكرتير ",
    "المقرر ", "القنصل ", "المنسق ", "الكاتب ", "الراي ", "المحامي ", "الامن ", "الاداره ", "الجمع ", "الاضراب ",
)  # fmt: skip
"""What is called العام."""
_COUNTED_RE: Final = re.compile(r"[.,]?\d| (?!في|من|الي|علي|عن|مع|حيث|بعد|ان|ثم|لم|كان|قد|او|التي|الذي|ال)\w{3,}")
_AGE_RE: Final = re.compile(r" (?:من )?(?:ال)?(?:عمر|سن)| (?:درجه|(?:ال)?مئويه)")
_OBSERVANCE_RE: Final = re.compile(r" ال\w+[يه] ل(?:ل|حقوق|مكافحه|مناهضه|ذوي)")
"""What follows `اليوم` in a day of observance (`اليوم العربي للشعر`)."""
_EGYPTIAN_RE: Final = re.compile(r"(?<!\w)[وفبلك]?ال(?!صحيفه|جريده)\w+ المصري $")
"""The adjective before `اليوم`, not the newspaper's name."""
_THAT: Final = frozenset(("ان", "وان", "فان", "بان", "لان"))
_UNITING: Final = ("يجمع ", "تجمع ", "جمع ", "جمعت ")
_BOTH_END_RE: Final = re.compile(r" ?[.,;\n]| معا")
_DAY_IN_BRACKET_RE: Final = re.compile(r" \( ?(?:\d|يوم|امس|غدا|اليوم)")
_DUAL_RE: Final = re.compile(r' "?(?:(\w+ا)ن?(?!\w)|\w+ (\w+هما)(?!\w))')
"""What follows two people: a verb or adjective in the dual, or what is said of them both."""
_WORK_ENDS_RE: Final = re.compile(r" ?[,.;\n]| (?:مع|امام|من اخراج|ثم|واخيرا) | و?[\"(]")
_GREGORIAN_AFTER_RE: Final = re.compile(r" ?[-/(]? ?\d{4} ?م(?!\w)")
_ADJECTIVE_AFTER_RE: Final = re.compile(r" ال(?!ي |ا |ان )| من كل ")
_BEFORE_ENTRY: Final = ("", "\n", ".", ":")
_ENTRY_RE: Final = re.compile(r" ?[-:] ?(?=[^\W\d])")


class DateChecks:
    """Decides whether a rule's match is a date, and how far it goes.

    Args:
        data: `dates.toml`.
        qualifiers: its qualifiers.
        loose: as of the extractor.
    """

    def __init__(self, data: dict[str, Any], qualifiers: Qualifiers, loose: bool) -> None:
        self._loose = loose
        self._only_after_month = frozenset(data["months"]["weak"]["only_after_month"])
        self._qualifiers = qualifiers
        contexts = data["contexts"]
        self._month_before = Before(contexts["month_before"])
        self._ordinal_day_before = Before([*contexts["day_before"], *contexts["weak_day_before"]])
        self._day_before = Before(contexts["day_before"])
        self._feminine = frozenset(map(fold, contexts["counts_no_day"]))
        self._no_day_before = Before(contexts["no_day_before"])
        self._numeric_month_before = Before(contexts["numeric_month_before"])
        self._weak_day_before = Before(contexts["weak_day_before"])
        self._year_before = Before(contexts["year_before"])
        self._edition_before = Before(contexts["edition_before"])
        self._counted_after = After(contexts["counted_after"])
        self._quarter_before = Before(contexts["quarter_before"])
        self._period_openers = tuple(f" {fold(word)} " for word in contexts["period_before"])
        self._money_re = re.compile("|".join(map(fold, contexts["money"])))
        self._not_before_relative = Before(contexts["not_before_relative"])
        self._future_and_past, self._not_after_relative = (
            Before(contexts["future_and_past"]),
            After(contexts["not_after_relative"]),
        )
        self._not_before_weekday = Before(contexts["not_before_weekday"])
        self._surname = {key: frozenset(map(fold, words)) for key, words in contexts["surname"].items()}
        self._not_before_today = Before([*contexts["today"]["not_before"], *contexts["today"]["nowadays"]])
        self._not_after_today = After(contexts["today"]["not_after"])
        self._event_before = Before(contexts["events"])
        self._place_before = Before(contexts["places"])
        self._country_before = Before(contexts["today"]["countries"])
        media, countries = ("|".join(map(fold, contexts["today"][key])) for key in ("media", "countries"))
        self._paper_re = re.compile(rf'(?:(?<!\w)(?:[وفبل]?(?:{media}) "?|ل)|")(?:{countries}) $')
        self._checks: dict[str, Callable[[ScannedArticle, Match], Match | None]] = {
            "month": self._check_month,
            "same_month": self._check_same_month,
            "day_month": self._check_day_month,
            "day_of_month": self._check_day_of_month,
            "day_and_month_of_year": self._check_day_and_month_of_year,
            "numeric_month": self._check_numeric_month,
            "day_range": self._check_day_range,
            "day_and_date_range": self._check_day_and_date_range,
            "day_and_month": self._check_day_and_month,
            "day_and_month_range": self._check_day_and_month,
            "spaced_numeric": self._check_spaced_numeric,
            "day_of_month_range": self._check_day_of_month,
            "year": self._check_year,
            "bare_year": self._check_bare_year,
            "year_range": self._check_year_range,
            "year_to_day": self._check_year_to_day,
            "between": self._check_between,
            "date_range": self._check_date_range,
            "listed_year": self._check_listed_year,
            "unit": self._check_unit,
            "relative_day": self._check_relative_day,
            "weekday": self._check_weekday,
            "season": self._check_season,
            "weekday_range": self._check_weekday_range,
            "decade": self._check_decade,
            "part_of_year": self._check_part_of_year,
            "day_alone": self._check_day_alone,
        }

    def __call__(
        self, article: ScannedArticle, parts: list[Part], found: RuleMatch, before: list[Match]
    ) -> Match | None:
        """The rule's match if its check lets it pass, as the check leaves it.

        Args:
            article: the article.
            parts: the parts that stand together.
            found: the rule's match among them.
            before: the matches before it in the article.
        """
        rule, split = found.rule, found.split
        taken = parts[found.first : found.last]
        if taken[0].code == "B":
            taken, split = taken[1:], split - 1
        end = taken[-1].end
        if found.opens:
            end = closed(article.text, "(", end)
        match = make(Match, (rule, taken, taken[0].start, end, split))
        if article.text.startswith(("_", ".كوم", ".نت", ".com", ".net"), end):
            return None  # #اليوم_الوطني, a site
        quoted = article.text[match.start - 1 : match.start] == '"' == article.text[end : end + 1]
        if quoted and _MEDIUM_RE.search(article.text, max(0, match.start - _LONGEST_MEDIUM), match.start - 1):
            return None  # موقع "26 سبتمبر"
        check = self._checks.get(rule)
        if check is None:
            return match
        checked = check(article, match)
        if checked is None and rule == "bare_year" and before and continues_list(article.text, before[-1], match):
            return match
        if checked is None and rule == "part_of_year" and any(earlier.rule == rule for earlier in before):
            # وشهد الربع الثاني كذا, in an article that has spoken of quarters
            in_turn = article.text.startswith(" علي التوالي", match.end)
            return match if taken[-1].code == "O" and not in_turn else None
        return checked

    def _check_month(self, article: ScannedArticle, match: Match) -> Match | None:
        if self._event_before(article.text, match.start) and not any(part.code in "yA" for part in match.parts):
            return None  # حرب أكتوبر 1973
        if article.text.endswith(" دي ", 0, match.start):
            return None  # لويجي دي مايو
        if len(match.parts) == 1 and _PAPER_RE.search(article.text, max(0, match.start - _LONGEST_MEDIUM), match.start):
            return None  # مجلة أكتوبر
        if len(match.parts) > 1 or not match.parts[0].value.weak:
            return match
        if match.parts[0].value.name in self._only_after_month:
            if match.parts[0].value.name.startswith("الشهر"):
                return _with_this(article.text, match) if this_before(article.text, match.start) else None
            return match if article.text.endswith("شهر ", 0, match.start) else None
        return match if self._month_before(article.text, match.start) else None

    def _check_same_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`الشهر نفسه من العام الماضي`: one adjective must point back, the other say how far away the year is."""
        _, same, _, year = match.parts
        away = isinstance(year.value, int) or year.value == "previous"
        return match if same.value == "same" and away else None

    def _check_day_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`4 - صفر` and `4/صفر` are scores; `ملعب 5 جويلية` and, without a year, `ثورة 14 جانفي` are names."""
        if match.parts[0].code in "NO" and self._place_before(article.text, match.start):
            return None
        if match.parts[-1].code in "MH":
            start = match.start
            for article_before in (" ال", " ال "):  # ثورة الـ14 من أكتوبر
                if article.text.endswith(article_before, 0, start):
                    start -= len(article_before) - 1
                    break
            if self._event_before(article.text, start):
                return None
        first, second = match.parts[:2]
        counted = first.code == "N" and article.text.startswith(" في ", first.end)
        if counted and not self._day_before(article.text, match.start):
            # ارتفع المؤشر إلى 15 في أكتوبر
            taken = match.parts[2 if second.code == "m" else 1 :]
            return match._replace(rule="month", parts=taken, start=taken[0].start)
        if first.code == "O" and self._counts_no_day(article.text, first):
            taken = match.parts[2 if second.code == "m" else 1 :]
            return match._replace(rule="month", parts=taken, start=taken[0].start)
        for day, month in zip(match.parts, match.parts[1:], strict=False):
            if month.code in "MH" and month.value.weak and month is match.parts[-1]:
                sign = article.text[day.end : month.start]
                return None if "-" in sign or ("/" in sign and month.value.name == "صفر") else match
        return match

    def _counts_no_day(self, text: str, ordinal: Part) -> bool:
        """Whether an ordinal counts what stands before it (`الدورة العشرون في يوليو`, `الأيام الأولى من أكتوبر`)."""
        if text[ordinal.start : ordinal.end] in self._feminine or self._no_day_before(text, ordinal.start):
            return True
        return text.startswith(" في ", ordinal.end) and not self._ordinal_day_before(text, ordinal.start)

    def _check_numeric_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`3/2015` is a month after `شهر` and the like; elsewhere it is a code as often."""
        return match if self._loose or self._numeric_month_before(article.text, match.start) else None

    def _check_day_and_month_of_year(self, article: ScannedArticle, match: Match) -> Match | None:
        """`11/9 عام 2001`; of `فاز 2/1 عام 2006` the year alone is a date."""
        numbers = match._replace(parts=match.parts[:-2], end=match.parts[-3].end)
        if numbers.parts[-2].value > _LARGEST_SCORE or self._names_day(article.text, numbers):
            return match
        return Match("year", match.parts[-2:], match.parts[-2].start, match.end, 0)

    def _check_day_range(self, article: ScannedArticle, match: Match) -> Match | None:
        """`(14 - 25) مايو` begins with its bracket; in `العدد السابع / 30 مايو` the ordinal counts something else."""
        text, start = article.text, match.start
        if match.parts[0].code == "O" and self._no_day_before(text, start):
            return None
        month = next(index for index, part in enumerate(match.parts) if part.code in "MH")
        if ")" not in text[match.parts[month - 1].end : match.parts[month].start]:
            return match
        before = start - 2 if text.endswith("( ", 0, start) else start - 1
        return match._replace(start=before) if text[before : before + 1] == "(" else None

    def _check_day_and_date_range(self, article: ScannedArticle, match: Match) -> Match | None:
        """`من 3 إلى 5/2/2014`; what is no range ends with a date all the same."""
        text, parts = article.text, list(match.parts)
        date = parts[-1].value
        begins = self._day_before(text, match.start) or text.endswith(("من ", "بين "), 0, match.start)
        if len(parts) == 2:
            fits = begins and parts[0].value < date.day
        else:
            month = parts[1]
            fits = begins and is_gregorian_day(None, month.value, parts[0].value)
            parts[1] = month._replace(code="M", value=Month(month.value, date.calendar, False, ""))
        if fits:
            return match._replace(parts=parts)
        return Match("numeric", [parts[-1]], parts[-1].start, parts[-1].end, 0)

    def _check_day_and_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`19/10` is a day where the words before it say so; elsewhere it is a score, a fraction or a code."""
        text, parts = article.text, list(match.parts)
        months = [index for index in range(1, len(parts)) if text[parts[index - 1].end : parts[index].start] == "/"]
        exist = all(is_gregorian_day(None, parts[month].value, parts[month - 1].value) for month in months)
        # من 25/6 إلى 30/9: what is more than a whole is no fraction
        whole = all(parts[month].value < parts[month - 1].value for month in months)
        period = whole and match.split > 0 and text.endswith(_FROM, 0, match.start)
        if not exist or len(parts) - 1 not in months or not (period or self._names_day(text, match)):
            return self._check_before_numbers(article, match)
        for month in months:
            number = parts[month]
            parts[month] = number._replace(code="M", value=Month(number.value, "gregorian", False, ""))
        return match._replace(parts=parts)

    def _check_before_numbers(self, article: ScannedArticle, match: Match) -> Match | None:
        """The weekday or the relative day before numbers that are no date (`فاز أمس 2/1`)."""
        days = [part for part in match.parts if part.code in "RTW"]
        if not days:
            return None
        if days[0].code == "W":
            return self._check_weekday(article, Match("weekday", days, match.start, days[0].end, 0))
        return self._check_relative_day(article, Match("relative_day", days, match.start, days[-1].end, 0))

    def _names_day(self, text: str, match: Match) -> bool:
        start = match.start
        if match.parts[0].code != "N":
            return bool(match.parts[-2].value > _LARGEST_SCORE)
        if self._day_before(text, start):
            return True
        if text[start - 1 : start] == "(" and text[match.end : match.end + 1] == ")":
            return _DAY_NAMED_RE.search(text, max(0, start - _LONGEST_DAY_NAME), start) is not None
        return self._weak_day_before(text, start) and not _FRACTION_RE.match(text, match.end)

    def _check_spaced_numeric(self, article: ScannedArticle, match: Match) -> Match | None:
        day, month = (part.value for part in match.parts if part.code == "N")
        year = match.parts[-1].value
        if is_hijri_year(year):
            return match if is_hijri_day(month, day) else None
        return match if is_gregorian_day(year.number, month, day) and year.number in LIST_YEARS else None

    def _check_day_of_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`الأشهر الـ 18 الماضية` counts months."""
        last = match.parts[-1]
        if last.code == "I":  # في 28 منه; not المادة 28 منه
            before = match.parts[0].code in "RTW" or article.text.endswith(("من ", "بين "), 0, match.start)
            named = before or self._day_before(article.text, match.start)
            return match if named or self._weak_day_before(article.text, match.start) else None
        if last.code == "A" and match.parts[-2].code != "m":
            return None if article.text[last.end - 1] in "هن" else match
        return match

    def _check_year(self, article: ScannedArticle, match: Match) -> Match | None:
        text, first = article.text, match.parts[0]
        if _follows_document_number(text, match.start):
            return None
        if match.parts[1].code == "A":
            if first.word.endswith("ال") and text.endswith(_GENERAL, 0, match.start):
                return None
            final = text.startswith("الاخير", match.parts[1].start) and text.startswith(" من ", match.end)
            if not first.word or final:
                return None  # السنة الأخيرة من التعليم
            last = match.parts[-1]
            if last.code == "Y" and last.value.era is None and not _is_year_of_news(last.value.number):
                # العام الماضي 1500 حقيبة
                return match._replace(parts=match.parts[:2], end=match.parts[1].end)
            return _with_this(text, match)
        second = match.parts[1]
        if second.code in "nN" and text[first.end : second.start].strip() in ("ال", "يوم"):
            return None  # للعام الـ 84 على التوالي; not المؤتمر العام يوم 8 يناير
        number = second.code in "nN"
        year = second.value.number if second.code == "Y" and second.value.era is None else _EARLIEST_YEAR
        few = number and (second.value < 10 or first.word.endswith("ال"))
        if few or year > _LATEST_YEAR or ((number or year < _EARLIEST_YEAR) and _COUNTED_RE.match(text, match.end)):
            # What the number counts begins the next phrase: `مثل المملكة هذا العام 8 موهوبين`.
            return self._check_unit(article, Match("unit", [first], first.start, first.end, 0))
        era = era_at(text, match.end) if number else None  # عام 72م
        return _with_this(text, match if era is None or not era[2] else match._replace(end=era.end()))

    def _check_bare_year(self, article: ScannedArticle, match: Match) -> Match | None:
        text, year = article.text, match.parts[0].value
        if _begins_entry(text, match) and year.number in _ENTRY_YEARS:
            return match
        if year.era is None and year.number not in LIST_YEARS:
            return None
        if year.era == "hijri" and _GREGORIAN_AFTER_RE.match(text, match.end):
            return match
        if text.endswith(_MORE_THAN, 0, match.start):
            return None
        if not self._year_before(text, match.start) and not (
            year.era is not None and self._edition_before(text, match.start)
        ):
            # `(2005)` beside a work's title or a person's name; a round number in brackets is more often a count.
            bracketed = text[match.start - 1 : match.start] == "(" and text[match.end : match.end + 1] == ")"
            round_number = year.number in (1900, 2000) if year.era is None else year.number in _ROUND
            round_number = round_number and text[match.start - 3 : match.start] != '" ('
            if (not bracketed or round_number) and not _ends_source(text, match) and not _dates_work(text, match):
                return None
        if self._counted_after(text, match.end):
            return None
        return None if text.endswith(_FROM, 0, match.start) and self._begins_amount(text, match.end) else match

    def _begins_amount(self, text: str, end: int) -> bool:
        """Whether a number is the lower of two that count something (`ما بين 2000 إلى 2400 ريال`)."""
        upper = _UPPER_RE.match(text, end)
        if upper is None:
            return False
        return int(upper[1]) > _LATEST_YEAR or self._counted_after(text, upper.end())

    def _check_year_range(self, article: ScannedArticle, match: Match) -> Match | None:
        years = [part.value for part in match.parts if part.code == "Y"]
        text = article.text
        if len(years) == 2:
            first, last = years[0].number, years[1].number
            if first < last <= 0:
                return match  # 1567 - 1200 قبل الميلاد
            if not first < last <= first + 150 or first < 1200 or (last > 2100):
                return None
            sign = text[match.parts[match.split - 1].end : match.parts[match.split].start]
            named = match.parts[0].code in "yZz"
            if "/" in sign and last - first > 1 and not named:
                return None
            if _DOCUMENT_WORD_RE.search(text, max(0, match.start - 12), match.start):
                return None
            first_of_name = max(0, match.start - _LONGEST_COMPETITION)
            if not named and _COMPETITION_RE.search(text, first_of_name, match.start):
                return None
        return match

    def _check_year_to_day(self, article: ScannedArticle, match: Match) -> Match | None:
        """`من 2004 إلى غاية 1 مارس 2016`: without its noun a year begins a range only behind a preposition."""
        named = match.parts[0].code == "y" or article.text.endswith(_FROM, 0, match.start)
        return match if named else None

    def _check_date_range(self, article: ScannedArticle, match: Match) -> Match | None:
        """`المؤرخ في 12 محرم 1442 الموافق 31 أوت 2020 إلى غاية 31 مارس 2021`: a document's date begins no range."""
        start = match.start
        return None if _DATED_RE.search(article.text, max(0, start - _LONGEST_DATED), start) else match

    def _check_listed_year(self, article: ScannedArticle, match: Match) -> Match | None:
        """`أعوام 1995 و1998`, `أعوام: 1995 و1998`; not `خمس سنوات، 1995`."""
        return None if "," in article.text[match.parts[0].end : match.parts[1].start] else match

    def _check_between(self, article: ScannedArticle, match: Match) -> Match | None:
        """`بين 1600 و2000 ميغاوات` are numbers, where no noun calls them years."""
        years = all(part.code == "Y" for part in match.parts)
        return None if years and self._counted_after(article.text, match.end) else match

    def _check_unit(self, article: ScannedArticle, match: Match) -> Match | None:
        first = match.parts[0]
        if len(match.parts) > 1:
            return _with_this(article.text, match) if first.word else None
        if self._loose and first.word.endswith("ال"):
            return match
        if not first.word or first.code == "E":
            return None
        if first.word.endswith("ال") and not _goes_on(article.text, match.end):
            # نهاية الأسبوع is no week, but the days off.
            allowed = ("early",) if first.code == "w" else ("early", "mid", "late")
            if self._qualifiers.before(article.text, match.start) in allowed:
                return match
        this = this_before(article.text, match.start)
        return match._replace(start=this) if this is not None else None

    def _check_relative_day(self, article: ScannedArticle, match: Match) -> Match | None:
        text, parts = article.text, match.parts
        if len(parts) == 2 and parts[1].code == "A":
            if parts[0].code == "R":
                return match._replace(parts=parts[:1], end=parts[0].end)
            return match if parts[1].value in ("same", "next") else None
        if len(parts) == 1 and _is_medium(article, match):
            return None
        if parts[0].code == "R":
            return match if self._is_yesterday_or_tomorrow(article, match) else None
        if len(parts) == 1:
            same = same_day_before(text, match.start)
            if same is not None:
                return None if text.startswith(" الذي", match.end) else match._replace(start=same)
            if not self._is_today(text, match):
                return None
        this = this_before(text, match.start)
        return match._replace(start=this) if this is not None else match

    def _is_yesterday_or_tomorrow(self, article: ScannedArticle, match: Match) -> bool:
        """Whether `أمس`, `الغد` and the like are days: not the past (`أحزان الأمس`), the future or a part of a name."""
        text = article.text
        if self._not_before_relative(text, match.start) or self._not_after_relative(text, match.end):
            return False
        if text.endswith("اشبه الليله ب", 0, match.start):
            return False  # ما أشبه الليلة بالبارحة
        if text.startswith("ال", match.start):
            if self._future_and_past(text, match.start):
                return False  # وجهة الغد
            if text.endswith("بين ", 0, match.start) and text.startswith(" واليوم", match.end):
                return False  # بين الأمس واليوم
        return not _is_verb_of_touch(article, match)

    def _is_today(self, text: str, match: Match) -> bool:
        """Whether `اليوم` alone is today: not nowadays, a day of observance, each day or a part of a name."""
        if self._not_after_today(text, match.end) or _OBSERVANCE_RE.match(text, match.end):
            return False
        if text.startswith("بين الامس و", match.start - 11):
            return False  # بين الأمس واليوم
        if text.endswith(" ب", 0, match.start):
            return False  # عشر ساعات باليوم
        if self._not_before_today(text, match.start) and not _EGYPTIAN_RE.search(
            text, max(0, match.start - 30), match.start
        ):
            return False
        return not self._country_before(text, match.start) or not (
            text.startswith('"', match.end) or self._paper_re.search(text, max(0, match.start - 24), match.start)
        )

    def _check_weekday(self, article: ScannedArticle, match: Match) -> Match | None:
        if self._not_before_weekday(article.text, match.start) or self._is_surname(article, match):
            return None
        text = article.text
        if text.startswith("الاثنين", match.start) and len(match.parts) == 1 and _are_both(article, match):
            return None
        if _EVERY_RE.match(text, match.end):
            return None  # لقاء الثلاثاء الشهري
        return _with_this(text, match)

    def _is_surname(self, article: ScannedArticle, match: Match) -> bool:
        """Whether `الخميس` is a family name behind a given one (`اختير أحمد الخميس أمينا`).

        Of kings a given name is the whole name (`استقبل الملك محمد الخميس`), and behind a verb the day is meant
        (`قال أحمد الخميس إن`) unless an office follows.
        """
        text, start = article.text, match.start
        if len(match.parts) > 1 or not text.startswith("الخميس", start) or text[start - 1 : start] != " ":
            return False
        words = article.words
        index = words.index_at(start)
        if index < 2 or words.forms[index - 1].removeprefix("و") not in self._surname["given"]:
            return False
        before = words.forms[index - 2]
        if before in self._surname["known_by_given_name"] or words.classes[index - 2] & NAME_PART:
            return False
        if words.classes[index - 2] & VERB and not words.forms[index - 1].startswith("و"):
            return index + 1 < len(words) and words.forms[index + 1] in self._surname["offices"]
        return not words.classes[index - 2] & KNOWN or words.forms[index - 1].startswith("و")

    def _check_weekday_range(self, article: ScannedArticle, match: Match) -> Match | None:
        """`ليل الجمعة السبت` is the night between two days; other weekdays without a preposition are a list."""
        first, second = match.parts[match.split - 1], match.parts[match.split]
        sign = article.text[first.end : second.start]
        if sign.endswith("و"):  # السبت والأحد الماضيين
            dual = article.text[match.end - 2 : match.end] == "ين" and (first.value + 1) % 7 == second.value
            return match if dual else None
        if sign.strip(" -/"):
            return match
        if first.code != "W" or (first.value + 1) % 7 != second.value:
            return None
        return match if article.text.endswith(("ليل ", "ليله "), 0, match.start) else None

    def _check_season(self, article: ScannedArticle, match: Match) -> Match | None:
        """`وصيف 2004` is the runner-up of that year, unless a season stands before (`ربيع 2001 وصيف 2002`)."""
        start, year = match.start, match.parts[-1]
        if year.code == "s":
            if article.text[start - 4 : start] != _THIS or _goes_on(article.text, match.end):
                return None  # هذا الربيع العربي
            return match._replace(parts=[year, Part(year.end, year.end, "A", 0)], start=start - 4)
        if match.parts[0].value != _SUMMER or article.text[start - 2 : start] != " و" or year.code != "Y":
            return match
        if _SEASON_RE.search(article.text, max(0, start - _LONGEST_SEASON), start - 2) is not None:
            return match
        return Match("bare_year", [year], year.start, year.end, 0)

    def _check_day_alone(self, article: ScannedArticle, match: Match) -> Match | None:
        return match if article.text.endswith("يوم ", 0, match.start) else None

    def _check_part_of_year(self, article: ScannedArticle, match: Match) -> Match | None:
        """`الربع الثاني` alone is of a year where money or growth is spoken of, and of a match elsewhere."""
        text, start = article.text, match.start
        if len(match.parts) > 2 or self._quarter_before(text, start):
            return match
        opened = text.endswith(self._period_openers, 0, start) or (
            match.parts[1].code == "O" and text[start - 2 : start + 1] == " لل"  # للربع الثاني
        )
        return match if opened and self._money_re.search(text, max(0, start - 120), start) else None

    def _check_decade(self, article: ScannedArticle, match: Match) -> Match | None:
        if len(match.parts) == 1:
            if _AGE_RE.match(article.text, match.end):
                return None
            if match.parts[0].word.endswith("ال") is False:
                return None
        return match


def _with_this(text: str, match: Match) -> Match:
    """A match with the demonstrative before it (`هذا الشهر الجاري`, `هذا الخميس`)."""
    this = this_before(text, match.start)
    return match._replace(start=this) if this is not None and text.startswith("هذ", this) else match


def _is_medium(article: ScannedArticle, match: Match) -> bool:
    """Whether a relative day is a medium's name: `صحيفة "اليوم"`, `قال لـ(اليوم)`, `وطن اليوم: ...`."""
    text, start, end = article.text, match.start, match.end
    if text.startswith('"', end) and text.endswith(('"', '" '), 0, start):
        return True
    if text.startswith(")", end) and _SPOKEN_TO_RE.search(text, max(0, start - 12), start):
        return True
    return _begins_with_paper(article, match)


def _begins_with_paper(article: ScannedArticle, match: Match) -> bool:
    """Whether a name with `اليوم` begins the text, as the publisher (`وطن اليوم: ...`, `صنعاء (بلاد اليوم) ...`)."""
    text, start = article.text, match.start
    if start > _LONGEST_OPENING or _OPENING_ENDS_RE.match(text, match.end) is None:
        return False
    opening = _OPENING_RE.search(text, 0, start)
    return opening is not None and not article.is_verb(opening["name"])


def _is_verb_of_touch(article: ScannedArticle, match: Match) -> bool:
    """Whether ل and `أمس` are the verb `لامس` ('touched'): no hamza is written."""
    part = match.parts[0]
    if article.text[part.start - 1 : part.end] != "لامس":
        return False
    return "\u0623" not in article.view.written(part.start, part.end)


def _are_both(article: ScannedArticle, match: Match) -> bool:
    """Whether `الاثنين` are two, as the words around say (`بين الاثنين`, `أن الاثنين وصلا`, `الاثنين معا`)."""
    text, start, end = article.text, match.start, match.end
    if text.endswith("بين ", 0, start):
        return not text.startswith(" و", end) and _DAY_IN_BRACKET_RE.match(text, end) is None
    if text.startswith(" معا", end):
        return True
    if text.endswith(_UNITING, 0, start):
        return _BOTH_END_RE.match(text, end) is not None
    if text[start - 3 : start] != "ان " or word_before(text, start - 1) not in _THAT:
        return False
    following = _DUAL_RE.match(text, end)
    if following is None:
        return False
    words = article.words
    return bool(following[2] or words.classes[words.index_at(following.start(1))] & (VERB | ADJECTIVE))


def _goes_on(text: str, end: int) -> bool:
    """Whether an adjective or a possessor follows a unit (`نهاية العام الدراسي`)."""
    return _ADJECTIVE_AFTER_RE.match(text, end) is not None


def _begins_entry(text: str, match: Match) -> bool:
    """Whether a year begins an entry of a chronicle (`1969 - هبوط الإنسان على القمر`)."""
    before = text[max(0, match.start - 2) : match.start].rstrip(" ")[-1:]
    return before in _BEFORE_ENTRY and _ENTRY_RE.match(text, match.end) is not None


def _ends_source(text: str, match: Match) -> bool:
    """Whether a year ends a bibliographic reference (`(بيروت: دار النهضة، 1993)`)."""
    start = match.start
    if text[start - 2 : start] != ", " or not (text[start - 3].isalpha() or text[start - 3] == '"'):
        return False
    return text.startswith(")", match.end) or text[match.end : match.end + 2] in (".", ".\n")


def _dates_work(text: str, match: Match) -> bool:
    """Whether a year stands between the quoted title of a work and the end of its mention (`و(المسافر) 2009 مع`)."""
    before = text[match.start - 2 : match.start]
    titled = before in (") ", '" ') and text[match.start - 3].isalpha() and not text[match.start - 3].isascii()
    return titled and _WORK_ENDS_RE.match(text, match.end) is not None


def _is_year_of_news(number: int) -> bool:
    """Whether a number is a year that news calls the last, this or the next, of either calendar."""
    return number in LIST_YEARS or number in HIJRI_NEWS_YEARS


def _follows_document_number(text: str, start: int) -> bool:
    """Whether a year is a document's (`القرار رقم 5 لعام 2014`)."""
    before = text[max(0, start - 24) : start]
    if text.startswith("لعام", start) and "رقم" not in before:
        return False  # الدورة (45) للعام 1436
    if before.endswith("ل") or "رقم" in before or "عدد" in before:
        return _DOCUMENT_NUMBER_RE.search(before) is not None
    return False
