"""The proof on random documents: whatever belongs together is proven, and no damage passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from mutations import KINDS, compact, mutations, rebuilt
from tiny_tei import random_pair, tei

from edition.proof.bulk import agreeing
from edition.verify import exact, source_lines, unrender, verify

SEEDS = st.integers(0, 10_000_000)
BLANKS = " \t\n\r\f\v"


def missed(proven: Callable[[bytes, str], bool], documents: int, each: int) -> tuple[Counter[str], Counter[str]]:
    """Damage done to random documents: all of it by kind, and that on which `proven` is wrong."""
    done: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for seed in range(documents):
        pair = random_pair(seed)
        for name, document, source, real in mutations(pair.tei, pair.source, seed, each):
            done[name] += 1
            wrong[name] += proven(document, source) == real
    return done, +wrong


@given(SEEDS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_belongs_together_is_proven(seed: int, newline: str) -> None:
    pair = random_pair(seed, newline)
    proof = verify(pair.tei, pair.source)
    assert proof.ok, proof.lines()
    assert len(proof.additions) == pair.additions
    assert compact(unrender(pair.tei)) == compact(pair.source) == rebuilt(etree.fromstring(pair.tei))


@given(SEEDS)
def test_whole_pieces_compared_at_once_prove_what_single_characters_do(seed: int) -> None:
    pair = random_pair(seed)
    assert verify(pair.tei, pair.source) == exact(pair.tei, pair.source)
    for _, document, source, _ in mutations(pair.tei, pair.source, seed, 1):
        assert (agreeing(document, source) is not None) == exact(document, source).ok


@given(SEEDS, st.data())
def test_one_changed_character_of_the_source_fails_and_is_found(seed: int, data: st.DataObject) -> None:
    pair = random_pair(seed)
    places = [at for at, char in enumerate(pair.source) if char not in BLANKS]
    at = data.draw(st.sampled_from(places))
    new = data.draw(st.sampled_from(["", "#", "Ж", pair.source[at] + "x"]).filter(lambda new: new != pair.source[at]))
    proof = verify(pair.tei, pair.source[:at] + new + pair.source[at + 1:])
    assert not proof.ok
    # Told within a line or two of where it is (a repeated character can be missed by its neighbours, not by far).
    line = len(pair.source[:at].replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert abs(proof.problems[0].source_line - line) <= 3


@given(SEEDS, st.data())
def test_one_word_boundary_lost_in_the_source_fails(seed: int, data: st.DataObject) -> None:
    pair = random_pair(seed)
    if pair.gaps:
        start, end = data.draw(st.sampled_from(pair.gaps))
        assert not verify(pair.tei, pair.source[:start] + pair.source[end:]).ok


def test_all_damage_is_caught_and_nothing_else() -> None:
    """All changes of 1,000; what only looks like damage is proven."""
    done, wrong = missed(lambda document, source: verify(document, source).ok, documents=40, each=25)
    assert wrong == {}
    assert sum(done.values()) == 1000
    assert set(done) == set(KINDS)


@pytest.mark.slow
def test_all_of_much_damage_is_caught() -> None:
    assert missed(lambda document, source: verify(document, source).ok, documents=1000, each=40)[1] == {}


@pytest.mark.parametrize(("lax", "misses"), [
    (lambda document, source: verify(document, source, reindented=True).ok, set()),
    (lambda document, source: rebuilt(etree.fromstring(document)) == compact(source),
     {"tei-join", "source-part", "tei-hidden-in-skin"}),
    (lambda document, source: sorted(compact(unrender(document))) == sorted(compact(source)),
     {"source-swap", "source-move", "tei-exchange"}),
    (lambda document, source: True, set(KINDS) - {"no-remark", "no-wrapped", "no-said-otherwise", "source-blank"}),
    (lambda document, source: False, {"no-remark", "no-wrapped", "no-said-otherwise", "source-blank"}),
])
def test_a_laxer_proof_would_be_seen_to_miss_damage(lax: Callable[[bytes, str], bool], misses: set[str]) -> None:
    def proven(document: bytes, source: str) -> bool:
        try:
            return lax(document, source)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, etree.XMLSyntaxError):
            return False
    _, wrong = missed(proven, documents=60, each=25)
    assert misses <= set(wrong)


@given(st.binary(max_size=200), st.text(max_size=50))
def test_no_bytes_make_it_crash(data: bytes, source: str) -> None:
    for document in (data, tei("<p>x</p>").replace(b"x", data)):
        proof = verify(document, source)
        assert proof.lines()
        assert proof.counts["problems"] or proof.ok
        source_lines(document, source)(7)


@given(SEEDS, st.data())
def test_no_broken_tei_makes_it_crash(seed: int, data: st.DataObject) -> None:
    pair = random_pair(seed)
    start = data.draw(st.integers(0, len(pair.tei)))
    proof = verify(pair.tei[:start] + pair.tei[start + data.draw(st.integers(1, 30)):], pair.source)
    assert proof.lines()


@given(SEEDS)
def test_lines_of_the_tei_lead_to_lines_of_the_source(seed: int) -> None:
    pair = random_pair(seed)
    line = source_lines(pair.tei, pair.source)
    last = len(pair.source.split("\n"))
    assert all(0 <= line(number) <= last for number in range(-1, pair.tei.count(b"\n") + 3))
