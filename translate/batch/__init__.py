"""Many articles: what is to be done, done once and together, and nothing lost whatever happens."""

from translate.batch.executor import Executor, LocalExecutor
from translate.batch.lock import locked
from translate.batch.model import Events, Result, output_path
from translate.batch.run import Run, run
from translate.batch.status import State, status

__all__ = [
    "Events",
    "Executor",
    "LocalExecutor",
    "Result",
    "Run",
    "State",
    "locked",
    "output_path",
    "run",
    "status",
]
