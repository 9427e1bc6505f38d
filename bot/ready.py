"""A fact base made ready once: what was read and compiled is kept beside the user's other caches.

Reading the YAML and entering every word takes longer than answering. The cache holds the result for just these files
and this code; anything changed, missing or unreadable only means that it is made anew.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from bot.learning.known import Known

_HERE = Path(__file__).parent


def shipped() -> Path:
    """The fact base that comes with the package: inside a wheel, or beside the package in a checkout."""
    inside = _HERE / "shipped"
    return inside if inside.is_dir() else _HERE.parent / "facts"


def ready(folder: Path) -> Known:
    """The base in `folder`, ready to answer. Raises `BrokenFacts` where the files are not in order."""
    gc.disable()  # tens of thousands of small objects are made at once, and none of them is garbage
    try:
        cache = _cache_of(folder)
        return _kept(cache) or _made(folder, cache)
    finally:
        gc.enable()
        gc.freeze()


def _kept(cache: Path | None) -> Known | None:
    """What an earlier run of the same user left, if it is still whole."""
    try:
        if cache is None or cache.stat().st_uid != os.getuid():
            return None
        return pickle.loads(cache.read_bytes())  # type: ignore[no-any-return]
    except Exception:  # a cache that does not load is no cache, whatever is wrong with it
        return None


def _made(folder: Path, cache: Path | None) -> Known:
    from bot.learning.learn import know
    from bot.loading.factfiles import load

    known = know(load(folder))
    if cache is not None:
        _keep(known, cache)
    return known


def _keep(known: Known, cache: Path) -> None:
    """Write beside and rename, so that nobody reads half a cache; a full or closed disk is no fault."""
    try:
        cache.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = cache.with_suffix(f".{os.getpid()}")
        draft.write_bytes(pickle.dumps(known, pickle.HIGHEST_PROTOCOL))
        draft.chmod(0o600)
        draft.replace(cache)
        for old in cache.parent.glob(f"{cache.stem.split('-')[0]}-*.known"):
            if old != cache:
                old.unlink()
    except OSError:
        return


def _cache_of(folder: Path) -> Path | None:
    """The cache's place for these files and this code: its name holds their sizes and times of change."""
    home = os.environ.get("XDG_CACHE_HOME") or (os.path.expanduser("~") + "/.cache")
    if not hasattr(os, "getuid") or not os.path.isabs(home):
        return None
    base = f"{sys.version_info} {folder.resolve()}"
    state = []
    try:
        for path in (*_files(folder), *_files(_HERE)):
            found = path.stat()
            state.append(f"{path}:{found.st_size}:{found.st_mtime_ns}")
    except OSError:
        return None
    return Path(home, "factbot", f"{crc32(base.encode()):08x}-{crc32(' '.join(state).encode()):08x}.known")


def _files(folder: Path) -> list[Path]:
    """Fact files, vocabulary and modules, in a fixed order."""
    kinds = (".yaml", ".yml", ".txt", ".py")
    below = [
        Path(entry.path) for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith(("_", "."))
    ]
    return sorted(Path(e.path) for d in (folder, *below) for e in os.scandir(d) if e.name.endswith(kinds))
