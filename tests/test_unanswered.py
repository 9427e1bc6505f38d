"""What was asked in vain becomes a block that the loader reads, with what was read and the nearest facts."""

from __future__ import annotations

from argparse import Namespace
from io import StringIO
from pathlib import Path

from bot.authors import unanswered
from bot.learning.learn import know
from bot.loading.factfiles import load, read
from bot.store import Store, Vain

BASE = Path(__file__).parent / "spoilt" / "base"


def printed(store: Path, yaml: bool) -> str:
    out = StringIO()
    assert unanswered.run(Namespace(store=store, days=30, yaml=yaml, facts=BASE), out) == 0
    return out.getvalue()


def test_without_a_store_nothing_was_asked_in_vain(tmp_path: Path) -> None:
    assert printed(tmp_path / "none.sqlite3", yaml=False).startswith("nothing was asked in vain")
    assert printed(tmp_path / "none.sqlite3", yaml=True).startswith("# nothing was asked in vain")
    store = Store(tmp_path / "store.sqlite3")
    store.pin(1, "ko")
    store.close()
    assert printed(tmp_path / "store.sqlite3", yaml=False) == "nothing was asked in vain\n"
    assert printed(tmp_path / "store.sqlite3", yaml=True) == "# nothing was asked in vain\n"


def test_the_most_frequent_question_comes_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite3")
    for text in ("how high did Mina Park fly?", "비 왔어?", "비 왔어?"):
        store.in_vain(text, "not_stated")
    store.close()
    lines = printed(store.path, yaml=False).splitlines()
    assert [line.split()[0] for line in lines] == ["2", "1"]
    assert lines[0].endswith("비 왔어?")
    assert unanswered.questions_in(store.path) == ["비 왔어?", "how high did Mina Park fly?"]


def test_the_yaml_is_read_by_the_loader_as_it_is(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite3")
    kite = "did Mina Park lose a kite: the red one?"
    for text in (kite, "# who, what & where {x} 'y'", "박미나 연 몇 개 날렸어?", "Kim\\Lee"):
        store.in_vain(text, "disliked")
    store.close()
    story = (BASE / "stories" / "kites.yaml").read_text("utf-8").partition("questions:")[0]
    for path in BASE.rglob("*.yaml"):
        target = tmp_path / "base" / path.relative_to(BASE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "base" / "stories" / "kites.yaml").write_text(story + printed(store.path, yaml=True), "utf-8")
    assert [str(p) for p in read(tmp_path / "base")[1]] == []
    asked = {e.ask for e in load(tmp_path / "base").stories["kites"].expected}
    assert {kite, "Kim\\Lee"} <= asked


def test_a_block_tells_what_was_read_and_offers_the_nearest_fact() -> None:
    asked = Vain(text="did Mina Park sing?", why="unknown_word", lacked="sing", count=3, last="2031-05-06")
    block = unanswered.block(asked, know(load(BASE)))
    assert "# asked 3 times, last on 2031-05-06; unknown_word" in block
    assert "# nearest facts: first-outing (the first outing)" in block
    assert "facts: [first-outing]" in block
