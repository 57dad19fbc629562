package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/**
 * The faults of a text, shared out to the items of a list that they stand in, so that one bad item does not take the others
 * down. Where a part of the text stands for another part, a fault may be in several items, and counts for all.
 *
 * @param ofTheList those that have no item to go to
 * @param ofItems those of each item
 */
record ItemFaults(List<Diagnostic> ofTheList, List<List<Diagnostic>> ofItems) {
    static ItemFaults of(TextDocument document, List<Diagnostic> faults, List<PositionNode> items) {
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
        for (int i = 0; i < items.size(); i++) {
            PositionNode item = items.get(i);
            if (fault.position().filter(p -> isBefore(item, p)).isPresent()) {
                place = i;
            }
        }
        return place;
    }

    private static boolean isBefore(PositionNode item, SourcePosition position) {
        return item.line() < position.line() || (item.line() == position.line() && item.column() <= position.column());
    }
}
