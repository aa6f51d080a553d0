#!/usr/bin/env python3
"""Makes the pictures of README.md: drives the program in tmux at 80×24 on a home of its own, and puts what is seen between the marks.

    cargo build --release && tests/tries/pictures.py [PROGRAM]
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/tinhgon").resolve()

# The name of a picture, and the keys that lead to it from the start.
PICTURES = {
    "overview": ["Escape", "Down"],
    "catalogue": ["C-g", "=danh muc", "Enter", "F6"],
    "sheet": ["Enter", "F6", "Right", "=2h30"],
    "scenario": ["Escape", "C-g", "=kich ban", "Enter", "Enter", "Down", "Down", "Space"],
}


def tmux(*args: str) -> str:
    return subprocess.run(["tmux", "-L", "tinhgon-pictures", *args], check=True, capture_output=True, text=True).stdout


def main() -> None:
    if not shutil.which("tmux"):
        sys.exit("tmux is needed to make the pictures")
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:
        variables = {
            "HOME": home,
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_STATE_HOME": f"{home}/state",
            "SOURCE_DATE_EPOCH": "1795910400",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "USER": "lan",
        }
        environment = [part for name, value in variables.items() for part in ("-e", f"{name}={value}")]
        tmux("new-session", "-d", "-s", "p", "-x", "80", "-y", "24", *environment, str(PROGRAM))
        try:
            time.sleep(2)
            for name, keys in PICTURES.items():
                for key in keys:
                    tmux("send-keys", "-t", "p", *(["-l", key[1:]] if key.startswith("=") else [key]))
                    time.sleep(0.4)
                time.sleep(0.6)
                seen = "\n".join(line.rstrip() for line in tmux("capture-pane", "-t", "p", "-p").splitlines())
                mark = rf"(<!-- picture: {name} -->\n```\n).*?(\n```\n<!-- end -->)"
                text, found = re.subn(mark, lambda m: m.group(1) + seen.rstrip() + m.group(2), text, flags=re.S)
                if not found:
                    sys.exit(f"README.md has no place for the picture {name}")
        finally:
            tmux("kill-server")
    readme.write_text(text, encoding="utf-8")
    print(f"{len(PICTURES)} pictures in {os.path.relpath(readme)}")


if __name__ == "__main__":
    main()
