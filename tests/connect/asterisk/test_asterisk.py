#!/usr/bin/env python3
# Goal: what the wall counts of a real Asterisk is what Asterisk itself counts, live and from its log, through cuts and restarts.
# Method: 300 calls of every kind; the feed hears them by AMI through a wire that the test cuts, set up as asterisk.md says and by its
# own lines; queue_log is counted here anew.
"""test_asterisk.py BUILD: skipped (77) unless CAREWALL_ASTERISK_ROOT names a folder with an unpacked Asterisk, made e.g. by
mmdebstrap --variant=extract --include=asterisk sid ROOT. Traffic stays on loopback."""
import collections
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3]
MAPPING = SOURCE / "platform/mappings/asterisk.toml"
PAGE = MAPPING.with_suffix(".md").read_text()
LOGIN = PAGE.split("```\n")[1]  # the block for manager.conf
LABELS = {"600": "billing", "601": "repairs", "sales": "sales"}
AGENTS = 20
SEED = 11

CONF = {
    "asterisk.conf": "[directories]\n{directories}\n[options]\nquiet = yes\nmaxload = 1000\n",
    "logger.conf": "[general]\nqueue_log = yes\n[logfiles]\nmessages => warning,error\n",
    "manager.conf": "[general]\nenabled = yes\nport = {port}\nbindaddr = 127.0.0.1\ntimestampevents = yes\n"
                    "{login}"
                    "[test]\nsecret = second-secret\nread = agent\nwrite = reporting,originate,agent,system,call\n",
    "modules.conf": "[modules]\nautoload=no\n" + "".join(f"load={name}.so\n" for name in (
        "pbx_config app_queue app_dial app_originate app_senddtmf func_devstate func_channel bridge_simple bridge_holding "
        "bridge_builtin_features res_musiconhold res_timing_timerfd codec_ulaw codec_gsm format_gsm").split()),
    "musiconhold.conf": "[default]\nmode=files\ndirectory=moh\n",
    "queues.conf": "[general]\npersistentmembers = no\nautofill = yes\nlog_membername_as_agent = yes\n"
                   "[600]\nstrategy = rrmemory\ntimeout = 5\nretry = 1\nringinuse = no\n"
                   + "".join(f"member => Local/{n}@agents/n,0,Agent {n}\n" for n in range(1000, 1000 + AGENTS))
                   + "".join(f"[{queue}]\nstrategy = ringall\ntimeout = 15\nretry = 1\ncontext = exits\n"
                             f"member => Local/rings@agents/n,0,Nobody\n" for queue in ("601", "sales")),
    "extensions.conf": "[general]\n[agents]\nexten => rings,1,Wait(60)\n same => n,Hangup()\n"
                       "exten => _1XXX,1,Answer()\n same => n,Wait(1)\n same => n,Hangup()\n"
                       "[exits]\nexten => 1,1,Hangup()\n"
                       "[incoming]\nexten => 600,1,Answer()\n same => n,Queue(600,,,,60)\n same => n,Hangup()\n"
                       "exten => sales,1,Answer()\n same => n,Queue(sales,,,,60)\n same => n,Hangup()\n"
                       "exten => 601,1,Answer()\n same => n,Queue(601,,,,2)\n same => n,Queue(600,,,,60)\n same => n,Hangup()\n"
                       "[customers]\nexten => _stays!,1,Answer()\n same => n,Wait(${{EXTEN:5}})\n same => n,Hangup()\n"
                       "exten => _presses!,1,Answer()\n same => n,Wait(${{EXTEN:7}})\n same => n,SendDTMF(1)\n"
                       " same => n,Wait(30)\n same => n,Hangup()\n",
}
for name in "acl ccss cdr cel features http stasis udptl".split():
    CONF[name + ".conf"] = ""


def printed(*begins: str) -> list:
    """The lines of asterisk.md that begin so, to be typed."""
    lines = [line.strip() for line in PAGE.splitlines() if line.startswith("    ") and line.strip().startswith(begins)]
    assert len(lines) >= len(begins), f"asterisk.md has no line {begins}"
    return lines


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(what: str, ready, patience: float = 20):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if value := ready():
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited {patience} s for {what}")


