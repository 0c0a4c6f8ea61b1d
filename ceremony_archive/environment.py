"""The project's own Python environment in .venv, made from a lock with hashes. Standard library only."""

import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
RUNTIME_LOCK = ROOT / "requirements.lock"
DEVELOPMENT_LOCK = ROOT / "requirements-dev.lock"
OLDEST = (3, 11)


def prepare(lock: Path) -> None:
    """Install what the lock lists into .venv, unless that has been done. Raises SystemExit when it fails."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = VENV / f"{lock.stem}.sha256"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    import subprocess  # these two only here: most runs find the environment ready, and start at once
    import venv

    print(f"chuẩn bị môi trường · preparing the environment: {VENV.name} ← {lock.name} …", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    result = subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)], check=False)
    if result.returncode:
        raise SystemExit(
            "không cài được các gói; hãy xem lời báo ở trên rồi chạy lại\n"
            "the packages could not be installed; see the message above, then run the command again"
        )
    stamp.write_text(digest, encoding="ascii")


def hand_over() -> None:
    """Run this command with Invoke inside .venv, which is made first. Does not return."""
    if sys.version_info < OLDEST:
        raise SystemExit(
            f"cần Python {OLDEST[0]}.{OLDEST[1]} trở lên · Python {OLDEST[0]}.{OLDEST[1]} or newer is needed"
        )
    prepare(RUNTIME_LOCK)
    arguments = sys.argv[1:] or ["--list"]
    command = [str(PYTHON), "-m", "invoke", "--search-root", str(ROOT), *arguments]
    if os.name == "nt":
        import subprocess

        raise SystemExit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)
