"""What Babel does and newspapers must not see, each with the rule of CLDR (UTS #35, LDML) behind it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import NumberFormatError, format_compact_decimal, format_decimal, parse_decimal

from translate.figures import recognise, render
from translate.figures.render_uk import number, plural

NBSP, NNBSP = "\u00a0", "\u202f"


@pytest.mark.parametrize("space", [" ", NBSP, NNBSP, "\u2009"])
def test_any_space_groups_digits_as_lenient_parsing_asks(space: str) -> None:
    """UTS #35 part 3, "Parsing Numbers": an ordinary space is as good as U+00A0 or U+202F."""
    (figure,) = recognise(f"17{space}000 осіб", "uk")
    assert figure.values == (Decimal(17000),)
    (figure,) = recognise(f"17{space}000 soldats", "fr")
    assert figure.values == (Decimal(17000),)


def test_babel_does_not_read_a_thin_space_that_we_read() -> None:
    with pytest.raises(NumberFormatError):
        parse_decimal("17\u2009000", locale="uk", strict=True)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (1, "мільярд"),
        (2, "мільярди"),
        (5, "мільярдів"),
        (21, "мільярд"),
        (432, "мільярди"),
        (611, "мільярдів"),
    ],
)
def test_scale_word_is_chosen_by_the_shown_number(value: int, word: str) -> None:
    """plurals.xml, uk: few is v = 0 and i % 10 = 2..4 and i % 100 != 12..14, with i of the compact number."""
    (figure,) = recognise(f"{value} billion people", "en")
    assert render(figure, "uk") == f"{value}{NBSP}{word}"


def test_babel_chooses_the_scale_word_by_the_whole_number_and_we_do_not() -> None:
    """Babel takes the plural of 432 000 000 000 (many) for the pattern of the compact form."""
    babel = format_compact_decimal(432 * 10**9, locale="uk", format_type="long")
    assert babel != f"432{NBSP}мільярди"
    assert plural(Decimal(432), ("мільярд", "мільярди", "мільярдів", "мільярда")) == "мільярди"


@pytest.mark.parametrize(
    ("value", "text"),
    [("999", "999"), ("1000", "1000"), ("9999", "9999"), ("10000", f"10{NBSP}000"), ("-5000.50", "−5000,50")],
)
def test_four_digits_are_not_grouped(value: str, text: str) -> None:
    """numbers of uk.xml: minimumGroupingDigits is 2, so a group needs two digits before it."""
    assert number(Decimal(value)) == text


def test_babel_ignores_minimum_grouping_digits() -> None:
    assert format_decimal(5000, locale="uk") == f"5{NBSP}000"


def test_final_zero_is_kept_though_the_pattern_drops_it() -> None:
    """The pattern #,##0.### of uk.xml writes 1.50 as 1,5; a price keeps its zero (operand v)."""
    assert format_decimal(Decimal("1.50"), locale="uk") == "1,5"
    assert number(Decimal("1.50")) == "1,50"


@pytest.mark.parametrize(("text", "form"), [("1 mile", "миля"), ("1.0 miles", "милі"), ("1.5 miles", "милі")])
def test_visible_decimals_decide_the_plural(text: str, form: str) -> None:
    """plurals.xml, uk: one asks for v = 0; 1.0 has v = 1 and is other."""
    assert render(recognise(text, "en")[0], "uk").split(NBSP)[1] == form
