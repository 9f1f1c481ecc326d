"""The law of batches: a draft does not depend on what else is drafted with it, nor on threads or memory."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from translate.engine import ArgosEngine, EngineOptions, Hypothesis
from translate.engine.decoder import Decoder, Part
from translate.errors import UsageError

SUBJECTS = ("The mayor", "An old farmer", "Two officers", "The head of ｟Irpin￨Ірпінь｠")
VERBS = ("said", "wrote in a letter", "told reporters on Friday evening")
NEWS = (
    "that the bridge was closed",
    "that nobody had been hurt in the fire",
    "that 17,000 people had left",
    "that the school near the river would open again in spring, although the roof was still broken",
)
TEXTS = [f"{who} {does} {what}." for who in SUBJECTS for does in VERBS for what in NEWS]


def drafts(
    package_of: ArgosEngine,
    options: EngineOptions,
    *groups: Sequence[str],
    hypotheses: int = 4,
    part_tokens: int | None = None,
) -> dict[str, list[Hypothesis]]:
    """Draft each group by a call of its own, with an engine that remembers nothing."""
    engine = ArgosEngine(package_of.package, options)
    return {
        text: best
        for group in groups
        for text, best in zip(
            group, engine.draft(group, hypotheses=hypotheses, part_tokens=part_tokens), strict=True
        )
    }


@pytest.fixture(scope="module")
def together(embedded: ArgosEngine) -> dict[str, list[Hypothesis]]:
    """All texts drafted in one call."""
    return drafts(embedded, EngineOptions(threads=2, draft_cache=0), TEXTS)


SHUFFLED = random.Random(6).sample(TEXTS, len(TEXTS))


@pytest.mark.parametrize(
    ("options", "groups"),
    [
        (EngineOptions(threads=2, draft_cache=0), [SHUFFLED]),
        (EngineOptions(threads=2, draft_cache=0), [TEXTS[:20]]),
        (EngineOptions(threads=2, draft_cache=0), [[text] for text in TEXTS[::3]]),
        (EngineOptions(threads=2, draft_cache=0, batch_tokens=1024), [TEXTS]),
        (EngineOptions(threads=2, draft_cache=0, batch_tokens=1), [TEXTS]),
        (EngineOptions(inter_threads=1, intra_threads=2, draft_cache=0), [TEXTS]),
        (EngineOptions(threads=1, draft_cache=0), [TEXTS]),
        (EngineOptions(threads=2), [TEXTS[::2], TEXTS[::3], TEXTS]),
    ],
    ids=["shuffled", "subset", "alone", "large", "small", "intra", "one thread", "remembered"],
)
def test_draft_is_bit_for_bit_the_same_whatever_is_drafted_with_it(
    embedded: ArgosEngine,
    together: dict[str, list[Hypothesis]],
    options: EngineOptions,
    groups: Sequence[Sequence[str]],
) -> None:
    again = drafts(embedded, options, *groups)
    # Texts, scores, pieces and attention: every field is compared.
    assert [text for text, best in again.items() if best != together[text]] == []


def test_draft_in_floating_point_is_the_same_alone_and_together(embedded: ArgosEngine) -> None:
    options = EngineOptions("float32", threads=2, draft_cache=0)
    some = TEXTS[:12]
    assert drafts(embedded, options, some) == drafts(embedded, options, *([text] for text in some))


def test_draft_that_avoids_words_is_the_same_alone_and_together(embedded: ArgosEngine) -> None:
    words = [[["сказав"], ["мер", "Мер"], []][index % 3] for index in range(12)]
    plain = ArgosEngine(embedded.package, EngineOptions(threads=2, draft_cache=0))
    seen: list[int] = []
    all_at_once = plain.draft(TEXTS[:12], hypotheses=2, avoid=words, progress=seen.append)
    one_by_one = [
        plain.draft([text], hypotheses=2, avoid=[own])[0] for text, own in zip(TEXTS[:12], words, strict=True)
    ]
    assert all_at_once == one_by_one
    assert seen[-1] == 12
    assert not any("мер" in best[0].text.lower().split() for best in all_at_once[1::3])


def test_draft_of_the_same_text_with_other_words_to_avoid_is_another(embedded: ArgosEngine) -> None:
    text = "The mayor said that the town was free."
    free, bound = embedded.draft([text, text], avoid=[[], ["Мер", "мер"]])
    assert free == embedded.draft([text])[0]
    assert "мер" in free[0].text.lower()
    assert "мер" not in bound[0].text.lower().split()


def test_batches_hold_parts_of_one_size_and_the_same_words_to_avoid(embedded: ArgosEngine) -> None:
    decoder = Decoder(embedded.package, EngineOptions(threads=1, batch_tokens=64))
    sizes = [20, 20, 20, 20, 20, 9, 9, 90]
    parts = [Part(f"{index}", size) for index, size in enumerate(sizes)]
    parts += [Part("words", 9, ("a",)), Part("same words", 9, ("a",))]
    asked = decoder._batches(sorted(parts, key=lambda part: (-part.size, part.avoid)))
    assert [[(part.text, part.size) for part in batch] for batch in asked] == [
        [("7", 90)],
        [("0", 20), ("1", 20), ("2", 20)],
        [("3", 20), ("4", 20)],
        [("5", 9), ("6", 9)],
        [("words", 9), ("same words", 9)],
    ]


# Options


def test_n_best_list_is_no_longer_than_the_beam_is_wide(embedded: ArgosEngine) -> None:
    text = "The mayor of the town said that nobody was hurt."
    narrow = ArgosEngine(embedded.package, EngineOptions(beam=2, threads=1))
    [best] = narrow.draft([text], hypotheses=4)
    assert 1 <= len(best) <= 2
    assert len(embedded.draft([text], hypotheses=4)[0]) == 4


def test_signature_names_what_changes_drafts_and_nothing_else(embedded: ArgosEngine) -> None:
    def behind(**options: object) -> str:
        engine = ArgosEngine(embedded.package, EngineOptions(**options))  # type: ignore[arg-type]
        return engine.signature.removeprefix(embedded.signature)

    assert behind(threads=1, batch_tokens=64, draft_cache=0) == ""
    assert behind(compute_type="int8", beam=4) == ""
    assert behind(beam=6) == " beam=6"
    assert behind(beam=1, compute_type="float32") == " beam=1 compute=float32"


def test_compute_type_that_the_processor_lacks_names_those_that_it_has(embedded: ArgosEngine) -> None:
    with pytest.raises(UsageError) as caught:
        ArgosEngine(embedded.package, EngineOptions(compute_type="int4"))
    line = str(caught.value)
    assert line.startswith(
        "the compute type int4 is not supported on this processor. Choose one of float32, "
    )
    assert "int8" in line


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("beam", 0, "beam is 0. Give a number from 1 to 64"),
        ("beam", 65, "beam is 65. Give a number from 1 to 64"),
        ("threads", -1, "threads is -1. Give a number from 1 to 1024"),
        ("batch_tokens", 0, "batch-tokens is 0. Give a number from 1 to 65536"),
    ],
)
def test_option_out_of_its_range_says_which_numbers_there_are(name: str, value: int, line: str) -> None:
    with pytest.raises(UsageError) as caught:
        EngineOptions(**{name: value})  # type: ignore[arg-type]
    assert str(caught.value) == line
