"""Pelican's settings: everything that Pelican would make by itself is off; the archive plugin makes the site."""

from jinja2 import StrictUndefined

PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/archive"
PLUGINS = ["ceremony_archive.pelican_plugin"]
ARCHIVE_MESSAGES = "vi"  # the language of messages: vi or en
SITEURL = ""  # an address here stands in for the one in content/site.yaml
TIMEZONE = "UTC"
DEFAULT_LANG = "en"  # of Pelican itself; the languages of the pages are the archive's
LOCALE = ["C.UTF-8", "C"]  # one of them is everywhere; Pelican warns of one that is not, and the archive asks none

JINJA_ENVIRONMENT = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = False
