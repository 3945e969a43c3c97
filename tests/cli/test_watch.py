"""``statuquo watch``: from feeds and folders into the store."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds.site import RSS, TEXT, Site, rss, served
from statuquo.store import Store

AID = "Ankara sends aid to Tripoli."


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with served(Site()) as one:
        yield one


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> Path:
    """A feed with one article, one that fails, and a folder with one report and one bad line."""
    site.answers["/feed"] = (200, RSS, rss(site.publish("/a", "Aid", AID)))
    (tmp_path / "inbox").mkdir()
    old = tmp_path / "inbox" / "b.jsonl"
    old.write_text('{"text": "Oslo sends aid to Lima."}\n{}\n')
    os.utime(old, (1, 1))
    path = tmp_path / "feeds.toml"
    path.write_text(
        f'delay = 0\n[[feed]]\nurl = "{site.url("/feed")}"\noutlet = "The Paper"\nlang = "en"\n'
        f'[[feed]]\nurl = "{site.url("/none")}"\n[[folder]]\npath = "inbox"\nlang = "en"\n'
    )
    return path


def test_new_reports_are_in_the_store_coded(run, site: Site, feeds: Path, tmp_path: Path):
    done = run("watch", feeds, "--once", "--allow-private")
    said = [line.partition(" ")[2] for line in done.err.splitlines()]
    assert "+ Aid (The Paper): 1 events" in said
    assert (
        f'{tmp_path / "inbox" / "b.jsonl"}:2: has no "text"; a report needs at least that' in said
    )
    assert (
        f"{site.url('/none')}: the server answers 404 Not Found; check the address (failure 1)"
        in said
    )
    assert said[-1] == (
        "2 reports added, 0 already there, 1 set aside, 0 to be tried again, 1 failures of feeds"
    )
    assert done.code == 0
    with Store.open(tmp_path / "statuquo.sqlite", create=False) as store:
        assert store.counts().events == 2


def test_nothing_is_doubled_by_looking_again(run, feeds: Path, site: Site, tmp_path: Path):
    run("watch", feeds, "--once", "--allow-private")
    again = run("watch", feeds, "--once", "--allow-private", "--quiet")
    assert "failure 2" in again.err
    assert len(again.err.splitlines()) == 1
    with Store.open(tmp_path / "statuquo.sqlite", create=False) as store:
        assert store.counts().reports == 2
    assert site.asked["/a"] == 1


def test_an_article_in_two_feeds_is_one_report(run, site: Site, tmp_path: Path):
    site.answers["/feed"] = site.answers["/other"] = (200, RSS, rss(site.publish("/a", "Aid", AID)))
    entries = [
        f'[[feed]]\nurl = "{site.url(path)}"\noutlet = "P"\nlang = "en"\n'
        for path in ("/feed", "/other")
    ]
    feeds = tmp_path / "feeds.toml"
    feeds.write_text("delay = 0\n" + "".join(entries))
    done = run("watch", feeds, "--once", "--allow-private")
    assert "1 reports added" in done.err
    with Store.open(tmp_path / "statuquo.sqlite", create=False) as store:
        assert store.counts().reports == 1


def test_how_each_feed_fares(run, feeds: Path, site: Site):
    before = run("watch", feeds, "--status")
    assert before.out.count("never") == 3
    run("watch", feeds, "--once", "--allow-private")
    after = run("watch", feeds, "--status").out
    assert after.count("never") == 1
    assert "404" in after
    assert site.asked["/feed"] == 1


def test_private_addresses_are_refused_unless_told_otherwise(run, feeds: Path, site: Site):
    done = run("watch", feeds, "--once")
    assert done.err.count("is on this machine or its own network") == 2
    assert not site.asked


def test_a_file_that_is_wrong_is_told_with_its_line(run, tmp_path: Path):
    feeds = tmp_path / "feeds.toml"
    feeds.write_text('[[feed]]\nurl = "paper.example"\n')
    done = run("watch", feeds)
    assert done.code == 2
    assert done.err.startswith(f"statuquo: {feeds}:2: 'paper.example' is no address")


@pytest.mark.model
def test_it_goes_on_until_it_is_told_to_stop(feeds: Path, site: Site, tmp_path: Path):
    """The real program: it codes what comes while it runs, and ends at SIGTERM."""
    store = tmp_path / "live.sqlite"
    command = [
        sys.executable, "-m", "statuquo", "watch", str(feeds), "--allow-private", "--store", str(store),
    ]  # fmt: skip
    site.answers["/robots.txt"] = (404, TEXT, b"")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Oslo" in line or "b.jsonl" in line:
                break
        late = tmp_path / "inbox" / "late.txt"
        late.write_text("Norway has sent doctors to Peru.")
        os.utime(late, (1, 1))
        for line in process.stderr:
            if "late.txt" in line:
                break
        process.send_signal(signal.SIGTERM)
        rest = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert "stopped: 3 reports added" in rest
    with Store.open(store, create=False) as kept:
        assert kept.counts().reports == 3
