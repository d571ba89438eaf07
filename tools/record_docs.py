"""Reads what the records say about themselves: the docstrings of the classes and of their fields."""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from types import ModuleType

from claimcmp import records

PLACES = {
    "start": "Where it begins in the document's text, counted in code points from 0.",
    "end": "Where it ends; the character there is no longer part of it.",
    "text": "Its words, as they are printed.",
}
"""What the fields of places say in every record that does not say more."""


@cache
def read_docs(module: ModuleType = records) -> Mapping[str, Mapping[str, str]]:
    """Return what each record says about itself, under "", and about its fields, by name."""
    tree = ast.parse(inspect.getsource(module))
    return {node.name: _of_class(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def about_field(record: type, field: str) -> str:
    """Return what the record says about one of its fields, on one line."""
    return read_docs()[record.__name__].get(field) or PLACES.get(field, "")


def _of_class(node: ast.ClassDef) -> Mapping[str, str]:
    docs = {"": (ast.get_docstring(node) or "").split("\n\n")[0]}
    for field, told in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(told, ast.Expr):
            docs[field.target.id] = str(ast.literal_eval(told.value))
    return {name: " ".join(text.split()) for name, text in docs.items()}
