from dataclasses import replace
from itertools import permutations

from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.matching.candidates import MOST_PARTNERS, find_candidates, find_hosts
from claimcmp.records import Claim

SENTENCES = (
    "The ferry sank off the coast with 80 passengers on board.",
    "Eighty passengers were aboard when the ship went down near the shore.",
    "The orchestra played two symphonies by Haydn.",
    "Wheat prices climbed by 4 percent in June.",
    "The cost of grain rose in early summer.",
)


def candidates(claims: list[Claim], voices: dict[str, str] | None = None) -> list[tuple[str, str]]:
    names = {claim.document: claim.document for claim in claims} | (voices or {})
    return [(a.id, b.id) for a, b in find_candidates(claims, names, Vocabulary(claims))]


def test_near_words_make_a_pair_worth_looking_at(claim) -> None:
    made = [claim(f"S{number}", text) for number, text in enumerate(SENTENCES)]
    found = {frozenset(pair) for pair in candidates(made)}
    assert {frozenset(("s0-0", "s1-0")), frozenset(("s3-0", "s4-0"))} <= found
    assert not any("s2-0" in pair for pair in found)


def test_claims_of_one_voice_are_no_candidates(claim) -> None:
    made = [claim("A", SENTENCES[0]), claim("B", SENTENCES[0])]
    assert candidates(made) == [("a-0", "b-0")]
    assert candidates(made, voices={"a.txt": "wire", "b.txt": "wire"}) == []


def test_order_of_claims_changes_no_candidate(claim) -> None:
    made = [claim(f"S{number}", text) for number, text in enumerate(SENTENCES)]
    assert len({tuple(candidates(list(order))) for order in permutations(made)}) == 1


def test_number_of_candidates_grows_with_the_claims_and_not_with_their_square(claim) -> None:
    made = claim("A", SENTENCES[0])
    many = [replace(made, id=f"{n:03}", document=f"{n:03}.txt", source=str(n)) for n in range(300)]
    found = candidates(many)
    assert len(found) <= MOST_PARTNERS * len(many)
    assert {identifier for pair in found for identifier in pair} == {item.id for item in many}


def test_two_judgements_on_one_axis_are_worth_looking_at_without_a_common_word(claim) -> None:
    made = [claim("A", "Its critics call the reactor perilous."), claim("B", "All that is quite safe, engineers say.")]
    assert candidates(made) == [("a-0", "b-0")]


def test_find_hosts_pairs_a_guest_with_claims_of_other_voices_in_their_order(claim) -> None:
    first = claim("Alpha", "The dam above the valley cracked in March.")
    last = claim("Gamma", "Engineers closed the dam that cracked above the valley.")
    own = claim("Beta", "The dam cracked in the valley.", start=500)
    guest = claim("Beta", "A dam that cracked threatens the valley.", topics=("safety",))
    voices = {document: document for document in ("alpha.txt", "beta.txt", "gamma.txt")}
    vocabulary = Vocabulary([first, last, own, guest])
    expected = [(first, guest), (guest, last)]
    for hosts in permutations([first, last, own]):
        assert list(find_hosts([guest], hosts, voices, vocabulary)) == expected


def test_two_opposites_and_one_common_word_are_worth_looking_at(claim) -> None:
    made = [claim("A", "The repair came swiftly."), claim("B", "Neighbours complain of a slow repair.")]
    assert candidates(made) == [("a-0", "b-0")]
