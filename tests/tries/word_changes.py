#!/usr/bin/env python3
"""Opens Word files with tracked changes in LibreOffice, accepts all of them or rejects all, and compares what is left with the new and the old text.

    apt install libreoffice-writer python3-uno && cargo build && tests/tries/word_changes.py [PROGRAM]

Comparison and consolidation are compared with the texts that they were made from, the proposal with what its file says by a reader of this
script. Where LibreOffice or its Python is missing, that is said and nothing is checked.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml
import zipfile

import office

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/tinhgon").resolve()
DATA = ROOT.parent / "shared/data/consolidation"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

BASE = """BỘ THỬ
Số: 1/2020/TT-BT
THÔNG TƯ
Quy định về thử
Điều 1. Hồ sơ
1. Tờ khai.
2. Bản sao giấy khai sinh có chứng thực.
3. Hộ chiếu.
Điều 2. Hiệu lực
Thông tư này có hiệu lực từ ngày 01 tháng 7 năm 2020.
"""
AMENDING = """BỘ THỬ
Số: 2/2021/TT-BT
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 1/2020/TT-BT
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 1/2020/TT-BT
1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:
“2. Bản điện tử giấy khai sinh.”.
2. Bãi bỏ khoản 3 Điều 1.
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2021.
"""
# What the base is with the amendment: clause 2 reads anew, clause 3 is gone; a consolidated text keeps the place of what is gone.
AFTER = BASE.replace("Bản sao giấy khai sinh có chứng thực", "Bản điện tử giấy khai sinh").replace("3. Hộ chiếu.\n", "")
CONSOLIDATED = AFTER.replace("Điều 2. Hiệu lực", "3. (được bãi bỏ)\nĐiều 2. Hiệu lực")


# Runs in the Python that has uno: file, accept or reject, and where the text goes; one job a line.
WORKER = """
dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
for line in sys.stdin.read().splitlines():
    path, what, to = line.split("\\t")
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (prop("Hidden", True),))
    frame = document.getCurrentController().getFrame()
    if what != "Leave":
        dispatcher.executeDispatch(frame, ".uno:" + what + "AllTrackedChanges", "", 0, ())
    left = document.getRedlines().createEnumeration().hasMoreElements() if what != "Leave" else False
    document.storeToURL(uno.systemPathToFileUrl(to), (prop("FilterName", "Text (encoded)"), prop("FilterOptions", "UTF8,LF,,,")))
    document.close(True)
    print(path, what, "left" if left else "none", flush=True)
"""


def lines(text):
    """The lines of a text with their blanks made alike; empty ones say nothing."""
    text = unicodedata.normalize("NFC", text.replace("\ufeff", ""))
    return [line for line in (re.sub(r"\s+", " ", line).strip() for line in text.splitlines()) if line]


def projected(path, accept):
    """What a file says with its changes accepted or rejected, by this reader: the paragraphs of its text, joined where their end goes."""
    gone = ("del", "moveFrom") if accept else ("ins", "moveTo")
    root = xml.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    said, open_line = [], ""
    for paragraph in root.iter(W + "p"):
        text = ""
        for child in paragraph:
            if child.tag in [W + tag for tag in gone]:
                continue
            for node in child.iter():
                if node.tag in (W + "t", W + "delText"):
                    text += node.text or ""
                elif node.tag == W + "br":
                    text += "\n"
        ends = paragraph.find(f"{W}pPr/{W}rPr")
        joined = ends is not None and any(ends.find(W + tag) is not None for tag in gone)
        open_line += text
        if not joined:
            said.append(open_line)
            open_line = ""
    return lines("\n".join(said + [open_line]))


def main():
    libreoffice = office.here("tracked changes were NOT tried in LibreOffice")
    with tempfile.TemporaryDirectory() as home:
        folder = pathlib.Path(home)

        def run(*args):
            env = {"HOME": home, "XDG_DATA_HOME": home, "PATH": "/usr/bin:/bin"}
            ran = subprocess.run([str(PROGRAM), *map(str, args)], cwd=home, env=env, capture_output=True, text=True)
            if ran.returncode not in (0, 1):
                sys.exit(f"{args}: {ran.stderr}")

        for name, text in (("base.txt", BASE), ("amending.txt", AMENDING), ("after.txt", AFTER)):
            (folder / name).write_text(text, encoding="utf-8")
        run("init")
        # (file, what is left when all is rejected, and when all is accepted; nothing: what the reader of this script says)
        files = []
        run("law", "apply", "base.txt", "amending.txt", "--track", "-o", "consolidation.docx")
        files.append(("consolidation.docx", lines(BASE), lines(CONSOLIDATED)))
        run("law", "compare", "base.txt", "after.txt", "-o", "comparison.docx")
        files.append(("comparison.docx", lines(BASE), lines(AFTER)))
        moved = BASE.replace("3. Hộ chiếu.\n", "").replace("1. Tờ khai.", "3. Hộ chiếu.\n1. Tờ khai.")
        (folder / "moved.txt").write_text(moved, encoding="utf-8")
        run("law", "compare", "base.txt", "moved.txt", "-o", "moved.docx")
        files.append(("moved.docx", lines(BASE), lines(moved)))
        texts = ["--current-text", "Điều 5. Hồ sơ\n1. Tờ khai\na) Bản chính", "--proposed-text", "Điều 5. Hồ sơ\n1. Tờ khai điện tử\nb) Bãi bỏ"]
        run("measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", *texts, "--instrument", "123/2015/NĐ-CP")
        run("report", "proposal", "--track", "-o", "proposal.docx")
        files.append(("proposal.docx", None, None))
        if DATA.exists():
            old, new = DATA / "tt-39-2016-tt-nhnn.txt", DATA / "vbhn-21-2024-tt39.txt"
            run("law", "compare", old, new, "-o", "circular.docx")
            files.append(("circular.docx", None, None))
        else:
            print("== SKIPPED: ../shared/data is not here, so no real consolidation was tried")
        jobs = [(name, what) for name, *_ in files for what in ("Reject", "Accept")]
        asked = "\n".join(f"{folder / name}\t{what}\t{folder / (name + '.' + what)}" for name, what in jobs)
        answer = office.asked(libreoffice, home, WORKER, asked)
        wrong = [f"{line}: changes are left" for line in answer.splitlines() if line.endswith("left")]
        for name, old, new in files:
            for what, known in (("Reject", old), ("Accept", new)):
                found = lines((folder / f"{name}.{what}").read_text(encoding="utf-8"))
                own = projected(folder / name, what == "Accept")
                for who, expected in (("the text", known), ("the reader", own)):
                    if expected is not None and found != expected:
                        first = next(((a, b) for a, b in zip(found, expected) if a != b), (len(found), len(expected)))
                        wrong.append(f"{name}, {what} all, against {who}: {first}")
            marks = sum(zipfile.ZipFile(folder / name).read("word/document.xml").count(f"<w:{tag} ".encode()) for tag in ("ins", "del", "moveFrom", "moveTo"))
            if not marks:
                wrong.append(f"{name}: no tracked change")
            print(f"{name}: {marks} marks")
        print("\n".join(wrong) or f"{len(jobs)} readings of {len(files)} files: accept all gives the new text, reject all the old one")
        sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
