package io.github.smi4j.translate.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.linkerd.LinkerdModel;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.spi.MeshResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody would try against two matches that overlap: {@code /metrics} of edge, and {@code x-user: beta.*} of ops. */
class OverlapAccessTest {
    private static final Path INPUT = Path.of("src/test/resources/cases/overlaps/path-and-header/input.yaml");

    @ParameterizedTest
    @CsvSource({
        "edge, /metrics, none, ALLOWED",
        "edge, /metrics, beta1, ALLOWED",
        "ops, /metrics, beta1, ALLOWED",
        "ops, /x, beta1, ALLOWED",
        // Each grant without the part that it asks for.
        "ops, /metrics, none, DENIED",
        "ops, /metrics, abeta, DENIED",
        "edge, /x, beta1, DENIED",
        "edge, /xmetrics, beta1, DENIED",
        // Callers of neither.
        "web, /metrics, beta1, DENIED",
        "nobody, /metrics, beta1, DENIED"
    })
    void decide_requestThatOneOrBothAreFor_isAsSmiSays(String caller, String path, String user, Outcome outcome)
            throws IOException {
        ResourceSet set = ManifestReader.create().read(INPUT);
        Inventory inventory = Inventory.from(set, "default");
        Workload web = inventory.workloads("shop").stream()
                .filter(workload -> workload.name().equals("web"))
                .findFirst()
                .orElseThrow();
        Optional<Identity> from = caller.equals("nobody")
                ? Optional.empty()
                : Optional.of(new Identity.ServiceAccount(new ServiceAccountName("shop", caller)));
        Map<String, String> headers = user.equals("none") ? Map.of() : Map.of("x-user", user);
        Arrival arrival = new Arrival(from, web, 8080, new Traffic.Http("GET", path, headers));

        assertThat(LinkerdModel.create()
                        .apply(
                                MeshTranslators.of(LinkerdTranslator.create())
                                        .get("linkerd")
                                        .translate(set)
                                        .resources()
                                        .stream()
                                        .map(MeshResource::toTree)
                                        .toList(),
                                Cluster.of(inventory))
                        .decide(arrival))
                .isEqualTo(outcome);
    }
}