class Asterisk:
    """A real one, with settings and logs in a folder of its own."""

    def __init__(self, root: Path, run: Path):
        self.root, self.run, self.port = root, run, free_port()
        for folder in ("etc", "var", "spool", "run", "log"):
            (run / folder).mkdir()
        self.arch = next((root / "usr/lib").glob("*-linux-gnu")).name
        folders = {"astetcdir": "etc", "astvarlibdir": "var", "astdbdir": "var", "astkeydir": "var", "astagidir": "var",
                   "astspooldir": "spool", "astrundir": "run", "astlogdir": "log", "astcachedir": "var"}
        lines = [f"{key} => {run / folder}" for key, folder in folders.items()]
        lines += [f"astmoddir => {root}/usr/lib/{self.arch}/asterisk/modules", f"astdatadir => {root}/usr/share/asterisk"]
        for name, text in CONF.items():
            (run / "etc" / name).write_text(text.format(port=self.port, directories="\n".join(lines), login=LOGIN) if text else "")
        self.log = run / "log/queue_log"
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [next(iter((self.root / "usr/lib64").glob("ld-linux*"))), "--library-path", f"{self.root}/usr/lib/{self.arch}",
             f"{self.root}/usr/sbin/asterisk", "-f", "-C", f"{self.run}/etc/asterisk.conf"],
            stdin=subprocess.DEVNULL, stdout=open(self.run / "out", "ab"), stderr=subprocess.STDOUT)
        self.ami = wait_for("Asterisk", self.login, 30)

    def login(self):
        try:
            return Ami(self.port)
        except OSError:
            return None

    def stop(self):
        self.process.terminate()
        self.process.wait(20)

    def counted(self) -> dict:
        """Of each queue what Asterisk counts."""
        return {m["Queue"]: (int(m["Completed"]), int(m["Abandoned"]), int(m["Calls"]))
                for m in self.ami.listed("QueueStatus") if m.get("Event") == "QueueParams"}

    def logged(self) -> collections.Counter:
        """Of each queue and kind so many rows of queue_log."""
        rows = [line.split("|") for line in self.log.read_text().splitlines()]
        return collections.Counter((row[2], row[4]) for row in rows)

    def quiet(self):
        """Nobody waits and nobody talks."""
        def done():
            logged = self.logged()
            ended = sum(n for (_, kind), n in logged.items() if kind.startswith("COMPLETE"))
            return sum(n for (_, kind), n in logged.items() if kind == "CONNECT") == ended + self.lost \
                and all(calls == 0 for _, _, calls in self.counted().values())
        wait_for("all calls to end", done, 60)

    lost = 0  # calls that talked as it was stopped


class Ami:
    """A manager's connection of the test's own."""

    def __init__(self, port: int):
        self.socket = socket.create_connection(("127.0.0.1", port), 5)
        self.file = self.socket.makefile("rb")
        self.file.readline()
        self.number = 0
        self.send(Action="Login", Username="test", Secret="second-secret", Events="off")

    def send(self, **fields):
        self.number += 1
        fields["ActionID"] = str(self.number)
        self.socket.sendall(("".join(f"{key}: {value}\r\n" for key, value in fields.items()) + "\r\n").encode())

    def listed(self, action: str) -> list:
        self.send(Action=action)
        messages, message = [], {}
        while line := self.file.readline().decode().strip("\r\n") or True:
            if line is not True:
                key, _, value = line.partition(": ")
                message[key] = value
                continue
            if message.get("ActionID") == str(self.number):
                messages.append(message)
            if message.get("EventList") == "Complete" and message.get("ActionID") == str(self.number):
                return messages
            message = {}

    def call(self, queue: str, customer: str, number: int, **more):
        self.send(Action="Originate", Channel=f"Local/{customer}@customers/n", Context="incoming", Exten=queue, Priority="1",
                  Async="true", CallerID=f'"Jane Doe" <+1555{number:04}>', **more)


class Wire:
    """Between the feed and Asterisk; the test cuts it."""

    def __init__(self, to: int):
        self.to, self.port, self.ends, self.open = to, free_port(), [], True
        self.server = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, _ = self.server.accept()
            try:
                far = socket.create_connection(("127.0.0.1", self.to), 5) if self.open else None
            except OSError:
                far = None
            if far is None:
                near.close()
                continue
            self.ends += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self.pump, args=(one, other), daemon=True).start()

    @staticmethod
    def pump(one, other):
        try:
            one.settimeout(None)
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        self.open = False
        for end in self.ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        self.ends = []


