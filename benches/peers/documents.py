#!/usr/bin/env python3
"""Makes proposals in Markdown, HTML, Word and Excel, beside pandoc (the same Markdown to HTML and Word) and openpyxl (the same table), in one run.

    apt install pandoc && pip install openpyxl && cargo build --release && benches/peers/documents.py [PROGRAM] [DOCUMENTS]

Every document is made by a process of its own, as a script would, from the start of the process to its end: ours opens the data file, computes
the figures and writes the file; pandoc reads Markdown that is there. openpyxl is measured without the start of Python, in one process, which is
in its favour. Peak memory is the largest resident set of a process, as the system counts it. Peers that are missing are named.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/tinhgon").resolve()
DOCUMENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
# A peer of which one document takes a second is asked for fewer.
PEER = max(10, DOCUMENTS // 20)

OPENPYXL = """
import sys, time, resource, openpyxl
rows = [list(row) for row in openpyxl.load_workbook(sys.argv[1]).worksheets[0].iter_rows(values_only=True)]
begun = time.perf_counter()
for _ in range(int(sys.argv[3])):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    sheet.freeze_panes = "A2"
    book.save(sys.argv[2])
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def run(command, env):
    """Runs one process; its peak memory in kilobytes."""
    child = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{' '.join(map(str, command))}: failed")
    return usage.ru_maxrss


def measured(count, command, env):
    """Documents a second, and the largest peak of memory."""
    run(command(0), env)
    begun = time.perf_counter()
    peak = max(run(command(at), env) for at in range(count))
    return count / (time.perf_counter() - begun), peak


def main():
    if not PROGRAM.exists():
        sys.exit(f"{PROGRAM} is not there")
    with tempfile.TemporaryDirectory() as home:
        folder = pathlib.Path(home)
        env = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        run([PROGRAM, "init"], env)
        ours = {}
        for form in ("md", "html", "docx", "xlsx"):
            ours[form] = measured(DOCUMENTS, lambda at: [PROGRAM, "report", "proposal", "-o", folder / f"p.{form}"], env)
            size = (folder / f"p.{form}").stat().st_size
            print(f"tinhgon  {form:5} {ours[form][0]:8.1f} a second  {ours[form][1] / 1024:7.1f} MB peak   ({size} bytes)", flush=True)
        if shutil.which("pandoc"):
            for form in ("html", "docx"):
                command = ["pandoc", "-s", "--metadata", "title=p", str(folder / "p.md"), "-o", str(folder / f"peer.{form}")]
                rate, peak = measured(PEER, lambda _: command, env)
                print(f"pandoc   {form:5} {rate:8.1f} a second  {peak / 1024:7.1f} MB peak   ours is {ours[form][0] / rate:.1f} times as fast", flush=True)
        else:
            print("== SKIPPED: pandoc is not on the PATH")
        done = subprocess.run([sys.executable, "-c", OPENPYXL, folder / "p.xlsx", folder / "peer.xlsx", str(PEER * 5)], capture_output=True, text=True)
        if done.returncode:
            print("== SKIPPED: openpyxl is not here (pip install openpyxl)")
        else:
            seconds, peak = map(float, done.stdout.split())
            rate = PEER * 5 / seconds
            print(f"openpyxl xlsx  {rate:8.1f} a second  {peak / 1024:7.1f} MB peak   ours is {ours['xlsx'][0] / rate:.1f} times as fast")


if __name__ == "__main__":
    main()
