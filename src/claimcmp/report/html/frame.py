"""What stands around the views: title, navigation, filters, legend, help, and how the comparison was made."""

from collections.abc import Iterable, Sequence

from claimcmp.records import RELATIONS, Comparison
from claimcmp.report.html.contents import Contents
from claimcmp.report.html.markup import Html, element, isolated, join
from claimcmp.report.wording import (
    RELATION_WORDS,
    VERDICT_SIGNS,
    VERDICT_WORDS,
    count,
    count_verdicts,
    tell_filters,
    tell_setting,
)
from claimcmp.version import __version__

MARKS = (
    ("who", "who says it"),
    ("firmness", "how firmly"),
    ("denial", "denied"),
    ("amount", "amount"),
    ("date", "date"),
    ("opposed", "words that the reason names"),
    ("differs date", "where it differs"),
)
KEYS = (
    ("/", "search"),
    ("j", "next group"),
    ("k", "group before"),
    ("1 … 5", "the views"),
    ("?", "this help"),
    ("Esc", "close, or show everything again"),
)


def write_rail(contents: Contents, views: Iterable[tuple[str, str, int | None]]) -> Html:
    """Return title, navigation and filters, which stay in sight."""
    return element(
        "header",
        element("h1", "What the sources say"),
        element("p", tell_answer(contents), class_="answer"),
        element("nav", element("ul", *(_view_link(*view) for view in views)), aria_label="Views"),
        _write_filters(contents),
        class_="rail",
    )


def tell_answer(contents: Contents) -> str:
    """Return the answer in a sentence: sources, groups, verdicts."""
    groups = contents.groups
    counted = (len(contents.sources), "source"), (len(contents.views), "topic"), (len(groups), "group")
    told = ", ".join(count(n, noun) for n, noun in counted)
    return f"{told}: {count_verdicts(groups)}." if groups else f"{told}."


def write_legend() -> Html:
    """Return how the words of a quote are marked."""
    marks = [element("li", element("mark", told, class_=kind)) for kind, told in MARKS]
    around = element("li", element("span", "words around the claim", class_="around"))
    return element("ul", *marks, around, class_="legend", aria_label="Marks in quotes")


def write_help() -> Html:
    """Return the keys, in a dialog."""
    rows = [element("div", element("dt", element("kbd", key)), element("dd", told)) for key, told in KEYS]
    return element(
        "dialog",
        element("h2", "Keys", id="help-h"),
        element("dl", *rows),
        element(
            "p",
            element(
                "label", element("input", type="checkbox", id="keys", checked=True), " Single keys act on the page"
            ),
        ),
        element("button", "Close", type="button", id="help-close"),
        id="help",
        aria_labelledby="help-h",
    )


def write_footer(comparison: Comparison) -> Html:
    """Return how the comparison was made: threshold, pairs, what filters hide."""
    told = [f"claimcmp {__version__}", f"{count(comparison.pairs_examined, 'pair')} looked at"]
    told += [f"{name} {tell_setting(value)}" for name, value in comparison.settings.items() if name != "topics"]
    if comparison.pairs_apart:
        told.append(f"{count(comparison.pairs_apart, 'pair')} between two groups")
    if comparison.unmatched:
        told.append(f"{count(len(comparison.unmatched), 'claim')} without a counterpart")
    if comparison.filters:
        told.append(f"shown: {tell_filters(comparison.filters)}; {count(comparison.groups_hidden, 'group')} hidden")
    words = "Agreement and divergence are between the sources; nothing here says who is right."
    return element("footer", element("p", isolated(" · ".join(told))), element("p", words))


def _view_link(name: str, title: str, number: int | None) -> Html:
    counted = None if number is None else element("span", f"{number:,}", class_="n")
    current = "page" if name == "overview" else None
    return element("li", element("a", title, " ", counted, href=f"#{name}", aria_current=current))


def _write_filters(contents: Contents) -> Html:
    topics = [(view.topic, contents.labels.get(view.topic, view.topic)) for view in contents.views]
    verdicts = [(name, f"{VERDICT_SIGNS[name]} {name}") for name in VERDICT_WORDS]
    relations = [("diverging", "any difference"), *((name, RELATION_WORDS[name]) for name in RELATIONS)]
    speaking = _options((name, name) for name in contents.sources)
    silent = _options((f"!{name}", name) for name in contents.sources)
    form = element(
        "form",
        _field(
            "q", "Search", element("input", type="search", id="q", name="q", autocomplete="off", spellcheck="false")
        ),
        _select("topic", "Topic", _options(topics)),
        _select(
            "source",
            "Source",
            join(
                element("optgroup", speaking, label="has a claim"),
                element("optgroup", silent, label="is silent"),
            ),
        ),
        _select("verdict", "Verdict", _options(verdicts)),
        _select("relation", "Relation", _options(relations)),
        element("p", element("output", "", id="shown", aria_live="polite"), class_="shown"),
        element(
            "p",
            element("button", "Show everything", type="reset"),
            " ",
            element("button", "Keys", element("kbd", "?"), type="button", id="help-open"),
        ),
        id="filters",
        role="search",
        aria_label="Filters",
    )
    return element("details", element("summary", "Filters"), form, open=True, id="fold", class_="fold")


def _select(name: str, title: str, options: Html) -> Html:
    every = element("option", "all", value="")
    return _field(name, title, element("select", every, options, id=name, name=name))


def _field(name: str, title: str, control: Html) -> Html:
    return element("p", element("label", title, for_=name), control, class_="field")


def _options(options: Sequence[tuple[str, str]] | Iterable[tuple[str, str]]) -> Html:
    return join([element("option", told, value=value) for value, told in options])
