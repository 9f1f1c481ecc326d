"""The whole recipe on a tiny corpus: prepare, train, kill, go on, export, draft, evaluate."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.training import tiny
from training.__main__ import main
from training.checkpoint import CHECKPOINT, read_log
from translate.engine import ArgosEngine, EngineOptions, read_package
from translate.engine.packages import checksums

pytestmark = pytest.mark.slow
pytest.importorskip("torch", reason="torch is not installed: uv run --group training pytest tests/training")
pytest.importorskip("sacrebleu", reason="sacrebleu is not installed: uv run --group training pytest …")

ROOT = Path(__file__).parents[2]
SHAPE = "--width 32 --inner 64 --heads 2 --encoder 2 --decoder 1 --dropout 0.1 --tokens 600 --rate 0.01"
TIMES = "--steps 60 --warmup 10 --report 5 --save-seconds 0 --threads 1"


def command(data: Path, run: Path, *more: str) -> list[str]:
    return ["train", str(data), "--run-folder", str(run), *SHAPE.split(), *TIMES.split(), *more]


def losses(run: Path) -> list[tuple[int, int, float]]:
    return [(row["step"], row["phase"], row["loss"]) for row in read_log(run)]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with prepared `data` and a finished `run`."""
    base = tmp_path_factory.mktemp("recipe")
    data = str(base / "data")
    corpus = str(tiny.write(base))
    (base / "mixture.json").write_text('{"main": {"*": 1}, "final": {"web": 0.5}}', encoding="utf-8")
    assert main(["prepare", corpus, "--out", data, "--vocabulary", "400", "--annotate", "1"]) == 0
    assert main(command(base / "data", base / "run", "--mixture", str(base / "mixture.json"))) == 0
    return base


def test_training_lowers_the_loss_in_two_phases(base: Path) -> None:
    log = losses(base / "run")
    assert [step for step, _, _ in log] == list(range(5, 61, 5))
    assert [phase for _, phase, _ in log] == [0] * 9 + [1] * 3
    assert log[-1][2] < 0.7 * log[0][2]


def test_killed_and_resumed_run_has_the_losses_of_an_uninterrupted_one(base: Path) -> None:
    run = base / "killed"
    arguments = command(base / "data", run, "--mixture", str(base / "mixture.json"))
    process = subprocess.Popen(
        [sys.executable, "-m", "training", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while not any(row["step"] >= 20 for row in read_log(run)) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.kill()
    process.wait()
    assert (run / CHECKPOINT).exists()
    assert 20 <= read_log(run)[-1]["step"] < 60
    assert main(arguments) == 0
    assert losses(run) == losses(base / "run")


def test_slices_go_on_where_the_last_one_stopped(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = base / "sliced"
    arguments = command(base / "data", run, "--mixture", str(base / "mixture.json"), "--slice", "0")
    for number in range(1, 13):
        assert main(arguments) == 0
        assert len(read_log(run)) == number
        last = capsys.readouterr().out.splitlines()[-1]
        assert last.startswith("paused" if number < 12 else "the budget is spent")
    assert losses(run) == losses(base / "run")


def test_resuming_with_another_shape_or_other_data_is_refused(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command(base / "data", base / "run", "--width", "64")) == 1
    assert "holds a run of another shape" in capsys.readouterr().err
    other = tiny.write(tmp_path)
    data = str(tmp_path / "data")
    assert main(["prepare", str(other), "--out", data, "--vocabulary", "400", "--annotate", "0"]) == 0
    assert main(command(tmp_path / "data", base / "run")) == 1
    assert "holds a run on other data" in capsys.readouterr().err


def test_exported_package_drafts_and_is_scored(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = tmp_path / "tiny_en_uk"
    sources = tmp_path / "sources.md"
    sources.write_text("Template sentences, CC0.", encoding="utf-8")
    exported = ["export", str(base / "run"), "--data", str(base / "data"), "--out", str(package)]
    assert main([*exported[:3], str(base / "run"), *exported[4:]]) == 1
    assert "is no prepared folder" in capsys.readouterr().err
    assert main([*exported, "--sources", str(sources), "--part-mib", "0.02"]) == 0
    assert not (package / "model" / "model.bin").exists()
    assert main(["join", str(package)]) == 0
    assert (package / "SHA256SUMS").read_text(encoding="utf-8") == checksums(package)
    assert "Template sentences, CC0." in (package / "README.md").read_text(encoding="utf-8")

    read = read_package(package)
    assert (read.pair, read.version, read.annotation) == ("en_uk", "0.2", ("｟", "￨", "｠"))
    engine = ArgosEngine(read, EngineOptions(threads=1))
    ((best,),) = engine.draft(["The mayor of ｟Kyiv￨Київ｠ spoke on Monday."])
    assert best.text
    assert len(best.attention) == len(best.target_pieces) > 0
    assert len(best.attention[0]) == len(best.source_pieces)

    for name, side in (("dev.en", 0), ("dev.uk", 1)):
        lines = [pair[side] for pair in list(tiny.pairs())[::20]]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("Kyiv\tКиїв\n", encoding="utf-8")
    scores = tmp_path / "scores.json"
    capsys.readouterr()
    evaluated = ["evaluate", str(tmp_path / "dev.en"), str(tmp_path / "dev.uk"), "--model", str(package)]
    assert main([*evaluated, "--glossary", str(glossary), "--json", str(scores)]) == 0
    assert "| plain | annotated |" in capsys.readouterr().out
    ways = json.loads(scores.read_text(encoding="utf-8"))["ways"]
    assert ways["plain"]["bleu"] > 1.0


def test_exported_network_says_what_the_trained_one_says(base: Path, tmp_path: Path) -> None:
    """The likelihood that CTranslate2 gives a translation is that of the network in torch."""
    import ctranslate2
    import torch
    from sentencepiece import SentencePieceProcessor

    from training import checkpoint
    from training.network import Network, Shape

    package = tmp_path / "package"
    exported = ["export", str(base / "run"), "--data", str(base / "data"), "--out", str(package)]
    assert main([*exported, "--quantization", "float32"]) == 0
    processor = SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    source, target = (
        processor.encode(text) for text in ("The mayor of Kyiv spoke on Monday.", "Мер Києва виступив.")
    )
    saved = checkpoint.load(base / "run")
    assert saved is not None
    network = Network(Shape(**saved.shape)).eval()
    network.load_state_dict(dict(saved.average))
    with torch.no_grad():
        _, nll, _ = network(
            torch.tensor([[*source, 3]]), torch.tensor([[2, *target]]), torch.tensor([[*target, 3]])
        )
    translator = ctranslate2.Translator(str(package / "model"), device="cpu", compute_type="float32")
    pieces = [[processor.id_to_piece(number) for number in side] for side in (source, target)]
    (scored,) = translator.score_batch([pieces[0]], [pieces[1]])
    assert sum(scored.log_probs) == pytest.approx(-float(nll), rel=1e-3)
