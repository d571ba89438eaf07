"""Sentences and pipelines that the tests of the training recipe share."""

import pytest
import spacy
from spacy.language import Language
from training.conllu import parse_treebank
from training.sentences import Sentence

TREEBANK = """\
# newdoc id = prices
# sent_id = prices-1
# text = Prices don't "rise" in May.
1\tPrices\tprice\tNOUN\tNNS\tNumber=Plur\t5\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\tMood=Ind|Typo=Yes\t5\taux\t_\t_
3\tn't\tnot\tPART\tRB\tPolarity=Neg\t5\tadvmod\t_\t_
4\t"\t"\tPUNCT\t``\t_\t5\tpunct\t_\tSpaceAfter=No
5\trise\trise\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
6\t"\t"\tPUNCT\t''\t_\t5\tpunct\t_\t_
7\tin\tin\tADP\tIN\t_\t8\tcase\t_\t_
8\tMay\tMay\tPROPN\tNNP\tNumber=Sing\t5\tobl\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# sent_id = prices-2
# text = Sales fell.
1\tSales\tsale\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
2.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture
def sentences() -> tuple[Sentence, ...]:
    return tuple(parse_treebank(TREEBANK))


@pytest.fixture
def treebank() -> str:
    return TREEBANK
