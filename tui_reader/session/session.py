"""What the reader screen is started with. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from tui_reader.errors import TuiReaderError
from tui_reader.ingest.formats.field_names import USUAL_NAMES, FieldNames
from tui_reader.library.status import Library
from tui_reader.session.analysis_process import Analyser, start_analyser
from tui_reader.session.background_indexing import IndexingJob, IndexingProcess, start_indexing
from tui_reader.session.clippings import Clippings
from tui_reader.session.collection import Collection
from tui_reader.session.feeds import Feeds
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.saved_searches import SavedSearches
from tui_reader.session.view_state import ViewState
from tui_reader.session.web_articles import WebArticles
from tui_reader.session.web_tasks import Network


class Session(msgspec.Struct):
    """The collection, the `paths` it was filled from, what went wrong so far, and where deeds are kept, if anywhere.

    `keys` are the keys of commands that the settings change, by the commands' ids, several separated by commas.
    `begun` are analyses under way, by entry; `analyser` does further ones, `start` makes more of its kind; `ascii` is
    for terminals without the usual signs; `names` are those of the fields of records; `citation_template`
    is the user's own style of citations, `clippings_file` the file to which each new clipping is added; `texts` are
    those that came without a file, `searches` those that are kept in the list, `feeds` and `web_articles` what came
    over the wire, `network` how more is asked for; `first` is the entry to begin with; `index` is the file in which
    articles are searched, None for none, and `start_indexing` begins to fill it.
    """

    collection: Collection
    paths: Sequence[str] = ()
    problems: Sequence[TuiReaderError] = ()
    notices: Sequence[str] = ()
    begun: Mapping[int, Analyser] = msgspec.field(default_factory=dict)
    analyser: Analyser | None = None
    start: Callable[[], Analyser] = start_analyser
    library: Library | None = None
    clippings: Clippings = msgspec.field(default_factory=Clippings)
    texts: KeptTexts = msgspec.field(default_factory=KeptTexts)
    searches: SavedSearches = msgspec.field(default_factory=SavedSearches)
    feeds: Feeds = msgspec.field(default_factory=Feeds)
    web_articles: WebArticles = msgspec.field(default_factory=WebArticles)
    first: int | None = None
    view_state: ViewState = msgspec.field(default_factory=ViewState)
    keys: Mapping[str, str] = msgspec.field(default_factory=dict)
    ascii: bool = False
    citation_template: str | None = None
    clippings_file: str | None = None
    network: Network = msgspec.field(default_factory=Network)
    index: Path | None = None
    start_indexing: Callable[[IndexingJob], IndexingProcess] = start_indexing
    names: FieldNames = msgspec.field(default_factory=lambda: USUAL_NAMES)
