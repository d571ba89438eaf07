"""Finds who a quotation is signed by, behind it or on a line of its own: "— Maria Lopez, director of the port"."""

import re

from claimcmp.records import Attribution

# At most one line break parts it from the quotation, or an empty line; marks of quoted blocks may stand before it.
DASH = re.compile(r"[ \t]*(?:\n[ \t>]*){0,2}(?P<dash>—|–|―|--?)[ \t]*(?=\w)")
CAPITAL = r"[^\W\d_a-z][\w'’.-]*"
PARTICLE = r"(?:de|del|della|der|di|da|dos|du|la|le|van|von|den|al|el|bin|ibn|of|the|and|for)"
NAME = re.compile(rf"(?:[Tt]he )?{CAPITAL}(?: (?:{PARTICLE} )*{CAPITAL}){{0,6}}")
# What may follow the name on its line: what she is, in brackets or behind a comma, without a full stop.
REST = re.compile(r"[ \t]*(?:[,(][^\n.!?]{0,100})?(?:\n|$)")


def find_signature(text: str, end: int) -> Attribution | None:
    """Return whose a quotation is that ends at a place of a text, by the name behind a dash; it has no content yet."""
    dash = DASH.match(text, end)
    name = NAME.match(text, dash.end()) if dash is not None else None
    if dash is None or name is None or REST.match(text, name.end()) is None:
        return None
    low, high = dash.span("dash")
    return Attribution(name.group(), name.start(), name.end(), dash["dash"], "direct", cue_start=low, cue_end=high)
