package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.ServicePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortProtocolTest {
    private static ServicePort.Builder port() {
        return ServicePort.builder().number(80);
    }

    @ParameterizedTest
    @CsvSource({
        "http, http",
        "HTTP, http",
        "kubernetes.io/ws, http",
        "http2, http2",
        "kubernetes.io/h2c, http2",
        "grpc, grpc",
        "grpc-web, grpc",
        "tcp, tcp",
        "tls, tcp",
        "https, tcp",
        "kubernetes.io/wss, tcp",
        "mysql, tcp",
        "smtp, tcp",
        "acme.example/http, tcp"
    })
    void of_appProtocol_decides(String appProtocol, String protocol) {
        assertThat(PortProtocol.of(port().appProtocol(appProtocol).build())).contains(protocol);
        assertThat(PortProtocol.of(
                        port().appProtocol(appProtocol).name("grpc-x").build()))
                .contains(protocol);
    }

    @ParameterizedTest
    @CsvSource({"http, http", "http-web, http", "http2-a-b, http2", "grpc-, grpc", "tcp-http, tcp", "redis, tcp"})
    void of_name_decidesByItsFirstWord(String name, String protocol) {
        assertThat(PortProtocol.of(port().name(name).build())).contains(protocol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "web-http", "-http", "httpx", "http_web"})
    void of_nameThatSaysNothing_isAbsent(String name) {
        assertThat(PortProtocol.of(port().name(name).build())).isEmpty();
    }

    @Test
    void of_portWithoutEither_isAbsent() {
        assertThat(PortProtocol.of(port().build())).isEmpty();
    }

    @Test
    void hasRequests_allButTcp_isTrue() {
        assertThat(PortProtocol.hasRequests("tcp")).isFalse();
        assertThat(PortProtocol.hasRequests("http")).isTrue();
        assertThat(PortProtocol.hasRequests("grpc")).isTrue();
    }
}
