"""Measures how fast a report of many groups loads and filters in Chromium.

    python benchmarks/html_report.py [GROUPS]

It makes up a comparison (2,000 groups where none are named) and prints the size of its page, how long writing it takes,
how long the page takes from its start until its script has run and the first view is painted, and how long each filter
takes until it is painted; each with the processor time of the page's thread, which other work on the machine changes
less. Needs the development extra and Chromium.
"""

import sys
import tempfile
import time
from pathlib import Path

from claimcmp.records import (
    Attribution,
    Claim,
    Comparison,
    Cue,
    DateRef,
    DocumentSummary,
    Evidence,
    Group,
    Measured,
    Pair,
    Quantity,
    Spread,
    Topic,
)
from claimcmp.report.html import format_html

GROUPS = 2_000
TOPICS = 20
SOURCES = 6
BROWSER = "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
SENTENCE = "The harbour of town {group} may take {amount} ships a year from {year} on, office {source} said. "

_TIMED = """async act => {
  const start = performance.now()
  new Function(act)()
  for (let frame = 0; frame < 2; frame += 1) await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - start
}"""
_CHOOSE = """const field = document.getElementById('{field}')
field.value = '{value}'
field.dispatchEvent(new Event('input', {{ bubbles: true }}))"""


def make_comparison(groups: int) -> tuple[Comparison, dict[str, str]]:
    """Return a made-up comparison with four claims a group, and the texts of its documents."""
    texts = {f"{source}.txt": "" for source in range(SOURCES)}
    claims: list[Claim] = []
    made: list[Group] = []
    for number in range(groups):
        held = [_add_claim(texts, number, (number + step) % SOURCES) for step in range(4)]
        claims += held
        made.append(_make_group(number, held))
    documents = tuple(
        DocumentSummary(name, f"Source {name[0]}", None, None, "2023", None, None, "", groups, groups) for name in texts
    )
    topics = tuple(Topic(f"topic-{number}", f"Topic {number}") for number in range(TOPICS))
    return Comparison(documents, topics, tuple(claims), tuple(made), (), pairs_examined=6 * groups), texts


def _add_claim(texts: dict[str, str], group: int, source: int) -> Claim:
    name = f"{source}.txt"
    amount, year = str(100 + group % 7 + source), str(2000 + source)
    sentence = SENTENCE.format(group=group, amount=amount, year=year, source=source)
    start = len(texts[name])
    texts[name] += sentence + ("\n\n" if group % 5 == 4 else "")
    end = start + sentence.index(", office")
    told = start + sentence.index("office")
    hedge, ships, dated = (start + sentence.index(word) for word in ("may", f" {amount} ships", f" {year} on"))
    return Claim(
        id=f"{source}-{group:05d}",
        document=name,
        source=f"Source {source}",
        published="2023",
        start=start,
        end=end,
        text=texts[name][start:end],
        sentence_start=start,
        sentence_end=start + len(sentence) - 1,
        topics=(f"topic-{group % TOPICS}",),
        attributed_to=Attribution(
            f"office {source}", told, told + 8, "said", "indirect", cue_start=start + sentence.index("said")
        ),
        modality="hedged",
        modality_cue=Cue("may", hedge, hedge + 3),
        quantities=(Quantity(f"{amount} ships", ships + 1, ships + 10, 1.0, 1.0, 1.0, "ship"),),
        dates=(DateRef(year, dated + 1, dated + 5, year, "year"),),
    )


def _make_group(number: int, held: list[Claim]) -> Group:
    relations = ("agree", "differ-in-number", "differ-in-date", "complementary", "contradict")
    pairs = tuple(
        Pair(a.id, b.id, relations[(number + i + j) % 5], "a-rule", f"{i} and {j} differ", 0.5, Evidence(0.5))  # type: ignore[arg-type]
        for i, a in enumerate(held)
        for j, b in enumerate(held[i + 1 :])
    )
    values = tuple(Measured(claim.source, 100.0 + i, (claim.quantities[0].text,)) for i, claim in enumerate(held))
    return Group(
        id=f"group-{number:05d}",
        topic=f"topic-{number % TOPICS}",
        matter=f"the harbour of town {number}",
        verdict=("agree", "mixed", "diverge")[number % 3],  # type: ignore[arg-type]
        differs_in=("number", "date") if number % 3 else (),
        claims=tuple(claim.id for claim in held),
        sources=tuple(claim.source for claim in held),
        silent=tuple(sorted({f"Source {n}" for n in range(SOURCES)} - {claim.source for claim in held})),
        pairs=pairs,
        spreads=(Spread("ship", None, 100.0, 103.0, 101.5, values),),
    )


def main() -> None:
    """Write the page, open it, and print what was measured."""
    from playwright.sync_api import sync_playwright

    comparison, texts = make_comparison(int(sys.argv[1]) if len(sys.argv) > 1 else GROUPS)
    start = time.process_time()
    page_text = format_html(comparison, texts)
    written = time.process_time() - start
    size = len(page_text.encode()) / 1e6
    print(f"{len(comparison.groups):,} groups, {size:.1f} MB, written in {written:.1f} s of processor time")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(page_text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def busy() -> float:
            metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
            return metrics["TaskDuration"] * 1000

        page.goto(file.as_uri())
        print(f"loaded: {busy():.0f} ms of processor time")
        for name in ("domInteractive", "loadEventEnd"):
            print(f"{name}: {page.evaluate(f'performance.timing.{name} - performance.timing.navigationStart'):.0f} ms")
        print(f"first paint: {page.evaluate('performance.getEntriesByType(`paint`)[0].startTime'):.0f} ms")
        acts = {"show the groups": "document.querySelector('nav a[href=\"#groups\"]').click()"}
        for field, value in (
            ("topic", "topic-3"),
            ("topic", ""),
            ("q", "town 77"),
            ("q", "office 4 said"),
            ("q", ""),
            ("source", "!Source 2"),
            ("relation", "contradict"),
            ("source", ""),
            ("relation", ""),
        ):
            acts[f"{field} = {value or 'all'}"] = _CHOOSE.format(field=field, value=value)
        acts["next group"] = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))"
        for view in ("speakers", "dates", "documents", "overview"):
            acts[f"show the {view}"] = f"document.querySelector('nav a[href=\"#{view}\"]').click()"
        for told, act in acts.items():
            before = busy()
            print(f"{told}: {page.evaluate(_TIMED, act):.0f} ms, {busy() - before:.0f} of processor time")
        browser.close()


if __name__ == "__main__":
    main()
