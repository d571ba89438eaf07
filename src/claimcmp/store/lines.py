"""The lines of a claims file: one claim each, as JSON."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimcmp.errors import StoreError
from claimcmp.records import Claim
from claimcmp.records_json import RecordError, from_plain, to_plain


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim with the file and the line it was read from."""

    file: str
    number: int
    claim: Claim


def format_claims(claims: Iterable[Claim]) -> bytes:
    """Return the claims of one document, sorted by their place in it, one JSON object a line."""
    ordered = sorted(claims, key=_place)
    lines = (json.dumps(to_plain(claim), ensure_ascii=False, allow_nan=False) + "\n" for claim in ordered)
    return "".join(lines).encode()


def parse_claims(path: Path, data: bytes, *, document: str | None = None) -> tuple[ClaimLine, ...]:
    """Return the claims of one file, which must all be of ``document`` where that is given."""
    lines = []
    # Not splitlines(): the text of a claim may hold U+2028 and other characters that it takes for line ends.
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            claim = _parse(line)
            _check(claim, document)
        except RecordError as error:
            raise StoreError(
                f"{path.as_posix()}, line {number} is damaged: {error}. "
                "Run `claimcmp extract` again, or restore the file."
            ) from error
        lines.append(ClaimLine(path.as_posix(), number, claim))
    return tuple(lines)


def holds_claims(data: bytes) -> bool:
    """Tell whether a file begins as one of claims does, damaged or not; another record in JSON is none."""
    first = next((line for line in data.split(b"\n") if line.strip()), b"")
    try:
        plain = json.loads(first)
    except (ValueError, RecursionError):
        return bool(first)
    return not isinstance(plain, dict) or "id" in plain


def refuse_repeated(lines: Iterable[ClaimLine]) -> tuple[Claim, ...]:
    """Return the claims of the lines; later stages go by ids, so no two claims may share one."""
    seen: dict[str, ClaimLine] = {}
    for line in lines:
        first = seen.setdefault(line.claim.id, line)
        if first is not line:
            raise StoreError(
                f'{line.file}, line {line.number}: the claim "{line.claim.id}" is already in {first.file}, '
                f"line {first.number}. Remove one of the two, or run `claimcmp extract` again."
            )
    return tuple(line.claim for line in seen.values())


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.start, claim.end, claim.id


def _parse(line: bytes) -> Claim:
    try:
        plain = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise RecordError("it is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise RecordError(f"it is not JSON ({error.msg} at column {error.colno})") from error
    except RecursionError as error:
        raise RecordError("it is nested too deeply") from error
    return from_plain(Claim, plain)


def _refuse_constant(name: str) -> None:
    raise RecordError(f"{name} is not a number that JSON knows")


def _check(claim: Claim, document: str | None) -> None:
    if document is not None and claim.document != document:
        raise RecordError(f'document is "{claim.document}", and the manifest says "{document}"')
    if not 0 <= claim.start <= claim.end:
        raise RecordError(f"start {claim.start} and end {claim.end} are not a stretch of text")
    if len(claim.text) != claim.end - claim.start:
        raise RecordError(
            f"text has {len(claim.text)} characters where start {claim.start} and end {claim.end} "
            f"leave room for {claim.end - claim.start}"
        )
