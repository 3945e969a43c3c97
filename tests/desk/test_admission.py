"""The token in a browser: given once on a page, kept as a cookie that counts with our pages alone."""

import pytest
from fastapi.testclient import TestClient

from desk.conftest import MemoryShelf
from statuquo.web.desk import create_app
from statuquo.web.desk.admission import COOKIE

HOST = "http://192.0.2.7:8750"


@pytest.fixture
def abroad(shelf: MemoryShelf) -> TestClient:
    app = create_app(shelf, host="192.0.2.7", token="s3cret", patience=30)
    return TestClient(app, base_url=HOST, follow_redirects=False)


def add(desk: TestClient, **headers: str) -> int:
    text = {"text": "Ankara sends aid to Tripoli."}
    return desk.post("/add", data=text, headers=headers).status_code


def test_a_reader_gives_it_once_and_writes(abroad: TestClient) -> None:
    refused = abroad.post("/add", data={"text": "x"})
    assert refused.status_code == 401
    assert 'href="/token"' in refused.text
    assert 'type="password"' in abroad.get("/token").text
    answer = abroad.post("/token", data={"token": "s3cret"}, headers={"origin": HOST})
    assert answer.status_code == 303
    said = answer.headers["set-cookie"]
    assert "s3cret" not in said
    assert "HttpOnly" in said
    assert "SameSite=strict" in said
    assert add(abroad, origin=HOST) == 200
    assert abroad.post("/corrections/c-none/undo").status_code == 404


def test_with_it_pages_from_elsewhere_still_may_not(abroad: TestClient) -> None:
    abroad.post("/token", data={"token": "s3cret"})
    assert add(abroad, origin="http://evil.example") == 403
    assert add(abroad, origin="null") == 403


@pytest.mark.parametrize("given", ["", "no", "s3cret "])
def test_another_word_is_refused(abroad: TestClient, given: str) -> None:
    assert abroad.post("/token", data={"token": given}).status_code == 401
    assert add(abroad) == 401
    assert add(abroad, cookie=f"{COOKIE}={given or 'x'}") == 401
    assert add(abroad, cookie=f"{COOKIE}=s3cret") == 401


def test_nobody_gives_it_for_the_reader(abroad: TestClient) -> None:
    evil = {"origin": "http://evil.example"}
    answer = abroad.post("/token", data={"token": "s3cret"}, headers=evil)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_desk_without_a_token_has_none_to_give(shelf: MemoryShelf) -> None:
    desk = TestClient(create_app(shelf), base_url="http://127.0.0.1:8750")
    assert desk.post("/token", data={"token": ""}).status_code == 401
