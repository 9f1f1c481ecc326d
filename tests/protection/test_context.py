"""What an article tells of its names: a surname alone is the person who is named in full elsewhere."""

from __future__ import annotations

from translate.glossary import Glossary, Term
from translate.languages import get
from translate.protection import Context, protect

EN, UK = get("en"), get("uk")
TEXTS = [
    "Olena Hrytsak met Petro Lysenko, the mayor of Brovky, on Monday.",
    "Officials spoke to Hrytsak and to Lysenko again.",
    "The lawyer thanked Markushyn.",
    "Oleksandr Markushyn was there.",
]
GLOSSARY = Glossary([Term("Oleksandr Markushyn", "Олександр Маркушин", kind="person", gender="masc")])


def forms(text: str, name: str, case: str, texts: list[str]) -> str:
    context = Context.of(texts, GLOSSARY, EN, UK)
    spans = protect(text, GLOSSARY, EN, UK, context=context).spans
    (span,) = [span for span in spans if span.text == name]
    assert span.paradigm is not None
    assert span.kind == "name"
    return span.paradigm.form(case)


def test_a_surname_alone_has_the_gender_of_the_full_name() -> None:
    assert forms(TEXTS[1], "Hrytsak", "gent", TEXTS) == "Грицак"
    assert forms(TEXTS[1], "Lysenko", "gent", TEXTS) == "Лисенка"


def test_a_surname_alone_is_written_as_the_glossary_writes_the_person() -> None:
    assert forms(TEXTS[2], "Markushyn", "gent", TEXTS) == "Маркушина"


def test_a_surname_of_two_people_is_proposed_by_itself() -> None:
    context = Context.of([*TEXTS, "Ivan Hrytsak came too."], GLOSSARY, EN, UK)
    assert "Hrytsak" not in context.surnames
