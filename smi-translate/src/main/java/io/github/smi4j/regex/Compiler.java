package io.github.smi4j.regex;

import io.github.smi4j.regex.Program.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a tree out as a program, from the end to the start: each node is told where to go on, and answers where it
 * begins. A body is written as often as {@link Fragment#count} says and no oftener; what consumes and checks nothing
 * writes nothing.
 */
final class Compiler {

    private final List<Operation> operations = new ArrayList<>();
    private final Ints first = new Ints();
    private final Ints second = new Ints();
    private final Map<CharacterSet, Integer> sets = new LinkedHashMap<>();
    private final Map<Node.Assertion.Kind, Integer> kinds = new LinkedHashMap<>();

    private Compiler() {}

    static Program compile(Node node) {
        Compiler compiler = new Compiler();
        int accept = compiler.add(Operation.ACCEPT, 0, 0);
        int start = compiler.begin(node, accept);
        return new Program(
                compiler.operations,
                compiler.first,
                compiler.second,
                start,
                List.copyOf(compiler.sets.keySet()),
                List.copyOf(compiler.kinds.keySet()));
    }

    private int begin(Node node, int next) {
        if (node instanceof Node.Characters characters) {
            return add(Operation.CONSUME, number(characters.set(), sets), next);
        }
        if (node instanceof Node.Assertion assertion) {
            return add(Operation.CHECK, number(assertion.kind(), kinds), next);
        }
        if (node instanceof Node.Choice choice) {
            return choice(choice, next);
        }
        return node instanceof Node.Repeat repeat ? repeat(repeat, next) : items(Node.items(node), next);
    }

    private static <T> int number(T value, Map<T, Integer> numbers) {
        int unseen = numbers.size();
        return numbers.computeIfAbsent(value, key -> unseen);
    }

    private int items(List<Node> items, int next) {
        int start = next;
        for (int index = items.size() - 1; index >= 0; index--) {
            start = begin(items.get(index), start);
        }
        return start;
    }

    private int choice(Node.Choice choice, int next) {
        Set<Integer> starts = new LinkedHashSet<>();
        choice.alternatives().forEach(alternative -> starts.add(begin(alternative, next)));
        return starts.stream()
                .reduce((all, one) -> add(Operation.FORK, all, one))
                .orElse(next);
    }

    private int repeat(Node.Repeat repeat, int next) {
        boolean unbounded = repeat.most() == Node.Repeat.UNBOUNDED;
        int start = unbounded ? loop(repeat, next) : optional(repeat, next);
        int written = unbounded ? 1 : 0;
        for (int copy = written; copy < repeat.least(); copy++) {
            start = begin(repeat.body(), start);
        }
        return start;
    }

    /** The last copy of the body, which may repeat itself: entered at its beginning if it has to match once. */
    private int loop(Node.Repeat repeat, int next) {
        int fork = add(Operation.FORK, next, next);
        int body = begin(repeat.body(), fork);
        if (body == fork) {
            return next;
        }
        first.set(fork, body);
        return repeat.least() == 0 ? fork : body;
    }

    private int optional(Node.Repeat repeat, int next) {
        int start = next;
        for (int copy = repeat.least(); copy < repeat.most(); copy++) {
            int body = begin(repeat.body(), start);
            if (body == start) {
                return next;
            }
            start = add(Operation.FORK, body, next);
        }
        return start;
    }

    private int add(Operation operation, int one, int other) {
        operations.add(operation);
        first.add(one);
        second.add(other);
        return operations.size() - 1;
    }
}
