package io.github.smi4j.policy;

import io.github.smi4j.inventory.Inventory;
import java.util.stream.Collectors;

/** Says which objects of the input stand in the way of knowing a namespace. */
final class UnreadableObjects {
    private UnreadableObjects() {}

    /** The end of a sentence about workloads that are not known; empty where none of the input is at fault. */
    static String workloads(Inventory inventory, String namespace) {
        String named = inventory.unreadableWorkloads(namespace).stream()
                .map(w -> "the " + w.kind() + " " + w.name())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : ": " + named + " cannot be read, or is given in two ways";
    }
}
