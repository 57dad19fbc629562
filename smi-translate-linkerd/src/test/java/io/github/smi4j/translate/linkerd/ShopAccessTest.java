package io.github.smi4j.translate.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.linkerd.LinkerdModel;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.spi.MeshResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody would try against the shop of the documentation. */
class ShopAccessTest {
    private static final Path SHOP = Path.of("..", "docs", "examples", "shop");
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private static Inventory inventory;
    private static Evaluator smi;
    private static ModelledMesh mesh;

    @BeforeAll
    static void translate() throws IOException {
        ResourceSet set = ManifestReader.create()
                .read(SHOP.resolve("access.yaml"))
                .plus(ManifestReader.create().read(SHOP.resolve("app.yaml")));
        inventory = Inventory.from(set, "default");
        smi = Evaluator.of(ResolvedPolicy.of(set, PolicyOptions.defaults()), inventory);
        Translation translation =
                MeshTranslators.of(LinkerdTranslator.create()).get("linkerd").translate(set);
        mesh = LinkerdModel.afterRestart()
                .apply(
                        Stream.concat(translation.resources().stream(), translation.patches().stream())
                                .map(MeshResource::toTree)
                                .toList(),
                        Cluster.of(inventory));
    }

    private static Outcome call(String caller, String callee, int port, String method, String path) {
        return mesh.decide(new Arrival(identity(caller), workload(callee), port, new Traffic.Http(method, path, JSON)));
    }

    private static Optional<Identity> identity(String caller) {
        return caller.equals("nobody") ? Optional.empty() : Optional.of(smi.identity(caller));
    }

    private static Workload workload(String name) {
        return inventory.workloads("shop").stream()
                .filter(w -> w.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "cluster.local/ns/shop/sa/web, orders, 8080, GET, /orders/7",
        "cluster.local/ns/shop/sa/web, orders, 8080, POST, /orders",
        "cluster.local/ns/ingress/sa/edge, web-v2, 8080, GET, /static/a.css",
        "partner.example/ns/billing/sa/invoices, payments, 9090, PUT, /charges/7"
    })
    void call_thatATargetNames_isAllowed(String caller, String callee, int port, String method, String path) {
        assertThat(call(caller, callee, port, method, path)).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        // A match of the group that the rule does not name.
        "cluster.local/ns/shop/sa/web, orders, 8080, DELETE, /orders/7",
        // A method of one match with the path of another.
        "cluster.local/ns/shop/sa/web, orders, 8080, POST, /orders/7",
        "cluster.local/ns/shop/sa/web, orders, 8080, GET, /ordersx",
        // A port of the pods that no Service leads to, and the Service's own number.
        "cluster.local/ns/shop/sa/web, orders, 9999, GET, /orders",
        "cluster.local/ns/shop/sa/web, orders, 80, GET, /orders",
        // An account of the name in another namespace or trust domain, or none.
        "cluster.local/ns/evil/sa/web, orders, 8080, GET, /orders",
        "evil.example/ns/shop/sa/web, orders, 8080, GET, /orders",
        "partner.example/ns/billing/sa/invoices-2, payments, 9090, PUT, /charges/7",
        "nobody, orders, 8080, GET, /orders",
        // Past the middle, and an empty segment.
        "cluster.local/ns/shop/sa/web, payments, 9090, POST, /charges/7",
        "cluster.local/ns/shop/sa/orders, payments, 9090, POST, /charges//7",
        "cluster.local/ns/shop/sa/orders, ledger, 5432, GET, /"
    })
    void call_thatNoTargetNames_isDenied(String caller, String callee, int port, String method, String path) {
        assertThat(call(caller, callee, port, method, path)).isEqualTo(Outcome.DENIED);
    }

    @Test
    void bytes_onAPortThatOnlyRequestsMayUse_areDenied() {
        Arrival bytes = new Arrival(identity("cluster.local/ns/shop/sa/web"), workload("orders"), 8080, Traffic.tcp());
        assertThat(mesh.decide(bytes)).isEqualTo(Outcome.DENIED);
    }
}
