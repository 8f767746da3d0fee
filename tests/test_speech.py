"""Speech as the reading of it finds it: which words, by whom, how sure; and the marks that the printer left out."""

from __future__ import annotations

import re

import pytest

from edition.conventions.speech import CONVENTIONS
from edition.persons import Person
from edition.pipeline import parse
from edition.rules import Context, Plain
from edition.source import from_text
from edition.speech.language import load
from edition.speech.languages import TAGS
from edition.speech.reading import MissingMark, assign_turns, missing_marks, reading
from edition.tree import Span, settle, whole

Told = list[tuple[str, str, str]]


class Settings(Plain):
    """Settings in which an editor has named persons and said whose the comments are."""

    persons = (Person("ordzhonikidze", "Grigol Ordzhonikidze", ("Ordjonikidze", "Sergo")),)
    comments_by = "GG"


def context(text: str, options: Plain | None = None) -> Context:
    """A text whose paragraphs are parted by empty lines; `Name:` before a quotation makes a labelled turn."""
    spans: list[Span] = []
    for found in re.finditer(r"(?:[^\n]+\n?)+", text):
        start, end = found.start(), found.start() + len(found.group().rstrip())
        label = re.match(r"(\w+:) (?=\")", found.group())
        if label:
            spans += [whole(start, end, "sp", ""), whole(start, start + label.end(1), "speaker", "")]
            start += label.end()
        spans.append(whole(start, end, "p", ""))
    return Context(from_text(text), options or Plain(language="en"), spans=spans)


def settled(text: str, options: Plain | None = None) -> tuple[Context, list[Span]]:
    """The context, and its spans once the claims of all conventions that hold are settled."""
    made = context(text, options)
    claims = [claim for convention in CONVENTIONS if convention.score is None or convention.score(made).value >= 0.5
              for rule in convention.rules for claim in rule.claims(made)]
    spans, refused = settle(made.spans, claims)
    assert refused == []
    return made, spans


def told(text: str, *kinds: str, options: Plain | None = None) -> Told:
    """(kind, words, who) of each span of these kinds."""
    _, spans = settled(text, options)
    wanted = kinds or ("said",)
    return [(span.kind, text[span.start:span.end], span.get("who")) for span in spans if span.kind in wanted]


def speakers(text: str) -> list[str]:
    return [who for _, _, who in told(text)]


def missing(text: str) -> list[MissingMark]:
    return missing_marks(context(text))


DIALOGUE = '''Kamenev asked: "What do you think of doing?"

Bucharin answered: "I will go."

"When?"

"Tomorrow."

"So be it," said Kamenev.'''


def test_who_speaks_is_named_beside_the_words_or_follows_from_taking_turns() -> None:
    assert speakers(DIALOGUE) == ["#kamenev", "#bucharin", "#kamenev", "#bucharin", "#kamenev"]


def test_only_what_is_inferred_carries_a_certainty() -> None:
    _, spans = settled(DIALOGUE)
    assert [span.get("cert") for span in spans if span.kind == "said"] == ["", "", "high", "high", ""]


def test_where_nothing_shows_the_speaker_there_is_none_but_a_finding() -> None:
    made, spans = settled('It rained. Nobody was in the street.\n\n"Who is there?"\n\nNobody answered.')
    assert [span.get("who") for span in spans if span.kind == "said"] == [""]
    assert [finding.code for finding in made.findings] == ["speaker-unknown"]
    assert made.persons == {}


def test_persons_are_those_that_are_pointed_to() -> None:
    made, _ = settled(DIALOGUE + "\n\nThen Stalin went away to Moscow.")
    assert sorted(made.persons) == ["bucharin", "kamenev"]


def test_a_name_in_the_editor_s_list_wins() -> None:
    text = 'Ordjonikidze said: "It is too early." Everyone knew that Sergo said so.'
    made, spans = settled(text, Settings(language="en"))
    assert [span.get("who") for span in spans if span.kind == "said"] == ["#ordzhonikidze"]
    assert made.persons["ordzhonikidze"].name == "Grigol Ordzhonikidze"


