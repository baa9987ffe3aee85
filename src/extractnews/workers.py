"""Processes that do tasks: results in order, a bounded number on the way, and a process that dies costs one article."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, Protocol, TypeVar

# An article that was at work when so many processes died is given up.
_DEATHS: Final = 2
# Tasks on the way, done or not, for each worker: how far the fastest may be ahead of the slowest.
_AHEAD: Final = 4


class Cell:
    """Holds the number of the article at work, from 1; 0 between tasks."""

    value: int = 0


class _Task(Protocol):
    def without(self, number: int, cause: str) -> Any: ...


T = TypeVar("T", bound=_Task)
R = TypeVar("R")
Handler = Callable[[T, Cell], R]


class WorkerError(Exception):
    """Workers cannot be started."""


def _serve(connection: Connection, cell: Any, build: Callable[[], Handler[Any, Any]]) -> None:
    """The life of a worker: it ends when the other end of the connection does."""
    with contextlib.suppress(BrokenPipeError, ConnectionResetError, EOFError):
        try:
            handle = build()
            connection.send((True, None))
            while True:
                connection.send((True, handle(connection.recv(), cell)))
        except EOFError:
            return
        except Exception as error:
            connection.send((False, error))


class _Worker:
    """A process, its connection, and the task that it is doing."""

    def __init__(self, context: Any, build: Callable[[], Handler[Any, Any]]) -> None:
        self.cell = context.RawValue("q", 0)
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, self.cell, build), daemon=True)
        self.is_ready = False
        self.index: int | None = None
        with _interrupts_ignored():  # what a process is born with: Ctrl-C is the leader's affair
            self.process.start()
        theirs.close()

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class Crew(Generic[T, R]):
    """Worker processes, started afresh (spawn): no thread, lock or open file of this process goes with them.

    Args:
        count: how many.
        build: makes, in each worker, what turns a task into its result.

    Raises:
        WorkerError: if the workers die as soon as they are started.
        Exception: what `build` raises.
    """

    def __init__(self, count: int, build: Callable[[], Handler[T, R]]) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._build = build
        self._workers: list[_Worker] = []
        self._window = _AHEAD * count
        self._tasks: dict[int, T] = {}
        self._again: list[int] = []
        self._deaths: Counter[int] = Counter()
        self._failed_starts = self._allowed_failed_starts = 0
        try:
            for _ in range(count):
                self._workers.append(_Worker(self._context, build))
            while not any(worker.is_ready for worker in self._workers):
                for _ in self._answers():
                    pass
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def results(self, tasks: Iterable[T]) -> Iterator[tuple[T, R]]:
        """The results of the tasks, in their order.

        Raises:
            WorkerError: if workers that died cannot be replaced, though it was tried several times.
            Exception: what doing a task raises.
        """
        source = iter(tasks)
        done: dict[int, R] = {}
        head = following = 0
        exhausted = False
        while True:
            for worker in self._workers:
                if not worker.is_ready or worker.index is not None:
                    continue
                if not self._again and not exhausted and following - head < self._window:
                    task = next(source, None)
                    if task is None:
                        exhausted = True
                    else:
                        self._tasks[following] = task
                        self._again.append(following)
                        following += 1
                if self._again:
                    self._give(worker, self._again.pop(0))
            if exhausted and head == following:
                return
            done.update(self._answers())
            while head in done:  # before the next task is asked for, which may be slow to come
                yield self._tasks.pop(head), done.pop(head)
                head += 1

    def _give(self, worker: _Worker, index: int) -> None:
        worker.index, worker.cell.value = index, 0
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it died: the next answer says so
            worker.connection.send(self._tasks[index])

    def _answers(self) -> Iterator[tuple[int, R]]:
        """Wait for workers, and take what those say that have something to say."""
        waited = {
            worker.connection: worker for worker in self._workers if not worker.is_ready or worker.index is not None
        }
        for connection in wait(list(waited)):
            worker = waited[connection]
            try:
                is_well, answer = worker.connection.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            if not is_well:
                raise answer
            if not worker.is_ready:
                worker.is_ready = True
                # Workers can be started: one that cannot is an accident, unless it happens again and again.
                self._failed_starts, self._allowed_failed_starts = 0, _DEATHS * len(self._workers)
            elif worker.index is not None:
                index, worker.index = worker.index, None
                yield index, answer

    def _replace(self, worker: _Worker) -> None:
        """A worker died: another one takes its place and its task, without the article that it died of twice."""
        worker.process.join()
        how = _how_it_ended(worker.process.exitcode)
        if not worker.is_ready:
            self._failed_starts += 1
            if self._failed_starts > self._allowed_failed_starts:
                raise WorkerError(
                    f"a worker process {how} while it started; a script that starts a run needs "
                    '`if __name__ == "__main__":` around it'
                )
        number, index = worker.cell.value, worker.index
        worker.stop()
        self._workers[self._workers.index(worker)] = _Worker(self._context, self._build)
        if index is None:
            return
        self._deaths[number] += 1
        if number and self._deaths[number] >= _DEATHS:
            self._tasks[index] = self._tasks[index].without(number, f"the process that extracted it {how}")
        self._again.insert(0, index)


def _how_it_ended(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = str(-code)
        hint = " (out of memory?)" if name == "SIGKILL" else ""
        return f"was ended by {name}{hint}"
    return f"ended with code {code}"
