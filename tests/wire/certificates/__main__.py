"""Makes the certificates anew, with openssl."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.wire.certificates import AUTHORITY, FOLDER

_PAST, _BEFORE, _FUTURE = "20000101000000Z", "20010101000000Z", "21200101000000Z"
_SETTINGS = """\
[ca]
default_ca = tests
[tests]
database = index
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = anything
unique_subject = no
[anything]
commonName = supplied
"""
_LEAVES = {
    "good": ("localhost", _PAST, _FUTURE),
    "expired": ("localhost", _PAST, _BEFORE),
    "early": ("localhost", "21190101000000Z", _FUTURE),
    "other-name": ("example.org", _PAST, _FUTURE),
}
"""The name that each certificate is for, and from when to when it is valid."""


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "settings").write_text(_SETTINGS)
        (folder / "index").touch()
        _self_signed(folder, "authority", "Authority of the tests")
        AUTHORITY.write_bytes((folder / "authority.crt").read_bytes())
        for name, (host, start, end) in _LEAVES.items():
            _signed(folder, name, host, start, end)
            _keep(folder, name)
        _self_signed(folder, "self-signed", "localhost", "-addext", "subjectAltName=DNS:localhost")
        _keep(folder, "self-signed")


def _self_signed(folder: Path, name: str, subject: str, *more: str) -> None:
    _openssl(
        *(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", "36500"),
        *("-subj", f"/CN={subject}", "-keyout", f"{name}.key", "-out", f"{name}.crt", *more),
    )


def _signed(folder: Path, name: str, host: str, start: str, end: str) -> None:
    (folder / "names").write_text(f"subjectAltName=DNS:{host}\n")
    _openssl(
        *(folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-subj", f"/CN={host}"),
        *("-keyout", f"{name}.key", "-out", f"{name}.csr"),
    )
    _openssl(
        *(folder, "ca", "-batch", "-notext", "-config", "settings", "-cert", "authority.crt"),
        *("-keyfile", "authority.key", "-in", f"{name}.csr", "-out", f"{name}.crt", "-extfile", "names"),
        *("-startdate", start, "-enddate", end),
    )


def _keep(folder: Path, name: str) -> None:
    """One file of the key and the certificate, as servers take it."""
    parts = [(folder / f"{name}.{part}").read_text() for part in ("key", "crt")]
    (FOLDER / f"{name}.pem").write_text("".join(parts))


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


if __name__ == "__main__":
    main()
