"""What only a real browser, or a real checker of HTML, can tell."""
