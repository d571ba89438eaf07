import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.errors import StoreError
from claimcmp.records import (
    Attribution,
    Claim,
    Cue,
    DateRef,
    DocumentSummary,
    Entity,
    Extraction,
    Quantity,
    Skipped,
    Topic,
    TopicEvidence,
)
from claimcmp.store.atomic import write_atomically
from claimcmp.store.claims import read_extraction, write_extraction

RISE = "Prices rose 4 % in May."
PRICES = Topic("prices", "Prices", terms=("price",))


def _claim(document: str, text: str = RISE, start: int = 0, **changes: Any) -> Claim:
    end = start + len(text)
    source = document.partition(".")[0].upper()
    claim = Claim(f"{document}-{start}", document, source, "2019-04", start, end, text, start, end, topics=("prices",))
    return replace(claim, **changes)


def _document(name: str, *, claims: int = 1) -> DocumentSummary:
    return DocumentSummary(name, name.partition(".")[0].upper(), None, None, "2019-04", None, None, "ab12", 3, claims)


def _extraction(*names: str) -> Extraction:
    return Extraction(tuple(map(_document, names)), (PRICES,), tuple(map(_claim, names)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("claims")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_write_extraction_writes_a_file_a_document_and_the_manifest_last(folder: Path) -> None:
    paths = write_extraction(_extraction("kinu.txt", "valdai.md"), folder)
    assert paths == (folder / "kinu.jsonl", folder / "valdai.jsonl", folder / "manifest.json")
    assert _names(folder) == ["kinu.jsonl", "manifest.json", "valdai.jsonl"]


def test_write_extraction_writes_a_claim_a_line_sorted_by_start(folder: Path) -> None:
    claims = (_claim("kinu.txt", "Preise stiegen – um 4 %.", 30), _claim("kinu.txt"))
    write_extraction(replace(_extraction("kinu.txt"), claims=claims), folder)
    lines = (folder / "kinu.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["start"] for line in lines] == [0, 30]
    assert "Preise stiegen – um 4 %." in lines[1]


def test_write_extraction_writes_an_empty_file_for_a_document_without_claims(folder: Path) -> None:
    extraction = Extraction((_document("kinu.txt", claims=0),), (PRICES,), ())
    write_extraction(extraction, folder)
    assert (folder / "kinu.jsonl").read_bytes() == b""
    assert read_extraction(folder) == extraction


def test_write_extraction_gives_the_same_bytes_again(folder: Path) -> None:
    paths = write_extraction(_extraction("kinu.txt", "valdai.md"), folder)
    before = [path.read_bytes() for path in paths]
    turned = _extraction("kinu.txt", "valdai.md")
    write_extraction(replace(turned, claims=turned.claims[::-1]), folder)
    assert [path.read_bytes() for path in paths] == before


def test_write_extraction_removes_only_what_an_earlier_manifest_lists(folder: Path) -> None:
    write_extraction(_extraction("kinu.txt", "valdai.md"), folder)
    for name in ("comparison.csv", "other.jsonl"):
        (folder / name).write_bytes(b"mine")
    write_extraction(_extraction("kinu.txt"), folder)
    assert _names(folder) == ["comparison.csv", "kinu.jsonl", "manifest.json", "other.jsonl"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("kinu.jsonl", '{"text": "Prices rose."}\n'), ("manifest.json", '{"name": "An app"}'), ("manifest.json", "x")],
)
def test_write_extraction_does_not_overwrite_a_stranger(folder: Path, name: str, content: str) -> None:
    folder.mkdir()
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=f"claims/{name}"):
        write_extraction(_extraction("kinu.txt"), folder)
    assert _names(folder) == [name]
    assert (folder / name).read_text(encoding="utf-8") == content


def test_read_extraction_warns_of_a_file_that_lost_lines(folder: Path) -> None:
    claims = (_claim("kinu.txt"), _claim("kinu.txt", start=30))
    write_extraction(Extraction((_document("kinu.txt", claims=2),), (PRICES,), claims), folder)
    file = folder / "kinu.jsonl"
    file.write_bytes(file.read_bytes().splitlines(keepends=True)[0])
    (warning,) = read_extraction(folder).warnings
    assert (
        "claims/kinu.jsonl is not the file that manifest.json describes, for its claims are 1 instead of 2" in warning
    )


def test_write_extraction_goes_on_after_an_interruption(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_extraction(_extraction("kinu.txt", "valdai.md"), folder)

    def interrupt(path: Path, data: bytes) -> None:
        if path.name == "manifest.json":
            raise KeyboardInterrupt
        write_atomically(path, data)

    shorter = replace(_extraction("kinu.txt"), claims=(_claim("kinu.txt", "Prices fell."),))
    with monkeypatch.context() as patch:
        patch.setattr("claimcmp.store.claims.write_atomically", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_extraction(shorter, folder)
    (warning,) = read_extraction(folder).warnings
    assert warning == (
        "claims/kinu.jsonl is not the file that manifest.json describes: it was edited, or a run was interrupted. "
        "Run `claimcmp extract` again if you did not edit it."
    )
    write_extraction(shorter, folder)
    assert read_extraction(folder) == shorter


def test_read_extraction_is_content_with_other_line_endings(folder: Path) -> None:
    extraction = _extraction("kinu.txt")
    for path in write_extraction(extraction, folder):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_extraction(folder) == extraction


def test_read_extraction_works_from_the_claims_alone(folder: Path) -> None:
    extraction = _extraction("kinu.txt", "valdai.md")
    write_extraction(extraction, folder)
    (folder / "manifest.json").unlink()
    read = read_extraction(folder)
    assert read.claims == extraction.claims
    assert read.topics == (Topic("prices", "prices"),)
    assert [(document.name, document.source, document.claims) for document in read.documents] == [
        ("kinu.txt", "KINU", 1),
        ("valdai.md", "VALDAI", 1),
    ]
    assert read.warnings == ("claims has no manifest.json: documents and topics are those that the claims name.",)


def _make_nothing(_: Path) -> None:
    pass


def _make_empty(folder: Path) -> None:
    folder.mkdir()


def _make_empty_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "kinu.jsonl").touch()


def _make_results(folder: Path) -> None:
    folder.mkdir()
    (folder / "result.jsonl").write_bytes(b'{"type": "run", "settings": {}}\n{"type": "topic"}\n')


@pytest.mark.parametrize("make", [_make_nothing, _make_empty, _make_empty_file, _make_results])
def test_read_extraction_says_how_to_get_claims(folder: Path, make: Callable[[Path], None]) -> None:
    make(folder)
    with pytest.raises(StoreError) as raised:
        read_extraction(folder)
    assert str(raised.value) == (
        "No claims in claims/. Run `claimcmp extract PATH` first, or name the folder with --claims."
    )


def test_read_extraction_of_a_folder_of_results_names_the_claims_folder_in_it(folder: Path) -> None:
    write_extraction(_extraction("kinu.txt"), folder / "inner")
    (folder / "result.jsonl").write_bytes(b'{"type": "run", "settings": {}}\n')
    with pytest.raises(StoreError) as raised:
        read_extraction(folder)
    assert str(raised.value) == "No claims in claims/. Did you mean claims/inner/?"


def test_read_extraction_ignores_files_that_the_manifest_does_not_list(folder: Path) -> None:
    extraction = _extraction("kinu.txt")
    write_extraction(extraction, folder)
    (folder / "other.jsonl").write_bytes(b"not ours")
    assert read_extraction(folder) == extraction


def test_read_extraction_misses_a_listed_file(folder: Path) -> None:
    write_extraction(_extraction("kinu.txt", "valdai.md"), folder)
    (folder / "kinu.jsonl").unlink()
    with pytest.raises(StoreError) as raised:
        read_extraction(folder)
    assert str(raised.value) == (
        "claims/kinu.jsonl is missing, though manifest.json lists it. "
        "Run `claimcmp extract` again, or restore the file."
    )


@pytest.mark.parametrize("with_manifest", [True, False])
@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"id": "x"', "it is not JSON (Expecting ',' delimiter at column 11)"),
        (b"\xff", "it is not UTF-8"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b"[]", "the value must be an object with keys, not []"),
        (b'{"id": "x"}', '"document" is missing'),
        (b'{"id": NaN}', "NaN is not a number that JSON knows"),
    ],
)
def test_read_extraction_names_the_damaged_line(folder: Path, line: bytes, problem: str, with_manifest: bool) -> None:
    write_extraction(_extraction("kinu.txt"), folder)
    path = folder / "kinu.jsonl"
    path.write_bytes(path.read_bytes() + b"\n" + line)
    if not with_manifest:
        (folder / "manifest.json").unlink()
    with pytest.raises(StoreError) as raised:
        read_extraction(folder)
    assert str(raised.value) == (
        f"claims/kinu.jsonl, line 3 is damaged: {problem}. Run `claimcmp extract` again, or restore the file."
    )


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"text": "Prices rose 5 % in June."}, "text has 24 characters where start 0 and end 23 leave room for 23"),
        ({"start": 30, "end": 20}, "start 30 and end 20 are not a stretch of text"),
        ({"document": "valdai.md"}, 'document is "valdai.md", and the manifest says "kinu.txt"'),
        ({"polarity": "unclear"}, "polarity must be one of affirmed, negated, not 'unclear'"),
    ],
)
def test_read_extraction_checks_every_claim(folder: Path, change: dict[str, Any], problem: str) -> None:
    write_extraction(_extraction("kinu.txt"), folder)
    path = folder / "kinu.jsonl"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    with pytest.raises(StoreError) as raised:
        read_extraction(folder)
    assert problem in str(raised.value)


