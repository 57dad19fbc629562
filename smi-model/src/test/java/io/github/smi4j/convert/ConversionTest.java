package io.github.smi4j.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.Backend;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller of the conversion sees. */
class ConversionTest {
    private static final String SPLIT = "split.smi-spec.io/v1alpha";
    private static final String SPECS = "specs.smi-spec.io/v1alpha";
    private static final String ACCESS = "access.smi-spec.io/v1alpha";

    private static ResourceSet read(String... documents) {
        return ManifestReader.create().read("---\n" + String.join("---\n", documents), "t.yaml");
    }

    private static List<String> codes(List<Diagnostic> findings) {
        return findings.stream().map(d -> d.code().id()).toList();
    }

    private static TrafficSplit split(SplitMatches matches) {
        return TrafficSplit.builder()
                .name("s")
                .service("web")
                .addBackend(Backend.of("web", 1))
                .matches(matches)
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1alpha4",
                "split.smi-spec.io",
                "split.smi-spec.io/",
                "split.smi-spec.io/v1alpha5",
                "split.smi-spec.io/V1ALPHA4",
                " split.smi-spec.io/v1alpha4",
                "metrics.smi-spec.io/v1alpha3",
                "apps/v1"
            })
    void to_unknownVersion_isRefusedWithTheKnownOnes(String version) {
        assertThatThrownBy(() -> SmiConverter.to(version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SMI has no \"" + version + "\"; it has access.smi-spec.io/v1alpha1, ")
                .hasMessageContaining("metrics.smi-spec.io/v1alpha2, ")
                .hasMessageEndingWith("split.smi-spec.io/v1alpha4");
    }

    @Test
    void to_oneGroupTwice_isRefused() {
        assertThatThrownBy(() -> SmiConverter.to(SPLIT + 1, SPECS + 1, SPLIT + 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("more than one version of split.smi-spec.io");
        assertThatThrownBy(() -> SmiConverter.to(SPLIT + 1, SPLIT + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void to_noVersion_isRefused() {
        assertThatThrownBy(() -> SmiConverter.to(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no version to convert to; SMI has access.smi-spec.io/v1alpha1, ");
    }

    @ParameterizedTest
    @NullSource
    void to_null_isRefused(String none) {
        assertThatThrownBy(() -> SmiConverter.to(none)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> SmiConverter.to((List<String>) null)).isInstanceOf(NullPointerException.class);
        SmiConverter converter = SmiConverter.to(SPLIT + 1);
        assertThatThrownBy(() -> converter.convert((SmiResource) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> converter.convert((ResourceSet) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void convert_oneResource_givesItInTheVersion() {
        Conversion conversion = SmiConverter.to(SPLIT + 2).convert(split(SplitMatches.none()));

        assertThat(conversion.resources())
                .containsExactly(split(SplitMatches.none()).toBuilder()
                        .apiVersion(SPLIT + 2)
                        .build());
        assertThat(conversion.diagnostics()).isEmpty();
        assertThat(conversion.errors()).isEmpty();
        assertThat(conversion.toString()).startsWith("1 resources []");
    }

    @Test
    void convert_oneTargetWithAPort_givesTwo() {
        TrafficTarget target = TrafficTarget.builder()
                .name("t")
                .destination(Subject.serviceAccount("web"))
                .destinationPort(80)
                .addSource(Subject.serviceAccount("edge"))
                .addRule(Rule.httpRouteGroup("g"))
                .build();
        Conversion conversion = SmiConverter.to(ACCESS + 4).convert(target);

        assertThat(conversion.toSet().resources(TCPRoute.class)).hasSize(1);
        assertThat(conversion.resources()).hasSize(2);
        assertThat(codes(conversion.diagnostics())).containsExactly("SMI7201");
        assertThat(SmiConverter.to(ACCESS + 2).convert(conversion.toSet()).resources())
                .containsExactly(target);
    }

    @Test
    void allowWidening_ofAConverter_leavesThatOneStrict() {
        SmiConverter strict = SmiConverter.to(SPLIT + 2);
        SmiConverter wide = strict.allowWidening();
        TrafficSplit given = split(SplitMatches.httpRouteGroups("g"));

        assertThat(codes(strict.convert(given).errors())).containsExactly("SMI7103");
        assertThat(strict.convert(given).resources()).isEmpty();
        assertThat(wide.convert(given).errors()).isEmpty();
        assertThat(codes(wide.convert(given).diagnostics())).containsExactly("SMI7104");
    }

    @Test
    void allowWidening_headersBesideABlankPath_leaveAMatchThatSelects() {
        HTTPRouteGroup group = HTTPRouteGroup.builder()
                .name("g")
                .addMatch(HTTPMatch.builder()
                        .name("m")
                        .pathRegex("")
                        .putHeader("x-a", "1")
                        .build())
                .build();
        Conversion conversion = SmiConverter.to(SPECS + 1).allowWidening().convert(group);

        assertThat(conversion.toSet().resources(HTTPRouteGroup.class).get(0).matches())
                .containsExactly(HTTPMatch.builder().name("m").pathRegex(".*").build());
    }

    @Test
    void toSet_ofWhatWasRead_keepsThePositionsOfFindings() {
        ResourceSet set = read("""
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: s}
                spec:
                  service: web
                  backends: [{service: web, weight: 1}]
                  matches: [{kind: HTTPRouteGroup, name: g}]
                """);
        Conversion there = SmiConverter.to(SPLIT + 3).convert(set);
        Diagnostic refused =
                SmiConverter.to(SPLIT + 1).convert(there.toSet()).errors().get(0);

        assertThat(refused.position()).hasToString("Optional[t.yaml:8:3]");
        assertThat(there.toSet().entries().get(0).origin()).isPresent();
        assertThat(there.toSet().manifests()).isEqualTo(there.resources());
    }

    private static final String OTHER = """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            """;

    private static String route(int version, String more) {
        return """
                apiVersion: specs.smi-spec.io/v1alpha%d
                kind: TCPRoute
                metadata: {name: r}
                %s
                """.formatted(version, more);
    }

    @Test
    void convert_setWithFaultsOthersAndDuplicates_accountsForEach() {
        ResourceSet set = read(
                OTHER,
                route(3, "spec: {}").replace("{name: r}", "{name: sound}"),
                route(4, "spec: {matches: {ports: [0]}}").replace("{name: r}", "{name: faulty}"),
                route(3, "spec: {}").replace("{name: r}", "{name: equal}"),
                route(3, "spec: {}").replace("{name: r}", "{name: equal}"),
                "apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nmetadata: {name: s}\nspec: {}\n",
                OTHER,
                ": [");
        Conversion conversion = SmiConverter.to(SPECS + 4).convert(set);

        assertThat(conversion.resources()).hasSize(6);
        assertThat(conversion.toSet().otherResources()).hasSize(2 + 1); // the split without its fields stays as it was
        assertThat(conversion.toSet().resources()).allMatch(r -> r.apiVersion().equals(SPECS + 4));
        assertThat(conversion.diagnostics()).containsAll(set.diagnostics()).isSorted();
        assertThat(conversion.errors())
                .isEqualTo(conversion.diagnostics().stream()
                        .filter(d -> d.severity() == Severity.ERROR)
                        .toList());
        assertThat(conversion.errors())
                .anyMatch(
                        d -> d.resource().filter(r -> r.name().equals("faulty")).isPresent());
    }

    /** None of them counts before; alike in one version, one would. */
    @Test
    void convert_oneNameInTwoVersions_isRefused() {
        ResourceSet set = read(route(3, "spec: {}"), route(4, "spec: {matches: {}}"));
        Conversion conversion = SmiConverter.to(SPECS + 4).convert(set);

        assertThat(conversion.resources()).isEmpty();
        assertThat(codes(conversion.diagnostics())).containsExactly("SMI7004", "SMI7004");
        assertThat(SmiConverter.to(SPLIT + 4).convert(set).resources()).hasSize(2);
    }

    @Test
    void convert_oneNameSoundAndWithFaults_isRefused() {
        ResourceSet set = read(route(3, "spec: {}"), route(4, "spec: {matches: {ports: [0]}}"));
        Conversion conversion = SmiConverter.to(SPECS + 4).convert(set);

        assertThat(conversion.resources()).isEmpty();
        assertThat(codes(conversion.errors())).contains("SMI7004", "SMI1113");
    }

    /** Without a namespace the default one is meant. */
    @Test
    void convert_oneNameWithAndWithoutNamespace_isRefused() {
        ResourceSet set =
                read(route(3, "spec: {}"), route(3, "spec: {}").replace("{name: r}", "{name: r, namespace: default}"));

        assertThat(SmiConverter.to(SPECS + 4).convert(set).resources()).isEmpty();
        assertThat(SmiConverter.to(SPECS + 3).convert(set).resources()).hasSize(2);
    }

    @Test
    void convert_oneNameTwiceThatStaysAsItIs_isLeftToTheReader() {
        ResourceSet set = read(route(4, "spec: {matches: {ports: [80]}}"), route(4, "spec: {matches: {ports: [90]}}"));
        Conversion conversion = SmiConverter.to(SPECS + 4).convert(set);

        assertThat(conversion.resources()).hasSize(2);
        assertThat(conversion.diagnostics()).isEmpty();
    }

    @Test
    void convert_portBesideARuleWithMore_isRefused() {
        TCPRoute route = TCPRoute.builder().name("r").build();
        Rule more = Rule.builder()
                .kind("TCPRoute")
                .name("r")
                .other(OtherFields.of(Map.of("zone", "b")))
                .build();
        TrafficTarget target = TrafficTarget.builder()
                .name("t")
                .destination(Subject.serviceAccount("web"))
                .destinationPort(80)
                .addSource(Subject.serviceAccount("edge"))
                .addRule(Rule.tcpRoute("r"))
                .addRule(more)
                .build();
        Conversion conversion = SmiConverter.to(ACCESS + 4).convert(ResourceSet.of(target, route));

        assertThat(conversion.resources()).containsExactly(route);
        assertThat(codes(conversion.errors())).containsExactly("SMI7202");
        assertThat(conversion.errors().get(0).message()).contains("would be lost");
    }

    /** Two targets of one prefix are two, but their routes would have one name. */
    @Test
    void convert_portsOfTargetsWithoutNames_areRefusedWhereTheyDiffer() {
        String target = """
                apiVersion: access.smi-spec.io/v1alpha2
                kind: TrafficTarget
                metadata: {generateName: t-}
                spec:
                  destination: {kind: ServiceAccount, name: web, port: 80}
                  sources: [{kind: ServiceAccount, name: edge}]
                  rules: [{kind: TCPRoute, name: r}]
                """;
        String more = target.replace("name: r}", "name: q}");
        String routes = route(4, "spec: {}") + "---\n" + route(4, "spec: {}").replace("{name: r}", "{name: q}");

        SmiConverter converter = SmiConverter.to(ACCESS + 4);
        assertThat(codes(converter.convert(read(target, more, routes)).diagnostics()))
                .containsExactly("SMI7202", "SMI7202");
        assertThat(codes(converter.convert(read(target, target, routes)).diagnostics()))
                .containsExactly("SMI7201", "SMI7201");
    }

    /** It grants nothing, since the field may be meant as a limit; the field stays among those of the spec. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void convert_routeWithAFieldInsteadOfASpec_keepsTheField(int version) {
        Conversion conversion = SmiConverter.to(SPECS + version).convert(read(route(4, "ports: [80]\nstatus: {a: 1}")));

        assertThat(conversion.diagnostics()).isEmpty();
        TCPRoute route = conversion.toSet().resources(TCPRoute.class).get(0);
        assertThat(version < 3 ? route.other().names() : route.otherSpec().names())
                .contains("ports");
        assertThat(route.other().names()).contains("status");
    }

    @Test
    void convert_portBesideARouteWithAFieldInsteadOfASpec_isRefused() {
        TrafficTarget target = TrafficTarget.builder()
                .name("t")
                .destination(Subject.serviceAccount("web"))
                .destinationPort(80)
                .addSource(Subject.serviceAccount("edge"))
                .addRule(Rule.tcpRoute("r"))
                .build();
        ResourceSet set = read(route(4, "ports: [90]")).plus(ResourceSet.of(target));

        assertThat(codes(SmiConverter.to(ACCESS + 4).convert(set).errors())).containsExactly("SMI7202");
    }
}
