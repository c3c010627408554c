"""The same work on many documents, shared among processes, in the order given."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerLost(RuntimeError):
    """A process ended without giving its result, for instance for want of memory."""


def in_order(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """`work(item)` for each item, in order, with at most `jobs` processes (0: one a processor).

    `work` must be importable by name under any start method. When a process dies, what it
    and those after it had still to do is answered by `lost(item)`: the others have no way of
    knowing which document was at fault. The results do not depend on `jobs`.
    """
    jobs = min(jobs or os.cpu_count() or 1, len(items))
    if jobs <= 1:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    pool = ProcessPoolExecutor(jobs)
    # Workers begin with the interrupt ignored, so that Ctrl-C is answered once, by the parent.
    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        futures = [pool.submit(work, item) for item in items]
    finally:
        signal.signal(signal.SIGINT, previous)
    try:
        for item, future in zip(items, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield lost(item)
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()
        raise
    pool.shutdown()
