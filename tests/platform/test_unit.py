#!/usr/bin/env python3
# Goal: systemd understands every line of the unit that we hand out.
# Method: systemd-analyze verify of the unit in a folder that stands for the machine; any output is a failure, because on systemd
# 252 an unknown key exits 0. A unit with such a key and one without its program must both be found.
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

source = Path(__file__).resolve().parents[2] / "platform/systemd/carewall.service"


def verdict(unit: str) -> str:
    with tempfile.TemporaryDirectory(prefix="carewall-unit-") as folder:
        (Path(folder) / "carewall").write_text("#!/bin/sh\n")
        (Path(folder) / "carewall").chmod(0o755)
        path = Path(folder) / source.name
        path.write_text(unit.replace("/usr/local/bin", folder))
        result = subprocess.run(["systemd-analyze", "verify", path], capture_output=True, text=True, timeout=60)
        return result.stdout + result.stderr


def main() -> int:
    if not shutil.which("systemd-analyze"):
        print("skipped: systemd-analyze is not installed")
        return 77
    unit = source.read_text()
    wrong = [line for line in [verdict(unit)] if line]
    for what, broken in (("an unknown key", unit.replace("RestartSec=", "RestartSeconds=")),
                         ("a missing program", unit.replace("/usr/local/bin/carewall", "/usr/local/bin/nothing"))):
        if broken == unit or not verdict(broken):
            wrong.append(f"{what} is not found")
    print("\n".join(wrong + [f"{len(wrong)} wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
