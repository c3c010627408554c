"""One module per format. Each sees reviews and the records, and returns text."""
