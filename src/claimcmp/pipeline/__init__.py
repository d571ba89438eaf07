"""The language stage: Document in, Claims out. The only place that imports spaCy."""

from claimcmp.pipeline.analyser import Analyser, Found, Naming, load_plain_analyser

__all__ = ["Analyser", "Found", "Naming", "load_plain_analyser"]
