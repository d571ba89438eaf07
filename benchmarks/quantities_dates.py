"""Measures the quantities and dates that are found, on annotated sentences and on public test sets.

    python benchmarks/quantities_dates.py SHARED_FOLDER [--errors N]

SHARED_FOLDER holds ``gold/`` (annotated documents), ``seeds/`` (the documents of gold/seeds) and ``evaldata/`` with
``numbers_dates`` (acceptance specifications of Recognizers-Text) and ``quantities`` (tests of quantulum3).
"""

import argparse
import json
import re
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from claimcmp.pipeline.dates import find_dates
from claimcmp.pipeline.quantities import find_quantities
from claimcmp.pipeline.sentences import find_text_sentences
from claimcmp.pipeline.told_dates import ToldDates
from claimcmp.units import convert, find_unit, is_currency

Row = dict[str, Any]

# What written English dates look like: with a month's name or a year, a weekday alone, or counted from today or from
# another date. Left out are chat ("the 27th", "my week", "second Sunday", "tmrw", months in lower case), times of day,
# years in words, figures without a year or with two digits for it ("4/22", "9-18-15"), mixtures ("2019-aug-1"),
# addresses, lengths of time and open ends ("next 3 days", "within 5 days", "in 2 weeks", "after 2018"), feasts, what
# points at something that is not in the sentence ("that weekend", "rest of the week"), and days that do not exist. The
# share of all cases that give days or intervals of days is printed beside.
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
FORMAL = re.compile(
    r"(?:(?:on|in|the|of|from|between|during|since|early|late|mid|year|quarter|first|second|third|fourth|and|to|until"
    rf"|through|this|last|next|previous|month|week|weekend|{MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|(?:19|20)\d\d|after|before"
    r"|\d{4}-\d\d-\d\d|[a-z]*day|yesterday|today|tomorrow|spring|summer|autumn|winter|ago|[a-z]+(?:th|first)|one|two"
    r"|three|five|years?|months?|days?|century|[12]\d\d0s|q[1-4])[\s,–-]*)+",
    re.IGNORECASE,
)
DATED = re.compile(
    rf"\b(?:19|20)\d\d|\b{MONTH}\s|\s{MONTH}|(?:[nisour]d|tod|yesterd)ay\b|tomorrow|ago\b|century"
    r"|(?:this|last|next)\s(?:week|month|quarter|year)",
    re.IGNORECASE,
)
CHAT = re.compile(
    r"\d[:.]\d|o'?clock|\b(?:week of|holiday|weekday|workday)\b|\b(?:last|next|past)\s\d|\b[a-z]+day\s(?:the|\d)"
    r"|(?:the\s)(?:last|next)\s(?:two\s)?(?:quarter|decade)|\d{8}|www\.|\b(?:first|second|third)\s[a-z]+day(?!\s(?:of|in))"
    rf"|\d-[a-z]|[a-z]-\d|[a-z]-{MONTH}|\b{MONTH}\sfirst|\b\d+\s(?:years?|months?),?\s(?:and\s)?\d",
    re.I,
)
LOWER = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
# No amounts of written English prose are: computations ("1.1^23", "one over three"), numbers that name (addresses,
# telephones, lists), a letter for a scale ("10G"), a decimal comma, hyphens with spaces around them, fractions that
# stand alone as an ordinal does ("a fifth") or can be read in two ways ("one hundred thirty fifths"), abbreviations of
# chat, and a part of a currency without its name ("15 dollars 50").
NO_PROSE = re.compile(
    r"\^|\bover\s(?:three|twenty|one|3|20)\b|\s-\s|^-|\d[./]\d+[./]\d|\d-\d{3}-|\bnrs\.|[A-Z]-\d|\d\s?[GM]\b|\d\.\d+b"
    r"|\b\d,\d\b(?!\d)|^\s*an?\s[\w-]+\s*$|\bdo?zs\b"
    r"|\b(?:hundred|twenty)(?:\sand)?\s(?:(?:thirty|one|twenty|fifty)[\w\s-]*)?(?:first|fif|hundred)\w*$"
    r"|(?:dollars?|USD)(?:\sand)?\s(?:\d\d|one|two|forty\sfive)\b(?!\scents)"
)
OPEN = re.compile(r"(?:after|before)\b|earth day", re.IGNORECASE)
UNITS = {
    "dollar": "USD", "united states dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "british pound": "GBP",
    "japanese yen": "JPY", "chinese yuan": "CNY", "russian ruble": "RUB", "canadian dollar": "CAD", "kilometre": "km",
    "kilometer": "km", "metre": "m", "meter": "m", "kilogram": "kg", "gram": "g", "milligram": "mg", "foot": "ft",
    "pound-mass": "lb", "percentage": "percent", "percent": "percent", "tonne": "t", "metric ton": "t", "ton": "t",
    "kilometre per hour": "km/h", "mile per hour": "mph", "degree celsius": "°C", "degree fahrenheit": "°F",
    "kilowatt hour": "kWh", "megawatt hour": "MWh", "gigahertz": "GHz", "megahertz": "MHz", "megabyte": "MB",
    "square kilometre": "km²", "square mile": "square mile", "cubic kilometre": "km³", "dimensionless": "",
    "millimetre": "mm", "centimetre": "cm", "cubic centimetre": "ml", "milliliter": "ml", "square meter": "m²",
    "c": "°C", "f": "°F", "dollar per kilogram": "USD per kg", "dollar per hour": "USD per hour", "franc": "CHF",
}  # fmt: skip


