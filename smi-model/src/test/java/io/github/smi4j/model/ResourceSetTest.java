package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.TextCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceSetTest {
    private static final TCPRoute ROUTE = TCPRoute.builder().name("r").build();
    private static final UDPRoute UDP = UDPRoute.builder().name("u").build();
    private static final OtherResource SERVICE =
            OtherResource.of(Map.of("apiVersion", "v1", "kind", "Service", "metadata", Map.of("name", "s")));

    @Test
    void of_keepsTheOrder() {
        assertThat(ResourceSet.of(UDP, ROUTE).resources()).containsExactly(UDP, ROUTE);
    }

    @Test
    void resources_ofAType_areThose() {
        assertThat(ResourceSet.of(UDP, ROUTE).resources(TCPRoute.class)).containsExactly(ROUTE);
    }

    @Test
    void manifests_holdEverythingInOrder() {
        ResourceSet set = ResourceSet.builder().add(SERVICE).add(ROUTE).build();

        assertThat(set.manifests()).containsExactly(SERVICE, ROUTE);
        assertThat(set.otherResources()).containsExactly(SERVICE);
    }

    @Test
    void builtEntry_hasNoPlace() {
        assertThat(ResourceSet.of(ROUTE).entries().get(0).position(FieldPath.of("kind")))
                .isEmpty();
    }

    @Test
    void plus_appendsEntriesAndFindings() {
        Diagnostic finding = Diagnostic.builder(TextCode.SYNTAX).build();
        ResourceSet broken = ResourceSet.builder().addDiagnostic(finding).build();

        ResourceSet sum = ResourceSet.of(ROUTE).plus(broken).plus(ResourceSet.of(UDP));

        assertThat(sum)
                .isEqualTo(ResourceSet.builder()
                        .add(ROUTE)
                        .add(UDP)
                        .addDiagnostic(finding)
                        .build());
    }

    @Test
    void equals_otherOrder_isNotEqual() {
        assertThat(ResourceSet.of(UDP, ROUTE)).isNotEqualTo(ResourceSet.of(ROUTE, UDP));
    }
}
