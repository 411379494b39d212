"""The same generated content as a platform, a doorstop tree and a sphinx-needs project."""

import random
import shutil
import subprocess
from pathlib import Path

from smq import resources

_WORDS = (
    *("échantillon", "mesure", "registre", "demande", "usager", "équipement", "méthode"),
    *("rapport", "donnée", "contrôle", "plateau", "formation", "vérification", "référence"),
    *("traçabilité", "étalonnage", "opérateur", "analyse", "fiche", "délai"),
)
_LINKS = 4


def platform(folder: Path, count: int) -> Path:
    """Write `count` documents of about 1.5 kB with four links each; return the folder."""
    chance = random.Random(1)
    types = folder / "referentiel" / "types"
    shutil.copytree(resources.kits() / "infra-plus" / "types", types)
    (folder / "smq.yaml").write_text(
        "plateforme: {nom: Banc, sigle: BAN}\nlangue: fr\n"
        "processus:\n  - {code: PRE, titre: Réaliser, famille: realisation, pilote: P01}\n"
        "personnes:\n  P01: {nom: Hugo Marchal, roles: [responsable, qualite, direction]}\n",
        encoding="utf-8",
    )
    documents = folder / "documents" / "PRE"
    documents.mkdir(parents=True)
    for number in range(1, count + 1):
        code = _code(number)
        text = _document(number, chance)
        (documents / f"{code}-document.md").write_text(text, encoding="utf-8")
    _commit(folder)
    return folder


def doorstop(folder: Path, count: int) -> Path:
    """Write the same texts and links as one doorstop document; return the folder."""
    chance = random.Random(1)
    items = folder / "reqs"
    items.mkdir(parents=True)
    (items / ".doorstop.yml").write_text(
        "settings:\n  digits: 5\n  prefix: REQ\n  sep: ''\n", encoding="utf-8"
    )
    for number in range(1, count + 1):
        targets = _targets(number, chance)
        links = "\n" + "".join(f"- REQ{n:05}: null\n" for n in targets) if targets else " []\n"
        body = "\n".join(f"  {line}" for line in _paragraphs(chance))
        (items / f"REQ{number:05}.yml").write_text(
            f"active: true\nderived: false\nheader: |\n  Titre {number}\nlevel: 1.{number}\n"
            f"links:{links}normative: true\nref: ''\nreviewed: null\ntext: |\n{body}\n",
            encoding="utf-8",
        )
    _commit(folder)
    return folder


def sphinx_needs(folder: Path, count: int) -> Path:
    """Write the same texts and links as a sphinx-needs project; return the folder."""
    chance = random.Random(1)
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(
        "project = 'banc'\nextensions = ['sphinx_needs']\nneeds_id_regex = '^REQ[0-9]{5}$'\n",
        encoding="utf-8",
    )
    names = []
    for number in range(1, count + 1):
        links = ", ".join(f"REQ{n:05}" for n in _targets(number, chance))
        body = "\n\n".join(f"   {line}" for line in _paragraphs(chance))
        name = f"d{number:05}"
        names.append(name)
        (folder / f"{name}.rst").write_text(
            f"Titre {number}\n==========\n\n.. req:: Titre {number}\n   :id: REQ{number:05}\n"
            f"   :links: {links}\n\n{body}\n",
            encoding="utf-8",
        )
    listed = "\n".join(f"   {name}" for name in names)
    (folder / "index.rst").write_text(f"Banc\n====\n\n.. toctree::\n\n{listed}\n", encoding="utf-8")
    return folder


def _code(number: int) -> str:
    return f"PRE-PRO-{number:03}"


def _targets(number: int, chance: random.Random) -> list[int]:
    """Return earlier items to link to, so that no tool meets a cycle."""
    return sorted({chance.randint(1, number - 1) for _index in range(_LINKS)}) if number > 1 else []


def _document(number: int, chance: random.Random) -> str:
    targets = _targets(number, chance)
    cited = [f"Voir {_code(target)}." for target in targets]
    first, second, third = _paragraphs(chance)
    steps = "\n".join(f"| {n} | {sentence(chance)} | opérateur |" for n in range(1, 5))
    return (
        f"---\nid: {_identifier(number)}\ncode: {_code(number)}\ntype: PRO\ntitre: Titre {number}\n"
        f'processus: PRE\nversion: ""\nstatut: projet\nredacteur: P01\ndiffusion: interne\n'
        f"liens: {{}}\ncriteres: [INF-PR-01]\n---\n\n"
        f"## Objet\n\n{first} {' '.join(cited[:2])}\n\n## Domaine d’application\n\n{second}\n\n"
        f"## Responsabilités\n\n- {sentence(chance)}\n- {sentence(chance)}\n\n"
        f"## Déroulement\n\n| N° | Quoi | Qui |\n|---|---|---|\n{steps}\n\n"
        f"## Enregistrements\n\n{third} {' '.join(cited[2:])}\n"
    )


def _paragraphs(chance: random.Random) -> list[str]:
    return [" ".join(sentence(chance) for _i in range(3)) for _j in range(3)]


def sentence(chance: random.Random) -> str:
    """Return a sentence of eleven words."""
    return " ".join(chance.choice(_WORDS) for _i in range(11)).capitalize() + "."


def _identifier(number: int) -> str:
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    digits = []
    for _index in range(7):
        number, digit = divmod(number, len(alphabet))
        digits.append(alphabet[digit])
    return "k" + "".join(digits)


def _commit(folder: Path) -> None:
    for arguments in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        ["-c", "user.name=b", "-c", "user.email=b@example.org", "commit", "-qm", "banc"],
    ):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
