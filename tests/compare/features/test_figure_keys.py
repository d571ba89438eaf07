import pytest

from claimcmp import judge
from claimcmp.compare.features.figures.figure_keys import find_figures


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The ferry sailed on 4 May 2019.", ["#05-04"]),
        ("The bank lent 4 million dollars.", ["=4e+06"]),
        ("The bank lent between 3 and 4 million dollars.", ["=3e+06", "=4e+06"]),
        ("The bank lent 412 million dollars in 2019.", []),
    ],
)
def test_find_figures_names_days_and_small_amounts(claim, text: str, keys: list[str]) -> None:
    assert list(find_figures(claim("A", text)).values()) == keys


def test_digits_of_a_date_and_of_an_amount_are_no_common_words() -> None:
    found = judge("The vandals came in the night of 3 to 4 May.", "The fine asked for was between 3 and 4 million.")
    assert not found.same_matter
    assert not {"3", "4"} & set(found.evidence.shared_words)
