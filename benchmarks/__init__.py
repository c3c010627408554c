"""How fast crossfoot is, always beside something measured in the same run.

`python -m benchmarks` runs every part; `python -m benchmarks start growth` some of them.
`benchmarks/ecosystem.py` is another matter: what a change does to findings on real drafts.
"""
