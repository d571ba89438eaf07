"""What a claim measures, dates and names."""

from dataclasses import dataclass
from typing import Literal

Granularity = Literal["day", "month", "quarter", "year", "decade", "century"]
DateOf = Literal["event", "statement"]
QuantityRole = Literal["level", "former", "change", "difference", "ratio", "share", "span", "ordinal"]


@dataclass(frozen=True, slots=True)
class KnownActor:
    """Somebody under all names that the user knows, as ``actors.toml`` defines it."""

    id: str
    name: str = ""
    """The usual one; for the id of an actor that is known anyway it may be left out."""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    """Words for its people, and its adjectives."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured amount as the interval from ``low`` to ``high`` around ``value``, in ``unit``.

    "More than 10" reaches from 10 to infinity, "up to 10" from 0 to 10; "about" is seven percent either way.
    """

    text: str
    start: int
    end: int
    value: float
    """The amount in its unit, scale words counted in."""
    low: float
    """The least that it may be."""
    high: float
    """The most that it may be."""
    unit: str
    """Canonical unit: ``percent``, ``USD``, ``t``, ``m``, ... or the counted noun; ``""`` for a bare number."""
    of: str | None = None
    """The substance or the whole, in the words of the text: "50,000 tons of wheat", "1% of trade"."""
    approximate: bool = False
    """Whether the text says that it is rough."""
    measure: str | None = None
    """What is measured, as lemmas: ``net profit``, ``length``, or the verb where it names it: ``export``, ``kill``."""
    owner: str | None = None
    """Whose it is, in the words of the text: the possessor or else the subject."""
    role: QuantityRole = "level"
    """``former`` is a level before a change, ``difference`` lies between two things, ``span`` is a stretch of time
    in which something happens."""
    period: str | None = None
    """The part of a year it is told for, where that is no date: ``first half``."""


@dataclass(frozen=True, slots=True)
class DateRef:
    """A date that the claim speaks of; relative ones are resolved against the publication date."""

    text: str
    start: int
    end: int
    iso: str | None
    """ISO 8601 prefix; ``--04-25`` where the year is not known; null where it cannot be resolved."""
    granularity: Granularity
    """How precise it is."""
    of: DateOf = "event"
    """Whether it dates what the claim tells, or the statement: "on Tuesday the bank said that prices fell"."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A named actor; different names of one actor share ``id``."""

    text: str
    start: int
    end: int
    id: str
    """The same for all names of one actor."""
    name: str
    """The usual name of the actor."""
    kind: str
    """What it is: a country, a person, an organisation, ..."""
    metonym: bool = False
    """True where a place name stands for its government."""
