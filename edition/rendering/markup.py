"""HTML without the mark-up that every reader supplies: quotation marks of values, and end tags that are implied."""

from __future__ import annotations

from edition.regex import regex

_TAG = regex(r'<[a-z][a-z0-9]*(?: [^\s"=>]+(?:="[^"]*")?)+>')
_VALUE = regex(r"""="([^\s"'`=<>]+)"(?=[ >])""")
# A paragraph ends where one of these begins (readers of older HTML know no others), or with what it stands in.
_AFTER = "blockquote|div|dl|fieldset|h[1-6]|hr|ol|p|pre|table|ul"
_WITHIN = ("article|aside|blockquote|body|dd|details|div|fieldset|figcaption|figure|footer|header|li|main|nav|section|"
           "td|th")
# A search engine that leaves out the heads of tables (edition.making.pagefind) looks for their end tags.
_IMPLIED = tuple(regex(pattern) for pattern in (
    rf"</p>(?=<(?:{_AFTER})[ >]|</(?:{_WITHIN})>)",
    r"</li>(?=<li[ >]|</[ou]l>)",
    r"</dt>(?=<d[dt][ >])",
    r"</dd>(?=<dt[ >]|</dl>)",
    r"</t[dh]>(?=<t[dh][ >]|</tr>)",
    r"</tr>(?=<tr[ >]|</(?:tbody|thead|table)>)",
    r"</tbody>(?=</table>)",
))


def lean(page: str) -> str:
    """A page as Saxon writes it, with less mark-up in its body: to a reader of HTML the same.

    The head stays, which programs read that look for the usual, and what stands from the first script on.
    """
    head, start, body = page.replace("<!DOCTYPE HTML>", "<!doctype html>", 1).partition("<body>")
    body, script, rest = body.partition("<script")
    return head + start + _lean(body) + script + rest


def _lean(body: str) -> str:
    for end_tag in _IMPLIED:
        body = end_tag.sub("", body)
    return _TAG.sub(lambda tag: _VALUE.sub(r"=\1", tag[0]), body)
