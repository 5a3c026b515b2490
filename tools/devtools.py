"""A tab of Chromium, driven by its own protocol over a socket to this machine alone."""

from __future__ import annotations

import base64
import json
import os
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.request import urlopen

_OPTIONS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--remote-debugging-port=0",
)
_SECONDS: Final = 60.0
_LENGTHS: Final = {126: ">H", 127: ">Q"}
"""How a length is told that one byte cannot hold."""


class ScriptError(Exception):
    """The browser refuses a command, or a script of a page fails."""


@contextmanager
def tab(program: str, profile: Path) -> Iterator[Tab]:
    """Start a browser and give its first tab; end it afterwards."""
    command = [program, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"]
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        port = _port(profile / "DevToolsActivePort", browser)
        with urlopen(f"http://127.0.0.1:{port}/json/list", timeout=_SECONDS) as told:
            pages = [one for one in json.load(told) if one["type"] == "page"]
        opened = Tab(port, pages[0]["webSocketDebuggerUrl"].partition(str(port))[2])
        yield opened
        opened.close()
    finally:
        browser.terminate()
        browser.wait(timeout=_SECONDS)


def _port(file: Path, browser: subprocess.Popen[bytes]) -> int:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and browser.poll() is None:
        if file.is_file() and (lines := file.read_text(encoding="utf-8").split()):
            return int(lines[0])
        time.sleep(0.02)
    raise ScriptError("the browser did not start")


class Tab:
    """One page at a time; commands and answers are JSON in frames of RFC 6455."""

    def __init__(self, port: int, path: str) -> None:
        self._number = 0
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=_SECONDS)
        key = base64.b64encode(os.urandom(16)).decode("ascii")
        self._socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode("ascii")
        )
        self._stream = self._socket.makefile("rb")
        while self._stream.readline().strip():
            pass
        self.tell("Page.enable")

    def close(self) -> None:
        """End the connection."""
        self._stream.close()
        self._socket.close()

    def show(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self.tell("Page.navigate", url=address)
        while self._message().get("method") != "Page.loadEventFired":
            pass

    def resize(self, width: int) -> None:
        """Make the window as wide as a screen of so many pixels."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.tell("Emulation.setDeviceMetricsOverride", **size)

    def ask(self, script: str) -> Any:
        """Return what a script gives, once it is ready."""
        how = {"awaitPromise": True, "returnByValue": True}
        answer = self.tell("Runtime.evaluate", expression=script, **how)
        if "exceptionDetails" in answer:
            raise ScriptError(answer)
        return answer["result"].get("value")

    def printed(self) -> bytes:
        """Return the page as a PDF, on the paper that it asks for itself."""
        answer = self.tell("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(answer["data"])

    def tell(self, method: str, **params: object) -> dict[str, Any]:
        """Give a command and return its answer; what happens meanwhile is not looked at."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": params}
        self._send(json.dumps(command).encode())
        while (message := self._message()).get("id") != self._number:
            pass
        if "error" in message:
            raise ScriptError(message)
        answer: dict[str, Any] = message["result"]
        return answer

    def _send(self, data: bytes) -> None:
        # A mask of zeros is a mask too, and leaves the data as it is.
        self._socket.sendall(b"\x81\xff" + struct.pack(">Q", len(data)) + bytes(4) + data)

    def _message(self) -> dict[str, Any]:
        whole = b""
        ended = False
        while not ended:
            first, second = self._stream.read(2)
            size = second & 0x7F
            if form := _LENGTHS.get(size):
                (size,) = struct.unpack(form, self._stream.read(struct.calcsize(form)))
            whole += self._stream.read(size)
            ended = bool(first & 0x80)
        message: dict[str, Any] = json.loads(whole)
        return message
