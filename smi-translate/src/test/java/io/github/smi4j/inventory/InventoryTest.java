package io.github.smi4j.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {
    private static final ServiceName WEB = new ServiceName("shop", "web");
    private static final ServiceName API = new ServiceName("shop", "api");

    private static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }

    private static OtherResource resource(String apiVersion, String kind, String name, Object... fields) {
        Map<String, Object> tree =
                object("apiVersion", apiVersion, "kind", kind, "metadata", object("name", name, "namespace", "shop"));
        tree.putAll(object(fields));
        return OtherResource.of(tree);
    }

    private static OtherResource service(Object... spec) {
        return resource("v1", "Service", "web", "spec", object(spec));
    }

    private static Inventory from(OtherResource... resources) {
        ResourceSet.Builder set = ResourceSet.builder();
        Arrays.asList(resources).forEach(set::add);
        return Inventory.from(set.build(), "default");
    }

    @Test
    void from_aServiceOfEveryField_readsIt() {
        OtherResource service = service(
                "clusterIP",
                "None",
                "ports",
                List.of(
                        object("port", 80, "name", "web", "appProtocol", "http", "targetPort", "x"),
                        object("port", 53, "protocol", "UDP"),
                        object("port", 132, "protocol", "SCTP")));
        KubernetesService expected = KubernetesService.builder()
                .name(WEB)
                .headless(true)
                .addPort(ServicePort.builder()
                        .number(80)
                        .name("web")
                        .appProtocol("http")
                        .targetPort(TargetPort.of("x"))
                        .build())
                .addPort(ServicePort.builder()
                        .number(53)
                        .protocol(TransportProtocol.UDP)
                        .build())
                .addPort(ServicePort.builder()
                        .number(132)
                        .protocol(TransportProtocol.SCTP)
                        .build())
                .build();
        assertThat(from(service).service(WEB)).contains(expected);
        assertThat(from(service).isKnown(WEB)).isTrue();
        assertThat(from(service).isKnown(API)).isFalse();
    }

    @Test
    void from_aServiceWithoutPorts_knowsThatThereAreNone() {
        assertThat(from(service("type", "ExternalName")).service(WEB))
                .contains(
                        KubernetesService.builder().name(WEB).externalName(true).build());
    }

    @ParameterizedTest
    @CsvSource({"80.0, true", "0, false", "65536, false", "80.5, false", "65535, true"})
    void from_aServiceWithANumber_acceptsPortsOnly(double number, boolean known) {
        assertThat(from(service("ports", List.of(object("port", number)))).isKnown(WEB))
                .isEqualTo(known);
    }

    @Test
    void from_aFaultyService_doesNotKnowItEvenInAClosedNamespace() {
        List<OtherResource> faulty = List.of(
                service("ports", List.of(object("port", "80"))),
                service("ports", List.of(object("name", "http"))),
                service("ports", List.of("http")),
                service("ports", List.of(object("port", 80, "protocol", "tcp"))),
                service("ports", List.of(object("port", 80), object("port", 0))),
                service("ports", object("port", 80)),
                service("ports", "80"),
                resource("v1", "Service", "web"));
        for (OtherResource service : faulty) {
            Inventory inventory = from(service, resource("v1", "Pod", "any"));
            assertThat(inventory.isKnown(WEB)).as("%s", service.toTree()).isFalse();
            assertThat(inventory.service(WEB)).isEmpty();
            assertThat(inventory.isKnown(API)).isTrue();
        }
    }

    @Test
    void from_aServiceTwice_isKnownIfBothAreAlike() {
        OtherResource one = service("ports", List.of(object("port", 80)));
        OtherResource other = service("ports", List.of(object("port", 81)));
        assertThat(from(one, one).isKnown(WEB)).isTrue();
        assertThat(from(one, other).isKnown(WEB)).isFalse();
        assertThat(from(one, other, one).isKnown(WEB)).isFalse();
        assertThat(from(one, service("ports", "x"), one).isKnown(WEB)).isFalse();
        assertThat(from(one, other).service(WEB)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1, Deployment, true",
        "apps/v1, StatefulSet, true",
        "apps/v1, DaemonSet, true",
        "apps/v1, ReplicaSet, true",
        "batch/v1, Job, true",
        "batch/v1beta1, CronJob, true",
        "v1, Pod, true",
        "example.com/v1, Deployment, false",
        "v1, Endpoints, false",
        "v1, Namespace, false",
        "v1, ServiceAccount, false"
    })
    void from_anObject_closesTheNamespaceIfItIsAWorkload(String apiVersion, String kind, boolean closed) {
        Inventory inventory = from(resource(apiVersion, kind, "any"));
        assertThat(inventory.isKnown(WEB)).isEqualTo(closed);
        assertThat(inventory.service(WEB)).isEmpty();
        assertThat(inventory.isKnown(new ServiceName("other", "web"))).isFalse();
    }

    @Test
    void from_anObjectWithoutNamespace_isInTheDefaultOne() {
        OtherResource pod =
                OtherResource.of(object("apiVersion", "v1", "kind", "Pod", "metadata", object("name", "any")));
        ResourceSet set = ResourceSet.builder().add(pod).build();
        assertThat(Inventory.from(set, "team-a").isKnown(new ServiceName("team-a", "web")))
                .isTrue();
    }

    @Test
    void meshResources_ofAGroup_areSorted() {
        OtherResource b = resource("networking.istio.io/v1", "VirtualService", "b");
        OtherResource a = resource("networking.istio.io/v1", "VirtualService", "a");
        OtherResource knative = resource("serving.knative.dev/v1", "Service", "web");
        Inventory inventory = from(b, knative, a);
        assertThat(inventory.meshResources("networking.istio.io")).containsExactly(a, b);
        assertThat(inventory.meshResources("serving.knative.dev")).containsExactly(knative);
        assertThat(inventory.isKnown(WEB)).isFalse();
    }

    @Test
    void build_aPortOutOfRange_throws() {
        assertThatThrownBy(() -> ServicePort.tcp(65536, "http"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536");
    }

    @Test
    void dnsName_ofAService_isFull() {
        assertThat(WEB.dnsName("corp.example")).isEqualTo("web.shop.svc.corp.example");
    }
}
