"""The language stage: Document in, Claims out. The only place that imports spaCy."""

from claimcmp.pipeline.analyser import Analyser, Found, Naming, load_plain_analyser
from claimcmp.pipeline.front_matter import FrontMatter, read_front_matter

__all__ = ["Analyser", "Found", "FrontMatter", "Naming", "load_plain_analyser", "read_front_matter"]
