#!/usr/bin/env python3
# Goal: platform/run shows a living floor, and leaves nothing behind however it ends.
# Method: the real script with the programs of this build, without a display: the picture appears and is drawn again, the printed
# mosquitto_pub line is taken, the board outlives its feed and its broker; then SIGINT, SIGTERM, SIGHUP and SIGKILL, after each
# of which every process that it had started must be gone.
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

script = Path(__file__).resolve().parents[2] / "platform/run"


def wait(what: str, seconds: float, condition):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds} s")


def name_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip() if Path(f"/proc/{pid}/cmdline").read_bytes() else ""
    except OSError:
        return ""  # gone, or a zombie that someone else is to reap


class Run:
    def __init__(self, folder: Path, built: str):
        self.folder, self.png = folder, folder / "floor.png"
        environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        environment["XDG_RUNTIME_DIR"] = str(folder)
        self.log = folder / "log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen([script, "--built", built, "--png", self.png, "--every", "1"], env=environment,
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        self.children = wait("broker, feed and board", 20, self.started)

    def started(self) -> dict[str, int]:
        if self.process.poll() is not None:
            raise AssertionError(f"platform/run ended: {self.log.read_text()}")
        pids = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        found = {name_of(int(pid)): int(pid) for pid in pids}
        return found if {"mosquitto", "carewall-feed", "carewall"} <= found.keys() else {}

    def end(self, how: signal.Signals):
        self.process.send_signal(how)
        status = self.process.wait(20)
        wanted = -how if how == signal.SIGKILL else 128 + how
        assert status == wanted, f"{how.name}: exit status {status}, not {wanted}"
        for name, pid in self.children.items():
            wait(f"{how.name}: the end of {name}", 10, lambda pid=pid, name=name: name_of(pid) != name)
        left = [path.name for path in self.folder.iterdir() if path.is_dir()]
        assert how == signal.SIGKILL or not left, f"{how.name}: {left} is left behind"


def living_floor(run: Run):
    def drawn() -> int:
        return run.png.stat().st_mtime_ns if run.png.exists() and run.png.read_bytes()[:4] == b"\x89PNG" else 0

    first = wait("a picture", 30, drawn)
    wait("a second picture", 15, lambda: drawn() > first)
    line = re.search(r"mosquitto_pub .*", run.log.read_text())[0]
    subprocess.run(shlex.split(line), check=True, timeout=10)
    for name in ("carewall-feed", "mosquitto"):
        os.kill(run.children[name], signal.SIGKILL)
        wait(f"a word of the end of {name}", 10, lambda: run.log.read_text().count("the board goes on") > (name == "mosquitto"))
        last = drawn()
        wait(f"a picture without {name}", 15, lambda: drawn() > last)


def main() -> int:
    for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
        with tempfile.TemporaryDirectory(prefix="carewall-run-") as folder:
            run = Run(Path(folder), sys.argv[1])
            try:
                if how == signal.SIGINT:
                    living_floor(run)
                run.end(how)
            except AssertionError:
                print(run.log.read_text())
                raise
            finally:
                run.process.kill()
                run.process.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
