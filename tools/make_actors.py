"""Makes src/claimcmp/lexicons/actors.toml out of public country data and the corrections in tools/actors.toml.

    python -m pip install babel==2.18.0 countryinfo==1.0.1
    python tools/make_actors.py

Neither package is needed to run claimcmp.
"""

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from countryinfo import all_countries

HEADER = """\
# Actors and the names they go by. Made by tools/make_actors.py out of tools/actors.toml: change that, not this.
#
# Facts were drawn from the Unicode CLDR territory names in Babel 2.18.0 (BSD-3-Clause; the data under the Unicode
# licence) and from the names, demonyms and capitals in countryinfo 1.0.1 (MIT); all else is general knowledge.
#
# names and people always stand for the actor. capitals (one list a city, its usual spelling first) and seats stand for
# it only where they act. prefixes open compounds. near counts only where the text speaks of one of needs.
"""
OFFICIAL = re.compile(
    r"(?:(?:Republic|Kingdom|State|Commonwealth|Principality|Union|Sultanate|Grand Duchy|Federation|Nation) of "
    r"|[A-Z][\w' -]* (?:Republic|Kingdom|State|Emirate)s? of |[A-Z][a-z]+ (?:Arab )?Republic$|Swiss Confederation$)"
)

INVARIABLE = re.compile(r"(?:ese|ish|ch|s|sh|z|ic|(?<!Ger)man|men|otho|swana|asy|bati|atu|Vatican|Lao|kmen)$")


def make_actors(corrections: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the tables of all actors, countries first, each group sorted by id."""
    countries = dict(find_countries(corrections))
    for code, entry in corrections["country_more"].items():
        countries[code] = make_country(code, entry["name"], [], [], [], entry)
    organisations = [
        {"id": key, "name": entry["name"], "kind": "organisation", "names": unique([entry["name"], *entry["names"]])}
        | {name: entry[name] for name in ("seats",) if name in entry}
        for key, entry in sorted(corrections["organisation"].items())
    ]
    places = [{"id": key, "kind": "place"} | entry for key, entry in sorted(corrections["place"].items())]
    return [countries[code] for code in sorted(countries)] + organisations + places


def find_countries(corrections: Mapping[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield code and table of every country of today, from public data with the corrections on top."""
    known = {country.iso().get("alpha2", "").lower(): country for country in all_countries() if country.iso()}
    for territory, name in Locale("en").territories.items():
        code = territory.lower()
        if not (len(code) == 2 and code.isalpha()) or code in corrections["left_out"]:
            continue
        # countryinfo files Wales under the code of the United Kingdom.
        country = known.get(code) if code != "gb" else None
        found = [country.name(), *(country.alt_spellings() or [])] if country else []
        others = [other for other in found if OFFICIAL.match(other) and other.isascii() and "," not in other]
        people = [word for word in (country.demonym() or "").split(",") if word] if country else []
        capital = [country.capital()] if country and country.capital() else []
        entry = corrections["country"].get(code, {})
        yield code, make_country(code, name, others, people, capital, entry)


def make_country(
    code: str, name: str, others: list[str], people: list[str], capital: list[str], entry: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the table of one country."""
    name = entry.get("name", name.replace("&", "and").replace("’", "'"))
    saint = [name.replace("St.", form) for form in ("Saint", "St") if name.startswith("St.")]
    people = entry.get("people", people)
    capitals = entry.get("capitals", [[city] for city in capital])
    table = {
        "id": code,
        "name": name,
        "kind": "country",
        "names": unique([name, *saint, *others, *entry.get("also", [])]),
        "people": unique(form for word in people for form in (word, *find_plural(word))),
        "capitals": [unique([*spellings, *map(find_plain, spellings)]) for spellings in capitals],
    }
    return table | {key: entry[key] for key in ("seats", "prefixes", "near", "needs") if entry.get(key)}


def find_plural(word: str) -> tuple[str, ...]:
    """Return the plural of a demonym, where it has one of its own."""
    return () if INVARIABLE.search(word) else (f"{word}s",)


def find_plain(name: str) -> str:
    """Return the name without accents, unless that is another word of English."""
    plain = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
    return name if plain == "Male" else plain


def unique(names: Iterable[str]) -> list[str]:
    """Return the names once each, in their order."""
    return list(dict.fromkeys(names))


def format_actors(actors: Iterable[Mapping[str, Any]], corrections: Mapping[str, Any]) -> str:
    """Return the lexicon as TOML."""
    tables = [f"[ambiguous]\n{format_fields(corrections['ambiguous'])}"]
    tables += [f"[[actor]]\n{format_fields(actor)}" for actor in actors]
    tables += [f"[[together]]\n{format_fields(entry)}" for entry in corrections["together"]]
    return HEADER + "\n" + "\n".join(tables)


def format_fields(fields: Mapping[str, Any]) -> str:
    """Return one ``key = value`` a line; JSON's strings and lists are TOML's too."""
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())


if __name__ == "__main__":
    root = Path(__file__).parent.parent
    hand_kept = tomllib.loads((root / "tools" / "actors.toml").read_text(encoding="utf-8"))
    lexicon = root / "src" / "claimcmp" / "lexicons" / "actors.toml"
    lexicon.write_text(format_actors(make_actors(hand_kept), hand_kept), encoding="utf-8", newline="\n")
