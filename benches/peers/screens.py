#!/usr/bin/env python3
"""Measures the terminal application on a pseudo-terminal, beside csvlens and VisiData on the same rows in the same run.

    python3 benches/peers/screens.py target/release/tinhgon [PROCEDURES [ARTICLES]]

Makes a register of so many procedures (100.000), a tenth of them with cost sheets, and instruments of so many articles (180.000) in all; writes
the same procedures as a CSV for the others. Then, in a window of 120×40: start to the first frame, key to the end of the frame that it draws
(median, 99 %), search as one types, and the memory after all that. A frame has ended when nothing came for 12 ms; what counts is the time of
its last byte. csvlens is taken from the PATH or put into a folder of its own by `cargo install`; VisiData (`vd`) from the PATH
(`apt-get install visidata`). Who is missing is said loudly and left out. Nothing here passes or fails.
"""
import fcntl, json, os, pathlib, pty, random, select, shutil, signal, statistics, struct, subprocess, sys, tempfile, termios, time

TINHGON = str(pathlib.Path(sys.argv[1]).resolve())
PROCEDURES = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
ARTICLES = int(sys.argv[3]) if len(sys.argv) > 3 else 180_000
ROWS, COLUMNS = 40, 120
QUIET = 0.012
HOME = pathlib.Path(tempfile.mkdtemp(prefix="screens-"))
RANDOM = random.Random(7)
ENV = dict(os.environ, HOME=str(HOME), XDG_DATA_HOME=str(HOME), XDG_CONFIG_HOME=str(HOME), XDG_STATE_HOME=str(HOME), TERM="xterm-256color",
           LANG="C.UTF-8", COLORTERM="")
for name in ("NO_COLOR", "TINHGON_DB", "LC_ALL"):
    ENV.pop(name, None)
DEEDS = ["Đăng ký", "Cấp giấy phép", "Cấp lại", "Thay đổi", "Gia hạn", "Chấm dứt"]
TOPICS = ["khai sinh", "kết hôn", "hộ kinh doanh", "hợp tác xã", "đất đai", "nhà ở", "môi trường", "lao động", "dược phẩm", "vận tải", "du lịch"]
DOWN, UP, NEXT = "\x1b[B", "\x1b[A", "\x1b[6~"


def loud(text):
    print(f"\n!!! {text}\n", file=sys.stderr, flush=True)


