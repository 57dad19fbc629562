package io.github.smi4j.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any value of the model, of any version, with texts and numbers that are hard to write. */
public final class SmiArbitraries {
    private SmiArbitraries() {}

    /** Strings that YAML and JSON take for something else, or need to escape. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> nasty = Arbitraries.of(
                "",
                " ",
                "true",
                "False",
                "yes",
                "No",
                "on",
                "OFF",
                "null",
                "~",
                "y",
                "N",
                "nan",
                ".nan",
                ".inf",
                "-.INF",
                "Infinity",
                "0",
                "-1",
                "010",
                "0x1F",
                "0o7",
                "0b1",
                "1_000",
                "1e3",
                "1.5",
                ".5",
                "+1",
                "12:30:45",
                "190:20:30",
                "2024-01-01",
                "2024-01-01T00:00:00Z",
                "<<",
                "=",
                "-",
                "--",
                "---",
                "...",
                "- a",
                "? a",
                "a: b",
                "a:",
                ": a",
                "a #b",
                "#",
                "&a",
                "*a",
                "!a",
                "!!str",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                "\"",
                "'",
                "\\",
                "a\\nb",
                "[a]",
                "{a}",
                "a,b",
                "a\nb",
                "\n",
                "a\n",
                "\r",
                "a\r\nb",
                "\t",
                "a\tb",
                " a",
                "a ",
                "\u0000",
                "\u0007",
                "\u001b[31m",
                "\u007f",
                "\u0085",
                "\u00a0",
                "\u2028",
                "\u2029",
                "\ufeff",
                "\ufeffa",
                "\ufffe",
                "\uffff",
                "\ud83d\ude00",
                "\ud800",
                "\udc00a",
                "\u0663",
                "\u00e4",
                "a/b",
                "a.b",
                "a..b",
                "a.",
                "1a",
                "a1",
                "e1",
                "E5",
                "x".repeat(119),
                "x".repeat(121),
                "x y ".repeat(60),
                "/.*",
                "^(a|b)$");
        return Arbitraries.oneOf(
                nasty,
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.strings().alpha().ofMaxLength(6));
    }

    /** Numbers as the reader makes them: whole ones in the smallest type. */
    public static Arbitrary<Object> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.longs().map(n -> n == n.intValue() ? (Object) n.intValue() : n),
                Arbitraries.of(
                                "0.1",
                                "-0.5",
                                "1.0",
                                "1.50",
                                "1E+3",
                                "1E-7",
                                "-1.25E+20",
                                "123456789.123456789",
                                "0.0",
                                "1E+400")
                        .map(BigDecimal::new),
                Arbitraries.of(
                        new java.math.BigInteger("99999999999999999999"),
                        new java.math.BigInteger("-9223372036854775809")));
    }

    /** Any plain value down to some depth, null among them. */
    public static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts().map(Object.class::cast),
                numbers(),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.just((Object) null));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Object> lists = values(depth - 1).list().ofMaxSize(3).map(Object.class::cast);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, scalars),
                net.jqwik.api.Tuple.of(1, lists),
                net.jqwik.api.Tuple.of(1, trees(depth - 1).map(Object.class::cast)));
    }

    /** Any plain tree down to some depth. */
    public static Arbitrary<Map<String, Object>> trees(int depth) {
        return Arbitraries.maps(texts(), values(depth)).ofMaxSize(3);
    }

    /** Unknown fields: their names collide with no known one. */
    public static Arbitrary<OtherFields> others() {
        Arbitrary<OtherFields> some = Arbitraries.maps(texts().map(t -> "x-" + t), values(1))
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(OtherFields::of);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(OtherFields.none())), net.jqwik.api.Tuple.of(1, some));
    }

    private static Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(3);
    }

    private static Arbitrary<Optional<String>> optionalTexts() {
        return texts().optional();
    }

    private static Arbitrary<ObjectMeta> metas() {
        return Combinators.combine(
                        texts().filter(name -> !name.isEmpty()),
                        Arbitraries.of(1, 2, 3),
                        optionalTexts(),
                        labels(),
                        labels(),
                        others())
                .as((name, which, namespace, labels, annotations, other) -> ObjectMeta.builder()
                        .name(which == 2 ? Optional.empty() : Optional.of(name))
                        .generateName(which == 1 ? Optional.empty() : Optional.of(name + "-"))
                        .namespace(namespace)
                        .labels(labels)
                        .annotations(annotations)
                        .other(other)
                        .build());
    }

    private static Arbitrary<Subject> subjects() {
        return Combinators.combine(
                        Arbitraries.of("ServiceAccount", "IdentityBinding", "Group"),
                        texts(),
                        optionalTexts(),
                        optionalTexts(),
                        others())
                .as((kind, name, namespace, group, other) -> Subject.builder()
                        .kind(kind)
                        .name(name)
                        .namespace(namespace)
                        .group(group)
                        .other(other)
                        .build());
    }

    private static Arbitrary<Rule> rules() {
        Arbitrary<MatchNames> names = Arbitraries.oneOf(
                Arbitraries.just(MatchNames.all()), texts().list().ofMaxSize(2).map(MatchNames::of));
        return Combinators.combine(Arbitraries.of("HTTPRouteGroup", "TCPRoute", "Other"), texts(), names, others())
                .as((kind, name, matches, other) -> Rule.builder()
                        .kind(kind)
                        .name(name)
                        .matches(matches)
                        .other(other)
                        .build());
    }

    private static Arbitrary<Quantity> weights() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Quantity::of),
                Arbitraries.integers().between(0, 100).map(Quantity::of),
                Arbitraries.of("500m", "1n", "0.1n", "-5", "12E", "1Ei", "999999999999999999E", "0.000000000000000001")
                        .map(Quantity::parse));
    }

    private static Arbitrary<TrafficSplit> splits() {
        Arbitrary<Backend> backends = Combinators.combine(texts(), weights(), others())
                .as((service, weight, other) -> Backend.builder()
                        .service(service)
                        .weight(weight)
                        .other(other)
                        .build());
        Arbitrary<RouteRef> refs = Combinators.combine(texts(), texts(), optionalTexts(), others())
                .as((kind, name, group, other) -> RouteRef.builder()
                        .kind(kind)
                        .name(name)
                        .apiGroup(group)
                        .other(other)
                        .build());
        Arbitrary<SplitMatches> matches = Arbitraries.oneOf(
                Arbitraries.just(SplitMatches.none()), refs.list().ofMaxSize(2).map(SplitMatches::of));
        return Combinators.combine(
                        metas(),
                        versions(ResourceKind.TRAFFIC_SPLIT),
                        texts(),
                        backends.list().ofMaxSize(3),
                        matches,
                        others(),
                        others())
                .as((meta, version, service, list, match, otherSpec, other) -> TrafficSplit.builder()
                        .metadata(meta)
                        .apiVersion(version)
                        .service(service)
                        .backends(list)
                        .matches(match)
                        .otherSpec(otherSpec)
                        .other(other)
                        .build());
    }

    /** In the flat versions there is no spec that could have unknown fields of its own. */
    private static OtherFields ofSpec(ResourceKind kind, String version, OtherFields fields) {
        return kind.isFlat(version) ? OtherFields.none() : fields;
    }

    private static Arbitrary<TrafficTarget> targets() {
        Arbitrary<Optional<Integer>> ports =
                Arbitraries.integers().between(1, 65535).optional();
        return Combinators.combine(
                        metas(),
                        versions(ResourceKind.TRAFFIC_TARGET),
                        subjects(),
                        ports,
                        subjects().list().ofMaxSize(2),
                        rules().list().ofMaxSize(2),
                        others(),
                        others())
                .as((meta, version, destination, port, sources, rules, otherSpec, other) -> {
                    TrafficTarget.Builder builder = TrafficTarget.builder()
                            .metadata(meta)
                            .apiVersion(version)
                            .destination(destination)
                            .sources(sources)
                            .rules(rules)
                            .otherSpec(ofSpec(ResourceKind.TRAFFIC_TARGET, version, otherSpec))
                            .other(other);
                    port.ifPresent(builder::destinationPort);
                    return builder.build();
                });
    }

    private static Arbitrary<HTTPRouteGroup> groups() {
        Arbitrary<Map<String, String>> headers = Arbitraries.maps(
                        Arbitraries.of("host", "x-a", "X-B", "", "yes", "user agent"), texts())
                .ofMaxSize(3);
        Arbitrary<HTTPMatch> matches = Combinators.combine(
                        texts(), optionalTexts(), texts().list().ofMaxSize(2), headers, others())
                .as((name, path, methods, header, other) -> HTTPMatch.builder()
                        .name(name)
                        .pathRegex(path)
                        .methods(methods)
                        .headers(header)
                        .other(other)
                        .build());
        return Combinators.combine(
                        metas(),
                        versions(ResourceKind.HTTP_ROUTE_GROUP),
                        matches.list().ofMaxSize(3),
                        others(),
                        others())
                .as((meta, version, list, otherSpec, other) -> HTTPRouteGroup.builder()
                        .metadata(meta)
                        .apiVersion(version)
                        .matches(list)
                        .otherSpec(ofSpec(ResourceKind.HTTP_ROUTE_GROUP, version, otherSpec))
                        .other(other)
                        .build());
    }

    private static Arbitrary<PortMatch> portMatches() {
        Arbitrary<Ports> ports = Arbitraries.oneOf(
                Arbitraries.just(Ports.all()),
                Arbitraries.integers()
                        .between(1, 65535)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(Ports::of));
        return Combinators.combine(optionalTexts(), ports, others())
                .as((name, p, other) ->
                        PortMatch.builder().name(name).ports(p).other(other).build());
    }

    private static Arbitrary<TCPRoute> tcpRoutes() {
        return Combinators.combine(metas(), versions(ResourceKind.TCP_ROUTE), portMatches(), others(), others())
                .as((meta, version, matches, otherSpec, other) -> TCPRoute.builder()
                        .metadata(meta)
                        .apiVersion(version)
                        .matches(matches)
                        .otherSpec(ofSpec(ResourceKind.TCP_ROUTE, version, otherSpec))
                        .other(other)
                        .build());
    }

    private static Arbitrary<UDPRoute> udpRoutes() {
        return Combinators.combine(metas(), portMatches(), others(), others())
                .as((meta, matches, otherSpec, other) -> UDPRoute.builder()
                        .metadata(meta)
                        .matches(matches)
                        .otherSpec(otherSpec)
                        .other(other)
                        .build());
    }

    private static Arbitrary<IdentityBinding> bindings() {
        Arbitrary<PodLabelSelector> selectors = Combinators.combine(labels(), others())
                .as((labels, other) -> PodLabelSelector.builder()
                        .matchLabels(labels)
                        .other(other)
                        .build());
        return Combinators.combine(
                        metas(),
                        selectors.optional(),
                        texts().list().ofMaxSize(2),
                        optionalTexts(),
                        others(),
                        others(),
                        others())
                .as((meta, selector, ids, account, otherSchemes, otherSpec, other) -> IdentityBinding.builder()
                        .metadata(meta)
                        .podLabelSelector(selector)
                        .spiffeIdentities(ids)
                        .serviceAccount(account)
                        .otherSchemes(otherSchemes)
                        .otherSpec(otherSpec)
                        .other(other)
                        .build());
    }

    private static Arbitrary<String> versions(ResourceKind kind) {
        return Arbitraries.of(kind.versions()).map(kind::apiVersion);
    }

    /** Any resource of any kind and version. */
    public static Arbitrary<SmiResource> resources() {
        return Arbitraries.oneOf(List.of(
                splits().map(SmiResource.class::cast),
                targets().map(SmiResource.class::cast),
                groups().map(SmiResource.class::cast),
                tcpRoutes().map(SmiResource.class::cast),
                udpRoutes().map(SmiResource.class::cast),
                bindings().map(SmiResource.class::cast)));
    }
}
