from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.compare.editions import find_changes
from claimcmp.errors import UsageError
from claimcmp.findings import QuoteCheck
from claimcmp.looking import show, verify
from claimcmp.records import (
    Attribution,
    Claim,
    Comparison,
    Document,
    DocumentSummary,
    Extraction,
    Group,
    Quantity,
    Topic,
)
from claimcmp.report import format_difference, format_verification
from claimcmp.workflow import extract

TEXT = "The tunnel opened in May. It cost 90 million euros. Fares may rise. Fares may rise."
QUOTES = ("The tunnel opened in May.", "It cost 90 million euros.", "Fares may rise.")


def make_extraction(
    text: str, *quotes: str, name: str = "rail.txt", source: str = "Rail News", path: str | None = None
):
    claims = []
    for number, quote in enumerate(quotes):
        start = text.index(quote)
        claims.append(
            Claim(
                f"rail-{number}",
                name,
                source,
                None,
                start,
                start + len(quote),
                quote,
                start,
                start + len(quote),
                ("rail",),
            )
        )
    digest = sha256(text.encode()).hexdigest()
    document = DocumentSummary(name, source, None, None, None, None, None, digest, 4, len(claims), path=path)
    return Extraction((document,), (Topic("rail", "Rail"),), tuple(claims), texts={name: text})


def check(tmp_path: Path, changed: str, *quotes: str) -> dict[str, QuoteCheck]:
    file = tmp_path / "rail.txt"
    file.write_text(changed, encoding="utf-8")
    (found,) = verify(make_extraction(TEXT, *quotes), [file]).documents
    return {quote.text: quote for quote in found.quotes}


def test_quotes_of_an_unchanged_file_are_exact(tmp_path: Path) -> None:
    file = tmp_path / "rail.txt"
    file.write_text(TEXT, encoding="utf-8")
    found = verify(make_extraction(TEXT, *QUOTES, path=str(file)))
    assert found.counts["exact"] == sum(found.counts.values()) == 3
    assert found.documents[0].path == str(file)


@given(st.text(st.characters(categories=["L", "Zs"], exclude_characters="\r\x85"), min_size=1, max_size=40))
def test_quotes_behind_an_insertion_have_moved_by_its_length(tmp_path_factory, inserted: str) -> None:
    moved = check(tmp_path_factory.mktemp("rail"), f"{inserted}\n{TEXT}", *QUOTES[:2])
    shift = len(inserted) + 1
    for found in moved.values():
        assert (found.state, found.now_start, found.now_end) == ("moved", found.start + shift, found.end + shift)


def test_an_edited_quote_has_changed_and_shows_what_stands_there(tmp_path: Path) -> None:
    changed = TEXT.replace("90 million", "95 million")
    found = check(tmp_path, changed, *QUOTES)[QUOTES[1]]
    assert (found.state, found.now) == ("changed", "It cost 95 million euros.")
    assert changed[found.now_start : found.now_end] == found.now


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_other_ends_of_lines_are_told_once_and_move_no_quote(tmp_path: Path, ends: str) -> None:
    file = tmp_path / "rail.txt"
    text = TEXT.replace(". ", ".\n")
    file.write_bytes(text.replace("\n", ends).encode())
    found = verify(make_extraction(text, *QUOTES), [file])
    assert found.counts["exact"] == sum(found.counts.values()) == 3
    assert found.documents[0].other_line_ends
    assert format_verification(found).count("only the ends of its lines are others") == 1


def test_what_a_run_measured_and_where_its_files_lay_is_no_setting_that_changed() -> None:
    run = make_extraction(TEXT, *QUOTES)
    before, after = (
        replace(
            run, settings={"topics_file": f"{folder}/topics.toml", "meaning_threshold": limit, "term_recall": limit}
        )
        for folder, limit in (("old", 0.25), ("new", 0.5))
    )
    assert find(before, after).settings == ()
    asked = replace(after, settings={**after.settings, "meaning_threshold_given": True})
    assert [change.name for change in find(before, asked).settings] == ["meaning_threshold"]


def test_a_quote_that_was_cut_is_gone(tmp_path: Path) -> None:
    found = check(tmp_path, "Nothing of that kind was ever said in this town hall by anybody at all.", QUOTES[0])
    assert found[QUOTES[0]].state == "gone"


def test_a_quote_at_several_places_is_told_by_what_stands_around_it(tmp_path: Path) -> None:
    same = check(tmp_path, f"News. {TEXT}", QUOTES[2])[QUOTES[2]]
    assert (same.state, same.now_start) == ("moved", TEXT.index(QUOTES[2]) + 6)
    unclear = check(tmp_path, "Well: Fares may rise. So: Fares may rise.", QUOTES[2])[QUOTES[2]]
    assert (unclear.state, unclear.now_start) == ("unclear", None)


