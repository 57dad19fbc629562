package io.github.smi4j.testkit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.DefaultDeny;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static Bundle draw(long seed) {
        return BundleGenerator.create().draw(new Random(seed));
    }

    private static List<Map<String, Object>> trees(ResourceSet set) {
        return set.manifests().stream().map(manifest -> manifest.toTree()).toList();
    }

    private static List<String> findings(ResourceSet set, PolicyOptions options) {
        return ResolvedPolicy.of(set, options).diagnostics().stream()
                // Without messages: that of a resource that is given twice names its places in the text.
                .map(d -> d.code().id() + " " + d.resource() + " " + d.path())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void toYaml_readBack_isTheSameSet() {
        assertThat(LongStream.range(0, 20).mapToObj(BundleTest::draw)).allSatisfy(bundle -> {
            ResourceSet read = ManifestReader.create().read(bundle.toYaml(), "bundle.yaml");
            assertThat(trees(read)).isEqualTo(trees(bundle.set()));
        });
    }

    @Test
    void toYaml_readBack_meansTheSame() {
        assertThat(LongStream.range(0, 20).mapToObj(BundleTest::draw)).allSatisfy(bundle -> {
            ResourceSet read = ManifestReader.create().read(bundle.toYaml(), "bundle.yaml");
            assertThat(findings(read, bundle.policyOptions()))
                    .isEqualTo(findings(bundle.set(), bundle.policyOptions()));
        });
    }

    @Test
    void toYaml_settings_areComments() {
        Bundle bundle = new Bundle(List.of(), Map.of("mtls", "strict"), Map.of("root-namespace", "mesh"));
        assertThat(bundle.toYaml()).startsWith("# --option mtls=strict\n# --option root-namespace=mesh\n");
    }

    @Test
    void settings_becomeOptions() {
        Bundle bundle = new Bundle(List.of(), Map.of("default-deny", "none"), Map.of("root-namespace", "mesh"));
        assertThat(bundle.policyOptions().defaultDeny()).isEqualTo(DefaultDeny.NONE);
        assertThat(bundle.cluster().settings()).containsExactly(Map.entry("root-namespace", "mesh"));
    }

    @Test
    void withMeshSettings_keepsTheOthers() {
        Bundle bundle = new Bundle(List.of(), Map.of(), Map.of("a", "1", "b", "1"));
        assertThat(bundle.withMeshSettings(Map.of("b", "2", "c", "2")).meshSettings())
                .isEqualTo(Map.of("a", "1", "b", "2", "c", "2"));
    }

    @Property(tries = 10)
    void smaller_isStrictlySmaller(@ForAll("bundles") Bundle bundle) {
        long size = Reductions.size(bundle);
        assertThat(bundle.smaller()).allMatch(smaller -> Reductions.size(smaller) < size);
    }

    @Provide
    Arbitrary<Bundle> bundles() {
        return BundleGenerator.create().arbitrary();
    }

    @Test
    void smaller_ofNothing_isNothing() {
        assertThat(Bundle.of(List.of()).smaller()).isEmpty();
    }

    @Test
    void smaller_largerStepsComeFirst() {
        Bundle bundle = draw(1);
        assertThat(bundle.smaller().findFirst().orElseThrow().manifests())
                .hasSizeLessThanOrEqualTo(bundle.manifests().size() / 2 + 1);
    }

    @Test
    void smaller_leavesOutASetting() {
        Bundle bundle = new Bundle(List.of(), Map.of("mtls", "strict"), Map.of("a", "1"));
        assertThat(bundle.smaller())
                .containsExactly(
                        new Bundle(List.of(), Map.of(), Map.of("a", "1")),
                        new Bundle(List.of(), Map.of("mtls", "strict"), Map.of()));
    }

    @Test
    void smaller_keepsWhatAResourceIsToldApartBy() {
        Map<String, Object> tree = KubernetesTrees.object("v1", "Service", "shop", "web", Map.of("spec", Map.of()));
        assertThat(Bundle.of(List.of(tree)).smaller().flatMap(b -> b.manifests().stream()))
                .isNotEmpty()
                .allMatch(t -> t.get("kind").equals("Service")
                        && t.get("metadata").equals(Map.of("namespace", "shop", "name", "web")));
    }

    @Test
    void arbitrary_thatFailsOnAMarker_shrinksToThatAlone() {
        Shrinkable<Bundle> drawn = BundleGenerator.create().arbitrary().generator(1000).stream(new Random(7))
                .filter(s -> hasHeadless(s.value()))
                .findFirst()
                .orElseThrow();
        Bundle smallest = smallest(drawn, BundleTest::hasHeadless);
        assertThat(smallest.manifests()).hasSize(1);
        assertThat(smallest.policySettings()).isEmpty();
        assertThat(Reductions.size(smallest)).isLessThan(12);
    }

    private static boolean hasHeadless(Bundle bundle) {
        return bundle.manifests().stream()
                .anyMatch(tree -> tree.get("spec") instanceof Map<?, ?> spec && "None".equals(spec.get("clusterIP")));
    }

    /** As jqwik does it: the first smaller one that still fails, again and again. */
    private static Bundle smallest(Shrinkable<Bundle> drawn, Predicate<Bundle> fails) {
        Shrinkable<Bundle> best = drawn;
        Optional<Shrinkable<Bundle>> next = Optional.of(drawn);
        while (next.isPresent()) {
            best = next.get();
            try (Stream<Shrinkable<Bundle>> smaller = best.shrink()) {
                next = smaller.filter(s -> fails.test(s.value())).findFirst();
            }
            assertThat(next.map(Shrinkable::distance).stream()).hasSizeLessThan(2);
        }
        return best.value();
    }
}
