package io.github.smi4j.translate.istio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TargetPort;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.istio.IstioTranslator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadProtocolsTest {
    private static final int PORT = 8080;
    private static final Workload WEB = Workload.builder()
            .kind("Deployment")
            .namespace("shop")
            .name("web")
            .serviceAccount("web")
            .labels(Map.of("app", "web"))
            .build();

    /** A Service for each name of a port, which leads to the one port of the pods. */
    private static Inventory inventory(String... names) {
        Inventory.Builder inventory = Inventory.builder().addWorkload(WEB);
        for (int i = 0; i < names.length; i++) {
            ServicePort port = ServicePort.builder()
                    .number(80 + i)
                    .name(names[i])
                    .targetPort(TargetPort.of(PORT))
                    .build();
            inventory.addService(KubernetesService.builder()
                    .name(new ServiceName("shop", "web" + i))
                    .selector(Map.of("app", "web"))
                    .addPorts(port)
                    .build());
        }
        return inventory.build();
    }

    @ParameterizedTest
    @CsvSource({
        "http,  http-x, true,  false",
        "http,  x,      true,  false",
        "http,  tcp,    true,  true",
        "x,     https,  true,  true",
        "tcp,   tls,    false, false",
        "redis, tcp-x,  false, false"
    })
    void protocols_ofTwoServices_mayDisagree(String one, String other, boolean requests, boolean contradictory) {
        WorkloadProtocols protocols = new WorkloadProtocols(inventory(one, other));

        assertThat(protocols.hasRequests(WEB, PORT)).isEqualTo(requests);
        assertThat(protocols.isDisputed(WEB, PORT)).isEqualTo(contradictory);
    }

    @Test
    void protocols_ofAPortWithoutService_areLookedFor() {
        WorkloadProtocols protocols = new WorkloadProtocols(inventory("tcp"));

        assertThat(protocols.hasRequests(WEB, PORT + 1)).isTrue();
        assertThat(protocols.isDisputed(WEB, PORT + 1)).isFalse();
    }

    @Test
    void translate_requestsWhereServicesDisagree_saysThatLessMayBeAllowed() {
        TrafficTarget target = TrafficTarget.builder()
                .name("target")
                .namespace("shop")
                .destination(Subject.serviceAccount("web").inNamespace("shop"))
                .addSource(Subject.serviceAccount("edge").inNamespace("shop"))
                .addRule(Rule.httpRouteGroup("routes"))
                .build();
        HTTPRouteGroup group = HTTPRouteGroup.builder()
                .name("routes")
                .namespace("shop")
                .addMatch(HTTPMatch.builder().name("api").pathRegex("/api").build())
                .build();
        Translation translation = MeshTranslators.of(IstioTranslator.create())
                .get("istio")
                .translate(
                        ResourceSet.of(target, group),
                        inventory("http", "tcp"),
                        PolicyOptions.defaults(),
                        TranslationOptions.defaults());

        assertThat(translation.resources().toString()).contains("/api*");
        assertThat(translation.diagnostics())
                .filteredOn(d -> d.code() == IstioCode.HTTP_ON_TCP_PORT)
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("disagree", "8080", "Deployment web"));
    }
}
