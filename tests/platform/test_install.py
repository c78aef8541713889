#!/usr/bin/env python3
# Goal: what `cmake --install` puts in place runs from there, is complete, and its pages say what the programs do.
# Method: the build tree into a new prefix; both programs from it, with an installed mapping and an installed board.toml; every
# option of --help and every key of board.toml, with its default, in the installed page, and no option there that the program
# lacks; mistakes on both command lines against their exact sentence and exit code.
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

build = Path(sys.argv[1])
source = Path(__file__).resolve().parents[2]
wrong: list[str] = []


def expect(good: object, words: str) -> None:
    if not good:
        wrong.append(words)


def run(*command: object, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, **more)


def options(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


def page(prefix: Path, name: str) -> str:
    """An installed manual page without its markup."""
    text = (prefix / f"share/man/man{name[-1]}/{name}").read_text()
    for mark, plain in ((r"\(dq", '"'), (r"\-", "-"), (r"\&", "")):
        text = text.replace(mark, plain)
    return text


def pages(prefix: Path) -> None:
    feed = prefix / "bin/carewall-feed"
    first = run(feed, "--help")
    modes = re.findall(r"^  ([a-z]+)  ", first.stdout.partition("Subcommands:")[2], re.M)
    expect("backtest" in modes and "check" in modes, f"carewall-feed --help lists the commands {modes}")
    helps = {"carewall": [run(prefix / "bin/carewall", "--help")],
             "carewall-feed": [first] + [run(feed, mode, "--help") for mode in modes]}
    for program, said in helps.items():
        expect(all(each.returncode == 0 and not each.stderr for each in said), f"{program} --help fails")
        known = options("".join(each.stdout for each in said))
        told = options(page(prefix, program + ".1"))
        expect(len(known) > 10, f"{program} --help lists {sorted(known)}")
        expect(not known - told, f"{program}.1 does not tell {sorted(known - told)}")
        expect(not told - known - options(page(prefix, "carewall.1")), f"{program}.1 tells what is not: {sorted(told - known)}")
    expect("executable_name" not in helps["carewall"][0].stdout, "carewall --help does not know its name")
    settings = page(prefix, "carewall.toml.5")
    keys = re.findall(r"^(\w+ = .*?)\s+# ", (prefix / "share/carewall/board.toml").read_text(), re.M)
    expect(len(keys) > 30, "board.toml has few keys")
    for key in keys:
        expect(f".B {key}\n" in settings, f"carewall.toml.5 does not tell {key}")
    expect(settings.count("\n.B ") == len(keys) + 1, "carewall.toml.5 tells of other keys than board.toml")


def mistakes(prefix: Path) -> None:
    broker = "it must be mqtt://HOST or mqtts://HOST (TLS), with :PORT behind where it is another than 1883 or 8883"
    name = "it must be a name of 1 to 64 bytes without / + # and control characters"
    more = " (--help tells more)"
    for program, words, sentence in (
            ("carewall", "--flor north", "--flor is no option; did you mean --floor?" + more),
            ("carewall", "--nothing=1", "--nothing is no option" + more),
            ("carewall", "north", "north is no option" + more),
            ("carewall", "--floor", "--floor: 1 required NAME missing" + more),
            ("carewall", "--floor a/b", f'--floor is "a/b"; {name}'),
            ("carewall", "--board +", f'--board is "+"; {name}'),
            ("carewall", "--broker http://x", f"broker URL 'http://x' does not begin with mqtt:// or mqtts://; {broker}"),
            ("carewall", "--language fr", '--language is "fr"; it must be "de", "en", "fa" or "ru"'),
            ("carewall", "--after soon", '--after is "soon"; it must be a number from 0 to 86400'),
            ("carewall", "--after nan", '--after is "nan"; it must be a number from 0 to 86400'),
            ("carewall", "--speed -1", '--speed is "-1"; it must be a number from 0 to 1e+06'),
            ("carewall", "--snapshot x.png --refresh 0", '--refresh is "0"; it must be a number from 0.2 to 86400'),
            ("carewall", "--refresh 5", "--refresh needs --snapshot OUT.png: the picture to take again"),
            ("carewall", "--size 1920", '--size is "1920"; it must be like 1920x1080, from 320x240 to 16384x16384'),
            ("carewall", "--size 320x239", '--size is "320x239"; it must be like 1920x1080, from 320x240 to 16384x16384'),
            ("carewall", "--size 320x240x1", '--size is "320x240x1"; it must be like 1920x1080, from 320x240 to 16384x16384'),
            ("carewall", "--gallery d", "--gallery needs --replay FILE: the recording whose end it shows"),
            ("carewall", "--replay a --record b", "--record and --replay exclude each other: a replay is a recording already"),
            ("carewall", "--config /no/board.toml", "/no/board.toml cannot be read (No such file or directory); it must be a "
             "settings file such as platform/board.toml"),
            # The last of an option that stands twice is the one that counts.
            ("carewall", "--floor a/b --floor north --after x --after -2", '--after is "-2"; it must be a number from 0 to 86400'),
            ("carewall-feed", "simulate --floo north", "--floo is no option; did you mean --floor?" + more),
            ("carewall-feed", "replya x.csv", "replya is no command; did you mean replay?" + more),
            ("carewall-feed", "", "A subcommand is required" + more)):
        said = run(prefix / "bin" / program, *words.split())
        expect((said.returncode, said.stderr) == (2, f"{program}: {sentence}\n"),
               f"{program} {words}: {said.returncode}, {said.stderr}")


def programs(prefix: Path, folder: Path) -> None:
    version = re.search(r"project\(carewall VERSION ([\d.]+)", (source / "CMakeLists.txt").read_text())[1]
    for program in ("carewall", "carewall-feed"):
        for option in ("--version", "-v") if program == "carewall" else ("--version",):
            said = run(prefix / "bin" / program, option)
            expect((said.returncode, said.stdout) == (0, f"{program} {version}\n"), f"{program} {option}: {said}")
    picture = folder / "wall.png"
    # Nobody listens on port 1 of this machine: it draws that it waits.
    said = run(prefix / "bin/carewall", "--config", prefix / "share/carewall/board.toml", "--broker", "mqtt://127.0.0.1:1", "--store",
               "none", "--snapshot", picture, "--after", "0.5", "--size", "640x360", "--window", cwd=folder)
    expect(said.returncode == 0 and picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n", f"no picture: {said}")
    questions = folder / "questions.csv"
    questions.write_text("question_id,created_utc,author,topic,locale,title,text,tags,is_spam,solution_answer_id\n"
                         "7,2024-07-01 10:00:00,ann,calendar,en,No sound,It is silent,,false,\n")
    mapping = prefix / "share/carewall/mappings/helpforum-mail.toml"
    said = run(prefix / "bin/carewall-feed", "backtest", questions, "--map", mapping, "--words", "none")
    expect(said.returncode == 0 and '"summary"' in said.stdout, f"backtest: {said}")


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="carewall-install-") as name:
        folder, prefix = Path(name), Path(name) / "prefix"
        said = run("cmake", "--install", build, "--prefix", prefix)
        if said.returncode != 0:
            print(said.stdout + said.stderr)
            return 1
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        for file in ("share/carewall/mosquitto/carewall.conf", "share/carewall/mosquitto/carewall.acl",
                     "share/carewall/mappings/README.md", "share/carewall/proto/carewall/v1/queue.proto", "share/doc/carewall/LICENSE",
                     "share/doc/carewall/README.md"):
            expect((prefix / file).is_file(), f"{file} is not installed")
        unit = (prefix / "lib/systemd/system/carewall.service").read_text()
        expect(f"ExecStart={prefix}/bin/carewall --config" in unit, "the unit does not name the installed program")
        pages(prefix)
        programs(prefix, folder)
        mistakes(prefix)
    print("\n".join(wrong + [f"{len(wrong)} wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
