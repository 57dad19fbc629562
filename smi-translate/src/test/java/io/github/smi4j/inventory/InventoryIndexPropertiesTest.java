package io.github.smi4j.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The indexes find what looking through everything finds. */
class InventoryIndexPropertiesTest {
    private static final List<String> NAMESPACES = List.of("a", "b");

    private static Inventory inventory(List<Workload> workloads, List<KubernetesService> services) {
        Inventory.Builder builder = Inventory.builder();
        Map<Workload, Workload> once = new TreeMap<>();
        workloads.forEach(workload -> once.putIfAbsent(workload, workload));
        once.values().forEach(builder::addWorkload);
        Map<ServiceName, KubernetesService> onceEach = new TreeMap<>();
        services.forEach(service -> onceEach.putIfAbsent(service.name(), service));
        onceEach.values().forEach(builder::addService);
        return builder.build();
    }

    private static boolean hasAll(Workload workload, String namespace, Map<String, String> labels) {
        return workload.namespace().equals(namespace)
                && labels.entrySet().stream()
                        .allMatch(label ->
                                label.getValue().equals(workload.labels().get(label.getKey())));
    }

    @Property(tries = 300)
    void workloadsWith_labels_areThoseOfAScan(
            @ForAll("workloads") List<Workload> workloads, @ForAll("labels") Map<String, String> labels) {
        Inventory inventory = inventory(workloads, List.of());

        for (String namespace : NAMESPACES) {
            assertThat(inventory.workloadsWith(namespace, labels))
                    .isEqualTo(inventory.workloads().stream()
                            .filter(workload -> hasAll(workload, namespace, labels))
                            .toList())
                    .isSorted();
        }
    }

    @Property(tries = 300)
    void workloadsBehind_aService_areThoseOfAScan(
            @ForAll("workloads") List<Workload> workloads, @ForAll("services") List<KubernetesService> services) {
        Inventory inventory = inventory(workloads, services);

        for (KubernetesService service : inventory.services()) {
            assertThat(inventory.workloadsBehind(service))
                    .isEqualTo(inventory.workloads().stream()
                            .filter(workload -> isBehind(workload, service))
                            .toList());
        }
    }

    @Property(tries = 300)
    void servicesOf_aWorkload_areThoseOfAScan(
            @ForAll("workloads") List<Workload> workloads, @ForAll("services") List<KubernetesService> services) {
        Inventory inventory = inventory(workloads, services);

        for (Workload workload : inventory.workloads()) {
            assertThat(inventory.servicesOf(workload))
                    .isEqualTo(inventory.services().stream()
                            .filter(service -> isBehind(workload, service))
                            .toList());
        }
    }

    @Property(tries = 200)
    void workloadsOf_anAccount_areThoseOfAScan(@ForAll("workloads") List<Workload> workloads) {
        Inventory inventory = inventory(workloads, List.of());

        for (ServiceAccountName account : inventory.serviceAccounts()) {
            assertThat(inventory.workloadsOf(account))
                    .isNotEmpty()
                    .isEqualTo(inventory.workloads().stream()
                            .filter(workload -> workload.namespace().equals(account.namespace()))
                            .filter(workload -> workload.serviceAccount().equals(account.name()))
                            .toList());
        }
    }

    private static boolean isBehind(Workload workload, KubernetesService service) {
        return !service.selector().isEmpty() && hasAll(workload, service.name().namespace(), service.selector());
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(Arbitraries.of("app", "tier", "zone"), Arbitraries.of("x", "y"))
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Workload>> workloads() {
        return Combinators.combine(
                        Arbitraries.of("Deployment", "Pod"),
                        Arbitraries.of(NAMESPACES),
                        Arbitraries.of("k", "l", "m", "n"),
                        labels(),
                        Arbitraries.of("one", "two"))
                .as((kind, namespace, name, labels, account) -> Workload.builder()
                        .kind(kind)
                        .namespace(namespace)
                        .name(name)
                        .labels(labels)
                        .serviceAccount(account)
                        .build())
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<KubernetesService>> services() {
        return Combinators.combine(Arbitraries.of(NAMESPACES), Arbitraries.of("s", "t", "u", "v"), labels())
                .as((namespace, name, selector) -> KubernetesService.builder()
                        .name(new ServiceName(namespace, name))
                        .selector(selector)
                        .build())
                .list()
                .ofMaxSize(6);
    }
}