def test_initials_that_end_a_sentence_are_no_part_of_the_next_name() -> None:
    text = ('Krupskaja was at home. Krupskaja said nothing. They told her of the deportation of L. D. Krupskaja said: '
            '"I have heard of it."')
    assert speakers(text) == ["#krupskaja"]


def test_an_answer_within_the_paragraph_of_its_question_is_another_s() -> None:
    text = ('Bucharin said: "Here it is."\n\n"But that would be a platform?" asked Kamenev. '
            '"Perhaps, but have you written none?"\n\n"Never," said Kamenev. "Not I."')
    assert speakers(text) == ["#bucharin", "#kamenev", "#bucharin", "#kamenev", "#kamenev"]


def test_he_is_not_she() -> None:
    text = ('Emma laughed at her brother. Robert hung his head.\n\n"I will not go," she said.\n\n'
            '"But I must," he said.')
    assert speakers(text) == ["#emma", "#robert"]


@pytest.mark.parametrize("before", range(70, 100))
def test_a_part_of_a_word_is_no_pronoun(before: int) -> None:
    """Wherever the words end in which a pronoun is looked for: "heavy" does not begin with "he"."""
    text = f'Renata {"x" * before} heavy things.\n\n"Come," said Renata.'
    scene = reading(context(text)).scene
    assert [(known.he, known.she) for known in scene.names.persons.values()] == [(0, 0)]


def test_a_person_called_by_name_does_not_speak_to_himself() -> None:
    text = 'Emma said: "Come." Harriet said: "No."\n\n"Harriet, you must."\n\n"I will not," said Harriet.'
    assert speakers(text)[2] == "#emma"


def test_the_speaker_of_a_labelled_turn_stands_on_the_turn_and_not_on_its_words() -> None:
    text = 'Kamenev: "Did he say just that? He declared: It cannot be done. And he went."\n\nBucharin: "No."'
    made, spans = settled(text)
    made.spans = spans
    turns = [span for span in assign_turns(made) if span.kind == "sp"]
    assert [(turn.get("who"), turn.get("toWhom")) for turn in turns] == [("#kamenev", ""), ("#bucharin", "")]
    assert [text[span.start:span.end] for span in spans if span.kind == "said"] == ["It cannot be done."]


def test_the_pieces_of_one_speech_are_joined_and_two_speeches_are_not() -> None:
    _, spans = settled('"We have some," said Kamenev. "We have others." Later he said: "We have none."')
    said = [span for span in spans if span.kind == "said"]
    assert said[0].get("next") == f"@{said[1].get('key')}"
    assert said[1].get("prev") == f"@{said[0].get('key')}"
    assert said[2].get("prev") == ""


def test_a_speech_over_paragraphs_is_one_said_each() -> None:
    text = '"I was born," said Crusoe, "in York.\n\n"Then I went to sea.\n\n"And there I was lost."'
    assert speakers(text) == ["#crusoe"] * 4
    assert missing(text) == []


def test_writing_is_quoted_and_not_said() -> None:
    text = ('The letter notes “excellent work” there. It is printed on the banner: “Back to the land!” '
            'The “plan” was made.')
    assert [kind for kind, *_ in told(text, "said", "quote", "soCalled")] == ["quote", "quote", "soCalled"]


def test_comments_carry_the_voice_that_the_settings_name() -> None:
    text = 'Kamenev said: "I go. (A lie!) I stay." (He did neither.) Lenin said: "No." (He did.)'
    _, spans = settled(text, Settings(language="en"))
    found = [(span.kind, span.get("type"), span.get("resp")) for span in spans if span.kind in ("comment", "seg")]
    assert found == [("comment", "comment", "#GG"), ("seg", "comment", "#GG"), ("seg", "comment", "#GG")]


# -- marks ----------------------------------------------------------------------------------------------------------


