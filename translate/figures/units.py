"""Units of measure: how English and Ukrainian write them, and how Ukrainian declines them.

Identifiers are those of CLDR. The four Ukrainian forms answer to the CLDR
plural categories one, few, many and other (the last, for decimals, is the genitive singular). Babel carries
the same forms for most units, but nothing for miles, yards and acres, and `метрична тонна` where a newspaper
writes `тонна`; a test compares the rest with CLDR.
"""

from __future__ import annotations

from dataclasses import dataclass

PERCENT = "concentr-percent"
PERCENT_POINT = "percentage-point"
FOOT_AND_INCH = "length-foot-and-inch"
"""A height of two values: CLDR's mixed unit `foot-and-inch`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: regular expressions that find its name, and its Ukrainian rendering.

    `english` and `ukrainian` match words in any letter case; `symbols` are matched as they stand, in either
    language. `forms` are (one, few, many, other); `adjective` is the stem of `60-метровий`.
    """

    id: str
    english: str
    ukrainian: str
    forms: tuple[str, str, str, str]
    symbols: str = ""
    short: str = ""
    adjective: str = ""


def _row(
    id: str, english: str, ukrainian: str, forms: str, symbols: str = "", short: str = "", adjective: str = ""
) -> Unit:
    one, few, many, other = forms.split("|")
    return Unit(id, english, ukrainian, (one, few, many, other), symbols, short, adjective)


_PER_HOUR = r"(?:\s?(?:per|an)\s|/)(?:hour|hr)"
_ZA_HOD = r"\s(?:на|за|в|у)\sгодину"
_ZA_SEC = r"\s(?:на|за|в|у)\sсекунду"
_PER_SECOND = r"\s?(?:per|a)\ssecond"
_SQUARE = r"(?:square|sq\.?)[\s-]"
_KV = r"(?:квадратн\w+|кв\.?)\s"
_MYLIA = r"мил(?:ь|я|і|ю|ею|ям|ями|ях)"
_ROW = "миля|милі|миль|милі"

