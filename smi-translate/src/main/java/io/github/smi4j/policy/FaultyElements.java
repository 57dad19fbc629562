package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.ResourceSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which elements of the lists of a document could not be read, and so are missing from what was read of it. */
final class FaultyElements {
    private final Set<Element> elements;
    private final boolean elsewhere;

    private record Element(String list, int index) implements Comparable<Element> {
        @Override
        public int compareTo(Element other) {
            int byList = list.compareTo(other.list);
            return byList != 0 ? byList : Integer.compare(index, other.index);
        }
    }

    private FaultyElements(Set<Element> elements, boolean elsewhere) {
        this.elements = elements;
        this.elsewhere = elsewhere;
    }

    static FaultyElements of(ResourceSet.Entry entry) {
        List<Optional<Element>> faults = entry.faults().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .map(Diagnostic::path)
                .map(FaultyElements::element)
                .toList();
        return new FaultyElements(
                faults.stream().flatMap(Optional::stream).collect(Collectors.toCollection(TreeSet::new)),
                faults.stream().anyMatch(Optional::isEmpty));
    }

    private static Optional<Element> element(FieldPath path) {
        List<FieldPath.Step> steps = path.steps();
        int first = !steps.isEmpty() && steps.get(0).equals(new FieldPath.Name("spec")) ? 1 : 0;
        return steps.size() > first + 1
                        && steps.get(first) instanceof FieldPath.Name list
                        && steps.get(first + 1) instanceof FieldPath.Index index
                ? Optional.of(new Element(list.name(), index.index()))
                : Optional.empty();
    }

    /** Whether anything outside the elements of these lists could not be read. */
    boolean anyOutside(String... lists) {
        return elsewhere || elements.stream().anyMatch(e -> !List.of(lists).contains(e.list));
    }

    /** The places in the document of the elements that could be read, for a list that has so many of them. */
    List<Integer> readable(int count, String... names) {
        Set<Integer> faulty = elements.stream()
                .filter(e -> List.of(names).contains(e.list))
                .map(Element::index)
                .collect(Collectors.toSet());
        return IntStream.iterate(0, i -> i + 1)
                .filter(i -> !faulty.contains(i))
                .limit(count)
                .boxed()
                .toList();
    }

    /** The elements of a list of a document as it was given, under spec or, in flat versions, beside it; none for no list. */
    static List<?> given(Map<String, Object> document, String... names) {
        Map<?, ?> spec = document.get("spec") instanceof Map<?, ?> fields ? fields : Map.of();
        return Stream.of(spec, document)
                .flatMap(fields -> Arrays.stream(names).map(fields::get))
                .flatMap(value -> value instanceof List<?> list ? Stream.<List<?>>of(list) : Stream.empty())
                .findFirst()
                .orElse(List.of());
    }
}
