"""Workers on a Ray cluster: started, asked, replaced. Ray, the extra `[cluster]`, is imported here alone."""

from __future__ import annotations

import logging
import os
import re
import socket
import warnings
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

from translate.batch.cluster import AT_ONCE, LostWorkerError
from translate.batch.worker import Outfit, Worker, packed, received, software
from translate.drafting import Draft, Job
from translate.engine.options import usable_processors
from translate.errors import ModelError, TranslateError, UsageError
from translate.pipeline import Pipeline

_STARTS = 3
"""How often a worker is started in vain before its post is given up."""
_ANSWER_SECONDS = 5.0
_PORT = 6379  # Ray's own for a head node
_OBJECT_STORE = 256 << 20
_MOST = {"workers": 1_024, "threads": 256}

_ENVIRONMENT = {
    "RAY_USAGE_STATS_ENABLED": "0",
    # Else Ray prints what it thinks of a dead worker, and of a window whose fate nobody asks for any more.
    "RAY_DEDUP_LOGS_SKIP_REGEX": ".*",
    "RAY_IGNORE_UNHANDLED_ERRORS": "1",
    # Under `uv run` Ray would send this folder to every node and install the project there.
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    # Without it Ray warns of what a later version will do with graphics cards.
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}
_LOOPBACK = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}
"""Makes Ray take 127.0.0.1 for this machine's address: a Ray of our own is nobody else's business."""
_TOKEN = {"RAY_AUTH_MODE": "token"}
"""`ray start` asks for a token as soon as there is one, but who joins must say that it has one."""

_ADDRESS = re.compile(r"(?P<host>[^\s:/]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d{1,5}))?")


class RayPool:
    """Workers on a cluster, or on this machine alone."""

    def __init__(
        self, ray: Any, outfit: Outfit, signature: str, places: int, threads: int, own: bool
    ) -> None:
        """Take a connected `ray`; `own` when `close` is to stop it. See `open`."""
        self._ray = ray
        self._own = own
        order = ray.put(outfit)
        actor = ray.remote(Worker).options(
            num_cpus=threads, max_concurrency=AT_ONCE, scheduling_strategy="SPREAD"
        )
        self._posts = [RayPost(ray, actor, order, signature) for _ in range(places)]

    @classmethod
    def open(cls, pipeline: Pipeline, address: str | None, workers: int | None, threads: int) -> RayPool:
        """Connect to a cluster, or start a Ray here; `RayExecutor.connect` says how."""
        for name, value in (("workers", workers), ("threads", threads)):
            if value is not None and not 1 <= value <= _MOST[name]:
                raise UsageError(f"{name} is {value}", hint=f"Give a number from 1 to {_MOST[name]}")
        settings = pipeline.settings
        outfit = Outfit(packed(pipeline.engine, threads), settings.target, settings.hypotheses)
        ray = _imported(local=address is None)
        own = not ray.is_initialized()
        if own:
            _init(ray, address, (workers or 1) * threads)
        try:
            places = workers or _room(ray, threads)
            return cls(ray, outfit, pipeline.engine.signature, places, threads, own)
        except BaseException:
            if own:
                ray.shutdown()
            raise

    @property
    def posts(self) -> Sequence[RayPost]:
        """The places for workers."""
        return self._posts

    def stop(self) -> None:
        """Kill all workers."""
        for post in self._posts:
            post.stop()

    def close(self) -> None:
        """Stop Ray, or leave the cluster that was joined."""
        if self._own:
            self._ray.shutdown()


class RayPost:
    """A worker on some node, and another when that one is lost."""

    def __init__(self, ray: Any, actor: Any, order: Any, signature: str) -> None:
        """`actor` makes workers from `order`, whose engine must have the `signature`."""
        self._ray = ray
        self._actor = actor
        self._order = order
        self._signature = signature
        self._lock = Lock()
        self._handle: Any = None
        self._is_ready = False
        self._is_stopped = False
        self._node = ""
        self._vain = 0
        self._error: TranslateError | None = None

    def begin(self) -> bool:
        """Start a worker unless there is one."""
        with self._lock:
            if self._error is not None:
                raise self._error
            if self._is_ready:
                return False
            try:
                self._start()
            except TranslateError as error:
                self._error = error
                raise
            return True

    def draft(self, jobs: Sequence[Job]) -> list[Draft]:
        """Have the worker draft segments."""
        handle = self._handle
        if not self._is_ready:
            raise LostWorkerError(self._lost)
        try:
            data: list[bytes] = self._ray.get(handle.draft.remote(jobs))
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause from None
        except self._ray.exceptions.RayError as error:
            with self._lock:
                if self._handle is handle:
                    self._is_ready = False
            raise LostWorkerError(self._lost) from error
        return received(data, jobs)

    def stop(self) -> None:
        """Kill the worker, also one that is only starting."""
        self._is_stopped = True
        if self._handle is not None:
            self._ray.kill(self._handle)

    @property
    def _lost(self) -> str:
        return f"a worker on the node {self._node or '(unknown)'} was lost"

    def _start(self) -> None:
        """Start a worker and see that it is as the driver is."""
        if self._is_stopped:
            raise LostWorkerError(self._lost)
        self._handle = self._actor.remote(self._order)
        try:
            self._node, signature, versions = self._ray.get(self._handle.start.remote())
        except self._ray.exceptions.RayTaskError as error:
            raise _as_known(error.cause) from None
        except self._ray.exceptions.RayError as error:
            self._vain += 1
            if self._vain < _STARTS:
                raise LostWorkerError("a worker died while it started") from error
            hint = "Each needs this program in the same version, and the same RAY_AUTH_MODE; see Ray's logs"
            raise UsageError("workers die on the cluster's nodes as they start", hint=hint) from error
        _check(self._node, signature, versions, self._signature)
        self._vain = 0
        self._is_ready = True


