#!/usr/bin/env python3
"""Holds the tree to the rules that no compiler knows: python3 tidy.py [ROOT] [--list].

Each rule reads the tree and yields (path, line, words). They are rough on purpose: they read lines, not C++, and lean on
the form that .clang-format gives to the code. What each must catch stands in tests/tidy/bad/RULE/, checked by test_tidy.py.
"""
import ipaddress
import re
import sys
from pathlib import Path

# Which rooms a room may include. Programs and tests may include all. A room within a room stands as PATH/ROOM, and who may
# include the outer one may include all within it, but for those within it: these say each of theirs.
CORE = {"core", "core/forecast", "core/trend", "core/figures", "core/stage"}
ARROWS = {
    "core": set(),
    "core/forecast": {"core"},
    "core/trend": {"core"},
    "core/figures": {"core", "core/forecast", "core/trend"},
    "core/stage": CORE - {"core/stage"},
    "wire": CORE - {"core/stage"},
    "mqtt": {"core"},
    "store": {"core", "core/trend"},
    "config": {"core"},
    "board": CORE | {"wire", "store"},
    "ui": CORE,
    "feed/conversation": {"core"},
    "feed/text": {"core", "core/trend", "feed/conversation"},
    "feed/ledger": CORE - {"core/stage"} | {"wire", "feed/conversation", "feed/text"},
    "feed/sources": {"core", "config", "feed/conversation", "feed/text"},
    "feed/simulation": {"core", "feed/conversation"},
    "feed/run": {"core", "store", "feed/conversation", "feed/text", "feed/ledger", "feed/sources"},
    "connect/asterisk": {"core", "feed/conversation", "feed/sources"},
    "feed/backtest": CORE - {"core/stage"} | {"feed/conversation", "feed/ledger"},
}
OUTER = {room.split("/")[0] for room in ARROWS}
PROGRAMS = {"carewall", "carewall_feed"}  # they introduce the rooms to each other
# Headers for the inside of their room (and the tests beside it) alone. File names are unique within app/.
INTERNAL = {"field_reader.h", "json_survey.h", "near_topic.h", "need.h", "payload.h", "reads.h", "topic_shapes.h", "unknown.h", "writes.h",
            "session_error.h", "tls.h", "database.h", "statement.h", "writer.h",
            "queue_figures.h", "report_age.h", "still_to_come.h", "trend_baseline.h", "trend_evidence.h", "voice_figures.h",
            "emerging_label.h", "emerging_similarity.h", "phrases.h", "recent_voices.h", "term_words.h", "logistic_learner.h",
            "csv_rows.h", "file_format.h", "json_rows.h", "mapping_file.h", "threads.h",
            "simulation_crew.h", "simulation_customers.h", "simulation_engine.h", "simulation_tables.h",
            "backtest_drawing.h", "burst_watch.h",
            "ami_agents.h", "ami_calls.h", "ami_gaps.h", "ami_socket.h"}
# Headers of libraries that belong to one room (and to the tests beside it).
PRIVATE = [
    (re.compile(r"^(?!carewall/kept/).*\.pb\.h|^google/protobuf/"), {"wire"}),  # the contract
    (re.compile(r"^carewall/kept/.*\.pb\.h"), {"store", "feed"}),  # what is kept on disk
    (re.compile(r"^mosquitto"), {"mqtt"}),
    (re.compile(r"^sqlite3"), {"store"}),
    (re.compile(r"^toml"), {"config"}),
    (re.compile(r"^(nlohmann/|csv\.h)"), {"feed"}),
    (re.compile(r"^Q|^Qt[A-Z]\w+/"), {"ui"}),
]
QML_ORDER = ["Theme", "Controls", "Tiles", "Scenes"]  # Main.qml stands above all
LONGEST_FILE, LONG_FILE = 600, 400
LONGEST_FUNCTION, LONG_FUNCTION = 90, 60
SEARCHED = ["app", "qml", "proto", "tests", "platform", ".ci"]
TEXT = {".h", ".cpp", ".qml", ".proto", ".py", ".sh", ".cmake", ".txt", ".md", ".toml", ".conf", ".json", ".service", ".acl", ""}


