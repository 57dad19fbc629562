package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The faults of a text, shared out to the items of a list that they stand in, so that one bad item does not take the others
 * down. Where a part of the text stands for another part, a fault may be in several items, and counts for all.
 *
 * @param ofTheList those that have no item to go to
 * @param ofItems those of each item
 */
record ItemFaults(List<Diagnostic> ofTheList, List<List<Diagnostic>> ofItems) {
    /** How many faults items may have together, each one that may be in several counted for each. */
    private static final long MOST_SHARES = 10_000;

    /** For a list in which nothing is wrong. */
    static ItemFaults none(int items) {
        return new ItemFaults(List.of(), Collections.nCopies(items, List.of()));
    }

    static ItemFaults of(TextDocument document, List<Diagnostic> faults, List<PositionNode> items) {
        return (long) faults.size() * items.size() > MOST_SHARES
                ? ofMany(document, faults, items)
                : ofFew(document, faults, items);
    }

    /** Each fault is said once; an item that it may have cost something has the first one. */
    private static ItemFaults ofMany(TextDocument document, List<Diagnostic> faults, List<PositionNode> items) {
        List<Diagnostic> outside = new ArrayList<>();
        Map<Integer, List<Diagnostic>> own = new HashMap<>();
        for (Diagnostic fault : faults) {
            int item = place(fault, items);
            (item < 0 ? outside : own.computeIfAbsent(item, i -> new ArrayList<>())).add(fault);
        }
        List<Diagnostic> ofAll = (document.aliased() ? faults : outside)
                .stream().filter(f -> f.severity() == Severity.ERROR).limit(1).toList();
        List<List<Diagnostic>> inside = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            inside.add(own.getOrDefault(i, ofAll));
            if (own.containsKey(i) && !ofAll.isEmpty() && !inside.get(i).contains(ofAll.get(0))) {
                inside.get(i).add(ofAll.get(0));
            }
        }
        return new ItemFaults(outside, inside);
    }

    private static ItemFaults ofFew(TextDocument document, List<Diagnostic> faults, List<PositionNode> items) {
        List<Diagnostic> outside = new ArrayList<>();
        List<List<Diagnostic>> inside = new ArrayList<>();
        items.forEach(item -> inside.add(new ArrayList<>()));
        for (Diagnostic fault : faults) {
            int item = place(fault, items);
            if (item < 0) {
                outside.add(fault);
            }
            for (int i = 0; i < items.size(); i++) {
                // What is wrong with the list itself may have cost an item anything.
                if (i == item || item < 0 || document.aliased()) {
                    inside.get(i).add(fault);
                }
            }
        }
        return new ItemFaults(items.isEmpty() ? outside : List.of(), inside);
    }

    List<Diagnostic> of(int item) {
        return ofItems.get(item);
    }

    /** The last item that starts before the fault; -1 if none does. */
    private static int place(Diagnostic fault, List<PositionNode> items) {
        int place = -1;
        if (fault.position().isEmpty()) {
            return place;
        }
        SourcePosition position = fault.position().get();
        for (int i = 0; i < items.size(); i++) {
            if (isBefore(items.get(i), position)) {
                place = i;
            }
        }
        return place;
    }

    private static boolean isBefore(PositionNode item, SourcePosition position) {
        return item.line() < position.line() || (item.line() == position.line() && item.column() <= position.column());
    }
}
