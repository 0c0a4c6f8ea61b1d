"""The stage beside the output, written whole, then put in the place of the former site."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from ceremony_archive.pages.page import File
from ceremony_archive.problems import OutputError

MARKER = File(
    path="ceremony-archive.txt",
    content=b"This folder is written whole by each build of the archive. Whatever else is put here is lost.\n",
)


def publish(output: Path, fill: Callable[[Path], int]) -> int:
    """Have the function write a whole site below a stage, and put it in the place of the output folder.

    Returns what the function returns: how many files there are. The former site stays where it is until the new one is
    complete. Raises OutputError when the folder cannot be written or holds what the archive did not write.
    """
    output = output.resolve()
    _refuse_foreign(output)
    stage = output.with_name(f".{output.name}.stage")
    former = output.with_name(f".{output.name}.former")
    try:
        shutil.rmtree(stage, ignore_errors=True)
        shutil.rmtree(former, ignore_errors=True)
        stage.mkdir(parents=True)
        count = fill(stage)
        if output.exists():
            os.rename(output, former)
        os.rename(stage, output)
    except OSError as error:
        raise OutputError(f"{output}: {error.strerror}") from error
    finally:
        if former.exists() and not output.exists():
            os.rename(former, output)
        shutil.rmtree(stage, ignore_errors=True)
    shutil.rmtree(former, ignore_errors=True)
    return count


def write_file(stage: Path, file: File, made: set[str]) -> None:
    """Write one file below the stage, where none is yet; `made` are the folders that are known to be there."""
    path = os.path.join(stage, file.path)
    folder = os.path.dirname(path)
    if folder not in made:
        os.makedirs(folder, exist_ok=True)
        made.add(folder)
    with open(path, "xb") as stream:
        stream.write(file.content)


def _refuse_foreign(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise OutputError(f"{output}: not a folder")
    if not (output / MARKER.path).is_file() and any(output.iterdir()):
        raise OutputError(
            f"{output}: holds files that the archive did not write; choose another folder or empty this one"
        )
