"""The texts of the documents in a claims folder, so that every quote can be seen in its place wherever that goes."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from claimcmp.claims_folder import TEXTS
from claimcmp.errors import StoreError
from claimcmp.records import DocumentSummary
from claimcmp.store.atomic import write_atomically


def find_text_path(folder: Path, claims_file: str) -> Path:
    """Return where the text of the document lies whose claims are in ``claims_file``."""
    return folder / TEXTS / Path(claims_file).with_suffix(".txt").name


def write_text(path: Path, text: str) -> None:
    """Write the text as UTF-8 with its own line ends."""
    write_atomically(path, text.encode("utf-8", "surrogatepass"))


def refuse_other_text(path: Path, text: str) -> None:
    """Refuse to write over a file that is not ours and says something else."""
    try:
        kept = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"{path.as_posix()} cannot be read: {error.strerror}. Check its permissions.") from error
    if kept != text.encode("utf-8", "surrogatepass"):
        raise StoreError(
            f"{path.as_posix()} is in the way: it holds another text. Move it, or choose another folder for the claims."
        )


def read_texts(folder: Path, files: Iterable[tuple[DocumentSummary, str]]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the texts by document name, and warnings of those that are not the ones that the offsets point into."""
    texts: dict[str, str] = {}
    warnings: list[str] = []
    for document, claims_file in files:
        path = find_text_path(folder, claims_file)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise StoreError(f"{path.as_posix()} cannot be read: {error.strerror}. Check its permissions.") from error
        if sha256(data).hexdigest() == document.sha256:
            texts[document.name] = data.decode("utf-8", "surrogatepass")
        else:
            warnings.append(
                f"{path.as_posix()} is not the text that the claims were found in, and is left aside: it was edited. "
                "Run `claimcmp extract` again."
            )
    return texts, tuple(warnings)
