"""The screen: Textual widgets over pure functions."""

import contextlib
import sys

if "asyncio" not in sys.modules and "ssl" not in sys.modules:
    # asyncio goes without TLS where there is none. The screen opens no connection, and loading OpenSSL would take a
    # twentieth of the time to the first paint.
    sys.modules["ssl"] = None  # type: ignore[assignment] # as Python has it: this module cannot be imported
    with contextlib.suppress(ImportError):
        import asyncio  # noqa: F401
    del sys.modules["ssl"]
