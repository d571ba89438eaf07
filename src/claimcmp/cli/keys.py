"""Reads single keys from a terminal, and lines where there is none or where it has no such mode."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO

ENTER = "\n"
END = "\x04"
INTERRUPT = "\x03"
ESCAPE = b"\x1b"

_FIRST_OF_SEVERAL = b"\xc0"
_LAST_OF_SEQUENCE = (b"@", b"~")


class Keys:
    """The keys of a person at a terminal, or the lines of a pipe.

    In a pipe every line is a key, with what answers its question behind it: ``n looks odd``.
    """

    def __init__(self, stream: TextIO, prompts: TextIO):
        self._stream = stream
        self._prompts = prompts
        self._answer = ""
        self.single = stream.isatty() and _has_termios()

    def read_key(self) -> str | None:
        """Return the next key, Enter as a line break; None at the end of input."""
        self._answer = ""
        if self.single:
            return self._read_single()
        line = self._stream.readline()
        if not line:
            return None
        key, self._answer = line.strip()[:1], line.strip()[1:].strip()
        return key or ENTER

    def read_answer(self, question: str) -> str:
        """Return a line in answer to a question; empty where none is given."""
        if self._answer or not self._stream.isatty():
            return self._answer
        self._prompts.write(f"{question} ")
        self._prompts.flush()
        return self._stream.readline().strip()

    def _read_single(self) -> str | None:
        descriptor = self._stream.fileno()
        with _single_keys(descriptor):
            data = _read_bytes(descriptor)
        key = data.decode("utf-8", "replace")
        if key == INTERRUPT:
            raise KeyboardInterrupt
        if key in ("", END):
            return None
        return ENTER if key in ("\r", "\n") else key


def _has_termios() -> bool:
    try:
        # Both now: an interrupt while a module is imported may be lost.
        import termios  # noqa: F401
        import tty  # noqa: F401
    except ImportError:
        return False
    return sys.platform != "win32"


@contextlib.contextmanager
def _single_keys(descriptor: int) -> Iterator[None]:
    """Have the terminal give every key at once and show none, until it is as it was before."""
    import termios
    import tty

    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _read_bytes(descriptor: int) -> bytes:
    """Return the bytes of one key: of a character as many as it has, of an arrow key its whole sequence."""
    data = os.read(descriptor, 1)
    if data >= _FIRST_OF_SEVERAL:
        return data + os.read(descriptor, 3 if data >= b"\xf0" else 2 if data >= b"\xe0" else 1)
    if data == ESCAPE and _is_waiting(descriptor):
        data += os.read(descriptor, 1)
        while data[1:2] in (b"[", b"O") and _is_waiting(descriptor):
            data += os.read(descriptor, 1)
            if _LAST_OF_SEQUENCE[0] <= data[-1:] <= _LAST_OF_SEQUENCE[1]:
                break
    return data


def _is_waiting(descriptor: int) -> bool:
    import select

    return bool(select.select([descriptor], [], [], 0.05)[0])
