"""The training loop: slices of a budget, resumable after a kill at any moment."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import torch

from training import checkpoint, dataset
from training.checkpoint import Checkpoint, Position
from training.dataset import Dataset
from training.errors import TrainingError
from training.network import Network, Shape
from training.schedule import FINAL, Budget, Schedule, averaging


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. `tokens` counts the padded pieces of both sides of a batch. `slice_seconds` ends this
    call early, to be continued by the next. A report is logged every `report` steps, which is also where the
    run may be saved (every `save_seconds`) and stopped. `mixtures` weigh the origins in the two phases.
    `precision` is bf16, fp32, or auto: bf16 on a GPU that has it. `threads` are those of the processor."""

    budget: Budget
    schedule: Schedule = field(default_factory=Schedule)
    tokens: int = 100_000
    smoothing: float = 0.1
    slice_seconds: float | None = None
    report: int = 25
    save_seconds: float = 60.0
    precision: str = "auto"
    threads: int | None = None
    seed: int = 1
    mixtures: tuple[Mapping[str, float], Mapping[str, float]] = field(default_factory=lambda: ({}, {}))


def train(
    data: Dataset,
    shape: Shape,
    plan: Plan,
    folder: Path,
    *,
    say: Callable[[Mapping[str, Any]], None] = lambda _: None,
) -> bool:
    """Train until the budget or this slice is spent; return whether the budget is.

    The folder holds the checkpoint and `log.jsonl`; a checkpoint there is continued. `say` gets every row of
    the log. Raises TrainingError when the checkpoint is of another shape or of other data.
    """
    folder.mkdir(parents=True, exist_ok=True)
    run = _Run(data, shape, plan)
    if (saved := checkpoint.load(folder)) is not None:
        run.resume(saved, folder)
    started = saved_at = time.monotonic()
    before = run.position.elapsed
    batches = run.batches()
    while (progress := plan.budget.progress(run.position.step, run.position.elapsed)) < 1.0:
        run.step(next(batches), progress)
        now = time.monotonic()
        run.position = replace(run.position, elapsed=before + now - started)
        done = plan.budget.progress(run.position.step, run.position.elapsed) >= 1.0
        if run.position.step % plan.report and not done:
            continue
        row = run.report()
        checkpoint.log(folder, row)
        say(row)
        if not math.isfinite(row["loss"]):
            raise TrainingError("the loss is no number any more", hint="Start again with a lower --rate")
        paused = plan.slice_seconds is not None and now - started >= plan.slice_seconds
        if done or paused or now - saved_at >= plan.save_seconds:
            checkpoint.save(run.state(), folder)
            saved_at = now
        if paused and not done:
            return False
    return True


