package io.github.smi4j.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.PolicyOptions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What workloads, their Services and their service accounts tell. */
class WorkloadInventoryTest {
    private static final String TEMPLATE = """
            metadata: {labels: {app: web, tier: front}}
            spec:
              serviceAccountName: web
              containers:
              - name: main
                ports:
                - {containerPort: 8080, name: http}
                - {containerPort: 53, name: dns, protocol: UDP}
                livenessProbe: {httpGet: {path: /healthz, port: http}}
                readinessProbe: {tcpSocket: {port: 8080}}
              - name: side
                ports: [{containerPort: 9090, name: metrics}]
                startupProbe: {httpGet: {port: 9090}}
            """;
    private static final Workload WEB = Workload.builder()
            .kind("Deployment")
            .namespace("shop")
            .name("web")
            .putLabel("app", "web")
            .putLabel("tier", "front")
            .serviceAccount("web")
            .firstContainerPorts(List.of(
                    ContainerPort.tcp(8080, "http"),
                    ContainerPort.builder()
                            .number(53)
                            .name("dns")
                            .protocol(TransportProtocol.UDP)
                            .build()))
            .addContainerPort(ContainerPort.tcp(8080, "http"))
            .addContainerPort(ContainerPort.builder()
                    .number(53)
                    .name("dns")
                    .protocol(TransportProtocol.UDP)
                    .build())
            .addContainerPort(ContainerPort.tcp(9090, "metrics"))
            .addHttpProbe(new HttpProbe("/healthz", TargetPort.of("http")))
            .addHttpProbe(new HttpProbe("/", TargetPort.of(9090)))
            .build();

    private static Inventory read(String... documents) {
        ResourceSet set = ManifestReader.create().read(String.join("---\n", documents), "a.yaml");
        assertThat(set.diagnostics()).isEmpty();
        return Inventory.from(set, "shop");
    }

    private static String workload(String apiVersion, String kind, String name, String path, String template) {
        StringBuilder text = new StringBuilder("apiVersion: %s\nkind: %s\n".formatted(apiVersion, kind));
        if (path.isEmpty()) {
            return text + template.replace("metadata: {", "metadata: {name: " + name + ", ");
        }
        text.append("metadata: {name: ").append(name).append("}\n");
        String indent = "";
        for (String step : path.split("\\.")) {
            text.append(indent).append(step).append(":\n");
            indent += "  ";
        }
        return text + template.indent(indent.length());
    }

    private static String deployment(String name, String template) {
        return workload("apps/v1", "Deployment", name, "spec.template", template);
    }

    private static String pods(String labels, String account) {
        return "metadata: {labels: " + labels + "}\nspec: {serviceAccountName: " + account + ", containers: []}\n";
    }

