"""The archive as flat tables, one module a table: what the downloads hold and what the page of downloads says of it."""
