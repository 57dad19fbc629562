package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.MatchNames;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** {@link TrafficTarget}, access v1alpha1 (flat, {@code specs} for {@code rules}) to v1alpha4. */
final class TrafficTargetCodec extends KindCodec<TrafficTarget> {
    TrafficTargetCodec() {
        super(TrafficTarget.class, "destination", "sources", "rules", "specs");
    }

    @Override
    Optional<TrafficTarget> decode(Document document) {
        return document.requiredSpec().flatMap(spec -> decode(document, spec));
    }

    private static Optional<TrafficTarget> decode(Document document, ObjectReader spec) {
        String rulesField = document.isVersion("v1alpha1") ? "specs" : "rules";
        reportOtherRulesField(document, spec, rulesField.equals("specs") ? "rules" : "specs");
        int errorsBefore = document.findings().errors();
        Optional<ObjectReader> destination = spec.requiredObject("destination");
        OptionalInt port = destination.map(d -> port(document, d)).orElse(OptionalInt.empty());
        Optional<Subject> subject = destination.flatMap(TrafficTargetCodec::subject);
        boolean destinationFaulty = document.findings().errors() > errorsBefore;
        List<Subject> sources = spec.each("sources", TrafficTargetCodec::subject);
        List<Rule> rules = spec.each(rulesField, TrafficTargetCodec::rule);
        // Without its port a target would allow more: a faulty destination leaves nothing to reason about.
        if (subject.isEmpty() || destinationFaulty || document.metadata().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TrafficTarget.builder()
                .apiVersion(document.apiVersion())
                .origin(document.findings().origin())
                .metadata(document.metadata().get())
                .destination(subject.get())
                .destinationPort(port)
                .sources(sources)
                .rules(rules)
                .otherSpec(document.otherSpec())
                .other(document.others())
                .build());
    }

    private static void reportOtherRulesField(Document document, ObjectReader spec, String field) {
        if (spec.has(field)) {
            spec.ignore(field);
            document.findings()
                    .report(
                            TextCode.FIELD_MISPLACED,
                            spec.path(field),
                            "does not exist in " + document.apiVersion() + ", which calls it "
                                    + (field.equals("rules") ? "specs" : "rules"));
        }
    }

    private static OptionalInt port(Document document, ObjectReader destination) {
        if (!destination.has("port")) {
            return OptionalInt.empty();
        }
        if (!document.isVersion("v1alpha1", "v1alpha2")) {
            document.reportOtherVersion(destination.path("port"), "v1alpha2");
        }
        return destination.port("port").map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Optional<Subject> subject(ObjectReader subject) {
        Optional<String> kind = subject.requiredString("kind");
        Optional<String> name = subject.requiredString("name");
        Optional<String> namespace = subject.string("namespace");
        Optional<String> group = subject.string("group");
        return kind.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(Subject.builder()
                        .kind(kind.get())
                        .name(name.get())
                        .namespace(namespace)
                        .group(group)
                        .other(subject.others())
                        .build());
    }

    private static Optional<Rule> rule(ObjectReader rule) {
        Optional<String> kind = rule.requiredString("kind");
        Optional<String> name = rule.requiredString("name");
        MatchNames matches =
                rule.has("matches") ? MatchNames.of(rule.strings("matches").orElse(List.of())) : MatchNames.all();
        return kind.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(Rule.builder()
                        .kind(kind.get())
                        .name(name.get())
                        .matches(matches)
                        .other(rule.others())
                        .build());
    }

    @Override
    void encodeSpec(TrafficTarget target, Map<String, Object> spec) {
        Map<String, Object> destination = encode(target.destination());
        target.destinationPort().ifPresent(port -> destination.put("port", port));
        spec.put("destination", destination);
        String rulesField = version(target).equals("v1alpha1") ? "specs" : "rules";
        spec.put(
                rulesField,
                target.rules().stream().map(TrafficTargetCodec::encode).toList());
        spec.put(
                "sources",
                target.sources().stream().map(TrafficTargetCodec::encode).toList());
    }

    private static Map<String, Object> encode(Subject subject) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", subject.kind());
        subject.group().ifPresent(group -> tree.put("group", group));
        tree.put("name", subject.name());
        subject.namespace().ifPresent(namespace -> tree.put("namespace", namespace));
        tree.putAll(subject.other().asMap());
        return tree;
    }

    private static Map<String, Object> encode(Rule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", rule.kind());
        tree.put("name", rule.name());
        if (rule.matches() instanceof MatchNames.Named named) {
            tree.put("matches", named.names());
        }
        tree.putAll(rule.other().asMap());
        return tree;
    }

    @Override
    OtherFields otherSpec(TrafficTarget target) {
        return target.otherSpec();
    }

    @Override
    OtherFields other(TrafficTarget target) {
        return target.other();
    }

    /** The port exists in the two oldest versions, bindings in the newest: a target with both is a fault, and stays. */
    @Override
    String nearestVersion(TrafficTarget target) {
        String version = version(target);
        boolean hasPort = version.equals("v1alpha1") || version.equals("v1alpha2");
        boolean bindings = Stream.concat(Stream.of(target.destination()), target.sources().stream())
                .anyMatch(s -> s.kind().equals(ResourceKind.IDENTITY_BINDING.kind()));
        return target.destinationPort().isPresent() && !hasPort && !bindings ? "v1alpha2" : version;
    }
}
