"""The command that shows an edition in the browser of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import click

from edition.commands.making import FORMS, TEXTS
from edition.commands.shared import CLEAN, ENCODING, FILE, Voice, end_at_signals, plain, speaking
from edition.making.disk import passing_folder
from edition.rules import counted
from edition.serving.server import Viewer
from edition.serving.shown import Shown

_PAUSE: Final = .4  # seconds between two looks at the files


@click.command(epilog="Example: edition serve letters --watch")
@TEXTS
@click.option("--watch", is_flag=True, help="Build again what changes, and load its pages again.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="N",
              help="The port (0: any that is free).")
@click.option("-o", "--output", type=FILE, metavar="DIR",
              help="Folder to build into, and to keep (else: one that is gone at the end).")
@FORMS
@ENCODING
@speaking
def serve(paths: Sequence[Path], watch: bool, port: int, output: Path | None, outputs: Sequence[str],
          encoding: str | None, voice: Voice) -> int:
    """Show an edition in the browser, on this machine alone.

    PATH is what `edition build` takes. It is built first; a text with errors is not shown, but what is wrong with it.
    With --watch, a text is built again when it or its settings change. Ctrl-C ends it.
    """
    end_at_signals()
    with ExitStack() as stack:
        server = stack.enter_context(Viewer(port, watch))
        try:
            server.shown = Shown(paths or [Path()], output or stack.enter_context(passing_folder()), encoding, outputs)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            _follow(server, voice)
        except KeyboardInterrupt:
            voice.say("ended")
    return CLEAN


def _follow(server: Viewer, voice: Voice) -> None:
    """Say where the edition is, and build it again whenever it is to be followed and something has changed."""
    state = server.shown.state
    click.echo(server.url) if not voice.json else voice.answer({"url": server.url, "findings": plain(state.findings)})
    voice.tell(state.news)
    voice.say(f"{counted(len(state.again), 'text')} built; Ctrl-C ends it")
    while True:
        time.sleep(_PAUSE)
        if server.follow and server.shown.refresh():
            state = server.shown.state
            voice.say(f"built again: {', '.join(state.again) or 'the list of texts'}")
            voice.tell(state.news)