class _Run:
    """The state of a run in memory."""

    def __init__(self, data: Dataset, shape: Shape, plan: Plan) -> None:
        if plan.threads is not None:
            torch.set_num_threads(plan.threads)
        torch.manual_seed(plan.seed)
        torch.set_float32_matmul_precision("high")
        self.data, self.shape, self.plan = data, shape, plan
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.position = Position()
        self.network = Network(shape).to(self.device).train()
        self.weights = dict(self.network.named_parameters())
        self.average = {name: weight.detach().clone() for name, weight in self.weights.items()}
        # Muon for the matrices between layers, AdamW for the rest; one rate fits both (match_rms_adamw).
        hidden = [w for n, w in self.weights.items() if w.ndim == 2 and not n.startswith("embedding")]
        others = [w for n, w in self.weights.items() if w.ndim != 2 or n.startswith("embedding")]
        self.optimizers = [
            torch.optim.Muon(hidden, weight_decay=0.01, adjust_lr_fn="match_rms_adamw"),
            torch.optim.AdamW(others, betas=(0.9, 0.98), eps=1e-8, weight_decay=0.0),
        ]
        bf16 = plan.precision == "bf16" or (
            plan.precision == "auto" and self.device.type == "cuda" and torch.cuda.is_bf16_supported()
        )
        self.precision: Any = (
            (lambda: torch.autocast(self.device.type, torch.bfloat16)) if bf16 else nullcontext
        )
        self._begin_report()

    def resume(self, saved: Checkpoint, folder: Path) -> None:
        """Go on from a checkpoint."""
        if saved.shape != asdict(self.shape) or saved.data != self.data.fingerprint:
            what = "on other data" if saved.shape == asdict(self.shape) else "of another shape"
            hint = "Train into another folder, or give the data and options that it was begun with"
            raise TrainingError(f"holds a run {what}", path=folder, hint=hint)
        self.position = saved.position
        with torch.no_grad():
            for name, weight in self.weights.items():
                weight.copy_(saved.weights[name])
                self.average[name].copy_(saved.average[name])
        for optimizer, state in zip(self.optimizers, saved.optimizers, strict=True):
            optimizer.load_state_dict(state)
        torch.set_rng_state(saved.random["cpu"])
        if self.device.type == "cuda" and "cuda" in saved.random:
            torch.cuda.set_rng_state(saved.random["cuda"])
        checkpoint.rewind_log(folder, saved.position.step)

    def state(self) -> Checkpoint:
        """Return the checkpoint of this moment."""
        random = {"cpu": torch.get_rng_state()}
        if self.device.type == "cuda":
            random["cuda"] = torch.cuda.get_rng_state()
        return Checkpoint(
            self.position,
            asdict(self.shape),
            self.data.fingerprint,
            {name: weight.detach().cpu() for name, weight in self.weights.items()},
            {name: weight.cpu() for name, weight in self.average.items()},
            [optimizer.state_dict() for optimizer in self.optimizers],
            random,
        )

    def batches(self) -> Iterator[dataset.Ids]:
        """Yield batches from the position on, without end; the final phase begins with an epoch."""
        while True:
            at = self.position
            weight = dataset.weights(self.data, self.plan.mixtures[at.phase])
            epoch = dataset.epoch(self.data, weight, self.plan.tokens, (self.plan.seed, at.phase, at.epoch))
            if not epoch:
                raise TrainingError("the mixture leaves no pair", hint="Give some origin a weight above 0")
            for number in range(at.batch, len(epoch)):
                progress = self.plan.budget.progress(self.position.step, self.position.elapsed)
                if self.plan.schedule.phase(progress) == FINAL != at.phase:
                    self.position = replace(self.position, phase=FINAL, epoch=0, batch=0)
                    break
                self.position = replace(self.position, batch=number + 1)
                yield epoch[number]
            else:
                self.position = replace(self.position, epoch=at.epoch + 1, batch=0)

    def step(self, batch: dataset.Ids, progress: float) -> None:
        """Do one step."""
        step = self.position.step
        self.rate = self.plan.schedule.rate(step, progress)
        loss, nll, pieces = self._loss(batch)
        (loss / pieces).backward()
        torch.nn.utils.clip_grad_norm_(self.weights.values(), 1.0)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = self.rate
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        with torch.no_grad():
            new = [weight.detach() for weight in self.weights.values()]
            torch._foreach_lerp_(list(self.average.values()), new, 1.0 - averaging(step))
        # Sums stay on the device: reading one would make the processor wait for it.
        self.sums += torch.stack([loss.detach(), nll, torch.tensor(float(pieces), device=self.device)])
        self.position = replace(self.position, step=step + 1, pairs=self.position.pairs + len(batch))

    def report(self) -> dict[str, Any]:
        """Return the row of the log for the steps since the last one; losses are nats a target piece."""
        loss, nll, pieces = self.sums.tolist()
        seconds = time.monotonic() - self.since
        at = self.position
        self._begin_report()
        return {
            "step": at.step,
            "phase": at.phase,
            "epoch": at.epoch,
            "pairs": at.pairs,
            "rate": self.rate,
            "loss": loss / pieces,
            "nll": nll / pieces,
            "elapsed": round(at.elapsed, 1),
            "pieces_per_second": round(pieces / seconds),
        }

    def _begin_report(self) -> None:
        self.sums = torch.zeros(3, device=self.device, dtype=torch.float64)
        self.since = time.monotonic()

    def _loss(self, batch: dataset.Ids) -> tuple[Any, Any, int]:
        tensors = [torch.from_numpy(rows) for rows in dataset.matrices(self.data, batch)]
        if self.device.type == "cuda":
            tensors = [tensor.pin_memory().to(self.device, non_blocking=True) for tensor in tensors]
        with self.precision():
            loss, nll, pieces = self.network(*tensors, smoothing=self.plan.smoothing)
        return loss, nll, pieces
