"""The page as people use it, in a real browser with the network off."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from claimcmp.records import Attribution, Comparison, Cue

OpenPage = Callable[..., Any]

_VISIBLE_GROUPS = "[...document.querySelectorAll('.group')].filter(one => one.checkVisibility()).map(one => one.id)"
_CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const known = new Map()
  const numbers = colour => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data])
    }
    return known.get(colour)
  }
  const light = rgb => rgb.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const behind = element => {
    for (; element; element = element.parentElement) {
      const rgb = numbers(getComputedStyle(element).backgroundColor)
      if (rgb[3] === 255) return rgb
    }
    return [255, 255, 255]
  }
  const weak = new Set()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('.vh, option, script')) continue
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x)
    if ((a + 0.05) / (b + 0.05) < 4.5) weak.add(`${element.className}: ${texts.currentNode.data}`)
  }
  return [...weak]
}"""
VIEWS = ("overview", "groups", "speakers", "dates", "documents")


def _groups(page: Any) -> list[str]:
    return [place.removeprefix("g-") for place in page.evaluate(_VISIBLE_GROUPS)]


def test_page_loads_nothing_and_complains_of_nothing(open_page: OpenPage) -> None:
    page = open_page()
    for key in "12345":
        page.keyboard.press(key)
        page.wait_for_timeout(30)
    assert page.asked == [page.url.partition("#")[0]]
    assert page.said == []


@pytest.mark.parametrize(
    ("choices", "shown"),
    [
        ({}, ["bridge-1", "bridge-2", "harvest-1"]),
        ({"topic": "harvest"}, ["harvest-1"]),
        ({"verdict": "diverge"}, ["bridge-1", "bridge-2"]),
        ({"source": "Ministry of Farming"}, ["harvest-1"]),
        ({"source": "!Ministry of Farming"}, ["bridge-1", "bridge-2"]),
        ({"relation": "diverging"}, ["bridge-1", "bridge-2", "harvest-1"]),
        ({"relation": "differ-in-number"}, ["bridge-2"]),
        ({"relation": "agree", "source": "Harbour Post"}, []),
        ({"relation": "agree", "source": "River Gazette"}, ["harvest-1"]),
        ({"q": "EUROS piers"}, ["bridge-2"]),
        ({"q": "wheat", "topic": "bridge"}, []),
    ],
)
def test_filters_show_the_groups_that_were_asked_for(
    open_page: OpenPage, choices: dict[str, str], shown: list[str]
) -> None:
    page = open_page(place="#view=groups")
    for field, value in choices.items():
        if field == "q":
            page.fill("#q", value)
        else:
            page.select_option(f"#{field}", value)
    assert _groups(page) == shown
    said = page.inner_text("#shown")
    assert said.startswith(f"{len(shown)} of 3 groups" if choices else "3 groups")
    assert ("Nothing matches" in said) is (not shown)
    page.reload()
    assert _groups(page) == shown
    page.click("button:text('Show everything')")
    assert len(_groups(page)) == 3


def test_filters_reach_the_other_views(open_page: OpenPage) -> None:
    page = open_page(place="#view=speakers&topic=harvest")
    assert not page.locator(".speaker").first.is_visible()
    page.select_option("#topic", "bridge")
    assert page.locator(".speaker").first.is_visible()
    page.keyboard.press("Escape")
    page.select_option("#source", "Ministry of Farming")
    page.click("nav >> text=Documents")
    assert page.locator(".document:visible").count() == 1


def test_numbers_of_the_overview_lead_to_the_groups_that_they_count(open_page: OpenPage) -> None:
    page = open_page()
    links = page.locator("#overview [data-set]")
    for number in range(links.count()):
        told = links.nth(number).inner_text()
        links.nth(number).click()
        counted = "".join(filter(str.isdigit, told))
        assert len(_groups(page)) == int(counted) if counted else _groups(page)
        page.go_back()
        assert page.locator("#overview").is_visible()


def test_quotes_lead_to_their_place_and_back(open_page: OpenPage) -> None:
    page = open_page(place="#view=groups")
    page.click("#g-harvest-1 >> text=gazette.txt")
    assert page.locator("#documents").is_visible()
    marked = page.locator(".claim.at")
    assert marked.all_inner_texts() == ["Wheat suffered from the frost."]
    assert "at=c-g-wheat" in page.url
    page.click("#c-g-wheat ~ sup a[href*='harvest-1']")
    assert page.locator("#groups").is_visible()
    assert page.locator("figure.at").get_attribute("id") == "q-harvest-1-g-wheat"
    page.go_back()
    assert page.locator(".claim.at").is_visible()


def test_place_in_a_long_document_comes_into_view(
    open_page: OpenPage, farming: Comparison, documents: dict[str, str]
) -> None:
    before = "".join(f"Paragraph {number} is about something else, and is not short.\n\n" * 9 for number in range(99))
    claims = tuple(
        replace(
            claim,
            start=claim.start + len(before),
            end=claim.end + len(before),
            sentence_start=claim.sentence_start + len(before),
            sentence_end=claim.sentence_end + len(before),
            attributed_to=None,
            modality_cue=None,
            polarity_cue=None,
            quantities=(),
            dates=(),
            gaps=(),
        )
        for claim in farming.claims
    )
    texts = {name: before + text + before for name, text in documents.items()}
    page = open_page(replace(farming, claims=claims), texts, place="#view=groups")
    page.click("#g-harvest-1 >> text=ministry.txt")
    page.wait_for_timeout(1_000)
    box = page.locator(".claim.at").bounding_box()
    assert 0 < box["y"] < 900
    page.click(".claim.at ~ sup a")
    page.wait_for_timeout(500)
    assert 0 < page.locator("figure.at").bounding_box()["y"] < 900
    page.go_back()
    page.wait_for_timeout(500)
    assert 0 < page.locator(".claim.at").bounding_box()["y"] < 900
    page.go_back()
    assert page.locator("figure.at").get_attribute("id") == "q-harvest-1-m-wheat"