class Tree:
    """The text files of the project, each as its lines. Data that tests read (golden, bad) is no source."""

    def __init__(self, root: Path):
        self.root = root
        self.files: dict[str, list[str]] = {}
        found = [path for top in SEARCHED for path in sorted((root / top).rglob("*"))]
        for path in found + sorted(root.glob("*")):
            name = path.relative_to(root).as_posix()
            if not path.is_file() or name == ".git" or path.suffix not in TEXT or re.match(r"tests/(tidy/(?!CMake)|.*golden/)", name):
                continue
            try:
                self.files[name] = path.read_text(encoding="utf-8").splitlines()
            except UnicodeDecodeError:
                continue

    def lines(self, pattern: str):
        """(path, number, line) of each file whose whole path matches."""
        for path, lines in self.files.items():
            if re.fullmatch(pattern, path):
                for number, line in enumerate(lines, 1):
                    yield path, number, line


CXX = r"(app|tests)/.*\.(h|cpp)"
QML = r"(qml|tests)/.*\.qml"


def room_of(path: str) -> str:
    """The innermost room under app/, or under tests/ the one that it mirrors, e.g. "core/figures"; empty for a program."""
    folders = path.split("/")[1:-1]
    while len(folders) > 1 and "/".join(folders) not in ARROWS:
        folders.pop()
    return "" if folders and folders[0] in PROGRAMS else "/".join(folders)


def outer(room: str) -> str:
    return room.split("/")[0]


def includes(tree: Tree, pattern: str):
    for path, number, line in tree.lines(pattern):
        if found := re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line):
            yield path, number, found[1], found[2]


def arrows(tree: Tree):
    """A room includes only the rooms below it, by their path from app/."""
    for path, number, mark, header in includes(tree, r"app/.*\.(h|cpp)"):
        room, other = room_of(path), room_of("app/" + header)
        if not room:  # a program
            other = other or outer(header)
            if other in PROGRAMS and not path.startswith(f"app/{other}/"):
                yield path, number, f"a program may not include {other}"
            elif mark == '"' and other not in ARROWS and other not in PROGRAMS:
                yield path, number, f'"{header}" is not a path from app/'
        elif room not in ARROWS:
            yield path, number, f"'{room}' is no room of DESIGN.md section 2"
        elif other in ARROWS and other != room and other not in ARROWS[room]:
            yield path, number, f"{room} may not include {other}; it may include {sorted(ARROWS[room]) or 'no room'}"
        elif mark == '"' and other not in ARROWS and not header.endswith((".moc", ".pb.h")):
            yield path, number, f'"{header}" is not a path from app/'


def internal_headers(tree: Tree):
    """A header for the inside of its room is included by that room alone."""
    for path, number, mark, header in includes(tree, r"app/.*\.(h|cpp)"):
        if header.rsplit("/", 1)[-1] in INTERNAL and path.rsplit("/", 1)[0] != "app/" + header.rsplit("/", 1)[0]:
            yield path, number, f'"{header}" is for the inside of its room alone'
    known = {path.rsplit("/", 1)[-1] for path in tree.files if path.startswith("app/")}
    if "app/CMakeLists.txt" in tree.files:  # the whole tree
        for name in sorted(INTERNAL - known):
            yield "app/CMakeLists.txt", 1, f"INTERNAL of tidy.py names {name}, which is not there"


def private_headers(tree: Tree):
    """Each library is met in one room; core meets none but the standard library and tl/expected."""
    for path, number, mark, header in includes(tree, CXX):
        room = outer(room_of(path))
        program = path.startswith("app/") and not room
        if path.startswith("tests/") and (header.startswith("Q") or room not in OUTER):
            continue
        for pattern, rooms in PRIVATE:
            qt = "ui" in rooms
            if pattern.search(header) and room not in rooms and not (program and qt):
                yield path, number, f"<{header}> belongs to {sorted(rooms)}"
        if path.startswith("app/core/") and mark == "<" and header != "tl/expected.hpp" and not re.fullmatch(r"[a-z_0-9]+", header):
            yield path, number, f"core knows the standard library alone, not <{header}>"


