"""`__all__` is what is public: every package says so, and says the truth."""

from __future__ import annotations

import importlib
import pkgutil
import types

import pytest

import translate

PACKAGES = [
    "translate",
    *(f"translate.{module.name}" for module in pkgutil.iter_modules(translate.__path__) if module.ispkg),
]


@pytest.mark.parametrize("name", PACKAGES)
def test_exported_members_are_the_public_names(name: str) -> None:
    package = importlib.import_module(name)
    public = {member for member, value in vars(package).items() if _is_own(member, value)}
    assert public - set(package.__all__) == set()
    assert [member for member in package.__all__ if not hasattr(package, member)] == []


@pytest.mark.parametrize("name", PACKAGES)
def test_exported_members_are_named_once(name: str) -> None:
    exported = importlib.import_module(name).__all__
    assert len(set(exported)) == len(exported)


def test_the_library_is_a_dozen_names_at_most_and_each_is_there() -> None:
    assert len(translate.__all__) <= 12
    assert "run" in translate.__all__
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        getattr(translate, "nonsense")  # noqa: B009 - to be looked up now


def _is_own(member: str, value: object) -> bool:
    """Tell a name of this program from modules and from what comes out of other libraries."""
    origin = str(getattr(value, "__module__", "translate"))
    return (
        not member.startswith("_")
        and not isinstance(value, (types.ModuleType, bool))
        and "translate" in origin
    )
