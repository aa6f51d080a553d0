#!/usr/bin/env python3
"""Opens our workbooks in LibreOffice, computes every formula anew and compares it with the figure that the file holds beside it.

    apt install libreoffice-calc python3-uno && cargo build && tests/tries/workbooks.py [PROGRAM]

In the workbook of a scenario a measure is left out as well: the total must be less by its share. Where LibreOffice or its Python is missing,
that is said and nothing is checked.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

import office

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/tinhgon").resolve()
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BOOKS = {
    "proposal": ["report", "proposal"],
    "progress": ["report", "progress"],
    "cost": ["report", "cost"],
    "ranking": ["report", "ranking"],
    "sheet-comparison": ["report", "sheet-comparison"],
    "official": ["report", "sheet", "--form", "official"],
    "scenario": ["report", "scenario"],
    "scenario-en": ["--lang", "en", "report", "scenario", "--scope", "agency:BCA"],
}

WORKER = """
answers = []
for job in json.load(sys.stdin):
    book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["path"]), "_blank", 0, (prop("Hidden", True),))
    for sheet, cell, text in job["set"]:
        book.Sheets.getByIndex(sheet).getCellRangeByName(cell).setString(text)
    book.calculateAll()
    found = {}
    for sheet, cell in job["ask"]:
        one = book.Sheets.getByIndex(sheet).getCellRangeByName(cell)
        found[str(sheet) + "!" + cell] = one.getString() if one.FormulaResultType2 == 4 else (one.getValue() if one.getError() == 0 else "error")
    answers.append(found)
    book.close(True)
print(json.dumps(answers))
"""


def held(path):
    """The formulas of a workbook with what stands beside them, and plain cells: {(sheet, cell): (formula or None, value)}."""
    book, cells = zipfile.ZipFile(path), {}
    strings = ["".join(t.text or "" for t in item.iter(M + "t")) for item in xml.fromstring(book.read("xl/sharedStrings.xml"))] if "xl/sharedStrings.xml" in book.namelist() else []
    names = sorted((name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)), key=lambda n: int(re.search(r"\d+", n)[0]))
    for number, name in enumerate(names):
        for cell in xml.fromstring(book.read(name)).iter(M + "c"):
            formula, value = cell.find(M + "f"), cell.find(M + "v")
            text = None if value is None else value.text
            if cell.get("t") == "s":
                text = strings[int(text)]
            cells[number, cell.get("r")] = (None if formula is None else formula.text, text)
    return cells


def same(stored, computed):
    try:
        return abs(float(stored) - float(computed)) < 0.005 if abs(float(stored)) < 1e6 else round(float(stored)) == round(float(computed))
    except ValueError:
        return stored == computed


def main():
    libreoffice = office.here("formulas were NOT computed anew")
    with tempfile.TemporaryDirectory() as home:
        folder = pathlib.Path(home)
        env = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "PATH": "/usr/bin:/bin"}

        def run(*args):
            ran = subprocess.run([str(PROGRAM), *map(str, args)], cwd=home, env=env, capture_output=True, text=True)
            if ran.returncode not in (0, 1):
                sys.exit(f"{args}: {ran.stderr}")

        run("init")
        jobs, expected = [], []
        for name, args in BOOKS.items():
            path = folder / f"{name}.xlsx"
            run(*args, "-o", path)
            cells = held(path)
            formulas = {place: (formula, value) for place, (formula, value) in cells.items() if formula is not None}
            jobs.append({"path": str(path), "set": [], "ask": [list(place) for place in formulas]})
            expected.append((name, {f"{sheet}!{cell}": value for (sheet, cell), (_, value) in formulas.items()}))
            if not formulas:
                sys.exit(f"{name}: no formula")
            if name == "scenario":
                # The first measure saves most; without it the total counts its share less.
                total = max((cell for sheet, cell in cells if sheet == 0 and cell.startswith("J")), key=lambda cell: int(cell[1:]))
                jobs.append({"path": str(path), "set": [[0, "A2", "Không"]], "ask": [[0, total]]})
                left = int(cells[0, total][1]) - int(cells[0, "I2"][1])
                expected.append(("scenario without its first measure", {f"0!{total}": left}))
        answer = office.asked(libreoffice, home, WORKER, json.dumps(jobs))
        wrong = 0
        for (name, stored), computed in zip(expected, json.loads(answer)):
            differ = {cell: (value, computed[cell]) for cell, value in stored.items() if not same(value, computed[cell])}
            wrong += len(differ)
            print(f"{name}: {len(stored)} formulas, {len(differ)} that come to another figure {dict(list(differ.items())[:3]) or ''}")
        sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
