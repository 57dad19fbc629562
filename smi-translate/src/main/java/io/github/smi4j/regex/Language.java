package io.github.smi4j.regex;

import io.github.smi4j.regex.Node.Assertion;
import io.github.smi4j.regex.Node.Characters;
import io.github.smi4j.regex.Node.Choice;
import io.github.smi4j.regex.Node.Repeat;
import java.util.List;
import java.util.Optional;

/** Simple questions about the strings of printable ASCII that a tree matches. */
final class Language {

    private Language() {}

    static Optional<String> literal(Node node) {
        List<Node> items = withoutEnds(withoutStarts(Node.items(node)));
        String prefix = literalPrefix(items);
        return prefix.codePointCount(0, prefix.length()) == items.size() ? Optional.of(prefix) : Optional.empty();
    }

    static Optional<String> openLiteral(Node node) {
        List<Node> items = withoutStarts(Node.items(node));
        String prefix = literalPrefix(items);
        int length = prefix.codePointCount(0, prefix.length());
        List<Node> rest = items.subList(length, items.size());
        boolean open =
                length == 0 ? openMatchesAll(node) : rest.stream().allMatch(Language::isOptional) || takesAll(rest);
        return open ? Optional.of(prefix) : Optional.empty();
    }

    static boolean openMatchesAll(Node node) {
        return isOptionalAtStart(node) || matchesAll(node);
    }

    static boolean matchesAll(Node node) {
        if (node instanceof Choice choice) {
            return choice.alternatives().stream().anyMatch(Language::matchesAll);
        }
        if (node instanceof Repeat repeat) {
            return isAnyText(repeat) || (repeat.least() <= 1 && matchesAll(repeat.body()));
        }
        return node instanceof Node.Sequence sequence && takesAll(withoutStarts(sequence.items()));
    }

    static boolean canBeginWith(Node node, char first) {
        Beginning beginning = Beginning.of(node, first);
        return beginning.found() || beginning.open();
    }

    /** Whether these, not at the start of the text, match every text up to its end: one does, and the others let it. */
    private static boolean takesAll(List<Node> behind) {
        List<Node> items = withoutEnds(behind);
        return items.stream().anyMatch(Language::matchesAllAnywhere)
                && items.stream().allMatch(item -> isOptional(item) || matchesAllAnywhere(item));
    }

    private static boolean matchesAllAnywhere(Node node) {
        return node instanceof Repeat repeat && isAnyText(repeat);
    }

    private static boolean isAnyText(Repeat repeat) {
        return repeat.least() == 0 && repeat.most() == Repeat.UNBOUNDED && isAnyCharacter(repeat.body());
    }

    private static boolean isAnyCharacter(Node node) {
        if (node instanceof Choice choice) {
            return choice.alternatives().stream().anyMatch(Language::isAnyCharacter);
        }
        return node instanceof Characters characters && characters.set().containsDomain();
    }

    /** Whether it matches the empty string wherever it stands. */
    private static boolean isOptional(Node node) {
        return isOptional(node, false);
    }

    private static boolean isOptionalAtStart(Node node) {
        return isOptional(node, true);
    }

    private static boolean isOptional(Node node, boolean atStart) {
        if (node instanceof Choice choice) {
            return choice.alternatives().stream().anyMatch(alternative -> isOptional(alternative, atStart));
        }
        if (node instanceof Repeat repeat) {
            return repeat.least() == 0 || isOptional(repeat.body(), atStart);
        }
        if (node instanceof Assertion assertion) {
            return atStart && assertion.holdsAtStart();
        }
        return !(node instanceof Characters) && Node.items(node).stream().allMatch(item -> isOptional(item, atStart));
    }

    private static String literalPrefix(List<Node> items) {
        StringBuilder prefix = new StringBuilder();
        for (Node item : items) {
            if (!(item instanceof Characters characters && characters.set().isSingle())) {
                break;
            }
            prefix.appendCodePoint(characters.set().first());
        }
        return prefix.toString();
    }

    private static List<Node> withoutStarts(List<Node> items) {
        int start = 0;
        while (start < items.size() && items.get(start) instanceof Assertion assertion && assertion.holdsAtStart()) {
            start++;
        }
        return items.subList(start, items.size());
    }

    private static List<Node> withoutEnds(List<Node> items) {
        int end = items.size();
        while (end > 0 && items.get(end - 1) instanceof Assertion assertion && assertion.holdsAtEnd()) {
            end--;
        }
        return items.subList(0, end);
    }

    /**
     * How a node takes part in the beginning of a text.
     *
     * @param found whether it may consume the character that is asked for
     * @param open whether it may match without a character, so that what follows decides
     */
    private record Beginning(boolean found, boolean open) {

        static Beginning of(Node node, char first) {
            if (node instanceof Characters characters) {
                return new Beginning(characters.set().contains(first), false);
            }
            if (node instanceof Assertion assertion) {
                // A text that has a first character does not end before it.
                return new Beginning(false, !assertion.holdsAtEnd());
            }
            if (node instanceof Repeat repeat) {
                Beginning body = of(repeat.body(), first);
                return new Beginning(body.found, body.open || repeat.least() == 0);
            }
            return node instanceof Choice choice ? ofChoice(choice, first) : ofItems(Node.items(node), first);
        }

        private static Beginning ofChoice(Choice choice, char first) {
            List<Beginning> all =
                    choice.alternatives().stream().map(node -> of(node, first)).toList();
            return new Beginning(
                    all.stream().anyMatch(Beginning::found), all.stream().anyMatch(Beginning::open));
        }

        private static Beginning ofItems(List<Node> items, char first) {
            for (Node item : items) {
                Beginning beginning = of(item, first);
                if (beginning.found || !beginning.open) {
                    return beginning;
                }
            }
            return new Beginning(false, true);
        }
    }
}
