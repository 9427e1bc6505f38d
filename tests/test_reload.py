"""What changes between two bases is shown as exactly the answers that change, and no bad file gets into use."""

from __future__ import annotations

import gc
import json
import random
import shutil
import subprocess
from argparse import Namespace
from io import StringIO
from pathlib import Path

import pytest
from edits import swap

from bot.answer import answer
from bot.authors import diff
from bot.authors.replay import Change, as_text
from bot.learning.learn import know
from bot.loading.factfiles import load
from bot.reload import reload
from bot.store import Store
from bot.watching import Watch

BASE = Path(__file__).parent / "spoilt" / "base"
ROUNDS = 20
"""A good file and a bad one each; a run of 100 rounds, 200 reloads, passed too."""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "base"))


def compared(old: Path, new: Path, store: Path | None = None) -> list[dict[str, str]]:
    """What `factbot diff` finds."""
    out = StringIO()
    assert diff.run(Namespace(old=str(old), new=str(new), facts=new, store=store, json=True), out) == 0
    return json.loads(out.getvalue())  # type: ignore[no-any-return]


def test_one_alias_one_date_and_one_reply_are_shown_as_exactly_the_answers_that_change(base: Path) -> None:
    swap(
        base / "names" / "names.yaml",
        "name: {en: Joon Seo, ko: 서준}",
        "name: {en: Joon Seo, ko: 서준}\n    also: {en: [Juno]}",
    )
    found = compared(BASE, base)
    assert [(c["question"], c["sort"]) for c in found] == [("who is Juno?", "new")]

    swap(base / "stories" / "kites.yaml", "when: 2031-05-04 afternoon", "when: 2031-05-05 afternoon")
    dated = [c for c in compared(BASE, base) if c["question"] != "who is Juno?"]
    assert {c["question"] for c in dated} > {"when was the first outing?", "첫 나들이 언제였어?"}
    assert all(
        c["before"] == _day_before(c["after"]) or "May 5" in c["question"] or "5월 5일" in c["question"] for c in dated
    )

    swap(base / "questions" / "kinds.yaml", '"{who} flew kites at {where}."', '"{who} flew {where} kites."')
    told = [c for c in compared(BASE, base) if c not in dated and c["question"] != "who is Juno?"]
    assert told
    assert all("flew Hill Park kites" in c["after"] for c in told)


def _day_before(answer: str) -> str:
    return answer.replace("May 5", "May 4").replace("5월 5일", "5월 4일")


