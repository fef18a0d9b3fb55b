"""OR-tools on an instance, in its strongest exact way; and the instance as a plain network for LEMON.

One minimum-cost flow for each tier of the objective, after which every arc whose reduced cost is not zero keeps its
flow. Called by bench.py, as a process of its own: `peer.py solve INSTANCE OBJECTIVE` or `peer.py write INSTANCE FILE`.
"""

import json
import resource
import sys
import time

import numpy as np


class Network:
    """Applicants, then groups and posts, then the outside, which everything flows back from."""

    def __init__(self, instance):
        nodes = instance["groups"] + instance["posts"]
        index = {node["id"]: at for at, node in enumerate(nodes)}
        below = {node["id"]: [] for node in nodes}
        for post in instance["posts"]:
            at = post
            while at is not None:
                below[at["id"]].append(post)
                at = nodes[index[at["parent"]]] if "parent" in at else None
        self.people = people = len(instance["applicants"])
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

    def write(self, name):
        """Nodes, arcs, ranks, people; then tail, head, capacity and rank or 0 of each arc: 64-bit integers."""
        rank = np.zeros(len(self.tail), dtype=np.int64)
        rank[: self.edges] = self.rank
        arcs = np.stack([self.tail, self.head, self.high, rank], axis=1)
        head = np.array([self.nodes, len(self.tail), self.rank.max(), self.people])
        np.concatenate([head, arcs.ravel()]).astype(np.int64).tofile(name)

    def solve(self, cost):
        from ortools.graph.python import min_cost_flow

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

    def cost(self, values):
        cost = np.zeros(len(self.low), dtype=np.int64)
        cost[: self.edges] = -values
        return cost

    def worst(self):
        """The smallest worst rank with which as many are placed; worse edges are then gone."""
        every = np.ones(self.edges)
        most = self.solve(self.cost(every))[: self.edges].sum()
        high, low, top = self.high[: self.edges].copy(), 1, int(self.rank.max())
        while low < top:
            middle = (low + top) // 2
            self.high[: self.edges] = np.where(self.rank <= middle, high, 0)
            if self.solve(self.cost(every))[: self.edges].sum() == most:
                top = middle
            else:
                low = middle + 1
        self.high[: self.edges] = np.where(self.rank <= top, high, 0)
        return top

    def profile(self, objective):
        most = self.worst() if objective == "greedy_generous" else int(self.rank.max())
        first = [1 * (self.rank == rank) for rank in range(1, most + 1)]
        size = np.ones(self.edges)
        tiers = {
            "greedy": [size, *first[:-1]],
            "greedy_generous": [size, *first[:-1]],
            "rank_maximal": first,
            "generous": [size, *(-values for values in first[:0:-1])],
            "min_total_rank": [size, -self.rank],
        }[objective]
        for values in tiers:
            cost = self.cost(values)
            flow = self.solve(cost)
            self.freeze(cost, flow)
        return np.bincount(self.rank, flow[: self.edges], int(self.rank.max()) + 1)[1:].astype(int).tolist()


def main(task, instance, last):
    network = Network(json.load(open(instance)))
    if task == "write":
        network.write(last)
        return
    began = time.process_time()
    profile = network.profile(last)
    took = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": took, "memory": memory, "profile": profile}))


if __name__ == "__main__":
    main(*sys.argv[1:])
