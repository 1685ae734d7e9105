"""Certificates for the tests' server, good and bad, and the authority that gave them.

`python -m tests.wire.certificates` makes them anew, with openssl; their keys are no secret. They are valid for a
hundred years, except for those whose defect is their time.
"""

from __future__ import annotations

import ssl
from pathlib import Path

FOLDER = Path(__file__).parent
AUTHORITY = FOLDER / "authority.pem"
"""The certificate of the authority, which tests trust."""


def server_side(name: str) -> ssl.SSLContext:
    """What a server needs that shows the certificate of this name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / f"{name}.pem")
    return context
