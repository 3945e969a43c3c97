"""Correcting at the desk and by the API: said, shown, replaced, taken back; hostile text stays text."""

import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from crisis.pages import Page, who
from desk.conftest import MemoryShelf
from desk.test_pages import HOSTILE, read
from statuquo.web.desk import create_app

THREAT = {"kind": "changed", "type": "THREATEN", "modality": "intended"}


def events(desk: TestClient, **asked: str) -> list[dict]:
    return desk.get("/api/v1/events", params={"limit": 500, **asked}).json()["items"]


@pytest.fixture
def event(desk: TestClient) -> dict:
    return next(one for one in events(desk) if one["type"] == "AID")


def say(desk: TestClient, status: int = 201, **said: object) -> dict:
    answer = desk.post("/api/v1/corrections", json=said)
    assert answer.status_code == status, answer.text
    return answer.json()


def parties(event: dict) -> dict[str, list[dict]]:
    return {
        role: [
            {"name": p["name"], "code": p["country"], "sector": p["sector"]} for p in event[role]
        ]
        for role in ("actors", "recipients")
    }


class TestApi:
    def test_a_wrong_event_is_gone_until_it_is_taken_back(self, desk: TestClient, event) -> None:
        made = say(desk, kind="wrong", event_id=event["id"], by="Ana", note="no such deed")
        assert (made["state"], made["coded"]["type"], made["right"]) == ("applied", "AID", None)
        assert event["id"] not in {one["id"] for one in events(desk)}
        assert desk.get(f"/api/v1/events/{event['id']}").status_code == 404
        address = f"/api/v1/corrections/{made['id']}"
        gone = desk.delete(address, params={"by": "Ben"}).json()
        assert (gone["state"], gone["undone_by"]) == ("undone", "Ben")
        assert event in events(desk)
        assert desk.delete(address).status_code == 404
        assert desk.get(address).json() == gone

    def test_a_changed_event_says_so_everywhere(self, desk: TestClient, event) -> None:
        made = say(desk, event_id=event["id"], **THREAT, **parties(event))
        (shown,) = [one for one in events(desk) if one["id"] == event["id"]]
        assert shown == made["event"]
        assert (shown["type"], shown["quad"]) == ("THREATEN", "verbal-conflict")
        assert shown["actors"] == event["actors"]
        assert shown["correction"]["coded"]["type"] == "AID"
        in_report = desk.get(f"/api/v1/reports/{event['report_id']}").json()["events"]
        assert shown in in_report
        brief = desk.get("/api/v1/crises/all/brief").json()["events"]
        (in_brief,) = [one for one in brief if one["id"] == event["id"]]
        assert in_brief["correction"] == shown["correction"]
        table = desk.get("/api/v1/events?format=csv").text
        assert "changed" in table

    def test_a_missed_event_is_added(self, desk: TestClient, event) -> None:
        evidence = event["evidence"]
        made = say(
            desk, kind="added", report_id=event["report_id"], type="REJECT",
            start=evidence["start"], end=evidence["end"], words=evidence["sentence"].split()[0],
            actors=[{"code": "ven", "sector": "GOV"}],
        )  # fmt: skip
        (found,) = events(desk, type="REJECT", actor="VEN", report=event["report_id"])
        assert found == made["event"]
        assert found["correction"]["kind"] == "added"
        assert desk.get(f"/events/{found['id']}").status_code == 200
        # To call wrong what a person added is to take that back.
        gone = say(desk, kind="wrong", event_id=found["id"])
        assert (gone["id"], gone["state"]) == (made["id"], "undone")

    def test_a_second_word_takes_the_place_of_the_first(self, desk: TestClient, event) -> None:
        first = say(desk, event_id=event["id"], **THREAT, **parties(event))
        second = say(desk, event_id=event["id"], kind="changed", type="SANCTION", **parties(event))
        listed = desk.get("/api/v1/corrections").json()
        assert [one["id"] for one in listed["items"]] == [second["id"]]
        every = desk.get("/api/v1/corrections?history=true").json()["items"]
        assert [(one["id"], one["state"]) for one in every] == [
            (second["id"], "applied"), (first["id"], "undone"),
        ]  # fmt: skip
        assert second["coded"] == first["coded"]
        undone = desk.get("/api/v1/corrections?state=undone").json()["items"]
        assert [one["id"] for one in undone] == [first["id"]]
        assert desk.get("/api/v1/corrections?report=nowhere").json()["total"] == 0
        table = desk.get("/api/v1/corrections?format=csv&history=true")
        assert table.text.count("\r\n") == 3

    @pytest.mark.parametrize(
        ("said", "status", "told"),
        [
            ({"kind": "wrong", "event_id": "e-none"}, 404, "no event"),
            ({"kind": "wrong"}, 404, "no event"),
            ({"kind": "added", "report_id": "nowhere"}, 404, "no report"),
            ({"kind": "added", "report_id": "fr1"}, 422, "start and end"),
            ({"kind": "bad"}, 422, "kind"),
            ({"kind": "changed", "event_id": ""}, 422, "type is needed"),
            ({"kind": "changed", "event_id": "", "type": "WAR"}, 422, "type"),
            (
                {"kind": "changed", "event_id": "", "type": "AID", "actors": [{"code": "XYZ"}]},
                422,
                "no code of a state",
            ),
            (
                {"kind": "changed", "event_id": "", "type": "AID", "actors": [{"code": "LONG"}]},
                422,
                "actors",
            ),
        ],
    )
    def test_what_cannot_be_is_told_in_the_shape_of_errors(
        self, desk: TestClient, event, said: dict, status: int, told: str
    ) -> None:
        if said.get("event_id") == "":
            said = {**said, "event_id": event["id"]}
        if said.get("report_id") == "fr1":
            said = {**said, "report_id": event["report_id"], "type": "AID"}
        error = say(desk, status, **said)["error"]
        assert error["status"] == status
        assert told in error["message"]

    def test_it_is_described(self, desk: TestClient) -> None:
        paths = desk.get("/api/v1/openapi.json").json()["paths"]
        assert set(paths["/api/v1/corrections"]) == {"get", "post"}
        assert set(paths["/api/v1/corrections/{correction_id}"]) == {"get", "delete"}


