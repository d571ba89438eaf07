"""Forms are found by name, and a wrong name is answered with the right ones."""

from pathlib import PurePosixPath

import pytest

from claimcmp.errors import ReportError
from claimcmp.records import Comparison
from claimcmp.report import FORMATS, LAYOUTS, FormatOptions, check_ending, format_comparison
from claimcmp.report.csv_tables import format_csv
from claimcmp.report.layouts import lay_out_long, lay_out_wide
from claimcmp.report.terminal import format_terminal


def test_formats_are_written_by_name(comparison: Comparison) -> None:
    assert {"table", "csv", "json"} <= set(FORMATS)
    assert format_comparison(comparison) == format_terminal(comparison, width=100)
    assert format_comparison(comparison, "csv") == format_csv(lay_out_long(comparison))


def test_formats_take_the_options_that_concern_them(comparison: Comparison) -> None:
    options = FormatOptions(layout="wide", bom=True, offsets=True, width=80, color=True)
    table = lay_out_wide(comparison, offsets=True)
    assert format_comparison(comparison, "csv", options=options) == format_csv(table, bom=True)
    assert format_comparison(comparison, options=options) == format_terminal(comparison, width=80, color=True)


@pytest.mark.parametrize(
    ("name", "layout", "message"),
    [
        ("jason", "long", f'Unknown format "jason". Known: {", ".join(FORMATS)}. Did you mean "json"?'),
        ("csv", "wid", f'Unknown layout "wid". Known: {", ".join(LAYOUTS)}. Did you mean "wide"?'),
    ],
)
def test_formats_refuse_unknown_names(comparison: Comparison, name: str, layout: str, message: str) -> None:
    with pytest.raises(ReportError) as raised:
        format_comparison(comparison, name, options=FormatOptions(layout=layout))
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("form", "name"),
    [("table", "out.txt"), ("csv", "out.txt"), ("csv", "OUT.CSV"), ("table", "out"), ("json", "out.backup")],
)
def test_ending_that_promises_nothing_else_is_fine(form: str, name: str) -> None:
    check_ending(form, PurePosixPath(name))


@pytest.mark.parametrize(
    ("form", "name", "promised"),
    [("table", "out.xlsx", "xlsx"), ("json", "out.csv", "csv"), ("sqlite", "out.txt", "table")],
)
def test_ending_of_another_form_is_refused(form: str, name: str, promised: str) -> None:
    with pytest.raises(ReportError, match=f"{name} would hold {form}, but .* promises {promised}"):
        check_ending(form, PurePosixPath(name))
