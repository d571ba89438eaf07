"""A comparison as a REFI-QDA project (.qdpx), which NVivo, MAXQDA, ATLAS.ti and QualCoder open as coded documents."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claimcmp.errors import ReportError
from claimcmp.records import COMPATIBLE, Claim, Comparison, Pair
from claimcmp.report.arrangement import by_id, sources_of, unique
from claimcmp.report.qda_codes import CREATED, USER, CodeBook, guid, put_text
from claimcmp.report.qda_text import PlainText
from claimcmp.report.safe_text import cut, for_screen, for_xml
from claimcmp.report.shared_columns import SELF_CONTRADICTION
from claimcmp.report.tables import LIST_SEPARATOR
from claimcmp.report.wording import count, list_words
from claimcmp.version import __version__

_NAMESPACE = "urn:QDA-XML:project:1.0"
_NAME_LENGTH = 60
_VARIABLES = ("author", "title", "published", "url")


def format_qdpx(comparison: Comparison, texts: Mapping[str, str]) -> bytes:
    """Return the archive: documents as plain text, claims as selections, coded by topic, matter, relation and stance.

    Sources are cases. Pairs are links, those that diverge with a note that says why and by which rule. A document whose
    text is not known is left out, which the project's description says; without any text ``ReportError`` is raised.
    """
    known = {
        document.name: PlainText(texts[document.name]) for document in comparison.documents if document.name in texts
    }
    if not known:
        raise ReportError("A project needs the documents' texts, and none is known. Run claimcmp extract again.")
    project = _make_project(comparison, known)
    indent(project)
    files = {"project.qde": tostring(project, encoding="utf-8", xml_declaration=True)}
    files |= {
        f"Sources/{guid('document', name)}.txt": text.content.encode("utf-8", "replace") for name, text in known.items()
    }
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, data)
    return output.getvalue()


class _Ruling(NamedTuple):
    """A pair with the group, or the topic within a source, that it is of."""

    of: str
    matter: str
    pair: Pair

    @property
    def diverges(self) -> bool:
        return self.pair.relation not in COMPATIBLE

    def guid(self, kind: str) -> str:
        return guid(kind, self.of, self.pair.a, self.pair.b)


def _make_project(comparison: Comparison, texts: Mapping[str, PlainText]) -> Element:
    claims = {name: claim for name, claim in by_id(comparison).items() if claim.document in texts}
    rulings = [ruling for ruling in _rulings(comparison) if {ruling.pair.a, ruling.pair.b} <= claims.keys()]
    of_document: dict[str, list[Claim]] = {}
    for claim in claims.values():
        of_document.setdefault(claim.document, []).append(claim)
    notes: dict[str, list[str]] = {}
    for ruling in rulings:
        if ruling.diverges:
            for end in (ruling.pair.a, ruling.pair.b):
                notes.setdefault(end, []).append(ruling.guid("note"))
    user = guid("user", USER)
    project = Element(
        "Project",
        {"xmlns": _NAMESPACE, "name": "Comparison of claims", "origin": f"claimcmp {__version__}"}
        | {"creatingUserGUID": user, "creationDateTime": CREATED},
    )
    SubElement(SubElement(project, "Users"), "User", guid=user, name=USER)
    book = CodeBook(comparison)
    project.append(book.element())
    variables = SubElement(project, "Variables")
    for name in _VARIABLES:
        SubElement(variables, "Variable", guid=guid("variable", name), name=name, typeOfVariable="Text")
    _put_cases(project, comparison, texts)
    sources = SubElement(project, "Sources")
    for document in comparison.documents:
        if document.name in texts:
            path = f"internal://{guid('document', document.name)}.txt"
            source = _made(sources, "TextSource", "document", document.name, name=document.name, plainTextPath=path)
            put_text(source, "Description", f"{document.source}. {document.title or ''}".strip())
            for claim in of_document.get(document.name, ()):
                _put_selection(source, claim, texts[document.name], book, notes.get(claim.id, ()))
            _put_values(source, {name: getattr(document, name) for name in _VARIABLES})
    _put_notes_and_links(project, rulings)
    _put_sets(project, comparison)
    put_text(project, "Description", _describe(comparison, texts))
    return project


def _rulings(comparison: Comparison) -> Iterator["_Ruling"]:
    for group in comparison.groups:
        yield from (_Ruling(group.id, group.matter, pair) for pair in group.pairs)
    for clash in comparison.self_contradictions:
        yield _Ruling(clash.topic, SELF_CONTRADICTION, clash.pair)


def _put_cases(project: Element, comparison: Comparison, texts: Mapping[str, PlainText]) -> None:
    cases = SubElement(project, "Cases")
    for source in sources_of(comparison):
        documents = [document for document in comparison.documents if document.source == source]
        case = SubElement(cases, "Case", guid=guid("case", source), name=for_xml(source))
        held = {name: unique(getattr(document, name) or "" for document in documents) for name in _VARIABLES}
        _put_values(case, {name: LIST_SEPARATOR.join(filter(None, values)) for name, values in held.items()})
        for document in documents:
            if document.name in texts:
                SubElement(case, "SourceRef", targetGUID=guid("document", document.name))


def _put_values(element: Element, values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value:
            held = SubElement(element, "VariableValue")
            SubElement(held, "VariableRef", targetGUID=guid("variable", name))
            put_text(held, "TextValue", value)


def _put_selection(source: Element, claim: Claim, text: PlainText, book: CodeBook, notes: Iterable[str]) -> None:
    start, end = text.find(claim.start), text.find(claim.end)
    name = cut(for_screen(claim.text), _NAME_LENGTH)
    places = {"startPosition": str(start), "endPosition": str(end)}
    selection = _made(source, "PlainTextSelection", "claim", claim.id, name=name, **places)
    put_text(selection, "Description", f"Claim {claim.id}. {_tell_stance(claim)}".strip())
    for code in book.codes_of(claim):
        coding = _made(selection, "Coding", "coding", claim.id, code)
        SubElement(coding, "CodeRef", targetGUID=code)
    for note in notes:
        SubElement(selection, "NoteRef", targetGUID=note)


def _put_notes_and_links(project: Element, rulings: Iterable[_Ruling]) -> None:
    notes, links = Element("Notes"), Element("Links")
    for ruling in rulings:
        pair = ruling.pair
        attributes = {"guid": ruling.guid("link"), "name": for_xml(f"{pair.relation} ({pair.rule})")}
        ends = {"originGUID": guid("claim", pair.a), "targetGUID": guid("claim", pair.b)}
        link = SubElement(links, "Link", {**attributes, "direction": "Associative", **ends})
        if ruling.diverges:
            title = cut(for_screen(f"{pair.relation}: {ruling.matter}"), _NAME_LENGTH)
            note = _made(notes, "Note", "note", ruling.of, pair.a, pair.b, name=title)
            told = f"{pair.a} and {pair.b}: {pair.reason}. Rule {pair.rule}, confidence {pair.confidence:.2f}."
            put_text(note, "PlainTextContent", told)
            SubElement(link, "NoteRef", targetGUID=ruling.guid("note"))
    project.extend(element for element in (notes, links) if len(element))


def _put_sets(project: Element, comparison: Comparison) -> None:
    """Put the matters of each verdict into a set."""
    sets = Element("Sets")
    for verdict in unique(group.verdict for group in comparison.groups):
        held = SubElement(sets, "Set", guid=guid("set", verdict), name=f"Verdict: {verdict}")
        for group in comparison.groups:
            if group.verdict == verdict:
                SubElement(held, "MemberCode", targetGUID=guid("group", group.id))
    project.extend(element for element in (sets,) if len(element))


def _tell_stance(claim: Claim) -> str:
    held = f"Attributed to {claim.attributed_to.name or 'somebody unnamed'}. " if claim.attributed_to else ""
    return f"{held}{claim.polarity.capitalize()}, {claim.modality}."


def _describe(comparison: Comparison, texts: Mapping[str, PlainText]) -> str:
    left_out = [document.name for document in comparison.documents if document.name not in texts]
    missing = f" Left out, as their texts are not known: {list_words(left_out)}." if left_out else ""
    return (
        f"{count(len(comparison.claims), 'claim')} in {count(len(comparison.groups), 'group')}, compared with the "
        f"threshold {comparison.settings.get('threshold', 'unknown')}.{missing}"
    )


def _made(parent: Element, tag: str, kind: str, *parts: str, **attributes: str) -> Element:
    held = {name: for_xml(value) for name, value in attributes.items()}
    made = {"creatingUser": guid("user", USER), "creationDateTime": CREATED}
    return SubElement(parent, tag, {"guid": guid(kind, *parts), **held, **made})
