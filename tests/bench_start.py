"""How long and how big `factbot ask` is as a whole process, beside an empty Python of the same environment.

    python -m tests.bench_start [RUNS]

The three run in turn, so that a busy machine slows them alike; medians are told. The cache of the base made ready is
used as a user's second question uses it, and left out as the first one does. Bytecode is kept, as Python does unless told
not to.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from statistics import median

EMPTY = (sys.executable, "-c", "pass")
ASK = (sys.executable, "-m", "bot", "ask", "who met Altman?")


def timed(command: tuple[str, ...], cache: str) -> float:
    """Seconds from start to end of a process."""
    env = {**os.environ, "XDG_CACHE_HOME": cache}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    return time.perf_counter() - began


def main(runs: int = 15) -> None:
    """Print medians, how many times the empty process they are, and the most memory that any process took."""
    times: dict[str, list[float]] = {"python -c pass": [], "ask, cache": [], "ask, no cache": []}
    with tempfile.TemporaryDirectory() as kept:
        timed(ASK, kept)
        for _ in range(runs):
            times["python -c pass"].append(timed(EMPTY, kept))
            times["ask, cache"].append(timed(ASK, kept))
            times["ask, no cache"].append(timed(ASK, "relative, so never used"))
    empty = median(times["python -c pass"])
    for what, found in times.items():
        print(f"{what:16} {1000 * median(found):6.1f} ms  {median(found) / empty:5.1f} x")
    print(f"most memory      {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:6.1f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
