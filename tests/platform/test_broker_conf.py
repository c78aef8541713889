#!/usr/bin/env python3
# Goal: the broker configuration that we hand to a real floor starts, keeps what is retained, and lets each account do its own.
# Method: mosquitto with platform/mosquitto/carewall.conf and .acl, included as Debian includes it, paths and port moved into a
# temporary folder, an authority made here; every account publishes over TLS what it may and may not; SIGKILL and a restart.
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["PATH"] += ":/usr/sbin"
source = Path(__file__).resolve().parents[2] / "platform/mosquitto"


def run(*command: object, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=30, **options)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Floor:
    def __init__(self, folder: Path):
        self.folder, self.port, self.broker = folder, free_port(), None
        (folder / "certs").mkdir()
        (folder / "conf.d").mkdir()
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
            "-keyout", folder / "certs/carewall.key", "-out", folder / "certs/carewall.crt", check=True)
        for number, account in enumerate(("feed", "wall", "lead")):
            run("mosquitto_passwd", *(["-c"] if not number else []), "-b", folder / "carewall.passwd", account, "secret", check=True)
        shutil.copy(source / "carewall.acl", folder)
        ours = (source / "carewall.conf").read_text()
        moved = ours.replace("/etc/mosquitto", str(folder)).replace("listener 8883", f"listener {self.port} 127.0.0.1")
        assert moved.count(str(folder)) >= 4 and str(self.port) in moved
        (folder / "conf.d/carewall.conf").write_text(moved)
        (folder / "mosquitto.conf").write_text(f"persistence true\npersistence_location {folder}/\nuser root\n"
                                               f"log_dest file {folder}/log\ninclude_dir {folder}/conf.d\n")

    def start(self):
        (self.folder / "log").unlink(missing_ok=True)
        self.broker = subprocess.Popen(["mosquitto", "-c", self.folder / "mosquitto.conf"], stderr=subprocess.PIPE, text=True)
        for _ in range(200):
            if self.broker.poll() is not None:
                sys.exit(f"mosquitto refuses the configuration: {self.broker.stderr.read()}")
            if "running" in ((self.folder / "log").read_text() if (self.folder / "log").exists() else ""):
                return
            time.sleep(0.05)
        sys.exit("mosquitto does not start")

    def account(self, name: str, password: str = "secret") -> list:
        return ["-h", "localhost", "-p", self.port, "--cafile", self.folder / "certs/carewall.crt", "-u", name, "-P", password]

    def publish(self, name: str, topic: str, words: str, password: str = "secret") -> int:
        return run("mosquitto_pub", *self.account(name, password), "-q", 1, "-r", "-t", topic, "-m", words).returncode

    def retained(self, topic: str, name: str = "lead") -> str:
        return run("mosquitto_sub", *self.account(name), "-t", topic, "-C", 1, "-W", 1).stdout.strip()


def check(floor: Floor) -> list[str]:
    floor.start()
    may = [("feed", "queue/a/s/now"), ("feed", "clock"), ("wall", "board/w/status"), ("lead", "notice/n"), ("lead", "board/w/command")]
    may_not = [("wall", "queue/b/s/now"), ("lead", "queue/c/s/now"), ("feed", "notice/m"), ("feed", "board/x/command")]
    wrong = []
    for account, topic in may + may_not:
        floor.publish(account, f"carewall/v1/care/{topic}", account)
        arrived, wanted = floor.retained(f"carewall/v1/care/{topic}"), account if (account, topic) in may else ""
        if arrived != wanted:
            wrong.append(f"{account} publishes {topic}: '{arrived}' arrived, '{wanted}' was to be")
    if floor.retained("carewall/v1/care/queue/a/s/now", "feed"):
        wrong.append("the feed reads the floor")
    if floor.publish("feed", "carewall/v1/care/clock", "x", password="wrong") == 0:
        wrong.append("a wrong password is let in")
    if run("mosquitto_pub", "-h", "localhost", "-p", floor.port, "-t", "a", "-m", "b").returncode == 0:
        wrong.append("a client without TLS is let in")
    floor.broker.kill()
    floor.broker.wait()
    floor.start()
    if (kept := floor.retained("carewall/v1/care/queue/a/s/now")) != "feed":
        wrong.append(f"after SIGKILL '{kept}' is retained, not 'feed'")
    return wrong


def main() -> int:
    if not all(shutil.which(tool) for tool in ("mosquitto", "mosquitto_pub", "mosquitto_passwd", "openssl")):
        print("skipped: mosquitto, mosquitto-clients or openssl is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="carewall-conf-") as folder:
        floor = Floor(Path(folder))
        try:
            wrong = check(floor)
        finally:
            if floor.broker:
                floor.broker.kill()
                floor.broker.wait()
    print("\n".join(wrong + [f"{len(wrong)} wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
