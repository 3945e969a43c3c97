"""A Ray cluster of several nodes gives what one machine gives, also when a node goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from statuquo.bulk import LocalEngine, RayEngine, Settings, code_corpus

from .test_run import contents, corpus
from .works import slow_coder

TEXTS = [f"Country{n} sends aid to Place{n}." for n in range(24)]
SMALL = Settings(piece=2)


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The head of a cluster on this machine, which does no work itself."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    import ray
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0})
    try:
        yield cluster
    finally:
        ray.shutdown()
        cluster.shutdown()


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_node_gives_the_same_bytes(cluster: Any, tmp_path: Path) -> None:
    sources = corpus(tmp_path / "corpus", TEXTS)
    whole = code_corpus(sources, tmp_path / "whole", LocalEngine(2), SMALL, make=slow_coder)
    assert list(whole)
    cluster.add_node(num_cpus=1)
    doomed = cluster.add_node(num_cpus=1)
    engine = RayEngine(2, cluster.address)
    coded = 0
    for step in code_corpus(sources, tmp_path / "out", engine, SMALL, make=slow_coder):
        coded += step.stage == "coding"
        if coded == 3 and doomed is not None:
            cluster.remove_node(doomed, allow_graceful=False)
            doomed = None
    assert doomed is None
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