def main() -> None:
    """Print one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="list this many misses of each kind")
    options = parser.parse_args()
    errors: dict[str, list[str]] = defaultdict(list)
    sentences = list(read_gold(options.shared))
    print_gold(sentences, errors)
    print_public(options.shared / "evaldata", errors)
    print_speed([text for _, text, *_ in sentences])
    for kind, items in errors.items() if options.errors else ():
        print(f"\n## {kind}: {len(items)}")
        for item in items[: options.errors]:
            print("  " + item)


def read_gold(shared: Path) -> Iterator[tuple[str, str, str | None, str | None, Row]]:
    """Yield folder, text, date of publication, the date before and annotation of every sentence that makes a claim."""
    for folder in sorted((shared / "gold").iterdir()):
        if not (folder / "claims.jsonl").exists():
            continue
        docs = folder / "docs" if (folder / "docs").is_dir() else shared / "seeds"
        published: dict[str, str] = {}
        if (docs / "sources.toml").exists():
            sources = tomllib.loads((docs / "sources.toml").read_text(encoding="utf-8"))["source"]
            published = {source["file"]: str(source["published"]) for source in sources if "published" in source}
        texts = {path.name: path.read_text(encoding="utf-8") for path in docs.glob("*.txt")}
        told = {
            name: ToldDates(text, *find_text_sentences(text), published=published.get(name), day_first=None)
            for name, text in texts.items()
        }
        for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["claims"]:
                before = told[row["doc"]].before(row["start"]).earlier
                yield folder.name, texts[row["doc"]][row["start"] : row["end"]], published.get(row["doc"]), before, row


def print_gold(sentences: Iterable[tuple[str, str, str | None, str | None, Row]], errors: dict[str, list[str]]) -> None:
    """Score as tools/score.py does, sentence by sentence, with every sentence of the gold as one claim."""
    quantities: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    dates: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    lenient = [0, 0, 0]
    for folder, text, published, earlier, row in sentences:
        wanted = [
            quantity for claim in row["claims"] for quantity in claim["quantities"]
            if "text" in quantity or isinstance(quantity.get("value"), int | float)
        ]  # fmt: skip
        found = list({(q.text, q.value): {"text": q.text, "value": q.value} for q in find_quantities(text)}.values())
        where = f"{folder} | {text[:150]!r}"
        for box in (quantities[folder], quantities["all"]):
            tally(box, wanted, found, same_quantity, errors if box is quantities["all"] else None, "quantity", where)
        wanted_dates = sorted({date for claim in row["claims"] for date in claim["dates"]})
        found_dates = sorted({d.iso or d.text for d in find_dates(text, published=published, earlier=earlier)})
        if not published:  # without it the gold keeps the words
            found_dates = sorted({d.text for d in find_dates(text, earlier=earlier)})
        lenient_dates = [f"{d.iso or ''} {d.text}" for d in find_dates(text, published=published, earlier=earlier)]
        tally(lenient, wanted_dates, lenient_dates, same_date_or_words, None, "", where)
        for box in (dates[folder], dates["all"]):
            tally(box, wanted_dates, found_dates, same_date, errors if box is dates["all"] else None, "date", where)
    print(f"gold dates by ISO date or words: F1 {f1(*lenient)[2]:.3f}")
    for name, boxes in (("quantities", quantities), ("dates", dates)):
        for folder, box in sorted(boxes.items()):
            precision, recall, score = f1(*box)
            print(f"gold {name:10} {folder:15} F1 {score:.3f}  P {precision:.3f}  R {recall:.3f}  ({box[0] + box[2]})")


def tally(
    box: list[int],
    wanted: list[Any],
    found: Iterable[Any],
    same: Callable[[Any, Any], bool],
    errors: dict[str, list[str]] | None,
    kind: str,
    where: str,
) -> None:
    """Add hits, extras and misses to ``box``."""
    rest = list(found)
    for want in wanted:
        hit = next((have for have in rest if same(want, have)), None)
        if hit is None:
            box[2] += 1
            if errors is not None:
                errors[f"{kind} missed"].append(f"{want} | {where}")
        else:
            rest.remove(hit)
            box[0] += 1
    box[1] += len(rest)
    if errors is not None:
        errors[f"{kind} extra"] += [f"{have} | {where}" for have in rest]


def same_quantity(want: Row, have: Row) -> bool:
    """Match by digits, by words, or by value, as tools/score.py does."""
    if "text" in want:
        digits = re.findall(r"\d[\d.,]*", want["text"])
        if digits:
            return any(digit.rstrip(".,") in have["text"] for digit in digits)
        return want["text"].lower() in have["text"].lower() or have["text"].lower() in want["text"].lower()
    return bool(abs(have["value"] - want["value"]) <= 1e-6 * max(1, abs(want["value"])))


def same_date(want: str, have: str) -> bool:
    """Match a prefix, or the words, as tools/score.py does."""
    return (
        have.startswith(want)
        or want.lower() in have.lower()
        or (want.startswith("--") and have[4:].startswith(want[1:]))
    )


def same_date_or_words(want: str, have: str) -> bool:
    """Match either, because one part of the gold keeps the words of dates that are resolved here."""
    iso, _, words = have.partition(" ")
    return same_date(want, iso) if want[:2].isdigit() or want.startswith("--") else want.lower() in words.lower()


def f1(hits: int, extras: int, misses: int) -> tuple[float, float, float]:
    """Return precision, recall and their harmonic mean."""
    precision = hits / (hits + extras) if hits + extras else 0.0
    recall = hits / (hits + misses) if hits + misses else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def print_public(folder: Path, errors: dict[str, list[str]]) -> None:
    """Score the public sets."""
    values, units = [0, 0, 0], [0, 0, 0]
    for case in json.loads((folder / "quantities" / "dev_quantulum3_tests.json").read_text(encoding="utf-8")):
        wanted = [(result["value"], UNITS.get(result["unit"].lower(), result["unit"])) for result in case["res"]]
        found = [(quantity.value, quantity.unit) for quantity in find_quantities(case["req"])]
        where = case["req"][:120]
        # Years and decades are dates here, a dozen is twelve, and a change from one value to another is not their mean.
        dated = " ".join(date.text for date in find_dates(case["req"]))
        wanted = [(value, unit) for value, unit in wanted if unit or f"{value:.0f}" not in dated]
        wanted = [(value * 12, "") if unit == "dozen" else (value, unit) for value, unit in wanted]
        wanted = [end for want in wanted for end in ends_of_change(want, found)]
        tally(values, wanted, found, same_value, errors, "quantulum3", where)
        tally(units, wanted, found, same_value_and_unit, None, "", where)
    print(f"quantulum3 tests        value F1 {f1(*values)[2]:.3f}  value+unit F1 {f1(*units)[2]:.3f}")
    specs = folder / "numbers_dates"
    for name in (
        "Number_NumberModel",
        "Number_PercentModel",
        "NumberWithUnit_CurrencyModel",
        "NumberWithUnit_DimensionModel",
        "NumberWithUnit_TemperatureModel",
    ):
        cases = [case for case in read_specs(specs, name) if is_prose(case, name)]
        right = sum(check_amounts(case, errors, name) for case in cases)
        everything = read_specs(specs, name)
        of_all = sum(check_amounts(case, {name: []}, name) for case in everything) / len(everything)
        print(f"{name:32} {right / len(cases):.3f}  ({len(cases)} cases; {of_all:.3f} of all {len(everything)})")
    for name in ("DateTime_DateParser", "DateTime_DatePeriodParser", "DateTime_DateTimeModel"):
        everything = [case for case in read_specs(specs, name) if gives_dates(case)]
        cases = [case for case in everything if is_formal(case)]
        right = sum(check_dates(case, errors, name) for case in cases)
        of_all = sum(check_dates(case, {name: []}, name) for case in everything) / len(everything)
        print(f"{name:32} {right / len(cases):.3f}  ({len(cases)} cases; {of_all:.3f} of all {len(everything)})")


def is_prose(case: Row, name: str) -> bool:
    """Say whether a case is an amount in written English; a number with a unit is "no number" there, one here."""
    if len(case["Input"]) >= 400 or NO_PROSE.search(case["Input"]):
        return False
    return bool(case["Results"]) or name != "Number_NumberModel"


def same_value(want: tuple[float, str], have: tuple[float, str]) -> bool:
    """Match by value; shares and fractions are percentages here."""
    value = have[0] / 100 if have[1] == "percent" and want[1] != "percent" else have[0]
    return abs(want[0] - value) <= 1e-6 * max(1e-9, abs(want[0]))


def ends_of_change(want: tuple[float, str], found: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Return the two values found whose mean is wanted, else what is wanted."""
    if any(same_value(want, have) for have in found):
        return [want]
    pairs = pairwise(found)
    return next(([a, b] for a, b in pairs if a[1] == b[1] and (a[0] + b[0]) / 2 == want[0]), [want])


