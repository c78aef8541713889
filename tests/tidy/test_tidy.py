#!/usr/bin/env python3
# Goal: the checker cannot pass by seeing nothing.
# Method: bad/RULE is a small tree in which that rule alone must find something in every file whose name does not say "fine".
import sys
from pathlib import Path

import tidy


def check(folder: Path) -> list[str]:
    findings, _ = tidy.check(folder)
    found = {path for rule, path, line, _ in findings if rule == folder.name and line}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    bad = {path for path in files if "fine" not in Path(path).name.lower()}
    return [f"bad/{folder.name}/{path}: not caught" for path in sorted(bad - found)] + \
        [f"bad/{folder.name}/{path}: caught, but it is fine" for path in sorted(found - bad)] + \
        [f"bad/{folder.name}/{path}: caught by {rule} too: {words}" for rule, path, line, words in findings
         if line and rule not in (folder.name, "limits")] + \
        ([] if bad else [f"bad/{folder.name}: no example"])


def main() -> int:
    folder = Path(__file__).resolve().parent / "bad"
    wrong = [words for rule in tidy.RULES for words in check(folder / rule.__name__)]
    wrong += [f"bad/{path.name}: no such rule" for path in folder.iterdir() if path.name not in {r.__name__ for r in tidy.RULES}]
    print("\n".join(wrong + [f"test_tidy: {len(tidy.RULES)} rules, {len(wrong)} wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
