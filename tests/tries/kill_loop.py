#!/usr/bin/env python3
"""Kills tinhgon with -9 in the middle of its work, again and again, and looks whether anything is half.

    python3 tests/tries/kill_loop.py target/release/tinhgon [ROUNDS [SEED]]

Each round copies one workspace, runs one command on it and kills it at a random moment. Afterwards the workspace must be sound
(`doctor` exits 0), hold all of the state before or all of the state after (as the same command run to its end leaves it on a twin), and
hold the state after when the command had said that it was done. A folder that was being exported must hold whole files only, and the next
export must make it right. Prints a line per command and exits with 1 where a round failed.
"""
import csv, os, pathlib, random, shutil, subprocess, sys, tempfile, time

TINHGON = str(pathlib.Path(sys.argv[1]).resolve())
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 300
RANDOM = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 7)
HOME = pathlib.Path(tempfile.mkdtemp(prefix="kill-"))
ENV = dict(os.environ, HOME=str(HOME), XDG_DATA_HOME=str(HOME), XDG_CONFIG_HOME=str(HOME), SOURCE_DATE_EPOCH="1790000000", LANG="C.UTF-8")


def run(db, *args, kill=None):
    """Runs a command; kills it after so many seconds. Gives exit code (None where it was killed) and standard output."""
    p = subprocess.Popen([TINHGON, "--db", str(db), *map(str, args)], env=ENV, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if kill is not None:
        try:
            p.wait(kill)
        except subprocess.TimeoutExpired:
            p.kill()
    out, err = p.communicate()
    return (None if p.returncode == -9 else p.returncode), out, err


def state(db):
    """All that a workspace holds, as the program exports it."""
    code, out, err = run(db, "--format", "json", "export", "all", "-o", "-")
    return (code, out) if code == 0 else (code, err)


def copy(base, name):
    """A copy of a workspace that nobody has open."""
    to = HOME / name
    for end in ("", "-wal", "-shm", "-journal"):
        pathlib.Path(str(to) + end).unlink(missing_ok=True)
        if pathlib.Path(str(base) + end).exists():
            shutil.copy(str(base) + end, str(to) + end)
    return to


def folder(path):
    return {str(f.relative_to(path)): f.read_bytes() for f in sorted(path.rglob("*")) if f.is_file()} if path.exists() else {}


def main():
    base = HOME / "base.db"
    listing = HOME / "list.csv"
    listing.write_text("Mã số,Tên,Cơ quan ban hành,Cơ quan thực hiện,Lĩnh vực\n" + "".join(
        f"9.{i:06d},Thủ tục cấp giấy phép số {i},Bộ Tài chính,Cục Thuế,Thuế\n" for i in range(600)), encoding="utf8")
    for args in (["init"], ["import", listing]):
        run(base, *args)
    more = HOME / "more.csv"
    more.write_text(listing.read_text(encoding="utf8").replace("9.0", "8.0").replace("giấy phép", "chứng chỉ"), encoding="utf8")
    sheets = HOME / "sheets.csv"
    run(base, "export", "sheet", "-o", sheets)
    with sheets.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    with sheets.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(dict(row, charges=int(row["charges"]) + 1) for row in rows)
    tree = HOME / "tree"
    works = {
        "import": ["import", more],
        "bulk edit": ["import", sheets],
        "undo": ["undo", "--force"],
        "freeze": ["baseline", "freeze", "nq66-2026"],
        "set": ["cost", "set", "1.004222", "a1", "minutes=77"],
        "folder": ["export", "--to", tree],
    }
    before = state(base)
    wanted, lasts = {}, {}
    for name, args in works.items():
        twin = copy(base, "twin.db")
        shutil.rmtree(tree, ignore_errors=True)
        start = time.monotonic()
        code, _, err = run(twin, *args)
        lasts[name] = time.monotonic() - start
        if code != 0:
            print(f"{name}: exit {code}: {err.decode()[:200]}")
            return 1
        wanted[name] = folder(tree) if name == "folder" else state(twin)
        assert wanted[name] != before, f"{name} changes nothing"
    faults, counts = [], {name: [0, 0, 0] for name in works}
    for number in range(ROUNDS):
        name = RANDOM.choice(list(works))
        db = copy(base, "k.db")
        shutil.rmtree(tree, ignore_errors=True)
        code, _, _ = run(db, *works[name], kill=RANDOM.uniform(0, 1.3 * lasts[name]))
        counts[name][0] += code is None
        health, said, err = run(db, "doctor")
        if health != 0:
            faults.append((number, name, "doctor", health, (said + err).decode()[:300]))
        now = state(db)
        if name == "folder":
            there = folder(tree)
            torn = [f for f, b in there.items() if f in wanted[name] and b != wanted[name][f] and not f.startswith(".")]
            if torn:
                faults.append((number, name, "torn file", torn[:3]))
            again, _, err = run(db, "export", "--to", tree)
            if again != 0 or folder(tree) != wanted[name]:
                faults.append((number, name, "not made right again", again, err.decode()[:300]))
            counts[name][2 if code == 0 else 1] += 1
            if now != before:
                faults.append((number, name, "the workspace changed"))
            continue
        if now == wanted[name]:
            counts[name][2] += 1
        elif now == before:
            counts[name][1] += 1
            if code == 0:
                faults.append((number, name, "acknowledged and lost"))
        else:
            faults.append((number, name, "half"))
    for name, (killed, old, new) in counts.items():
        print(f"{name:10} killed {killed:3}   before {old:3}   after {new:3}")
    for fault in faults:
        print("fault:", *fault)
    print(f"{ROUNDS} rounds, {len(faults)} faults")
    shutil.rmtree(HOME, ignore_errors=True)
    return 1 if faults else 0


sys.exit(main())
