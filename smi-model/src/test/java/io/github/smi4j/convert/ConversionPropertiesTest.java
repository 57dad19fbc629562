package io.github.smi4j.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.Quantity;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiArbitraries;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for every value and every pair of versions. */
class ConversionPropertiesTest {
    private static final Set<ConversionCode> REFUSED_FOR_WIDENING =
            Set.of(ConversionCode.MATCHES_REFUSED, ConversionCode.HEADERS_REFUSED, ConversionCode.PORTS_REFUSED);
    private static final List<String> VERSIONS = List.of("v1alpha1", "v1alpha2", "v1alpha3", "v1alpha4");
    private static final List<String> NAMES = List.of("a", "b");

    /** A resource and a version of its group, of which its kind may know nothing. */
    private record Case(SmiResource resource, String apiVersion) {
        SmiConverter converter() {
            return SmiConverter.to(apiVersion);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(SmiArbitraries.resources(), Arbitraries.of(VERSIONS))
                .as((resource, version) ->
                        new Case(resource, resource.resourceKind().group() + "/" + version));
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void convert_anyValueToAnyVersion_isInThatVersionAndReadable(@ForAll("cases") Case example) {
        Conversion conversion = example.converter().convert(example.resource());

        SmiResource given = example.resource();
        if (conversion.errors().isEmpty()) {
            assertThat(conversion.resources()).isNotEmpty();
            assertThat(conversion.toSet().resources())
                    .filteredOn(r ->
                            r.resourceKind().group().equals(given.resourceKind().group()))
                    .allMatch(r -> r.apiVersion().equals(example.apiVersion()));
        } else {
            assertThat(conversion.resources()).isEmpty();
        }
        if (isReadable(given)) {
            assertThat(conversion.toSet().resources()).allMatch(ConversionPropertiesTest::isReadable);
        }
    }

    private static boolean isReadable(SmiResource resource) {
        Decoded<SmiResource> decoded = SmiResource.decode(resource.toTree());
        return decoded.diagnostics().isEmpty() && decoded.orThrow().equals(resource);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void convert_thereAndBackWithoutAWord_isTheSame(@ForAll("cases") Case example) {
        SmiResource given = example.resource();
        Conversion there = example.converter().convert(given);
        Conversion back = SmiConverter.to(given.apiVersion()).convert(there.toSet());

        if (there.diagnostics().isEmpty() && back.diagnostics().isEmpty()) {
            assertThat(back.resources()).isEqualTo(List.of(given));
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void convert_widening_isNeverDoneUnaskedNorRefusedIfAsked(@ForAll("cases") Case example) {
        Conversion strict = example.converter().convert(example.resource());
        Conversion wide = example.converter().allowWidening().convert(example.resource());

        assertThat(strict.diagnostics()).noneMatch(d -> d.effect() == Effect.WIDENED);
        assertThat(wide.diagnostics()).noneMatch(d -> REFUSED_FOR_WIDENING.contains(d.code()));
        if (strict.errors().isEmpty()) {
            assertThat(wide.resources()).isEqualTo(strict.resources());
        }
    }

    /** Two targets with ports and all that they refer to, in few names, so that they meet. */
    @Provide
    Arbitrary<List<SmiResource>> sets() {
        Arbitrary<Rule> rules = Combinators.combine(
                        Arbitraries.of("HTTPRouteGroup", "TCPRoute", "UDPRoute", "TCPRoute"), Arbitraries.of(NAMES))
                .as((kind, name) -> Rule.builder().kind(kind).name(name).build());
        Arbitrary<SmiResource> targets = Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.of(VERSIONS),
                        Arbitraries.of(80, 90).optional(0.8),
                        rules.list().ofMaxSize(3))
                .as((name, version, port, list) -> target(name, port.orElse(0), list).toBuilder()
                        .apiVersion("access.smi-spec.io/" + version)
                        .build());
        Arbitrary<SmiResource> tcp = Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VERSIONS), ports())
                .as((name, version, ports) -> ports.isEmpty()
                        ? TCPRoute.builder()
                                .name(name)
                                .apiVersion("specs.smi-spec.io/" + version)
                                .build()
                        : TCPRoute.builder().name(name).ports(ports.get(0)).build());
        Arbitrary<SmiResource> udp = Combinators.combine(Arbitraries.of(NAMES), ports())
                .as((name, ports) -> ports.isEmpty()
                        ? UDPRoute.builder().name(name).build()
                        : UDPRoute.builder().name(name).ports(ports.get(0)).build());
        Arbitrary<SmiResource> groups = Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VERSIONS))
                .as((name, version) -> group(name).toBuilder()
                        .apiVersion("specs.smi-spec.io/" + version)
                        .build());
        return Arbitraries.oneOf(List.of(targets, targets, tcp, udp, groups))
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<List<Integer>> ports() {
        return Arbitraries.of(80, 90).list().ofMaxSize(1);
    }

    private static TrafficTarget target(String name, int port, List<Rule> rules) {
        TrafficTarget.Builder target = TrafficTarget.builder()
                .name(name)
                .destination(Subject.serviceAccount("web"))
                .addSource(Subject.serviceAccount("edge"))
                .rules(rules);
        if (port > 0) {
            target.destinationPort(port);
        }
        return target.build();
    }

    private static HTTPRouteGroup group(String name) {
        return HTTPRouteGroup.builder()
                .name(name)
                .addMatch(HTTPMatch.builder().name("m").pathRegex("/m").build())
                .build();
    }

