"""Imports go one way, the proof imports nothing of ours, and one module writes files."""

from __future__ import annotations

import ast
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "edition"
# Who may know whom: a module knows those before it.
LINE = ["findings", "source", "kinds", "tree", "view", "rules", "conventions", "pipeline", "writing.tei",
        "validation.validate", "rendering.outputs", "rendering.collection", "rendering.whole", "dts.api",
        "exporting.export", "making.outcome", "making.build", "commands", "cli"]
WRITES = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rmtree", "replace", "rename", "touch", "mkdtemp",
          "mkstemp", "NamedTemporaryFile", "symlink_to"}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name (a package's own file by the package's)."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text("utf-8"))
    return found


def imported(tree: ast.Module, known: set[str]) -> set[str]:
    """Every module that a module imports, ours by the longest name that is a module."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "absolute imports only"
            inside = {f"{node.module}.{alias.name}" for alias in node.names} & known
            # `from edition import x` asks for the module x; for the package only where x is none.
            names |= inside or {str(node.module)}
    return names


@cache
def graph() -> dict[str, set[str]]:
    trees = modules()
    return {name: imported(tree, set(trees)) & set(trees) for name, tree in trees.items()}


def circle(edges: dict[str, set[str]]) -> list[str]:
    """The modules of a circle of imports; none, if there is no circle."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def reach(edges: dict[str, set[str]], start: str) -> set[str]:
    seen, todo = set[str](), [start]
    while todo:
        for name in edges[todo.pop()] - seen:
            seen.add(name)
            todo.append(name)
    return seen


def test_nothing_imports_itself_by_a_detour() -> None:
    assert circle(graph()) == []


def test_a_detour_would_be_seen() -> None:
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}


def test_imports_go_one_way() -> None:
    edges = graph()
    rank = {f"edition.{name}": place for place, name in enumerate(LINE)}
    wrong = [(name, other) for name in rank for other in reach(edges, name) & set(rank) if rank[other] > rank[name]]
    assert wrong == []


def test_the_line_names_modules_that_exist() -> None:
    assert {f"edition.{name}" for name in LINE} <= set(modules())


def test_the_proof_stands_alone() -> None:
    """The proof of a conversion may share nothing with it, not even a parser."""
    trees = modules()
    for name in (name for name in trees if name == "edition.verify" or name.startswith("edition.proof")):
        for other in imported(trees[name], set(trees)):
            allowed = other.startswith("edition.proof") or other.partition(".")[0] in sys.stdlib_module_names
            assert allowed, f"{name} imports {other}"


def writes(call: ast.Call) -> bool:
    """Whether a call writes to the disk: a method of that name, or open() with a mode for it."""
    function = call.func
    if isinstance(function, ast.Name):
        return function.id == "open" and opens_for_writing(call)
    if not isinstance(function, ast.Attribute):
        return False
    if function.attr == "open":
        return opens_for_writing(call)
    # str.replace and dataclasses.replace write nothing.
    return function.attr in WRITES and (function.attr != "replace" or ast.unparse(function.value) == "os")


def opens_for_writing(call: ast.Call) -> bool:
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    return any(isinstance(a, ast.Constant) and a.value in ("w", "wb", "a", "ab", "x", "xb") for a in arguments)


def test_one_module_writes_files() -> None:
    found = set()
    for name, tree in modules().items():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if writes(call):
                found.add(name)
    assert found == {"edition.making.disk"}
