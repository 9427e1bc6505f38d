"""How long one question takes inside a running process, on the question bank.

python -m tests.bench_answer
"""

from __future__ import annotations

import time
from statistics import median, quantiles

from bot.answer import answer
from bot.ready import ready, shipped
from tests.questions.bank import read_set


def main() -> None:
    """Print the median and the 99th percentile by language, each question the best of three."""
    known = ready(shipped())
    times: dict[str, list[float]] = {"ko": [], "en": []}
    for case in read_set("dev"):
        best = min(_timed(lambda text=case.asked: answer(text, known)) for _ in range(3))
        times[case.lang].append(best)
    for lang, found in times.items():
        print(
            f"{lang}: median {1000 * median(found):.2f} ms, 99 % under {1000 * quantiles(found, n=100)[-1]:.2f} ms, "
            f"most {1000 * max(found):.2f} ms ({len(found)} questions)"
        )


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
