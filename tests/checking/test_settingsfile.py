from __future__ import annotations

from pathlib import Path

import pytest

from translate import checks
from translate.checking import rules_of
from translate.errors import UsageError
from translate.settingsfile import NAME, CheckSettings, ProjectSettings, load


def settings(folder: Path, text: str | bytes) -> ProjectSettings:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / NAME).write_bytes(data)
    return load(folder)


def test_settings_without_a_file_change_nothing(tmp_path: Path) -> None:
    assert load(tmp_path).checks == CheckSettings()


def test_settings_are_read(tmp_path: Path) -> None:
    text = """\
[checks]
disable = ["length", "loops"]
enable = ["nbsp"]
severity = { figures = "warning", quotes = "error" }
"""
    found = settings(tmp_path, text)
    assert found.path == tmp_path / NAME
    assert found.checks.disable == ("length", "loops")
    assert found.checks.enable == ("nbsp",)
    assert found.checks.severity == {"figures": "warning", "quotes": "error"}


def test_settings_with_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    assert settings(tmp_path, "\ufeff[checks]\ndisable = ['all']\n").checks.disable == ("all",)


def test_settings_of_the_nearest_folder_count(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    settings(tmp_path, "[checks]\ndisable = ['length']\n")
    assert load(inner).checks.disable == ("length",)
    (tmp_path / "a" / NAME).write_text("")
    assert load(inner).checks.disable == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[check]\n", "`check` is no known setting. Did you mean `checks`?"),
        ("[checks]\ndisabel = []\n", "`checks.disabel` is no known setting. Did you mean `checks.disable`?"),
        ("[checks]\nx = 1\n", "`checks.x` is no known setting. Known: disable, enable, severity"),
        (f"x = {'9' * 5_000}\n", "has a number that is too long. Keep the table [checks] only"),
        ("checks = 1\n", "`checks` is no table. Write it as [checks], its settings on the lines below"),
        ("[checks]\ndisable = ['figurse']\n", "there is no check named 'figurse'. Did you mean 'figures'?"),
        ("[checks]\ndisable = 'figures'\n",
         '`checks.disable` is no list of names. Write it as disable = ["length"]'),
        ("[checks]\nenable = [1]\n", '`checks.enable` is no list of names. Write it as enable = ["length"]'),
        ("[checks]\ndisable = ['terms']\nenable = ['terms']\n",
         "`terms` stands both in checks.disable and in checks.enable. Delete one of the two"),
        ("[checks.severity]\nfigure = 'error'\n",
         "there is no check named 'figure'. Did you mean 'figures'?"),
        ("[checks.severity]\nfigures = 'off'\n",
         "the severity 'off' of `figures` is none. "
         "Known: error, warning, info; checks.disable switches a check off"),
        (b"\xff", "byte 0xff at offset 0 is not UTF-8. Save the file as UTF-8"),
        ("a = " + "[" * 100_000, "is nested too deeply. Keep the table [checks] only"),
    ],
)  # fmt: skip
def test_settings_that_are_wrong_are_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        settings(tmp_path, text)
    assert str(error.value) == f"{tmp_path / NAME}: {message}"


def test_settings_that_are_no_toml_say_where(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        settings(tmp_path, "[checks]\ndisable = [length]\n")
    assert str(error.value).startswith(f"{tmp_path / NAME}:2:12: is no TOML: ")


PROJECT = ProjectSettings(checks=CheckSettings(("length", "loops"), (), {"figures": "info"}))


def test_options_win_over_the_project() -> None:
    rules = rules_of(PROJECT, ["terms"], ["loops"], "info")
    assert rules.disabled == {"length", "terms"}
    assert (rules.severity, rules.lowest) == ({"figures": "info"}, "info")


def test_all_is_every_check() -> None:
    assert rules_of(PROJECT, ["all"], ["terms"]).disabled == set(checks.names()) - {"terms"}
    assert rules_of(PROJECT, enable=["all"]).disabled == frozenset()


def test_a_check_both_disabled_and_enabled_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="'terms' is both disabled and enabled"):
        rules_of(PROJECT, ["terms"], ["terms"])


def test_a_severity_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="--severity is error, warning or info, not 'fatal'"):
        rules_of(PROJECT, severity="fatal")
