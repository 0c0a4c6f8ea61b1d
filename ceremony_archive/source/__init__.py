"""From text to records: front matter, Markdown, vocabularies and entities, with the position of everything."""
