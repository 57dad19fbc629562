package io.github.smi4j.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.mesh.Dispatch;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.testkit.mesh.Routes.Place;
import io.github.smi4j.translate.MeshTranslators;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What excuses a split that the mesh does not divide as SMI does. */
class RouteLawsTest {
    private static final ServiceName WEB = new ServiceName("shop", "web");
    private static final Dispatch AT_80 = new Dispatch(WEB, 80, Traffic.tcp());

    private static Map<String, Object> object(String apiVersion, String kind, String name, Map<String, Object> spec) {
        return Map.of(
                "apiVersion",
                apiVersion,
                "kind",
                kind,
                "metadata",
                Map.of("name", name, "namespace", "shop"),
                "spec",
                spec);
    }

    private static Map<String, Object> service(String name, Integer... ports) {
        return object(
                "v1",
                "Service",
                name,
                Map.of(
                        "selector",
                        Map.of("app", name),
                        "ports",
                        List.of(ports).stream()
                                .map(port -> Map.of("port", port, "name", "http-" + port))
                                .toList()));
    }

    /** The root has a port 81 that no backend has, which is a finding of the reading, DROPPED. */
    private static RouteLaws laws(TestMesh translator) {
        Map<String, Object> split = object(
                "split.smi-spec.io/v1alpha4",
                "TrafficSplit",
                "canary",
                Map.of(
                        "service",
                        "web",
                        "backends",
                        List.of(Map.of("service", "web-v1", "weight", 3), Map.of("service", "web-v2", "weight", 1))));
        Bundle bundle = Bundle.of(List.of(service("web", 80, 81), service("web-v1", 80), service("web-v2", 80), split));
        return new RouteLaws(new Trial(bundle, MeshTranslators.of(translator).get("test")));
    }

    private static Routes routes(long first, long second) {
        return new Routes(
                new TreeMap<>(Map.of(
                        new Place(new ServiceName("shop", "web-v1"), 80),
                        BigInteger.valueOf(first),
                        new Place(new ServiceName("shop", "web-v2"), 80),
                        BigInteger.valueOf(second))),
                BigInteger.ZERO);
    }

    @Test
    void isToldUnsplit_byTheReadingOfAnotherPort_isNot() {
        RouteLaws laws = laws(TestMesh.changing(tree -> tree.put(PolicyTree.SPLITS, List.of())));
        assertThat(laws.isToldUnsplit(AT_80)).isFalse();
        assertThat(laws.holds(AT_80, Routes.all(WEB, 80), Routes.all(WEB, 80), ToldExceptions.NONE))
                .isFalse();
        Dispatch at81 = new Dispatch(WEB, 81, Traffic.tcp());
        assertThat(laws.holds(at81, Routes.all(WEB, 81), Routes.all(WEB, 81), ToldExceptions.NONE))
                .isTrue();
    }

    @Test
    void isToldUnsplit_byTheTranslator_isSo() {
        RouteLaws laws = laws(TestMesh.telling(TestCode.DROPPED, tree -> {}));
        assertThat(laws.isToldUnsplit(AT_80)).isTrue();
        assertThat(laws.holds(AT_80, Routes.all(WEB, 80), Routes.all(WEB, 80), ToldExceptions.NONE))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3, 1, true", "3000, 1001, true", "7, 2, false"})
    void isToldNear_whatIsApproximated_isNearIfAtAll(long first, long second, boolean near) {
        assertThat(laws(TestMesh.telling(TestCode.APPROXIMATED, tree -> {})).isToldNear(AT_80, routes(first, second)))
                .isEqualTo(near);
        assertThat(laws(TestMesh.right()).isToldNear(AT_80, routes(first, second)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"80, the port 80 ends at another, true", "81, the port 80 ends at another, false", "80, so, false"})
    void holds_whatIsDiverted_doesIfAnExceptionNamesThePort(int port, String message, boolean holds) {
        ToldExceptions diverted = new ToldExceptions() {
            @Override
            public boolean isDiversion(Diagnostic finding) {
                return finding.code() == TestCode.DROPPED;
            }
        };
        RouteLaws laws = laws(TestMesh.telling(TestCode.DROPPED, message, tree -> {}));
        Dispatch dispatch = new Dispatch(WEB, port, Traffic.tcp());
        Routes elsewhere = Routes.all(new ServiceName("shop", "web-v1"), 90);
        assertThat(laws.holds(dispatch, Routes.all(WEB, port), elsewhere, diverted))
                .isEqualTo(holds);
        assertThat(laws.holds(dispatch, Routes.all(WEB, port), elsewhere, ToldExceptions.NONE))
                .isFalse();
    }

    @Test
    void isSplit_ofAPortThatIsDivided_isSo() {
        assertThat(laws(TestMesh.right()).isSplit(AT_80)).isTrue();
        assertThat(laws(TestMesh.right()).isSplit(new Dispatch(WEB, 81, Traffic.tcp())))
                .isFalse();
    }
}