def _imported(*, local: bool) -> Any:
    """Return Ray, which reads its settings as it is imported. Raises UsageError when it is not installed."""
    if find_spec("ray") is None:
        hint = "Install it: pip install 'translate-desk[cluster]'"
        raise UsageError("--ray needs Ray, which is not installed", hint=hint)
    more = _LOOPBACK if local else _TOKEN if _has_token() else {}
    for name, value in (_ENVIRONMENT | more).items():
        os.environ.setdefault(name, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import ray
    return ray


def _has_token() -> bool:
    """Tell whether Ray would find a token, in the places that its documentation names."""
    if os.environ.get("RAY_AUTH_TOKEN") or os.environ.get("RAY_AUTH_TOKEN_PATH"):
        return True
    return Path("~/.ray/auth_token").expanduser().is_file()


def _init(ray: Any, address: str | None, processors: int) -> None:
    """Start a Ray of at least so many processors, or join the cluster at an address."""
    common = {"log_to_driver": False, "logging_level": logging.ERROR, "configure_logging": True}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if address is None:
                ray.init(
                    "local",
                    num_cpus=max(usable_processors(), processors),
                    object_store_memory=_OBJECT_STORE,
                    include_dashboard=False,
                    **common,
                )
            else:
                ray.init(_answering(address), **common)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        if address is None:
            raise UsageError(f"Ray does not start on this machine ({reason})") from error
        hint = f"This machine must be a node of it (ray start --address={address}), with the cluster's token"
        raise UsageError(f"the cluster at {address} cannot be joined ({reason})", hint=hint) from error


def _answering(address: str) -> str:
    """Return an address as Ray wants it once somebody answers there: Ray itself would try for minutes."""
    match = _ADDRESS.fullmatch(address)
    port = int(match["port"] or _PORT) if match else 0
    if match is None or not 0 < port < 65_536:
        raise UsageError(f"{address!r} is no address of a cluster", hint="Give HOST or HOST:PORT")
    host = match["host"]
    try:
        socket.create_connection((host.strip("[]"), port), _ANSWER_SECONDS).close()
    except OSError as error:
        reason = error.strerror or str(error)
        hint = f"Start it there with: ray start --head --port={port}"
        raise UsageError(f"no cluster answers at {host}:{port} ({reason})", hint=hint) from error
    return f"{host}:{port}"


def _room(ray: Any, threads: int) -> int:
    """Return how many workers of so many processors the cluster has room for now, at least one."""
    nodes = [node["Resources"].get("CPU", 0) for node in ray.nodes() if node["Alive"]]
    free = ray.available_resources().get("CPU", 0)
    return max(1, min(sum(int(own) // threads for own in nodes), int(free) // threads, _MOST["workers"]))


def _as_known(cause: Exception) -> TranslateError:
    return cause if isinstance(cause, TranslateError) else ModelError(f"a worker cannot start ({cause!r})")


def _check(node: str, signature: str, versions: dict[str, str], wanted: str) -> None:
    """Refuse a worker whose drafts might not be the driver's."""
    for name, own in software().items():
        if versions.get(name, "") != own:
            theirs = versions.get(name) or "none"
            raise UsageError(
                f"the node {node} has {name} {theirs}, this machine {own or 'none'}",
                hint="Install the same versions on all nodes, or drafts would differ",
            )
    if signature != wanted:
        raise ModelError(
            f"the node {node} drafts with another model: {signature}, not {wanted}",
            hint="Was the model changed during the run? All nodes must also support its compute type",
        )
