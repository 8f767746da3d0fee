"""Pairs the quotation marks of one paragraph: what lies in what, and which quotation was never closed."""

from __future__ import annotations

from collections.abc import Callable

from edition.speech.marks import Quoted, Token

_REACH = 60  # marks ahead that are asked whether one quotation nests in another

ClosePlace = Callable[[int, int], tuple[int, str, str] | None]
"""(start of the words, where the next thing stands) → (place of the mark, reason, certainty)."""


class Pairing:
    """Pairs the marks of one paragraph. `closing` finds the place of a mark that is missing."""

    def __init__(self, text: str, marks: list[Token], closing: ClosePlace) -> None:
        self.text, self.marks, self.closing = text, marks, closing
        self.unopened: list[Token] = []
        self.brackets = self._brackets()

    def _brackets(self) -> dict[int, int]:
        """Index of each "(" whose bracket is closed here and holds whole quotations only → index of its ")"."""
        pairs, open_ = dict[int, int](), list[int]()
        for k, token in enumerate(self.marks):
            if token.char == "(":
                open_.append(k)
            elif token.char == ")" and open_:
                pairs[open_.pop()] = k
        return {a: z for a, z in pairs.items() if self._whole(a + 1, z)}

    def _whole(self, lo: int, hi: int) -> bool:
        depth = {"double": 0, "single": 0, "dash": 0}
        for token in self.marks[lo:hi]:
            if token.char in "()":
                continue
            opens = token.role == "open" or (token.role == "either" and not depth[token.family])
            depth[token.family] += 1 if opens else -1
            if depth[token.family] < 0:
                return False
        return not any(depth.values())

    def run(self) -> list[Quoted]:
        """The quotations of the paragraph, outermost first, in order; `unopened` holds marks that close nothing."""
        top = self._parse(0, len(self.marks), len(self.text), False)
        top.sort(key=lambda q: q.start)
        return top

    def _parse(self, lo: int, hi: int, end: int, bracket: bool) -> list[Quoted]:
        done: list[Quoted] = []
        stack: list[Quoted] = []

        def put(quoted: Quoted) -> None:
            quoted.comment = bracket
            (stack[-1].inner if stack else done).append(quoted)

        k = lo
        while k < hi:
            token = self.marks[k]
            if token.char in "()":
                if token.char == "(" and k in self.brackets and self.brackets[k] < hi:
                    inside = self._parse(k + 1, self.brackets[k], self.marks[self.brackets[k]].at, True)
                    (stack[-1].inner if stack else done).extend(inside)
                    k = self.brackets[k]
                k += 1
                continue
            holder = next((q for q in reversed(stack) if q.family == token.family), None)
            opens = token.role == "open" or (token.role == "either" and holder is None)
            if opens and token.role == "either" and token.char == "“":
                k += 1
                continue
            if opens and holder is not None and not self._nested(k, hi):
                while stack and stack[-1] is not holder:
                    stack.pop()
                stack.pop()
                behind = self._shut(holder, token.at)
                if holder.reason:
                    put(holder)
                (stack[-1].inner if stack else done).extend(behind)
            if opens:
                stack.append(Quoted(token.at, end, token.family, token.char))
            elif holder is None:
                if not bracket:
                    self.unopened.append(token)
            else:
                while stack[-1] is not holder:
                    lost = stack.pop()
                    stack[-1].inner.extend(lost.inner)
                stack.pop()
                holder.end = token.at + 1
                put(holder)
            k += 1
        while stack:
            left = stack.pop()
            left.closed = False
            if left.family == "single" and stack:
                stack[-1].inner.extend(left.inner)
            else:
                left.end = end
                put(left)
        return done

    def _nested(self, k: int, hi: int) -> bool:
        """Whether a mark that opens inside its like is closed, and then the outer one too."""
        family, depth, j = self.marks[k].family, 2, k + 1
        hi = min(hi, k + _REACH)
        while j < hi:
            token = self.marks[j]
            if token.char == "(" and j in self.brackets:
                j = self.brackets[j]
            elif token.char not in "()" and token.family == family:
                depth += 1 if token.role == "open" else -1
                if depth == 0:
                    return True
            j += 1
        return False

    def _shut(self, quoted: Quoted, limit: int) -> list[Quoted]:
        """End a quotation that was never closed before `limit`, and say why; without a reason where no place is found.

        Returns what is quoted behind that place, in a comment on it.
        """
        quoted.closed = False
        place = self.closing(quoted.start, limit)
        if place is None:
            return []
        quoted.end, quoted.reason, quoted.cert = place
        inner = quoted.inner
        quoted.inner = [q for q in inner if q.end <= quoted.end]
        return [q for q in inner if q.start >= quoted.end and q.comment]
