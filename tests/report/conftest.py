"""A comparison made by hand from short sentences; every report is tested against it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from claimcmp.records import (
    Attribution,
    Claim,
    Comparison,
    Consensus,
    Copy,
    Cue,
    DateRef,
    Decision,
    DocumentSummary,
    Evidence,
    Extraction,
    Group,
    Measured,
    Outlier,
    Pair,
    Quantity,
    SelfContradiction,
    Skipped,
    Spread,
    Topic,
    TopicEvidence,
    Unjudged,
    Voice,
)

MakeClaim = Callable[..., Claim]
MakeComparison = Callable[..., Comparison]

_SOURCES = {
    "000.txt": ("Valdai Club", "2019-04"),
    "002.txt": ("KINU", "2019"),
    "003.txt": ("Chatham House", "2019-05-02"),
    "004.txt": ("Jamestown Foundation", None),
}


def _document(name: str, *, sentences: int, claims: int) -> DocumentSummary:
    source, published = _SOURCES[name]
    return DocumentSummary(
        name=name,
        source=source,
        author=None,
        title=None,
        published=published,
        url=None,
        voice=None,
        sha256=f"{name[:3]}" * 8,
        sentences=sentences,
        claims=claims,
    )


def _claim(name: str, document: str, text: str, *, start: int = 0, topics: tuple[str, ...], **fields: object) -> Claim:
    source, published = _SOURCES[document]
    end = start + len(text)
    return Claim(
        id=name,
        document=document,
        source=source,
        published=published,
        start=start,
        end=end,
        text=text,
        sentence_start=start,
        sentence_end=end,
        topics=topics,
        **fields,  # type: ignore[arg-type]
    )


_DOCUMENTS = (
    _document("000.txt", sentences=38, claims=5),
    _document("002.txt", sentences=121, claims=4),
    _document("003.txt", sentences=44, claims=2),
    _document("004.txt", sentences=1027, claims=2),
)
_TOPICS = (
    Topic(id="roadmap", label="The Russian-Chinese roadmap", terms=("roadmap",)),
    Topic(id="trade", label="Trade between Russia and North Korea", terms=("trade",)),
    Topic(id="six-party", label="Six-party talks", terms=("six-party talks",)),
    Topic(id="energy", label="Energy", terms=("gas", "oil")),
)
_CLAIMS = (
    _claim(
        "000-11",
        "000.txt",
        "In 2017 Moscow and Beijing laid down one shared roadmap to settle the Korean question.",
        start=1204,
        topics=("roadmap",),
        topic_evidence=(TopicEvidence("roadmap", "term", "roadmap", 1252, 1259),),
        dates=(DateRef("2017", 1207, 1211, "2017", "year"),),
    ),
    _claim(
        "000-12",
        "000.txt",
        "Since then events have gone just this way.",
        start=1391,
        topics=("roadmap",),
        topic_evidence=(TopicEvidence("roadmap", "carried", "this way", 1424, 1432),),
    ),
    _claim("000-13", "000.txt", "Trade fell by 56 % in 2018.", start=2210, topics=("trade",)),
    _claim("000-14", "000.txt", "Trade in coal stopped.", start=2240, topics=("trade",)),
    _claim("000-15", "000.txt", "Gas prices rose 4 % in May.", start=3000, topics=("energy",)),
    _claim(
        "002-21",
        "002.txt",
        "In 2017 a roadmap of three stages came from Moscow and Beijing; it starts with a double freeze:\n"
        "North Korea halts its tests, the United States and South Korea halt their large exercises, and only after "
        "that do the parties speak about the principles of their relations, about guarantees of security, about the "
        "lifting of sanctions that were adopted since 2006, and about a mechanism of peace and security in the whole "
        "of North-East Asia, which all six states would sign.",
        start=6011,
        topics=("roadmap", "six-party"),
    ),
    _claim(
        "002-22",
        "002.txt",
        "Recent events seem to fit the conditions that the roadmap names.",
        start=6480,
        topics=("roadmap",),
        modality="hedged",
        modality_cue=Cue("seem", 6494, 6498),
    ),
    _claim("002-23", "002.txt", "Trade fell by about 55 percent.", start=9000, topics=("trade",)),
    _claim(
        "002-24",
        "002.txt",
        "The six-party talks will not resume before 2020.",
        start=9100,
        topics=("six-party",),
        modality="predicted",
        modality_cue=Cue("will", 9120, 9124),
        polarity="negated",
        polarity_cue=Cue("not", 9125, 9128),
    ),
    _claim(
        "003-31",
        "003.txt",
        "=Trade rose 65 % [sic], “a record”.",
        start=410,
        topics=("trade",),
        quantities=(Quantity("65 %", 422, 426, 65.0, 64.5, 65.5, "percent", of="trade"),),
    ),
    _claim("003-32", "003.txt", "No date for talks is known.", start=900, topics=("six-party",)),
    _claim(
        "004-41",
        "004.txt",
        "Moscow had tried to argue that things are following the Sino-Russian roadmap.",
        start=3302,
        topics=("roadmap",),
        attributed_to=Attribution("Moscow", 3302, 3308, "tried to argue", "indirect", "doubted"),
    ),
    _claim(
        "004-42",
        "004.txt",
        "They fell by 56.3 percent, “says” Pyongyang.",
        start=4100,
        topics=("trade",),
        attributed_to=Attribution("Pyongyang", 4134, 4143, "says", "direct"),
        topic_evidence=(TopicEvidence("trade", "meaning", "They", 4100, 4104, 0.6241),),
    ),
)
_GROUPS = (
    Group(
        id="g1",
        topic="roadmap",
        matter="Russia and China drew up the roadmap (2017)",
        verdict="agree",
        differs_in=(),
        claims=("000-11", "002-21"),
        sources=("Valdai Club", "KINU"),
        silent=("Chatham House", "Jamestown Foundation"),
        pairs=(
            Pair(
                "000-11",
                "002-21",
                "agree",
                "same-event",
                "both name the same actors and the same year",
                0.91239,
                Evidence(
                    0.91239,
                    {"actors": 0.6, "year": 0.31239},
                    shared_words=("roadmap",),
                    shared_entities=("russia", "china"),
                ),
            ),
        ),
    ),
    Group(
        id="g2",
        topic="roadmap",
        matter="events follow the roadmap",
        verdict="diverge",
        differs_in=("attribution", "certainty"),
        claims=("000-12", "002-22", "004-41"),
        sources=("Valdai Club", "KINU", "Jamestown Foundation"),
        silent=("Chatham House",),
        pairs=(
            Pair(
                "000-12",
                "002-22",
                "differ-in-certainty",
                "firm-against-hedged",
                "firm in Valdai Club, hedged in KINU [seem]",
                0.78,
                Evidence(0.78),
            ),
            Pair(
                "000-12",
                "004-41",
                "differ-in-attribution",
                "own-voice-against-reported",
                "one source says so in its own voice, the other reports it from Moscow and doubts it [tried to argue]",
                0.7049999,
                Evidence(0.7049999),
            ),
            Pair(
                "002-22",
                "004-41",
                "differ-in-attribution",
                "own-voice-against-reported",
                "one source says so in its own voice, the other reports it from Moscow and doubts it [tried to argue]",
                0.66,
                Evidence(0.66),
            ),
        ),
    ),
    Group(
        id="g3",
        topic="trade",
        matter="how trade changed in 2018",
        verdict="mixed",
        differs_in=("number",),
        claims=("000-13", "002-23", "003-31", "004-42"),
        sources=("Valdai Club", "KINU", "Chatham House", "Jamestown Foundation"),
        silent=(),
        pairs=(
            *(
                Pair(a, b, "agree", "same-number", "the amounts meet", score, Evidence(score, numbers="agree"))
                for a, b, score in (
                    ("000-13", "002-23", 0.85),
                    ("000-13", "004-42", 0.8),
                    ("002-23", "004-42", 0.8),
                )
            ),
            *(
                Pair(a, "003-31", "differ-in-number", "amounts-apart", reason, 0.7, Evidence(0.7, numbers="conflict"))
                for a, reason in (
                    ("000-13", "56 percent against 65 percent"),
                    ("002-23", "55 percent against 65 percent"),
                    ("004-42", "56.3 percent against 65 percent"),
                )
            ),
        ),
    ),
    Group(
        id="g4",
        topic="trade",
        matter="coal",
        verdict="single-source",
        differs_in=(),
        claims=("000-14", "000-13"),
        sources=("Valdai Club",),
        silent=("KINU", "Chatham House", "Jamestown Foundation"),
        pairs=(),
    ),
    Group(
        id="g5",
        topic="trade",
        matter="coal and trade",
        verdict="compatible",
        differs_in=(),
        claims=("000-14", "002-23"),
        sources=("Valdai Club", "KINU"),
        silent=("Chatham House", "Jamestown Foundation"),
        pairs=(Pair("000-14", "002-23", "complementary", "adds", "only KINU gives an amount", 0.5, Evidence(0.5)),),
    ),
)


@pytest.fixture
def make_claim() -> MakeClaim:
    """Makes a claim from its id, document and text; other fields by name."""
    return _claim


@pytest.fixture
def comparison() -> Comparison:
    """Four topics: one with agreement and divergence, one mixed or compatible, one with nothing in common, one with one source."""
    return Comparison(
        documents=_DOCUMENTS,
        topics=_TOPICS,
        claims=_CLAIMS,
        groups=_GROUPS,
        unmatched=("000-15", "002-24", "003-32"),
        unjudged=(Unjudged("002-24", "003-32", "six-party", 0.41, "one is a forecast, the other a statement"),),
        pairs_examined=1118,
        settings={"threshold": 0.5, "topics": ["roadmap", "trade", "six-party", "energy"]},
    )


@pytest.fixture
def extraction() -> Extraction:
    """The run that found the claims of the comparison."""
    return Extraction(
        documents=_DOCUMENTS,
        topics=_TOPICS,
        claims=_CLAIMS,
        skipped=(Skipped("notes.pdf", "not a .txt or .md file"), Skipped("empty.txt", "empty.")),
        warnings=("004.txt: the date of publication is not known.",),
    )


@pytest.fixture
def one_claim_comparison(make_claim: MakeClaim) -> MakeComparison:
    """Makes a comparison of two claims in one group, with the given text in all the places that sources fill."""

    def make(text: str) -> Comparison:
        first = make_claim("a-1", "000.txt", text, topics=("trade",))
        second = make_claim(
            "b-1",
            "002.txt",
            text,
            topics=("trade",),
            attributed_to=Attribution(text, 0, 1, text, "indirect"),
            modality="hedged",
            modality_cue=Cue(text, 0, 1),
        )
        pair = Pair("a-1", "b-1", "agree", text, text, 1.0, Evidence(1.0))
        group = Group("g1", "trade", text, "agree", (), ("a-1", "b-1"), (text,), (text,), (pair,))
        return Comparison(_DOCUMENTS, _TOPICS[1:2], (first, second), (group,), (), (), 1)

    return make


@pytest.fixture
def full_comparison(comparison: Comparison) -> Comparison:
    """The same with something in every field that only some comparisons have."""
    roadmap, trade, *rest = (group for group in comparison.groups if group.id in {"g1", "g3", "g4"})
    reviewed = replace(
        roadmap,
        decisions=(
            Decision("Ann", "relabel", was="the roadmap", note="two plans, one name"),
            Decision("Bo", "accept"),
        ),
        pairs_hidden=1,
    )
    measured = replace(
        trade,
        voices=(
            Voice("Valdai Club", ("Valdai Club", "KINU"), ("000-13", "002-23"), "copied", ("002-23",)),
            Voice("Chatham House", ("Chatham House",), ("003-31",)),
        ),
        consensus=Consensus(("Valdai Club",), agree=True, outliers=(Outlier("Chatham House", ("number",)),)),
        spreads=(
            Spread(
                "percent",
                "trade",
                55.0,
                65.0,
                56.0,
                (Measured("Valdai Club", 56.0, ("56 %",)), Measured("Chatham House", 65.0, ("65 %",))),
            ),
        ),
    )
    first, *others = comparison.documents
    clash = Pair("000-13", "000-14", "contradict", "opposite-words", "fell against stopped", 0.6, Evidence(0.6))
    return replace(
        comparison,
        documents=(
            replace(first, author="A. & B. <c>", title='On "trade"', url="https://example.org/?a=1&b=2"),
            *others,
        ),
        groups=(reviewed, measured, *rest),
        copies=(Copy("002.txt", 9000, 9031, "000.txt", 2210, 2236, 0.86),),
        self_contradictions=(SelfContradiction("trade", "Valdai Club", clash),),
        filters={"relations": ["contradict"]},
        groups_hidden=2,
    )


@pytest.fixture
def texts(comparison: Comparison) -> dict[str, str]:
    """Texts in which every claim stands where it says it does."""
    made: dict[str, str] = {}
    for claim in sorted(comparison.claims, key=lambda claim: claim.start):
        before = made.get(claim.document, "")
        made[claim.document] = before + "." * (claim.start - len(before)) + claim.text
    return made
