"""Times the engine and OR-tools on the same instances; called by ./run.

OR-tools is used in its strongest exact way: one minimum-cost flow for each tier of the objective, after which
every arc whose reduced cost is not zero keeps its flow. Both sides must reach the same profile.
This process stays small and imports nothing heavy, because a child's peak memory begins with its parent's.
"""

import itertools
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

OBJECTIVES = ("greedy", "generous", "min_total_rank")
BEST_OF = 3


def make(people, seed=1):
    """Companies with up to three mentors and two kinds; ten wishes each, some companies far more popular."""
    chance = random.Random(seed)
    companies = max(4, people * 2 // 5)
    weights = list(itertools.accumulate(1 / (place + 1) ** 0.7 for place in range(companies)))
    groups, posts, left = [], [], int(people * 1.1)
    for company in range(companies):
        places = max(1, left // (companies - company))
        left -= places
        name = f"c{company}"
        groups.append({"id": name, "upper_quota": max(1, round(places * 0.9))})
        inside = name
        if chance.random() < 0.3:
            inside = f"{name}/mentor"
            groups.append({"id": inside, "parent": name, "upper_quota": max(1, places - 1)})
        for kind in ("clarification", "training"):
            posts.append({"id": f"{name}/{kind}", "parent": inside, "kind": kind, "capacity": places})
    names = [group["id"] for group in groups if "parent" not in group]
    applicants = []
    for person in range(people):
        wishes = dict.fromkeys(chance.choices(names, cum_weights=weights, k=14))
        applicant = {"id": f"y{person}", "preferences": list(wishes)[:10]}
        if chance.random() < 0.5:
            applicant["kinds"] = [chance.choice(("clarification", "training"))]
        applicants.append(applicant)
    return {
        "format": "match-instance/1",
        "id": f"bench-{people}",
        "kinds": ["clarification", "training"],
        "groups": groups,
        "posts": posts,
        "applicants": applicants,
        "lottery": {"seed": "bench"},
    }


class Network:
    """Applicants, then groups and posts, then the outside, which everything flows back from."""

    def __init__(self, instance):
        global np, min_cost_flow
        import numpy as np
        from ortools.graph.python import min_cost_flow

        nodes = instance["groups"] + instance["posts"]
        index = {node["id"]: at for at, node in enumerate(nodes)}
        below = {node["id"]: [] for node in nodes}
        for post in instance["posts"]:
            at = post
            while at is not None:
                below[at["id"]].append(post)
                at = nodes[index[at["parent"]]] if "parent" in at else None
        people = len(instance["applicants"])
        outside = people + len(nodes)
        tail, head, cap, rank = [], [], [], []
        for who, applicant in enumerate(instance["applicants"]):
            for place, wish in enumerate(applicant["preferences"], 1):
                for post in below[wish]:
                    if post["kind"] in applicant.get("kinds", [post["kind"]]):
                        tail.append(who), head.append(people + index[post["id"]]), cap.append(1), rank.append(place)
        self.edges = len(tail)
        for at, node in enumerate(nodes):
            up = people + index[node["parent"]] if "parent" in node else outside
            tail.append(people + at), head.append(up), cap.append(node.get("upper_quota", node.get("capacity")))
        for who in range(people):
            tail.append(outside), head.append(who), cap.append(1)
        self.tail, self.head = np.array(tail), np.array(head)
        self.low, self.high = np.zeros(len(tail), dtype=np.int64), np.array(cap)
        self.rank, self.nodes = np.array(rank), outside + 1

    def solve(self, cost):
        flow = min_cost_flow.SimpleMinCostFlow()
        open_ = np.flatnonzero(self.high > self.low)
        arcs = flow.add_arcs_with_capacity_and_unit_cost(
            self.tail[open_], self.head[open_], (self.high - self.low)[open_], cost[open_]
        )
        supply = np.bincount(self.head, self.low, self.nodes) - np.bincount(self.tail, self.low, self.nodes)
        flow.set_nodes_supplies(np.arange(self.nodes), supply.astype(np.int64))
        assert flow.solve() == flow.OPTIMAL
        found = self.low.copy()
        found[open_] += flow.flows(arcs)
        return found

    def freeze(self, cost, flow):
        """Bellman-Ford over the residual arcs, all nodes at once; then arcs that cannot change are fixed."""
        on, back = flow < self.high, flow > self.low
        tail = np.concatenate([self.tail[on], self.head[back]])
        head = np.concatenate([self.head[on], self.tail[back]])
        price = np.concatenate([cost[on], -cost[back]])
        label = np.zeros(self.nodes, dtype=np.int64)
        changed = np.ones(self.nodes, dtype=bool)
        while changed.any():
            live = changed[tail]
            new = label.copy()
            np.minimum.at(new, head[live], label[tail[live]] + price[live])
            changed = new < label
            label = new
        fixed = cost + label[self.tail] - label[self.head] != 0
        self.low[fixed] = self.high[fixed] = flow[fixed]

    def profile(self, objective):
        most = int(self.rank.max())
        one = {
            "greedy": [1 * (self.rank == rank) for rank in range(1, most)],
            "generous": [-1 * (self.rank == rank) for rank in range(most, 1, -1)],
            "min_total_rank": [-self.rank],
        }[objective]
        for values in [np.ones(self.edges), *one]:
            cost = np.zeros(len(self.low), dtype=np.int64)
            cost[: self.edges] = -values
            flow = self.solve(cost)
            self.freeze(cost, flow)
        return np.bincount(self.rank, flow[: self.edges], most + 1)[1:].astype(int).tolist()


def peer(instance, objective):
    network = Network(json.load(open(instance)))
    began = time.perf_counter()
    profile = network.profile(objective)
    took = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": took, "memory": memory, "profile": profile}))


def ours(instance, objective, folder):
    out = os.path.join(folder, "out.json")
    command = ["target/release/match", instance, "--objective", objective, "-o", out]
    began = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    assert status == 0
    return {"seconds": took, "memory": usage.ru_maxrss // 1024, "profile": json.load(open(out))["profile"]}


def theirs(instance, objective):
    command = [sys.executable, __file__, "--peer", instance, objective]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def best(run):
    results = [run() for _ in range(BEST_OF)]
    return min(results, key=lambda result: result["seconds"])


def trimmed(profile):
    while profile and profile[-1] == 0:
        profile = profile[:-1]
    return profile


def main(sizes):
    print("| young people | objective | ours, from file to certified file | OR-tools, solving only | ratio | memory |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for people in map(int, sizes):
            instance = os.path.join(folder, "instance.json")
            subprocess.run([sys.executable, __file__, "--make", str(people), instance], check=True)
            for objective in OBJECTIVES:
                own = best(lambda: ours(instance, objective, folder))
                other = best(lambda: theirs(instance, objective))
                if objective != "min_total_rank":  # equally good sums may have different profiles
                    assert trimmed(own["profile"]) == trimmed(other["profile"]), (people, objective)
                print(
                    f"| {people} | {objective} | {own['seconds']:.3f} s | {other['seconds']:.3f} s "
                    f"| {other['seconds'] / own['seconds']:.1f} | {own['memory']} / {other['memory']} MB |",
                    flush=True,
                )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        peer(*sys.argv[2:])
    elif sys.argv[1:2] == ["--make"]:
        with open(sys.argv[3], "w") as file:
            json.dump(make(int(sys.argv[2])), file)
    else:
        main(sys.argv[1:])
