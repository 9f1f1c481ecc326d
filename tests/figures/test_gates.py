"""The cheap tests that keep costly patterns from running must never keep a figure from being found."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.figures import patterns, recognise, ukrainian, ukrainian_hints, ukrainian_times

# What figures are made of, in an order that no author would choose.
_PIECES = re.findall(
    r"\S+",
    """
    5 25 0 007 12 1990 2022 1,5 1.5 3.2.1 03.05.2022 2022-03-28 9:45 5:1 1/2 28/03/2022 2021/22 9/11
    +380 № No # F-16 Су-34 Ту-134М 39C UTC+3 UTC−3 Boeing Боїнг 737 USD5 USD $ € ½ 2½ % км миль
    футів дюймів мінус - – — / : . , ( ) [ ] п’ять п'ята п’яті дві двох двоє тисячі близько
    мільйонів мільярда млн тис. сотня десяток півтора пів половина третина чверть чверті на п’яту
    четверту шостої годин годині ранку ночі вечора о О за до від між і або років року рр. році роки
    90-х 1990-ті 80-ми 60-их травня січні середині березня лютий двадцять перше третього столітті
    ст. cт. XX ХІХ двадцятого дводенний триповерховий п’ятимільйонний стометрівка дев’яностоліття
    одноденна сорокарічний ПІВ ДВАДЦЯТЬ дванадцята одинадцятій нуля нижче морозу градусів відсотків
    відсоткових пунктів пункти мить слово Київ вп’ятеро
    """,
)
_TEXTS = st.lists(
    st.tuples(st.sampled_from(_PIECES), st.sampled_from([" ", " ", " ", "", "-", "\u00a0"])), max_size=12
).map(lambda pieces: "".join(piece + gap for piece, gap in pieces))


@pytest.fixture(scope="module")
def every_hint() -> frozenset[str]:
    return frozenset({"numeral", *ukrainian_hints._STEMS})


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_figures_with_every_gate_open_are_the_same(every_hint: frozenset[str], text: str) -> None:
    found = recognise(text, "uk")
    always = re.compile("")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ukrainian, "hints", lambda _text: every_hint)
        patch.setattr(ukrainian, "DIGIT", always)
        patch.setattr(ukrainian, "_GRAMMAR", replace(ukrainian._GRAMMAR, begins=None))
        patch.setattr(ukrainian_times, "_MAY_BE_DECADE", always)
        for name in ("DIGIT", "_MAY_BE_PHONE", "_MAY_BE_DESIGNATION", "_MAY_BE_ADDRESS"):
            patch.setattr(patterns, name, always)
        assert recognise(text, "uk") == found


@pytest.mark.parametrize("text", ["p. 5", "(PM2.5)", "PM2.5", "24/7"])
def test_figures_with_a_mark_of_their_own_are_found_in_both_languages(text: str) -> None:
    assert [figure.text for figure in recognise(text, "en")] == [
        figure.text for figure in recognise(text, "uk")
    ]
    assert recognise(text, "en")