def test_read_extraction_refuses_a_repeated_id(folder: Path) -> None:
    write_extraction(_extraction("kinu.txt"), folder)
    (folder / "manifest.json").unlink()
    (folder / "kinu (copy).jsonl").write_bytes((folder / "kinu.jsonl").read_bytes())
    with pytest.raises(StoreError) as raised:
        read_extraction(folder)
    assert str(raised.value) == (
        'claims/kinu.jsonl, line 1: the claim "kinu.txt-0" is already in claims/kinu (copy).jsonl, line 1. '
        "Remove one of the two, or run `claimcmp extract` again."
    )


WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
MAYBE = st.none() | WORDS
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
PLACE = st.integers(0, 10_000)
DATES = st.builds(DateRef, WORDS, PLACE, PLACE, MAYBE, st.sampled_from(["day", "year"]))
QUANTITIES = st.builds(
    Quantity,
    *(WORDS, PLACE, PLACE, NUMBERS, NUMBERS | st.just(float("-inf")), NUMBERS | st.just(float("inf")), WORDS, MAYBE),
    approximate=st.booleans(),
)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    names = sorted(draw(st.sets(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), max_size=3)))
    documents, claims = [], []
    for name in names:
        starts = sorted(draw(st.sets(PLACE, max_size=3)))
        documents.append(
            DocumentSummary(
                *(name, draw(WORDS), *(draw(MAYBE) for _ in range(5)), draw(WORDS), draw(PLACE), len(starts)),
                notes=tuple(draw(st.lists(WORDS, max_size=2))),
            )
        )
        claims += [_draw_claim(draw, name, start) for start in starts]
    return Extraction(
        documents=tuple(documents),
        topics=(Topic(draw(WORDS), draw(WORDS), patterns=(({"LOWER": {"IN": ["price"]}},),)),),
        claims=tuple(claims),
        skipped=(Skipped(draw(WORDS), draw(WORDS)),),
        warnings=tuple(draw(st.lists(WORDS, max_size=2))),
        settings=draw(st.dictionaries(WORDS, st.none() | st.booleans() | PLACE | WORDS | st.lists(WORDS), max_size=2)),
    )


