"""Measures how fast documents are extracted, and how much of the time the language model takes.

Run as ``OPENBLAS_NUM_THREADS=1 python benchmarks/speed.py FOLDER [ROUNDS]``: a folder of documents, best some tens of
thousands of words. Every sentence is on a topic, so that every sentence is parsed and analysed.

Times are processor time, the median of the rounds. The model alone is tokens, tagger, parser and names for the same
sentences in the same batches; what comes on top of it is ours. Other work on the machine changes the ratio of the two
less than it changes either.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import process_time

from spacy.language import Language

import claimcmp
from claimcmp.pipeline.analyser import Analyser
from claimcmp.pipeline.build import ANALYSIS, BATCH, build_analysis
from claimcmp.pipeline.names import NAMES
from claimcmp.records import Document, Topic
from claimcmp.sources import read_documents

ROUNDS = 5
# Words that most sentences have, whatever the documents are about; ``keep_all`` takes the other sentences.
TOPIC = Topic(id="all", label="All", terms=("the", "a", "of", "to", "in"))
OPTIONS = claimcmp.ExtractOptions(keep_all=True)


def measure_extraction(documents: Iterable[Document]) -> float:
    """Return the seconds that a whole extraction takes."""
    begin = process_time()
    claimcmp.extract(list(documents), topics=[TOPIC], options=OPTIONS)
    return process_time() - begin


def measure_model(nlp: Language, sentences: Iterable[str]) -> float:
    """Return the seconds that the model alone takes for sentences."""
    with nlp.select_pipes(disable=[*ANALYSIS, NAMES]):
        begin = process_time()
        for _ in nlp.pipe(sentences):
            pass
        return process_time() - begin


def measure_components(nlp: Language, sentences: Iterable[str]) -> dict[str, float]:
    """Return the seconds that each component of the analysis takes for sentences, without their document."""
    docs = [nlp.make_doc(text) for text in sentences]
    times: dict[str, float] = {}
    for name, component in nlp.pipeline:
        begin = process_time()
        piped = component.pipe(docs, batch_size=BATCH) if hasattr(component, "pipe") else map(component, docs)
        docs = list(piped)
        times[name] = process_time() - begin
    return times


def main() -> None:
    """Print words per second, the ratio and the time of each component."""
    if len(sys.argv) not in (2, 3) or not Path(sys.argv[1]).is_dir():
        sys.exit("Usage: python benchmarks/speed.py FOLDER [ROUNDS], a folder of documents.")
    documents = read_documents([Path(sys.argv[1])])[0]
    words = sum(len(document.text.split()) for document in documents)
    analyser = Analyser([TOPIC])
    sentences = [sentence.text for document in documents for sentence in analyser.read(document).sentences]
    nlp = build_analysis()
    measure_extraction(documents[:1])  # what is loaded once
    whole, alone, components = [], [], []
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS):
        whole.append(measure_extraction(documents))
        alone.append(measure_model(nlp, sentences))
        components.append(measure_components(nlp, sentences))
    own = median((total - model) / model for total, model in zip(whole, alone, strict=True))
    print(f"{words} words in {len(documents)} documents, {len(sentences)} sentences")
    print(f"extraction {words / median(whole):6.0f} words/s")
    print(f"model only {words / median(alone):6.0f} words/s")
    print(f"our part takes {own:.2f} of the model's time")
    print("\nMilliseconds per 1,000 words:")
    for name in components[0]:
        print(f"  {name:24}{median(times[name] for times in components) / words * 1e6:6.1f}")


if __name__ == "__main__":
    main()
