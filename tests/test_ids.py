"""Published ids stay with their passages: over random edits, from release to release."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Edition as Command
from hypothesis import given
from hypothesis import settings as many
from hypothesis import strategies as st
from lxml import etree
from test_citing import faults

from edition.findings import UserError
from edition.ids.file import dumps, load
from edition.ids.issue import issue
from edition.ids.published import NOTHING, Published, released
from edition.making.disk import write_file
from edition.pipeline import parse
from edition.records import replace
from edition.rendering import outputs, pdf
from edition.rendering.tei import Tei
from edition.settings.facts import Edition, Responsibility, Settings
from edition.source import from_text
from edition.validation.validate import validate
from edition.verify import verify
from edition.writing import tei
from edition.writing.placing import positional

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TEI = "{http://www.tei-c.org/ns/1.0}"
Words = tuple[str, ...]
Sections = list[list[Words]]  # each a heading and paragraphs


def written(text: str, published: Published, version: str = "") -> tuple[bytes, Published, list[str]]:
    """(the TEI of a text, what is published when it is released as a version, its new ids); usually the next one."""
    version = version or f"{len(published.releases) + 1}.0"
    shared = Edition("T", (Responsibility("ed", "editing", "A. B."),), "P", "CC0", "https://x.org", "en",
                     version=version)
    document = replace(parse(from_text(text)), published=published)
    data = tei.write(document, Settings.bare("text"), shared).encode("utf-8")
    issued = tei.placed(document, None).issue or issue(text, document.spans, positional(document.spans)[0], published)
    return data, released(published, version, "", issued.alive, issued.gone), list(issued.new)


def passages(data: bytes) -> dict[str, Words]:
    """The words of each heading and paragraph of a TEI document by its id."""
    root = etree.fromstring(data).find(f"{_TEI}text")
    return {one.get(_ID): tuple("".join(one.itertext()).casefold().replace(".", "").split())
            for one in root.iter(f"{_TEI}p", f"{_TEI}head")}


def removed(data: bytes) -> dict[str, str]:
    """The ids that the header lists as removed, each with that of the passage it leads to."""
    return {item.get(_ID): item.get("corresp", "#")[1:]
            for item in etree.fromstring(data).iterfind(f".//{_TEI}change/{_TEI}list/{_TEI}item")}


def marks(data: bytes) -> list[str]:
    """The ids of what is corrected or regularised."""
    return [id for one in etree.fromstring(data).iter(f"{_TEI}corr", f"{_TEI}reg") if (id := one.get(_ID))]


class Author:
    """Writes sections of words that occur nowhere else, and changes them."""

    def __init__(self, seed: int) -> None:
        self.random, self.number = random.Random(seed), 0

    def word(self) -> str:
        """A word never used before."""
        self.number, made, rest = self.number + 1, "", self.number
        while rest or not made:
            made, rest = made + "bdfgklmnprstvz"[rest % 14] + "aeiou"[rest % 5], rest // 14
        return made + "n"

    def passage(self, least: int = 1, most: int = 30) -> Words:
        return tuple(self.word() for _ in range(self.random.randint(least, most)))

    def sections(self) -> Sections:
        return [[self.passage(1, 4), *(self.passage() for _ in range(self.random.randint(1, 5)))]
                for _ in range(self.random.randint(1, 4))]

    def edited(self, sections: Sections, kind: str) -> Sections:
        """A copy with one edit of this kind, or without one where it does not fit."""
        made = [list(section) for section in sections]
        section = self.random.choice(made)
        at = self.random.randrange(1, len(section) + 1)
        if kind == "insert":
            section.insert(at, self.passage())
        elif kind == "section":
            made.insert(self.random.randrange(len(made) + 1), [self.passage(1, 4), self.passage()])
        elif at < len(section):
            self._change(made, section, at, kind)
        return made

    def _change(self, made: Sections, section: list[Words], at: int, kind: str) -> None:
        words = section[at]
        if kind == "delete" and len(section) > 2:
            del section[at]
        elif kind == "split" and len(words) > 6:
            cut = self.random.randrange(1, len(words))
            section[at:at + 1] = [words[:cut], words[cut:]]
        elif kind == "join" and at + 1 < len(section):
            section[at:at + 2] = [words + section[at + 1]]
        elif kind == "swap":
            other = self.random.choice(made)
            to = self.random.randrange(1, len(other))
            section[at], other[to] = other[to], section[at]
        elif kind == "correct":
            place = self.random.randrange(len(words))
            section[at] = (*words[:place], words[place][:-1] + "x", *words[place + 1:])


def laid_out(sections: Sections) -> str:
    """Sections as a text in Markdown."""
    return "\n\n".join("# " + " ".join(head).capitalize() + "\n\n" + "\n\n".join(
        " ".join(words).capitalize() + "." for words in paragraphs) for head, *paragraphs in sections) + "\n"


def same(one: Words, other: Words) -> bool:
    """Whether two passages may be one: they share most words, or nearly all of the shorter one's."""
    shared = len(set(one) & set(other))
    return (2 * shared >= max(len(one), len(other)) or shared >= 0.8 * min(len(one), len(other))
            or (len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1))