def _draw_claim(draw: st.DrawFn, document: str, start: int) -> Claim:
    text = draw(WORDS)
    return _claim(
        document,
        text,
        start,
        topic_evidence=tuple(
            draw(
                st.lists(
                    st.builds(TopicEvidence, WORDS, st.just("term"), WORDS, PLACE, PLACE, st.none() | NUMBERS),
                    max_size=1,
                )
            )
        ),
        attributed_to=draw(
            st.none() | st.builds(Attribution, WORDS, PLACE, PLACE, WORDS, st.just("direct"), st.just("doubted"))
        ),
        modality=draw(st.sampled_from(["asserted", "hedged", "predicted", "conditional", "normative"])),
        modality_cue=draw(st.none() | st.builds(Cue, WORDS, PLACE, PLACE)),
        quantities=tuple(draw(st.lists(QUANTITIES, max_size=2))),
        dates=tuple(draw(st.lists(DATES, max_size=1))),
        entities=tuple(
            draw(st.lists(st.builds(Entity, WORDS, PLACE, PLACE, WORDS, WORDS, WORDS, st.booleans()), max_size=1))
        ),
        resolved=draw(MAYBE),
    )


@settings(deadline=None)
@given(extractions())
def test_extractions_survive_the_folder(extraction: Extraction) -> None:
    with TemporaryDirectory() as folder:
        write_extraction(extraction, Path(folder))
        assert read_extraction(Path(folder)) == extraction


TEXT = "Sanctions still stand.\r\nNobody doubts it \u2013 yet.\r\n"


def _with_text(text: str = TEXT) -> Extraction:
    extraction = _extraction("kinu.txt")
    digest = sha256(text.encode()).hexdigest()
    return replace(
        extraction,
        documents=tuple(replace(document, sha256=digest) for document in extraction.documents),
        texts={"kinu.txt": text},
    )


def test_texts_come_back_with_their_own_line_ends(folder: Path) -> None:
    write_extraction(_with_text(), folder)
    assert (folder / "texts" / "kinu.txt").read_bytes() == TEXT.encode()
    assert read_extraction(folder) == _with_text()


def test_an_edited_text_is_left_aside_with_a_warning(folder: Path) -> None:
    write_extraction(_with_text(), folder)
    (folder / "texts" / "kinu.txt").write_text("Sanctions are gone.")
    read = read_extraction(folder)
    assert not read.texts
    assert "texts/kinu.txt is not the text that the claims were found in" in read.warnings[-1]


def test_a_text_follows_its_document(folder: Path) -> None:
    write_extraction(_with_text(), folder)
    write_extraction(_extraction("valdai.md"), folder)
    assert not (folder / "texts" / "kinu.txt").exists()


def test_a_stranger_among_the_texts_is_not_overwritten(folder: Path) -> None:
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "kinu.txt").write_text("notes of mine")
    with pytest.raises(StoreError, match=r"texts/kinu\.txt is in the way"):
        write_extraction(_with_text(), folder)
    assert (folder / "texts" / "kinu.txt").read_text() == "notes of mine"
    assert not (folder / "manifest.json").exists()
