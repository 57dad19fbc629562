package io.github.smi4j.manifest;

import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the headers of an HTTPRouteGroup's matches are written (SMI traffic-specs v1alpha4, {@code headers}). */
public enum HeaderForm {
    /** An object, {@code x-beta: "1"}: the form of the specification, and the default. */
    MAP,
    /** A list of objects with one field each: the form that the schemas of the Go SDK, OSM and Traefik Mesh ask for. */
    LIST;

    private static final String MATCHES = "matches";
    private static final String HEADERS = "headers";

    /** The tree of a resource in this form. */
    Map<String, Object> tree(Manifest manifest) {
        Map<String, Object> tree = manifest.toTree();
        if (this == MAP || !(manifest instanceof HTTPRouteGroup)) {
            return tree;
        }
        Map<String, Object> document = new LinkedHashMap<>(tree);
        document.computeIfPresent(MATCHES, (field, matches) -> matches(matches));
        document.computeIfPresent("spec", (field, spec) -> {
            Map<Object, Object> changed = new LinkedHashMap<>((Map<?, ?>) spec);
            changed.computeIfPresent(MATCHES, (name, matches) -> matches(matches));
            return changed;
        });
        return document;
    }

    private static List<?> matches(Object matches) {
        return ((List<?>) matches)
                .stream().map(match -> match((Map<?, ?>) match)).toList();
    }

    private static Map<?, ?> match(Map<?, ?> match) {
        Map<Object, Object> changed = new LinkedHashMap<>(match);
        changed.computeIfPresent(
                HEADERS,
                (field, headers) -> ((Map<?, ?>) headers)
                        .entrySet().stream()
                                .map(entry -> Map.of(entry.getKey(), entry.getValue()))
                                .toList());
        return changed;
    }
}
