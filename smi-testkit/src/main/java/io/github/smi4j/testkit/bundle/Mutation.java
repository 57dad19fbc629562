package io.github.smi4j.testkit.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Changes of one value in the spec of an SMI resource. */
public final class Mutation {
    private static final String SMI = ".smi-spec.io/";

    private Mutation() {}

    /** A bundle with one value changed or left out; absent if there is none that can be. */
    public static Optional<Bundle> of(Bundle bundle, Random random) {
        List<Map<String, Object>> manifests = bundle.manifests();
        List<Integer> smi = IntStream.range(0, manifests.size())
                .filter(i -> String.valueOf(manifests.get(i).get("apiVersion")).contains(SMI))
                .boxed()
                .toList();
        if (smi.isEmpty()) {
            return Optional.empty();
        }
        int chosen = smi.get(random.nextInt(smi.size()));
        Map<String, Object> tree = new LinkedHashMap<>(manifests.get(chosen));
        String field = tree.containsKey("spec") ? "spec" : "metadata";
        tree.put(field, changed(tree.getOrDefault(field, ""), random));
        List<Map<String, Object>> others = new ArrayList<>(manifests);
        others.set(chosen, tree);
        return Optional.of(bundle.withManifests(others));
    }

    private static Object changed(Object value, Random random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, Object> other = new LinkedHashMap<>();
            map.forEach((key, v) -> other.put((String) key, v));
            String key = List.copyOf(other.keySet()).get(random.nextInt(other.size()));
            if (random.nextInt(5) == 0) {
                other.remove(key);
            } else {
                other.compute(key, (k, v) -> changed(v, random));
            }
            return other;
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            List<Object> other = new ArrayList<>(list);
            int index = random.nextInt(list.size());
            if (random.nextInt(4) == 0) {
                other.remove(index);
            } else {
                other.set(index, changed(list.get(index), random));
            }
            return other;
        }
        return value instanceof Number number ? number.longValue() + 1 : changedText(String.valueOf(value), random);
    }

    private static String changedText(String text, Random random) {
        List<String> others = new ArrayList<>(ClusterDraw.ACCOUNTS);
        others.addAll(ClusterDraw.NAMESPACES);
        others.addAll(SpecDraw.GROUPS);
        others.addAll(List.of("GET", "PUT", "/api", "/a", "any", "some", "m0", "m1"));
        String other =
                random.nextBoolean() ? PatternSampler.mutate(text, random) : others.get(random.nextInt(others.size()));
        return other.equals(text) ? text + "-" : other;
    }
}
