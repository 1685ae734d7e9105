"""Under which names records hold their title, text, date …: the usual ones, and those of the user's settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FieldNames = Mapping[str, tuple[str, ...]]
"""The names of fields by what they hold, the likeliest first, in small letters. A name with points leads into objects
inside a record, as in `headline.main`."""

USUAL_NAMES: FieldNames = {
    "title": ("title", "headline", "titre", "og_title", "titel", "name", "subject"),
    "text": ("text", "maintext", "body", "content", "articlebody", "fulltext", "article_text", "texte", "content_text",
             "content_html", "contenu", "raw_text", "description", "summary", "abstract",
             "lead_paragraph", "snippet"),
    "url": ("url", "link", "canonical_url", "permalink", "source_url", "canonical", "uri", "external_url", "web_url"),
    "published": ("date", "published", "date_publish", "pubdate", "datepublished", "date_published", "publication_date",
                  "publish_date", "published_at", "publishedat", "published_date", "pub_date", "created_at",
                  "timestamp"),
    "modified": ("modified", "date_modify", "datemodified", "date_modified", "updated", "updated_at", "lastmod"),
    "authors": ("authors", "author", "byline", "auteur", "auteurs", "creator", "by"),
    "site": ("source_domain", "site", "sitename", "site_name", "hostname", "publisher", "source", "outlet", "media",
             "journal", "newspaper", "publication", "domain"),
    "language": ("language", "lang", "inlanguage", "langue"),
}  # fmt: skip
"""The names in trafilatura, news-please, newspaper, Common Crawl's news, schema.org, JSON Feed, the New York Times, and
in spreadsheets in French."""


def with_own_names(own: Mapping[str, Sequence[str]]) -> FieldNames:
    """The usual names, and before them those that the user gives."""
    return {field: (*(name.lower() for name in own.get(field, ())), *names) for field, names in USUAL_NAMES.items()}