def qml_arrows(tree: Tree):
    """Theme < Controls < Tiles < Scenes < Main: nothing imports what stands above it."""
    for path, number, line in tree.lines(r"qml/.*\.qml"):
        found = re.match(r'\s*import\s+(?:Carewall\.|"(?:\.\./|qrc:/)*)(\w+)', line)
        here = path.split("/")[1]
        if not found or found[1] not in QML_ORDER or here not in QML_ORDER:
            continue
        if QML_ORDER.index(found[1]) > QML_ORDER.index(here):
            yield path, number, f"{here} may not import {found[1]}, which stands above it"


def scene_names(tree: Tree):
    """A scene's name stands in the table alone (app/core/scenes.h). What else is called so is told by its line: a topic, an option,
    a word of the wall; where the line speaks of scenes, or the word is a scene's alone, or in ui, it is the scene.
    """
    table = (Path(__file__).resolve().parents[2] / "app/core/scenes.h").read_text(encoding="utf-8")
    known = set(re.findall(r'\{Scene::\w+, "(\w+)"', table))
    for path, number, line in tree.lines(r"app/.*\.(h|cpp)|qml/.*\.qml"):
        if path == "app/core/scenes.h" or not known:
            continue
        code = re.sub(r"//.*|(qsTr|\btr)\(\"[^\"]*\"|objectName: \"\w+\"", "", line)
        of_scenes = path.startswith(("app/ui/", "qml/")) or re.search("scene", re.sub(r'"(\\.|[^"])*"', "", code), re.I)
        for word in re.findall(r'"(\w+)"', code):
            if word in known and (of_scenes or word in ("moments", "visit")):
                yield path, number, f'"{word}": scenes are named in app/core/scenes.h alone'
        if re.search(r'"Scenes/"', code):
            yield path, number, "a scene's file is no sum of its name"


def qml_blocks(lines: list[str], kinds: str):
    """(number, lines directly inside) of each item of the given kinds."""
    for start, line in enumerate(lines):
        if not re.search(rf"(^|[\s:])({kinds})\s*\{{", line):
            continue
        depth, inside = 0, []
        for text in lines[start:]:
            code = re.sub(r"//.*|\"(\\.|[^\"])*\"", "", text)
            if depth <= 1:
                inside.append(code)
            depth += code.count("{") - code.count("}")
            if depth <= 0:
                break
        yield start + 1, inside


def plain_text(tree: Tree):
    """Every text item is told to be plain, and none is told otherwise."""
    for path, lines in tree.files.items():
        if not re.fullmatch(QML, path):
            continue
        for number, inside in qml_blocks(lines, "Text|TextEdit|TextArea|Label(?<=Controls.Label)"):
            if not any(re.search(r"textFormat:\s*Text(Edit)?\.PlainText", line) for line in inside):
                yield path, number, "a text item without textFormat: Text.PlainText"
    for path, number, line in tree.lines(QML + r"|app/.*\.(h|cpp)"):
        if found := re.search(r"RichText|StyledText|AutoText|MarkdownText|setHtml|Qt::TextFormat\b", line):
            yield path, number, f"{found[0]}: text is plain"
        elif re.search(r"textFormat:(?!\s*Text(Edit)?\.PlainText\b)", line):
            yield path, number, "textFormat is Text.PlainText and nothing else"


def file_length(tree: Tree):
    for path, lines in tree.files.items():
        if re.fullmatch(r"(app|qml|tests|proto|platform|\.ci)/.*", path) and not path.endswith((".json", ".txt")):
            if len(lines) > LONGEST_FILE:
                yield path, len(lines), f"{len(lines)} lines; over {LONGEST_FILE} a room is missing"
            elif len(lines) > LONG_FILE:
                yield path, 0, f"{len(lines)} lines, more than {LONG_FILE}"


