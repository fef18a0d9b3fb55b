"""Makes an instance of any size: `instance.py PEOPLE FILE`."""

import itertools
import json
import random
import sys


def make(people, seed=1):
    """Companies with two kinds of places, some with a mentor's limit inside; up to ten wishes each, some companies
    far more popular. The pilot, 120 people, has 60 companies; otherwise there are two for five people."""
    chance = random.Random(seed)
    companies = 60 if people == 120 else max(4, people * 2 // 5)
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


if __name__ == "__main__":
    with open(sys.argv[2], "w") as file:
        json.dump(make(int(sys.argv[1])), file)
