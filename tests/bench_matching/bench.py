"""Times the engine, OR-tools and LEMON on the same instances, one after another; called by ./run.

Seconds are processor time of one core, which other work on the machine disturbs least; nobody here uses two.

All sides must reach the same profile, and our result must pass `match --check`. This process stays small and imports
nothing heavy, because a child's peak memory begins with its parent's.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

OBJECTIVES = ("greedy", "generous", "min_total_rank", "rank_maximal", "greedy_generous", "stable")
LEMON = ("greedy", "generous", "min_total_rank", "rank_maximal")
BEST_OF = 3
TOO_LARGE = 300_000  # from here on we run once and the peers not at all


def timed(command):
    """Processor seconds, seconds on the wall and peak memory in MB of a child, and what it printed."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.stdout.close()
    assert status == 0, command
    took = usage.ru_utime + usage.ru_stime
    return {"seconds": took, "wall": wall, "memory": usage.ru_maxrss // 1024, "output": output}


def ours(instance, objective, result):
    run = timed(["target/release/match", instance, "--objective", objective, "-o", result])
    return run | {"profile": json.load(open(result))["profile"]}


def peer(command):
    run = timed(command)
    return run | json.loads(run["output"])


def best(run, of):
    return min((run() for _ in range(of)), key=lambda result: result["seconds"])


def phases(instance, objective, of, *more):
    command = ["target/release/phases", instance, objective, *more]
    runs = [json.loads(timed(command)["output"]) for _ in range(of)]
    return {name: min(run[name] for run in runs) for name in runs[0]}


def same(people, objective, own, other):
    """Equally good sums of ranks may have different profiles."""
    own, other = list(own), list(other)
    for profile in (own, other):
        while profile and profile[-1] == 0:
            profile.pop()
    if objective == "min_total_rank":
        own, other = ((sum(p), sum(rank * count for rank, count in enumerate(p, 1))) for p in (own, other))
    assert own == other, (people, objective, own, other)


def compare(people, objectives, folder, lemon):
    instance, network = os.path.join(folder, "instance.json"), os.path.join(folder, "network")
    result = os.path.join(folder, "result.json")
    subprocess.run([sys.executable, "instance.py", str(people), instance], check=True)
    peers = BEST_OF if people < TOO_LARGE else 0
    if lemon and peers:
        subprocess.run([sys.executable, "peer.py", "write", instance, network], check=True)
    for objective in objectives:
        own = best(lambda: ours(instance, objective, result), BEST_OF if peers else 1)
        checked = subprocess.run(["target/release/match", instance, "--check", result], capture_output=True)
        assert checked.returncode == 0, checked
        steps = phases(instance, objective, BEST_OF if peers else 1)
        cells = [f"{people:,}", objective, f"{own['seconds']:.3f} s", f"{steps['solve']:.3f} s", f"{steps['check']:.3f} s"]
        memory = [f"{own['memory']}"]
        for name, wanted, command in (
            ("OR-tools", objective != "stable", [sys.executable, "peer.py", "solve", instance, objective]),
            ("LEMON", lemon and objective in LEMON, ["target/lemon", network, objective]),
        ):
            if not (wanted and peers):
                cells += ["-", "-"]
                continue
            other = best(lambda: peer(command), peers)
            same(people, f"{objective}", own["profile"], other["profile"])
            rough = "digit" in other and other["digit"] < people.bit_length()
            cells += [f"{other['seconds']:.3f} s{'*' if rough else ''}", f"{other['seconds'] / own['seconds']:.1f}"]
            memory.append(f"{other['memory']}")
        print("| " + " | ".join(cells + [" / ".join(memory) + " MB"]) + " |", flush=True)


def pilot(folder):
    """The month of 120 as the consultant's page asks for it: every row of what one place more or fewer would do."""
    instance, result = os.path.join(folder, "instance.json"), os.path.join(folder, "result.json")
    subprocess.run([sys.executable, "instance.py", "120", instance], check=True)
    print("\n| 120 young people, 60 companies | from file to file with all sensitivities | processor time | rows |")
    print("|---|---|---|---|")
    for objective in OBJECTIVES:
        command = ["target/release/match", instance, "--objective", objective, "--sensitivity", "-o", result]
        runs = [timed(command) for _ in range(20)]
        wall, took = (min(run[name] for run in runs) * 1000 for name in ("wall", "seconds"))
        rows = len(json.load(open(result))["sensitivity"])
        print(f"| {objective} | {wall:.1f} ms | {took:.1f} ms | {rows} |", flush=True)


def main(words):
    sizes = [int(word) for word in words if word.isdigit()]
    objectives = [word for word in words if not word.isdigit()] or OBJECTIVES
    lemon = os.access("target/lemon", os.X_OK)
    print(f"{os.cpu_count()} cores. Best of {BEST_OF}; from {TOO_LARGE:,} people on once, and no peers.")
    print("Processor time. Ours: from file to certified file. Peers: solving only, their network built already.")
    print("LEMON: " + ("yes" if lemon else "not installed (a C++ compiler and liblemon-dev)"))
    print("* in digits of 8 bits, which nothing proves to be enough: only our certificate says that it was.\n")
    print(
        "| young people | objective | ours | of that solving | check | OR-tools | ratio | LEMON | ratio | memory |\n"
        "|---|---|---|---|---|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        for people in sizes:
            compare(people, objectives, folder, lemon)
        if 120 in sizes:
            pilot(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
