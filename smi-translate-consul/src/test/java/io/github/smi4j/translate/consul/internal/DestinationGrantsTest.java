package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DestinationGrantsTest {
    private static final DestinationGrants CONNECTIONS = new DestinationGrants(true, Set.of());

    @Test
    void common_ofWorkloads_isWhatAllGrant() {
        assertThat(DestinationGrants.common(List.of(CONNECTIONS, CONNECTIONS))).isEqualTo(CONNECTIONS);
        assertThat(DestinationGrants.common(List.of(CONNECTIONS, DestinationGrants.NONE)))
                .isEqualTo(DestinationGrants.NONE);
        assertThat(DestinationGrants.common(List.of(DestinationGrants.NONE, CONNECTIONS)))
                .isEqualTo(DestinationGrants.NONE);
        assertThat(DestinationGrants.common(List.of())).isEqualTo(DestinationGrants.NONE);
    }

    @Test
    void isEmpty_ofConnections_isFalse() {
        assertThat(CONNECTIONS.isEmpty()).isFalse();
        assertThat(DestinationGrants.NONE.isEmpty()).isTrue();
    }
}
