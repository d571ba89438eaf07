"""Writes the model cards, from the report alone."""
# ruff: noqa: E501  (a paragraph of Markdown is one line)

from collections.abc import Iterable
from typing import Any

from training.sources import SOURCES

Report = dict[str, Any]


def format_pipeline_card(report: Report) -> str:
    """Return the card of the pipeline in Markdown."""
    recipe = report["recipe"]
    sizes, name_sizes = recipe["sizes"], recipe["name_sizes"]
    dev = "and three quarters of their dev documents " if recipe["with_dev"] else ""
    return f"""# en_claimcmp {report["version"]}

A small English pipeline for spaCy 3.8: tags, morphology, lemmas, dependencies and names, for edited prose and the web.

| | |
|---|---|
| components | tok2vec, tagger (Penn), morphologizer (UPOS and features), lemmatizer (edit trees), parser (Universal Dependencies), ner (PERSON, ORG, PLACE, EVENT, DATE) |
| size | {report["bytes"]["en_claimcmp"] / 1e6:.1f} MB, and {report["bytes"]["words"] / 1e6:.1f} MB of word vectors that it shares with the comparison of words |
| speed | {report["words_per_second"]:,} words a second on one core, tokenizing left out |
| licence | CC BY-SA 4.0, as the corpora require |

Sentence borders are not the parser's business here: set them before it, it keeps to them.
Load it with `claimcmp.pipeline.model.load_model`, which brings the compact files back to what spaCy computes with.

## Scores

Gold words and sentences; "dev" is the quarter of the dev documents that was never trained on. LAS and UAS leave out punctuation, as spaCy's scorer does; "with punct." counts it.

{_format_grammar(report["grammar"])}

Names count when span and label are both right. UNER's PER, ORG, LOC are our PERSON, ORG, PLACE.

{_format_names(report["names"])}

## How it was trained

Grammar: the train parts of EWT and GUM {dev}for {recipe["grammar"]["steps"]:,} updates of about {recipe["grammar"]["batch_words"]:,} words; encoder of width {sizes["width"]} and depth {sizes["depth"]}, taught before ({recipe["pretraining_rounds"]} rounds) to predict the middle layers of a sentence transformer on the same text.
Typographic quotes and dashes, lost and added capitals, and tokens of white space are mixed in; norms are those that spaCy's tokenizer gives.

Names: GUM, Wikigold and three quarters of UNER's dev documents, each with its own idea of a name; and EWT's train part, whose names were found by a transformer fine-tuned on the former, which was told how words are written and the gold class of each. Their encoder is one of its own, of width {name_sizes["width"]} and depth {name_sizes["depth"]}, {recipe["names"]["steps"]:,} updates. Wikigold's MISC is left open. GUM's noun phrases were cut down to the name; its `time` mentions that say which day, month, year or period are DATE.

## Sources

{_format_sources(SOURCES)}

## Limits

Web and spoken English of 1999–2024, mostly American. Names in casual writing and in lists are missed more often than in news; EVENT is rare in the data and weak. Nothing here checks whether a text is true.

## Reproduce

`make models CORPORA=...`; seed {recipe["seed"]}. Libraries: {_format_versions(report["libraries"])}. Checksums of the corpora are in scores.json.
"""


def format_words_card(report: Report) -> str:
    """Return the card of the word vectors in Markdown."""
    recipe = report["recipe"]
    return f"""# Word vectors of claimcmp {report["version"]}

Static vectors of {recipe["dimensions"]} dimensions in eight bits ({report["bytes"]["words"] / 1e6:.1f} MB), looked up by lower case: features of the pipeline, and the measure of how near two words are.

Distilled from sentence-transformers/all-MiniLM-L6-v2 (Apache 2.0): each whole word of its vocabulary, and each word of the training corpora, encoded alone; the embeddings and the second layer side by side, centred and reduced to their main axes with words weighted by rank. The higher layers were worse both at alike words and at word classes.

| file | what |
|---|---|
| words.txt | one word a line, UTF-8 |
| words.npz | `codes` (int8, a row a word) and `scale` (float32, one a dimension); their product is the vector |

Loading needs numpy only. Licence of the vectors: Apache 2.0, as the model they come from. Word list: that model's vocabulary and words of the treebanks named in the pipeline's card.
"""


def _format_grammar(grammar: Report) -> str:
    columns = ("las", "uas", "las_with_punctuation", "tag", "pos", "morph", "lemma")
    rows = ["| | LAS | UAS | LAS with punct. | tags | UPOS | features | lemmas |", "|---" * 8 + "|"]
    rows += [
        f"| {name} | " + " | ".join(f"{score[column]:.1f}" for column in columns) + " |"
        for name, score in grammar.items()
    ]
    return "\n".join(rows)


def _format_names(names: Report) -> str:
    rows = ["| | label | names | precision | recall | F |", "|---" * 6 + "|"]
    rows += [
        f"| {corpus} | {label} | {score['names']} | {score['precision']:.1f} | {score['recall']:.1f} | {score['f']:.1f} |"
        for corpus, labels in names.items()
        for label, score in labels.items()
    ]
    return "\n".join(rows)


def _format_sources(sources: Iterable[Any]) -> str:
    return "\n".join(f"- {source.name}. {source.author}. {source.license}. <{source.url}>" for source in sources)


def _format_versions(libraries: dict[str, str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(libraries.items()))
