"""The REST API: what is asked is answered, whatever is wrong is told in one shape."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from statuquo.web.desk import create_app

LISTS = [
    "reports", "events", "stories", "actors", "crises", "relations", "agreements", "talks", "pressure",
    "statements", "positions", "claims", "verdicts",
]  # fmt: skip


def items(desk: TestClient, address: str) -> list[dict]:
    answer = desk.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


@pytest.mark.parametrize("name", LISTS)
def test_lists_come_in_parts_that_name_the_next(desk: TestClient, name: str) -> None:
    whole = desk.get(f"/api/v1/{name}?limit=500").json()
    # Nobody in the example claims a deed that no report asserts.
    assert len(whole["items"]) == whole["total"]
    assert whole["total"] or name == "claims"
    assert whole["next"] is None
    address, found = f"/api/v1/{name}?limit=1", []
    while address and whole["total"]:
        part = desk.get(address).json()
        found += part["items"]
        address = part["next"]
    assert found == whole["items"]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_table_too(desk: TestClient, name: str) -> None:
    answer = desk.get(f"/api/v1/{name}?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == desk.get(f"/api/v1/{name}").json()["total"]
    assert all(None not in row for row in rows)


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("type=THREATEN", lambda e: e["type"] == "THREATEN"),
        ("quad=verbal-conflict", lambda e: e["quad"] == "verbal-conflict"),
        ("actor=RUS", lambda e: "RUS" in {p["country"] for p in e["actors"]}),
        ("recipient=VEN", lambda e: "VEN" in {p["country"] for p in e["recipients"]}),
        ("party=USA", lambda e: "USA" in {p["country"] for p in e["actors"] + e["recipients"]}),
        ("since=2019-03-01", lambda e: e["date"] >= "2019-03-01"),
        ("until=2019-03-01", lambda e: e["date"] <= "2019-03-01"),
        ("confidence=0.9", lambda e: e["confidence"] >= 0.9),
        ("modality=denied", lambda e: e["modality"] == "denied"),
        ("words=moscow", lambda e: "moscow" in e["evidence"]["sentence"].lower()),
    ],
)
def test_events_are_sifted(desk: TestClient, asked: str, holds) -> None:
    every, found = items(desk, "events?limit=500"), items(desk, f"events?limit=500&{asked}")
    assert found == [event for event in every if event["date"] and holds(event)]


def sides(one: dict) -> set[str]:
    return {side["country"] for side in one["parties"]}


@pytest.mark.parametrize(
    ("name", "asked", "holds"),
    [
        ("reports", "lang=fr", lambda r: r["lang"] == "fr"),
        ("reports", "since=2019-05-01&until=2019-05-31", lambda r: r["date"][:7] == "2019-05"),
        ("reports", "outlet=gaceta", lambda r: "Gaceta" in (r["outlet"] or "")),
        ("relations", "party=NOR", lambda r: "NOR" in sides(r)),
        ("relations", "kind=adversary", lambda r: r["kind"] == "adversary"),
        ("agreements", "party=RUS", lambda a: "RUS" in sides(a)),
        ("talks", "state=broken-off", lambda t: t["state"] == "broken-off"),
        ("talks", "place=Oslo", lambda t: "Oslo" in {at["name"] for at in t["places"]}),
        ("pressure", "type=SANCTION", lambda p: p["type"] == "SANCTION"),
        ("statements", "quoted=true", lambda s: s["quoted"]),
        ("statements", "speaker=bolton", lambda s: "Bolton" in s["speaker"]["name"]),
        ("positions", "issue=dialogue", lambda p: p["issue"] == "dialogue"),
        ("positions", "stance=against", lambda p: p["stance"] == "against"),
        ("verdicts", "kind=statu-quo", lambda v: v["kind"] == "statu-quo"),
        ("actors", "party=VEN", lambda a: a["country"] == "VEN"),
    ],
)
def test_lists_are_sifted(desk: TestClient, name: str, asked: str, holds) -> None:
    every, found = items(desk, f"{name}?limit=500"), items(desk, f"{name}?limit=500&{asked}")
    assert found == [one for one in every if holds(one)]
    assert found


def test_an_event_comes_with_its_story(desk: TestClient) -> None:
    first = items(desk, "events")[0]
    told = desk.get(f"/api/v1/events/{first['id']}").json()
    assert first["id"] in told["story"]["events"]
    (story,) = items(desk, f"stories?story={told['story']['id']}")
    assert story == told["story"]


def test_the_brief_of_a_crisis_holds_its_reports_alone(desk: TestClient) -> None:
    whole = desk.get("/api/v1/crises/all/brief").json()
    may = desk.get("/api/v1/crises/all-of-may/brief").json()
    assert 0 < len(may["reports"]) < len(whole["reports"])
    assert {report["date"][:7] for report in may["reports"]} == {"2019-05"}
    assert items(desk, "reports?crisis=all-of-may") == may["reports"]
    assert desk.get("/api/v1/tension?crisis=all-of-may").json() == may["tension"]


def test_a_brief_says_what_changed(desk: TestClient) -> None:
    told = desk.get("/api/v1/crises/all/brief?since=2019-05-01").json()
    assert told["since"] == "2019-05-01"
    assert told["changed"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("events/e-none", 404),
        ("reports/none", 404),
        ("crises/none/brief", 404),
        ("events?crisis=none", 404),
        ("events?type=WAR", 422),
        ("events?since=May", 422),
        ("events?since=2019-02-30", 422),
        ("stories/none", 404),
        ("actors/none", 404),
        ("crises/none", 404),
        ("relations?kind=friends", 422),
        ("talks?party=" + "x" * 301, 422),
        ("events?confidence=2", 422),
        ("events?limit=100000", 422),
        ("nowhere", 404),
    ],
)
def test_errors_have_one_shape(desk: TestClient, address: str, status: int) -> None:
    answer = desk.get(f"/api/v1/{address}")
    error = answer.json()["error"]
    assert (answer.status_code, error["status"]) == (status, status)
    assert error["reason"]
    assert error["message"]


@pytest.mark.parametrize(
    ("way", "address", "given", "status"),
    [
        ("DELETE", "reports", {}, 405),
        ("POST", "relations", {}, 405),
        ("POST", "reports", {"content": b"x", "headers": {"content-length": "99999999"}}, 413),
        ("POST", "reports", {"content": (b for b in [b"{}"])}, 411),
        ("POST", "reports", {"content": b"{"}, 422),
    ],
)
def test_what_cannot_be_done_is_told_in_the_same_shape(
    desk: TestClient, way: str, address: str, given: dict, status: int
) -> None:
    answer = desk.request(way, f"/api/v1/{address}", **given)
    assert (answer.status_code, answer.json()["error"]["status"]) == (status, status)
    if status == 405:
        assert "GET" in answer.headers["allow"]


def test_a_fault_of_ours_keeps_the_shape_and_tells_nothing(shelf, monkeypatch) -> None:
    app = create_app(shelf)
    desk = TestClient(app, base_url="http://127.0.0.1:8750", raise_server_exceptions=False)
    monkeypatch.setattr(shelf, "crises", lambda: 1 / 0)
    for address in ("/api/v1/crises", "/events"):
        answer = desk.get(address)
        assert answer.status_code == 500
        assert "ZeroDivisionError" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert desk.get("/api/v1/crises").json()["error"]["reason"] == "Internal Server Error"


def test_a_report_that_is_added_is_there_at_once(desk: TestClient) -> None:
    new = {"text": "Ankara sends aid to Tripoli.", "id": "new", "date": "2019-09-01"}
    answer = desk.post("/api/v1/reports", json=new)
    assert answer.status_code == 201
    (event,) = answer.json()["events"]
    assert event["type"] == "AID"
    assert items(desk, "events?report=new") == [event]
    assert desk.get("/api/v1/reports/new").json()["text"] == new["text"]


@pytest.mark.parametrize(
    ("new", "status"),
    [({}, 422), ({"text": ""}, 422), ({"text": "zzz"}, 422), ({"text": "x", "date": "May"}, 422)],
)
def test_what_cannot_be_coded_is_refused(desk: TestClient, new: dict, status: int) -> None:
    answer = desk.post("/api/v1/reports", json=new)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_the_api_describes_itself(desk: TestClient) -> None:
    told = desk.get("/api/v1/openapi.json").json()
    assert {f"/api/v1/{name}" for name in LISTS} <= set(told["paths"])


NEW = {"text": "Ankara sends aid to Tripoli."}


class TestWriting:
    def status(
        self, shelf, *, host: str = "127.0.0.1", token: str | None = None, **headers: str
    ) -> int:
        desk = TestClient(create_app(shelf, host=host, token=token), base_url=f"http://{host}:8750")
        return desk.post("/api/v1/reports", json=NEW, headers=headers).status_code

    def test_on_this_machine_programs_may(self, shelf) -> None:
        assert self.status(shelf) == 201

    def test_pages_from_elsewhere_may_not(self, shelf) -> None:
        assert self.status(shelf, origin="http://evil.example") == 403
        assert self.status(shelf, origin="http://127.0.0.1:8750") == 201

    def test_elsewhere_it_takes_the_token(self, shelf) -> None:
        assert self.status(shelf, host="192.0.2.7") == 401
        assert self.status(shelf, host="192.0.2.7", token="s3cret") == 401
        assert (
            self.status(shelf, host="192.0.2.7", token="s3cret", authorization="Bearer no") == 401
        )
        ok = self.status(shelf, host="192.0.2.7", token="s3cret", authorization="Bearer s3cret")
        assert ok == 201

    def test_another_name_for_this_machine_is_turned_away(self, shelf) -> None:
        desk = TestClient(create_app(shelf), base_url="http://rebound.example")
        assert desk.get("/api/v1/events").status_code == 421
