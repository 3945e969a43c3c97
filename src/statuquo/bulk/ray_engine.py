"""Who does the work: a Ray cluster. Ray is an extra: ``pip install statuquo[ray]``."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from statuquo.bulk.engines import Lost, Worker
from statuquo.errors import StatuquoError

_J = TypeVar("_J")
_D = TypeVar("_D")


class RayEngine:
    """Actors of a Ray cluster, through Ray Data.

    Every node needs statuquo installed and must see the folder of the run under the same path.

    Args:
        workers: how many actors, each with one core.
        address: the cluster (``auto``, ``ray://host:10001`` …); None for ``RAY_ADDRESS`` or, where
            that is not set, a cluster of this machine alone.
    """

    def __init__(self, workers: int = 1, address: str | None = None) -> None:
        self.workers = workers
        self.address = address

    def do(
        self, make: Callable[[], Callable[[_J], _D]], jobs: Iterable[_J]
    ) -> Iterator[_D | Lost[_J]]:
        """See `Engine`. A node that goes costs the jobs that it did, which others do again."""
        # Ray would tell its makers how it is used; statuquo uses no network unasked.
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        ray = _ray()
        import ray.data as ray_data

        if not ray.is_initialized():
            try:
                ray.init(
                    address=self.address,
                    include_dashboard=None if self.address else False,
                    log_to_driver=False,
                    logging_level="ERROR",
                )
            except (ConnectionError, RuntimeError, ValueError) as fault:
                raise StatuquoError(
                    f"the Ray cluster cannot be reached ({fault}); check --ray-address or "
                    "RAY_ADDRESS, or use the engine of this machine (--engine local)"
                ) from fault
        context = ray_data.DataContext.get_current()
        context.enable_progress_bars = False
        packed = [{"job": pickle.dumps(job)} for job in jobs]
        if not packed:
            return
        rows = ray_data.from_items(packed, override_num_blocks=len(packed)).map(
            _Actor,
            fn_constructor_args=(pickle.dumps(make),),
            concurrency=min(self.workers, len(packed)),
            num_cpus=1,
        )
        for row in rows.iter_rows():
            raised, done = pickle.loads(row["done"])
            if raised is not None:
                raise raised
            yield done


class _Actor:
    """Does jobs in a process of its own, so that what ends a process does not end the actor."""

    def __init__(self, make: bytes) -> None:
        self._make = pickle.loads(make)
        self._worker: Worker | None = None

    def __call__(self, row: dict[str, Any]) -> dict[str, bytes]:
        job = pickle.loads(row["job"])
        worker = self._worker or Worker(self._make)
        self._worker = None
        try:
            worker.begin(job)
            done = worker.result(job)
        except Exception as fault:
            return {"done": pickle.dumps((fault, None))}
        if isinstance(done, Lost):
            worker.end()
        else:
            self._worker = worker
        return {"done": pickle.dumps((None, done))}


def _ray() -> Any:
    try:
        import ray
    except ImportError as missing:
        raise StatuquoError(
            "Ray is not installed; install it with: pip install 'statuquo[ray]'"
        ) from missing
    return ray
