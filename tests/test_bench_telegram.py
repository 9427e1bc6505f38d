"""The figures can be had: the measuring script runs our bot and a bare echo bot side by side."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("bench_telegram.py")


@pytest.mark.skipif(sys.platform != "linux", reason="the figures come from /proc")
def test_our_bot_and_a_bare_one_are_measured_in_one_run() -> None:
    bots = ("bot", "bot-httpx", "echo-aiohttp")
    done = subprocess.run([sys.executable, SCRIPT, "4", "2", *bots], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    head, *lines = done.stdout.splitlines()
    assert head == "8 questions by 4 chats"
    assert [line.split()[0] for line in lines] == list(bots)
    assert all("8 answered once, in order" in line and "CPU" in line for line in lines)
