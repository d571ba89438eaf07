from pathlib import Path

import pytest

from claimcmp.errors import SourceError
from claimcmp.records import Topic
from claimcmp.sources.topic_choice import find_example_topics
from claimcmp.sources.topics import read_topics

KNOWN = "Known: id, label, definition, terms, patterns, exclude, examples."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _read(text: str) -> tuple[Topic, ...]:
    path = Path("topics.toml")
    path.write_text(text, encoding="utf-8")
    return read_topics(path)


def _problems(text: str) -> list[str]:
    with pytest.raises(SourceError) as raised:
        _read(text)
    return [line.removeprefix("topics.toml, ") for line in str(raised.value).splitlines()]


def test_read_topics_reads_all_keys() -> None:
    assert _read(
        '[[topic]]\nid = "prices"\nlabel = "Prices and wages"\ndefinition = "What things cost."\n'
        'terms = ["price", " inflation "]\npatterns = [[{LOWER = "wage"}, {LOWER = {IN = ["rise", "cut"]}}]]\n'
        'exclude = ["price tag"]\n[topic.examples]\n'
        'match = ["Prices rose in May."]\nno_match = ["The prize was high."]\n'
    ) == (
        Topic(
            id="prices",
            label="Prices and wages",
            definition="What things cost.",
            terms=("price", "inflation"),
            patterns=(({"LOWER": "wage"}, {"LOWER": {"IN": ["rise", "cut"]}}),),
            exclude=("price tag",),
            match_examples=("Prices rose in May.",),
            no_match_examples=("The prize was high.",),
        ),
    )


def test_read_topics_derives_the_label() -> None:
    assert _read('[[topic]]\nid = "trade-share"\nterms = ["trade"]\n')[0].label == "Trade share"


def test_read_topics_is_content_with_patterns_alone() -> None:
    assert _read('[[topic]]\nid = "prices"\npatterns = [[{lower = "price"}]]\n')[0].patterns == (({"lower": "price"},),)


def test_read_topics_needs_a_topic() -> None:
    assert _problems("# nothing\n")[0] == "topics.toml has no topics. Write at least one, for example:"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('terms = ["a"]', 'has no "id". Give it a short name, for example id = "prices".'),
        (
            'label = "Trade & Share"\nterms = ["a"]',
            'has no "id". Give it a short name, for example id = "trade-share".',
        ),
        ('id = " "\nterms = ["a"]', 'has an empty id. Fill it in, for example id = "prices", or remove the line.'),
        ('id = 7\nterms = ["a"]', 'has the number 7 as id. Write it in quotes, for example id = "prices".'),
        (
            'id = "Trade_Share!"\nterms = ["a"]',
            'has the id "Trade_Share!". Use lower case and hyphens, for example id = "trade-share".',
        ),
        (
            'id = "other"\nterms = ["a"]',
            'has the id "other", which stands for the claims on no topic. Give it another name.',
        ),
        ('id = "a"', 'has no terms. Write words that it is about, for example terms = ["price", "inflation"].'),
        (
            'id = "a"\nterms = []',
            'has no terms. Write words that it is about, for example terms = ["price", "inflation"].',
        ),
        ('id = "a"\nterms = "price"', 'has the text "price" as terms. Write a list, for example terms = ["price"].'),
        ('id = "a"\nterms = ["price", ""]', "has an empty text in terms. Remove it."),
        ('id = "a"\nterms = [4]', 'has the number 4 in terms. Write every item in quotes, such as "4".'),
        (
            'id = "a"\nterms = ["a"]\nexclude = true',
            'has true or false as exclude. Write a list, for example exclude = ["price tag"].',
        ),
        ('id = "a"\nterms = ["a"]\nlable = "A"', f'has the unknown key "lable". {KNOWN} Did you mean "label"?'),
        ('id = "a"\nterms = ["a"]\nzzz = "A"', f'has the unknown key "zzz". {KNOWN}'),
        (
            'id = "a"\nterms = ["a"]\nexamples = ["Prices rose."]',
            'has a list as examples. Write [topic.examples] and below it match = ["Prices rose in May."] '
            'and no_match = ["The prize was high."].',
        ),
        (
            'id = "a"\nterms = ["a"]\n[topic.examples]\nnomatch = []',
            'has the unknown key "examples.nomatch". Known: match, no_match. Did you mean "no_match"?',
        ),
        (
            'id = "a"\npatterns = [{LOWER = "price"}]',
            "has a table as pattern 1. Write a list of tokens, for example "
            'patterns = [[{LOWER = "price"}, {LOWER = "rise"}]].',
        ),
        ('id = "a"\npatterns = [[{LOWR = "price"}]]', 'has the unknown key "LOWR" in pattern 1. Did you mean "LOWER"?'),
    ],
)
def test_read_topics_says_what_to_write_instead(body: str, problem: str) -> None:
    (told,) = _problems(f'[[topic]]\nid = "fine"\nterms = ["fine"]\n\n[[topic]]\n{body}\n')
    assert told.partition(": ")[2] == f"topic 2 {problem}"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('terms = ["a"]', 5),
        ('id = "B"\nterms = ["a"]', 6),
        ('id = "b"\n"terms" = [\n  "a", "",\n]', 7),
        ('id = "b"\n# lable\n\nterms = ["a"]\nlable = "x"', 10),
        ('id = "b"\nterms = ["a"]\n[topic.examples]\nmatch = "x"', 9),
        ('id = "b"\nterms = ["a"]\nexamples = {match = "x"}', 8),
        ('terms = ["a"]\n[[topic]]\nid = "c"\nterms = ["c"]', 5),
    ],
)
def test_read_topics_names_the_line_of_the_key_or_else_of_the_topic(body: str, line: int) -> None:
    (told,) = _problems(f'[[topic]]\nid = "fine"\nterms = ["fine"]\n\n[[topic]]\n{body}\n')
    assert told.startswith(f"line {line}: topic 2 ")


def test_read_topics_refuses_one_id_or_label_twice() -> None:
    topics = ['id = "a"\nlabel = "Costs"', 'id = "a"\nlabel = "Costs"', 'id = "b"\nlabel = "costs"']
    assert _problems("".join(f'[[topic]]\n{topic}\nterms = ["x"]\n' for topic in topics)) == [
        'line 6: topic 2 has the same id as topic 1, "a". Give it another one, or join the two.',
        'line 11: topic 3 has the same label as topic 1, "costs". Give it another one, or join the two.',
    ]


def test_read_topics_reports_everything_at_once() -> None:
    assert len(_problems('[[topic]]\nterms = [1]\nlable = "x"\n[[topic]]\nid = "B"\n')) == 5


def test_read_topics_reads_the_example_in_full() -> None:
    topics = read_topics(find_example_topics())
    assert 8 <= len(topics) <= 10
    for topic in topics:
        assert topic.definition.endswith(".")
        assert len(topic.match_examples) >= 2
        assert len(topic.no_match_examples) >= 2
