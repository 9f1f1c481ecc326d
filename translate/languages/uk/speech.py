"""Direct speech: the marks between a quotation and the words of its speaker (2019 orthography, § 164).

A model writes `"Ми рахуємо стіни, — каже вона`: the comma and the dash are there, the closing mark is lost.
Where the source says that it must be there, its place is known: before the comma.
"""

from __future__ import annotations

import re

_OPENING, _CLOSING = "“„«‟", "”»"
_DASH = r"[—–-]"
_SPEAKER = re.compile(rf"(?<=[\w?!.…)])([?!…]?)(,?)\s+{_DASH}\s+(?=[а-щьюяєіїґ])")


def restore_speech(target: str, source: str) -> str:
    """Return `target` with the quotation marks and dashes of direct speech that `source` asks for.

    `target` has straight quotation marks, or those of its typography. Nothing but quotation marks, commas,
    dashes and the spaces around them is touched; a target with as many marks as the source is left alone.

    >>> restore_speech('"Вони рахують стіни, — каже вона.', "“They count the walls,” she says.")
    '"Вони рахують стіни", — каже вона.'
    >>> restore_speech("Наймолодшому 58, — каже Віктор.", "The youngest is 58,” says Viktor.")
    'Наймолодшому 58", — каже Віктор.'
    """
    # A mark glued to the colon and loose from its word opens a quotation.
    target = re.sub(r'([:,])\s*["»”]\s+(?=\w)', r'\1 "', target)
    # The speaker's words end before the next quotation opens: `", — сказав він, — "`.
    target = re.sub(r'(["»”],\s+[—–-]\s+[^"«»„“”]{3,80}?),\s+(["«„“])(?=\w)', r"\1, — \2", target)
    if _marks(source) - _marks(target) == 1 and _closes_before_speaker(source):
        opening = re.search(f'["{_OPENING}]', target)
        opened_in_source = re.search(f'["{_OPENING}{_CLOSING}]', source)
        starts_open = opened_in_source is not None and opened_in_source.group() in _CLOSING
        if starts_open or opening:
            start = 0 if starts_open or opening is None else opening.end()
            if match := _SPEAKER.search(target, start):
                comma = "" if match[1] else ","
                return f'{target[: match.start()]}{match[1]}"{comma}{target[match.end(2) :]}'
    return target


def _marks(text: str) -> int:
    return len(re.findall(f'["{_OPENING}{_CLOSING}]', text))


def _closes_before_speaker(source: str) -> bool:
    """Whether a quotation closes before words that are no quotation: `…,” she says`."""
    return re.search(r"[,?!.…][\"”]\s+\w", source) is not None
