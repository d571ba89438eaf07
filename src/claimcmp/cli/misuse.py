"""Says in one sentence what is wrong with a command line, and the way out."""

import re
from difflib import get_close_matches
from typing import Any

import typer

# Its base is the error of every wrong command line; the library that typer is made of has had two places.
WrongUse: Any = typer.BadParameter.__mro__[1]

_FURTHER = re.compile(r"unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)

_NEAR = 0.7
"""Of 1; from this likeness on an option is another one, misspelt."""


def describe_misuse(error: Any) -> str:
    """Return where a command line is wrong, what is wrong with it, and where help is."""
    command = _name_command(error.ctx)
    way_out = f"`{command} --help` shows what it takes."
    if hasattr(error, "possibilities"):
        # The dashes, which all options have, make none like another.
        known = {option.lstrip("-"): option for option in error.possibilities or ()}
        near = get_close_matches(error.option_name.lstrip("-"), known, n=1, cutoff=_NEAR)
        return f"{command} has no option {error.option_name}. {f'Did you mean {known[near[0]]}?' if near else way_out}"
    if hasattr(error, "option_name"):
        return f"{error.option_name} has no value behind it. Write one, or leave the option out."
    if hasattr(error, "param_type") and error.param is not None:
        return f"{command} needs {_name_parameter(error)}. `{command} --help` has an example."
    if hasattr(error, "param") and error.param is not None:
        told = f"{error.message}".removeprefix("Value error, ")
        return f"{command}, {_name_parameter(error)}: {_end(told)} {way_out}"
    told = error.format_message()
    if further := _FURTHER.search(told):
        return f'{command} has no place for "{further[1]}". {way_out} A text of several words stands in quotes.'
    return f"{command}: {_end(told)} {way_out}"


def _name_command(context: Any) -> str:
    """Return the command as it is typed, without the path of the program: "claimcmp topics check"."""
    names = []
    while context is not None and context.parent is not None:
        names.append(context.info_name or "")
        context = context.parent
    return " ".join(["claimcmp", *reversed(names)])


def _name_parameter(error: Any) -> str:
    param = error.param
    options = [option for option in getattr(param, "opts", ()) if option.startswith("-")]
    return max(options, key=len) if options else str(param.metavar or param.name)


def _end(message: str) -> str:
    return message if message.endswith((".", "?", "!")) else f"{message}."
