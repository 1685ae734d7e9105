"""`python -m tests.session.refresh_once LIBRARY`: refreshes its feeds, from this machine too, a line a report."""

import sys
from pathlib import Path

from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.session.web_jobs import Refresh, WebJob
from tui_reader.session.web_worker import work
from tui_reader.wire.rules import NetworkRules

if __name__ == "__main__":
    rules = NetworkRules(pause_seconds=0, allowed_hosts=frozenset({"localhost"}))
    job = WebJob(Refresh(), rules, Path(sys.argv[1]), USUAL_NAMES, "en", 0)
    work(job, lambda report: print(report, flush=True))
