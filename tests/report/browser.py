"""A real Chromium without a window, driven over a pipe by the DevTools protocol: no socket, no driver."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--hide-scrollbars", "--remote-debugging-pipe"),
)
_PATIENCE = 30.0


class Tab:
    """A page in the browser. `logged` are the errors it reported, refusals by its policy among them."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = send, receive
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        self._events: list[dict[str, Any]] = []
        self.logged: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> Any:
        """Call a method of the protocol and return its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                return answer["result"]
            self._note(answer)

    def open(self, path: Path, width: int = 1280, height: int = 900) -> None:
        """Open a file and wait until it has loaded."""
        self._events.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.call("Page.navigate", url=path.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._note(self._read())

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page; a promise is waited for."""
        found = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True
        )
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def settle(self) -> None:
        """Wait until the page has drawn what it was asked to."""
        self.run(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
        )

    def press(self, key: str, code: str = "", *, shift: bool = False) -> None:
        """Press a key: `key` is what it writes, `code` its place on the keyboard."""
        text = {"text": key} if len(key) == 1 else {}
        code = code or (f"Key{key.upper()}" if key.isascii() and key.isalpha() and len(key) == 1 else key)
        both = {"key": key, "code": code, "modifiers": 8 * shift}
        self.call("Input.dispatchKeyEvent", type="keyDown", **both, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **both)
        self.settle()

    def requests(self) -> list[str]:
        """Return the addresses that were asked for."""
        return [
            event["params"]["request"]["url"]
            for event in self._events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def _note(self, message: dict[str, Any]) -> None:
        self._events.append(message)
        parameters = message.get("params", {})
        if message.get("method") == "Runtime.exceptionThrown":
            self.logged.append(str(parameters["exceptionDetails"]))
        if message.get("method") == "Log.entryAdded":
            self.logged.append(parameters["entry"]["text"])

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            assert select([self._receive], [], [], _PATIENCE)[0], "the browser does not answer"
            chunk = os.read(self._receive, 1 << 20)
            assert chunk, "the browser has gone"
            self._buffer += chunk
        line, self._buffer = self._buffer.split(b"\0", 1)
        message = json.loads(line)
        assert isinstance(message, dict)
        return message


@contextmanager
def tab(profile: Path) -> Iterator[Tab]:
    """Start Chromium with an empty profile, and end it."""
    assert CHROMIUM is not None
    theirs_in, send = os.pipe()
    receive, theirs_out = os.pipe()
    # The browser reads descriptor 3 and writes descriptor 4.
    shell = f'exec 3<&{theirs_in} 4>&{theirs_out}; exec "$@"'
    process = subprocess.Popen(
        ["bash", "-c", shell, "bash", CHROMIUM, *_FLAGS, f"--user-data-dir={profile}"],
        pass_fds=(theirs_in, theirs_out),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        own = Tab(send, receive)
        yield own
        os.write(send, b'{"id":0,"method":"Browser.close"}\0')
        process.wait(_PATIENCE)
    finally:
        os.close(send)
        os.close(receive)
        if process.poll() is None:
            process.kill()
            process.wait()