# Longer names come before the names they contain.
UNITS: tuple[Unit, ...] = (
    _row(
        PERCENT_POINT,
        r"(?:of\sa\s)?percentage[\s-]points?|per\s?cent\spoints?",
        r"(?:відсотков|процентн)\w+\sпункт\w*|[вп]\.\s?п\.",
        "відсотковий пункт|відсоткові пункти|відсоткових пунктів|відсоткового пункту",
        short="в. п.",
    ),
    _row(
        "speed-kilometer-per-hour",
        rf"(?:kilomet(?:re|er)s?|km){_PER_HOUR}|km/hr?|kph|kmh",
        rf"(?:кілометр\w*|км){_ZA_HOD}|км/год\.?",
        "кілометр|кілометри|кілометрів|кілометра",
        short="км/год",
    ),
    _row(
        "speed-kilometer-per-second",
        rf"(?:kilomet(?:re|er)s?|km){_PER_SECOND}|km/s",
        rf"(?:кілометр\w*|км){_ZA_SEC}|км/с",
        "кілометр|кілометри|кілометрів|кілометра",
        short="км/с",
    ),
    _row(
        "speed-mile-per-hour",
        rf"(?:miles?|mi){_PER_HOUR}|mph",
        rf"{_MYLIA}{_ZA_HOD}|миль/год\.?",
        _ROW,
        short="миль/год",
    ),
    _row(
        "speed-mile-per-second",
        rf"miles?{_PER_SECOND}",
        rf"{_MYLIA}{_ZA_SEC}|миль/с",
        _ROW,
        short="миль/с",
    ),
    _row(
        "speed-meter-per-second",
        rf"(?:met(?:re|er)s?|m){_PER_SECOND}|m/s",
        rf"(?:метр\w*|м){_ZA_SEC}|м/с",
        "метр|метри|метрів|метра",
        short="м/с",
    ),
    _row("speed-knot", r"knots?", r"вуз(?:ол|л\w+)", "вузол|вузли|вузлів|вузла", short="вуз."),
    _row(
        "area-square-kilometer",
        rf"{_SQUARE}(?:kilomet(?:re|er)s?|km)|km²|km2",
        rf"{_KV}(?:кілометр\w*|км)|км²|км2",
        "квадратний кілометр|квадратні кілометри|квадратних кілометрів|квадратного кілометра",
        short="кв. км",
    ),
    _row(
        "area-square-mile",
        rf"{_SQUARE}(?:miles?|mi)",
        rf"{_KV}{_MYLIA}",
        "квадратна миля|квадратні милі|квадратних миль|квадратної милі",
        short="кв. миль",
    ),
    _row(
        "area-square-meter",
        rf"{_SQUARE}(?:met(?:re|er)s?|m)|m²|m2",
        rf"{_KV}(?:метр\w*|м)|м²|м2",
        "квадратний метр|квадратні метри|квадратних метрів|квадратного метра",
        short="кв. м",
    ),
    _row(
        "area-square-foot",
        rf"{_SQUARE}(?:foot|feet|ft)",
        rf"{_KV}фут\w*",
        "квадратний фут|квадратні фути|квадратних футів|квадратного фута",
        short="кв. футів",
    ),
    _row(
        "area-square-millimeter",
        rf"{_SQUARE}(?:millimet(?:re|er)s?|mm)|mm²|mm2",
        rf"{_KV}(?:міліметр\w*|мм)|мм²|мм2",
        "квадратний міліметр|квадратні міліметри|квадратних міліметрів|квадратного міліметра",
        short="кв. мм",
    ),
    _row(
        "volume-cubic-meter",
        r"cubic[\s-](?:met(?:re|er)s?|m)|m³|m3|(?:(?<=\d[bm])|(?<=\d\s[bm]))cm",
        r"(?:кубічн\w+|куб\.?)\s(?:метр\w*|м)|м³|м3|кубометр\w*",
        "кубічний метр|кубічні метри|кубічних метрів|кубічного метра",
        short="куб. м",
    ),
    _row(
        "volume-cubic-foot",
        r"(?:cubic|cu\.?)[\s-](?:feet|foot|ft)",
        r"(?:кубічн\w+|куб\.?)\sфут\w*",
        "кубічний фут|кубічні фути|кубічних футів|кубічного фута",
        short="куб. футів",
    ),
    _row(
        "area-hectare",
        r"hectares?",
        r"гектар\w*|га",
        "гектар|гектари|гектарів|гектара",
        "ha",
        "га",
        "гектарн",
    ),
    _row("area-acre", r"acres?", r"акр\w{0,3}", "акр|акри|акрів|акра", adjective="акров"),
    _row(
        "length-nautical-mile",
        r"nautical\smiles?",
        rf"морськ\w+\s{_MYLIA}",
        "морська миля|морські милі|морських миль|морської милі",
    ),
    _row("length-mile", r"miles?", _MYLIA, _ROW, "mi", adjective="мильн"),
    _row(
        "length-kilometer",
        r"kilomet(?:re|er)s?|kms?",
        r"кілометр\w*|км",
        "кілометр|кілометри|кілометрів|кілометра",
        short="км",
        adjective="кілометров",
    ),
    _row(
        "length-centimeter",
        r"centimet(?:re|er)s?|cm",
        r"сантиметр\w*|см",
        "сантиметр|сантиметри|сантиметрів|сантиметра",
        short="см",
        adjective="сантиметров",
    ),
    _row(
        "length-millimeter",
        r"millimet(?:re|er)s?|mm",
        r"міліметр\w*|мм",
        "міліметр|міліметри|міліметрів|міліметра",
        short="мм",
        adjective="міліметров",
    ),
    _row("length-meter", r"met(?:re|er)s?", r"метр\w*|м", "метр|метри|метрів|метра", "m", "м", "метров"),
    _row("length-yard", r"yards?", r"ярд\w*", "ярд|ярди|ярдів|ярда", adjective="ярдов"),
    _row(
        "length-foot",
        r"foot|feet|ft",
        r"фут(?:и|ів|а|у|ом|ам|ами|ах)?",
        "фут|фути|футів|фута",
        adjective="футов",
    ),
    _row("length-inch", r"inch(?:es)?", r"дюйм\w*", "дюйм|дюйми|дюймів|дюйма", adjective="дюймов"),
    _row("mass-tonne", r"tonnes?|tons?", r"тонн\w*|т", "тонна|тонни|тонн|тонни", "t", "т", "тонн"),
    _row(
        "mass-kilogram",
        r"kilogram(?:me)?s?|kilos?|kgs?",
        r"кілограм\w*|кг|кіло",
        "кілограм|кілограми|кілограмів|кілограма",
        short="кг",
        adjective="кілограмов",
    ),
    _row("mass-gram", r"gram(?:me)?s?", r"грам\w*|г", "грам|грами|грамів|грама", "g", "г", "грамов"),
    _row("mass-pound", r"pounds?|lbs?", r"фунт\w*(?!\sстерл)", "фунт|фунти|фунтів|фунта", adjective="фунтов"),
    _row("mass-ounce", r"ounces?|oz", r"унці\w+", "унція|унції|унцій|унції"),
    _row("volume-barrel", r"barrels?", r"барел\w+", "барель|барелі|барелів|бареля"),
    _row(
        "volume-liter",
        r"lit(?:re|er)s?",
        r"літр\w*|л",
        "літр|літри|літрів|літра",
        short="л",
        adjective="літров",
    ),
    _row("volume-gallon", r"gallons?", r"галон\w*", "галон|галони|галонів|галона"),
    _row(
        "energy-megawatt-hour",
        r"megawatt[\s-]hours?",
        r"мегават-годин\w*|МВт·год|МВт-год",
        "мегават-година|мегават-години|мегават-годин|мегават-години",
        "MWh",
        "МВт·год",
    ),
    _row(
        "energy-kilowatt-hour",
        r"kilowatt[\s-]hours?",
        r"кіловат-годин\w*|кВт·год|кВт-год",
        "кіловат-година|кіловат-години|кіловат-годин|кіловат-години",
        "kWh",
        "кВт·год",
    ),
    _row(
        "power-gigawatt",
        r"gigawatts?",
        r"гігават\w*|ГВт",
        "гігават|гігавати|гігаватів|гігавата",
        "GW",
        "ГВт",
        "гігаватн",
    ),
    _row(
        "power-megawatt",
        r"megawatts?",
        r"мегават\w*|МВт",
        "мегават|мегавати|мегаватів|мегавата",
        "MW",
        "МВт",
        "мегаватн",
    ),
    _row(
        "power-kilowatt",
        r"kilowatts?",
        r"кіловат\w*|кВт",
        "кіловат|кіловати|кіловатів|кіловата",
        "kW",
        "кВт",
        "кіловатн",
    ),
    _row(
        "temperature-celsius",
        r"degrees?\s(?:celsius|centigrade)|°\s?c|celsius",
        r"градус\w*\s(?:за\s)?Цельсі\w+|°\s?[CС]",
        "градус Цельсія|градуси Цельсія|градусів Цельсія|градуса Цельсія",
        r"(?<=\d)C",
        short="°C",
    ),
    _row(
        "temperature-fahrenheit",
        r"degrees?\sfahrenheit|°\s?f|fahrenheit",
        r"градус\w*\s(?:за\s)?Фаренгейт\w*|°\s?F",
        "градус Фаренгейта|градуси Фаренгейта|градусів Фаренгейта|градуса Фаренгейта",
        r"(?<=\d)F",
        short="°F",
    ),
    _row(
        "temperature-generic",
        r"degrees?|°",
        r"градус\w*|°|тепла",
        "градус|градуси|градусів|градуса",
        short="°",
        adjective="градусн",
    ),
)

UNIT_BY_ID = {unit.id: unit for unit in UNITS}

PER = {
    "speed-kilometer-per-hour": "на годину",
    "speed-mile-per-hour": "на годину",
    "speed-kilometer-per-second": "на секунду",
    "speed-mile-per-second": "на секунду",
    "speed-meter-per-second": "на секунду",
}
"""What follows the declined noun in a Ukrainian speed."""
