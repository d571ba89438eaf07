"""An explanation as a waterfall for the terminal and as JSON."""

import json
from dataclasses import replace

import pytest

from claimcmp.errors import ReportError
from claimcmp.records import Change, Claim, Evidence, Explanation, Judgment, RuleStep
from claimcmp.report import format_explanation


def statement(name: str, text: str) -> Claim:
    return Claim(name, name, name, None, 0, len(text), text, 0, len(text))


EVIDENCE = Evidence(0.5, {"wording": 0.6, "numbers conflict": -0.1}, shared_words=("dam", "holds"))
JUDGMENT = Judgment(
    statement("a", "The dam holds 4 m."),
    statement("b", "The dam holds 5 m."),
    same_matter=True,
    relation="differ-in-number",
    rule="intervals-apart",
    reason="4 m and 5 m do not meet",
    evidence=EVIDENCE,
    confidence=0.8,
)
EXPLANATION = Explanation(
    JUDGMENT,
    0.28,
    (RuleStep("oppose-words", "Words exclude each other.", "does not apply"), RuleStep("n", "q", "decides", "r")),
    (Change("with a threshold above 0.50", False, None, ""), Change("without the amounts", True, "agree", "")),
    ("both are in one document",),
)


def test_waterfall_shows_every_part_its_bar_and_the_sum() -> None:
    assert format_explanation(EXPLANATION, width=80) == (
        "A  “The dam holds 4 m.”\n"
        "   own voice, asserted, affirmed\n"
        "B  “The dam holds 5 m.”\n"
        "   own voice, asserted, affirmed\n"
        "\n"
        "Same matter? yes    score 0.50  (threshold 0.28)\n"
        "  wording           +0.600  ████████████████████\n"
        "  numbers conflict  -0.100  −███▍\n"
        "  sum               +0.500\n"
        "  shared words: dam, holds\n"
        "\n"
        "Relation: differ in number, by rule intervals-apart · confidence 0.80\n"
        "  4 m and 5 m do not meet\n"
        "\n"
        "What would change it:\n"
        "  with a threshold above 0.50: not the same matter\n"
        "  without the amounts: agree\n"
        "\n"
        "Note:\n"
        "  both are in one document\n"
        "\n"
        "Rules asked before it, which do not apply (--full says what they ask):\n"
        "  oppose-words\n"
    )


def test_full_says_what_each_rule_asks_that_does_not_apply() -> None:
    assert format_explanation(EXPLANATION, width=80, full=True).endswith(
        "Rules asked before it, which do not apply:\n  oppose-words  Words exclude each other.\n"
    )


def test_json_holds_the_whole_explanation() -> None:
    read = json.loads(format_explanation(EXPLANATION, "json"))
    assert read["judgment"]["evidence"]["parts"] == {"wording": 0.6, "numbers conflict": -0.1}
    assert list(read) == ["format_version", "judgment", "threshold", "steps", "changes", "notes"]


def test_unknown_format_lists_the_known() -> None:
    with pytest.raises(ReportError, match="Known: table, json"):
        format_explanation(EXPLANATION, "csv")


def test_why_two_claims_are_on_no_common_matter_stands_beside_the_score() -> None:
    judgment = replace(JUDGMENT, same_matter=False, relation=None, rule=None, reason="no two words in common")
    text = format_explanation(replace(EXPLANATION, judgment=judgment), width=80)
    told = "Same matter? no score 0.50 is enough (threshold 0.28), but they have too little in common"
    assert f"{told} no two words in common" in " ".join(text.split())
    assert text.count("no two words in common") == 1


def test_a_score_just_below_the_threshold_is_told_with_as_many_digits_as_show_it() -> None:
    evidence = replace(JUDGMENT.evidence, score=0.2996)
    reason = "the score 0.30 is below the threshold 0.30"
    judgment = replace(JUDGMENT, same_matter=False, relation=None, rule=None, reason=reason, evidence=evidence)
    text = format_explanation(replace(EXPLANATION, judgment=judgment, threshold=0.3), width=80)
    assert "Same matter? no    score 0.2996  (threshold 0.3000)" in text
    assert "the score 0.2996 is below the threshold 0.3000" in text
