"""A command without help, an example that works, or a line in the README does not pass."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
from conftest import ROOT

from edition.cli import cli

README = (ROOT / "README.md").read_text("utf-8")
NAMES = cli.list_commands(click.Context(cli))
COMMANDS = [(name, command) for name in NAMES if (command := cli.get_command(click.Context(cli), name))]
PROMISED = {"build", "convert", "validate", "render", "verify", "restore", "explain", "rules", "schema"}


def test_every_command_that_was_promised_is_there() -> None:
    assert set(NAMES) >= PROMISED
    assert sorted(NAMES) == NAMES == [name for name, _ in COMMANDS]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_help(name: str, command: click.Command) -> None:
    """Help has a first line that fits the list of commands, an example, and a word about each option."""
    assert command.help
    first = command.help.split("\n")[0]
    assert first.endswith(".")
    assert len(first) <= 60, first
    assert command.get_short_help_str(100).rstrip(".") == first.rstrip(".")
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, parameter.name


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_the_example_is_a_call_that_click_takes(name: str, command: click.Command, tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    assert command.epilog
    words = shlex.split(command.epilog.removeprefix("Example: "))
    assert words[:2] == ["edition", name]
    monkeypatch.chdir(tmp_path)
    for word in (word for word in words[2:] if not word.startswith("-")):
        Path(word).parent.mkdir(parents=True, exist_ok=True)
        Path(word).touch()
    with command.make_context(name, words[2:], parent=click.Context(cli)):
        pass


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_line_in_the_readme(name: str) -> None:
    assert re.search(rf"^\| `edition {name}\b[^|]*` \| \S", README, re.MULTILINE)


def test_the_readme_has_exactly_two_commands_to_begin_with() -> None:
    """One that runs the main job and one that passes the tests, each a whole line; .ci/run runs these very lines."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert [block.count("\n") for block in blocks[:2]] == [1, 1]
    assert blocks[0].endswith("edition build seeds\n")
    assert blocks[1].endswith("pytest\n")


def test_files_that_the_readme_names_exist() -> None:
    for name in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / name).exists(), name


def test_the_lock_holds_every_dependency_at_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    lock = [line for line in (ROOT / "requirements.lock").read_text("utf-8").split("\n") if line and line[0] != "#"]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line) for line in lock)
    locked = {line.partition("==")[0].lower().replace("_", "-") for line in lock}
    assert {re.split(r"[<>=\[ ]", one)[0].lower().replace("_", "-") for one in asked} <= locked


def test_the_changelog_knows_this_version() -> None:
    from edition import __version__
    assert re.search(rf"^## {re.escape(__version__)}", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
