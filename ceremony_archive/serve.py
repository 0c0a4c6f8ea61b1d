"""The site on this machine, rebuilt at each change and reloaded in the browser; nothing is written to disk."""

import html
import mimetypes
import posixpath
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

import watchfiles

from ceremony_archive import pipeline, report
from ceremony_archive.messages import stop_message, wording
from ceremony_archive.model.values import Language
from ceremony_archive.problems import ArchiveError

RELOAD = "/-/reload.js"
EVENTS = "/-/events"
SCRIPT = f"""new EventSource("{EVENTS}").addEventListener("reload", () => location.reload());\n"""


class LiveSite:
    """The site as it was last built without an error, and the report on the content as it is now.

    It takes the address where it is served for its own, as its policy lets pages ask no other host for anything.
    """

    def __init__(self, content: Path, theme: Path, cache: Path, language: Language, url: str) -> None:
        self._content, self._theme, self._cache, self._language, self._url = content, theme, cache, language, url
        self._changed = threading.Condition()
        self.version = 0
        self.files: Mapping[str, bytes] = {}
        self.report = ""

    def rebuild(self) -> None:
        """Read, check and render again; with an error the last good site stays."""
        try:
            checked = pipeline.check(self._content, cache=self._cache)
            text = report.show(checked.report, self._language) if checked.report.problems else ""
            files = self.files
            if checked.archive is not None:
                planned = pipeline.plan(checked.archive, self._theme, site_url=self._url, cache=self._cache)
                files = {file.path: file.content for file in planned}
        except ArchiveError as error:
            text, files = stop_message(error, self._language) + "\n", self.files
        with self._changed:
            self.files, self.report, self.version = files, text, self.version + 1
            self._changed.notify_all()

    def wait_for_change(self, seen: int) -> int:
        """Return the version of the site as soon as it is another than the one seen, or after 20 seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen, timeout=20)
            return self.version

    def page(self, path: str) -> tuple[int, str, bytes]:
        """Return the status, the media type and the bytes to answer a request for the path with."""
        name = posixpath.normpath(unquote(path)).lstrip("/").removeprefix(".") or "index.html"
        found = next((n for n in (name, f"{name}.html", f"{name}/index.html") if n in self.files), None)
        status = 200 if found else 404
        found = found or "404.html"
        media_type = mimetypes.guess_type(found)[0] or "text/plain"
        if media_type != "text/html":
            return status, media_type, self.files.get(found, b"")
        return (
            status,
            "text/html; charset=utf-8",
            self._with_report(self.files.get(found, b"<!doctype html><body></body>")),
        )

    def _with_report(self, page: bytes) -> bytes:
        script = f'<script src="{RELOAD}" defer></script></body>'.encode()
        if self.report:
            shown = f'<pre role="alert" id="archive-report">{html.escape(self.report)}</pre>'.encode()
            start = page.find(b">", page.find(b"<body")) + 1
            page = page[:start] + shown + page[start:]
        return page.replace(b"</body>", script, 1) if b"</body>" in page else page + script


def serve_site(content: Path, theme: Path, cache: Path, *, port: int, language: Language) -> None:
    """Serve the site until the process is interrupted."""
    handler: type[_Handler] = type("Handler", (_Handler,), {})
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        raise SystemExit(wording(language)["build"]["port-taken"].format(port=port)) from None
    url = f"http://127.0.0.1:{server.server_port}/"
    site = handler.site = LiveSite(content, theme, cache, language, url)
    site.rebuild()
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(wording(language)["build"]["serving"].format(address=url), flush=True)
    print(site.report, end="", flush=True)
    try:
        for _ in watchfiles.watch(content, theme, debounce=50, step=10, raise_interrupt=True):
            site.rebuild()
            print(site.report or wording(language)["build"]["rebuilt"], flush=True)
    except KeyboardInterrupt:
        server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    """Answers from the live site."""

    site: ClassVar[LiveSite]
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        """Answer one request."""
        path = urlsplit(self.path).path
        if path == EVENTS:
            self._events()
        elif path == RELOAD:
            self._answer(200, "text/javascript", SCRIPT.encode())
        else:
            self._answer(*self.site.page(path))

    def _answer(self, status: int, media_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self.site.version
        try:
            while True:
                version = self.site.wait_for_change(seen)
                self.wfile.write(b"event: reload\ndata:\n\n" if version != seen else b": still here\n\n")
                self.wfile.flush()
                seen = version
        except OSError:  # the browser has gone
            return

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing for each request."""
