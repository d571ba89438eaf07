"""Files that outputs are compared with, whole."""

from pathlib import Path

ASSETS = Path(__file__).parent / "assets"


def assert_is_asset(output: str, name: str) -> None:
    """Assert that the output is the file of that name, byte for byte."""
    assert output.encode("utf-8") == (ASSETS / name).read_bytes()
