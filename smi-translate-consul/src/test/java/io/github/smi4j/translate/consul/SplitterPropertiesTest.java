package io.github.smi4j.translate.consul;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.testkit.tree.Trees;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshResource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Splitters as they are emitted pass what consul-k8s checks, worked out anew here. */
class SplitterPropertiesTest {
    private static final Translator CONSUL =
            MeshTranslators.of(ConsulTranslator.create()).get("consul");

    private static Map<String, Object> service(String name) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Map.of("name", name, "namespace", "shop"),
                "spec",
                Map.of(
                        "selector",
                        Map.of("app", name),
                        "ports",
                        List.of(Map.of("port", 80, "targetPort", 8080, "appProtocol", "http"))));
    }

    private static Map<String, Object> pod(String name) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Map.of("name", name, "namespace", "shop", "labels", Map.of("app", name)),
                "spec",
                Map.of(
                        "serviceAccountName",
                        name,
                        "containers",
                        List.of(Map.of("name", "main", "ports", List.of(Map.of("containerPort", 8080))))));
    }

    private static Translation translate(List<Integer> weights) {
        TrafficSplit.Builder split =
                TrafficSplit.builder().name("canary").namespace("shop").service("web");
        ResourceSet.Builder set = ResourceSet.builder().addTree(service("web")).addTree(pod("web"));
        for (int i = 0; i < weights.size(); i++) {
            split.addBackend("v" + i, weights.get(i));
            set.addTree(service("v" + i)).addTree(pod("v" + i));
        }
        return CONSUL.translate(set.build().plus(ResourceSet.of(split.build())));
    }

    @Property
    void splitter_always_passesTheCheckOfItsSum(@ForAll("weights") List<Integer> weights) {
        Translation translation = translate(weights);
        List<Map<String, Object>> splitters = translation.resources().stream()
                .map(MeshResource::toTree)
                .filter(tree -> "ServiceSplitter".equals(tree.get("kind")))
                .toList();
        if (splitters.isEmpty()) {
            assertThat(translation.errors())
                    .extracting(error -> error.code())
                    .containsAnyOf(ConsulCode.SHARE_LOST, ConsulCode.NO_ORDER_OF_WEIGHTS);
            return;
        }
        List<Map<String, Object>> splits =
                Trees.objects(Trees.object(splitters.get(0).get("spec")), "splits");
        float sum = 0;
        BigDecimal exact = BigDecimal.ZERO;
        List<Object> services = new ArrayList<>();
        for (Map<String, Object> split : splits) {
            BigDecimal weight = new BigDecimal(split.get("weight").toString());
            assertThat(weight.stripTrailingZeros().scale()).isLessThanOrEqualTo(2);
            assertThat(weight.signum() == 0 || weight.compareTo(new BigDecimal("0.01")) >= 0)
                    .isTrue();
            sum += weight.floatValue();
            exact = exact.add(weight);
            services.add(split.get("service"));
        }
        assertThat(sum).isEqualTo(100f);
        assertThat(exact).isEqualByComparingTo("100");
        assertThat(services).hasSameSizeAs(weights).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<Integer>> weights() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 1_000_000_000))
                .list()
                .ofMinSize(2)
                .ofMaxSize(12)
                .filter(weights -> weights.stream().anyMatch(weight -> weight > 0));
    }
}
