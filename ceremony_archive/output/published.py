"""A published site compared with its manifest, in a folder or where it is served, and its content with the site's."""

import urllib.error
import urllib.request
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

from ceremony_archive.output.manifest import (
    CONTENT_MANIFEST,
    MANIFEST,
    Comparison,
    compare,
    compare_site,
    digest,
    read_manifest,
)
from ceremony_archive.problems import OutputError, reason_of

AT_ONCE = 8
SECONDS = 30


def compare_published(site: str, content: Path) -> tuple[Comparison, Comparison]:
    """Return what the site has against its manifest, and the content folder against what the site was built from.

    `site` is a folder, or an http address, of which no strays can be found. Raises OutputError when there is no site or
    no manifest that can be read.
    """
    if site.startswith(("http://", "https://")):
        address = site.rstrip("/")
        try:
            digests = read_manifest(_fetched(f"{address}/{MANIFEST}"))
            built_from = read_manifest(_fetched(f"{address}/{CONTENT_MANIFEST}"))
            found = _compare_served(address, digests)
        except (OSError, ValueError) as error:
            raise OutputError("site-unreachable", folder=site, reason=str(error)) from error
    else:
        folder = Path(site)
        if not folder.is_dir():
            raise OutputError("output-missing", folder=site)
        try:
            found = compare_site(folder)
            built_from = read_manifest((folder / CONTENT_MANIFEST).read_bytes())
        except (OSError, ValueError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else str(error)
            raise OutputError("site-unreachable", folder=site, reason=reason) from error
    return found, compare(content, built_from)


def _compare_served(address: str, digests: Mapping[str, str]) -> Comparison:
    """Fetch every file of the manifest and compare it."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = dict(zip(digests, pool.map(lambda path: _served_digest(address, path), digests), strict=True))
    return Comparison(
        files=len(digests),
        missing=tuple(path for path in digests if found[path] is None),
        strays=(),
        changed=tuple(path for path in digests if found[path] not in (None, digests[path])),
    )


def _served_digest(address: str, path: str) -> str | None:
    """Return the digest of what is served under the path, or None when nothing is."""
    try:
        return digest(_fetched(f"{address}/{quote(path)}"))
    except urllib.error.HTTPError as error:
        if error.code in (404, 410):
            return None
        raise


def _fetched(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=SECONDS) as response:
        content: bytes = response.read()
    return content
