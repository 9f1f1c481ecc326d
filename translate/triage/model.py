"""What each figure of a draft is worth: fitted to chrF, and where the bands begin.

Reproduced by `python -m benchmarks.confidence`, which prints what stands here. The fit is to the embedded
model; the drafts of another are put in the right order more often than not, but its bands may hold other
shares of them.
"""

from __future__ import annotations

from translate.triage.features import Features

TYPICAL = Features(probability=-0.668, tokens=2.77, length=-0.109, coverage=-0.16, agreement=-0.0657)
"""The mean of each figure over the drafts of the fit; it stands for a figure that an engine does not give."""

WEIGHTS = Features(probability=4.98, tokens=0.876, length=3.94, coverage=1.87, agreement=3.02)
"""How many standard deviations of expected chrF one unit of each figure is worth."""

MEDIUM = 25
HIGH = 65
"""The lowest scores of the bands: a quarter of the drafts are below the one, a third reach the other."""
