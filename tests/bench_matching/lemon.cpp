// LEMON's network simplex on a network that peer.py wrote; prints one line of JSON.
//
//   lemon FILE OBJECTIVE    OBJECTIVE: greedy, generous, min_total_rank or rank_maximal
//
// All tiers are one number of 128 bits, a digit for each tier. A digit is as wide as the number of people asks
// for where that fits, which is exact; otherwise it is 8 bits, which nobody has proven enough: the caller
// compares the profile with a certified one.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

using Wide = __int128;

static std::vector<int64_t> read(const char *name) {
    std::FILE *file = std::fopen(name, "rb");
    if (!file) std::exit(2);
    std::fseek(file, 0, SEEK_END);
    std::vector<int64_t> numbers(std::ftell(file) / sizeof(int64_t));
    std::rewind(file);
    if (std::fread(numbers.data(), sizeof(int64_t), numbers.size(), file) != numbers.size()) std::exit(2);
    std::fclose(file);
    return numbers;
}

// What one unit on an edge of each rank is worth; index 0, no edge, is worth nothing.
static std::vector<Wide> worth(const std::string &objective, int ranks, int digit) {
    std::vector<std::vector<int>> tiers;
    auto tier = [&](auto value) {
        std::vector<int> values(ranks + 1, 0);
        for (int rank = 1; rank <= ranks; ++rank) values[rank] = value(rank);
        tiers.push_back(values);
    };
    if (objective != "rank_maximal") tier([](int) { return 1; });
    if (objective == "min_total_rank") tier([](int rank) { return -rank; });
    if (objective == "greedy")
        for (int wanted = 1; wanted < ranks; ++wanted) tier([=](int rank) { return rank == wanted; });
    if (objective == "rank_maximal")
        for (int wanted = 1; wanted <= ranks; ++wanted) tier([=](int rank) { return rank == wanted; });
    if (objective == "generous")
        for (int unwanted = ranks; unwanted > 1; --unwanted) tier([=](int rank) { return -(rank == unwanted); });
    std::vector<Wide> all(ranks + 1, 0);
    for (const auto &values : tiers)
        for (int rank = 0; rank <= ranks; ++rank) all[rank] = all[rank] * (Wide(1) << digit) + values[rank];
    return all;
}

template <typename Cost>
static void solve(const std::vector<int64_t> &file, const std::vector<Wide> &worth, int digit) {
    const int nodes = file[0], arcs = file[1], ranks = file[2];
    const int64_t *arc = file.data() + 4;
    const std::clock_t began = std::clock();
    lemon::SmartDigraph graph;
    graph.reserveNode(nodes);
    graph.reserveArc(arcs);
    for (int node = 0; node < nodes; ++node) graph.addNode();
    for (int at = 0; at < arcs; ++at) graph.addArc(graph.nodeFromId(arc[4 * at]), graph.nodeFromId(arc[4 * at + 1]));
    lemon::SmartDigraph::ArcMap<int> room(graph);
    lemon::SmartDigraph::ArcMap<Cost> cost(graph);
    for (int at = 0; at < arcs; ++at) {
        room[graph.arcFromId(at)] = arc[4 * at + 2];
        cost[graph.arcFromId(at)] = Cost(-worth[arc[4 * at + 3]]);
    }
    lemon::NetworkSimplex<lemon::SmartDigraph, int, Cost> simplex(graph);
    simplex.upperMap(room).costMap(cost);
    if (simplex.run() != simplex.OPTIMAL) std::exit(1);
    std::vector<int> profile(ranks + 1, 0);
    for (int at = 0; at < arcs; ++at) profile[arc[4 * at + 3]] += simplex.flow(graph.arcFromId(at));
    const double took = double(std::clock() - began) / CLOCKS_PER_SEC;
    std::printf("{\"seconds\": %.6f, \"digit\": %d, \"profile\": [", took, digit);
    for (int rank = 1; rank <= ranks; ++rank) std::printf(rank > 1 ? ", %d" : "%d", profile[rank]);
    std::printf("]}\n");
}

static int bits(int64_t number) { return number > 0 ? 1 + bits(number / 2) : 0; }

int main(int count, char **words) {
    if (count != 3) return 2;
    const std::vector<int64_t> file = read(words[1]);
    const std::string objective = words[2];
    const int nodes = file[0], ranks = file[2], people = file[3];
    if (objective == "min_total_rank") {
        const int digit = bits(int64_t(people) * ranks);
        solve<int64_t>(file, worth(objective, ranks, digit), digit);
        return 0;
    }
    // LEMON's own artificial arcs and its sums along the tree ask for two bits and those of the nodes.
    const int exact = bits(people);
    const int digit = exact * ranks + bits(nodes) + 3 <= 126 ? exact : 8;
    solve<Wide>(file, worth(objective, ranks, digit), digit);
}