def same_value_and_unit(want: tuple[float, str], have: tuple[float, str]) -> bool:
    """Match by value and unit; a counted noun is no dimension there."""
    if not same_value(want, have):
        return False
    return want[1] == have[1] or (want[1] == "" and convert(1, have[1], "m") is None and not have[1].isupper())


def read_specs(folder: Path, name: str) -> list[Row]:
    """Return the cases of one specification."""
    cases: list[Row] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
    return cases


def check_amounts(case: Row, errors: dict[str, list[str]], name: str) -> bool:
    """Say whether all expected values are found."""
    wanted = [str(r["Resolution"].get("value")).rstrip("%") for r in case["Results"] if r["Resolution"].get("value")]
    found = [q for q in find_quantities(case["Input"]) if case["Results"] or is_kind(q.unit, name)]
    values = [q.value for q in found] + [q.value / 100 for q in found if q.unit == "percent"]
    right = all(
        any(abs(float(want) - v) <= 1e-6 * max(1e-9, abs(float(want))) for v in values)
        for want in wanted
        if number(want)
    )
    if not right or (not wanted and found):
        errors[name].append(f"{case['Input'][:120]} => {wanted} got {[(q.text, q.value, q.unit) for q in found]}")
    return right and not (not wanted and found)


def is_kind(unit: str, name: str) -> bool:
    """Say whether a unit is one that a specification is about: money, a dimension, a temperature."""
    measure = find_unit(unit.partition(" per ")[0])
    if "Currency" in name:
        return is_currency(unit)
    if "Temperature" in name:
        return measure is not None and measure.dimension == "temperature" and unit != "degree"
    return measure is not None and measure.dimension not in ("share", "temperature", "angle", "duration")


