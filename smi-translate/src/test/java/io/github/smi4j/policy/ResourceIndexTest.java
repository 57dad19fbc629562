package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which resource a name stands for, and what is said where there is none. */
class ResourceIndexTest {
    private static final String GROUP = "{kind: HTTPRouteGroup, name: routes}";

    private static String group(String metadata, String path) {
        return """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {%s}
                spec: {matches: [{name: m, pathRegex: %s}]}
                """.formatted(metadata, path);
    }

    private static Reading read(String... groups) {
        return Reading.of(Bundles.CLUSTER + "---\n" + Reading.target(GROUP) + String.join("", groups));
    }

    @Test
    void of_aNameThatIsMissing_namesTheNearestOfTheNamespace() {
        Reading reading = read(group("name: route, namespace: shop", "/"), group("name: routes, namespace: dev", "/"));

        assertThat(reading.helps(AccessCode.RULE_ROUTE_MISSING))
                .containsExactly("Did you mean \"route\"? " + AccessCode.RULE_ROUTE_MISSING.help());
    }

    @Test
    void of_aNameOfAnotherNamespace_namesThatNamespace() {
        Reading reading = read(group("name: routes, namespace: dev", "/"), group("name: route, namespace: dev", "/"));

        assertThat(reading.helps(AccessCode.RULE_ROUTE_MISSING))
                .containsExactly("The namespace \"dev\" has one; it is looked for in \"shop\". "
                        + AccessCode.RULE_ROUTE_MISSING.help());
    }

    @Test
    void of_aNameOfAnotherKind_saysNothingOfIt() {
        Reading reading = read(Bundles.PORTS.replace("name: admin, namespace: shop", "name: routes, namespace: dev"));

        assertThat(reading.helps(AccessCode.RULE_ROUTE_MISSING)).containsExactly(AccessCode.RULE_ROUTE_MISSING.help());
    }

    @Test
    void of_twoOfOneNameAlike_reportsTheSecondInOrderOfTheText() {
        String twice = group("name: routes, namespace: shop", "/");

        assertThat(read(twice, twice).grants()).containsExactly("web http [8080, 8443, 9090] [m]");
        assertThat(read(twice, twice).lines(PolicyCode.DUPLICATE_EQUAL))
                .containsExactly("INFO SMI2001 HTTPRouteGroup shop/routes: is given more than once, always alike");
        assertThat(read(twice).lines(PolicyCode.DUPLICATE_EQUAL)).isEmpty();
    }

