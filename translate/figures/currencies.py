"""Currencies: how English and Ukrainian write them, and how Ukrainian declines them. Codes are ISO 4217."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: what stands before an amount, and the words after it; `forms` as in `Unit`."""

    code: str
    before: str
    english: str
    ukrainian: str
    forms: tuple[str, str, str, str]
    short: str = ""


def _coin(code: str, before: str, english: str, ukrainian: str, forms: str, short: str = "") -> Currency:
    one, few, many, other = forms.split("|")
    return Currency(code, before, english, ukrainian, (one, few, many, other), short)


_DOLAR = "долар|долари|доларів|долара"


def _dollars(adjective: str) -> str:
    """Return the four forms of `канадський долар` and its like, given the stem of the adjective."""
    endings = ("ий", "і", "их", "ого")
    return "|".join(f"{adjective}{e} {noun}" for e, noun in zip(endings, _DOLAR.split("|"), strict=True))


CURRENCIES: tuple[Currency, ...] = (
    _coin(
        "CAD",
        r"C\$|CA\$|CAD",
        r"canadian dollars?|CAD",
        r"канадськ\w+ долар\w*|CAD",
        _dollars("канадськ"),
    ),
    _coin(
        "AUD",
        r"A\$|AU\$|AUD",
        r"australian dollars?|AUD",
        r"австралійськ\w+ долар\w*|AUD",
        _dollars("австралійськ"),
    ),
    _coin(
        "NZD",
        r"NZ\$|NZD",
        r"new zealand dollars?|NZD",
        r"новозеландськ\w+ долар\w*|NZD",
        _dollars("новозеландськ"),
    ),
    _coin(
        "USD",
        r"US\$|\$|USD",
        r"(?:us |u\.s\. )?dollars?|USD|\$",
        r"(?:американськ\w+ )?долар\w*(?: США)?|дол(?:\.|(?!\w))(?: США)?|USD|\$",
        _DOLAR,
        "дол.",
    ),
    _coin("EUR", r"€|EUR", r"euros?|EUR|€", r"євро|EUR|€", "євро|євро|євро|євро"),
    _coin(
        "GBP",
        r"£|GBP",
        r"pounds? sterling|british pounds?|quid|GBP|£",
        r"(?:британськ\w+ )?фунт\w* стерлінгів|британськ\w+ фунт\w*|GBP|£",
        "фунт стерлінгів|фунти стерлінгів|фунтів стерлінгів|фунта стерлінгів",
    ),
    _coin(
        "UAH",
        r"₴|UAH",
        r"(?:ukrainian )?hryv(?:n[iy]?as?|en)|UAH|₴",
        r"грив(?:ень|н[а-яіїєґ]+)|грн\.?|UAH|₴",
        "гривня|гривні|гривень|гривні",
        "грн",
    ),
    _coin(
        "RUB",
        r"₽|RUB",
        r"(?:russian )?ro?ubles?|RUB|₽",
        r"(?:російськ\w+ )?рубл\w+|руб\.?|RUB|₽",
        "рубль|рублі|рублів|рубля",
        "руб.",
    ),
    _coin(
        "PLN",
        r"PLN",
        r"(?:polish )?z[lł]ot(?:y|ys|ych|ies)|PLN|zł",
        r"(?:польськ\w+ )?злот\w+|PLN|zł",
        "злотий|злоті|злотих|злотого",
    ),
    _coin("JPY", r"¥|JPY", r"(?:japanese )?yen|JPY", r"(?:японськ\w+ )?єн\w*|JPY|¥", "єна|єни|єн|єни"),
    _coin(
        "CNY",
        r"RMB|CNY",
        r"(?:chinese )?yuan|renminbi|RMB|CNY",
        r"(?:китайськ\w+ )?юан\w+|CNY",
        "юань|юані|юанів|юаня",
    ),
    _coin(
        "CHF",
        r"CHF",
        r"swiss francs?|CHF",
        r"швейцарськ\w+ франк\w*|CHF",
        "швейцарський франк|швейцарські франки|швейцарських франків|швейцарського франка",
    ),
    _coin(
        "TRY",
        r"₺|TRY",
        r"turkish liras?|TRY",
        r"турецьк\w+ лір\w*|TRY|₺",
        "турецька ліра|турецькі ліри|турецьких лір|турецької ліри",
    ),
    _coin("ILS", r"₪|ILS", r"(?:israeli )?shekels?|ILS", r"шекел\w+|ILS|₪", "шекель|шекелі|шекелів|шекеля"),
    _coin(
        "INR",
        r"₹|INR",
        r"indian rupees?|INR",
        r"індійськ\w+ рупі\w+|INR|₹",
        "індійська рупія|індійські рупії|індійських рупій|індійської рупії",
    ),
    _coin("HUF", r"HUF", r"forints?", r"форинт\w*", "форинт|форинти|форинтів|форинта"),
    _coin(
        "CZK",
        r"CZK",
        r"czech (?:crowns?|koruny?)",
        r"чеськ\w+ крон\w*",
        "чеська крона|чеські крони|чеських крон|чеської крони",
    ),
    _coin("RON", r"RON", r"(?:romanian )?(?:leu|lei)", r"ле[йїєяю]\w*", "лей|леї|леїв|лея"),
    # Names that several countries give their money; ISO 4217 has no such codes, so these are ours.
    _coin(
        "XKR",
        r"kr",
        r"(?:norwegian |swedish |danish |icelandic )?kron(?:er|or|a|ur|e)",
        r"(?:\w+ськ\w+ )?крон\w*",
        "крона|крони|крон|крони",
    ),
    # Coins are units of their own: 76p is 76 пенсів, not 0,76 фунта.
    _coin(
        "XPC",
        "XPC",
        r"pence|penny|pennies|(?<=\d)(?<!1080)(?<!720)(?-i:p)",
        r"пенс(?:и|ів|а|у|ом|ам|ами|ах)?",
        "пенс|пенси|пенсів|пенса",
    ),
    _coin(
        "XCT",
        "XCT",
        r"(?:us |u\.s\. |euro )?cents?|¢",
        r"(?:євро)?цент(?:и|ів|а|у|ом|ам|ами|ах)?|¢",
        "цент|центи|центів|цента",
    ),
    _coin(
        "XKP",
        "XKP",
        r"kopi?yk[ai]s?|kopiykas?|kopecks?|kopeks?",
        r"копій(?:ок|к\w+)|коп\.?",
        "копійка|копійки|копійок|копійки",
        "коп.",
    ),
    _coin("XFR", r"Fr", r"francs?", r"франк\w*", "франк|франки|франків|франка"),
    _coin("XLR", r"₤", r"liras?", r"лір\w?", "ліра|ліри|лір|ліри"),
    _coin("XRP", r"Rs\.?", r"rupees?", r"рупі\w+", "рупія|рупії|рупій|рупії"),
    _coin("XPS", r"MXN", r"pesos?", r"песо", "песо|песо|песо|песо"),
    _coin("XDN", r"RSD", r"dinars?", r"динар\w*", "динар|динари|динарів|динара"),
    _coin("XRL", r"﷼", r"rials?|riyals?", r"ріал\w*", "ріал|ріали|ріалів|ріала"),
)

CURRENCY_BY_CODE = {currency.code: currency for currency in CURRENCIES}


def is_money(unit: str) -> bool:
    """Return whether a figure's unit is an ISO 4217 code, or one of ours for a name of several currencies.

    >>> is_money("USD"), is_money("length-mile"), is_money("")
    (True, False, False)
    """
    return len(unit) == 3 and unit.isupper()
