package com.example.doorman;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.testkit.MeshTranslatorContractTest;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.proof.ToldExceptions;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Never wider, never silent: on random bundles, against the model of the mesh. */
class DoormanContractTest extends MeshTranslatorContractTest {
    @Override
    protected MeshTranslator translator() {
        return new DoormanTranslator();
    }

    @Override
    protected Optional<MeshModel> model() {
        return Optional.of(new DoormanModel());
    }

    /** What is hard for Doorman is drawn more often: labels that others have too, and lists that are there already. */
    @Override
    protected BundleGenerator generator() {
        return BundleGenerator.create()
                .withManifests(random -> switch (random.nextInt(5)) {
                    case 0 -> List.of(listOfOthers());
                    case 1 -> List.of(podWithLabelsOf("w" + random.nextInt(2), random));
                    default -> List.of();
                })
                .withMeshSettings(random -> Map.of("log", random.nextBoolean() ? "none" : "all"));
    }

    private static Map<String, Object> listOfOthers() {
        Map<String, Object> entry = Map.of(
                "callers",
                List.of("spiffe://cluster.local/ns/shop/sa/web", "spiffe://cluster.local/ns/shop/sa/api"),
                "ports",
                List.of(8080, 9090, 9091, 7000));
        return object("mesh.example/v1", "AllowList", "of-others", Map.of("entries", List.of(entry)), Map.of());
    }

    private static Map<String, Object> podWithLabelsOf(String workload, Random random) {
        String account = List.of("web", "api", "db").get(random.nextInt(3));
        return object("v1", "Pod", "twin", Map.of("serviceAccountName", account), Map.of("app", workload));
    }

    private static Map<String, Object> object(
            String apiVersion, String kind, String name, Map<String, Object> spec, Map<String, String> labels) {
        Map<String, Object> metadata = Map.of("name", name, "namespace", "shop", "labels", labels);
        return Map.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata, "spec", spec);
    }

    /** Fewer than by default, to be quick; a full proof runs all of its bundles. */
    @Override
    protected int bundles() {
        return Boolean.getBoolean("smi4j.proof") ? super.bundles() : Integer.getInteger("smi4j.proof.bundles", 200);
    }

    /** What a list of others allows, where a finding says that it is there. */
    @Override
    protected ToldExceptions exceptions() {
        return new ToldExceptions() {
            @Override
            public boolean isSurplus(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
                return finding.code() == DoormanTranslator.Code.LIST_OF_OTHERS
                        && finding.resource()
                                .flatMap(list -> list.namespace())
                                .filter(arrival.workload().namespace()::equals)
                                .isPresent();
            }
        };
    }
}
