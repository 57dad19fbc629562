package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.translate.istio.security.Condition;
import io.github.smi4j.translate.istio.security.Operation;
import io.github.smi4j.translate.istio.security.Rule;
import io.github.smi4j.translate.istio.security.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Divides lists, so that no part has more elements or characters than it may have. */
final class Chunks {
    private Chunks() {}

    /** The parts in order; none of nothing. A part has more characters than it may have only if it is one element. */
    static <T> List<List<T>> of(Collection<T> all, int maxSize, long maxCharacters, ToLongFunction<T> length) {
        List<List<T>> chunks = new ArrayList<>();
        List<T> chunk = new ArrayList<>();
        long characters = 0;
        for (T element : all) {
            long more = length.applyAsLong(element);
            if (!chunk.isEmpty() && (chunk.size() == maxSize || characters + more > maxCharacters)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                characters = 0;
            }
            chunk.add(element);
            characters += more;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    /** How many characters the texts of a rule have. */
    static long characters(Rule rule) {
        Stream<List<String>> when = rule.when().stream().flatMap(Chunks::texts);
        return rule.from().stream().mapToLong(Chunks::characters).sum()
                + rule.to().stream().mapToLong(Chunks::characters).sum()
                + sum(when);
    }

    /** How many characters the names of a source have. */
    static long characters(Source source) {
        return sum(Stream.of(source.principals(), source.serviceAccounts()));
    }

    /** How many characters the texts of an operation have. */
    static long characters(Operation operation) {
        return sum(Stream.of(operation.ports(), operation.methods(), operation.paths(), operation.notPaths()));
    }

    private static Stream<List<String>> texts(Condition condition) {
        return Stream.of(List.of(condition.key()), condition.values(), condition.notValues());
    }

    private static long sum(Stream<List<String>> texts) {
        return texts.flatMap(List::stream).mapToLong(String::length).sum();
    }
}