@pytest.mark.parametrize(
    ("width", "cell"), [(100, "annual_report_of_the_railways_board.txt"), (80, "annual_report_of_the_railways_")]
)
def test_names_of_files_are_broken_between_words_only(tmp_path: Path, width: int, cell: str) -> None:
    name = "annual_report_of_the_railways_board.txt"
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = verify(make_extraction(TEXT, *QUOTES, name=name), [tmp_path / name])
    told = format_verification(found, width=width)
    assert cell in {line.split()[0] for line in told.splitlines() if line.strip()}
    assert max(map(len, told.splitlines())) <= width


@pytest.mark.parametrize(("path", "problem"), [(None, "does not say where"), ("nowhere/rail.txt", "no such file")])
def test_a_file_that_is_not_there_says_so(path: str | None, problem: str) -> None:
    (found,) = verify(make_extraction(TEXT, *QUOTES, path=path)).documents
    assert problem in found.problem
    assert found.counts["missing"] == 3


def make_comparison(extraction: Extraction, verdict: str = "agree", group: str = "rail-g1") -> Comparison:
    members = tuple(claim.id for claim in extraction.claims)
    groups = (Group(group, "rail", "the tunnel", verdict, (), members, ("Rail News",), (), ()),)  # type: ignore[arg-type]
    return Comparison(extraction.documents, extraction.topics, extraction.claims, groups, ())


def find(old: Extraction, new: Extraction, verdict: str = "agree"):
    return find_changes(
        old,
        new,
        make_comparison(old),
        make_comparison(new, verdict),
    )


def test_equal_runs_have_no_difference() -> None:
    run = make_extraction(TEXT, *QUOTES)
    found = find(run, run)
    assert (found.documents, found.claims, found.groups, found.settings) == ((), (), (), ())
    assert found.unchanged == {"documents": 1, "claims": 3, "groups": 1}


def test_claims_that_only_moved_are_unchanged() -> None:
    old, new = make_extraction(TEXT, *QUOTES), make_extraction(f"News. {TEXT}", *QUOTES)
    found = find(old, new)
    assert found.claims == ()
    assert found.documents[0].differs_in == ("text",)


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"polarity": "negated"}, ("polarity",)),
        ({"modality": "hedged"}, ("certainty",)),
        ({"attributed_to": Attribution("The mayor", 0, 1, "said", "indirect")}, ("attribution",)),
        ({"quantities": (Quantity("95", 0, 2, 95.0, 95.0, 95.0, "EUR"),)}, ("number",)),
        ({"topics": ("rail", "cost")}, ("topics",)),
        ({"text": "It cost 90 million euros in all.", "polarity": "negated"}, ("wording", "polarity")),
    ],
)
def test_a_claim_that_changed_says_in_what(change: dict[str, object], differs: tuple[str, ...]) -> None:
    old = make_extraction(TEXT, *QUOTES)
    claims = (old.claims[0], replace(old.claims[1], **change), old.claims[2])  # type: ignore[arg-type]
    (found,) = find(old, replace(old, claims=claims)).claims
    assert (found.kind, found.differs_in) == ("changed", differs)


def test_another_time_of_day_is_more_than_another_wording() -> None:
    texts = [
        "The first train left at 5.20 a.m.",
        "The first train left at 6.05 a.m.",
        "The first train left at 5:20 am.",
    ]
    first, later, same = (make_extraction(text, text) for text in texts)
    assert [change.differs_in for change in find(first, later).claims] == [("wording", "hour")]
    assert [change.differs_in for change in find(first, same).claims] == [("wording",)]


def test_claims_come_and_go() -> None:
    old, new = make_extraction(TEXT, *QUOTES[:2]), make_extraction(TEXT, QUOTES[0], QUOTES[2])
    kinds = [(change.kind, (change.new or change.old).text) for change in find(old, new).claims]  # type: ignore[union-attr]
    assert kinds == [("gone", QUOTES[1]), ("new", QUOTES[2])]


def test_editions_of_a_source_with_two_file_names_are_one_document() -> None:
    old = make_extraction(TEXT, *QUOTES)
    found = find(old, make_extraction(TEXT, *QUOTES, name="rail-2.txt"))
    assert (found.documents[0].kind, found.documents[0].differs_in) == ("changed", ("name",))
    assert found.claims == ()
    other = find(old, make_extraction(TEXT, *QUOTES, name="rail-2.txt", source="Other"))
    assert [change.kind for change in other.documents] == ["gone", "new"]


def test_another_verdict_and_another_setting_are_told() -> None:
    run = make_extraction(TEXT, *QUOTES)
    later = replace(run, settings={"keep_all": True}, topics=(Topic("rail", "Rail", terms=("tunnel",)),))
    found = find(run, later, "mixed")
    assert [(change.old_verdict, change.new_verdict) for change in found.groups] == [("agree", "mixed")]
    assert [change.name for change in found.settings] == ["keep_all", "topic rail"]


