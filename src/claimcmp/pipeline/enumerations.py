"""Finds the items of lists that stand in running text: '1) Limits on fuel 2) Inspections'."""

import re
from dataclasses import dataclass, field

BULLETS = "•‣⁃◦▪●■"

_ROMAN_LABELS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv"
_ROMAN = {label: value for value, label in enumerate(_ROMAN_LABELS.split(), start=1)}
_LABEL = r"(?:\d{1,2}|[a-z]|[ivx]{2,5}|[A-Z](?=\)|\.\)))(?:\.\)|\)|\.) "
# Most texts have no list and end here; a search that starts with a plain set of characters is fast.
_FIRST_LABEL = re.compile(rf" *\(?{_LABEL}")
_HINT = re.compile(rf"[.!?{BULLETS}](?:(?<=[{BULLETS}])|[\"'”’)\]]*+ ++\(?{_LABEL})")
# A label behind a bullet is part of the bullet.
_MARKER = re.compile(
    rf"(?P<bullet>(?<![^ ])[{BULLETS}] *+(?:\(?{_LABEL})?)"
    r"|(?<![^ ])(?P<open>\(?)(?P<label>\d{1,2}|[a-z]|[ivx]{2,5}|[A-Z])(?P<close>\.\)|\)|\.)(?= +(?P<follower>\S))"
)
_BEFORE_UNIT = re.compile(r"(?:\A|[.!?…][\"'”’)\]]*) *\Z")
# A label after one of these is part of the sentence: "limits; (2) inspections, and (3) relief".
_WITHIN_SENTENCE = re.compile(r"(?:[,;:]|\b(?:and|or|in|see|of|to|for)) *\Z")
# Longer than what can stand between the end of a sentence and a label.
_LOOK_BACK = 12
# Three labels in a row are a list whatever comes after them, two only before capitals.
_ENOUGH_LABELS = 3


@dataclass(slots=True)
class _Chain:
    """Labels of one style that count upwards, so far."""

    value: int
    starts: list[int] = field(default_factory=list)
    capitals: bool = True


def find_items(text: str) -> list[int]:
    """Return where list items start in ``text``, beside those that any sentence end would show.

    A list begins where a sentence may begin, and goes on with the next label of the same style, so that
    neither 'the limits (1) and (2)' nor the initials of a name are lists.
    """
    if _FIRST_LABEL.match(text) is None and _HINT.search(text) is None:
        return []
    starts: set[int] = set()
    chains: dict[tuple[str, str, str], _Chain] = {}
    for marker in _MARKER.finditer(text):
        if marker["bullet"]:
            starts.add(marker.start())
            continue
        before = text[max(0, marker.start() - _LOOK_BACK) : marker.start()]
        for kind, value in _find_values(marker["label"], marker["close"]):
            style = (marker["open"], kind, marker["close"])
            chain = chains.get(style)
            if chain is None or value != chain.value + 1 or _WITHIN_SENTENCE.search(before):
                if not (_BEFORE_UNIT.search(before) and (marker.start() == len(before) or before.strip())):
                    continue
                starts.update(_find_starts(chain))
                chain = chains[style] = _Chain(value)
            chain.value = value
            chain.starts.append(marker.start())
            chain.capitals &= not marker["follower"].islower()
    for chain in chains.values():
        starts.update(_find_starts(chain))
    return sorted(starts)


def _find_starts(chain: _Chain | None) -> list[int]:
    if chain is None or len(chain.starts) < (2 if chain.capitals else _ENOUGH_LABELS):
        return []
    return chain.starts


def _find_values(label: str, close: str) -> list[tuple[str, int]]:
    """Return the numbers that a label may stand for: 'i' is both the ninth letter and a Roman one."""
    if label.isdigit():
        return [("digit", int(label))]
    values = []
    if len(label) == 1 and (label.islower() or close != "."):
        values.append(("upper" if label.isupper() else "lower", ord(label)))
    if label in _ROMAN:
        values.append(("roman", _ROMAN[label]))
    return values
