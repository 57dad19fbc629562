package io.github.smi4j.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Dispatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedPortsTest {
    private static final ServiceName WEB = new ServiceName("shop", "web");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the port 80 of web stays unsplit | true | true",
                "the port 80/TCP of web stays unsplit | true | false",
                "the port 80/UDP of web stays unsplit | false | true",
                "the port 8080 of web stays unsplit | false | false",
                "ports 443, 80 and 90 stay unsplit | true | true",
                "ports 443, 90/TCP stay unsplit, as port 91 does | false | false",
                "of 80 backends none is left | true | true",
                "the input has another one; the split is not emitted | true | true",
                "the export 81 is in the way | true | true"
            })
    void mayMean_aPort_isThatOneOrAllWhereNoneIsNamed(String message, boolean connections, boolean datagrams) {
        NamedPorts ports = NamedPorts.in(message);
        assertThat(ports.mayMean(new Dispatch(WEB, 80, Traffic.tcp()))).isEqualTo(connections);
        assertThat(ports.mayMean(new Dispatch(WEB, 80, Traffic.udp()))).isEqualTo(datagrams);
    }
}
