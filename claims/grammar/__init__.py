"""Reading quantities: one module per language, with what they share.

Each language module offers `scan(text, setting) -> list[Mention]`: one linear pass over a
block's text, mentions in order and not overlapping.
"""
