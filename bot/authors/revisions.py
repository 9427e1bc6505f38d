"""A fact base as it is in a folder, or as it was in a git revision."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory


class NoSuchRevision(Exception):
    """Neither a folder nor a revision of the repository that holds the fact base; the text says which."""


@contextmanager
def base_at(where: str, facts: Path) -> Iterator[Path]:
    """The folder `where`; else the folder `facts` as the git revision `where` has it, unpacked for the while.

    Raises `NoSuchRevision` where it is neither.
    """
    if Path(where).is_dir():
        yield Path(where)
        return
    with TemporaryDirectory(prefix="factbot-") as folder:
        _unpack(_archive(where, facts), Path(folder))
        yield Path(folder)


def _archive(revision: str, facts: Path) -> bytes:
    """The fact base in a revision, as a tar file of the folder's own contents."""
    if revision.startswith("-"):
        raise NoSuchRevision(f"'{revision}' is neither a folder nor a git revision")
    try:
        prefix = _git(facts, "rev-parse", "--show-prefix").decode().strip()
        top = Path(_git(facts, "rev-parse", "--show-toplevel").decode().strip())
        return _git(top, "archive", "--format=tar", f"{revision}:{prefix}")
    except (subprocess.CalledProcessError, OSError):
        raise NoSuchRevision(f"'{revision}' is neither a folder nor a git revision that holds {facts}") from None


def _git(folder: Path, *args: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *args], check=True, capture_output=True).stdout


def _unpack(archive: bytes, folder: Path) -> None:
    """Plain files only, and none outside of the folder."""
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        for member in tar.getmembers():
            target = (folder / member.name).resolve()
            content = tar.extractfile(member) if member.isfile() else None
            if content is not None and target.is_relative_to(folder.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
