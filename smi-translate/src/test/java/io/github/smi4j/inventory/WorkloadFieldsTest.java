package io.github.smi4j.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.manifest.ManifestReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations, the labels of the controller and the network of pods. */
class WorkloadFieldsTest {
    private static Inventory read(String selector, String metadata, String spec) {
        String text = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop, annotations: {of: the-deployment}}
                spec:
                  selector: %s
                  template:
                    metadata: %s
                    spec: %s
                """.formatted(selector, metadata, spec);
        return Inventory.from(ManifestReader.create().read(text, "t.yaml"), "default");
    }

    private static Workload workload(String selector, String metadata, String spec) {
        Inventory inventory = read(selector, metadata, spec);
        assertThat(inventory.isClosed("shop")).isTrue();
        return inventory.workloads().get(0);
    }

    @Test
    void annotations_areThoseOfThePods() {
        assertThat(workload("{}", "{annotations: {a: b, c: ''}}", "{}").annotations())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "b", "c", ""));
        assertThat(workload("{}", "{}", "{}").annotations()).isEmpty();
        assertThat(workload("{}", "{annotations: {a: null}}", "{}").annotations())
                .containsExactly(Map.entry("a", ""));
        assertThat(workload("{}", "{annotations: null}", "{}").annotations()).isEmpty();
        assertThat(workload("{}", "null", "{}").annotations()).isEmpty();
    }

    @Test
    void firstContainerPorts_areThoseOfTheFirstContainerAlone() {
        String spec = """
                {containers: [{name: a, ports: [{containerPort: 2}, {containerPort: 1}]},
                {name: b, ports: [{containerPort: 3}]}]}""";

        assertThat(workload("{}", "{}", spec).firstContainerPorts())
                .extracting(ContainerPort::number)
                .containsExactly(2, 1);
        assertThat(workload("{}", "{}", "{containers: [{name: a}, {name: b, ports: [{containerPort: 3}]}]}")
                        .firstContainerPorts())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{annotations: 5}", "{annotations: [a]}", "{annotations: {a: 5}}"})
    void annotations_ofAnotherType_leaveTheNamespaceOpen(String metadata) {
        Inventory inventory = read("{}", metadata, "{}");

        assertThat(inventory.workloads()).isEmpty();
        assertThat(inventory.isClosed("shop")).isFalse();
    }

    @Test
    void controllerLabels_areThoseOfTheSelectorThatThePodsHave() {
        String labels = "{labels: {app: web, version: v1}}";

        assertThat(workload("{matchLabels: {app: web}}", labels, "{}").controllerLabels())
                .containsExactly(Map.entry("app", "web"));
        assertThat(workload("{matchLabels: {app: other}}", labels, "{}").controllerLabels())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "5",
                "[app]",
                "{matchLabels: null}",
                "{matchLabels: {}}",
                "{matchLabels: 5}",
                "{matchLabels: {app: 5}}",
                "{matchLabels: {app: null}}",
                "{matchExpressions: []}",
                "{matchLabels: {app: web}, matchExpressions: [{key: app, operator: Exists}]}"
            })
    void controllerLabels_thatDoNotSayAll_areNone(String selector) {
        assertThat(workload(selector, "{labels: {app: web}}", "{}").controllerLabels())
                .isEmpty();
    }

    @Test
    void controllerLabels_ofAPod_areNone() {
        String text = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop, labels: {app: web}, annotations: {a: b}}
                spec: {hostNetwork: true, selector: {matchLabels: {app: web}}}
                """;
        Workload pod = Inventory.from(ManifestReader.create().read(text, "t.yaml"), "default")
                .workloads()
                .get(0);

        assertThat(pod.annotations()).containsExactly(Map.entry("a", "b"));
        assertThat(pod.hostNetwork()).isTrue();
    }

    @Test
    void hostNetwork_isFalseUnlessDeclared() {
        assertThat(workload("{}", "{}", "{hostNetwork: true}").hostNetwork()).isTrue();
        assertThat(workload("{}", "{}", "{hostNetwork: false}").hostNetwork()).isFalse();
        assertThat(workload("{}", "{}", "{hostNetwork: null}").hostNetwork()).isFalse();
        assertThat(workload("{}", "{}", "{}").hostNetwork()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'true'", "5", "[true]", "{}"})
    void hostNetwork_ofAnotherType_leavesTheNamespaceOpen(String hostNetwork) {
        assertThat(read("{}", "{}", "{hostNetwork: " + hostNetwork + "}").isClosed("shop"))
                .isFalse();
    }
}
