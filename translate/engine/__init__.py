"""What drafts: the `Engine` protocol, Argos packages on CTranslate2, pivots, and the package store."""

from translate.engine.argos import ArgosEngine
from translate.engine.decoder import threads
from translate.engine.model import Engine, Hypothesis
from translate.engine.models import engine_for, find, installed, named, scan, store_folder
from translate.engine.normalise import normalise
from translate.engine.packages import InstalledPackage, read_package
from translate.engine.pivot import PivotEngine
from translate.engine.store import install, remove, verify

__all__ = [
    "ArgosEngine",
    "Engine",
    "Hypothesis",
    "InstalledPackage",
    "PivotEngine",
    "engine_for",
    "find",
    "install",
    "installed",
    "named",
    "normalise",
    "read_package",
    "remove",
    "scan",
    "store_folder",
    "threads",
    "verify",
]