def test_what_was_really_asked_is_compared_too(base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store(tmp_path / "store.sqlite3")
    store.in_vain("did Mina Park take the spool?", "unknown_word")
    store.close()
    swap(base / "stories" / "kites.yaml", "rain: no", "rain: no\n    words: {en: [spool]}")
    assert "did Mina Park take the spool?" not in {c["question"] for c in compared(BASE, base)}
    assert "did Mina Park take the spool?" in {c["question"] for c in compared(BASE, base, store.path)}
    args = Namespace(old=str(BASE), new=None, facts=base, store=tmp_path / "none", json=False)
    assert diff.run(args) == 2
    assert "there is no store at" in capsys.readouterr().err


def committed(base: Path) -> None:
    """The base as it is, in a repository of its own."""
    for args in (("init", "-q"), ("add", "base"), ("commit", "-qm", "before")):
        identity = ("-c", "user.name=a", "-c", "user.email=a@b.invalid")
        subprocess.run(["git", *identity, "-C", str(base.parent), *args], check=True, capture_output=True)


def test_a_broken_revision_is_told_by_its_name(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    swap(base / "stories" / "kites.yaml", "wind:", "windy:")
    committed(base)
    swap(base / "stories" / "kites.yaml", "windy:", "wind:")
    assert diff.run(Namespace(old="HEAD", new=None, facts=base, store=None, json=False)) == 2
    assert capsys.readouterr().err.startswith("HEAD:stories/kites.yaml:14:5: [unknown-key]")


def test_diff_takes_folders_and_git_revisions(base: Path) -> None:
    committed(base)
    swap(
        base / "stories" / "kites.yaml",
        "where: hill-park",
        "where: {value: hill-park, say: {en: Up there., ko: 위요.}}",
    )
    for old in ("HEAD", str(BASE)):
        out = StringIO()
        assert diff.run(Namespace(old=old, new=None, facts=base, store=None, json=False), out) == 0
        assert "    is:  Up there." in out.getvalue()
        assert "    is:  위요." in out.getvalue()
        assert " 0 lost" in out.getvalue()


@pytest.mark.parametrize("old", ["nowhere", "--output=x", "HEAD:nothing"])
def test_diff_says_what_is_neither_folder_nor_revision(
    old: str, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff.run(Namespace(old=old, new=None, facts=base, store=None, json=False)) == 2
    assert f"'{old}' is neither a folder nor a git revision" in capsys.readouterr().err


def test_a_good_file_is_swapped_in_and_a_bad_one_is_not(base: Path) -> None:
    now = know(load(base))
    story = base / "stories" / "kites.yaml"
    swap(story, "who: [mina-park, joon-seo]", "who: joon-seo")
    good = reload(base, now)
    assert good.swapped
    assert good.known is not now
    assert isinstance(good.changes[0], Change)
    swap(story, "who: joon-seo", "who: nobody")
    bad = reload(base, good.known)
    assert not bad.swapped
    assert bad.known is good.known
    assert f"{story}:11:10: [unknown-id]" in str(bad)


def test_facts_that_no_longer_answer_what_their_story_states_are_not_swapped_in(base: Path) -> None:
    now = know(load(base))
    swap(base / "stories" / "kites.yaml", "facts: [first-outing]}", "facts: [first-outing], says: {en: [Zoe]}}")
    bad = reload(base, now)
    assert (bad.swapped, [p.rule for p in bad.problems]) == (False, ["expected-answer"])


def test_an_emptied_or_vanished_folder_leaves_the_bot_its_facts(base: Path) -> None:
    now = know(load(base))
    shutil.rmtree(base)
    assert reload(base, now).known is now
    base.mkdir()
    assert reload(base, now).known is now


def test_reloads_of_good_and_bad_files_leave_a_right_answer_and_no_litter(base: Path) -> None:
    chance = random.Random(7)
    known = know(load(base))
    story = base / "stories" / "kites.yaml"
    whole = story.read_text("utf-8")
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(ROUNDS):
        who, name = chance.choice([("mina-park", "Mina Park"), ("joon-seo", "Joon Seo")])
        good = whole.replace("who: [mina-park, joon-seo]", f"who: {who}")
        bad = chance.choice(
            ["\0", "story: [", "", "story: kites\nfacts: *x\n", good.replace(who, "nobody"), good[:300]]
        )
        story.write_text(good, "utf-8")
        known = reload(base, known).known
        story.write_text(bad, "utf-8")
        known = reload(base, known).known
        assert name in answer("who flew kites?", known).answer
    gc.collect()
    assert len(gc.get_objects()) < before * 1.2


def test_a_watch_sees_files_written_added_and_taken_away(base: Path) -> None:
    watch = Watch(base)
    assert not watch.changed()
    added = base / "names" / "more.yml"
    added.write_text("people: {}\n")
    assert watch.changed()
    assert not watch.changed()
    added.write_text("people:\n")
    assert watch.changed()
    added.unlink()
    assert watch.changed()
    assert not watch.changed()


def test_a_watch_outlives_folders_that_go_while_it_looks(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise FileNotFoundError

    watch = Watch(base)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "glob", gone)
        assert watch.changed()
    assert watch.changed()
    assert not watch.changed()


def test_of_many_changes_some_are_shown_and_all_counted() -> None:
    found = [Change(f"q{n}", "changed", "a", "b") for n in range(5)]
    assert as_text(found, 9, 1).splitlines() == [
        "~ q0",
        "    was: a",
        "    is:  b",
        "... and 4 more",
        "0 new, 5 changed, 0 lost, of 9 questions",
    ]


def test_a_reload_tells_what_a_diff_tells(base: Path) -> None:
    now = know(load(base))
    swap(base / "stories" / "kites.yaml", 'wind: "25"', 'wind: "35"')
    told = reload(base, now)
    assert {c["question"] for c in compared(BASE, base)} == {c.question for c in told.changes}
    assert any("35 km/h" in c.after for c in told.changes)
