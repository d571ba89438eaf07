import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.sources.decoding import DecodingError, decode

BANK = "The bank’s “emergency” fund — worth £4 billion — was cut to €3.5 billion."
CZECH = "In 1990 Lech Wałęsa said that Poland’s debt had grown."
RUSSIAN = "Министр заявил, что цены в мае выросли на четыре процента."
JAPANESE = "首相は五月に物価が四パーセント上がったと述べた。"


def test_decode_leaves_utf8_without_a_note() -> None:
    assert decode(BANK.encode()) == (BANK, ())


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8-sig", "byte order mark removed"),
        ("utf-16", "read as UTF-16"),
        ("utf-16-le", "read as UTF-16"),
        ("utf-16-be", "read as UTF-16"),
        ("utf-32", "read as UTF-32"),
    ],
)
@pytest.mark.parametrize("text", ["Prices rose 4 % in May.\r\nThey fell in June.\n", RUSSIAN])
def test_decode_reads_other_unicode_encodings(text: str, encoding: str, note: str) -> None:
    assert decode(text.encode(encoding)) == (text, (note,))


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\x00\x00\xfe\xff"])
def test_decode_reads_big_endian_marks(mark: bytes) -> None:
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode(mark + "Prices rose.".encode(encoding))[0] == "Prices rose."


@pytest.mark.parametrize(
    "text",
    [
        BANK,
        "“We won’t pay,” he said.",
        "Prices rose by £4.",
        "It cost €5.",
        "The café in Zürich reopened.",
        "Growth was 2–3 %, the minister’s office said…",
        "Le ministre a déclaré que les négociations étaient terminées à Genève.",
        "Die Bundesregierung erklärte, die Maßnahmen würden früher überprüft.",
    ],
)
@pytest.mark.parametrize("times", [1, 50])
def test_decode_reads_short_and_long_windows_1252(text: str, times: int) -> None:
    text = "\r\n".join([text] * times)
    assert decode(text.encode("cp1252")) == (text, ("read as Windows-1252",))


def test_decode_reads_a_file_put_together_from_two() -> None:
    parts = ["“We won’t pay,” he said.\r\n", *["It’s Müller’s “plan”, the café’s owner said.\r\n"] * 9]
    data = parts[0].encode() + "".join(parts[1:]).encode("cp1252")
    assert decode(data) == ("".join(parts), ("some lines read as Windows-1252, the others as UTF-8",))


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "\n<html lang='en'>", "<!-- saved -->\n<!doctype HTML>", "<head>"]
)
def test_decode_refuses_a_web_page(start: str) -> None:
    page = f"{start}<p>Prices rose.</p>"
    with pytest.raises(DecodingError, match=r"^HTML, not plain text; save the page as plain text first$"):
        decode(page.encode())


def test_decode_reads_a_text_that_speaks_of_tags() -> None:
    text = "<html> is the tag that a page begins with."
    assert decode(f"The {text}".encode()) == (f"The {text}", ())


@pytest.mark.parametrize(
    ("text", "encoding", "note"),
    [
        (RUSSIAN, "cp1251", "read as Windows-1251"),
        (RUSSIAN, "koi8_r", "read as KOI8-R"),
        (JAPANESE, "shift_jis", "read as CP932"),
        (CZECH, "cp1250", "read as Windows-1250"),
        ("“We won’t pay,” he said.", "mac_roman", "read as Mac Roman"),
        ("The café in Zürich reopened.", "cp850", "read as CP850"),
    ],
)
def test_decode_recognises_other_code_pages(text: str, encoding: str, note: str) -> None:
    assert decode(text.encode(encoding)) == (text, (note,))


def test_decode_keeps_utf8_with_a_damaged_place() -> None:
    text, notes = decode("Größe, élan, naïveté.".encode() + b" \xe9 Prices rose.")
    assert text == "Größe, élan, naïveté. \ufffd Prices rose."
    assert notes == ("1 place not valid in UTF-8, shown as \ufffd",)


@pytest.mark.parametrize(
    "text", ["One.\r\nTwo.\rThree.\nFour.\u2028Five.\x85", "e\u0301 and é, ﬁne\u00a0\u00ad.", " \tA.\n\n"]
)
def test_decode_normalises_nothing(text: str) -> None:
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", "\u200b\n".encode(), b"\xff\xfe"]
)
def test_decode_refuses_the_empty(data: bytes) -> None:
    with pytest.raises(DecodingError, match=r"^empty$"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"Prices rose.\x00\x00\x00",
        bytes(range(256)) * 4,
        b"\x01\x02\x03\x04",
        b"%PDF-1.4 (Prices rose.)",
        b"PK\x03\x04word/document.xml",
    ],
)
def test_decode_refuses_the_binary(data: bytes) -> None:
    with pytest.raises(DecodingError, match=r"^binary, not text"):
        decode(data)


def test_decode_refuses_rich_text() -> None:
    with pytest.raises(DecodingError, match="rich text"):
        decode(b"{\\rtf1 Prices rose.}")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), min_size=1).filter(lambda t: t.strip()))
def test_decode_gives_back_any_utf8(text: str) -> None:
    text = f"Claim: {text}"
    assert decode(text.encode())[0] == text


@given(st.binary(max_size=300))
def test_decode_gives_text_or_a_reason(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except DecodingError:
        return
    assert text.strip()
    text.encode()