def test_claim_within_a_claim_is_marked_whole(open_page: OpenPage) -> None:
    page = open_page(place="#c-p-barley")
    assert "".join(page.locator(".claim.at").all_inner_texts()) == "Barley, which was sown late, froze."


def test_link_to_what_filters_hide_takes_them_off(open_page: OpenPage) -> None:
    page = open_page(place="#view=groups&topic=harvest")
    page.click("nav >> text=Documents")
    page.click("sup a[href*='bridge-1']")
    assert page.locator("#g-bridge-1").is_visible()
    assert page.input_value("#topic") == ""


def test_keys_act_on_the_page(open_page: OpenPage) -> None:
    page = open_page()
    focus = "document.activeElement.id"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(focus) == "g-bridge-2"
    page.keyboard.press("k")
    assert page.evaluate(focus) == "g-bridge-1"
    page.keyboard.press("/")
    assert page.evaluate(focus) == "q"
    page.keyboard.type("jk/?1")
    assert page.input_value("#q") == "jk/?1"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.input_value("#q") == ""
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("5")
    assert not page.locator("#documents").is_visible()


def test_quotes_are_read_without_scripts(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    for words in ("what the other affirms", "Nobody counts oats"):
        page.locator(f"main :text('{words}')").first.scroll_into_view_if_needed()
        assert page.locator(f"main :text('{words}')").first.is_visible()
    assert not page.locator("form").is_visible()


def test_print_shows_every_view_and_what_is_filtered(open_page: OpenPage) -> None:
    page = open_page(place="#view=groups&topic=bridge")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(page.locator(f"#{view}").is_visible() for view in VIEWS)
    assert page.locator("#documents >> text=Nobody counts oats").is_visible()
    assert _groups(page) == ["bridge-1", "bridge-2"]
    assert len(page.pdf()) > 10_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_text_stands_out_from_its_ground(open_page: OpenPage, scheme: str, width: int) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    for view in VIEWS:
        page.click(f"nav a[href='#{view}']")
        page.wait_for_timeout(50)
        assert page.evaluate(_CONTRAST) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_everything_that_acts_has_a_name_and_a_role(open_page: OpenPage) -> None:
    page = open_page()
    session = page.context.new_cdp_session(page)
    for view in VIEWS:
        page.click(f"nav a[href='#{view}']")
        page.wait_for_timeout(50)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        roles = [
            (node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]
        ]
        assert {"banner", "navigation", "main", "contentinfo", "search"} <= {role for role, _ in roles}
        acting = {
            "link",
            "button",
            "checkbox",
            "combobox",
            "searchbox",
            "textbox",
            "DisclosureTriangle",
            "table",
            "article",
        }
        assert [role for role, name in roles if role in acting - {"table"} and not name.strip()] == []
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility()).map(h => +h.tagName[1])"
        )
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count() == 0


def test_tab_reaches_content_before_navigation_by_the_skip_link(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


HOSTILE = (
    '</script><script>document.title = "taken"</script>',
    '<img src="https://example.org/x.png" onerror="document.title = \'taken\'">',
    "\" onmouseover=\"document.title = 'taken'\" autofocus onfocus=\"document.title = 'taken'",
    "</noscript></title></style></textarea><svg onload=\"document.title = 'taken'\">",
    "<!--<script>--!>]]>{{7*7}}&lt;b&gt;&#0;&amp;",
    "abc \u202e txet desrever \u2066 and \x00 \x1b[31m \ud83d end",
    "javascript:document.title='taken'",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(open_page: OpenPage, farming: Comparison, text: str) -> None:
    sentence = f"The {text} said so."
    claims = tuple(
        replace(
            claim,
            id=f"{claim.id}{text}",
            source=f"{claim.source}{text}",
            start=0,
            end=len(sentence),
            text=sentence,
            sentence_start=0,
            sentence_end=len(sentence),
            gaps=(),
            resolved=f"x {text}",
            attributed_to=Attribution(text, 4, 4 + len(text), text, "direct"),
            polarity_cue=Cue(text, 4, 4 + len(text)),
        )
        for claim in farming.claims
    )
    groups = tuple(
        replace(
            group,
            id=f"{group.id}{text}",
            matter=text,
            claims=tuple(f"{claim}{text}" for claim in group.claims),
            pairs=tuple(
                replace(pair, a=f"{pair.a}{text}", b=f"{pair.b}{text}", reason=f'"{text}"') for pair in group.pairs
            ),
            sources=tuple(f"{source}{text}" for source in group.sources),
        )
        for group in farming.groups
    )
    documents = tuple(replace(one, source=f"{one.source}{text}", title=text, url=text) for one in farming.documents)
    hostile = replace(
        farming, documents=documents, claims=claims, groups=groups, self_contradictions=(), settings={"model": text}
    )
    page = open_page(hostile, {one.name: sentence for one in documents})
    for view in VIEWS:
        page.click(f"nav a[href='#{view}']")
        page.wait_for_timeout(40)
    page.fill("#q", text[:12])
    assert page.title().startswith("What the sources say")
    assert len(page.asked) == 1
    assert page.said == []
    assert page.locator("main img, main script, main svg[onload], main [onmouseover], main [onfocus]").count() == 0
    assert page.locator("a:not([href^='#']):not([class='pin'])").count() == 0
    assert not set("\u202e\u2066\x00\x1b") & set(page.content())
