"""The engine on both generations of packages, on the embedded model, and on models that misbehave."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine import tiny
from translate.engine import ArgosEngine, EngineOptions, engine_for, read_package, threads
from translate.errors import ModelError

SHARED = Path(__file__).parents[3] / "shared" / "argos-packages"

LONG = (
    "The prosecutor general's office said that more than one hundred schools had been damaged since the "
    "start of the invasion; the figure was likely to rise, because rescuers had not yet reached the villages "
    "north of the capital, where the fighting was heaviest, and the roads were still mined — a problem that "
    "officials in ｟Kyiv￨Київ｠ expected to last for years after the war had ended."
)


def engine(folder: Path) -> ArgosEngine:
    return ArgosEngine(read_package(folder), EngineOptions(threads=1))


def texts(engine: ArgosEngine, *sources: str) -> list[str]:
    return [best[0].text for best in engine.draft(sources)]


# Both generations


def test_draft_with_text_vocabulary_and_without_config_runs(sentencepiece_folder: Path) -> None:
    assert not (sentencepiece_folder / "model" / "config.json").exists()
    assert texts(engine(sentencepiece_folder), "The mayor.", "Two!") == ["місто", "місто"]


def test_draft_with_bpe_and_moses_tokens_runs(bpe_folder: Path) -> None:
    assert texts(engine(bpe_folder), "Це місто.", "Мер & ко") == ["city", "city"]


@pytest.mark.parametrize(
    ("name", "source", "answer", "expected"),
    [("en_uk", "The mayor left.", "▁the", "the"), ("translate-uk_en-1_9", "Мер пішов.", "the", "the")],
)
def test_draft_over_the_vocabularies_of_argos_packages_runs(
    tmp_path: Path, name: str, source: str, answer: str, expected: str
) -> None:
    package = SHARED / name
    if not package.is_dir():
        pytest.skip("no folder ../shared/argos-packages beside this checkout")
    folder = tiny.borrow(package, tmp_path / name, {answer: 4.0, **tiny.ENDS})
    drafted = engine(folder).draft([source], hypotheses=2)[0]
    assert [h.text for h in drafted] == [expected, f"{expected} {expected}"]
    assert [source[a:b] for a, b in drafted[0].source_pieces][-1] == "."


def test_draft_when_a_target_prefix_is_declared_forces_it_and_takes_it_off(tmp_path: Path) -> None:
    folder = tiny.sentencepiece_package(
        tmp_path / "a", {"▁місто": 4.0, **tiny.ENDS}, metadata={"target_prefix": "｟"}
    )
    best = engine(folder).draft(["The mayor.", "The mayor of the city."])
    assert [b[0].text for b in best] == ["місто", "місто"]
    assert [len(b[0].attention) for b in best] == [1, 1]


def test_draft_when_the_model_writes_unknown_gives_the_source_piece(tmp_path: Path) -> None:
    folder = tiny.bpe_package(tmp_path / "b", {"<unk>": 4.0, **tiny.ENDS})
    assert texts(engine(folder), "М")[0] == "М"


# The embedded model


def test_draft_with_an_annotation_writes_the_target_inflected(embedded: ArgosEngine) -> None:
    source = "The mayor of ｟Irpin￨Ірпінь｠ said on Tuesday that the town was shelled."
    best = embedded.draft([source])[0][0]
    assert best.text.startswith("Мер Ірпеня ")
    start, end = source.index("｟"), source.index("｠") + 1
    looking = "".join(best.text[a:b] for a, b, share in best.focus(start, end) if share > 0.3)
    assert looking == "Ірпеня"


def test_draft_ranges_when_the_text_was_normalised_are_those_of_the_callers_text(
    embedded: ArgosEngine,
) -> None:
    source = "He said:  “the mayor…”"
    best = embedded.draft([source])[0][0]
    assert [source[a:b] for a, b in best.source_pieces] == [
        "He",
        "said",
        ":",
        "“",
        "the",
        "may",
        "or",
        "…",
        "”",
    ]


@pytest.mark.parametrize("text", ["", "   ", " 17,000 ", "— … !", "😀 ☃", "2014–2022"])
def test_draft_when_there_are_no_letters_gives_the_text_back_untouched(
    embedded: ArgosEngine, text: str
) -> None:
    [hypotheses] = embedded.draft([text], hypotheses=4)
    assert [(h.text, h.score, h.source_pieces) for h in hypotheses] == [(text, 0.0, ())]


def test_draft_of_underscores_and_emoji_keeps_them(embedded: ArgosEngine) -> None:
    assert "user_name_1@example.com" in texts(embedded, "Write to user_name_1@example.com today.")[0]


def test_draft_of_many_gives_each_text_what_it_gets_alone(embedded: ArgosEngine) -> None:
    sources = [
        "He left.",
        "The president met his partners in the capital on Monday.",
        "Two people were hurt today.",
        "Two people were hurt today.",
        "A school near the border was hit at night, the governor said.",
        "Children went home after that.",
    ]
    together = embedded.draft(sources, hypotheses=3)
    for source, best in zip(sources, together, strict=True):
        [alone] = embedded.draft([source], hypotheses=3)
        assert [h.text for h in best] == [h.text for h in alone]
        assert best[0].score == pytest.approx(alone[0].score, abs=0.01)
        # The first row is the one that CTranslate2 mixes up in a batch.
        for row, expected in zip(best[0].attention, alone[0].attention, strict=True):
            assert row == pytest.approx(expected, abs=0.02)


def test_draft_hypotheses_are_distinct_sorted_and_no_more_than_asked(embedded: ArgosEngine) -> None:
    for count in (1, 4, 6):
        [best] = embedded.draft(["The mayor of the town said that nobody was hurt."], hypotheses=count)
        assert 1 <= len(best) <= count
        assert len({h.text for h in best}) == len(best)
        assert [h.score for h in best] == sorted((h.score for h in best), reverse=True)
        assert all(-10 < h.score < 0 for h in best)


def test_draft_when_too_long_is_split_and_nothing_is_cut_off(embedded: ArgosEngine) -> None:
    [best] = embedded.draft([LONG], hypotheses=2)
    whole = best[0]
    assert "; " in whole.text
    assert " — " in whole.text
    assert "Києві" in whole.text
    assert "війни" in whole.text  # the last words of the source
    assert len(whole.attention) == len(whole.target_pieces)
    assert {len(row) for row in whole.attention} == {len(whole.source_pieces)}
    assert LONG[slice(*whole.source_pieces[-1])] == "."
    start = LONG.index("｟")
    names = "".join(whole.text[a:b] for a, b, share in whole.focus(start, start + 11) if share > 0.5)
    assert names.startswith("Киє")
    assert names in "Києві"


def test_draft_when_a_text_is_very_long_gives_one_hypothesis_without_alignment(
    sentencepiece_folder: Path,
) -> None:
    [best] = engine(sentencepiece_folder).draft(["The mayor spoke. " * 300], hypotheses=4)
    assert len(best) == 1
    assert best[0].attention == ()
    assert set(best[0].text.split()) == {"місто"}


def test_draft_reports_progress_up_to_the_number_of_texts(embedded: ArgosEngine) -> None:
    seen: list[int] = []
    embedded.draft(["He left.", "17", "He left.", "She stayed.", LONG], progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 5
    assert len(seen) >= 3


def test_draft_of_nothing_is_nothing(embedded: ArgosEngine) -> None:
    seen: list[int] = []
    assert embedded.draft([], progress=seen.append) == []
    assert seen == []


# Models that misbehave


def test_draft_when_the_model_never_ends_gives_the_input_and_says_so(tmp_path: Path) -> None:
    folder = tiny.sentencepiece_package(tmp_path / "a", {"▁місто": 9.0, **tiny.NEVER_ENDS})
    source = "The mayor of the city spoke on Tuesday; officials left."
    [best] = engine(folder).draft([source], hypotheses=3)
    assert [(h.text, h.complete) for h in best] == [(source, False)]


def test_engine_when_the_model_is_garbage_says_so_in_one_line(tmp_path: Path) -> None:
    folder = tiny.bpe_package(tmp_path / "b")
    weights = folder / "model" / "model.bin"
    weights.write_bytes(weights.read_bytes()[:200])
    with pytest.raises(ModelError, match="the model cannot be loaded") as caught:
        engine(folder)
    assert "\n" not in str(caught.value)
    assert "translate models verify" in str(caught.value)


def test_signature_names_pair_version_and_checksum(embedded: ArgosEngine) -> None:
    name, pair, version, checksum = embedded.signature.split(" ")
    assert (name, pair, version) == ("argos", "en_uk", "0.1")
    assert checksum == f"sha256:{embedded.package.sha256}"


@pytest.mark.parametrize(
    ("inter", "intra", "processors", "expected"),
    [
        (None, None, 2, (2, 1)),
        (None, None, 1, (1, 1)),
        (None, None, 64, (16, 4)),
        (1, None, 8, (1, 8)),
        (None, 2, 8, (4, 2)),
        (3, 5, 2, (3, 5)),
    ],
)
def test_threads_use_one_for_each_batch_up_to_sixteen(
    monkeypatch: pytest.MonkeyPatch,
    inter: int | None,
    intra: int | None,
    processors: int,
    expected: tuple[int, int],
) -> None:
    monkeypatch.setattr("translate.engine.options.usable_processors", lambda: processors)
    assert threads(inter, intra) == expected


def test_importing_the_engine_loads_no_model_library_and_makes_no_folders(tmp_path: Path) -> None:
    code = (
        "import sys; from translate import engine; engine.installed(); "
        "print([m for m in ('ctranslate2', 'sentencepiece', 'argostranslate', 'torch') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []


def test_words_to_avoid_do_not_stand_in_the_draft() -> None:
    drafter = engine_for("en", "uk", None)
    text = "The mayor said that the town was free."
    (plain,), (other,) = drafter.draft([text]), drafter.draft([text], avoid=[["місто", "міста", "сказав"]])
    words = set(plain[0].text.rstrip(".").split())
    chosen = sorted(word for word in words if word.isalpha())[:1]
    ((without, *_),) = drafter.draft([text], avoid=[chosen])
    assert chosen
    assert chosen[0] not in without.text.rstrip(".").split()
    assert other[0].complete
