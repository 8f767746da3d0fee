"""The ids of a text as they were published, and what a release adds to them."""

from __future__ import annotations

from collections.abc import Iterable

from edition.records import record, replace


@record
class Line:
    """One published id.

    `kind`: a row of kinds.py. `since`, `gone`: the release that first had it, and the one that has it no more.
    `print`: a checksum of its own words, "" of what has none but those of passages in it; `words`: a character for
    each; `begins`: its first words. `within`: the id of the passage it stands in. `to`: where a link to it leads.
    """

    id: str
    kind: str
    since: str = ""
    print: str = ""
    begins: str = ""
    words: str = ""
    within: str = ""
    gone: str = ""
    to: str = ""


@record
class Published:
    """What was published of one text. `releases`: (version, date or ""), the latest last. `file`: for messages."""

    file: str = ""
    releases: tuple[tuple[str, str], ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def release(self) -> str:
        """The version of the last release; "" where there was none."""
        return self.releases[-1][0] if self.releases else ""

    def date(self, version: str) -> str:
        """The date of a release, "" where it is not known."""
        return dict(self.releases).get(version, "")


NOTHING = Published()


@record
class Issue:
    """`ids`: of each span, "" for none. `alive`: what the text has, in its order (`since` "": new), and `gone`: what it
    has no more (`gone` "": since the last release). `moved`: ids that stay though their place is another."""

    ids: list[str]
    alive: tuple[Line, ...]
    gone: tuple[Line, ...]
    moved: tuple[str, ...]

    @property
    def new(self) -> tuple[str, ...]:
        """Ids that no release has."""
        return tuple(line.id for line in self.alive if not line.since)

    @property
    def lost(self) -> tuple[Line, ...]:
        """What the last release has and this text has no more."""
        return tuple(line for line in self.gone if not line.gone)


def released(published: Published, version: str, date: str, alive: Iterable[Line], gone: Iterable[Line]) -> Published:
    """What is published once the passages `alive` are, as `version`; those `gone` stay behind what they followed.

    `alive`, `gone`: as a text's issue has them, what is new without a release.
    """
    left = {line.id: replace(line, gone=line.gone or version) for line in gone}
    behind: dict[str, list[Line]] = {}
    before = ""
    for line in published.lines:
        if line.id in left:
            behind.setdefault(before, []).append(left[line.id])
        else:
            before = line.id
    lines = behind.get("", [])
    for line in alive:
        lines += [replace(line, since=line.since or version), *behind.get(line.id, ())]
    releases = {**dict(published.releases), version: date}
    return Published(published.file, tuple(releases.items()), tuple(lines))
