"""What the archive knows, as frozen dataclasses: no files, no clock, no network."""
