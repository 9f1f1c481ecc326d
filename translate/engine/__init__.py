"""What drafts: the `Engine` protocol, Argos packages on CTranslate2, pivots, and the package store."""

from translate.engine.argos import ArgosEngine
from translate.engine.calibration import Calibration, calibrated, tune
from translate.engine.folders import cache_folder, store_folder
from translate.engine.measuring import Measured, Setting
from translate.engine.model import Engine, Hypothesis
from translate.engine.models import chosen, engine_for, find, installed, named, scan
from translate.engine.normalise import normalise
from translate.engine.options import EngineOptions, threads
from translate.engine.packages import InstalledPackage, read_package
from translate.engine.pivot import PivotEngine
from translate.engine.store import install, remove, verify

__all__ = [
    "ArgosEngine",
    "Calibration",
    "Engine",
    "EngineOptions",
    "Hypothesis",
    "InstalledPackage",
    "Measured",
    "PivotEngine",
    "Setting",
    "cache_folder",
    "calibrated",
    "chosen",
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
    "tune",
    "verify",
]
