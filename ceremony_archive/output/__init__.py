"""From the list of pages and files to the disk: the only code that writes."""
