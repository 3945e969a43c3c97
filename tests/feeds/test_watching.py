"""What a watcher brings: each new report once, each problem named, and no feed hurts another."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from statuquo.reports.feeds import Arrival, PoliteWeb, Polled, Subscription, Subscriptions, Watcher
from statuquo.reports.feeds.watching import ATTEMPTS

from .conftest import Remembered, Watched
from .site import (
    ATOM,
    BILLION_LAUGHS,
    BOMB,
    HTML,
    OUTSIDE_ENTITY,
    RSS,
    TEXT,
    Answering,
    Site,
    item,
    rss,
    slow,
    versioned,
)

LONG = "Norway's foreign minister has received both delegations in Oslo."


def feed(site: Site, path: str = "/feed", **more: object) -> Subscription:
    return Subscription(url=site.url(path), **more)  # type: ignore[arg-type]


def run(memory: Remembered, *feeds: Subscription, once: bool = True) -> Iterator[Arrival | Polled]:
    web = PoliteWeb(delay=0, public_only=False)
    return Watcher(Subscriptions(feeds=feeds), memory, web).run(once=once)


class TestGoodFeeds:
    def test_the_articles_behind_a_feed(self, site: Site, watched: Watched) -> None:
        one = site.publish("/a", "Oslo hosts talks", LONG)
        two = site.publish("/b", "Oslo ends talks", LONG)
        site.answers["/feed"] = (200, RSS, rss(two, one))
        arrivals, (polled,) = watched.look(feed(site, outlet="The Paper", lang="en"))
        reports = [arrival.report for arrival in arrivals if arrival.report]
        assert [one.title for one in reports] == ["Oslo hosts talks", "Oslo ends talks"]
        first = reports[0]
        assert first.text.count(LONG) == 1
        assert (first.date, first.outlet, first.lang) == ("2019-05-30", "The Paper", "en")
        assert first.url == site.url("/a")
        assert (polled.new, polled.state.problem, polled.state.failures) == (2, None, 0)

    def test_an_atom_feed_with_its_texts_inside(self, site: Site, watched: Watched) -> None:
        entry = (
            "<entry><id>urn:1</id><title type='html'>Oslo &lt;b&gt;hosts&lt;/b&gt; talks</title>"
            f"<link href='{site.url('/a')}'/><updated>2019-05-30T18:00:00Z</updated>"
            f"<content type='html'>&lt;p&gt;{LONG}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;"
            "&lt;p&gt;More.&lt;/p&gt;</content></entry>"
        )
        atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title>{entry}</feed>'
        site.answers["/feed"] = (200, ATOM, atom.encode())
        (arrival,), _ = watched.look(feed(site, text="feed"))
        report = arrival.report
        assert report is not None
        assert (report.title, report.text) == ("Oslo hosts talks", f"{LONG}\n\nMore.")
        assert (report.date, site.asked["/a"]) == ("2019-05-30", 0)

    def test_what_was_seen_does_not_come_again(self, site: Site, watched: Watched) -> None:
        one = site.publish("/a", "Oslo hosts talks", LONG)
        site.answers["/feed"] = (200, RSS, rss(one))
        watched.look(feed(site))
        two = site.publish("/b", "Oslo ends talks", LONG)
        site.answers["/feed"] = (200, RSS, rss(two, one))
        arrivals, _ = watched.look(feed(site))
        assert [arrival.key for arrival in arrivals] == [site.url("/b")]
        assert site.asked["/a"] == 1

    def test_a_feed_that_has_not_changed_is_not_sent_again(
        self, site: Site, watched: Watched
    ) -> None:
        site.answers["/feed"] = versioned(rss(site.publish("/a", "Talks", LONG)), '"v1"')
        watched.look(feed(site))
        arrivals, (polled,) = watched.look(feed(site))
        assert not arrivals
        assert (polled.state.etag, polled.state.failures) == ('"v1"', 0)

    def test_an_item_that_nobody_dealt_with_comes_again(self, site: Site) -> None:
        """The program was stopped before it was in the store."""
        site.answers["/feed"] = versioned(rss(site.publish("/a", "Talks", LONG)), '"v1"')
        memory = Remembered()
        for _ in range(2):
            happenings = run(memory, feed(site))
            arrival = next(happenings)
            assert isinstance(arrival, Arrival)
            assert arrival.key == site.url("/a")
            happenings.close()


class TestBadFeeds:
    @pytest.mark.parametrize(
        ("answer", "told"),
        [
            pytest.param((404, TEXT, b""), "answers 404", id="not-there"),
            pytest.param((503, {**TEXT, "Retry-After": "7200"}, b""), "answers 503", id="busy"),
            pytest.param((200, HTML, b"<html>A page</html>"), "no RSS or Atom feed", id="page"),
            pytest.param((200, RSS, b"\x00\xff\x00" * 100), "no RSS or Atom feed", id="noise"),
            pytest.param((200, RSS, b""), "no RSS or Atom feed", id="empty"),
            pytest.param((200, {"Content-Type": "video/mp4"}, b"x"), "is video/mp4", id="film"),
            pytest.param((200, RSS, b"<rss>" + b" " * 11_000_000), "larger than 10", id="huge"),
            pytest.param((200, {**RSS, "Content-Encoding": "gzip"}, BOMB), "larger", id="bomb"),
            pytest.param((302, {"Location": "file:///etc/passwd"}, b""), "not followed", id="file"),
            pytest.param((302, {"Location": "/feed"}, b""), "not followed", id="round"),
            pytest.param(slow(3), "no answer within", id="slow"),
        ],
    )
    @pytest.mark.usefixtures("quickly")
    def test_a_bad_feed_is_named_and_the_good_one_goes_on(
        self, site: Site, watched: Watched, answer: Answering, told: str
    ) -> None:
        site.answers["/feed"] = answer
        site.answers["/good"] = (200, RSS, rss(site.publish("/a", "Talks", LONG)))
        good = replace(feed(site, "/good"), url=site.url("/good").replace("127.0.0.1", "localhost"))
        arrivals, polled = watched.look(feed(site), good)
        assert [arrival.key for arrival in arrivals] == [site.url("/a")]
        problems = {one.feed.url: one.state.problem for one in polled}
        assert problems[good.url] is None
        assert told in str(problems[site.url("/feed")])

    @pytest.mark.parametrize("raw", [BILLION_LAUGHS, OUTSIDE_ENTITY], ids=["laughs", "entity"])
    def test_entities_do_no_harm(self, site: Site, watched: Watched, raw: bytes) -> None:
        site.answers["/feed"] = (200, RSS, raw)
        arrivals, _ = watched.look(feed(site, text="feed"))
        told = "".join(arrival.report.title or "" for arrival in arrivals if arrival.report)
        assert "lollol" not in told
        assert "localhost" not in told

    @pytest.mark.parametrize(
        "link", ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/x"]
    )
    def test_links_lead_to_the_web_alone(self, site: Site, watched: Watched, link: str) -> None:
        site.answers["/feed"] = (200, RSS, rss(item(link)))
        arrivals, (polled,) = watched.look(feed(site))
        assert [one for one in arrivals if one.report] == []
        assert polled.state.problem is None

    def test_a_failing_feed_is_asked_less_and_less_often(
        self, site: Site, watched: Watched
    ) -> None:
        site.answers["/feed"] = (500, TEXT, b"")
        pauses = []
        for _ in range(10):
            _, (polled,) = watched.look(feed(site, every=600))
            due = datetime.fromisoformat(polled.state.due or "")
            pauses.append((due - watched.clock).total_seconds())
        assert [round(pause, -1) for pause in pauses[:3]] == [1200, 2400, 4800]
        assert 80_000 < max(pauses) <= 86_400
        site.answers["/feed"] = (200, RSS, rss())
        _, (polled,) = watched.look(feed(site, every=600))
        assert (polled.state.failures, polled.state.problem) == (0, None)

    def test_a_feed_that_is_gone_is_left_alone(self, site: Site, watched: Watched) -> None:
        site.answers["/feed"] = (410, TEXT, b"")
        _, (polled,) = watched.look(feed(site))
        assert polled.state.gone

    def test_a_server_that_asks_for_peace_gets_it(self, site: Site, watched: Watched) -> None:
        site.answers["/feed"] = (429, {**TEXT, "Retry-After": "90000"}, b"")
        _, (polled,) = watched.look(feed(site))
        due = datetime.fromisoformat(polled.state.due or "")
        assert due - watched.clock >= timedelta(hours=24, minutes=59)


class TestBadArticles:
    def test_an_article_that_fails_is_tried_again_and_given_up(
        self, site: Site, watched: Watched
    ) -> None:
        site.answers["/feed"] = (200, RSS, rss(item(site.url("/a"))))
        site.answers["/a"] = (500, TEXT, b"")
        final = []
        for _ in range(ATTEMPTS + 2):
            arrivals, _ = watched.look(feed(site))
            final += [arrival.final for arrival in arrivals]
        assert final == [False] * (ATTEMPTS - 1) + [True]
        assert site.asked["/a"] == ATTEMPTS

    def test_an_article_that_comes_late_is_read(self, site: Site, watched: Watched) -> None:
        site.answers["/feed"] = versioned(rss(item(site.url("/a"))), '"v1"')
        site.answers["/a"] = (503, TEXT, b"")
        watched.look(feed(site))
        site.publish("/a", "Talks", LONG)
        (arrival,), _ = watched.look(feed(site))
        assert arrival.report
        assert arrival.attempts == 2

    @pytest.mark.parametrize(
        ("answer", "told"),
        [
            ((403, HTML, b""), "wants a reader of its own"),
            ((200, HTML, b"<html><body></body></html>"), "holds no article text"),
            ((200, {"Content-Type": "application/pdf"}, b"%PDF-"), "is application/pdf"),
            ((200, HTML, b"<p>" + b"a" * 21_000_000), "is larger than 20 MB"),
        ],
        ids=["closed", "empty", "pdf", "huge"],
    )
    def test_what_is_wrong_with_an_article(
        self, site: Site, watched: Watched, answer: Answering, told: str
    ) -> None:
        site.answers["/feed"] = (200, RSS, rss(item(site.url("/a"))))
        site.answers["/a"] = answer
        (arrival,), (polled,) = watched.look(feed(site))
        assert told in str(arrival.problem)
        assert polled.state.problem is None


class TestManners:
    def test_robots_txt_is_obeyed(self, site: Site, watched: Watched) -> None:
        site.answers["/robots.txt"] = (200, TEXT, b"User-agent: statuquo\nDisallow: /private\n")
        entries = site.publish("/private/a", "No", LONG), site.publish("/b", "Yes", LONG)
        site.answers["/feed"] = (200, RSS, rss(*entries))
        arrivals, _ = watched.look(feed(site))
        told = {arrival.key: str(arrival.problem or "") for arrival in arrivals}
        assert "robots.txt of the server does not allow it" in told[site.url("/private/a")]
        assert told[site.url("/b")] == ""
        assert (site.asked["/private/a"], site.asked["/robots.txt"]) == (0, 1)

    def test_a_robots_txt_that_cannot_be_read_allows_nothing_yet(
        self, site: Site, watched: Watched
    ) -> None:
        site.answers["/robots.txt"] = (500, TEXT, b"")
        site.answers["/feed"] = (200, RSS, rss(site.publish("/a", "Talks", LONG)))
        (arrival,), _ = watched.look(feed(site))
        assert arrival.report is None
        assert not arrival.final
        assert site.asked["/a"] == 0

    def test_a_delay_between_requests_to_one_host(self, site: Site, watched: Watched) -> None:
        entries = [site.publish(f"/{n}", f"Talks {n}", LONG) for n in range(3)]
        site.answers["/feed"] = (200, RSS, rss(*entries))
        watched.look(feed(site), delay=0.2)
        pauses = [later - earlier for earlier, later in pairwise(site.times)]
        assert len(pauses) == 4  # between the feed, robots.txt and three articles
        assert min(pauses) >= 0.15

    def test_a_longer_crawl_delay_counts(self, site: Site, watched: Watched) -> None:
        site.answers["/robots.txt"] = (200, TEXT, b"User-agent: *\nCrawl-delay: 0.5\n")
        entries = [site.publish(f"/{n}", f"Talks {n}", LONG) for n in range(2)]
        site.answers["/feed"] = (200, RSS, rss(*entries))
        watched.look(feed(site))
        assert site.times[-1] - site.times[-2] >= 0.45

    def test_this_machine_and_its_network_are_refused(self, site: Site) -> None:
        site.answers["/feed"] = (200, RSS, rss())
        watcher = Watcher(Subscriptions(feeds=(feed(site),)), Remembered(), PoliteWeb(delay=0))
        (polled,) = watcher.run(once=True)
        assert isinstance(polled, Polled)
        assert "on this machine or its own network" in str(polled.state.problem)
        assert not site.asked


class TestFolders:
    def inbox(self, tmp_path: Path) -> Subscription:
        return Subscription(url=str(tmp_path), is_folder=True, outlet="Inbox")

    def test_files_that_are_dropped(self, tmp_path: Path, watched: Watched) -> None:
        (tmp_path / "README.md").write_text("Drop your reports here.")
        (tmp_path / ".a.txt.part").write_text("Oslo ho")
        (tmp_path / "a.txt").write_text("Oslo hosts talks.")
        (tmp_path / "b.jsonl").write_text('{"text": "One."}\n{"no": 1}\n{"text": "Two."}\n')
        arrivals, _ = watched.look(self.inbox(tmp_path))
        texts = [arrival.report.text for arrival in arrivals if arrival.report]
        assert texts == ["Oslo hosts talks.", "One.", "Two."]
        assert [str(one.problem) for one in arrivals if one.problem] == [
            f'{tmp_path / "b.jsonl"}:2: has no "text"; a report needs at least that'
        ]
        assert {arrival.report.outlet for arrival in arrivals if arrival.report} == {"Inbox"}
        again, _ = watched.look(self.inbox(tmp_path))
        assert not again

    def test_a_file_that_is_changed_is_read_again(self, tmp_path: Path, watched: Watched) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Oslo hosts talks.")
        watched.look(self.inbox(tmp_path))
        path.write_text("Oslo hosts talks again.")
        arrivals, _ = watched.look(self.inbox(tmp_path))
        assert [one.report.text for one in arrivals if one.report] == ["Oslo hosts talks again."]

    def test_a_file_that_is_being_written_is_left_for_now(
        self, tmp_path: Path, watched: Watched
    ) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Oslo ho")
        now = watched.clock.timestamp()
        os.utime(path, (now, now))
        assert watched.look(self.inbox(tmp_path))[0] == []
        watched.clock += timedelta(seconds=3)
        assert [one.report.text for one in watched.look(self.inbox(tmp_path))[0] if one.report]

    def test_a_folder_that_is_not_there(self, tmp_path: Path, watched: Watched) -> None:
        _, (polled,) = watched.look(replace(self.inbox(tmp_path), url=str(tmp_path / "no")))
        assert polled.state.problem == "there is no such folder; make it"


class TestTime:
    def test_a_slow_server_does_not_hold_up_the_others(self, site: Site, watched: Watched) -> None:
        site.answers["/slow"] = slow(2.5)
        site.answers["/feed"] = (200, RSS, rss(site.publish("/a", "Talks", LONG)))
        late = Subscription(url=site.url("/slow").replace("127.0.0.1", "localhost"))
        arrivals, polled = watched.look(late, feed(site))
        assert len(arrivals) == 1
        assert [one.feed.url for one in polled] == [site.url("/feed"), late.url]

    def test_a_watcher_that_is_stopped_ends_though_a_server_is_slow(self, site: Site) -> None:
        site.answers["/feed"] = slow(15)
        web = PoliteWeb(delay=0, public_only=False)
        watcher = Watcher(Subscriptions(feeds=(feed(site),)), Remembered(), web)
        timer = threading.Timer(0.5, watcher.stop)
        timer.start()
        start = time.monotonic()
        assert list(watcher.run()) == []
        assert time.monotonic() - start < 12

    def test_feeds_are_looked_at_when_they_are_due(self, site: Site, watched: Watched) -> None:
        site.answers["/feed"] = (200, RSS, rss())
        watched.look(feed(site, every=600))
        clock = [watched.clock]
        web = PoliteWeb(delay=0, public_only=False)
        watcher = Watcher(
            Subscriptions(feeds=(feed(site, every=600),)),
            watched.memory,
            web,
            now=lambda: clock[0],
        )

        def later() -> None:
            assert site.asked["/feed"] == 1
            clock[0] += timedelta(seconds=601)

        timer = threading.Timer(0.6, later)
        timer.start()
        happenings = watcher.run()
        next(happenings)
        assert site.asked["/feed"] == 2
        happenings.close()

    def test_the_clock_is_the_world_s(self, site: Site) -> None:
        site.answers["/feed"] = (200, RSS, rss())
        (polled,) = run(Remembered(), feed(site))
        assert isinstance(polled, Polled)
        told = datetime.fromisoformat(polled.state.answered or "")
        assert abs(told - datetime.now(UTC)) < timedelta(seconds=30)