KINDS = ("insert", "section", "delete", "split", "join", "swap", "correct")


EDITS = st.lists(st.sampled_from(KINDS), min_size=1, max_size=3)


@given(st.integers(0, 10_000), st.lists(EDITS, min_size=1, max_size=3))
def test_no_id_comes_to_another_passage_and_none_is_given_twice(seed: int, releases: list[list[str]]) -> None:
    author = Author(seed)
    sections = author.sections()
    data, published, _ = written(laid_out(sections), NOTHING)
    history: dict[str, Words] = dict(passages(data))
    for edits in releases:
        before = passages(data)
        for kind in edits:
            sections = author.edited(sections, kind)
        text, ever = laid_out(sections), {line.id for line in published.lines}
        data, after, new = written(text, published)
        now = passages(data)
        assert not set(new) & ever
        for id, words in now.items():
            assert id not in history or same(history[id], words), (id, history[id], words)
        for id, words in before.items():  # what has not changed keeps its id
            if words in now.values() and len(words) >= 4:
                assert now.get(id) == words, (id, words)
        assert ever - set(now) - {line.id for line in after.lines if not line.gone} == set(removed(data))
        assert set(removed(data).values()) <= {node.get(_ID) for node in etree.fromstring(data).iter()}
        again = written(text, after, after.release)
        assert again[0] == data, "frozen and built again, it is the same"
        assert dumps(again[1], "t").split("[ids]")[1] == dumps(after, "t").split("[ids]")[1]
        assert verify(data, text).ok
        assert faults(data.decode()) == []
        published, history = after, {**history, **now}


@pytest.mark.slow
@given(st.integers(0, 1 << 30), st.lists(EDITS, min_size=1, max_size=4))
@many(max_examples=120)
def test_no_id_comes_to_another_passage_in_many_histories(seed: int, releases: list[list[str]]) -> None:
    test_no_id_comes_to_another_passage_and_none_is_given_twice.hypothesis.inner_test(seed, releases)


@given(st.integers(0, 10_000), st.sampled_from([kind for kind in KINDS if kind not in ("delete", "join", "swap")]))
def test_what_is_only_added_to_moved_or_mended_loses_no_id(seed: int, kind: str) -> None:
    author = Author(seed)
    sections = author.sections()
    data, published, _ = written(laid_out(sections), NOTHING)
    later, _, _ = written(laid_out(author.edited(sections, kind)), published)
    assert set(passages(data)) <= set(passages(later))
    assert removed(later) == {}


ONE = "one two three four five six seven eight nine ten"
TWO = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two"
THREE = "a last paragraph with words of its own that nobody else has in this text"
TEXT = f"# Head\n\n{ONE}.\n\n{TWO}.\n\n{THREE}.\n"


def after(changed: str) -> tuple[dict[str, str], dict[str, str]]:
    """(the first word of each passage by its id, what was removed) of TEXT once it is changed to this."""
    data = written(changed, written(TEXT, NOTHING)[1])[0]
    return {id: words[0] for id, words in passages(data).items()}, removed(data)


