"""A review at the terminal: shows group after group, asks what to do, and writes every decision at once."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcmp.cli.keys import ENTER, Keys
from claimcmp.cli.output import find_width, has_color, write_result
from claimcmp.errors import UsageError
from claimcmp.records import RELATIONS, Group, Relation

if TYPE_CHECKING:
    from claimcmp.review.walking import Walk

KEYS = (
    "a accept · r reject · m merge · s split · l relabel · t title · n note · u undo · Enter skip · b back · q quit · "
    "? help"
)
HELP = """\
a  accept: the group and its verdict are right
r  reject: these claims are not on one matter; the group is taken apart
m  merge: this group and another are on one matter
s  split: some claims leave, to a group of their own
l  relabel: another relation, between all claims or some of them
t  title: another name for the matter
n  note: a remark that changes nothing
u  undo: take back what you decided of this group
Enter, space or k  skip to the next undecided group      b  back to the group before
q  quit; every decision is already written, and the next review goes on where you left
"""


@dataclass(slots=True)
class Session:
    """A review at the terminal."""

    walk: "Walk"
    path: Path
    keys: Keys
    blind: bool
    all_groups: bool

    def run(self) -> None:
        """Show group after group until the reviewer quits; behind the last one may still go back."""
        while True:
            group = self.walk.current
            if group is None:
                _say("That was the last group. b back · any other key ends")
                if self.keys.read_key() != "b":
                    return
                self.walk.go_back()
                continue
            self._show(group)
            while True:
                key = self.keys.read_key()
                if key is None or key == "q":
                    return
                try:
                    moved = self._answer(key, group)
                except UsageError as error:
                    _say(f"{error}")
                    continue
                if moved:
                    break

    def _answer(self, key: str, group: Group) -> bool:
        """Do what a key asks for; tell whether there is a group to be shown now."""
        if key in (ENTER, " ", "k"):
            self.walk.go_on(decided=self.all_groups)
        elif key == "b":
            self.walk.go_back()
        elif key == "u":
            if not self.walk.undo(group):
                raise UsageError("You have decided nothing on this group.")
            self._save()
        elif key in ("?", "h"):
            _say(HELP)
            return False
        elif key in "armsltn":
            if group in self.walk.comparison.rejected:
                raise UsageError("This group was taken apart. Take that back first, with u.")
            self._decide(key, group)
        else:
            raise UsageError(f"{KEYS}")
        return True

    def _decide(self, key: str, group: Group) -> None:
        walk = self.walk
        match key:
            case "a":
                if self.blind:
                    raise UsageError("The verdict is hidden, so it cannot be accepted. Say what you think with l or r.")
                walk.decide(group, "accept")
            case "r":
                walk.decide(group, "reject", note=self.keys.read_answer("Why? (Enter: no reason)"))
            case "m":
                walk.decide(group, "merge", other=self._ask_group(group))
            case "s":
                leaving = _parse_numbers(self.keys.read_answer("Which claims leave? Numbers:"), len(group.claims))
                if not leaving or len(leaving) == len(group.claims):
                    raise UsageError("Name some of the claims, not none and not all.")
                walk.decide(group, "split", chosen=leaving)
            case "l":
                relation, chosen = self._ask_relation(group)
                walk.decide(group, "relabel", relation=relation, chosen=chosen)
            case "t":
                name = self.keys.read_answer("What is the matter?")
                if not name:
                    raise UsageError("Nothing was changed: a title needs words.")
                walk.decide(group, "relabel", name=name)
            case _:
                note = self.keys.read_answer("Note:")
                if not note:
                    raise UsageError("Nothing was noted.")
                walk.decide(group, "note", note=note)
        self._save()
        # What was rejected leaves its place to the next group; that may be decided already.
        if key == "a" or (key == "r" and not self.all_groups and walk.current and _is_done(walk.current)):
            walk.go_on(decided=self.all_groups)

    def _ask_group(self, group: Group) -> Group:
        groups = self.walk.comparison.groups
        first = 1 + len(self.walk.comparison.rejected)
        numbered = [(n, one) for n, one in enumerate(groups, first) if one.topic == group.topic and one.id != group.id]
        if not numbered:
            raise UsageError("There is no other group on this topic.")
        if self.keys.single:
            _say("\n".join(f"{n:>3}  {one.matter}" for n, one in numbered))
        answer = self.keys.read_answer("Merge with which group? Number or id:")
        for number, one in numbered:
            if answer in (str(number), one.id):
                return one
        listed = ", ".join(str(number) for number, _ in numbered)
        raise UsageError(f'No other group of this topic is called "{answer}". Their numbers: {listed}.')

    def _ask_relation(self, group: Group) -> tuple[Relation, tuple[int, ...]]:
        if self.keys.single:
            _say("\n".join(f"{n:>3}  {relation}" for n, relation in enumerate(RELATIONS, 1)))
        answer = self.keys.read_answer("Which relation, and between which claims? Number or name, then claims or none:")
        named, *rest = answer.replace(",", " ").split() or [""]
        found = [r for n, r in enumerate(RELATIONS, 1) if named in (str(n), r, r.removeprefix("differ-in-"))]
        if not found:
            raise UsageError(f'"{named}" is no relation. Known: {", ".join(RELATIONS)}.')
        chosen = _parse_numbers(" ".join(rest), len(group.claims))
        if len(chosen) == 1:
            raise UsageError("A relation is between two claims at least.")
        return found[0], chosen

    def _save(self) -> None:
        from claimcmp.store import write_review

        write_review(self.path, self.walk.review)

    def _show(self, group: Group) -> None:
        from claimcmp.report import format_group_for_review

        claims = {claim.id: claim for claim in self.walk.comparison.claims}
        text = format_group_for_review(
            group,
            claims,
            place=(self.walk.number, len(self.walk.groups)),
            rejected=self.walk.position >= len(self.walk.comparison.groups),
            blind=self.blind,
            width=find_width(),
            color=has_color(),
        )
        write_result(f"\n{text}{KEYS}\n", None)


def _is_done(group: Group) -> bool:
    from claimcmp.review.walking import is_decided

    return is_decided(group)


def _parse_numbers(text: str, most: int) -> tuple[int, ...]:
    numbers = set()
    for word in text.replace(",", " ").split():
        if not word.isascii() or not word.isdigit() or not 1 <= int(word) <= most:
            raise UsageError(f'"{word}" is no number of a claim. They go from 1 to {most}.')
        numbers.add(int(word))
    return tuple(sorted(numbers))


def _say(text: str) -> None:
    from claimcmp.report import for_screen

    write_result("".join(f"{for_screen(line) if line.strip() else ''}\n" for line in text.splitlines()), None)
