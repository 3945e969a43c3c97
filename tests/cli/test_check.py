"""``statuquo check``: what it says and how it ends."""

import sqlite3

AID = '{"text": "Ankara sends aid to Tripoli."}'


def test_a_sound_store(run):
    run("add", "-", stdin=AID)
    done = run("check")
    assert (done.code, done.out) == (0, "")
    assert done.err == "statuquo.sqlite: 1 versions of 1 reports, 1 events: all is well\n"


def test_a_damaged_one(run):
    run("add", "-", stdin=AID)
    with sqlite3.connect("statuquo.sqlite") as connection:
        connection.execute("UPDATE events SET type = 'ASSAULT'")
    connection.close()
    done = run("check", "--quiet")
    assert (done.code, done.err) == (1, "")
    assert done.out.endswith("events: type of row 0 is not what its record says\n")


def test_none(run):
    done = run("check")
    assert done.code == 2
    assert "statuquo.sqlite" in done.err
