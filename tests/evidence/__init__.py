"""Figures and quotes of several articles, held against each other."""