class TestWriting:
    @pytest.mark.parametrize(
        ("host", "headers", "status"),
        [
            ("127.0.0.1", {}, 303),
            ("127.0.0.1", {"origin": "http://127.0.0.1:8750"}, 303),
            ("127.0.0.1", {"origin": "http://evil.example"}, 403),
            ("127.0.0.1", {"origin": "null"}, 403),
            ("192.0.2.7", {}, 401),
            ("192.0.2.7", {"authorization": "Bearer no"}, 401),
            ("192.0.2.7", {"authorization": "Bearer s3cret"}, 303),
        ],
    )
    @pytest.mark.parametrize("way", ["say", "undo"])
    def test_forms_are_for_those_who_may_write(
        self, shelf: MemoryShelf, host: str, headers: dict[str, str], status: int, way: str
    ) -> None:
        token = None if host == "127.0.0.1" else "s3cret"
        desk = TestClient(
            create_app(shelf, host=host, token=token, patience=30),
            base_url=f"http://{host}:8750",
            follow_redirects=False,
        )
        said = {"kind": "wrong", "event_id": events(desk)[0]["id"]}
        address = "/corrections"
        if way == "undo":
            auth = {"authorization": "Bearer s3cret"} if token else {}
            made = desk.post("/api/v1/corrections", json=said, headers=auth).json()
            address, said = f"/corrections/{made['id']}/undo", {}
        before = list(shelf.said)
        answer = desk.post(address, data=said, headers=headers)
        assert answer.status_code == status
        assert (shelf.said == before) is (status != 303)

    @pytest.mark.parametrize("method", ["post", "delete"])
    def test_so_is_the_api(self, shelf: MemoryShelf, method: str) -> None:
        desk = TestClient(
            create_app(shelf, host="192.0.2.7", token="s3cret"), base_url="http://192.0.2.7"
        )
        said = {"kind": "wrong", "event_id": events(desk)[0]["id"]}
        if method == "post":
            assert desk.post("/api/v1/corrections", json=said).status_code == 401
        else:
            assert desk.delete("/api/v1/corrections/c-1").status_code == 401
        assert shelf.said == []


