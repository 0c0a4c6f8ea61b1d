"""The stage beside the output, written and verified whole, then exchanged with the former site in one step."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from ceremony_archive.model.register import REDACTIONS
from ceremony_archive.output import disk
from ceremony_archive.output.manifest import CONTENT_MANIFEST, compare_site, files_below, read_manifest
from ceremony_archive.problems import Fault, OutputError, reason_of


def folder_of(output: Path) -> Path:
    """Return where the output really stands: a link that somebody made is followed, one that publishing made is not."""
    output = output.absolute()
    if output.is_symlink() and not str(output.readlink()).startswith(_hidden(output, "site-").name):
        output = output.resolve()
    return output.parent.resolve() / output.name


def publish(output: Path, fill: Callable[[Path], int]) -> int:
    """Have the function write and verify a whole site in a stage, then put it in the place of the output folder.

    Returns what the function returns: how many files there are. The former site stays where it is until the new one
    is on the disk, and is then kept beside it for `roll_back`. The caller holds the build lock. Raises OutputError when
    the folder cannot be written or holds what the archive did not write.
    """
    output = folder_of(output)
    stage = _hidden(output, "stage")
    try:
        _recover(output)
        _refuse_foreign(output)
        disk.remove(stage)
        disk.make_folder(stage)
        count = fill(stage)
        disk.sync(stage)
        disk.remove(_hidden(output, "former"))
        _exchange(stage, output)
    except OSError as error:
        raise OutputError("output-unwritable", folder=str(output), reason=reason_of(error)) from error
    finally:
        disk.discard(stage)
    with contextlib.suppress(OSError):  # until the names are on the disk a power cut brings back the former site, whole
        disk.sync_folder(output.parent)
    return count


def roll_back(output: Path) -> None:
    """Put the former site in the place of the output folder, which becomes the former one.

    The caller holds the build lock. Raises OutputError when there is no former site, when it is not as it was
    published, when something else was withheld from it on request, or when the folder cannot be written.
    """
    output = folder_of(output)
    former, stage = _hidden(output, "former"), _hidden(output, "stage")
    try:
        _recover(output)
        if not former.is_dir():
            raise OutputError("former-missing", folder=str(output))
        try:
            faults = compare_site(former).faults
        except ValueError:
            faults = (Fault("missing", former.name),)
        if faults:
            raise OutputError("former-damaged", folder=str(output), faults=faults)
        if _redactions_of(former) != _redactions_of(output):
            raise OutputError("former-redactions", folder=str(output))
        disk.remove(stage)
        disk.rename(former, stage)
        _exchange(stage, output)
    except OSError as error:
        raise OutputError("output-unwritable", folder=str(output), reason=reason_of(error)) from error
    finally:
        if stage.exists() and not former.exists():
            disk.rename(stage, former)


def _redactions_of(site: Path) -> str | None:
    """Return the digest of the redactions that the site was built with, or None when it does not say."""
    try:
        return read_manifest((site / CONTENT_MANIFEST).read_bytes()).get(REDACTIONS)
    except (OSError, ValueError):
        return None


def _hidden(output: Path, part: str) -> Path:
    return output.with_name(f".{output.name}.{part}")


def _exchange(stage: Path, output: Path) -> None:
    """Put the stage in the place of the output in one step; what was there is the former site from then on."""
    former = _hidden(output, "former")
    if not output.exists():
        disk.rename(stage, output)
        return
    if not output.is_symlink():
        try:
            disk.exchange(stage, output)
        except OSError as error:
            if error.errno not in disk.NO_EXCHANGE:
                raise
        else:
            _keep(stage, output, former)
            return
    _swap_link(stage, output, former)


def _keep(stage: Path, output: Path, former: Path) -> None:
    """Keep what the stage holds after the exchange as the former site; where that fails, take the exchange back."""
    try:
        disk.rename(stage, former)
    except OSError:
        disk.exchange(stage, output)
        raise


def _swap_link(stage: Path, output: Path, former: Path) -> None:
    """Do the same where the kernel cannot exchange folders: the output is a link, which is replaced in one step.

    A folder that is not a link yet is first given the former site's name, once; `_recover` undoes that when the process
    ends in between.
    """
    current = output.readlink() if output.is_symlink() else None
    site = next(path for path in (_hidden(output, "site-a"), _hidden(output, "site-b")) if path.name != str(current))
    disk.remove(site)
    try:
        disk.rename(stage, site)
        if current is None:
            disk.rename(output, former)
        disk.link(output, site.name)
    except OSError:
        _recover(output)
        disk.discard(site)
        raise
    if current is not None:
        disk.rename(output.with_name(str(current)), former)


def _recover(output: Path) -> None:
    """Finish what a process that was killed left undone: the site never stays away."""
    former = _hidden(output, "former")
    if not os.path.lexists(output) and former.is_dir():
        disk.rename(former, output)


def _refuse_foreign(output: Path) -> None:
    """Raise OutputError when the output holds anything but what a manifest of the archive lists, unchanged."""
    if not os.path.lexists(output):
        return
    if not output.is_dir():
        raise OutputError("output-not-a-folder", folder=str(output))
    try:
        found = compare_site(output)
        foreign = [fault for fault in found.faults if fault.kind != "missing"]
    except (FileNotFoundError, ValueError):
        foreign = [Fault("stray", file) for file in files_below(output)]
    if foreign:
        raise OutputError("output-foreign", folder=str(output), faults=foreign)
