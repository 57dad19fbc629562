package io.github.smi4j.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A question looks at what it finds, not at what there is: a label that all have does not count. */
class InventoryIndexTest {
    private static final int MANY = 10_000;

    private static Workload workload(int number) {
        return Workload.builder()
                .kind("Deployment")
                .namespace("shop")
                .name("app-" + number)
                .putLabel("app", "app-" + number)
                .putLabel("team", "shop")
                .build();
    }

    private static KubernetesService service(int number) {
        return KubernetesService.builder()
                .name(new ServiceName("shop", "app-" + number))
                .putSelector("app", "app-" + number)
                .putSelector("team", "shop")
                .build();
    }

    @Test
    void candidates_ofLabels_areThoseWithTheRarestOne() {
        PodIndex pods = new PodIndex(
                IntStream.range(0, MANY).mapToObj(InventoryIndexTest::workload).toList());
        assertThat(pods.candidates("shop", Map.of("app", "app-7", "team", "shop")))
                .containsExactly(workload(7));
        assertThat(pods.candidates("shop", Map.of("team", "shop"))).hasSize(MANY);
    }

    @Test
    void candidates_ofAWorkload_areTheServicesWithItsRarestLabels() {
        List<KubernetesService> services =
                IntStream.range(0, MANY).mapToObj(InventoryIndexTest::service).toList();
        assertThat(new ServiceIndex(services).candidates(workload(7))).containsExactly(service(7));
    }
}
