"""Verdicts as sign and word; the colour only repeats them."""

from claimcmp.records import Group, Verdict
from claimcmp.report.html.markup import Html, element, isolated, join
from claimcmp.report.wording import VERDICT_SIGNS, show_sign, show_verdict


def write_badge(verdict: Verdict, told: str | None = None) -> Html:
    """Return a verdict with its sign, in its own word or as told."""
    sign = element("span", VERDICT_SIGNS[verdict], aria_hidden="true")
    return element("span", sign, " ", verdict if told is None else told, class_=f"badge {verdict}")


def write_group_badge(group: Group) -> Html:
    """Return the verdict of a group with its sign, which tells whether it agrees in words only."""
    sign = element("span", show_sign(group), aria_hidden="true")
    return element("span", sign, " ", show_verdict(group).lower(), class_=f"badge {group.verdict}")


def write_matter(group: Group, number: int) -> Html:
    """Return a group in a line: verdict, number, matter."""
    counted = element("span", f"{number}", class_="no")
    return join(write_group_badge(group), " ", counted, " ", isolated(group.matter))