def function_length(tree: Tree):
    """A body opens with a brace alone on its line (clang-format) and ends with one at the same depth."""
    for path, lines in tree.files.items():
        if not re.fullmatch(CXX, path):
            continue
        for start, line in enumerate(lines):
            if not re.fullmatch(r"\s*\{", line):
                continue
            close = re.compile(re.escape(line[:-1]) + r"\}")
            length = next((n for n, text in enumerate(lines[start:]) if n and close.match(text)), 0)
            if length > LONGEST_FUNCTION:
                yield path, start, f"a body of {length} lines; over {LONGEST_FUNCTION} it is several functions"
            elif length > LONG_FUNCTION:
                yield path, 0, f"a body of {length} lines at {start}, more than {LONG_FUNCTION}"


def names(tree: Tree):
    """Names say the field's own words, and nothing is left for later. Qt's own names are Qt's."""
    for path, number, line in tree.lines(r"(app|qml|proto|tests|platform|\.ci)/.*"):
        for word in re.findall(r"\b(?!Q[A-Z])\w*(?:Manager|Helper|Utils|Controller)\w*", line):
            if "NetworkAccessManager" in word:
                continue
            yield path, number, f"{word}: a name that says nothing"
        if found := re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            yield path, number, f"{found[0]}: do it or file it"
    for path in tree.files:
        if re.search(r"(manager|helper|utils|controller)", path.rsplit("/", 1)[-1], re.I):
            yield path, 1, "a file's name that says nothing"


def unique_names(tree: Tree):
    """A file's name says which file it is: no two of app/ share one, but a source and its own header."""
    folders: dict[str, dict[str, list[str]]] = {}
    for path in tree.files:
        if re.fullmatch(r"app/.*\.(h|cpp)", path):
            folder, _, name = path.rpartition("/")
            folders.setdefault(name.rsplit(".", 1)[0], {}).setdefault(folder, []).append(path)
    for stem, found in folders.items():
        for path in sum(found.values(), []) if len(found) > 1 else []:
            yield path, 1, f"{stem} stands in {', '.join(found)}: names are unique within app/"


def limits(tree: Tree):
    """A limit that nothing applies or nothing tests is a wish."""
    declared = [(path, number, found[1]) for path, number, line in tree.lines(r"app/core/limits\.h")
                if (found := re.match(r"inline constexpr [\w:]+ (\w+) =", line))]
    code = {top: "\n".join(line for path, _, line in tree.lines(rf"{top}/.*\.(h|cpp)") if path != "app/core/limits.h")
            for top in ("app", "tests")}
    for path, number, name in declared:
        for top, wish in (("app", "applied"), ("tests", "tested")):
            if not re.search(rf"\blimits::{name}\b", code[top]):
                yield path, number, f"limits::{name} is not {wish} in {top}/"


def machine_paths(tree: Tree):
    """Nothing names a place that only one machine has."""
    for path, number, line in tree.lines(r".*"):
        if found := re.search(r"(?<![\w.~$}/])/(home|Users|root|work)/[\w.-]+|/tmp/build[-\w]*", line):
            yield path, number, f"{found[0]}: a path of one machine"


def addresses(tree: Tree):
    """Code and tests name loopback, or addresses that are reserved for documentation."""
    named = r"mqtts?://(?![{<$%*]|URL|HOST|BROKER|127\.|localhost|\[::1\]|\[2001:db8:|192\.0\.2\.)(?:[\w-]+@)?[\w.-]*\.\w+"
    for path, number, line in tree.lines(r".*"):
        line = line.replace("deny = 0.0.0.0/0", "")  # shuts everybody out
        for word in re.findall(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]|-\d)", line):
            try:
                address = ipaddress.ip_address(word)
            except ValueError:
                continue
            if address.is_unspecified and path.startswith("app/"):
                continue  # where a client of ours connects from; the board listens nowhere
            if not address.is_loopback and address not in ipaddress.ip_network("192.0.2.0/24"):
                yield path, number, f"{word} is neither loopback nor reserved for documentation"
        for word in re.findall(named, line):
            if not re.search(r"\.(example(\.com|\.net|\.org)?|test|invalid|local)$", word):
                yield path, number, f"{word} is neither loopback nor reserved for documentation"


