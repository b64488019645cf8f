"""Finishes Qt's PDF so that its text can be found and read aloud: the language is named, letters are themselves.

Qt names for each drawn shape one of the letters that have it, and not always the one that was written: a tab for
a blank, an Arabic letter's old presentation form, a radical for a Chinese letter. Searching then finds nothing.
What is changed is appended, as PDF allows ("incremental update", ISO 32000-1, 7.5.6); nothing that Qt wrote moves.
"""

import re
import unicodedata

CATALOG = re.compile(rb"(\d+) 0 obj\n<<\n/Type /Catalog\n(.*?)>>\nendobj", re.DOTALL)
TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
TRAILER = re.compile(rb"trailer\n<<\n(.*?)>>\nstartxref\n(\d+)\s+%%EOF\s*\Z", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f]{4})>")
LANGUAGE = b"en"
TWINS = {
    0x0009: " ",
    0x00A0: " ",
    0x00AD: "-",
    0x2010: "-",
    0x2011: "-",
    0x2126: "Ω",
    0x2215: "/",
    0x2219: "·",
}
"""Letters that share the shape of a commoner one."""
FORMS = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0xFB00, 0xFDFF), (0xFE70, 0xFEFE))
"""Blocks of forms that Unicode keeps only for old texts: their letters are what was written."""


def searchable(pdf: bytes) -> bytes:
    """Return the PDF with its language and with the letters that were written; as it was if it looks otherwise."""
    catalog, trailer = CATALOG.search(pdf), TRAILER.search(pdf)
    if catalog is None or trailer is None:
        return pdf
    # The language goes into the catalog, for screen readers; the window then shows the title, not the file's name.
    entries = catalog[2] + b"/Lang (" + LANGUAGE + b")\n/ViewerPreferences << /DisplayDocTitle true >>\n"
    changed = {int(catalog[1]): b"<<\n/Type /Catalog\n" + entries + b">>"}
    for number in sorted({int(each) for each in TO_UNICODE.findall(pdf)}):
        letters = _letters(pdf, number)
        if letters is not None:
            changed[number] = b"<< /Length %d >>\nstream\n" % len(letters) + letters + b"endstream"
    return pdf + _update(len(pdf), changed, entries=trailer[1], before=int(trailer[2]))


def _letters(pdf: bytes, number: int) -> bytes | None:
    """Return the table of letters of a font, corrected; ``None`` if it cannot be read."""
    found = re.search(rb"\n%d 0 obj\n<<[^>]*>>\nstream\n(.*?)endstream" % number, pdf, re.DOTALL)
    if found is None or b"begincmap" not in found[1]:
        return None
    head, begin, rest = found[1].partition(b"endcodespacerange")
    lines = [_corrected(line) for line in rest.split(b"\n")]
    return head + begin + b"\n".join(lines)


def _corrected(line: bytes) -> bytes:
    """Return a line "<from> <to> [<letter> ...]" with the letters meant; other lines as they are."""
    codes, bracket, letters = line.partition(b"[")
    return codes + bracket + HEX.sub(_meant, letters) if bracket else line


def _meant(match: re.Match[bytes]) -> bytes:
    letter = int(match[1], 16)
    meant = TWINS.get(letter, "")
    if not meant and any(first <= letter <= last for first, last in FORMS):
        meant = unicodedata.normalize("NFKC", chr(letter))
    return b"<" + meant.encode("utf-16-be").hex().upper().encode() + b">" if meant else match[0]


def _update(size: int, changed: dict[int, bytes], *, entries: bytes, before: int) -> bytes:
    """Return the objects that take the place of older ones, and the table that says where they begin."""
    body, table = b"", b"xref\n"
    for number in sorted(changed):
        table += b"%d 1\n%010d 00000 n \n" % (number, size + len(body))
        body += b"%d 0 obj\n" % number + changed[number] + b"\nendobj\n"
    tail = b"trailer\n<<\n" + entries + b"/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (before, size + len(body))
    return body + table + tail