def number(text: str) -> bool:
    """Say whether a value of the specification is a number."""
    return re.fullmatch(r"-?[\d.]+(E-?\d+)?", text) is not None


def is_formal(case: Row) -> bool:
    """Say whether what a case gives is written as dates are in written English."""
    results = case["Results"]
    if CHAT.search(case["Input"]) or LOWER.search(case["Input"]) or len(results) > 2:
        return False
    if not all(FORMAL.fullmatch(result["Text"]) and DATED.search(result["Text"]) for result in results):
        return False
    return not any(OPEN.match(result["Text"]) for result in results)


def gives_dates(case: Row) -> bool:
    """Say whether a case is about days and intervals of days that exist, and about nothing else."""
    kinds = {result.get("Type", result.get("TypeName", "")).rpartition(".")[2] for result in case["Results"]}
    return bool(kinds) and kinds <= {"date", "daterange"} and all(readings(result) for result in case["Results"])


def check_dates(case: Row, errors: dict[str, list[str]], name: str) -> bool:
    """Say whether every expected date is among those found: its day, or the ends or the prefix of its interval."""
    reference = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10]
    found = [d.iso for d in find_dates(case["Input"], published=reference) if d.iso]
    # "Two years ago" is a day there and a year here; "since August" the day on which it begins.
    coarse = re.search(r"\bago\b|\bsince\b", case["Input"], re.IGNORECASE) is not None
    right = all(
        any(matches(values, found) or (coarse and values[0].startswith(tuple(found))) for values in readings(result))
        for result in case["Results"]
    )
    if not right:
        errors[name].append(f"{case['Input'][:90]} => {[readings(r) for r in case['Results']]} got {found}")
    return right


