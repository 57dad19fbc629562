package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.OtherFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link HTTPRouteGroup}, specs v1alpha1 and v1alpha2 (flat) to v1alpha4. */
final class HTTPRouteGroupCodec extends KindCodec<HTTPRouteGroup> {
    HTTPRouteGroupCodec() {
        super(HTTPRouteGroup.class, "matches");
    }

    @Override
    Optional<HTTPRouteGroup> decode(Document document) {
        return document.requiredSpec().flatMap(spec -> decode(document, spec));
    }

    private static Optional<HTTPRouteGroup> decode(Document document, ObjectReader spec) {
        if (!spec.has("matches")) {
            document.findings().missing(spec.path("matches"), "a list of matches");
        }
        List<HTTPMatch> matches = spec.each("matches", match -> match(document, match));
        return document.metadata()
                .map(metadata -> HTTPRouteGroup.builder()
                        .apiVersion(document.apiVersion())
                        .origin(document.findings().origin())
                        .metadata(metadata)
                        .matches(matches)
                        .otherSpec(document.otherSpec())
                        .other(document.others())
                        .build());
    }

    private static Optional<HTTPMatch> match(Document document, ObjectReader match) {
        Optional<String> name = match.requiredString("name");
        Optional<String> pathRegex = match.string("pathRegex");
        List<String> methods = match.strings("methods").orElse(List.of());
        Map<String, String> headers = headers(document, match);
        return name.map(text -> HTTPMatch.builder()
                .name(text)
                .pathRegex(pathRegex)
                .methods(methods)
                .headers(headers)
                .other(match.others())
                .build());
    }

    /** The specification writes headers as a map, the schema of its Go SDK as a list of maps; both are read. */
    private static Map<String, String> headers(Document document, ObjectReader match) {
        if (!match.has("headers")) {
            return Map.of();
        }
        if (document.isVersion("v1alpha1")) {
            document.reportOtherVersion(match.path("headers"), "v1alpha2");
        }
        List<ObjectReader> maps = match.value("headers") instanceof List<?>
                ? match.objects("headers").orElse(List.of())
                : match.object("headers").map(List::of).orElse(List.of());
        Map<String, String> headers = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (ObjectReader map : maps) {
            map.stringEntries().forEach((name, regex) -> {
                if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                    map.findings()
                            .report(
                                    TextCode.HEADER_TWICE,
                                    map.path().key(name),
                                    "the header " + UserText.show(name) + " is tested twice in this match");
                }
                headers.put(name, regex);
            });
        }
        return headers;
    }

    @Override
    void encodeSpec(HTTPRouteGroup group, Map<String, Object> spec) {
        spec.put(
                "matches",
                group.matches().stream().map(HTTPRouteGroupCodec::encode).toList());
    }

    private static Map<String, Object> encode(HTTPMatch match) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", match.name());
        match.pathRegex().ifPresent(regex -> tree.put("pathRegex", regex));
        if (!match.methods().isEmpty()) {
            tree.put("methods", match.methods());
        }
        if (!match.headers().isEmpty()) {
            tree.put("headers", match.headers());
        }
        tree.putAll(match.other().asMap());
        return tree;
    }

    @Override
    OtherFields otherSpec(HTTPRouteGroup group) {
        return group.otherSpec();
    }

    @Override
    OtherFields other(HTTPRouteGroup group) {
        return group.other();
    }

    @Override
    String nearestVersion(HTTPRouteGroup group) {
        boolean headers = group.matches().stream().anyMatch(m -> !m.headers().isEmpty());
        return headers && version(group).equals("v1alpha1") ? "v1alpha2" : version(group);
    }
}
