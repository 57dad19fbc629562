package io.github.smi4j.testkit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutationTest {
    private static Bundle draw(long seed) {
        return BundleGenerator.create().draw(new Random(seed));
    }

    private static List<Integer> changed(Bundle before, Bundle after) {
        return IntStream.range(0, before.manifests().size())
                .filter(i -> !before.manifests().get(i).equals(after.manifests().get(i)))
                .boxed()
                .toList();
    }

    @Test
    void of_anyBundle_changesExactlyOneManifestOfSmi() {
        for (int seed = 0; seed < 300; seed++) {
            Bundle before = draw(seed % 30);
            Bundle after = Mutation.of(before, new Random(seed)).orElseThrow();
            assertThat(after.manifests()).hasSameSizeAs(before.manifests());
            List<Integer> changed = changed(before, after);
            assertThat(changed).as("seed %s", seed).hasSize(1);
            Map<String, Object> tree = before.manifests().get(changed.get(0));
            assertThat(tree.get("apiVersion").toString()).contains(".smi-spec.io/");
            assertThat(after.manifests().get(changed.get(0)).get("kind")).isEqualTo(tree.get("kind"));
        }
    }

    @Test
    void of_anyBundle_keepsItsSettings() {
        Bundle before = draw(3).withMeshSettings(Map.of("a", "1"));
        Bundle after = Mutation.of(before, new Random(1)).orElseThrow();
        assertThat(after.policySettings()).isEqualTo(before.policySettings());
        assertThat(after.meshSettings()).isEqualTo(before.meshSettings());
    }

    @Test
    void of_oneSeed_isOneChange() {
        assertThat(Mutation.of(draw(3), new Random(5))).isEqualTo(Mutation.of(draw(3), new Random(5)));
    }

    @Test
    void of_aBundleWithoutSmi_isAbsent() {
        Map<String, Object> service = KubernetesTrees.service("shop", "web", Map.of(), List.of());
        assertThat(Mutation.of(Bundle.of(List.of(service)), new Random(1))).isEmpty();
    }
}
