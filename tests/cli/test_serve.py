"""``statuquo serve``: the desk over a real store, in a process of its own."""

import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from fastapi.testclient import TestClient

from statuquo.cli.serve import StoreShelf
from statuquo.reports.model import Report
from statuquo.store import Store
from statuquo.web.desk import create_app


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_it_answers_until_it_is_ended(run, tmp_path: Path):
    text = {"text": "Ankara sends aid to Tripoli.", "id": "one", "date": "2020-01-05"}
    run("add", "-", stdin=json.dumps(text))
    port = free_port()
    served = subprocess.Popen(
        [sys.executable, "-m", "statuquo", "serve", "--port", str(port)],
        cwd=tmp_path, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        for _ in range(300):
            try:
                with urlopen(f"http://127.0.0.1:{port}/api/v1/events") as answer:
                    told = json.load(answer)
                break
            except URLError:
                time.sleep(0.2)
        assert told["total"] == 1
    finally:
        served.terminate()
        _, err = served.communicate(timeout=30)
    assert f"http://127.0.0.1:{port}" in err


def test_others_may_not_be_let_in_without_a_token(run):
    done = run("serve", "--host", "0.0.0.0")
    assert done.code == 2
    assert "--token" in done.err


@pytest.mark.usefixtures("one_sentence_coder")
def test_the_shelf_codes_keeps_and_tells_that_it_changed(tmp_path: Path):
    with Store.open(tmp_path / "s.sqlite") as store:
        shelf = StoreShelf(store)
        before = shelf.stamp()
        coded = shelf.add(Report(text="Ankara sends aid to Tripoli.", id="one"))
        assert shelf.stamp() != before
        assert [each.report.id for each in shelf.coded()] == [coded.report.id]
        assert shelf.crises() == ()


@pytest.mark.usefixtures("one_sentence_coder")
def test_what_is_corrected_at_the_desk_is_kept_in_the_store(tmp_path: Path):
    with Store.open(tmp_path / "s.sqlite") as store:
        shelf = StoreShelf(store)
        shelf.add(Report(text="Ankara sends aid to Tripoli.", id="one"))
        desk = TestClient(create_app(shelf, patience=30), base_url="http://127.0.0.1:8750")
        (event,) = desk.get("/api/v1/events").json()["items"]
        said = {"kind": "wrong", "event_id": event["id"], "by": "Ana"}
        made = desk.post("/api/v1/corrections", json=said).json()
        assert [one.id for one in store.corrections()] == [made["id"]]
        assert list(store.events()) == []
        assert desk.get("/api/v1/events").json()["total"] == 0
        assert desk.post(f"/corrections/{made['id']}/undo").status_code == 200
        assert desk.get("/api/v1/events").json()["items"] == [event]
        assert store.corrections() == ()
