"""Reads what the records say about themselves: the docstrings of the classes and of their fields."""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from typing import cast

PLACES = {
    "start": "Where it begins in the document's text, counted in code points from 0.",
    "end": "Where it ends; the character there is no longer part of it.",
    "text": "Its words, as they are printed.",
}
"""What the fields of places say in every record that does not say more."""


def about_record(record: type) -> str:
    """Return what a record says about itself."""
    return _read_docs(record)[""]


def about_field(record: type, field: str) -> str:
    """Return what the record says about one of its fields, on one line."""
    return _read_docs(record).get(field) or PLACES.get(field, "")


@cache
def _read_docs(record: type) -> Mapping[str, str]:
    return _of_class(cast(ast.ClassDef, ast.parse(inspect.getsource(record)).body[0]))


def _of_class(node: ast.ClassDef) -> Mapping[str, str]:
    docs = {"": (ast.get_docstring(node) or "").split("\n\n")[0]}
    for field, told in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(told, ast.Expr):
            docs[field.target.id] = str(ast.literal_eval(told.value))
    return {name: " ".join(text.split()) for name, text in docs.items()}
