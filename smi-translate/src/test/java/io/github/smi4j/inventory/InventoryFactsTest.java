package io.github.smi4j.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which objects tell a fact, and which facts cannot be told. */
class InventoryFactsTest {
    private static final ResourceRef BROKEN = new ResourceRef("apps", "Deployment", Optional.of("shop"), "broken");

    private static Inventory read(String text) {
        return Inventory.from(ManifestReader.create().read(text, "t.yaml"), "default");
    }

    private static Inventory object(String apiVersion, String kind, String fields) {
        return read("""
                apiVersion: %s
                kind: %s
                metadata: {name: web, namespace: shop}
                %s
                """.formatted(apiVersion, kind, fields));
    }

    private static Inventory pod(String spec) {
        return object("v1", "Pod", "spec: " + spec);
    }

    @Test
    void from_anObjectOfAnotherKindWithPods_knowsOnlyThatTheyAreThere() {
        Inventory inventory =
                object("argoproj.io/v1alpha1", "Rollout", "spec: {template: {spec: {containers: [{name: main}]}}}");

        assertThat(inventory.workloads()).isEmpty();
        assertThat(inventory.unreadableWorkloads("shop"))
                .extracting(ResourceRef::toString)
                .containsExactly("Rollout shop/web");
        assertThat(inventory.unreadableWorkloads("dev")).isEmpty();
        assertThat(inventory.isTakenAsWhole("shop")).isTrue();
        assertThat(inventory.knowsWorkloads("shop")).isFalse();
        assertThat(inventory.meshResources("argoproj.io")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec: {template: {spec: {data: a}}}",
                "spec: {template: {spec: 5}}",
                "spec: {template: 5}",
                "spec: 5",
                "template: {spec: {containers: []}}"
            })
    void from_anObjectOfAnotherKindWithoutPods_tellsNothingOfItsNamespace(String fields) {
        Inventory inventory = object("example.com/v1", "Any", fields);

        assertThat(inventory.unreadableWorkloads("shop")).isEmpty();
        assertThat(inventory.namespaces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Succeeded, 0", "Failed, 0", "Running, 1", "Pending, 1", "5, 1"})
    void from_aPodThatHasEnded_readsNoPods(String phase, int workloads) {
        Inventory inventory = object("v1", "Pod", "spec: {containers: []}\nstatus: {phase: " + phase + "}");

        assertThat(inventory.workloads()).hasSize(workloads);
        assertThat(inventory.isClosed("shop")).isTrue();
    }

    @Test
    void from_aWorkloadWithAnotherStatus_readsItsPods() {
        assertThat(object("v1", "Pod", "spec: {containers: []}\nstatus: Succeeded")
                        .workloads())
                .hasSize(1);
        assertThat(object("batch/v1", "Job", "spec: {template: {spec: {containers: []}}}\nstatus: {phase: Succeeded}")
                        .workloads())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"argoproj.io/v1alpha1, Workflow", "example.com/v1, Pod"})
    void from_anObjectOfAnotherKindThatHasEnded_tellsNothingOfItsNamespace(String apiVersion, String kind) {
        Inventory inventory = object(apiVersion, kind, "status: {phase: Succeeded}");

        assertThat(inventory.isTakenAsWhole("shop")).isFalse();
        assertThat(inventory.meshResources(apiVersion.substring(0, apiVersion.indexOf('/'))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"example.com/v1, Namespace", "example.com/v1, ServiceAccount", "example.com/v1, Service"})
    void from_anObjectOfAnotherGroup_isNoFact(String apiVersion, String kind) {
        Inventory inventory = object(apiVersion, kind, "spec: {ports: [{port: 80}]}");

        assertThat(inventory.namespaces()).isEmpty();
        assertThat(inventory.serviceAccounts()).isEmpty();
        assertThat(inventory.services()).isEmpty();
        assertThat(inventory.meshResources("example.com")).hasSize(1);
    }

    @Test
    void from_initContainersThatKeepRunning_readsTheirPorts() {
        Inventory inventory = pod("""
                {containers: [{ports: [{containerPort: 80}]}],
                 initContainers: [
                   {restartPolicy: Always, ports: [{containerPort: 81}]},
                   {ports: [{containerPort: 82}]},
                   {restartPolicy: OnFailure, ports: [{containerPort: 83}]}]}""");

        assertThat(inventory.workloads().get(0).containerPorts())
                .extracting(ContainerPort::number)
                .containsExactly(80, 81);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceAccountName: ''", "serviceAccountName: null", "serviceAccount: ''"})
    void from_anEmptyAccount_isTheDefaultOne(String account) {
        assertThat(pod("{containers: [], " + account + "}").workloads().get(0).serviceAccount())
                .isEqualTo("default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{containers: [{ports: 80}]}",
                "{containers: [{ports: [80]}]}",
                "{containers: [{ports: [{containerPort: http}]}]}",
                "{containers: [{livenessProbe: {httpGet: {port: [80]}}}]}",
                "{containers: [{livenessProbe: {httpGet: {port: ''}}}]}",
                "{containers: [{livenessProbe: {httpGet: {port: 0}}}]}",
                "{containers: [], initContainers: {name: a}}"
            })
    void from_aPodThatCannotBeRead_isToldAsUnreadable(String spec) {
        Inventory inventory = pod(spec);

        assertThat(inventory.workloads()).isEmpty();
        assertThat(inventory.unreadableWorkloads("shop"))
                .extracting(ResourceRef::toString)
                .containsExactly("Pod shop/web");
    }

    @Test
    void from_aPortWithAnEmptyName_hasNone() {
        assertThat(pod("{containers: [{ports: [{containerPort: 80, name: ''}]}]}")
                        .workloads()
                        .get(0)
                        .containerPorts())
                .extracting(ContainerPort::name)
                .containsExactly(Optional.empty());
    }

    @Test
    void from_aWorkloadWithoutAName_isUnreadable() {
        Inventory inventory = read("""
                apiVersion: v1
                kind: Pod
                metadata: {name: '', namespace: shop}
                spec: {containers: []}
                """);

        assertThat(inventory.workloads()).isEmpty();
        assertThat(inventory.knowsWorkloads("shop")).isFalse();
    }

    @Test
    void from_aServiceWithAnEmptyTargetPort_cannotBeRead() {
        OtherResource service = OtherResource.of(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Map.of("name", "web", "namespace", "shop"),
                "spec",
                Map.of("ports", List.of(Map.of("port", 80, "targetPort", "")))));

        assertThat(Inventory.builder()
                        .addAll(ResourceSet.builder().add(service).build(), "default")
                        .build()
                        .unreadableServices("shop"))
                .containsExactly(new ServiceName("shop", "web"));
    }

    @Test
    void from_aNamespace_readsItsLabels() {
        Inventory inventory = read("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, labels: {team: a, mesh: enabled}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: dev, labels: {team: 5}}
                """);

        assertThat(inventory.namespaceLabels("shop"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "a", "mesh", "enabled"));
        assertThat(inventory.namespaceLabels("dev")).isEmpty();
        assertThat(inventory.namespaceLabels("none")).isEmpty();
        assertThat(inventory.namespaces()).containsExactly("dev", "shop");
    }

    @Test
    void from_aNamespace_readsItsAnnotations() {
        Inventory inventory = read("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}
                """);

        assertThat(inventory.namespaceAnnotations("shop")).containsExactly(Map.entry("linkerd.io/inject", "enabled"));
        assertThat(inventory.namespaceAnnotations("none")).isEmpty();
    }

    @Test
    void from_aService_readsItsTypeLabelsAndAnnotations() {
        Inventory inventory = read("""
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop, annotations: {config.linkerd.io/opaque-ports: "80"}, labels: {of: web}}
                spec: {type: ExternalName, externalName: example.com, ports: [{port: 80}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: books, namespace: shop}
                spec: {ports: [{port: 80}]}
                """);

        KubernetesService web =
                inventory.service(new ServiceName("shop", "web")).orElseThrow();
        assertThat(web.externalName()).isTrue();
        assertThat(web.annotations()).containsExactly(Map.entry("config.linkerd.io/opaque-ports", "80"));
        assertThat(web.labels()).containsExactly(Map.entry("of", "web"));
        KubernetesService books =
                inventory.service(new ServiceName("shop", "books")).orElseThrow();
        assertThat(books.externalName()).isFalse();
        assertThat(books.annotations()).isEmpty();
        assertThat(books.labels()).isEmpty();
    }

    @Test
    void addNamespace_twice_joinsItsLabels() {
        Inventory inventory = Inventory.builder()
                .addNamespace("shop", Map.of("team", "a", "zone", "x"))
                .addNamespace("shop", Map.of("zone", "y"))
                .build();

        assertThat(inventory.namespaceLabels("shop"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "a", "zone", "y"));
    }

    @Test
    void addNamespace_withANullLabel_throws() {
        Map<String, String> labels = new HashMap<>();
        labels.put("team", null);

        assertThatThrownBy(() -> Inventory.builder().addNamespace("shop", labels))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("labels has a null value");
    }

    @Test
    void build_ofEveryFact_hasThemAll() {
        ServiceName odd = new ServiceName("shop", "odd");
        ServiceAccountName robot = new ServiceAccountName("ops", "robot");
        Inventory inventory = Inventory.builder()
                .addUnreadableService(odd)
                .addUnreadableWorkload(BROKEN)
                .addServiceAccount(robot)
                .addNamespace("empty")
                .closeNamespace("whole")
                .build();

        assertThat(inventory.isUnreadable(odd)).isTrue();
        assertThat(inventory.unreadableServices("shop")).containsExactly(odd);
        assertThat(inventory.unreadableServices("ops")).isEmpty();
        assertThat(inventory.unreadableWorkloads("shop")).containsExactly(BROKEN);
        assertThat(inventory.unreadableWorkloads("ops")).isEmpty();
        assertThat(inventory.serviceAccounts()).containsExactly(robot);
        assertThat(inventory.namespaces()).containsExactly("empty", "ops", "shop", "whole");
        assertThat(inventory.isClosed("whole")).isTrue();
        assertThat(inventory.isClosed("empty")).isFalse();
    }

    @Test
    void addService_inTwoWays_isUnreadableFromThenOn() {
        ServiceName web = new ServiceName("shop", "web");
        KubernetesService one = KubernetesService.of(web, ServicePort.tcp(80, "http"));
        KubernetesService other = KubernetesService.of(web, ServicePort.tcp(81, "http"));
        Inventory inventory = Inventory.builder()
                .addService(one)
                .addService(other)
                .addService(one)
                .partial()
                .build();

        assertThat(inventory.service(web)).isEmpty();
        assertThat(inventory.isUnreadable(web)).isTrue();
        assertThat(Inventory.builder().addService(one).addService(one).build().service(web))
                .contains(one);
    }

    @Test
    void addWorkload_inTwoWays_isUnreadable() {
        Workload one =
                Workload.builder().kind("Pod").namespace("shop").name("web").build();
        Workload other = Workload.builder().from(one).serviceAccount("web").build();
        Inventory inventory = Inventory.builder()
                .addWorkload(one)
                .addWorkload(other)
                .addWorkload(one)
                .addNamespace("shop")
                .build();

        assertThat(inventory.workloads()).isEmpty();
        assertThat(inventory.unreadableWorkloads("shop")).containsExactly(one.ref());
    }

    @Test
    void addUnreadableWorkload_withoutANamespace_isRefused() {
        ResourceRef nowhere = new ResourceRef("apps", "Deployment", Optional.empty(), "broken");

        assertThatThrownBy(() -> Inventory.builder().addUnreadableWorkload(nowhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the workload needs a namespace: Deployment broken");
    }
}