def register(db):
    """The register, taken in as a person would: by import."""
    procedures, sheets = [], []
    for n in range(PROCEDURES):
        code = f"7.{n:06d}"
        name = f"{RANDOM.choice(DEEDS)} {RANDOM.choice(TOPICS)} số {n}"
        procedures.append({"regulation": {"code": code, "kind": "procedure", "name": name, "agency": RANDOM.choice(["BTP", "BCA", "BTC", "BYT"]),
                                          "field": RANDOM.choice(TOPICS), "status": "in_force", "provenance": "assumption", "source": "đo thử"}})
        if n % 10 == 0:
            rows = [{"id": f"a{at}", "group": "dossier", "name": f"Chuẩn bị giấy tờ {at}", "tariff": "income.citizen", "minutes": str(10 * at), "times": "1",
                     "population": RANDOM.randrange(100, 90_000)} for at in range(1, 6)]
            sheets.append({"regulation": code, "activity": rows})
    each = 300
    instruments, versions = [], []
    for n in range(max(ARTICLES // each, 1)):
        number = f"{n + 1}/2031/TT-BTN"
        text = "".join(f"Điều {at}. Hồ sơ\n1. Người nộp theo khoản 2 Điều {at % 90 + 1} Thông tư này:\na) Tờ khai theo mẫu;\nb) Bản sao.\n"
                       f"2. Thời hạn là năm ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.\n" for at in range(1, each + 1))
        instruments.append({"number": number, "title": f"Quy định thử số {n}", "provenance": "assumption", "source": "đo thử"})
        versions.append({"instrument": number, "name": "original", "kind": "original", "text": text})
    file = HOME / "register.json"
    file.write_text(json.dumps({"schema_version": 1, "workspace": {
        "procedure": procedures, "sheet": sheets, "instrument": instruments, "instrument_version": versions}}), encoding="utf8")
    for args in (["init"], ["import", str(file)]):
        begun = time.perf_counter()
        subprocess.run([TINHGON, "--db", str(db), "-q", *args], env=ENV, check=True, stdin=subprocess.DEVNULL)
        print(f"{args[0]}: {time.perf_counter() - begun:.1f} s", file=sys.stderr, flush=True)
    rows = HOME / "rows.csv"
    columns = "code,name,agency,field,status"
    subprocess.run([TINHGON, "--db", str(db), "-q", "list", "procedure", "--columns", columns, "--format", "csv", "-o", str(rows)], env=ENV, check=True,
                   stdin=subprocess.DEVNULL)
    return rows


class Screen:
    """A program on a pseudo-terminal."""

    def __init__(self, command):
        self.begun = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, ENV)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.seen = b""

    def read(self, seconds):
        """What comes within so many seconds; nothing where nothing does. Questions of the terminal are answered as xterm does."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return b""
        try:
            came = os.read(self.fd, 1 << 16)
        except OSError:
            return b""
        if b"\x1b[6n" in came:
            os.write(self.fd, b"\x1b[1;1R")
        if b"\x1b]11;?" in came:
            os.write(self.fd, b"\x1b]11;rgb:0000/0000/0000\x1b\\")
        if b"\x1b[c" in came:
            os.write(self.fd, b"\x1b[?6c")
        self.seen += came
        return came

    def until(self, text, patience=300):
        """Waits until a text was drawn; seconds since the start, up to the end of its frame."""
        ends = time.perf_counter() + patience
        last = self.begun
        while time.perf_counter() < ends:
            if self.read(QUIET if text in self.seen else 1):
                last = time.perf_counter()
            elif text in self.seen:
                return last - self.begun
        raise SystemExit(f"{text!r} never came:\n{self.seen[-4000:]!r}")

    def key(self, keys, patience=5):
        """Seconds from a key to the last byte of the frame that it draws; nothing where none came."""
        while self.read(0):
            pass
        begun = time.perf_counter()
        os.write(self.fd, keys.encode())
        last = None
        while True:
            came = self.read(QUIET if last else patience)
            if came:
                last = time.perf_counter()
            else:
                return last and last - begun

    def memory(self):
        """The most memory that it has held, in MB."""
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return float("nan")

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def told(times):
    times = sorted(time * 1000 for time in times if time)
    if not times:
        return "–"
    return f"{statistics.median(times):.1f} · {times[min(len(times) - 1, int(len(times) * 0.99))]:.1f}"


def measure(name, command, first, before, search):
    """`first`: a text of the first whole frame; `before`: keys that lead to the list, in which the first procedure is then seen; `search`: keys."""
    screen = Screen(command)
    start = screen.until(first.encode())
    for keys in before:
        # What is drawn is told cell by cell, so that words are not whole: a step is done when nothing comes any more.
        screen.key(keys, 60)
        while screen.read(0.3):
            pass
    screen.until(b"7.000")
    arrows = [screen.key(DOWN) for _ in range(300)]
    pages = [screen.key(NEXT) for _ in range(60)]
    typed = [screen.key(keys, 60) for keys in search]
    row = (name, f"{start * 1000:.0f}", told(arrows), told(pages), told(typed), f"{screen.memory():.0f}")
    screen.end()
    print(" | ".join(row), file=sys.stderr, flush=True)
    return row


def csvlens():
    found = shutil.which("csvlens")
    if found:
        return found
    root = HOME / "csvlens"
    built = shutil.which("cargo") and subprocess.run(["cargo", "install", "-q", "csvlens", "--root", str(root)],
                                                     env=dict(os.environ, CARGO_TARGET_DIR=str(HOME / "target"))).returncode == 0
    return str(root / "bin/csvlens") if built else None


def main():
    db = HOME / "w.db"
    rows = register(db)
    typed = list("khai sinh")
    open_list = ["\x1b", "\x07", *"danh", "\r"]
    table = [measure("tinhgon", [TINHGON, "--db", str(db), "--lang", "vi"], "F5", open_list, ["/", *typed])]
    lens, vd = csvlens(), shutil.which("vd")
    if lens:
        table.append(measure("csvlens", [lens, str(rows)], "7.000000", [], ["/" + "".join(typed) + "\r"]))
    else:
        loud("csvlens is missing and `cargo install csvlens` failed: nothing is compared with it")
    if vd:
        table.append(measure("VisiData", [vd, str(rows)], "7.000000", [], ["/" + "".join(typed) + "\r"]))
    else:
        loud("VisiData is missing (apt-get install visidata): nothing is compared with it")
    print(f"\n{PROCEDURES} procedures, {ARTICLES} articles, {COLUMNS}×{ROWS}; times in ms\n")
    print("| | start to first frame | arrow: median · 99 % | page: median · 99 % | search: median · 99 % a key | memory, MB |\n| --- | --- | --- | --- | --- | --- |")
    for row in table:
        print("| " + " | ".join(row) + " |")
    shutil.rmtree(HOME, ignore_errors=True)


if __name__ == "__main__":
    main()
