"""A unit, a month or a value that is lost is never taken for the figure: found by reading drafts."""

from __future__ import annotations

import pytest

from translate.figures import recognise, unmatched


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("a capacity of 1,800 MW", "потужність 1800 року"),
        ("a 900-hectare farm", "керує 900-фейфта"),
        ("a 250 kW generator", "250 квартал виплат"),
        ("opened in August 2023", "відкритий у 2023 році"),
        ("252 m long", "252 множа"),
        ("9.2 GW of capacity", "9,2 ГВитаю спроможності"),
        ("3.4 million people", "3,4 людини"),
        ("$5 million", "5 мільйонів"),
        ("5%", "5"),
    ],
)
def test_a_figure_that_lost_its_unit_is_missing(source: str, target: str) -> None:
    missing, _ = unmatched(recognise(source, "en"), recognise(target, "uk"))
    assert [figure.text for figure in missing]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Update, 9.15 a.m.: The queue", "Оновлено о 9:15: черга"),
        ("C$2.4bn", "2,4 мільярда канадських доларів"),
        ("22 people", "22 особи"),
        ("less than a seventh of it", "менше ніж одна сьома цього"),
        ("a fifth of the land", "п’ята частина землі"),
        ("a second night", "другої ночі"),
    ],
)
def test_what_is_said_in_another_way_is_there(source: str, target: str) -> None:
    assert unmatched(recognise(source, "en"), recognise(target, "uk")) == ([], [])