class Floor:
    """A broker and the feed, and what the wall would show."""

    def __init__(self, build: Path, run: Path, port: int):
        self.broker = free_port()
        (run / "broker.conf").write_text(f"listener {self.broker} 127.0.0.1\nallow_anonymous true\n")
        (run / "secrets").mkdir()
        for line in printed("(umask 077", "cp "):
            subprocess.run(line.replace("/usr/local/share/carewall/mappings", str(MAPPING.parent)), shell=True, cwd=run / "secrets",
                           check=True)
        mosquitto = shutil.which("mosquitto", path=os.environ["PATH"] + ":/usr/sbin")
        self.err = run / "feed.err"
        self.mosquitto = subprocess.Popen([mosquitto, "-c", run / "broker.conf"], stderr=subprocess.DEVNULL)
        command = printed("carewall-feed asterisk")[0].replace(":1883", f":{self.broker}").split()
        self.feed = subprocess.Popen(
            [build / "bin" / command[0], *command[1:], "--port", str(port), "--json"], cwd=run / "secrets", stdout=subprocess.PIPE, stderr=open(self.err, "wb"), text=True)

    def shown(self) -> dict:
        """Of each queue (offered, answered, abandoned) over the day, and its agents."""
        out = subprocess.run(["mosquitto_sub", "-p", str(self.broker), "-t", "carewall/v1/demo/queue/#", "-v", "-W", "1"],
                             capture_output=True, text=True, check=False).stdout
        slots, self.agents = collections.defaultdict(dict), {}
        for line in out.splitlines():
            topic, _, payload = line.partition(" ")
            queue, report = topic.split("/")[4], json.loads(payload)
            for slot in report.get("slots", []) + ([report["open"]] if "open" in report else []):
                slots[queue][slot["start_ms"]] = slot
            if "agents" in report:
                self.agents[queue] = report["agents"]
        return {queue: tuple(sum(int(slot.get(what, 0)) for slot in of.values()) for what in ("offered", "answered", "abandoned"))
                for queue, of in slots.items()}

    def said(self, words: str) -> int:
        return self.err.read_text().count(words)

    def end(self) -> str:
        self.feed.send_signal(signal.SIGTERM)
        words, _ = self.feed.communicate(timeout=20)
        return words

    def close(self):
        for process in (self.feed, self.mosquitto):
            if process.poll() is None:
                process.kill()
            process.wait()


def expected(logged) -> dict:
    """Of each queue what queue_log says."""
    return {LABELS[queue]: tuple(logged[queue, kind] for kind in ("ENTERQUEUE", "CONNECT", "ABANDON")) for queue in LABELS}


def compare(what: str, found, right):
    print(f"  {what}: {found}", flush=True)
    assert found == right, f"{what}: {found}, it must be {right}"


def agree(asterisk: Asterisk, floor: Floor, build: Path):
    """What Asterisk counts, queue_log, the feed and backtest are one."""
    logged = asterisk.logged()
    right = expected(logged)
    compare("queue_log, by (asked, answered, abandoned)", right, right)
    for queue, (completed, abandoned, _) in asterisk.counted().items():
        ended = logged[queue, "COMPLETEAGENT"] + logged[queue, "COMPLETECALLER"]
        compare(f"QueueParams of {queue}", (completed, abandoned),
                (ended, logged[queue, "ABANDON"] + logged[queue, "EXITWITHTIMEOUT"]))
    end = time.monotonic() + 15
    while floor.shown() != right and time.monotonic() < end:
        pass
    compare("by AMI", floor.shown(), right)
    command = printed("carewall-feed backtest")[0].replace("/var/log/asterisk/queue_log*", str(asterisk.log)).split()
    told = subprocess.run([build / "bin" / command[0], *command[1:]], cwd=asterisk.run / "secrets", capture_output=True, text=True,
                          check=True)
    assert "; 0 unreadable" in told.stderr, told.stderr
    queues = json.loads(told.stdout.splitlines()[-1])["queues"]
    compare("by queue_log", {q["queue"]: (q["offered"], q["answered"], q["abandoned"]) for q in queues}, right)


