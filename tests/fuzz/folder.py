"""The texts that a monkey reads: samples, a long one, an export of an archive, broken files; and how they change."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.corpus import ROOT

SAMPLES = ROOT / "assets" / "samples"
EXPORT = ROOT / "tests" / "corpus" / "archives" / "europresse.txt"
NAMES = (*sorted(path.name for path in SAMPLES.glob("*.txt")), "export.txt", "new.txt", "broken.txt", "newer.txt")
LONG = 220_000


def make(folder: Path, *, rich: bool) -> None:
    """Fill a folder: with the samples, and where it is `rich`, with all the rest."""
    shutil.copytree(SAMPLES, folder)
    if rich:
        shutil.copy(EXPORT, folder / "export.txt")
        (folder / "broken.txt").write_bytes(b"Titre \xff\xfe\x80 \x1b[2J \x9b2J\r\n\r\nDu texte \xe9trange\x00.\n")
        (folder / "empty.txt").touch()
        one = (SAMPLES / "guerre-des-phares.txt").read_text(encoding="utf-8")
        (folder / "long.txt").write_text((one + "\n\n") * (LONG // len(one) + 1), encoding="utf-8")


def change(folder: Path, name: str, version: int) -> None:
    """Write a file of the folder anew: shorter, longer, another text, one block, an export, no text at all."""
    sample = (SAMPLES / NAMES[version % 6]).read_text(encoding="utf-8")
    texts = (
        sample,
        sample[: len(sample) // (version + 1)],
        sample + sample,
        f"Une brève {version}\n",
        EXPORT.read_text(encoding="utf-8")[: 500 * version],
        "",
        f"Partager\n\nLire aussi : la digue {version}\n",
        "\x1b[2J\u202e[/b] « \x9b2J », a dit \b\bAnne Roux.\n" * version,
    )
    (folder / name).write_text(texts[version % len(texts)], encoding="utf-8")
