package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.UDPRoute;
import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.ValidationCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which versions are not the last ones. */
class OldVersionRuleTest {
    private static ObjectMeta metadata() {
        return ObjectMeta.builder().name("a").namespace("shop").build();
    }

    private static SmiResource split(String version) {
        return TrafficSplit.builder()
                .metadata(metadata())
                .apiVersion("split.smi-spec.io/" + version)
                .service("web")
                .addBackend("v1", 1)
                .build();
    }

    private static SmiResource group(String version) {
        return HTTPRouteGroup.builder()
                .metadata(metadata())
                .apiVersion("specs.smi-spec.io/" + version)
                .build();
    }

    private static SmiResource route(String version) {
        return TCPRoute.builder()
                .metadata(metadata())
                .apiVersion("specs.smi-spec.io/" + version)
                .build();
    }

    private static List<String> lines(SmiResource resource) {
        return Manifests.findings(ValidationCode.VERSION_OLD, ResourceSet.of(resource)).stream()
                .map(Diagnostic::message)
                .toList();
    }

    @Test
    void check_anOldVersion_isFoundAtItsField() {
        assertThat(Manifests.lines(ValidationCode.VERSION_OLD, """
                apiVersion: split.smi-spec.io/v1alpha2
                kind: TrafficSplit
                metadata: {name: a, namespace: shop}
                spec: {service: web, backends: [{service: v1, weight: 1}]}
                """))
                .containsExactly("INFO SMI2010 input.yaml:1:13 TrafficSplit shop/a apiVersion:"
                        + " is v1alpha2, the last version of TrafficSplit that SMI released is v1alpha4");
    }

    @Test
    void check_anOldVersionOfATarget_namesTheLastReleased() {
        assertThat(Manifests.lines(ValidationCode.VERSION_OLD, """
                apiVersion: access.smi-spec.io/v1alpha2
                kind: TrafficTarget
                metadata: {name: a, namespace: shop}
                spec:
                  destination: {kind: ServiceAccount, name: web, namespace: shop}
                """))
                .containsExactly("INFO SMI2010 input.yaml:1:13 TrafficTarget shop/a apiVersion:"
                        + " is v1alpha2, the last version of TrafficTarget that SMI released is v1alpha3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1alpha1", "v1alpha2", "v1alpha3"})
    void check_anyOldVersion_isFound(String version) {
        String expected = "is " + version + ", the last version of %s that SMI released is v1alpha4";
        assertThat(lines(split(version))).containsExactly(expected.formatted("TrafficSplit"));
        assertThat(lines(group(version))).containsExactly(expected.formatted("HTTPRouteGroup"));
        assertThat(lines(route(version))).containsExactly(expected.formatted("TCPRoute"));
    }

    @Test
    void check_theLastVersion_isNotFound() {
        assertThat(lines(split("v1alpha4"))).isEmpty();
        assertThat(lines(group("v1alpha4"))).isEmpty();
        assertThat(lines(route("v1alpha4"))).isEmpty();
        assertThat(lines(UDPRoute.builder().metadata(metadata()).build())).isEmpty();
        assertThat(lines(IdentityBinding.builder().metadata(metadata()).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1alpha3", "v1alpha4"})
    void check_aTargetOfAReleaseOrBeyond_isNotFound(String version) {
        assertThat(Manifests.lines(
                        ValidationCode.VERSION_OLD, Manifests.target("a", "").replace("v1alpha3", version)))
                .isEmpty();
    }
}
