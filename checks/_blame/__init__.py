"""Which figure is most likely wrong, and what its author may have meant to write."""