def first_part(asterisk: Asterisk, floor: Floor):
    """300 calls of every kind; two agents are away for a while."""
    rng = random.Random(SEED)
    calls = [("600", "stays40")] * 185 + [("sales", "stays2")] * 55 + [("601", "stays40")] * 35 + [("sales", "presses2")] * 25
    rng.shuffle(calls)
    print(f"seed {SEED}: {len(calls)} calls", flush=True)
    for number, (queue, customer) in enumerate(calls):
        asterisk.ami.call(queue, customer, number)
        time.sleep(0.05)
        if number in (100, 200):
            for agent in (1003, 1004):
                asterisk.ami.send(Action="QueuePause", Interface=f"Local/{agent}@agents/n", Paused=str(number == 100).lower())
        if number == 150:
            floor.shown()
            compare("away in the midst", int(floor.agents["billing"].get("away", 0)), 2)
    asterisk.quiet()
    before = asterisk.logged()
    for number in range(10):  # who talks is handed on to another queue
        asterisk.ami.call("600", "stays5", number, ChannelId=f"handed-{number}")
    time.sleep(0.9)
    for number in range(10):
        asterisk.ami.send(Action="Redirect", Channel=f"handed-{number}", Context="incoming", Exten="sales", Priority="1")
    asterisk.quiet()
    handed_on = asterisk.logged() - before
    print(f"  handed on: {dict(handed_on)}", flush=True)
    assert handed_on["600", "CONNECT"] and handed_on["sales", "ENTERQUEUE"], "nobody was handed on"


def cut_part(asterisk: Asterisk, floor: Floor, wire: Wire):
    """AMI is cut in mid-run: what ended meanwhile is counted as not seen, and nothing is made up."""
    before = asterisk.counted()
    def ended(counted):
        return sum(counted[q][0] + counted[q][1] - before[q][0] - before[q][1] for q in counted)
    shown = floor.shown()
    answered = sum(of[1] + of[2] for of in shown.values())
    for number in range(8):  # some talk and two wait as it is cut
        asterisk.ami.call("600", "stays40", number)
    asterisk.ami.call("sales", "stays6", 8)
    asterisk.ami.call("sales", "stays25", 9)
    time.sleep(2)
    wire.cut()
    for number in range(10, 20):
        asterisk.ami.call("600", "stays40", number)
    time.sleep(8)
    wire.open = True
    wait_for("the feed to come back", lambda: floor.said("Asterisk answers") == 2, 40)
    for number in range(20, 30):
        asterisk.ami.call("600", "stays40", number)
    asterisk.quiet()
    time.sleep(4)
    counted = asterisk.counted()
    not_seen = sum(int(line.split("not seen: ")[1].split()[0]) for line in floor.err.read_text().splitlines() if "not seen: " in line)
    shown = floor.shown()
    seen = sum(of[1] + of[2] for of in shown.values()) - answered
    print(f"  {ended(counted)} ended, {seen} of them seen, not seen {not_seen}", flush=True)
    assert not_seen > 0 and seen + not_seen == ended(counted), (seen, not_seen, ended(counted))
    return shown


def restart_part(asterisk: Asterisk, floor: Floor, shown: dict):
    """Asterisk begins anew with callers in its queues."""
    asterisk.ami.call("sales", "stays40", 1)
    time.sleep(1.5)
    asterisk.stop()
    asterisk.start()
    before = asterisk.logged()
    wait_for("the feed to come back", lambda: floor.said("Asterisk answers") == 3, 40)
    for number in range(15):
        asterisk.ami.call("600", "stays40", number)
    wait_for("15 calls", lambda: asterisk.counted()["600"][0] == 15, 30)
    time.sleep(4)
    now = floor.shown()
    compare("answered after the restart", now["billing"][1] - shown["billing"][1], 15)
    compare("the log", (asterisk.logged() - before)["600", "CONNECT"], 15)


def main() -> int:
    build = Path(sys.argv[1]).resolve()
    root = os.environ.get("CAREWALL_ASTERISK_ROOT", "")
    if not root or not (Path(root) / "usr/sbin/asterisk").exists():
        print("skipped: Asterisk. CAREWALL_ASTERISK_ROOT names no folder with usr/sbin/asterisk")
        return 77
    if not shutil.which("mosquitto_sub"):
        print("skipped: mosquitto_sub is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="carewall-asterisk-") as folder:
        run = Path(folder)
        asterisk = Asterisk(Path(root).resolve(), run)
        wire = Wire(asterisk.port)
        floor = Floor(build, run, wire.port)
        try:
            wait_for("the feed", lambda: floor.said("Asterisk answers"), 20)
            first_part(asterisk, floor)
            agree(asterisk, floor, build)
            shown = cut_part(asterisk, floor, wire)
            restart_part(asterisk, floor, shown)
            print(floor.end())
        finally:
            floor.close()
            if asterisk.process.poll() is None:
                asterisk.stop()
            print(floor.err.read_text())
    return 0


if __name__ == "__main__":
    sys.exit(main())
