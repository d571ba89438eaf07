"""Rebuilds the language models that ship with the package from public corpora."""
