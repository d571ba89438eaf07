import pytest

pytest.importorskip("torch", reason="the names teacher needs torch, which only a rebuild of the models installs")

from training.names import merge
from training.sentences import UNKNOWN, EntitySpan, choose_longest
from training.uner import parse_names
from training.wikigold import parse_wikigold


def test_merge_keeps_gold_against_added():
    gold = (EntitySpan(0, 2, "ORG"),)
    assert merge(gold, [EntitySpan(1, 3, "DATE"), EntitySpan(4, 5, "DATE")]) == (*gold, EntitySpan(4, 5, "DATE"))


def test_merge_fills_what_was_left_open():
    assert merge([EntitySpan(0, 3, UNKNOWN)], [EntitySpan(0, 3, "EVENT")]) == (EntitySpan(0, 3, "EVENT"),)


def test_choose_longest_drops_what_overlaps():
    spans = [EntitySpan(0, 1, "PLACE"), EntitySpan(0, 3, "ORG"), EntitySpan(3, 4, "DATE")]
    assert choose_longest(spans) == (EntitySpan(0, 3, "ORG"), EntitySpan(3, 4, "DATE"))


def test_parse_names_maps_labels():
    text = "# sent_id = a-1\n1\tIn\tO\t-\t-\n2\tNew\tB-LOC\t-\t-\n3\tDelhi\tI-LOC\t-\t-\n"
    assert parse_names(text) == {"a-1": (EntitySpan(1, 3, "PLACE"),)}


def test_parse_wikigold_prints_like_prose_and_leaves_misc_open():
    (sentence,) = parse_wikigold('The O\nMarkets I-ORG\n\'s O\n" O\nHits I-MISC\n" O\n, O\n2010 O\n. O\n')
    assert sentence.text == 'The Markets\'s "Hits", 2010.'
    assert sentence.entities == (EntitySpan(1, 2, "ORG"), EntitySpan(4, 5, UNKNOWN))
