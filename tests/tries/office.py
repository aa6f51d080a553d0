"""LibreOffice asked by a small program that runs in the Python which has its `uno`. Not run by itself."""

import pathlib
import shutil
import subprocess
import sys
import time

# What every such program begins with: `desktop` and `prop`, and `context` for what else it makes.
BEGIN = """
import json, sys, time, uno
from com.sun.star.beans import PropertyValue
def prop(name, value):
    p = PropertyValue(); p.Name = name; p.Value = value; return p
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(120):
    try:
        context = resolver.resolve("uno:pipe,name=" + sys.argv[1] + ";urp;StarOffice.ComponentContext"); break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
"""


def here(untried):
    """LibreOffice and the Python that has its `uno`, which may be that of the system; without them says what is not tried, and ends."""
    soffice = shutil.which("soffice")
    if not soffice:
        sys.exit(f"== SKIPPED: soffice is not on the PATH; {untried}")
    for python in (sys.executable, "/usr/bin/python3", str(pathlib.Path(soffice).resolve().parent / "python")):
        if pathlib.Path(python).exists() and subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0:
            return soffice, python
    sys.exit(f"== SKIPPED: no Python here has uno; {untried} (apt install python3-uno)")


def asked(office, home, worker, question):
    """What a program, which begins with BEGIN, answers on a question; LibreOffice runs for as long, with settings of its own."""
    soffice, python = office
    pipe = f"tinhgon{time.time_ns()}"
    running = subprocess.Popen(
        [soffice, f"-env:UserInstallation=file://{home}/office", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ran = subprocess.run([python, "-c", BEGIN + worker + "\ndesktop.terminate()\n", pipe], input=question, capture_output=True, text=True, timeout=600)
    if ran.returncode:
        # Nobody told it to end. Its start is a script: what it started goes by the name of the pipe.
        subprocess.run(["pkill", "-f", pipe])
        sys.exit(f"LibreOffice could not be asked: {ran.stderr}")
    running.wait(60)
    return ran.stdout
