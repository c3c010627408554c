"""Rules that people declare over named figures: read, checked for units, brought to linear or product form.

`expression` reads the words, `algebra` works out what they say. A rule is never evaluated
as a program: it is read by a grammar of a few lines, and what it may name is given to it.
"""
