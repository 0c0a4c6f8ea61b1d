"""Every table of the downloads, in the order in which they are shown and written."""

from typing import Any

from ceremony_archive.pages.tables.awards import AWARDS
from ceremony_archive.pages.tables.ceremonies import CEREMONIES
from ceremony_archive.pages.tables.changes import CHANGES
from ceremony_archive.pages.tables.metrics import METRICS
from ceremony_archive.pages.tables.officials import OFFICIALS
from ceremony_archive.pages.tables.places import PLACES
from ceremony_archive.pages.tables.recipients import RECIPIENTS
from ceremony_archive.pages.tables.sources import SOURCES
from ceremony_archive.pages.tables.table import Table

TABLES: tuple[Table[Any], ...] = (CEREMONIES, OFFICIALS, AWARDS, RECIPIENTS, METRICS, SOURCES, CHANGES, PLACES)