def test_a_paragraph_put_in_before_takes_no_id_from_others() -> None:
    kept, gone = after(TEXT.replace(ONE, f"something quite new stands here.\n\n{ONE}"))
    assert kept == {"s1.h1": "head", "s1.p0-2": "something", "s1.p1": "one", "s1.p2": "eleven", "s1.p3": "a"}
    assert gone == {}


def test_a_paragraph_put_in_between_is_named_after_the_one_before_it() -> None:
    kept, _ = after(TEXT.replace(TWO, f"something quite new stands here.\n\n{TWO}"))
    assert kept == {"s1.h1": "head", "s1.p1": "one", "s1.p1-2": "something", "s1.p2": "eleven", "s1.p3": "a"}


def test_a_paragraph_at_the_end_counts_on() -> None:
    kept, _ = after(TEXT + "\nsomething quite new stands here.\n")
    assert kept["s1.p4"] == "something"


def test_the_number_of_a_removed_paragraph_is_never_given_again() -> None:
    kept, gone = after(TEXT.replace(THREE, "something quite new stands here at the end"))
    assert kept["s1.p4"] == "something"
    assert gone == {"s1.p3": "s1.p2"}


def test_a_split_paragraph_leaves_its_id_to_the_longer_part() -> None:
    kept, gone = after(TEXT.replace("fourteen fifteen", "fourteen.\n\nfifteen"))
    assert (kept["s1.p2"], kept["s1.p1-2"], gone) == ("fifteen", "eleven", {})


def test_of_joined_paragraphs_the_longer_one_gives_its_id_and_the_other_leads_there() -> None:
    kept, gone = after(TEXT.replace("ten.\n\n", "ten "))
    assert (kept["s1.p2"], gone) == ("one", {"s1.p1": "s1.p2"})


def test_paragraphs_under_a_new_heading_keep_their_ids() -> None:
    kept, _ = after(TEXT.replace(THREE, f"# Another head\n\n{THREE}"))
    assert kept["s1.p3"] == "a"


def test_where_ids_are_no_steps_the_reference_of_a_passage_is_its_id_all_the_same() -> None:
    data = written(TEXT.replace(THREE, f"# Another head\n\n{THREE}"), written(TEXT, NOTHING)[1])[0]
    assert b"descendant-or-self" in data
    assert faults(data.decode()) == []


def test_a_passage_that_comes_back_has_its_id_again() -> None:
    first = written(TEXT, NOTHING)[1]
    data, second, _ = written(TEXT.replace(f"{TWO}.\n\n", ""), first)
    assert removed(data) == {"s1.p2": "s1.p1"}
    data, _, new = written(TEXT, second)
    assert (passages(data)["s1.p2"][0], removed(data), new) == ("eleven", {}, [])


def test_a_link_to_what_two_releases_have_removed_still_arrives() -> None:
    first = written(TEXT, NOTHING)[1]
    second = written(TEXT.replace(f"\n\n{THREE}.", ""), first)[1]
    data, third, _ = written(TEXT.replace(f"\n\n{TWO}.\n\n{THREE}.", ""), second)
    assert removed(data) == {"s1.p2": "s1.p1", "s1.p3": "s1.p1"}
    assert [line.id for line in third.lines] == ["s1", "s1.h1", "s1.p1", "s1.p2", "s1.p3"]


@pytest.mark.parametrize("text", [
    "One.\n\n* * *\n\nTwo.\n\n* * *\n\nThree.\n", "Yes.\n\nYes.\n\nYes.\n\nNo.\n\nYes.\n", "\n", "",
    "# I\n\n# I\n\nA b.\n\n# I\n\nA b.\n", "A note[1] and[1] more.\n\n[1] Said.\n\n[1] Again.\n",
    "> > A b c\n\n- x\n- x\n  - x\n"])
def test_passages_that_are_alike_keep_their_ids_where_nothing_changes(text: str) -> None:
    data, published, _ = written(text, NOTHING)
    again, _, new = written(text, published, "1.0")
    assert (again, new) == (data, [])


