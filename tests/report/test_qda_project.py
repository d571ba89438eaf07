"""A REFI-QDA project has the structure that the standard asks for, and every coding covers its claim."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.errors import ReportError
from claimcmp.records import Comparison
from claimcmp.report.qda_project import format_qdpx
from claimcmp.report.qda_text import PlainText

NAMESPACE = "{urn:QDA-XML:project:1.0}"
# What each element may hold, in the order in which the standard (REFI-QDA 1.0, March 2019) wants it.
CHILDREN = {
    "Project": "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef",
    "Users": "User",
    "CodeBook": "Codes",
    "Codes": "Code",
    "Code": "Description NoteRef Code",
    "Variables": "Variable",
    "Variable": "Description",
    "Cases": "Case",
    "Case": "Description CodeRef VariableValue SourceRef SelectionRef",
    "VariableValue": "VariableRef TextValue",
    "Sources": "TextSource",
    "TextSource": "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "PlainTextSelection": "Description Coding NoteRef",
    "Coding": "CodeRef NoteRef",
    "Notes": "Note",
    "Note": "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "Links": "Link",
    "Link": "NoteRef",
    "Sets": "Set",
    "Set": "Description MemberCode MemberSource MemberNote",
}
REQUIRED = {
    "Project": {"name"},
    "User": {"guid"},
    "Code": {"guid", "name", "isCodable"},
    "Variable": {"guid", "name", "typeOfVariable"},
    "Case": {"guid"},
    "TextSource": {"guid"},
    "PlainTextSelection": {"guid", "startPosition", "endPosition"},
    "Coding": {"guid"},
    "Note": {"guid"},
    "Link": {"guid"},
    "Set": {"guid", "name"},
    "CodeRef": {"targetGUID"},
    "NoteRef": {"targetGUID"},
    "SourceRef": {"targetGUID"},
    "VariableRef": {"targetGUID"},
    "MemberCode": {"targetGUID"},
}
GUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def _open(comparison: Comparison, texts: Mapping[str, str]) -> tuple[Element, dict[str, str]]:
    archive = ZipFile(BytesIO(format_qdpx(comparison, texts)))
    files = {name: archive.read(name) for name in archive.namelist()}
    project = fromstring(files.pop("project.qde"))
    return project, {name.removeprefix("Sources/"): data.decode("utf-8") for name, data in files.items()}


def _all(root: Element, tag: str) -> list[Element]:
    return list(root.iter(f"{NAMESPACE}{tag}"))


def _selected(project: Element, files: Mapping[str, str]) -> list[str]:
    """Return what is selected in the text that each source names."""
    found = []
    for source in _all(project, "TextSource"):
        text = files[source.attrib["plainTextPath"].removeprefix("internal://")]
        for selection in _all(source, "PlainTextSelection"):
            found.append(text[int(selection.attrib["startPosition"]) : int(selection.attrib["endPosition"])])
    return found


def test_project_has_the_structure_of_the_standard(full_comparison: Comparison, texts: dict[str, str]) -> None:
    project, _ = _open(full_comparison, texts)
    for element in project.iter():
        tag = element.tag.removeprefix(NAMESPACE)
        order = CHILDREN.get(tag, "").split()
        places = [order.index(child.tag.removeprefix(NAMESPACE)) for child in element]
        assert places == sorted(places), tag
        assert element.attrib.keys() >= REQUIRED.get(tag, set()), tag
    assert all(list(element) for tag in ("Users", "Codes", "Cases", "Notes", "Links") for element in _all(project, tag))


def test_ids_are_unique_and_references_lead_somewhere(full_comparison: Comparison, texts: dict[str, str]) -> None:
    project, files = _open(full_comparison, texts)
    ids = [element.attrib["guid"] for element in project.iter() if "guid" in element.attrib]
    assert len(set(ids)) == len(ids)
    assert all(GUID.fullmatch(name) for name in ids)
    names = {"targetGUID", "originGUID", "creatingUser", "creatingUserGUID"}
    assert {element.attrib[name] for element in project.iter() for name in names & element.attrib.keys()} <= set(ids)
    assert len(files) == 4


def test_every_claim_is_selected_where_it_stands(full_comparison: Comparison, texts: dict[str, str]) -> None:
    assert sorted(_selected(*_open(full_comparison, texts))) == sorted(claim.text for claim in full_comparison.claims)


def test_names_of_codes_are_unique(full_comparison: Comparison, texts: dict[str, str]) -> None:
    twins = tuple(replace(group, matter="Energy", verdict="agree") for group in full_comparison.groups)
    project, _ = _open(replace(full_comparison, groups=twins), texts)
    names = [code.attrib["name"].casefold() for code in _all(project, "Code")]
    assert len(set(names)) == len(names)


def test_codes_tell_topic_matter_relation_and_stance(full_comparison: Comparison, texts: dict[str, str]) -> None:
    project, _ = _open(full_comparison, texts)
    names = {code.attrib["guid"]: code.attrib["name"] for code in _all(project, "Code")}
    coded = {
        selection.attrib["name"]: {names[ref.attrib["targetGUID"]] for ref in _all(selection, "CodeRef")}
        for selection in _all(project, "PlainTextSelection")
    }
    assert coded["Trade fell by 56 % in 2018."] == {
        "Trade between Russia and North Korea",
        "how trade changed in 2018 (mixed)",
        "coal (single-source)",
        "agree",
        "contradict",
        "differ-in-number",
    }
    assert {"negated", "predicted"} < coded["The six-party talks will not resume before 2020."]


def test_pairs_are_links_and_those_that_diverge_have_notes(full_comparison: Comparison, texts: dict[str, str]) -> None:
    project, _ = _open(full_comparison, texts)
    links = _all(project, "Link")
    assert len(links) == sum(len(group.pairs) for group in full_comparison.groups) + 1
    noted = [link.attrib["name"] for link in links if len(link)]
    assert sorted(noted) == ["contradict (opposite-words)", *["differ-in-number (amounts-apart)"] * 3]
    contents = [element.text for element in _all(project, "PlainTextContent")]
    told = "000-13 and 003-31: 56 percent against 65 percent. Rule amounts-apart, confidence 0.50."
    assert told in contents


def test_decisions_of_reviewers_are_with_the_matter(full_comparison: Comparison, texts: dict[str, str]) -> None:
    project, _ = _open(full_comparison, texts)
    assert any("Ann: relabel" in (element.text or "") for element in _all(project, "Description"))


@pytest.mark.parametrize("text", ["</Description><x>&", "\x00\x1b[31m\ufffe\ud800", "]]>", "𝛼𝛽 and \u202e"])
def test_hostile_text_stays_text(one_claim_comparison: Callable[[str], Comparison], text: str) -> None:
    comparison = one_claim_comparison(text)
    held = {document.name: text for document in comparison.documents}
    project, files = _open(comparison, held)
    assert {tag.tag.removeprefix(NAMESPACE) for tag in project.iter()} <= CHILDREN.keys() | REQUIRED.keys() | {
        "Description",
        "PlainTextContent",
        "TextValue",
    }
    assert set(files.values()) == {text.replace("\ud800", "?")}


def test_a_project_is_the_same_bytes_whenever_it_is_made(comparison: Comparison, texts: dict[str, str]) -> None:
    assert format_qdpx(comparison, texts) == format_qdpx(comparison, texts)


def test_documents_without_a_text_are_left_out_and_named(comparison: Comparison, texts: dict[str, str]) -> None:
    del texts["002.txt"]
    project, files = _open(comparison, texts)
    assert len(files) == 3
    description = project.find(f"{NAMESPACE}Description")
    assert description is not None
    assert "002.txt" in (description.text or "")
    with pytest.raises(ReportError, match="Run claimcmp extract again"):
        format_qdpx(comparison, {})


@settings(deadline=None)
@given(st.text(st.sampled_from("a\r\n\ufeff𝛼"), max_size=20), st.data())
def test_places_follow_the_line_breaks_that_importers_change(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    plain = PlainText(text)
    assert "\r" not in plain.content
    whole = PlainText(f"a{text[start:end]}").content[1:]
    # A place between the halves of a break is that of the whole break.
    if (
        text[end - 1 : end + 1] != "\r\n"
        and text[start - 1 : start + 1] != "\r\n"
        and not (start == 0 and text[:1] == "\ufeff")
    ):
        assert plain.content[plain.find(start) : plain.find(end)] == whole
