"""How words tie figures to one another: a change to its two levels, a part to its whole, a mean to its count.

Each module knows one way of writing and yields the figures that it ties, by their roles. What
must hold between them is for checks to say.
"""