def find_groups(old: dict[str, str], new: dict[str, str]):
    """Return what changed between groups, each by its id with its claims."""
    run = make_extraction(
        TEXT, "The tunnel", "opened", "in May", "It cost", "90 million", "euros", "Fares", "may", "rise"
    )
    sides = []
    for groups in (old, new):
        made = tuple(
            Group(
                name.lower(),
                "rail",
                name,
                "mixed" if name.isupper() else "agree",
                (),
                tuple(f"rail-{claim}" for claim in claims),
                ("Rail News",),
                (),
                (),
            )
            for name, claims in groups.items()
        )
        sides.append(Comparison(run.documents, run.topics, run.claims, made, ()))
    return find_changes(run, run, *sides)


def test_a_group_that_is_in_both_runs_is_itself_before_it_is_another_one() -> None:
    # Group "a" lost two of its claims to "b", which is as it was but for its verdict.
    found = find_groups({"a": "012", "b": "345"}, {"B": "345", "c": "612"})
    assert [(change.kind, change.old, change.new) for change in found.groups] == [("changed", "b", "b")]
    larger = find_groups({"a": "01", "b": "23"}, {"b": "2301"})
    assert [(change.kind, change.old, change.merged_into) for change in larger.groups] == [("gone", "a", "b")]
    smaller = find_groups({"b": "2301"}, {"a": "01", "b": "23"})
    assert [(change.kind, change.new, change.split_from) for change in smaller.groups] == [("new", "a", "b")]


def test_a_group_that_was_scattered_is_merged_into_none() -> None:
    found = find_groups({"a": "01", "b": "2345", "f": "678"}, {"c": "02345", "d": "1678"})
    assert [(change.kind, change.old, change.merged_into) for change in found.groups] == [("gone", "a", None)]


def test_words_that_stand_in_both_texts_but_on_no_topic_say_so() -> None:
    old, new = make_extraction(TEXT, *QUOTES[:2]), make_extraction(f"News. {TEXT}", QUOTES[0])
    kept, left_out = replace(new, settings={"keep_all": True}), replace(new, settings={"keep_all": False})
    assert [change.differs_in for change in find(old, left_out).claims] == [("topics",)]
    assert [change.differs_in for change in find(old, kept).claims] == [()]
    assert "rail-1, on no topic now" in format_difference(find(old, left_out))
    before = find(replace(new, settings={"keep_all": False}), old)
    assert "rail-1, on no topic before" in format_difference(before)
    # Where the words are gone, too, or are part of another claim, that is what happened.
    cut = make_extraction(TEXT.replace(QUOTES[1], ""), QUOTES[0])
    wider = make_extraction(TEXT, f"{QUOTES[0]} {QUOTES[1]}")
    for other in (cut, wider):
        gone = [change for change in find(old, replace(other, settings={"keep_all": False})).claims if change.old]
        assert [change.differs_in for change in gone if change.kind == "gone"][-1:] == [()]


@pytest.fixture(scope="module")
def run() -> Extraction:
    """Two papers on a tunnel."""
    texts = {
        "east.txt": "Summer is here. The tunnel cost 90 million euros. Nobody was surprised.",
        "west.txt": "It rained. The tunnel cost 60 million euros. It rained again.",
    }
    documents = [Document(name=name, text=text, source=name[:4].title()) for name, text in texts.items()]
    return extract(documents, topics=[Topic("tunnel", "The tunnel", terms=("tunnel",))])


def test_show_gives_a_claim_its_context_groups_and_partners(run: Extraction) -> None:
    first = next(claim for claim in run.claims if claim.document == "east.txt")
    view = show(run, first.id[:-2], context=1)
    (placed,) = view.claims
    assert [sentence.text for sentence in (*placed.before, *placed.after)] == [
        "Summer is here.",
        "Nobody was surprised.",
    ]
    assert [group.verdict for group in view.groups] == ["diverge"]
    assert [claim.document for claim in view.partners] == ["west.txt"]
    assert show(run, first.id, context=0).claims[0].before == ()


def test_show_takes_a_group_by_the_beginning_of_its_id(run: Extraction) -> None:
    group = show(run, run.claims[0].id).groups[0]
    view = show(run, group.id[:-3])
    assert view.groups == (group,)
    assert [placed.claim.id for placed in view.claims] == list(group.claims)


def test_show_without_texts_has_the_claim_alone(run: Extraction) -> None:
    (placed,) = show(replace(run, texts={}), run.claims[0].id).claims
    assert placed.sentence is None


def test_show_suggests_the_nearest_id(run: Extraction) -> None:
    wanted = run.claims[0].id
    with pytest.raises(UsageError, match=f'Did you mean "{wanted}"'):
        show(run, "x" + wanted)
