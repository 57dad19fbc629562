package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredPortsTest {
    private static final String PORT = "consul.hashicorp.com/connect-service-port";
    private static final String DEFAULT_PORT = "consul.hashicorp.com/connect-service-default-port";
    private static final ContainerPort HTTP =
            ContainerPort.builder().number(8080).name("http").build();
    private static final ContainerPort ADMIN =
            ContainerPort.builder().number(9090).name("admin").build();

    private static Workload workload(Map<String, String> annotations, ContainerPort... ports) {
        return Workload.builder()
                .kind("Pod")
                .namespace("shop")
                .name("web")
                .annotations(annotations)
                .containerPorts(List.of(ports))
                .firstContainerPorts(List.of(ports))
                .build();
    }

    private static KubernetesService service(int... ports) {
        KubernetesService.Builder service = KubernetesService.builder().name(new ServiceName("shop", "web"));
        for (int port : ports) {
            service.addPort(ServicePort.builder().number(port).build());
        }
        return service.build();
    }

    private static Optional<RegisteredPorts> several(Map<String, String> annotations, ContainerPort... ports) {
        return RegisteredPorts.of(workload(annotations, ports), List.of(), true);
    }

    @Test
    void of_severalContainerPorts_takesTheFirstAsMain() {
        RegisteredPorts ports = several(Map.of(), ADMIN, HTTP).orElseThrow();
        assertThat(ports.main()).isEqualTo(9090);
        assertThat(ports.all()).containsExactly(8080, 9090);
    }

    @Test
    void of_severalContainerPortsWhereOneIsRegistered_leavesOutTheOthers() {
        RegisteredPorts ports = RegisteredPorts.of(workload(Map.of(), ADMIN, HTTP), List.of(), false)
                .orElseThrow();
        assertThat(ports.main()).isEqualTo(9090);
        assertThat(ports.all()).containsExactly(9090);
    }

    @ParameterizedTest
    @CsvSource({
        "7070, 7070",
        "' 7070 ', 7070",
        "admin, 9090",
        "'admin,http', 9090",
        "' http , 7070', 8080",
        "65535, 65535"
    })
    void of_annotation_takesItsFirst(String annotation, int main) {
        assertThat(several(Map.of(PORT, annotation), HTTP, ADMIN).orElseThrow().main())
                .isEqualTo(main);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "0", "080", "65536", "123456", "-1", "8080,", ",8080", "8080,x", "8080 9090", "8/0", "8:0"})
    void of_annotationThatCannotBeRead_isAbsent(String annotation) {
        assertThat(several(Map.of(PORT, annotation), HTTP)).isEmpty();
    }

    @Test
    void of_blankAnnotation_asksTheServiceAndNotThePods() {
        Workload workload = workload(Map.of(PORT, " "), HTTP);
        assertThat(RegisteredPorts.of(workload, List.of(service(9090)), true)
                        .orElseThrow()
                        .main())
                .isEqualTo(9090);
        assertThat(RegisteredPorts.of(workload, List.of(service(80, 90)), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", " http ", ""})
    void of_defaultPortThatIsTheFirst_isMain(String annotation) {
        RegisteredPorts ports =
                several(Map.of(DEFAULT_PORT, annotation), HTTP, ADMIN).orElseThrow();
        assertThat(ports.main()).isEqualTo(8080);
        assertThat(ports.all()).containsExactly(8080, 9090);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9090", "admin", "7070", "x", "08080", "+8080"})
    void of_defaultPortThatReleasesReadDifferently_isAbsent(String annotation) {
        assertThat(several(Map.of(DEFAULT_PORT, annotation), HTTP, ADMIN)).isEmpty();
        assertThat(several(Map.of(DEFAULT_PORT, annotation), HTTP)).isPresent();
    }

    @Test
    void of_noContainerPorts_takesThatOfTheService() {
        Workload workload = workload(Map.of());
        assertThat(RegisteredPorts.of(workload, List.of(service(80)), true)
                        .orElseThrow()
                        .main())
                .isEqualTo(80);
        assertThat(RegisteredPorts.of(workload, List.of(service(80, 90)), true)).isEmpty();
        assertThat(RegisteredPorts.of(workload, List.of(service()), true)).isEmpty();
        assertThat(RegisteredPorts.of(workload, List.of(service(80), service(80)), true))
                .isEmpty();
        assertThat(RegisteredPorts.of(workload, List.of(), true)).isEmpty();
    }
}
