package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TrafficSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Splits whose backends are roots of others, and those that lead back to themselves. */
class SplitChainsTest {
    private static final Set<PolicyCode> CODES =
            Set.of(PolicyCode.SPLIT_BACKEND_IS_SPLIT, PolicyCode.SPLIT_CYCLE, PolicyCode.SPLIT_BACKEND_IS_ROOT);

    /** A split that has the name of its root: {@code web: v1 v2}. */
    private static TrafficSplit split(String text) {
        String[] services = text.split(":? ");
        TrafficSplit.Builder split =
                TrafficSplit.builder().name(services[0]).namespace("shop").service(services[0]);
        Arrays.stream(services).skip(1).forEach(backend -> split.addBackend(backend, 1));
        return split.build();
    }

    private static List<String> lines(String... splits) {
        ResourceSet set =
                ResourceSet.of(Arrays.stream(splits).map(SplitChainsTest::split).toList());
        return ResolvedPolicy.of(set, PolicyOptions.defaults()).diagnostics().stream()
                .filter(finding -> CODES.contains(finding.code()))
                .map(Object::toString)
                .toList();
    }

    private static String chained(String split, int backend, String name) {
        return "WARNING SMI2107 TrafficSplit shop/" + split + " spec.backends[" + backend + "].service: the backend "
                + name + " is the root of another split; its share is not split again";
    }

    private static String cycle(String split, int backend, String members) {
        return "WARNING SMI2124 TrafficSplit shop/" + split + " spec.backends[" + backend + "].service: the splits of "
                + members + " have each other as backends; no share is split again";
    }

    @Test
    void of_aCycleOfTwo_isOneFindingAtTheFirst() {
        assertThat(lines("web: v1 api", "api: web v2")).containsExactly(cycle("api", 0, "api, web"));
    }

    @Test
    void of_aCycleOfThree_isOneFinding() {
        assertThat(lines("c: a", "b: v1 c", "a: v1 v2 b")).containsExactly(cycle("a", 2, "a, b, c"));
    }

    @Test
    void of_aChainIntoACycle_isAFindingOfItsOwn() {
        assertThat(lines("a: b", "b: c", "c: b")).containsExactly(chained("a", 0, "b"), cycle("b", 0, "b, c"));
    }

    @Test
    void of_aChainOutOfACycle_isAFindingOfItsOwn() {
        assertThat(lines("a: b", "b: a c", "c: v1")).containsExactly(cycle("a", 0, "a, b"), chained("b", 1, "c"));
    }

    @Test
    void of_twoCycles_areTwoFindings() {
        assertThat(lines("a: b", "b: a", "c: d", "d: c")).containsExactly(cycle("a", 0, "a, b"), cycle("c", 0, "c, d"));
    }

    @Test
    void of_twoCyclesThroughOneSplit_areOneFinding() {
        assertThat(lines("a: b c", "b: a", "c: a")).containsExactly(cycle("a", 0, "a, b, c"));
    }

    @Test
    void of_aBackendThatIsTheRoot_isNoCycle() {
        assertThat(lines("web: web v1"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("WARNING SMI2106 TrafficSplit shop/web spec.backends[0].service");
    }

    @Test
    void of_aChain_isAFindingOfEachLink() {
        assertThat(lines("a: b", "b: c", "c: v1")).containsExactly(chained("a", 0, "b"), chained("b", 0, "c"));
    }

    @Test
    void of_aLongCycle_namesTheFirstFive() {
        List<String> splits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            splits.add("s" + i + ": s" + (i + 1) % 7);
        }
        assertThat(lines(splits.toArray(String[]::new)))
                .containsExactly(cycle("s0", 0, "s0, s1, s2, s3, s4 and 2 more"));
    }

    @Test
    void of_splitsOfTwoNamespaces_haveNoCycle() {
        TrafficSplit other = split("api: web").toBuilder().namespace("dev").build();
        List<PolicyCode> codes =
                ResolvedPolicy.of(ResourceSet.of(split("web: api"), other), PolicyOptions.defaults())
                        .diagnostics()
                        .stream()
                        .map(finding -> (PolicyCode) finding.code())
                        .toList();
        assertThat(codes).isNotEmpty().doesNotContainAnyElementsOf(CODES);
    }
}