def test_marks_within_a_passage_stay_with_their_words() -> None:
    marked = TEXT.replace("five", "it's five year's absence").replace("two three", "two *three* --- four")
    data, published, _ = written(marked, NOTHING)
    ids = marks(data)
    later, _, _ = written(marked.replace("one two", "so --- one two"), published)
    found = marks(later)
    assert ids
    assert found[-len(ids):] == ids
    assert found[0] not in ids


def test_a_tei_with_removed_passages_is_valid_and_says_so() -> None:
    text = TEXT.replace(f"{TWO}.\n\n", "")
    data = written(text, written(TEXT, NOTHING)[1])[0]
    assert [str(one) for one in validate(data, "x") if one.severity == "error"] == []
    assert "Removed in version 2.0." in data.decode()
    assert "paragraph “eleven twelve thirteen fourteen fifteen”" in data.decode()


def test_the_file_reads_as_it_was_written(tmp_path: Path) -> None:
    published = written(TEXT + "\n“Quoted” \\ — it's\n", NOTHING)[1]
    later = written(TEXT.replace(THREE, f"# Other\n\n{THREE}"), published)[1]
    path = tmp_path / "t.ids.toml"
    write_file(path, dumps(later, "t").encode("utf-8"))
    assert replace(load(path), file="") == later
    assert sum(line.startswith('"') for line in path.read_text("utf-8").splitlines()) == len(later.lines) + 2


@pytest.mark.parametrize(("change", "code"), [
    (lambda text: text.replace("is =", "was =", 1), "toml-missing"),
    (lambda text: text.replace('is = "p"', 'is = "paragraph"', 1), "toml-value"),
    (lambda text: text.replace('"s1.p1" =', '"s1 p1" =', 1), "ids-broken"),
    (lambda text: text + "<<<<<<< ours\n", "toml-syntax"),
    (lambda text: text + text.splitlines()[-1] + "\n", "toml-syntax"),
    (lambda text: text.replace('"1.0" = ""\n', ""), "ids-broken")])
def test_a_broken_file_is_refused(tmp_path: Path, change: Callable[[str], str], code: str) -> None:
    path = tmp_path / "t.ids.toml"
    path.write_text(change(dumps(written(TEXT, NOTHING)[1], "t")), "utf-8")
    with pytest.raises(UserError) as caught:
        load(path)
    assert caught.value.finding.code == code
    assert caught.value.finding.file == str(path)


def test_the_command(folder: Path, edition: Command) -> None:
    build, text = folder.parent / "build", folder / "one.txt"
    assert "ids-version" in edition("ids", folder, "--freeze").err
    assert not (folder / "one.ids.toml").exists(), "without a version nothing is written"
    settings_file = folder / "edition.toml"
    settings_file.write_text('version = "1.0"\n' + settings_file.read_text("utf-8"), "utf-8")
    edition("build", folder, "-o", build)
    before = (build / "one" / "one.xml").read_bytes(), (build / "one" / "index.html").read_bytes()
    assert "ids-unpublished" in edition("ids", folder, "--check").err
    assert edition("ids", folder, "--freeze").status == 0
    assert edition("ids", folder, "--check").status == 0
    edition("build", folder, "-o", build)
    assert ((build / "one" / "one.xml").read_bytes(), (build / "one" / "index.html").read_bytes()) == before
    text.write_text("# A letter\n\nMy dear old friend, how are you today?\n\nIt has *always* been so, and so it will "
                    "be while there are letters to write.\n", "utf-8")
    ran = edition("ids", folder, "--check", "-v")
    assert ran.status == 1
    assert all(code in ran.err for code in ("ids-same-version", "ids-gone", "ids-new"))
    settings_file.write_text(settings_file.read_text("utf-8").replace("1.0", "1.1"), "utf-8")
    edition("build", folder, "-o", build)
    page = (build / "one" / "index.html").read_text("utf-8")
    assert "This passage was removed in version 1.1" in page
    assert re.search(r'<section id="?removed"?', page)
    assert edition("ids", folder, "--freeze").status == 0
    edition("build", folder, "-o", build)
    assert (build / "one" / "index.html").read_text("utf-8") == page


