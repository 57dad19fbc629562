package io.github.smi4j.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The cycles of a directed graph: its strongly connected components of more than one node (R. Tarjan, Depth-first search and
 * linear graph algorithms, 1972), without recursion, since a chain may be long.
 */
final class Cycles {
    /** The number of nodes that lie on no cycle. */
    static final int NONE = -1;

    private static final int UNSEEN = -1;

    private final int[][] next;
    private final int[] order;
    private final int[] lowest;
    private final boolean[] open;
    private final int[] place;
    private final int[] cycle;
    private final Deque<Integer> component = new ArrayDeque<>();
    private int count;

    private Cycles(int[][] next) {
        this.next = next;
        this.order = new int[next.length];
        this.lowest = new int[next.length];
        this.open = new boolean[next.length];
        this.place = new int[next.length];
        this.cycle = new int[next.length];
        Arrays.fill(order, UNSEEN);
        Arrays.fill(cycle, NONE);
    }

    /** For each node a number that it shares with the nodes of its cycle, or {@link #NONE}. */
    static int[] of(int[][] next) {
        Cycles cycles = new Cycles(next);
        for (int node = 0; node < next.length; node++) {
            if (cycles.order[node] == UNSEEN) {
                cycles.visit(node);
            }
        }
        return cycles.cycle;
    }

    private void visit(int start) {
        Deque<Integer> path = new ArrayDeque<>();
        enter(start, path);
        while (!path.isEmpty()) {
            int node = path.element();
            if (place[node] < next[node].length) {
                follow(node, next[node][place[node]++], path);
            } else {
                path.pop();
                leave(node);
                if (!path.isEmpty()) {
                    lowest[path.element()] = Math.min(lowest[path.element()], lowest[node]);
                }
            }
        }
    }

    private void enter(int node, Deque<Integer> path) {
        order[node] = count;
        lowest[node] = count;
        count++;
        open[node] = true;
        component.push(node);
        path.push(node);
    }

    private void follow(int node, int target, Deque<Integer> path) {
        if (order[target] == UNSEEN) {
            enter(target, path);
        } else if (open[target]) {
            lowest[node] = Math.min(lowest[node], order[target]);
        }
    }

    private void leave(int node) {
        if (order[node] != lowest[node]) {
            return;
        }
        List<Integer> members = new ArrayList<>();
        int member;
        do {
            member = component.pop();
            open[member] = false;
            members.add(member);
        } while (member != node);
        if (members.size() > 1) {
            members.forEach(m -> cycle[m] = order[node]);
        }
    }
}