class TestPages:
    def form(self, html: str, kind: str) -> dict[str, list[str]]:
        """The form of one kind on a page, filled in as it is."""
        forms = re.findall(r"<form class=\"judge\".*?</form>", html, re.S)
        (form,) = [one for one in forms if f'name="kind" value="{kind}"' in one]
        found: dict[str, list[str]] = {}
        fields = re.finditer(
            r'<input[^>]*?name="(\w+)"(?: value="([^"]*)")?[^>]*>|<select name="(\w+)".*?</select>',
            form,
            re.S,
        )
        for field in fields:
            if field[3]:
                chosen = re.search(r'value="([^"]*)" selected', field[0])
                found.setdefault(field[3], []).append(chosen[1] if chosen else "")
            else:
                found.setdefault(field[1], []).append(field[2] or "")
        return found

    def test_an_event_is_changed_by_its_form(self, desk: TestClient, event) -> None:
        html = desk.get(f"/events/{event['id']}").text
        filled = self.form(html, "changed")
        assert filled["type"] == ["AID"]
        assert filled["actor_name"] == [*(p["name"] for p in event["actors"]), ""]
        assert filled["actor_code"][0] == event["actors"][0]["country"]
        filled |= {"type": ["SANCTION"], "by": ["Ana"], "note": ["no gift"]}
        answer = desk.post("/corrections", data=filled)
        assert answer.status_code == 200
        assert str(answer.url.path) == f"/reports/{event['report_id']}"
        shown = desk.get(f"/events/{event['id']}").text
        assert "The coder had said:" in shown
        assert "Ana" in shown
        assert "no gift" in shown
        assert 'class="tag corrected"' in desk.get("/events?type=SANCTION").text
        # The name is written once.
        assert self.form(shown, "wrong")["by"] == ["Ana"]
        assert events(desk, type="SANCTION")[0]["recipients"] is not None

    def test_a_wrong_event_is_struck_out_in_its_report(self, desk: TestClient, event) -> None:
        filled = self.form(desk.get(f"/events/{event['id']}").text, "wrong")
        html = desk.post("/corrections", data=filled).text
        assert '<li class="gone">' in html
        answer = desk.get(f"/events/{event['id']}")
        assert answer.url.path == f"/reports/{event['report_id']}"
        (undo,) = set(re.findall(r'action="(/corrections/[^"]*/undo)"', html))
        assert '<li class="gone">' not in desk.post(undo).text
        assert event in events(desk)
        assert desk.post(undo).status_code == 200

    def test_a_missed_event_is_added_below_its_sentence(self, desk: TestClient, event) -> None:
        page = f"/reports/{quote(event['report_id'])}"
        links = re.findall(rf'href="({re.escape(page)}\?add=\d+#s\d+)"', desk.get(page).text)
        assert links
        for link in links:
            html = desk.get(link).text
            filled = self.form(html, "added")
            assert int(filled["start"][0]) < int(filled["end"][0])
        filled |= {"type": ["CONSULT"], "words": ["zzz"], "actor_name": ["Venezuela"]}
        assert "does not hold the words" in desk.post("/corrections", data=filled).text
        text = desk.get(f"/api/v1/reports/{event['report_id']}").json()["text"]
        filled["words"] = [text[int(filled["start"][0]) :].split()[0]]
        html = desk.post("/corrections", data=filled).text
        assert "added by hand" in html
        assert "added by hand" in desk.get("/corrections").text

    @pytest.mark.parametrize("lang", ["en", "fr", "es"])
    @pytest.mark.parametrize(
        "page", ["/corrections", "/reports/{}", "/events/{}", "/reports/{}?add=0"]
    )
    def test_every_page_is_whole(self, desk: TestClient, event, page: str, lang: str) -> None:
        say(desk, event_id=event["id"], **THREAT, **parties(event))
        say(desk, kind="wrong", event_id=events(desk)[0]["id"])
        address = page.format(event["id" if "events" in page else "report_id"])
        shown = read(desk, f"{address}{'&' if '?' in address else '?'}lang={lang}")
        assert shown.open == []
        assert len(shown.ids) == len(set(shown.ids))
        labelled = [tag for tag in shown.all("select") if tag.get("name")]
        assert all(tag["name"] for tag in labelled)

    def test_silent_sentences_are_told_from_the_others(self, desk: TestClient, event) -> None:
        html = desk.get(f"/reports/{event['report_id']}").text
        report = desk.get(f"/api/v1/reports/{event['report_id']}").json()
        some = len(re.findall(r'<li id="s\d+" class="some', html))
        assert some == len({one["evidence"]["start"] for one in report["events"]})

    @pytest.mark.parametrize(
        ("address", "status"),
        [
            ("/reports/nowhere", 404),
            ("/corrections/c-none/undo", 405),
            ("/corrections?crisis=x", 404),
        ],
    )
    def test_what_is_not_there_says_so(self, desk: TestClient, address: str, status: int) -> None:
        assert desk.get(address).status_code == status
        assert desk.post("/corrections/c-none/undo").status_code == 404


def test_hostile_text_is_only_text(desk: TestClient, shelf: MemoryShelf) -> None:
    page = Page(f"r/{HOSTILE}", title=HOSTILE, outlet=HOSTILE)
    event = page.event(
        f"Kenya {HOSTILE} shelled Uganda.", "shelled", "ASSAULT",
        [who("Kenya", "KEN", HOSTILE)], [who("Uganda", "UGA")],
    )  # fmt: skip
    shelf.reports.append(page.done())
    said = {"by": HOSTILE, "note": f"{HOSTILE}\x00\x1b[31m", "type": "THREATEN"}
    say(desk, kind="changed", event_id=event.id, actors=[{"name": HOSTILE}], **said)
    say(
        desk, kind="added", report_id=event.report_id, start=event.evidence.start,
        end=event.evidence.end, words=HOSTILE, actors=[{"name": HOSTILE}], **said,
    )  # fmt: skip
    report = f"/reports/{quote(event.report_id, safe='')}"
    for address in (f"/events/{event.id}", report, f"{report}?add=0", "/corrections", "/brief"):
        shown = read(desk, address)
        assert all((image["src"] or "").startswith("/charts/") for image in shown.all("img"))
        assert not any("alert(1)" in script for script in shown.text.get("script", []))
        assert shown.open == []
        assert not any(name.startswith("on") for _, attrs in shown.tags for name in attrs)
