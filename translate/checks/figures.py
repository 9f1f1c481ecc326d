"""Does every figure of the source stand in the target with the same value?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from translate.checks.comparison import compared
from translate.checks.model import Draft, Fault
from translate.checks.registry import register
from translate.figures import Figure, is_money

_UNITS = {"percentage-point": "percentage point", "temperature-generic": "degree"}


@register("figures", "error")
def figures(draft: Draft) -> Iterator[Fault]:
    """The figures of source and target differ in value, unit or number of occurrences.

    A value that grew or shrank ten times, a hundred times and so on, and a value that kept its number and
    changed its unit or currency, are named together with what they became. Figures inside a glossary term are
    the matter of the check of terms, dates that of the check of dates.
    """
    missing, extra = compared(draft)
    if not missing and not extra:
        return
    missing = [figure for figure in missing if figure.kind != "date"]
    extra = [figure for figure in extra if figure.kind != "date"]
    for figure in missing:
        changed = next(((other, what) for other in extra if (what := _change(figure, other))), None)
        if changed is None:
            yield Fault(f"figure missing: {_named(figure)}", source=(figure.start, figure.end))
            continue
        other, what = changed
        extra.remove(other)
        yield Fault(
            f"{what}: {_named(figure)} became {_named(other)}",
            source=(figure.start, figure.end),
            target=(other.start, other.end),
        )
    for figure in extra:
        yield Fault(f"figure not in the source: {_named(figure)}", target=(figure.start, figure.end))


# Characters of a figure that a message shows.
_LONGEST = 40
_COUNTED = ("number", "money", "percent", "measure", "range")


def _change(source: Figure, target: Figure) -> str:
    """Say what became of a figure where one thing did: its magnitude, its unit or its currency; else ""."""
    if source.kind not in _COUNTED or target.kind not in _COUNTED:
        return ""
    if len(source.values) != len(target.values):
        return ""
    if source.values == target.values:
        return _change_of_unit(source, target) if source.unit != target.unit else ""
    factors = {_power(a, b) for a, b in zip(source.values, target.values, strict=True)}
    if source.unit != target.unit or len(factors) > 1 or (factor := factors.pop()) is None:
        return ""
    if factor < 1:
        return f"figure {1 / factor:,f} times too small"
    return f"figure {factor:,f} times too large"


def _change_of_unit(source: Figure, target: Figure) -> str:
    what = "currency" if is_money(source.unit or target.unit) else "unit"
    if not target.unit:
        return f"{what} missing"
    return f"{what} changed" if source.unit else f"{what} not in the source"


def _power(source: Decimal, target: Decimal) -> Decimal | None:
    """Return the power of ten by which a value was multiplied, None when it was by something else."""
    if not source or not target:
        return None
    exponent = target.adjusted() - source.adjusted()
    factor = Decimal(1).scaleb(exponent)
    return factor if exponent and source * factor == target else None


def _named(figure: Figure) -> str:
    # The value of a third is an endless decimal and helps nobody; a designation has none.
    text = _shortened(figure.text)
    return f"“{text}”" if figure.kind in ("fraction", "designation") else f"{_value(figure)} (“{text}”)"


def _value(figure: Figure) -> str:
    values = [f"{number.normalize():f}" for number in figure.values]
    value = ":".join(number.zfill(2) for number in values) if figure.kind == "time" else "–".join(values)
    return f"{value}{_unit(figure)}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}… ({len(text):,} characters)"


def _unit(figure: Figure) -> str:
    if figure.kind == "percent":
        return "%"
    # A CLDR unit identifier is a category and a name: length-mile. A currency code has no category.
    unit = _UNITS.get(figure.unit) or figure.unit.partition("-")[2] or figure.unit
    return f" {unit}" if unit else ""
