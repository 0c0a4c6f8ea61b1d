"""An archive of district commendation ceremonies, from Markdown files to a static site.

    content/  ──source──▶  records  ──model──▶  Archive  ──pages, exports──▶  list of pages and files  ──output──▶  disk
                               │                   │
                               └──── checks ───────┘   every mistake is a Problem; one error and nothing is published

A module imports only from what stands left of it in that line; `pipeline.py` runs the steps in order, and
`pelican_plugin.py` is the only module that knows Pelican.
"""

__version__ = "1.0.0"
