"""Records of quantitative claims, and how they come to be.

`model` holds the records, `interval` the arithmetic, `readers` turn files into drafts,
`grammar` reads quantities, `context` gives them their place in the table behind the
prose, and `extract` runs the lot.
"""
