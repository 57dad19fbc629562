package io.github.smi4j.translate.consul;

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
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.consul.ConsulModel;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.spi.MeshResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody would try against the shop of the documentation, in a Consul without ACLs. */
class ShopAccessTest {
    private static final Path SHOP = Path.of("..", "docs", "examples", "shop");
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
    private static final Map<String, String> SETTINGS = Map.of("acls", "false");

    private static Inventory inventory;
    private static Evaluator smi;
    private static Translation translation;
    private static ModelledMesh mesh;

    @BeforeAll
    static void translate() throws IOException {
        ResourceSet set = ManifestReader.create()
                .read(SHOP.resolve("access.yaml"))
                .plus(ManifestReader.create().read(SHOP.resolve("app.yaml")));
        inventory = Inventory.from(set, "default");
        smi = Evaluator.of(ResolvedPolicy.of(set, PolicyOptions.defaults()), inventory);
        translation = MeshTranslators.of(ConsulTranslator.create())
                .get("consul")
                .translate(
                        set,
                        PolicyOptions.defaults(),
                        TranslationOptions.builder().set("acls", "false").build());
        mesh = ConsulModel.create()
                .apply(
                        translation.resources().stream()
                                .map(MeshResource::toTree)
                                .toList(),
                        new Cluster(inventory, PolicyOptions.defaults(), SETTINGS));
    }

    private static Outcome call(String caller, String callee, int port, Traffic traffic) {
        return mesh.decide(new Arrival(identity(caller), workload(callee), port, traffic));
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
        "cluster.local/ns/shop/sa/web, orders, 8080, GET, /orders",
        "cluster.local/ns/shop/sa/web, orders, 8080, POST, /orders",
        "cluster.local/ns/shop/sa/orders, payments, 9090, PUT, /charges/7",
        "cluster.local/ns/shop/sa/orders, payments, 9090, POST, /charges/7/again"
    })
    void call_thatATargetNames_isAllowed(String caller, String callee, int port, String method, String path) {
        assertThat(call(caller, callee, port, new Traffic.Http(method, path, JSON)))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        // A match of the group that the rule does not name.
        "cluster.local/ns/shop/sa/web, orders, 8080, DELETE, /orders/7",
        // A method of one match with the path of another.
        "cluster.local/ns/shop/sa/web, orders, 8080, POST, /orders/7",
        "cluster.local/ns/shop/sa/web, orders, 8080, GET, /ordersx",
        "cluster.local/ns/shop/sa/web, orders, 8080, PATCH, /orders",
        // A port of the pods that no Service leads to.
        "cluster.local/ns/shop/sa/web, orders, 9999, GET, /orders",
        // An account of another name or trust domain, or none.
        "cluster.local/ns/shop/sa/ledger, orders, 8080, GET, /orders",
        "evil.example/ns/shop/sa/web, orders, 8080, GET, /orders",
        "partner.example/ns/billing/sa/invoices-2, payments, 9090, PUT, /charges/7",
        "nobody, orders, 8080, GET, /orders",
        // Past the middle, and an empty segment.
        "cluster.local/ns/shop/sa/web, payments, 9090, POST, /charges/7",
        "cluster.local/ns/shop/sa/orders, payments, 9090, POST, /charges//7",
        "cluster.local/ns/shop/sa/orders, payments, 9090, GET, /charges/7",
        "cluster.local/ns/shop/sa/orders, ledger, 5432, GET, /",
        // The shop front, which may call orders, is not called back.
        "cluster.local/ns/shop/sa/orders, web-v1, 8080, GET, /shop/"
    })
    void call_thatNoTargetNames_isDenied(String caller, String callee, int port, String method, String path) {
        Traffic request = new Traffic.Http(method, path, JSON);
        Optional<Identity> identity = identity(caller);
        assertThat(identity.map(sender -> smi.decide(sender, workload(callee), port, request)
                                .verdict())
                        .orElse(Verdict.DENIED))
                .isEqualTo(Verdict.DENIED);
        assertThat(call(caller, callee, port, request)).isIn(Outcome.DENIED, Outcome.NOT_CARRIED);
    }

    @ParameterizedTest
    @CsvSource({"text/html", "application/jso", "text/application/json"})
    void call_withAnotherHeaderThanTheMatchAsksFor_isDenied(String type) {
        Traffic request = new Traffic.Http("POST", "/orders", Map.of("content-type", type));
        assertThat(call("cluster.local/ns/shop/sa/web", "orders", 8080, request))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void call_withoutTheHeaderThatTheMatchAsksFor_isDenied() {
        Traffic request = new Traffic.Http("POST", "/orders", Map.of());
        assertThat(call("cluster.local/ns/shop/sa/web", "orders", 8080, request))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void connection_thatATargetNames_isAllowed() {
        assertThat(call("cluster.local/ns/shop/sa/payments", "ledger", 5432, Traffic.tcp()))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(call("cluster.local/ns/shop/sa/orders", "ledger", 5432, Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void bytes_toAServiceThatOnlyRequestsMayReach_areNotAllowed() {
        assertThat(call("cluster.local/ns/shop/sa/web", "orders", 8080, Traffic.tcp()))
                .isIn(Outcome.DENIED, Outcome.NOT_CARRIED);
    }

    /** Without ACLs and namespaces a pod is who it says it is. */
    @Test
    void call_ofANamespaceThatIsNotInTheInput_isToldOf() {
        Traffic request = new Traffic.Http("GET", "/orders", Map.of());
        assertThat(call("cluster.local/ns/evil/sa/web", "orders", 8080, request))
                .isEqualTo(Outcome.EITHER);
        assertThat(translation.diagnostics())
                .extracting(finding -> finding.code())
                .contains(ConsulCode.ONE_NAMESPACE);
    }
}
