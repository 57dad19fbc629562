package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.ValidationCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which versions of resources that refer to each other belong to one release. */
class VersionPairRuleTest {
    private static final String TARGET = Manifests.target("a", "{kind: HTTPRouteGroup, name: api}");
    private static final String GROUP = Manifests.group("api", "{name: get, methods: [GET]}");
    private static final String SPLIT = """
            ---
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata: {name: canary, namespace: shop}
            spec:
              service: web
              matches: [{kind: HTTPRouteGroup, name: other}, {kind: HTTPRouteGroup, name: api}]
              backends: [{service: v1, weight: 1}]
            """;

    private static List<String> lines(String... documents) {
        return Manifests.lines(ValidationCode.VERSION_PAIR, documents);
    }

    /** A target and a group of some versions; the first versions have no spec. */
    private static ResourceSet set(String access, String specs) {
        TrafficTarget target = TrafficTarget.builder()
                .name("a")
                .namespace("shop")
                .apiVersion("access.smi-spec.io/" + access)
                .destination(Subject.serviceAccount("web").inNamespace("shop"))
                .addSource(Subject.serviceAccount("edge").inNamespace("shop"))
                .addRule(Rule.httpRouteGroup("api"))
                .build();
        HTTPRouteGroup group = HTTPRouteGroup.builder()
                .name("api")
                .namespace("shop")
                .apiVersion("specs.smi-spec.io/" + specs)
                .addMatch(HTTPMatch.builder().name("get").addMethod("GET").build())
                .build();
        return ResourceSet.of(target, group);
    }

    @Test
    void check_aTargetWithANewerGroup_isFoundAtTheRule() {
        assertThat(lines(
                        Manifests.target("a", "{kind: TCPRoute, name: none}, {kind: HTTPRouteGroup, name: api}")
                                .replace("v1alpha3", "v1alpha2"),
                        GROUP))
                .containsExactly("WARNING SMI2011 input.yaml:8:41 TrafficTarget shop/a spec.rules[1]: HTTPRouteGroup"
                        + " shop/api is of specs.smi-spec.io/v1alpha4, which no release of SMI combines with"
                        + " access.smi-spec.io/v1alpha2");
    }

    @Test
    void check_aFlatTarget_isLocatedInItsOwnShape() {
        assertThat(lines("""
                apiVersion: access.smi-spec.io/v1alpha1
                kind: TrafficTarget
                metadata: {name: a, namespace: shop}
                destination: {kind: ServiceAccount, name: web, namespace: shop}
                sources: [{kind: ServiceAccount, name: edge, namespace: shop}]
                specs:
                - {kind: HTTPRouteGroup, name: api}
                """, GROUP))
                .containsExactly("WARNING SMI2011 input.yaml:7:3 TrafficTarget shop/a specs[0]: HTTPRouteGroup"
                        + " shop/api is of specs.smi-spec.io/v1alpha4, which no release of SMI combines with"
                        + " access.smi-spec.io/v1alpha1");
    }

    @Test
    void check_aSplitWithAnOlderGroup_isFoundAtTheMatch() {
        assertThat(lines(SPLIT, GROUP.replace("v1alpha4", "v1alpha3")))
                .containsExactly("WARNING SMI2011 input.yaml:7:50 TrafficSplit shop/canary spec.matches[1]:"
                        + " HTTPRouteGroup shop/api is of specs.smi-spec.io/v1alpha3, which no release of SMI combines"
                        + " with split.smi-spec.io/v1alpha4");
        assertThat(lines(SPLIT, GROUP)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v1alpha1, v1alpha1, true",
        "v1alpha1, v1alpha2, true",
        "v1alpha1, v1alpha3, false",
        "v1alpha1, v1alpha4, false",
        "v1alpha2, v1alpha1, false",
        "v1alpha2, v1alpha2, false",
        "v1alpha2, v1alpha3, true",
        "v1alpha2, v1alpha4, false",
        "v1alpha3, v1alpha1, false",
        "v1alpha3, v1alpha2, false",
        "v1alpha3, v1alpha3, false",
        "v1alpha3, v1alpha4, true",
        "v1alpha4, v1alpha3, false",
        "v1alpha4, v1alpha4, true"
    })
    void check_aTargetAndAGroup_areCombinedAsTheReleasesDid(String access, String specs, boolean combined) {
        assertThat(Manifests.findings(ValidationCode.VERSION_PAIR, set(access, specs)))
                .hasSize(combined ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "v1alpha3, v1alpha3, true",
        "v1alpha3, v1alpha4, false",
        "v1alpha4, v1alpha3, false",
        "v1alpha4, v1alpha4, true"
    })
    void check_aSplitAndAGroup_areCombinedAsTheReleasesDid(String split, String specs, boolean combined) {
        assertThat(lines(SPLIT.replace("v1alpha4", split), GROUP.replace("v1alpha4", specs)))
                .hasSize(combined ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCPRoute", "UDPRoute"})
    void check_routesOfPorts_areFoundToo(String kind) {
        String target =
                Manifests.target("a", "{kind: " + kind + ", name: ports}").replace("v1alpha3", "v1alpha2");
        assertThat(lines(target, Manifests.route(kind, "ports", "80")))
                .hasSize(1)
                .first()
                .asString()
                .contains(kind + " shop/ports is of specs.smi-spec.io/v1alpha4");
    }

    @Test
    void check_aVersionThatIsInferred_isOfNoPair() {
        String old = TARGET.replace("v1alpha3", "v1alpha2");
        assertThat(lines(old, GROUP)).hasSize(1);
        assertThat(lines(old, GROUP.replace("apiVersion: specs.smi-spec.io/v1alpha4\n", "")))
                .isEmpty();
        assertThat(lines(
                        TARGET.replace("apiVersion: access.smi-spec.io/v1alpha3\n", ""),
                        GROUP.replace("v1alpha4", "v1alpha3")))
                .isEmpty();
    }

    @Test
    void check_whatIsNotThere_isNotFound() {
        String old = TARGET.replace("v1alpha3", "v1alpha2");
        assertThat(lines(old, GROUP.replace("shop", "dev"))).isEmpty();
        assertThat(lines(old, GROUP.replace("name: api", "name: other"))).isEmpty();
        assertThat(lines(old, Manifests.route("TCPRoute", "api", "80"))).isEmpty();
        assertThat(lines(old.replace("kind: HTTPRouteGroup", "kind: TrafficSplit"), GROUP, SPLIT))
                .isEmpty();
        assertThat(lines(old.replace("kind: HTTPRouteGroup", "kind: Group"), GROUP))
                .isEmpty();
    }
}