def readings(result: Row) -> list[tuple[str, str | None]]:
    """Return the accepted readings of a result as first and last day."""
    if "Value" in result:
        values = [result["Value"].get("FutureResolution", {}), result["Value"].get("PastResolution", {})]
    else:
        values = (result.get("Resolution") or {}).get("values", [])
    pairs = []
    for value in values:
        if day := value.get("date") or value.get("value"):
            if not re.fullmatch(r"(?!0001)\d{4}-\d\d-\d\d", str(day)):
                return []
            pairs.append((str(day), None))
        elif "startDate" in value or "start" in value:
            end = value.get("endDate") or value.get("end")
            pairs.append((str(value.get("startDate") or value.get("start")), end))
    return pairs


def matches(values: tuple[str, str | None], found: list[str]) -> bool:
    """Say whether the ISO dates found stand for the days from the first up to the last (exclusive)."""
    first, last = values
    if last is None:
        return first in found or f"-{first[4:]}" in found
    spans = [span_of(iso, first[:4]) for iso in found]
    try:
        inside = (date.fromisoformat(last) - timedelta(days=1)).isoformat()
    except ValueError:
        return False
    if any(low <= first and inside <= high for low, high in spans):
        return True
    return any(low <= first <= high for low, high in spans) and any(
        low <= inside <= high or low <= last <= high for low, high in spans
    )


def span_of(iso: str, year: str) -> tuple[str, str]:
    """Return the first and last day of an ISO prefix; one without a year is taken to be of ``year``."""
    iso = year + iso[1:] if iso.startswith("--") else iso
    if "Q" in iso:
        quarter = int(iso[-1])
        return f"{iso[:5]}{3 * quarter - 2:02d}-01", f"{iso[:5]}{3 * quarter:02d}-31"
    low = iso + {2: "00-01-01", 3: "0-01-01", 4: "-01-01", 7: "-01", 10: ""}[len(iso)]
    return low, iso + {2: "99-12-31", 3: "9-12-31", 4: "-12-31", 7: "-31", 10: ""}[len(iso)]


def print_speed(texts: list[str]) -> None:
    """Time both functions over the sentences of the gold."""
    for name, find in (("find_dates", find_dates), ("find_quantities", find_quantities)):
        find("In 2019 prices rose by 5 percent.")
        start = time.process_time()
        for _ in range(5):
            for text in texts:
                find(text)
        print(f"{name:16} {5 * len(texts) / (time.process_time() - start):,.0f} sentences/s")


if __name__ == "__main__":
    main()
