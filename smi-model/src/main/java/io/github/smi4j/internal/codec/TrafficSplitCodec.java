package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.Backend;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.Quantity;
import io.github.smi4j.model.RouteRef;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link TrafficSplit}, split v1alpha1 to v1alpha4. */
final class TrafficSplitCodec extends KindCodec<TrafficSplit> {
    TrafficSplitCodec() {
        super(TrafficSplit.class, "service", "backends", "matches");
    }

    @Override
    Optional<TrafficSplit> decode(Document document) {
        return document.requiredSpec().flatMap(spec -> decode(document, spec));
    }

    private static Optional<TrafficSplit> decode(Document document, ObjectReader spec) {
        Optional<String> service = spec.requiredString("service");
        SplitMatches matches = matches(document, spec);
        if (!spec.has("backends")) {
            document.findings().missing(spec.path("backends"), "a list of backends");
        }
        List<Backend> backends = spec.each("backends", TrafficSplitCodec::backend);
        if (service.isEmpty() || document.metadata().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TrafficSplit.builder()
                .apiVersion(document.apiVersion())
                .origin(document.findings().origin())
                .metadata(document.metadata().get())
                .service(service.get())
                .matches(matches)
                .backends(backends)
                .otherSpec(document.otherSpec())
                .other(document.others())
                .build());
    }

    private static SplitMatches matches(Document document, ObjectReader spec) {
        if (!spec.has("matches")) {
            return SplitMatches.none();
        }
        if (document.isVersion("v1alpha1", "v1alpha2")) {
            document.reportOtherVersion(spec.path("matches"), "v1alpha3");
        }
        return SplitMatches.of(spec.each("matches", TrafficSplitCodec::routeRef));
    }

    private static Optional<RouteRef> routeRef(ObjectReader match) {
        Optional<String> kind = match.requiredString("kind");
        Optional<String> name = match.requiredString("name");
        Optional<String> apiGroup = match.string("apiGroup");
        return kind.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(RouteRef.builder()
                        .kind(kind.get())
                        .name(name.get())
                        .apiGroup(apiGroup)
                        .other(match.others())
                        .build());
    }

    private static Optional<Backend> backend(ObjectReader backend) {
        Optional<String> service = backend.requiredString("service");
        Optional<Quantity> weight = backend.quantity("weight");
        if (!backend.has("weight")) {
            backend.findings().report(TextCode.WEIGHT_MISSING, backend.path("weight"), "is missing: read as 0");
        }
        return service.map(name -> Backend.builder()
                .service(name)
                .weight(weight.orElse(Quantity.ZERO))
                .other(backend.others())
                .build());
    }

    @Override
    void encodeSpec(TrafficSplit split, Map<String, Object> spec) {
        spec.put("service", split.service());
        if (split.matches() instanceof SplitMatches.Groups groups) {
            spec.put(
                    "matches",
                    groups.groups().stream().map(TrafficSplitCodec::encode).toList());
        }
        spec.put(
                "backends",
                split.backends().stream().map(TrafficSplitCodec::encode).toList());
    }

    private static Map<String, Object> encode(RouteRef match) {
        Map<String, Object> tree = new LinkedHashMap<>();
        match.apiGroup().ifPresent(group -> tree.put("apiGroup", group));
        tree.put("kind", match.kind());
        tree.put("name", match.name());
        tree.putAll(match.other().asMap());
        return tree;
    }

    private static Map<String, Object> encode(Backend backend) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("service", backend.service());
        tree.put("weight", encode(backend.weight()));
        tree.putAll(backend.other().asMap());
        return tree;
    }

    private static Object encode(Quantity weight) {
        if (!weight.isWhole()) {
            return weight.toString();
        }
        BigDecimal value = weight.value();
        return value.precision() - value.scale() <= 18 ? (Object) value.longValueExact() : value.toBigIntegerExact();
    }

    @Override
    OtherFields otherSpec(TrafficSplit split) {
        return split.otherSpec();
    }

    @Override
    OtherFields other(TrafficSplit split) {
        return split.other();
    }

    @Override
    String nearestVersion(TrafficSplit split) {
        boolean conditional = split.matches() instanceof SplitMatches.Groups;
        String version = version(split);
        return conditional && (version.equals("v1alpha1") || version.equals("v1alpha2")) ? "v1alpha3" : version;
    }
}