def test_header(tree: Tree):
    """A test says its goal and its method before its first line of code."""
    for path, lines in tree.files.items():
        test = re.fullmatch(r"tests/.*/(tst_\w+\.qml|test_\w+\.(cpp|py|sh))", path) or \
            path.startswith("tests/") and any(re.match(r"QTEST_\w*MAIN|QUICK_TEST_MAIN", line) for line in lines)
        head = "\n".join(lines[:40])
        for word in ("Goal", "Method"):
            if test and not re.search(rf"^(//|#|\s*\*)\s*{word}: \S", head, re.M):
                yield path, 1, f"no '{word}:' line at the head of the test"


def packages(tree: Tree):
    """Each package has a reason, and stands in a group."""
    seen, group = set(), False
    for path, number, line in tree.lines(r"platform/packages\.txt"):
        group |= line.startswith("[")
        name, _, reason = line.partition("#")
        if line.startswith("[") or not name.strip():
            continue
        if not group or name.strip() in seen or len(name.split()) != 1 or not reason.strip():
            yield path, number, f"'{line}': one package a line, once, in a group, with '# its reason'"
        seen.add(name.strip())


def documented(lines: list[str], at: int) -> bool:
    """Whether '///' stands at this line, inside the type that it opens, or in the unbroken lines above it."""
    if "///" in lines[at] or at and lines[at - 1].startswith("///"):
        return True
    if lines[at].rstrip().endswith("{"):
        inside = next((n for n, line in enumerate(lines[at:]) if line.startswith("}")), 1)
        if any("///" in line for line in lines[at:at + inside]):
            return True
    above = next((n for n in range(at - 1, -1, -1) if not lines[n].strip()), 0)
    return any(line.startswith("///") for line in lines[above:at])


def docs(tree: Tree):
    """Each type and free function of a room's header has its '///': above it, on its members, or on the unbroken group of lines
    that it stands in. A header whose namespace has one needs no more for its functions. Members of a class are left to the eye.
    """
    kind = re.compile(r"(?:enum class|struct|class) (?:\w+_EXPORT )?(\w+)[^;()]*(\{.*)?$")
    call = re.compile(r"(?=\S)(?!return\b|using\b|friend\b|namespace\b)[\w:<>,&*\[\] ]+[ &*]([a-z]\w*)\([^()]*(\)|,$|\($)")
    for path, lines in tree.files.items():
        if not re.fullmatch(r"app/.+\.h", path):
            continue
        spoken = any(line.startswith("///") and after.startswith("namespace") for line, after in zip(lines, lines[1:]))
        for at, line in enumerate(lines):
            if found := kind.match(line) or not spoken and call.match(line):
                if not documented(lines, at):
                    yield path, at + 1, f"{found[1]} has no '///'"


def readme_paths(tree: Tree):
    """Each path that README.md names in `quotes` is there."""
    for path, number, line in tree.lines(r"README\.md"):
        for name in re.findall(r"`((?:app|qml|proto|tests|platform)/[\w./-]*)`", line):
            if not (tree.root / name).exists():
                yield path, number, f"{name} is not there"


RULES = [arrows, internal_headers, private_headers, qml_arrows, scene_names, plain_text, file_length, function_length, names, unique_names, limits,
         machine_paths, addresses, test_header, packages, docs, readme_paths]


def check(root: Path):
    """(rule, path, line, words) of every finding; line 0 is a warning."""
    tree = Tree(root)
    return [(rule.__name__, *finding) for rule in RULES for finding in rule(tree)], len(tree.files)


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    findings, files = check(root)
    for rule, path, line, words in findings:
        print(f"{path}:{line}: {rule}: {words}" if line else f"{path}: worth a look: {words}")
    wrong = sum(1 for finding in findings if finding[2])
    print(f"tidy: {files} files, {len(RULES)} rules, {wrong} findings")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
