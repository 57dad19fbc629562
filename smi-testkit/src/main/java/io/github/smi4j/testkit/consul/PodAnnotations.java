package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What pods say to Consul: annotations with the prefix of Consul, flags as Go reads them, and lists with commas. */
final class PodAnnotations {
    static final String PREFIX = "consul.hashicorp.com/";
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    private PodAnnotations() {}

    /** The annotation; absent if the pods have none of that name. */
    static Optional<String> of(Workload workload, String name) {
        return Optional.ofNullable(workload.annotations().get(PREFIX + name));
    }

    /** The parts of a list, without blanks around them; none if there is no annotation. */
    static List<String> list(Workload workload, String name) {
        return of(workload, name).stream().flatMap(PodAnnotations::parts).toList();
    }

    static Stream<String> parts(String list) {
        return Stream.of(list.split(",", -1)).map(String::strip);
    }

    /** A flag; absent if it is none. */
    static Optional<Boolean> flag(String text) {
        return TRUE.contains(text) || FALSE.contains(text) ? Optional.of(TRUE.contains(text)) : Optional.empty();
    }
}
