"""Labelled articles of our own, and twins of them with one slip each: how much is found, how much is cried.

`tests/articles/` holds the articles. Their figures are marked, and below each stands what
must hold between them. A program makes the twins from that, always the same ones. See
`planting.articles` for how an article is written, and run `python -m tests.planting` for
the table of what is found and missed.
"""