    @Test
    void of_twoOfOneNameThatDiffer_reportsBoth() {
        Reading reading =
                read(group("name: routes, namespace: shop", "/"), group("name: routes, namespace: shop", "/a"));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(PolicyCode.DUPLICATE_DIFFERENT))
                .hasSize(2)
                .containsOnly("ERROR SMI2002 HTTPRouteGroup shop/routes: is given more than once, and not always alike;"
                        + " none is used");
        assertThat(reading.lines(PolicyCode.DUPLICATE_EQUAL)).isEmpty();
    }

    /** What differs in its writing alone is the same resource, unless a part of it could not be read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{matches: [{pathRegex: /, name: m}]}|true",
                "{matches: [{name: m, pathRegex: /, methods: []}]}|true",
                "{matches: [{name: m, pathRegex: /, methods: 5}]}|false"
            })
    void of_twoOfOneNameWrittenDifferently_areOneIfTheyMeanTheSame(String spec, boolean same) {
        String one = group("name: routes, namespace: shop", "/");
        String other = """
                ---
                kind: HTTPRouteGroup
                apiVersion: specs.smi-spec.io/v1alpha4
                metadata: {namespace: shop, name: routes}
                spec: %s
                """.formatted(spec);

        assertThat(read(one, other).lines(PolicyCode.DUPLICATE_DIFFERENT)).hasSize(same ? 0 : 2);
        assertThat(read(one, other).grants()).hasSize(same ? 1 : 0);
    }

    @Test
    void of_twoOfOneNameWithTheSameFault_selectsByWhatCouldBeRead() {
        String faulty = group("name: routes, namespace: shop", "/").replace("]}", ", 5]}");

        assertThat(read(faulty, faulty).grants())
                .isEqualTo(read(faulty).grants())
                .containsExactly("web http [8080, 8443, 9090] [m]");
        assertThat(read(faulty, faulty).lines(PolicyCode.DUPLICATE_EQUAL)).hasSize(1);
        assertThat(read(faulty, faulty).lines(PolicyCode.DUPLICATE_DIFFERENT)).isEmpty();
    }

    @Test
    void of_twoOfOneNameInTwoFiles_reportsTheLaterFileInAnyOrder() {
        String text = group("name: routes, namespace: shop", "/");
        ResourceSet first = ManifestReader.create().read(text, "a.yaml");
        ResourceSet second = ManifestReader.create().read(text, "b.yaml");

        for (ResourceSet set : List.of(
                ResourceSet.builder().addAll(first).addAll(second).build(),
                ResourceSet.builder().addAll(second).addAll(first).build())) {
            assertThat(ResolvedPolicy.of(set, PolicyOptions.defaults()).diagnostics())
                    .filteredOn(d -> d.code() == PolicyCode.DUPLICATE_EQUAL)
                    .singleElement()
                    .satisfies(d ->
                            assertThat(d.position().orElseThrow().toString()).startsWith("b.yaml:"));
        }
    }

    @Test
    void of_targetsWithoutANameOfTheirOwn_areSeveral() {
        String generated = Reading.target("{kind: HTTPRouteGroup, name: routes, matches: [api]}")
                .replace("name: t,", "generateName: t-,");
        String other = generated.replace("matches: [api]", "matches: [admin]");
        Reading reading = Reading.ofShop(generated + "---\n" + other);

        assertThat(reading.grants())
                .containsExactlyInAnyOrder("web http [8080, 8443, 9090] [api]", "web http [8080, 8443, 9090] [admin]");
        assertThat(reading.lines(PolicyCode.DUPLICATE_DIFFERENT)).isEmpty();
    }

    @Test
    void of_targetsWithoutANameOfWhichOneIsFaulty_readsTheOther() {
        String generated = Reading.target("{kind: HTTPRouteGroup, name: routes, matches: [api]}")
                .replace("name: t,", "generateName: t-,");
        String faulty = generated.replace("[api]", "5");

        assertThat(Reading.ofShop(generated + "---\n" + faulty).grants())
                .containsExactly("web http [8080, 8443, 9090] [api]");
        assertThat(Reading.ofShop(faulty + "---\n" + faulty).grants()).isEmpty();
    }

    @Test
    void of_aServiceOfTheInput_isNoSmiResource() {
        assertThat(Reading.of(Bundles.CLUSTER).closed()).isEmpty();
        assertThat(Reading.of(Bundles.CLUSTER + """
                ---
                apiVersion: example.com/v1
                kind: TrafficTarget
                metadata: {name: t, namespace: shop}
                spec: {destination: {kind: ServiceAccount, name: web, namespace: shop}}
                """).closed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "access.smi-spec.io, TrafficTargets, true",
        "access.smi-spec.io, HTTPRouteGroup, false",
        "specs.smi-spec.io, TrafficTargets, false"
    })
    void of_whatIsNoKindOfItsGroup_closesIfItLooksLikeATarget(String apiGroup, String kind, boolean closes) {
        Reading reading = Reading.of(Bundles.CLUSTER + """
                ---
                apiVersion: %s/v1alpha4
                kind: %s
                metadata: {name: t, namespace: shop}
                spec: {destination: {kind: ServiceAccount, name: web, namespace: shop}}
                """.formatted(apiGroup, kind));

        assertThat(reading.closed()).hasSize(closes ? 3 : 0);
    }
}