def test_nothing_is_missing_where_all_is_there() -> None:
    assert missing(DIALOGUE) == []


def test_a_mark_left_out_after_a_comment_is_missed_where_the_speech_goes_on() -> None:
    text = ('Piatakov said: "He can be obeyed". (Pearls, real pearls!) They are mistaken, and I will not obey." '
            '(He will.)')
    found = [(text[mark.offset:][:8], mark.side, mark.mark, mark.cert) for mark in missing(text)]
    assert found == [("They are", "before", '"', "high")]
    assert told(text)[1] == ("said", 'They are mistaken, and I will not obey."', "#piatakov")


def test_a_mark_left_out_behind_a_quotation_in_a_quotation() -> None:
    text = '"Stalin said: \'I cannot share.\' (But is he not the "main enemy"?)\n\nThey left.'
    found = missing(text)
    assert [(mark.side, mark.mark, text[:mark.offset + 1][-7:]) for mark in found] == [("after", '"', "share.'")]
    # The insertion covers more than the quotation inside, so that it stands in the outer one.
    assert text[found[0].start:found[0].end] == " 'I cannot share.'"


def test_a_mark_left_out_before_the_words_that_say_who_speaks() -> None:
    text = 'It came. “We came to the Whistle, continues the letter, “and we saw it.”'
    assert [text[:mark.offset + 1][-8:] for mark in missing(text)] == ["Whistle,"]
    assert [kind for kind, *_ in told(text, "said", "quote")] == ["quote", "quote"]


def test_an_unclosed_mark_does_not_swallow_the_rest() -> None:
    text = '"I never saw him, said John. He was gone, and nobody knew it.\n\nMary laughed.\n\nIt rained.'
    assert told(text) == [("said", '"I never saw him,', "#john")]


@pytest.mark.parametrize("text", [
    "He had the boys' books, and 'tis true that dogs' dinners aren't 'em.",
    "It was 6\" wide and the '98 rising came.",
    "Rock 'n' roll; o'clock; Litvinoff‘s army.",
])
def test_apostrophes_and_inches_are_no_quotation_marks(text: str) -> None:
    assert told(text, "said", "q", "quote", "soCalled") == []


# -- languages and measure --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_declares_every_list(tag: str) -> None:
    language = load(tag)
    assert language.tag == tag
    assert {"say", "weak", "write"} == set(language.verbs.values())
    assert language.pronouns
    assert language.determiners


def test_a_name_cut_by_the_edge_of_what_is_read_is_no_crash() -> None:
    """What stands before a speech is read back a few hundred characters: the edge may fall into a name of two words."""
    for far in range(370, 420):
        narration = ("Smithson and all of them went on " * 20)[:far]
        text = f'John Smithson was there. John {narration} cried out: "Yes, it is so."\n'
        assert parse(from_text(text)).spans


# -- long texts ---------------------------------------------------------------------------------------------------


def _long(story: str) -> str:
    """A story at whose end so much is told without any speech that the text is no short one."""
    return story + "\n\n" + "\n\n".join(["Nothing stirred in the fields, and the road lay white in the sun."] * 3500)


def test_a_long_text_names_a_person_as_fully_as_it_does_far_from_speech() -> None:
    text = _long(
        "Long ago old Clara Weiss kept the mill, and with Clara Weiss lived a boy.\n\n" + "It rained for days.\n\n" * 20
        + '"Come in," said Clara. "The door is open."'
    )
    made = context(text)
    assert len(text) > 200_000
    assert [who for _, _, who in told(text)] == ["#clara-weiss", "#clara-weiss"]
    assert reading(made).names.persons["clara-weiss"].person().name == "Clara Weiss"


def test_in_a_long_text_a_pronoun_means_whom_a_paragraph_without_speech_has_named() -> None:
    text = _long(
        "In the evening Martin came home, for he was tired; and Martin said that he would stay.\n\n"
        'He looked about him.\n\n"Here I am," he said.'
    )
    assert [who for _, _, who in told(text)] == ["#martin"]
