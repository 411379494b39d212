"""Pictures and exports are the same bytes whatever the hash seed, the time zone and the folder."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import Repo

_SCRIPT = """
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

from smq.graph import build, focus, impact, to_dot, to_graphml, to_json, to_mermaid
from smq.i18n import Translator
from smq.load import load
from smq.model import History
from smq.render.svg.link_graph import link_graph
from smq.render.svg.png import png
from smq.render.svg.process_map import process_map

system = load(
    Path(sys.argv[1]), today=date(2027, 3, 1), history=History(available=True), use_cache=False
)
graph = build(system)
processes, french = system.settings.processes, Translator("fr")
drawn = link_graph(graph, processes, french, "SPE")
around = link_graph(focus(graph, "PRE-PRO-001"), processes, french, "SPE", "PRE-PRO-001")
mapped = process_map(processes, french, "SPE")
for text in (
    str(to_json(graph)),
    to_dot(graph),
    to_mermaid(graph),
    to_graphml(graph),
    str([(i.node.key, [n.key for n in i.path]) for i in impact(system, "PRE-FOR-001")]),
    drawn,
    around,
    mapped,
):
    print(sha256(text.encode()).hexdigest())
for svg in (drawn, around, mapped):
    print(sha256(png(svg, 400)).hexdigest())
"""


def test_same_bytes(repo: Repo) -> None:
    """Eleven outputs of one platform, made in two processes with two seeds and two time zones."""
    for number in range(1, 6):
        repo.document(f"PRE-FOR-00{number}", body="PRE-PRO-001 EQU-REG-009")
        repo.document(f"EQU-PRO-00{number}", body=f"PRE-FOR-00{number} PRE-PRO-001 DOC-PRO-007")
    repo.document("PRE-PRO-001", body="PRE-FOR-001 PRE-FOR-002 PRE-FOR-003")

    first = _digests(repo.root, seed="0", zone="UTC")
    second = _digests(repo.root, seed="4242", zone="Pacific/Auckland")

    assert len(first) == 11
    assert first == second


def _digests(root: Path, seed: str, zone: str) -> list[str]:
    return subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(root)],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    ).stdout.splitlines()