def test_what_has_errors_is_not_frozen(folder: Path, edition: Command) -> None:
    (folder / "one.toml").write_text('language = "no language"\n', "utf-8")
    ran = edition("ids", folder, "--freeze", "--release", "1.0")
    assert (ran.status, "ids-unsound" in ran.err) == (1, True)
    assert list(folder.glob("*.ids.toml")) == [], "all or none"
    (folder / "one.toml").unlink()
    assert edition("ids", folder, "--freeze", "--release", "1.0").status == 0


LOST = 'title = { value = "A lost title", cert = "low", evidence = "conjecture: the words" }\n'


def test_a_supplied_title_keeps_its_id(folder: Path, edition: Command) -> None:
    (folder / "two.md").unlink()
    text, settings_file = folder / "one.txt", folder / "one.toml"
    text.write_text(f"{ONE}.\n\n{TWO}.\n", "utf-8")
    settings_file.write_text(LOST, "utf-8")
    assert edition("ids", folder, "--freeze", "--release", "1.0").status == 0
    frozen = (folder / "one.ids.toml").read_text("utf-8")
    assert '"h0" = { is = "head", begins = "A lost title" }' in frozen
    edition("build", folder, "-o", folder.parent / "build")
    assert edition("ids", folder, "--check", "--release", "1.0").status == 0
    settings_file.unlink()
    assert re.search(r'<item xml:id="h0" corresp="#p1">heading “A lost title”', edition("convert", text).out)
    text.write_text(f"# A part\n\n{ONE}.\n\n{TWO}.\n", "utf-8")
    settings_file.write_text(LOST, "utf-8")
    assert re.search(r'<item xml:id="h0" corresp="#s1">', edition("convert", text).out), "a text with a title"
    text.write_text(f"{ONE}.\n\n{TWO}.\n", "utf-8")
    assert '<head xml:id="h0"><supplied xml:id="h0.c1"' in edition("convert", text).out


def test_a_supplied_title_keeps_its_id_over_another_division(folder: Path, edition: Command) -> None:
    text = folder / "one.txt"
    text.write_text(f"{ONE}.\n\n{TWO}.\n", "utf-8")
    (folder / "one.toml").write_text(LOST, "utf-8")
    assert edition("ids", text, "--freeze", "--release", "1.0").status == 0
    ids = folder / "one.ids.toml"
    ids.write_text(ids.read_text("utf-8").replace('"h0', '"s1.h0'), "utf-8")
    data = edition("convert", text).out
    assert '<head xml:id="s1.h0"><supplied xml:id="s1.h0.c1"' in data
    assert "<item xml:id" not in data


@pytest.fixture(scope="module")
def shorter() -> Tei:
    """A TEI whose last version has had a paragraph more."""
    return Tei(written(TEXT.replace(f"{TWO}.\n\n", ""), written(TEXT, NOTHING)[1])[0], "text")


def test_in_a_book_the_id_of_what_was_removed_is_in_a_chapter_of_its_own(shorter: Tei) -> None:
    with zipfile.ZipFile(io.BytesIO(outputs.render(shorter, "epub"))) as book:
        chapter, contents = book.read("EPUB/removed.xhtml").decode(), book.read("EPUB/nav.xhtml").decode()
    assert re.search(r'<li id="s1.p2">This passage was removed in version 2.0.*href="text-\d.xhtml#s1.p1"', chapter)
    assert "removed.xhtml" in contents


@pytest.mark.filterwarnings("default")
def test_in_a_pdf_each_id_is_a_named_destination_that_of_what_was_removed_too(shorter: Tei) -> None:
    pypdf = pytest.importorskip("pypdf")
    try:
        pdf.paginator()
    except UserError as error:
        pytest.skip(error.finding.message)
    found = pypdf.PdfReader(io.BytesIO(outputs.render(shorter, "pdf"))).named_destinations
    assert {"s1", "s1.h1", "s1.p1", "s1.p2", "s1.p3"} <= set(found)
