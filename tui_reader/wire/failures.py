"""Why an address gave nothing, in words."""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
import httpx

from tui_reader.errors import WireError
from tui_reader.messages import N_, _, ngettext

_FAULTS = (
    *(httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, httpcore.TimeoutException),
    *(httpcore.UnsupportedProtocol, httpx.HTTPError, httpx.InvalidURL, OSError, zlib.error),
)
_SILENT = (httpcore.ConnectError, httpcore.TimeoutException, OSError)
"""Nobody is there, or nobody answers."""
_CERTIFICATES = {
    9: N_("has a certificate that is not valid yet"),
    10: N_("has a certificate that has expired"),
    18: N_("has a certificate that it made itself"),
    19: N_("has a certificate that it made itself"),
    20: N_("has a certificate from somebody who is not trusted here"),
    62: N_("has a certificate for another name"),
    64: N_("has a certificate for another name"),
}
"""What OpenSSL holds against a certificate (X509_V_ERR_…), as it is told."""
_STATUSES = {
    401: N_("can only be read with a password ({status})"),
    402: N_("can only be read by those who pay ({status})"),
    403: N_("may not be read by this program ({status})"),
    404: N_("is not there ({status})"),
    410: N_("is gone for good ({status})"),
    429: N_("has been asked for too often ({status})"),
    451: N_("may not be read for legal reasons ({status})"),
}
"""What a server means by a status (RFC 9110, section 15.5; RFC 6585, RFC 7725)."""


class Refusal(Exception):  # noqa: N818 - it is no error of the program: the rules say so, or the server
    """An answer is not taken, or nobody is asked for one; the message is the reason in words."""

    def __init__(self, reason: str, *, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.retry_after = retry_after


def refusal_of(status: int, retry_after: float | None) -> Refusal:
    """The refusal of an answer by its status."""
    if status in _STATUSES:
        reason = _(_STATUSES[status])
    elif status >= 500:
        reason = _("has a server that fails ({status})")
    else:
        reason = _("gives an answer that is no page ({status})")
    return Refusal(reason.format(status=status), status=status, retry_after=retry_after)


@contextmanager
def told_of(address: str, total_seconds: float) -> Iterator[None]:
    """Tell whatever goes wrong with an `address` as a WireError."""
    try:
        yield
    except Refusal as error:
        raise WireError(
            address, str(error), status=error.status, is_gone=error.status == 410, retry_after=error.retry_after
        ) from error
    except TimeoutError as error:
        seconds = round(total_seconds)
        words = ngettext("was not here within {count} second", "was not here within {count} seconds", seconds)
        raise WireError(address, words.format(count=seconds), is_silent=True) from error
    except _FAULTS as error:
        raise WireError(address, _reason_for(error), is_silent=isinstance(error, _SILENT)) from error


def _reason_for(error: BaseException) -> str:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            words = _CERTIFICATES.get(cause.verify_code, N_("has a certificate that cannot be trusted"))
            return _(words)
        if isinstance(cause, ssl.SSLError):
            return _("cannot be asked over a safe connection")
    if isinstance(error, httpcore.ProxyError):
        return _("is refused by the proxy ({reason})").format(reason=error)
    if isinstance(error, zlib.error):
        return _("came damaged")
    if isinstance(error, _SILENT):
        return _("has a server that cannot be reached")
    return _("has a server that does not answer as it should")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and what it comes from."""
    cause: BaseException | None = error
    while cause:
        yield cause
        cause = cause.__cause__ or cause.__context__
