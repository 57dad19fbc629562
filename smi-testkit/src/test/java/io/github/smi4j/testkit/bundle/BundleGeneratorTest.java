package io.github.smi4j.testkit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleGeneratorTest {
    private static final List<Drawn> DRAWN =
            LongStream.range(0, 600).mapToObj(seed -> Drawn.of(draw(seed))).toList();
    private static final String ALL =
            DRAWN.stream().map(drawn -> drawn.bundle().toYaml()).collect(Collectors.joining("\n---\n"));

    /** What no bundle has: other writings of one thing, values that cannot be written, and cycles, which are rare. */
    private static final Set<DiagnosticCode> NEVER = Set.of(
            PolicyCode.NAME_INVALID,
            PolicyCode.SPLIT_MATCH_KIND,
            PolicyCode.ROOT_WITHOUT_PORTS,
            PolicyCode.SPLIT_CYCLE,
            PolicyCode.HEADER_TWICE,
            PolicyCode.METHOD,
            AccessCode.RULE_MATCHES_OF_PORTS);

    private record Drawn(Bundle bundle, Inventory inventory, ResolvedPolicy policy) {
        static Drawn of(Bundle bundle) {
            PolicyOptions options = bundle.policyOptions();
            Inventory inventory = bundle.inventory();
            return new Drawn(bundle, inventory, ResolvedPolicy.of(bundle.set(), options, inventory));
        }

        boolean has(DiagnosticCode code) {
            return policy.diagnostics().stream().anyMatch(d -> d.code() == code);
        }

        boolean hasErrors() {
            return policy.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
        }
    }

    private static Bundle draw(long seed) {
        return BundleGenerator.create().draw(new Random(seed));
    }

    private static long count(Predicate<Drawn> test) {
        return DRAWN.stream().filter(test).count();
    }

    private static boolean sharesDestinations(Drawn drawn) {
        List<ResolvedTarget> targets = drawn.policy().targets().stream()
                .filter(target -> !target.grantsNothing())
                .toList();
        return IntStream.range(0, targets.size())
                .anyMatch(i -> targets.subList(0, i).stream()
                        .anyMatch(other ->
                                targets.get(i).destinations().stream().anyMatch(other.destinations()::contains)));
    }

    private static boolean sharesAccounts(Drawn drawn) {
        Set<List<String>> seen = new HashSet<>();
        return drawn.inventory().workloads().stream()
                .anyMatch(w -> !seen.add(List.of(w.namespace(), w.serviceAccount())));
    }

    @Test
    void draw_oneSeed_givesOneBundle() {
        assertThat(LongStream.range(0, 50).mapToObj(BundleGeneratorTest::draw).toList())
                .isEqualTo(DRAWN.stream().map(Drawn::bundle).limit(50).toList());
    }

    @Test
    void draw_otherSeeds_giveOtherBundles() {
        assertThat(DRAWN.stream().map(Drawn::bundle).distinct()).hasSize(600);
    }

    @Test
    void draw_mostBundles_haveFewErrors() {
        assertThat(count(Drawn::hasErrors)).isBetween(120L, 400L);
    }

    @Test
    void draw_severalTargets_haveOneDestination() {
        assertThat(count(BundleGeneratorTest::sharesDestinations)).isGreaterThan(30);
    }

    @Test
    void draw_workloads_shareAccounts() {
        assertThat(count(BundleGeneratorTest::sharesAccounts)).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 9"})
    void draw_workloads_haveNoOneOrSeveralServices(int least, int most) {
        assertThat(count(drawn -> drawn.inventory().workloads().stream()
                        .map(w -> drawn.inventory().servicesOf(w).size())
                        .anyMatch(size -> size >= least && size <= most)))
                .isGreaterThan(10);
    }

    @Test
    void draw_faultsOfMeaning_occur() {
        Stream<DiagnosticCode> codes = Stream.<DiagnosticCode[]>of(PolicyCode.values(), AccessCode.values())
                .flatMap(Stream::of);
        assertThat(codes.filter(code -> !NEVER.contains(code))
                        .filter(code -> DRAWN.stream().noneMatch(drawn -> drawn.has(code))))
                .isEmpty();
    }

    @Test
    void draw_texts_haveFaults() {
        assertThat(count(drawn -> !drawn.bundle().set().diagnostics().isEmpty()))
                .isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- 65535",
                "- 65536",
                "- 0\n",
                "- 70000",
                "weight: 0\n",
                "weight: -1",
                "weight: 2147483648",
                "X-B",
                "x_c",
                "x.d",
                "bad name",
                "bad key",
                "Other",
                "clusterIP: None",
                "kubernetes.io/h2c",
                "protocol: UDP",
                "targetPort: admin",
                "kind: StatefulSet",
                "kind: DaemonSet",
                "kind: Pod\n",
                "UDPRoute",
                "IdentityBinding",
                "missing",
                "elsewhere",
                "namespace: edge",
                "--option trust-domain=corp.example",
                "--option default-deny=destinations",
                "--option default-deny=none",
                "--option partial-inventory=true",
                "--option workload-label=app",
                "--option mtls=strict",
                "--option mtls=permissive",
                "--option cluster-domain=k8s.corp.example",
                "service: web.shop.svc.k8s.corp.example",
                "service: web.data.svc.cluster.local",
                "--option default-namespace=shop",
                "--option default-namespace=data"
            })
    void draw_oddThings_occur(String text) {
        assertThat(ALL).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"name, 254", "long, 63", "long, 64"})
    void draw_longNames_occur(String field, int length) {
        int prefix = field.length() + 2;
        assertThat(ALL.lines()
                        .map(line -> line.strip().replace("- ", "").replace("\"", ""))
                        .anyMatch(line -> line.length() == prefix + length && line.startsWith(field + ": ")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TrafficTarget", "TrafficSplit", "HTTPRouteGroup", "IdentityBinding", "Service", "Deployment"})
    void draw_someManifests_haveTheDefaultNamespace(String kind) {
        Predicate<Map<?, ?>> withoutNamespace = tree -> kind.equals(tree.get("kind"))
                && tree.get("metadata") instanceof Map<?, ?> metadata
                && !metadata.containsKey("namespace");
        List<Bundle> some = DRAWN.stream()
                .map(Drawn::bundle)
                .filter(bundle -> bundle.manifests().stream().anyMatch(withoutNamespace))
                .toList();
        assertThat(some)
                .hasSizeGreaterThan(10)
                .allMatch(bundle ->
                        List.of("shop", "data").contains(bundle.policySettings().get("default-namespace")));
    }

    @Test
    void withManifests_addsThem() {
        Map<String, Object> more = KubernetesTrees.object("v1", "ConfigMap", "shop", "c", Map.of());
        Bundle bundle =
                BundleGenerator.create().withManifests(random -> List.of(more)).draw(new Random(1));
        assertThat(bundle.manifests())
                .endsWith(more)
                .startsWith(draw(1).manifests().get(0));
    }

    @Test
    void withMeshSettings_setsThem() {
        Bundle bundle = BundleGenerator.create()
                .withMeshSettings(random -> Map.of("root-namespace", "mesh"))
                .draw(new Random(1));
        assertThat(bundle.meshSettings()).containsExactly(Map.entry("root-namespace", "mesh"));
        assertThat(bundle.manifests()).isEqualTo(draw(1).manifests());
    }

    @Test
    void withStyles_changesTheClusterBeforeSmiIsDrawn() {
        Map<String, Object> only = KubernetesTrees.object(
                "v1",
                "Pod",
                "shop",
                "only",
                Map.of("spec", Map.of("serviceAccountName", "only", "containers", List.of(Map.of("name", "main")))));
        BundleGenerator generator =
                BundleGenerator.create().withStyles(random -> new ClusterStyle(manifests -> List.of(only), Map.of()));
        List<Bundle> bundles = LongStream.range(0, 20)
                .mapToObj(seed -> generator.draw(new Random(seed)))
                .toList();
        assertThat(bundles)
                .allSatisfy(bundle -> assertThat(bundle.inventory().workloads())
                        .extracting(Workload::name)
                        .isSubsetOf("only"));
        assertThat(bundles)
                .anySatisfy(bundle -> assertThat(bundle.set().resources(TrafficTarget.class))
                        .anyMatch(target -> target.destination().name().equals("only")));
    }

    @Test
    void withStyles_settings_winOverOthers() {
        ClusterStyle style =
                new ClusterStyle(ClusterStyle.AS_DRAWN.cluster(), Map.of("edition", "enterprise", "output", "native"));
        Bundle bundle = BundleGenerator.create()
                .withMeshSettings(random -> Map.of("edition", "community", "acls", "false"))
                .withStyles(random -> style)
                .draw(new Random(1));
        assertThat(bundle.meshSettings())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("edition", "enterprise", "output", "native", "acls", "false"));
        assertThat(bundle.manifests()).isEqualTo(draw(1).manifests());
    }

    @Test
    void withStyles_asDrawn_changesNothing() {
        BundleGenerator generator = BundleGenerator.create()
                .withStyles(random -> new ClusterStyle(manifests -> List.of(), Map.of()))
                .withStyles(random -> ClusterStyle.AS_DRAWN);
        assertThat(generator.draw(new Random(1))).isEqualTo(draw(1));
    }

    @Test
    void withStyles_null_isRefused() {
        BundleGenerator generator = BundleGenerator.create();
        assertThatThrownBy(() -> generator.withStyles(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("draw");
    }
}