    private static String service(String name, String spec) {
        return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + "}\nspec: " + spec + "\n";
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1, Deployment, spec.template",
        "apps/v1, StatefulSet, spec.template",
        "apps/v1, DaemonSet, spec.template",
        "apps/v1, ReplicaSet, spec.template",
        "batch/v1, Job, spec.template",
        "batch/v1, CronJob, spec.jobTemplate.spec.template",
        "v1, Pod, ''"
    })
    void from_aWorkloadOfEachKind_readsItsPods(String apiVersion, String kind, String path) {
        Inventory inventory = read(workload(apiVersion, kind, "web", path, TEMPLATE));

        assertThat(inventory.workloads()).hasSize(1);
        Workload read = inventory.workloads().get(0);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.labels()).containsExactlyInAnyOrderEntriesOf(WEB.labels());
        assertThat(read.serviceAccount()).isEqualTo("web");
        assertThat(read.containerPorts()).isEqualTo(WEB.containerPorts());
        assertThat(read.httpProbes()).isEqualTo(WEB.httpProbes());
        assertThat(inventory.isClosed("shop")).isTrue();
    }

    @Test
    void from_aPodWithoutAnAccount_runsUnderTheDefaultOne() {
        Inventory inventory = read(deployment("web", "metadata: {}\nspec: {containers: []}\n"));

        assertThat(inventory.workloadsOf(new ServiceAccountName("shop", "default")))
                .hasSize(1);
        assertThat(inventory.serviceAccounts()).containsExactly(new ServiceAccountName("shop", "default"));
    }

    @Test
    void from_theFormerNameOfTheAccount_isRead() {
        Inventory inventory = read(deployment("web", "metadata: {}\nspec: {serviceAccount: old, containers: []}\n"));

        assertThat(inventory.workloads().get(0).serviceAccount()).isEqualTo("old");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata: {labels: {app: 5}}\nspec: {containers: []}\n",
                "metadata: {labels: [app]}\nspec: {containers: []}\n",
                "metadata: 5\nspec: {containers: []}\n",
                "metadata: {}\nspec: 5\n",
                "metadata: {}\nspec: {serviceAccountName: 5, containers: []}\n",
                "metadata: {}\nspec: {containers: {name: a}}\n",
                "metadata: {}\nspec: {containers: [{ports: [{containerPort: 70000}]}]}\n",
                "metadata: {}\nspec: {containers: [{ports: [{containerPort: 80, protocol: QUIC}]}]}\n",
                "metadata: {}\nspec: {containers: [{livenessProbe: {httpGet: {path: /}}}]}\n"
            })
    void from_aWorkloadThatCannotBeRead_leavesTheNamespaceOpen(String template) {
        Inventory inventory = read(deployment("web", template), deployment("api", pods("{app: api}", "api")));

        assertThat(inventory.workloads()).extracting(Workload::name).containsExactly("api");
        assertThat(inventory.isClosed("shop")).isFalse();
    }

    @Test
    void from_aServiceThatCannotBeRead_leavesTheNamespaceOpen() {
        Inventory inventory = read(deployment("web", TEMPLATE), service("web", "{ports: 80}"));

        assertThat(inventory.isClosed("shop")).isFalse();
        assertThat(inventory.isKnown(new ServiceName("shop", "other"))).isTrue();
    }

    @Test
    void from_oneWorkloadDeclaredInTwoWays_leavesTheNamespaceOpen() {
        String one = deployment("web", pods("{app: web}", "a"));
        String other = deployment("web", pods("{app: web}", "b"));

        assertThat(read(one, other, one).isClosed("shop")).isFalse();
        assertThat(read(one, other).workloads()).isEmpty();
        assertThat(read(one, other, one).workloads()).isEmpty();
    }

    @Test
    void from_oneWorkloadDeclaredTwiceAlike_isOne() {
        Inventory inventory = read(deployment("web", TEMPLATE), deployment("web", TEMPLATE));

        assertThat(inventory.workloads()).containsExactly(WEB);
        assertThat(inventory.isClosed("shop")).isTrue();
    }

    @Test
    void partial_closesNoNamespace() {
        ResourceSet set = ManifestReader.create().read(deployment("web", TEMPLATE), "a.yaml");
        PolicyOptions partial =
                PolicyOptions.builder().set("partial-inventory", "true").build();
        Inventory inventory = partial.inventoryOf(set);

        assertThat(inventory.isClosed("default")).isFalse();
        assertThat(inventory.isKnown(new ServiceName("default", "web"))).isFalse();
        assertThat(PolicyOptions.defaults().inventoryOf(set).isKnown(new ServiceName("default", "web")))
                .isTrue();
    }

    @Test
    void servicesOf_aWorkload_areThoseWhoseSelectorItsPodsMeet() {
        Inventory inventory = read(
                deployment("web", TEMPLATE),
                service("both", "{selector: {app: web, tier: front}}"),
                service("one", "{selector: {app: web}}"),
                service("other", "{selector: {app: web, tier: back}}"),
                service("none", "{selector: {}}"),
                service("absent", "{ports: [{port: 80}]}"),
                "apiVersion: v1\nkind: Service\nmetadata: {name: far, namespace: far}\nspec: {selector: {app: web}}\n");

        assertThat(inventory.servicesOf(WEB)).extracting(s -> s.name().name()).containsExactly("both", "one");
    }

    @Test
    void workloadsOf_aSharedAccount_areAllOfThem() {
        Inventory inventory = read(
                deployment("web", pods("{app: web}", "shared")),
                deployment("api", pods("{app: api}", "shared")),
                deployment("db", pods("{app: db}", "db")));

        assertThat(inventory.workloadsOf(new ServiceAccountName("shop", "shared")))
                .extracting(Workload::name)
                .containsExactly("api", "web");
        assertThat(inventory.workloadsOf(new ServiceAccountName("far", "shared")))
                .isEmpty();
    }

    @Test
    void port_ofAServicePort_isResolvedByThePod() {
        ServicePort.Builder port = ServicePort.builder().number(80);

        assertThat(WEB.port(port.build())).isEqualTo(OptionalInt.of(80));
        assertThat(WEB.port(port.targetPort(TargetPort.of(8081)).build())).isEqualTo(OptionalInt.of(8081));
        assertThat(WEB.port(port.targetPort(TargetPort.of("http")).build())).isEqualTo(OptionalInt.of(8080));
        assertThat(WEB.port(port.targetPort(TargetPort.of("dns")).build())).isEmpty();
        assertThat(WEB.port(port.protocol(TransportProtocol.UDP).build())).isEqualTo(OptionalInt.of(53));
        assertThat(WEB.port(port.targetPort(TargetPort.of("nowhere")).build())).isEmpty();
    }

    @Test
    void port_ofANameWithTwoNumbers_isNotKnown() {
        Workload ambiguous = Workload.builder()
                .kind("Pod")
                .namespace("shop")
                .name("web")
                .addContainerPort(ContainerPort.tcp(8080, "http"))
                .addContainerPort(ContainerPort.tcp(8081, "http"))
                .build();

        assertThat(ambiguous.port(ServicePort.builder()
                        .number(80)
                        .targetPort(TargetPort.of("http"))
                        .build()))
                .isEmpty();
    }

    @Test
    void namespaces_areThoseDeclaredAndThoseOfWhatIsThere() {
        Inventory inventory = read(
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: empty}\n",
                "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: robot, namespace: ops}\n",
                deployment("web", TEMPLATE));

        assertThat(inventory.namespaces()).containsExactly("empty", "ops", "shop");
        assertThat(inventory.serviceAccounts())
                .containsExactly(new ServiceAccountName("ops", "robot"), new ServiceAccountName("shop", "web"));
    }

    @Test
    void build_ofTheSameFacts_doesNotDependOnTheirOrder() {
        KubernetesService one = KubernetesService.of(new ServiceName("shop", "a"), ServicePort.tcp(80, "http"));
        KubernetesService two = KubernetesService.of(new ServiceName("shop", "b"), ServicePort.tcp(80, "http"));
        Workload other =
                Workload.builder().from(WEB).name("api").labels(Map.of()).build();

        Inventory left = Inventory.builder()
                .addService(one)
                .addService(two)
                .addWorkload(WEB)
                .addWorkload(other)
                .build();
        Inventory right = Inventory.builder()
                .addWorkload(other)
                .addWorkload(WEB)
                .addService(two)
                .addService(one)
                .build();

        assertThat(left.services()).isEqualTo(right.services()).isEqualTo(List.of(one, two));
        assertThat(left.workloads()).isEqualTo(right.workloads()).containsExactly(other, WEB);
    }
}
