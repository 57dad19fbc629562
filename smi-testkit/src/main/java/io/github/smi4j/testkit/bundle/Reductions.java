package io.github.smi4j.testkit.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bundles with one part less: a manifest, a field or an element of a list at any depth, or a setting. */
final class Reductions {
    /** Without these a manifest is another one, and not a smaller one. */
    private static final Set<String> KEPT = Set.of("apiVersion", "kind", "name", "metadata", "namespace", "protocol");

    private Reductions() {}

    /** How many values a bundle has. */
    static long size(Bundle bundle) {
        return size((Object) bundle.manifests())
                + bundle.policySettings().size()
                + bundle.meshSettings().size();
    }

    private static long size(Object value) {
        if (value instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToLong(Reductions::size).sum();
        }
        return value instanceof List<?> list
                ? 1 + list.stream().mapToLong(Reductions::size).sum()
                : 1;
    }

    /** Halves first, then single manifests, then parts of them. */
    static Stream<Bundle> of(Bundle bundle) {
        List<Map<String, Object>> all = bundle.manifests();
        int half = all.size() / 2;
        Stream<List<Map<String, Object>>> halves =
                half < 2 ? Stream.of() : Stream.of(all.subList(half, all.size()), all.subList(0, half));
        Stream<List<Map<String, Object>>> singles =
                IntStream.range(0, all.size()).mapToObj(i -> without(all, i));
        Stream<List<Map<String, Object>>> parts = IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> smallerMaps(all.get(i)).map(tree -> with(all, i, tree)));
        return Stream.concat(
                Stream.of(halves, singles, parts).flatMap(s -> s).map(bundle::withManifests), fewerSettings(bundle));
    }

    private static Stream<Bundle> fewerSettings(Bundle bundle) {
        Stream<Bundle> policy = smallerMaps(bundle.policySettings())
                .map(settings -> new Bundle(bundle.manifests(), settings, bundle.meshSettings()));
        Stream<Bundle> mesh = smallerMaps(bundle.meshSettings())
                .map(settings -> new Bundle(bundle.manifests(), bundle.policySettings(), settings));
        return Stream.concat(policy, mesh);
    }

    static <T> List<T> without(List<T> list, int index) {
        List<T> less = new ArrayList<>(list);
        less.remove(index);
        return Collections.unmodifiableList(less);
    }

    private static <T> List<T> with(List<T> list, int index, T value) {
        List<T> other = new ArrayList<>(list);
        other.set(index, value);
        return Collections.unmodifiableList(other);
    }

    private static <T> Stream<Map<String, T>> smallerMaps(Map<String, T> map) {
        return map.entrySet().stream().flatMap(entry -> {
            Map<String, T> without = new LinkedHashMap<>(map);
            without.remove(entry.getKey());
            Stream<Map<String, T>> removed =
                    KEPT.contains(entry.getKey()) ? Stream.of() : Stream.of(Collections.unmodifiableMap(without));
            Stream<Map<String, T>> changed = smaller(entry.getValue()).map(value -> {
                Map<String, T> with = new LinkedHashMap<>(map);
                with.put(entry.getKey(), value);
                return Collections.unmodifiableMap(with);
            });
            return Stream.concat(removed, changed);
        });
    }

    @SuppressWarnings("unchecked") // a smaller map is a map, a smaller list a list
    private static <T> Stream<T> smaller(T value) {
        if (value instanceof Map<?, ?> map) {
            return (Stream<T>) smallerMaps((Map<String, Object>) map);
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>(list);
            Stream<List<Object>> removed = IntStream.range(0, all.size()).mapToObj(i -> without(all, i));
            Stream<List<Object>> changed = IntStream.range(0, all.size())
                    .boxed()
                    .flatMap(i -> smaller(all.get(i)).map(other -> with(all, i, other)));
            return (Stream<T>) Stream.concat(removed, changed);
        }
        return Stream.of();
    }
}
