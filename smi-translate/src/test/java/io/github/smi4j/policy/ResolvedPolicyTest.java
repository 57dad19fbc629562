package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolvedPolicyTest {
    private static ResolvedPolicy resolve(ResourceSet set) {
        return ResolvedPolicy.of(set, PolicyOptions.defaults());
    }

    private static List<String> lines(ResolvedPolicy policy) {
        return policy.diagnostics().stream().map(Object::toString).toList();
    }

    private static TrafficSplit.Builder split(String name) {
        return TrafficSplit.builder()
                .name(name)
                .namespace("shop")
                .service("web")
                .addBackend("web-v1", 1);
    }

    private static HTTPRouteGroup group(HTTPMatch match) {
        return HTTPRouteGroup.builder()
                .name("api")
                .namespace("shop")
                .addMatch(match)
                .build();
    }

    @Test
    void of_aBuiltMatchWithAHeaderTwice_refusesIt() {
        HTTPMatch match = HTTPMatch.builder()
                .name("twice")
                .putHeader("X-Team", "a")
                .putHeader("x-team", "b")
                .build();
        ResolvedPolicy policy = resolve(ResourceSet.of(
                group(match),
                split("canary").matches(SplitMatches.httpRouteGroups("api")).build()));
        assertThat(policy.splits()).isEmpty();
        assertThat(lines(policy))
                .containsExactly(
                        "ERROR SMI2204 HTTPRouteGroup shop/api spec.matches[0].headers[x-team]: the header is tested"
                                + " twice in this match",
                        "ERROR SMI2112 TrafficSplit shop/canary spec.matches[0].name: the HTTPRouteGroup \"api\" has"
                                + " faults or no match; the split is not emitted");
    }

    @Test
    void of_aMatch_readsItInOneForm() {
        HTTPMatch match = HTTPMatch.builder()
                .name("read")
                .addMethods("get", "HEAD", "GET")
                .putHeader("X-Z", "1")
                .putHeader("X-A", "2")
                .build();
        ResolvedPolicy policy = resolve(ResourceSet.of(
                group(match),
                split("canary").matches(SplitMatches.httpRouteGroups("api")).build()));
        SplitRoute route = policy.splits().get(0).ports().get(0).routes().get(0);
        ResolvedMatch resolved = route.matches().get(0);
        assertThat(resolved.methods()).containsExactly("GET", "HEAD");
        assertThat(resolved.headers()).extracting(HeaderTest::name).containsExactly("x-a", "x-z");
        assertThat(resolved.pathRegex()).isEmpty();
        assertThat(resolved).hasToString("HTTPRouteGroup shop/api#read");
        assertThat(resolved.path()).hasToString("spec.matches[0]");
    }

    @Test
    void of_aPairOfOneRoot_putsTheConditionalFirst() {
        HTTPMatch match = HTTPMatch.builder().name("get").addMethod("GET").build();
        ResolvedPolicy policy = resolve(ResourceSet.of(
                split("all").build(),
                group(match),
                split("some").matches(SplitMatches.httpRouteGroups("api")).build()));
        ResolvedSplit split = policy.splits().get(0);
        assertThat(split.splits()).extracting(r -> r.name()).containsExactly("some", "all");
        assertThat(split.origins()).extracting(r -> r.name()).containsExactly("api", "all", "some");
        assertThat(split.ports().get(0).port()).isEmpty();
        assertThat(split.ports().get(0).routes())
                .extracting(SplitRoute::isConditional)
                .containsExactly(true, false);
    }

    @Test
    void of_backendsOfWeightZero_keepsThemInOrder() {
        TrafficSplit split = TrafficSplit.builder()
                .name("canary")
                .namespace("shop")
                .service("web")
                .addBackend("web-v2", 0)
                .addBackend("web-v1", 5)
                .build();
        ResolvedPolicy policy = resolve(ResourceSet.of(split));
        assertThat(policy.splits().get(0).ports().get(0).routes().get(0).shares())
                .containsExactly(
                        new Share(new ServiceName("shop", "web-v2"), BigInteger.ZERO),
                        new Share(new ServiceName("shop", "web-v1"), BigInteger.valueOf(5)));
    }

    @Test
    void of_aNearlyKnownField_asksWhetherItWasMeant() {
        String text = """
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata:
                  name: api
                spec:
                  matches:
                  - name: read
                    pathregexp: /x
                    zone: b
                """;
        ResolvedPolicy policy = resolve(ManifestReader.create().read(text, "in.yaml"));
        assertThat(policy.diagnostics())
                .filteredOn(d -> d.code() == PolicyCode.FIELD_UNKNOWN_CONSTRAINT)
                .extracting(d -> d.path() + " " + d.help())
                .containsExactly(
                        "spec.matches[0].pathregexp Did you mean pathRegex?",
                        "spec.matches[0].zone Remove the field or correct its name. Here there are name, pathRegex, methods,"
                                + " headers.");
    }

    @Test
    void of_aFaultInAQuotedPattern_pointsIntoIt() {
        String text = """
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata:
                  name: api
                spec:
                  matches:
                  - name: plain
                    pathRegex: /ab\\Z
                  - name: quoted
                    pathRegex: '/ab\\Z'
                  - name: folded
                    pathRegex: >-
                      /ab\\Z
                """;
        ResolvedPolicy policy = resolve(ManifestReader.create().read(text, "in.yaml"));
        assertThat(policy.diagnostics())
                .filteredOn(d -> d.code() == PolicyCode.PATH_REGEX)
                .extracting(d -> d.position().orElseThrow().toString())
                .containsExactly("in.yaml:8:19", "in.yaml:10:20", "in.yaml:12:16");
    }

    @Test
    void of_theSameResourcesInAnyOrder_isTheSame() {
        TrafficSplit some =
                split("some").matches(SplitMatches.httpRouteGroups("missing")).build();
        TrafficSplit all = split("all").build();
        assertThat(lines(resolve(ResourceSet.of(some, all))))
                .hasSize(2)
                .isEqualTo(lines(resolve(ResourceSet.of(all, some))));
    }
}
