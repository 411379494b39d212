"""`make bench`: goals G1 and G4 to G8, and large registers, as ratios within one run."""

import argparse
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path

from tests.bench import activity, corpus
from tests.bench.process import interleaved, peak, ratio, seconds

SMQ = [sys.executable, "-m", "smq"]
_DAY = ["--date", "2026-01-05"]
"""A day after all dossiers of the generated registers."""
PEERS = Path(__file__).parent.parent.parent / ".venv-bench"
PACKAGES = ("doorstop==3.2", "sphinx-needs==9.1.0", "pypandoc_binary==1.17")


def peers() -> Path:
    """Return the folder of the peers' programs, installed once in an environment of their own."""
    binaries = PEERS / "bin"
    if not (binaries / "doorstop").exists():
        venv.create(PEERS, with_pip=True)
        subprocess.run([binaries / "pip", "install", "--quiet", *PACKAGES], check=True)
    return binaries


def check_speed(folder: Path, rounds: int) -> None:
    """G1 and G4: `check` without cache against doorstop, and its growth from 1 000 to 10 000."""
    small, large = corpus.platform(folder / "s1", 1000), corpus.platform(folder / "s10", 10_000)
    items = corpus.doorstop(folder / "d1", 1000)
    doorstop = [str(peers() / "doorstop")]
    seconds(doorstop, items)  # the first run stamps the items
    times = interleaved(
        {
            "smq 1 000": ([*SMQ, "--no-cache", "check"], small),
            "smq 1 000, cached": ([*SMQ, "check"], small),
            "doorstop 1 000": (doorstop, items),
            "smq 10 000": ([*SMQ, "--no-cache", "check"], large),
            "smq 10 000, cached": ([*SMQ, "check"], large),
        },
        rounds,
    )
    _table(times)
    peer, ours = times["doorstop 1 000"], times["smq 1 000"]
    _goal("G1", "doorstop / smq, no cache, N=1 000 ≥ 15", peer, ours)
    _goal("–", "doorstop / smq, cached", peer, times["smq 1 000, cached"])
    _goal("G4", "smq t(10k) / t(1k), no cache ≤ 10", times["smq 10 000"], times["smq 1 000"])
    cached = times["smq 10 000, cached"]
    _goal("–", "smq cached / no cache, N=10 000", cached, times["smq 10 000"])


def start_up(folder: Path, rounds: int) -> None:
    """G5: start-up against an empty Python and against doorstop."""
    corpus.platform(folder / "one", 1)
    place = folder / "one"
    times = interleaved(
        {
            "python -c pass": ([sys.executable, "-c", "pass"], place),
            "smq --version": ([*SMQ, "--version"], place),
            "smq explain LNK001": ([*SMQ, "explain", "LNK001"], place),
            "smq --help": ([*SMQ, "--help"], place),
            "smq check, one document": ([*SMQ, "check"], place),
            "doorstop --help": ([str(peers() / "doorstop"), "--help"], place),
        },
        rounds,
    )
    _table(times)
    base = times["python -c pass"]
    _goal("G5", "smq --version / python -c pass ≤ 8", times["smq --version"], base)
    _goal("–", "smq explain / python -c pass", times["smq explain LNK001"], base)
    _goal("G5", "smq --help / doorstop --help ≤ 0.6", times["smq --help"], times["doorstop --help"])


def rendering(folder: Path, rounds: int) -> None:
    """G6: setting documents against bare python-docx and pandoc, and in two processes."""
    from tests.bench.rendering import compare, gain

    compare(folder, rounds, _pandoc())
    gain(folder, rounds)


def memory(folder: Path, rounds: int) -> None:
    """G8: peak memory on 10 000 documents against doorstop and sphinx-needs."""
    large = corpus.platform(folder / "m10", 10_000)
    items = corpus.doorstop(folder / "md10", 10_000)
    needs = corpus.sphinx_needs(folder / "mn10", 10_000)
    ours = peak([*SMQ, "--no-cache", "check"], large)
    cached = peak([*SMQ, "check"], large)
    theirs = peak([str(peers() / "doorstop")], items)
    sphinx = peak(
        [str(peers() / "sphinx-build"), "-q", "-b", "needs", str(needs), str(folder / "out")], needs
    )
    print(f"| smq check, no cache | {ours:.0f} MB |\n| smq check, cached | {cached:.0f} MB |")
    print(f"| doorstop | {theirs:.0f} MB |\n| sphinx-needs, cold | {sphinx:.0f} MB |")
    print(
        f"G8 sphinx-needs / smq ≥ 8: {sphinx / ours:.1f}; doorstop / smq ≥ 1: {theirs / ours:.2f}"
    )


def registers(folder: Path, rounds: int) -> None:
    """`check` and `trace` on registers of 10 000 and of 100 000 rows: time, memory, growth."""
    small, large = (activity.platform(folder / str(n), n) for n in (10_000, 100_000))
    times = interleaved(
        {
            "smq check, 10 000 rows": ([*SMQ, *_DAY, "check"], small),
            "smq check, 100 000 rows": ([*SMQ, *_DAY, "check"], large),
            "smq trace, 10 000 rows": (
                [*SMQ, *_DAY, "trace", activity.last_dossier(10_000)],
                small,
            ),
            "smq trace, 100 000 rows": (
                [*SMQ, *_DAY, "trace", activity.last_dossier(100_000)],
                large,
            ),
        },
        rounds,
    )
    _table(times)
    check = times["smq check, 100 000 rows"]
    trace = times["smq trace, 100 000 rows"]
    _goal("–", "check, 100 000 / 10 000 rows", check, times["smq check, 10 000 rows"])
    _goal("–", "trace, 100 000 / 10 000 rows", trace, times["smq trace, 10 000 rows"])
    _goal("–", "trace / check, 100 000 rows", trace, check)
    for name, folder_ in (("10 000", small), ("100 000", large)):
        print(f"| smq check, {name} rows | {peak([*SMQ, *_DAY, 'check'], folder_):.0f} MB |")


def approvals(folder: Path, rounds: int) -> None:
    """G7: approvals of 5 000 documents confronted with 2 000 commits, against a bare `git log`."""
    from tests.bench.history import measure

    measure(folder, rounds)


def _pandoc() -> str:
    found = list(PEERS.glob("lib/python*/site-packages/pypandoc/files/pandoc"))
    peers()
    found = found or list(PEERS.glob("lib/python*/site-packages/pypandoc/files/pandoc"))
    return str(found[0])


def _table(times: dict[str, list[float]]) -> None:
    for name, values in times.items():
        ordered = sorted(values)
        middle = ordered[len(ordered) // 2]
        print(f"| {name} | {ordered[0]:.3f} | {middle:.3f} | {ordered[-1]:.3f} |")


def _goal(goal: str, words: str, numerator: list[float], denominator: list[float]) -> None:
    print(f"{goal} {words}: {ratio(numerator, denominator)}")


PARTS: dict[str, Callable[[Path, int], None]] = {
    "check": check_speed,
    "startup": start_up,
    "render": rendering,
    "memory": memory,
    "registers": registers,
    "approvals": approvals,
}


def main() -> None:
    """Run the parts named, all by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=list(PARTS))
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    for part in chosen.parts:
        print(f"\n## {part}")
        with tempfile.TemporaryDirectory(prefix="smq-bench-") as folder:
            PARTS[part](Path(folder), chosen.rounds)


if __name__ == "__main__":
    main()
