"""Distributions of test statistics, with bounds that are proven."""
