"""Proposals: merged, written, read, edited by people, accepted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.errors import GlossaryError, UsageError
from translate.glossary import (
    Correction,
    Proposals,
    Term,
    apply,
    decide,
    merge,
    open_sheet,
    place,
    proposed_path,
    read_proposals,
    remaining,
    write_proposals,
)
from translate.languages import get

UK = get("uk")


def _correction(
    unit: str,
    form: str = "Гостомелі",
    lemma: str = "Гостомель",
    *,
    source: str = "Hostomel",
    draft: str = "Гостомелу",
    kind: str = "place",
    article: str = "a.txt",
    sure: bool = True,
) -> Correction:
    return Correction(source, draft, form, lemma, kind, "", article, unit, sure)


def _merged(
    *corrections: Correction, into: Proposals | None = None, terms: tuple[Term, ...] = ()
) -> Proposals:
    return merge(into or Proposals(), corrections, language=UK, terms=terms)


def _told(proposals: Proposals) -> list[tuple[str, str, int, str]]:
    return [(row.source, row.target, row.count, row.conflict) for row in proposals.rows]


def test_proposals_lie_beside_the_glossary() -> None:
    assert proposed_path(Path("glossaries/en-uk.tsv")) == Path("glossaries/en-uk.proposed.tsv")


def test_file_of_proposals_is_a_table_to_read(tmp_path: Path) -> None:
    path = tmp_path / "en-uk.proposed.tsv"
    proposals = _merged(
        _correction("1", "Удода", "Удод", source="Udod", draft="Удота", kind="person"),
        _correction("2"),
        _correction("5", "Гостомеля", draft="Гостомела"),
        _correction("7", "Макалені", "Макален", source="McAllen", draft="Мак-Аллені", sure=False),
        terms=(Term("Udod", "Удот", origin="glossaries/en-uk.tsv:12"),),
    )
    write_proposals(path, proposals)
    assert path.read_text("utf-8").splitlines()[2:] == [
        "#source\ttarget\tnote\tkind\tgender\tcount\tseen\tdraft\treview\tconflict",
        "Hostomel\tГостомель\t\tplace\t\t2\ta.txt#2|a.txt#5\tГостомелу|Гостомела\tГостомелі|Гостомеля",
        "McAllen\tМакален\tdictionary form not sure\tplace\t\t1\ta.txt#7\tМак-Аллені\tМакалені",
        "Udod\tУдод\t\tperson\t\t1\ta.txt#1\tУдота\tУдода\tglossary: Удот (en-uk.tsv:12)",
    ]
    assert read_proposals(path) == proposals


def test_learning_twice_changes_nothing() -> None:
    learnt = (_correction("1"), _correction("2", "Гостомель"))
    once = _merged(*learnt)
    assert _merged(*learnt, into=once) == once
    assert _told(once) == [("Hostomel", "Гостомель", 2, "")]


def test_another_form_of_the_target_joins_its_row() -> None:
    once = _merged(_correction("1"))
    both = _merged(_correction("2", "Гостомелем", "Гостомелем", sure=False), into=once)
    assert _told(both) == [("Hostomel", "Гостомель", 2, "")]


def test_guess_from_one_form_is_replaced_when_it_is_known_better() -> None:
    once = _merged(_correction("1", "Лумбі", "Лумб", source="Lumbee", sure=False))
    assert [(row.target, row.note) for row in once.rows] == [("Лумб", "dictionary form not sure")]
    known = _merged(_correction("2", "Лумбою", "Лумба", source="Lumbee"), into=once)
    assert [(row.target, row.note, row.count) for row in known.rows] == [("Лумба", "", 2)]


def test_two_corrections_of_one_source_are_two_rows_that_name_each_other() -> None:
    rows = _merged(
        _correction("1"),
        _correction("2"),
        _correction("3", "Гостинному", "Гостинне"),
        _correction("4", "Бучі", "Буча", source="Bucha"),
    )
    assert _told(rows) == [
        ("Hostomel", "Гостомель", 2, "proposed: Гостинне"),
        ("Bucha", "Буча", 1, ""),
        ("Hostomel", "Гостинне", 1, "proposed: Гостомель"),
    ]


def test_place_moves_when_a_later_review_corrects_otherwise() -> None:
    once = _merged(_correction("1"), _correction("2"))
    later = _merged(_correction("2", "Гостинному", "Гостинне"), into=once)
    assert [(row.target, row.seen) for row in later.rows] == [
        ("Гостинне", ("a.txt#2",)),
        ("Гостомель", ("a.txt#1",)),
    ]
    last = _merged(_correction("1", "Гостинному", "Гостинне"), into=later)
    assert [(row.target, row.seen) for row in last.rows] == [("Гостинне", ("a.txt#2", "a.txt#1"))]


def test_target_that_a_person_has_changed_stays() -> None:
    once = _merged(_correction("1", "Макалені", "Макалена", source="McAllen", sure=False))
    edited = replace(once, rows=(replace(once.rows[0], target="Мак-Аллен", note="city in Texas"),))
    again = _merged(_correction("1", "Макалені", "Макалена", source="McAllen", sure=False), into=edited)
    assert again == edited


def test_row_behind_a_hash_is_refused_for_good(tmp_path: Path) -> None:
    path = tmp_path / "p.tsv"
    write_proposals(path, _merged(_correction("1")))
    path.write_text(path.read_text("utf-8").replace("\nHostomel", "\n# the desk said no\n#Hostomel"), "utf-8")
    refused = _merged(_correction("1"), _correction("9", "Гостомелем"), into=read_proposals(path))
    assert refused.rows == ()
    write_proposals(path, refused)
    assert [line.split("\t")[0] for line in path.read_text("utf-8").splitlines()[3:]] == [
        "# the desk said no",
        "#Hostomel",
    ]


def test_row_that_the_glossary_says_is_dropped() -> None:
    once = _merged(_correction("1"), _correction("2", "Удода", "Удод", source="Udod", kind="person"))
    left = _merged(into=once, terms=(Term("hostomel", "Гостомель"),))
    assert [row.source for row in left.rows] == ["Udod"]


def test_place_is_fit_for_a_cell_whatever_the_name_of_the_article() -> None:
    assert place("news/a|b\t\u202e%.txt", "3-1") == "news/a%7Cb%09%E2%80%AE%25.txt#3-1"
    assert [place(f"{sign}x", "1")[:3] for sign in "=+-@"] == ["%3D", "%2B", "%2D", "%40"]


def test_broken_row_is_named_with_its_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "p.tsv"
    path.write_text("#source\ttarget\nHostomel\tГостомель\t\tcity\n", "utf-8")
    with pytest.raises(GlossaryError) as caught:
        read_proposals(path)
    assert str(caught.value).startswith(f"{path}:2:4: column 4 (kind) `city` is none of person")
    path.write_bytes("Hostomel\tГосто\u200bмель\n".encode())
    with pytest.raises(GlossaryError, match="zero width space"):
        read_proposals(path)
    path.write_bytes(b"Hostomel\t\xff\n")
    with pytest.raises(GlossaryError, match="is not UTF-8"):
        read_proposals(path)


def test_row_repeated_by_hand_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "p.tsv"
    path.write_text("Bucha\tБуча\t\t\t\t\ta#1\nBucha\tБуча\t\t\t\t\ta#2|a#1\nOsh\tОш\n", "utf-8")
    assert [(row.source, row.count) for row in read_proposals(path).rows] == [("Bucha", 2), ("Osh", 0)]
    assert [row.source for row in _merged(into=read_proposals(path)).rows] == ["Bucha", "Osh"]


GLOSSARY = "# ours\nKyiv\tКиїв\t\tplace\tmasc\nUdod\tУдот\t\tperson\tmasc\n"


def _sheet(tmp_path: Path) -> Path:
    path = tmp_path / "en-uk.tsv"
    path.write_text(GLOSSARY, "utf-8")
    return path


def _waiting(path: Path) -> Proposals:
    return _merged(
        _correction("1"),
        _correction("2", "Удода", "Удод", source="Udod", kind="person"),
        _correction("3", "Макалені", "Макален", source="McAllen", sure=False),
        _correction("4", "Бучі", "Буча", source="Bucha"),
        _correction("5", "Бучачі", "Бучач", source="Bucha"),
        terms=open_terms(path),
    )


def open_terms(path: Path) -> tuple[Term, ...]:
    return tuple(replace(term, origin=f"{path}:{line}") for line, term in open_sheet(path).rows)


def test_deciding_on_all_takes_what_is_sure_and_contradicts_nothing(tmp_path: Path) -> None:
    path = _sheet(tmp_path)
    waiting = _waiting(path)
    decisions = decide(waiting, open_sheet(path), proposed_path(path))
    assert {(one.row.source, one.row.target): one.refused for one in decisions} == {
        ("Hostomel", "Гостомель"): "",
        ("Udod", "Удод"): "glossary: Удот (en-uk.tsv:3); change it with --replace",
        ("McAllen", "Макален"): "the dictionary form is not sure; name the source, or give a --target",
        ("Bucha", "Буча"): "proposed: Бучач; choose with --target",
        ("Bucha", "Бучач"): "proposed: Буча; choose with --target",
    }
    changes = [one.change for one in decisions if one.change]
    assert apply(open_sheet(path), changes).decode() == GLOSSARY.replace(
        "Udod", "Hostomel\tГостомель\t\tplace\nUdod"
    )
    assert [row.source for row in remaining(waiting, decisions).rows] == ["Bucha", "Bucha", "McAllen", "Udod"]


def test_deciding_with_a_target_overrules_and_drops_the_other_proposals(tmp_path: Path) -> None:
    path = _sheet(tmp_path)
    waiting = _waiting(path)
    decisions = decide(waiting, open_sheet(path), path, ["bucha"], target="Буча")
    assert [(one.row.target, one.dropped, one.refused) for one in decisions] == [
        ("Буча", False, ""),
        ("Бучач", True, ""),
    ]
    (own,) = decide(waiting, open_sheet(path), path, ["Udod"], target="Удод Сергій")
    assert own.change is not None
    assert (own.change.action, own.change.after.target, own.change.line) == ("conflict", "Удод Сергій", 3)
    (named,) = decide(waiting, open_sheet(path), path, ["McAllen"])
    assert named.change is not None
    assert named.change.after == Term("McAllen", "Макален", "", "place")


def test_deciding_on_nothing_known_names_the_nearest(tmp_path: Path) -> None:
    path = _sheet(tmp_path)
    with pytest.raises(GlossaryError, match=r"proposes nothing for `Hostomil`\. Did you mean `Hostomel`\?"):
        decide(_waiting(path), open_sheet(path), proposed_path(path), ["Hostomil"])
    with pytest.raises(UsageError, match="--target is for one SOURCE"):
        decide(_waiting(path), open_sheet(path), path, ["Bucha", "Udod"], target="Буча")


NAMES = {
    "Hostomel": [("Гостомелі", "Гостомель"), ("Гостомеля", "Гостомель"), ("Гостинному", "Гостинне")],
    "Udod": [("Удода", "Удод"), ("Удод", "Удод"), ("Удота", "Удот")],
}
CORRECTIONS = st.lists(
    st.builds(
        lambda source, index, unit, sure: _correction(
            str(unit), *NAMES[source][index], source=source, kind="other", sure=sure
        ),
        st.sampled_from(sorted(NAMES)),
        st.integers(0, 2),
        st.integers(1, 4),
        st.booleans(),
    ),
    max_size=8,
)


@given(CORRECTIONS, CORRECTIONS)
@settings(max_examples=80, deadline=None)
def test_merging_the_same_corrections_again_changes_nothing(
    first: list[Correction], second: list[Correction]
) -> None:
    both = _merged(*second, into=_merged(*first))
    assert _merged(*second, into=both) == both
    assert [row.count for row in both.rows] == sorted((row.count for row in both.rows), reverse=True)
    assert all(row.count for row in both.rows)


@given(CORRECTIONS)
@settings(max_examples=30, deadline=None)
def test_file_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, learnt: list[Correction]
) -> None:
    path = tmp_path_factory.mktemp("p") / "p.tsv"
    proposals = _merged(*learnt)
    write_proposals(path, proposals)
    assert read_proposals(path) == proposals
