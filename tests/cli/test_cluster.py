"""`translate run --ray [ADDRESS]`: what counts as an address; the cluster itself is tested in tests/batch."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cli.commands import call
from translate.cli.app import _with_address

pytestmark = pytest.mark.usefixtures("news")


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("run news --to uk --ray", "local"),
        ("run --ray news --to uk", "local"),
        ("run news --ray --to uk", "local"),
        ("run news --to uk --ray head:6379", "head:6379"),
        ("run news --to uk --ray=head:6379", "head:6379"),
        ("run news --ray=local --to uk", "local"),
    ],
)
def test_an_address_may_be_left_out(words: str, address: str) -> None:
    filled = _with_address(words.split())
    joined = " ".join(filled).replace("--ray ", "--ray=")
    assert f"--ray={address}" in joined.split()
    assert [word for word in filled if not word.startswith(("--ray", "head"))] == [
        word for word in words.split() if not word.startswith(("--ray", "head"))
    ]


@pytest.mark.skipif(find_spec("ray") is not None, reason="Ray is installed")
def test_without_ray_it_is_said_how_to_get_it() -> None:
    line = call("run", "news", "--to", "uk", "--ray").said(2)
    assert (
        line == "--ray needs Ray, which is not installed. Install it: pip install 'translate-desk[cluster]'"
    )
    assert not Path("out").exists()


def test_workers_without_a_cluster_are_wrong_usage() -> None:
    line = call("run", "news", "--to", "uk", "--workers", "2").said(2)
    assert line == "--workers are those of a cluster. Add --ray, or use --threads"
