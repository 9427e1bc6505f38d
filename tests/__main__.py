"""`python3 -m tests`: sets up .venv with the pinned tools, then runs every check and the tests. Needs only Python 3.11.

What follows goes to pytest: `python3 -m tests -k console`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PINNED = (ROOT / "constraints.txt", ROOT / "pyproject.toml")

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("factbot", "check", "--strict"),
    ("pytest", "-n", "auto", "--dist", "loadgroup"),
)
"""In this order; pytest's last line is the last line of all. The tests run side by side, one row for each core."""


def main(arguments: list[str]) -> int:
    """Run all checks, also after one has failed; 0 where all of them pass."""
    if sys.version_info < (3, 11):  # noqa: UP036 - it is run by whatever Python there is
        print("Python 3.11 or newer is needed; this is", sys.version.split()[0], file=sys.stderr)
        return 2
    set_up()
    failed = [check for check in CHECKS if run(*check, *(arguments if check[0] == "pytest" else ())) != 0]
    return 1 if failed else 0


def set_up() -> None:
    """Make the environment, unless it is there and just so."""
    stamp = VENV / "pinned"
    pinned = hashlib.sha256(b"".join(file.read_bytes() for file in PINNED)).hexdigest()
    if stamp.exists() and stamp.read_text() == pinned:
        return
    if not BIN.exists():
        venv.create(VENV, with_pip=True)
    pip = (BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run([*pip, "--require-hashes", "-r", PINNED[0]], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)
    stamp.write_text(pinned)


def run(tool: str, *arguments: str) -> int:
    """Run a tool of the environment, and say which."""
    print("$", tool, *arguments, flush=True)
    return subprocess.run([BIN / tool, *arguments], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
