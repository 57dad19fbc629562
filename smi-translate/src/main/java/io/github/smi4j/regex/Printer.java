package io.github.smi4j.regex;

import io.github.smi4j.regex.Node.Assertion;
import io.github.smi4j.regex.Node.Characters;
import io.github.smi4j.regex.Node.Choice;
import io.github.smi4j.regex.Node.Repeat;
import java.util.List;

/** Writes a tree as canonical text with as few groups as it needs. */
final class Printer {

    /** What may stand at a place without a group around it: this and what comes after it. */
    private enum Place {
        CHOICE,
        SEQUENCE,
        ITEM,
        REPEATED
    }

    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    static String print(Node node) {
        Printer printer = new Printer();
        printer.print(node, Place.CHOICE, false);
        return printer.out.toString();
    }

    /** Prints a node; {@code folding} says that {@code (?i)} is in force. */
    private void print(Node node, Place place, boolean folding) {
        boolean fits = widest(node).compareTo(place) >= 0;
        boolean splits = node instanceof Node.Sequence || node instanceof Repeat;
        if (!folding && !(fits && splits) && CaseUse.of(node).isInsensitive()) {
            printGroup("(?i:", node, true);
        } else if (!fits) {
            printGroup("(?:", node, folding);
        } else {
            printBare(node, folding);
        }
    }

    private void printGroup(String opening, Node node, boolean folding) {
        out.append(opening);
        print(node, Place.CHOICE, folding);
        out.append(')');
    }

    private static Place widest(Node node) {
        if (node instanceof Choice) {
            return Place.CHOICE;
        }
        if (node instanceof Repeat) {
            return Place.ITEM;
        }
        return node instanceof Node.Sequence || node instanceof Node.Empty ? Place.SEQUENCE : Place.REPEATED;
    }

    private void printBare(Node node, boolean folding) {
        if (node instanceof Characters characters) {
            out.append(CharacterPrinter.print(characters.set(), folding));
        } else if (node instanceof Assertion assertion) {
            out.append(text(assertion));
        } else if (node instanceof Repeat repeat) {
            print(repeat.body(), Place.REPEATED, folding);
            out.append(quantifier(repeat));
        } else if (node instanceof Choice choice) {
            printChoice(choice, folding);
        } else {
            printItems(Node.items(node), folding);
        }
    }

    private void printChoice(Choice choice, boolean folding) {
        String separator = "";
        for (Node alternative : choice.alternatives()) {
            out.append(separator);
            print(alternative, Place.SEQUENCE, folding);
            separator = "|";
        }
    }

    /** Items next to one another that ignore case share one {@code (?i:…)}. */
    private void printItems(List<Node> items, boolean folding) {
        int index = 0;
        while (index < items.size()) {
            int end = folding ? index : insensitiveEnd(items, index);
            if (end > index + 1) {
                out.append("(?i:");
                printItems(items.subList(index, end), true);
                out.append(')');
                index = end;
            } else {
                print(items.get(index), Place.ITEM, folding);
                index++;
            }
        }
    }

    /** Where the run from {@code start} ends whose first and last items ignore case and whose others may. */
    private static int insensitiveEnd(List<Node> items, int start) {
        int end = start;
        for (int index = start; index < items.size(); index++) {
            CaseUse use = CaseUse.of(items.get(index));
            if (use.isInsensitive()) {
                end = index + 1;
            } else if (index == start || use.forbids()) {
                return end;
            }
        }
        return end;
    }

    private static String text(Assertion assertion) {
        return switch (assertion.kind()) {
            case TEXT_START -> "^";
            case TEXT_END -> "$";
            case LINE_START -> "(?m:^)";
            case LINE_END -> "(?m:$)";
            case WORD_BOUNDARY -> "\\b";
            case NO_WORD_BOUNDARY -> "\\B";
        };
    }

    private static String quantifier(Repeat repeat) {
        int least = repeat.least();
        if (repeat.most() == Repeat.UNBOUNDED) {
            return least == 0 ? "*" : least == 1 ? "+" : "{" + least + ",}";
        }
        if (least == 0 && repeat.most() == 1) {
            return "?";
        }
        return least == repeat.most() ? "{" + least + "}" : "{" + least + "," + repeat.most() + "}";
    }
}
