"""From the archive to the list of pages: one module a page kind, each a function `pages(context)`."""