    @Provide
    Arbitrary<SmiConverter> converters() {
        Arbitrary<SmiConverter> strict = Combinators.combine(
                        Arbitraries.of(VERSIONS), Arbitraries.of(VERSIONS).optional())
                .as((access, specs) -> specs.map(
                                v -> SmiConverter.to("access.smi-spec.io/" + access, "specs.smi-spec.io/" + v))
                        .orElseGet(() -> SmiConverter.to("access.smi-spec.io/" + access)));
        return Arbitraries.oneOf(strict, strict.map(SmiConverter::allowWidening));
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void convert_inAnotherOrder_givesTheSame(
            @ForAll("sets") List<SmiResource> set, @ForAll("converters") SmiConverter converter, @ForAll long seed) {
        List<SmiResource> shuffled = new ArrayList<>(set);
        Collections.shuffle(shuffled, new Random(seed));
        Conversion first = converter.convert(ResourceSet.of(set));
        Conversion second = converter.convert(ResourceSet.of(shuffled));

        assertThat(second.resources()).containsExactlyInAnyOrderElementsOf(first.resources());
        assertThat(second.diagnostics()).isEqualTo(first.diagnostics());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void convert_portsOfTargetsWithHttpRules_comeBack(
            @ForAll("convertible") List<SmiResource> set, @ForAll boolean oldest) {
        String old = "access.smi-spec.io/" + (oldest ? "v1alpha1" : "v1alpha2");
        List<? extends Manifest> given =
                SmiConverter.to(old).convert(ResourceSet.of(set)).resources();
        Conversion there = SmiConverter.to("access.smi-spec.io/v1alpha4").convert(ResourceSet.of(set));
        Conversion back = SmiConverter.to(old).convert(there.toSet());

        assertThat(there.errors()).isEmpty();
        assertThat(there.toSet().resources(TrafficTarget.class))
                .allMatch(t -> t.destinationPort().isEmpty());
        assertThat(there.resources()).hasSizeGreaterThan(set.size());
        assertThat(back.errors()).isEmpty();
        assertThat(back.resources()).isEqualTo(given);
    }

    /** Targets with a port, an HTTP rule, and perhaps TCP and UDP routes that have the port. */
    @Provide
    Arbitrary<List<SmiResource>> convertible() {
        Arbitrary<List<Rule>> rules = Combinators.combine(
                        Arbitraries.of(Rule.tcpRoute("all"), Rule.tcpRoute("some"))
                                .set()
                                .ofMaxSize(2),
                        Arbitraries.of(Rule.udpRoute("all"), Rule.udpRoute("some"))
                                .set()
                                .ofMaxSize(2),
                        Arbitraries.of(NAMES).set().ofMinSize(1))
                .as((tcp, udp, http) -> Stream.of(
                                http.stream().map(name -> Rule.httpRouteGroup(name, "m")), tcp.stream(), udp.stream())
                        .<Rule>flatMap(list -> list)
                        .toList());
        return Combinators.combine(rules, rules, Arbitraries.of(80, 90), Arbitraries.of(80, 90))
                .as((first, second, port, other) -> List.of(
                        group("a"),
                        group("b"),
                        TCPRoute.builder().name("all").build(),
                        TCPRoute.builder().name("some").ports(80, 90).build(),
                        UDPRoute.builder().name("all").build(),
                        UDPRoute.builder().name("some").ports(90, 80).build(),
                        target("t", port, first),
                        target("u", other, second)));
    }

    @Provide
    Arbitrary<List<Quantity>> weights() {
        Arbitrary<Quantity> decimals = Combinators.combine(
                        Arbitraries.longs().between(0, 5_000),
                        Arbitraries.integers().between(-2, 9))
                .as((unscaled, scale) -> Quantity.of(BigDecimal.valueOf(unscaled, scale)));
        return Arbitraries.oneOf(
                decimals.list().ofMaxSize(5),
                Arbitraries.longs().greaterOrEqual(0).map(Quantity::of).list().ofMaxSize(4));
    }

    @Property(tries = 400)
    void wholeRatio_anyWeights_areTheSmallestInTheSameRatio(@ForAll("weights") List<Quantity> weights) {
        List<BigInteger> whole = Quantity.wholeRatio(weights);

        assertThat(whole).hasSameSizeAs(weights);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(whole.get(i).signum()).isEqualTo(weights.get(i).signum());
            for (int j = 0; j < i; j++) {
                BigDecimal left =
                        new BigDecimal(whole.get(i)).multiply(weights.get(j).value());
                BigDecimal right =
                        new BigDecimal(whole.get(j)).multiply(weights.get(i).value());
                assertThat(left).isEqualByComparingTo(right);
                assertThat(whole.get(i).compareTo(whole.get(j)))
                        .isEqualTo(Integer.signum(weights.get(i).compareTo(weights.get(j))));
            }
        }
        if (weights.stream().allMatch(Quantity::isWhole)) {
            assertThat(whole)
                    .isEqualTo(weights.stream()
                            .map(q -> q.value().toBigIntegerExact())
                            .toList());
        } else {
            assertThat(whole.stream().reduce(BigInteger.ZERO, BigInteger::gcd)).isEqualTo(BigInteger.ONE);
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void convert_anySet_keepsOrNamesEachResource(
            @ForAll("sets") List<SmiResource> set, @ForAll("converters") SmiConverter converter) {
        Conversion conversion = converter.convert(ResourceSet.of(set));

        Set<Object> accounted = new HashSet<>();
        conversion.toSet().entries().forEach(entry -> accounted.add(entry.ref()));
        conversion.errors().forEach(error -> error.resource().ifPresent(accounted::add));
        assertThat(set).allMatch(resource -> accounted.contains(resource.ref()));
        assertThat(conversion.toSet().resources()).allMatch(ConversionPropertiesTest::isReadable);
    }
}
