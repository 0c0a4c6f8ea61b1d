"""The same work for each language, the second in a process of its own; its failure is the build's."""

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from typing import TypeVar

from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.problems import WorkerFailed

Result = TypeVar("Result")


def in_two_processes(work: Callable[[Language], Result]) -> list[Result]:
    """Return what the function gives for each language, the second made in a child that sends its result back.

    The child prints nothing but its own failure, past whatever draws on the terminal, whose lock a thread of the parent
    may hold; it runs no thread and leaves without cleaning up what is its parent's. Raises WorkerFailed, or the OSError
    that the child met.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(_result_or_error(work, LANGUAGES[1]), pipe, protocol=pickle.HIGHEST_PROTOCOL)
            code = 0
        except BrokenPipeError:
            pass  # the parent has failed, and tells why itself
        except BaseException:  # noqa: BLE001  whatever it is, it is shown, and the parent must learn of it
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(code)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:  # closed on failure too, so that the child does not wait for a reader
            first = work(LANGUAGES[0])
            data = pipe.read()
    finally:
        _, status = os.waitpid(child, 0)
    if status:
        raise WorkerFailed("worker-failed", language=LANGUAGES[1], status=str(os.waitstatus_to_exitcode(status)))
    second: Result | OSError = pickle.loads(data)
    if isinstance(second, OSError):
        raise second
    return [first, second]


def _result_or_error(work: Callable[[Language], Result], language: Language) -> Result | OSError:
    """Return what the function gives, or what the disk said, which the parent raises as its own."""
    try:
        return work(language)
    except OSError as error:
        return error
