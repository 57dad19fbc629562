package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What two workloads are both granted. */
class GrantTest {
    private static Grant connections(Integer... ports) {
        return new Grant.TcpConnections(new TreeSet<>(List.of(ports)));
    }

    private static Grant datagrams(Integer... ports) {
        return new Grant.UdpDatagrams(new TreeSet<>(List.of(ports)));
    }

    @Test
    void common_onTheSamePortsInPart_isThatPart() {
        assertThat(Grant.common(List.of(connections(80, 90)), List.of(connections(90, 100))))
                .containsExactly(connections(90));
    }

    @Test
    void common_withoutACommonPort_isNothing() {
        assertThat(Grant.common(List.of(connections(80)), List.of(connections(90))))
                .isEmpty();
        assertThat(Grant.common(List.of(connections(80)), List.of())).isEmpty();
    }

    @Test
    void common_ofOtherKindsOfTraffic_isNothing() {
        assertThat(Grant.common(List.of(connections(53)), List.of(datagrams(53))))
                .isEmpty();
    }

    @Test
    void common_ofSeveral_keepsTheOrder() {
        assertThat(Grant.common(
                        List.of(datagrams(53, 54), connections(80)), List.of(connections(80, 90), datagrams(53))))
                .containsExactly(datagrams(53), connections(80));
    }

    @Test
    void common_ofNull_isRefused() {
        assertThatThrownBy(() -> Grant.common(null, List.of())).isInstanceOf(NullPointerException.class);
    }
}
