#!/usr/bin/env python3
"""table.py RESULTS [PEER]: the figures of tests/bench/run as one markdown table.

Medians over the runs. What is expected stands beside what was measured here, and what a bare subscriber (which only
counts) or the peer took on the same machine in the same session. Ratio: here / theirs.
"""
import json
import pathlib
import statistics
import sys

BARE = "bare subscriber"


def records(folder, what, name):
    """What the prober wrote, one dictionary a run (or a run and rate)."""
    file = folder / f"{what}-{name}.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def median(runs, *path):
    """Of a figure that lies at this path of keys; None where no run has it."""
    found = []
    for value in runs:
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            found.append(value)
    return statistics.median(found) if found else None


def highest(runs, rate, good):
    """Highest rate at which all runs were good, and all runs at lower rates too; 0 where there is none."""
    best = 0
    for asked in sorted({r[rate] for r in runs if r.get(rate)}):
        if not all(good(r) for r in runs if r.get(rate) == asked):
            break
        best = asked
    return best or None


def write(value, digits):
    return "-" if value is None else f"{value:,.{digits}f}"


def rows(folder, peer):
    """(figure, expected, digits, here, beside, whose)"""
    def both(what, *path):
        return median(records(folder, what, "carewall"), *path), peer and median(records(folder, what, peer), *path), peer

    for rate, expected in ((10, ("6", "16")), (100, ("", "")), (1000, ("", ""))):
        for share, bound in zip(("p50", "p99"), expected):
            yield f"publish to pixel at {rate}/s, {share}, ms", bound, 1, *both("steady", f"r{rate}", "lat", share)
    for rate, bound in ((0, ""), (10, "0.01"), (100, "0.05"), (1000, "")):
        yield f"processor at {rate}/s, cores", bound, 3, *both("steady", f"r{rate}", "cpu", "peer")
    yield "memory after a minute at 10/s, PSS, MiB", "50", 1, *both("steady", "mem", "pss")
    yield "memory after all rates, PSS, MiB", "50", 1, *both("steady", "mem_end", "pss")
    yield "exec to live pixel, s", "0.2", 2, *both("startup", "live_s")

    floods = records(folder, "sustain", "carewall")
    bare = [r for r in records(folder, "limit", "bare") if r["sub"] == "subcount" and r["qos"] == 0]
    flat = [r for r in floods if r.get("rate") == 0]
    counted = [r for r in bare if r["asked"] == 0]
    yield "taken of a flood as fast as can be sent, reports/s", "0.9 of bare", 0, \
        median([taken(r) for r in flat]), median(counted, "rate"), BARE
    yield "lost of it, reports", "", 0, median([r["sent"] - r["got"] for r in flat]), median(counted, "lost"), BARE
    wall, subscriber = median(flat, "tail_s"), median(counted, "tail_s")
    yield "the last of it seen after its end, s", "", 3, wall, subscriber, BARE
    if wall is not None and subscriber is not None:  # what the broker still held is not the wall's; two frames of 50 ms
        yield "the wall behind the bare subscriber, s", "0.1", 3, wall - subscriber, None, BARE
    yield "processor meanwhile, cores", "", 2, median(flat, "cpu", "peer"), median(counted, "cpu_sub"), BARE
    highest_bare = highest(bare, "asked", lambda r: r["lost"] == 0 and r["pub_rate"] > 0.98 * r["asked"])
    absorbed = highest(floods, "rate", lambda r: r["ok"])
    paced = "highest paced rate that was tried and held, reports/s"
    yield paced, "", 0, absorbed, highest_bare, BARE
    if peer:
        yield paced, "", 0, absorbed, highest(records(folder, "sustain", peer), "rate", lambda r: r["ok"]), peer


def taken(record):
    """Reports a second that reached the board while they were sent."""
    return record["pub_rate"] * record["got"] / record["sent"]


def main():
    folder = pathlib.Path(sys.argv[1])
    peer = sys.argv[2] if len(sys.argv) > 2 else None
    print("| figure | expected | here | beside it | ratio |")
    print("|---|---|---|---|---|")
    for figure, expected, digits, here, beside, whose in rows(folder, peer):
        ratio = f"{here / beside:.2f}" if here and beside else "-"
        other = f"{write(beside, digits)} ({whose})" if beside is not None else "-"
        print(f"| {figure} | {expected or '-'} | {write(here, digits)} | {other} | {ratio} |")
    steady = records(folder, "steady", "carewall")
    others = [write(median(steady, f"r{rate}", "cpu", "others"), 2) for rate in (10, 100, 1000)]
    print(f"\nMeanwhile the rest of the machine took {', '.join(others)} cores at 10, 100 and 1000/s; runs: {len(steady)}.")


if __name__ == "__main__":
    main()
