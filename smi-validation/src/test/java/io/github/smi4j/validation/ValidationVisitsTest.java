package io.github.smi4j.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The work of the rules grows with the set and no faster; time is not asserted, looks are counted. */
class ValidationVisitsTest {
    private static final SmiValidator VALIDATOR = SmiValidator.builder()
            .on(ValidationCode.PATH_OPEN)
            .on(ValidationCode.PATTERN_DOT)
            .build();
    private static final int FEW = 100;

    private static TrafficTarget.Builder target(String name, String destination) {
        return TrafficTarget.builder()
                .name(name)
                .namespace("shop")
                .destination(Subject.serviceAccount(destination).inNamespace("shop"));
    }

    private static Subject account(String name) {
        return Subject.serviceAccount(name).inNamespace("shop");
    }

    private static TCPRoute route(int port) {
        return TCPRoute.builder()
                .name("port" + port)
                .namespace("shop")
                .ports(port)
                .build();
    }

    private static HTTPRouteGroup group(String name, int matches) {
        HTTPRouteGroup.Builder group = HTTPRouteGroup.builder().name(name).namespace("shop");
        IntStream.range(0, matches)
                .forEach(i -> group.addMatch(HTTPMatch.builder()
                        .name("m" + i)
                        .pathRegex("/" + i + "$")
                        .build()));
        return group.build();
    }

    private static long visits(ResourceSet set) {
        return VALIDATOR.validate(set, Inventory.empty()).visits();
    }

    private static void assertLinear(IntFunction<ResourceSet> ofSize) {
        long once = visits(ofSize.apply(FEW));
        long twice = visits(ofSize.apply(2 * FEW));
        long fourTimes = visits(ofSize.apply(4 * FEW));
        assertThat(once).isGreaterThanOrEqualTo(FEW);
        assertThat((double) twice).isBetween(1.5 * once, 2.2 * once);
        assertThat((double) fourTimes).isBetween(1.5 * twice, 2.2 * twice);
    }

    private static ResourceSet targets(int number, IntFunction<String> destination, IntFunction<String> source) {
        ResourceSet.Builder set = ResourceSet.builder();
        for (int i = 0; i < number; i++) {
            set.add(route(1000 + i));
            set.add(target("t" + i, destination.apply(i))
                    .addSource(account(source.apply(i)))
                    .addRule(Rule.tcpRoute("port" + (1000 + i)))
                    .build());
        }
        return set.build();
    }

    private static ResourceSet oneTarget(int sources, int matches) {
        TrafficTarget.Builder target = target("t", "web").addRule(Rule.httpRouteGroup("api"));
        IntStream.range(0, sources).forEach(i -> target.addSource(account("caller-" + i)));
        return ResourceSet.of(target.build(), group("api", matches));
    }

    @Test
    void visits_ofTargetsOfOneDestinationAndSource_growWithThem() {
        assertLinear(n -> targets(n, i -> "web", i -> "edge"));
    }

    @Test
    void visits_ofTargetsOfTheirOwnDestinations_growWithThem() {
        assertLinear(n -> targets(n, i -> "web-" + i, i -> "edge"));
    }

    @Test
    void visits_ofTargetsOfTheirOwnSources_growWithThem() {
        assertLinear(n -> targets(n, i -> "web", i -> "caller-" + i));
    }

    @Test
    void visits_ofSourcesOfOneTarget_growWithThem() {
        assertLinear(n -> oneTarget(n, 1));
    }

    @Test
    void visits_ofMatchesOfOneGroup_growWithThem() {
        assertLinear(n -> oneTarget(1, n));
    }

    @Test
    void visits_ofGroups_growWithThem() {
        assertLinear(n -> {
            ResourceSet.Builder set = ResourceSet.builder();
            for (int i = 0; i < n; i++) {
                set.add(group("api-" + i, 2));
                set.add(target("t" + i, "web")
                        .addSource(account("edge"))
                        .addRule(Rule.httpRouteGroup("api-" + i))
                        .build());
            }
            return set.build();
        });
    }

    @Test
    void visits_ofRulesOfOneTarget_growWithThem() {
        assertLinear(n -> {
            ResourceSet.Builder set = ResourceSet.builder();
            TrafficTarget.Builder target = target("t", "web").addSource(account("edge"));
            for (int i = 0; i < n; i++) {
                set.add(group("api-" + i, 1));
                target.addRule(Rule.httpRouteGroup("api-" + i));
            }
            return set.add(target.build()).build();
        });
    }

    @Test
    void visits_ofSplits_growWithThem() {
        assertLinear(n -> {
            ResourceSet.Builder set = ResourceSet.builder().add(group("api", 2));
            for (int i = 0; i < n; i++) {
                set.add(TrafficSplit.builder()
                        .name("split-" + i)
                        .namespace("shop")
                        .service("web-" + i)
                        .matches(SplitMatches.httpRouteGroups("api"))
                        .addBackend("web-" + (i + 1), 1)
                        .build());
            }
            return set.build();
        });
    }

    @Test
    void visits_ofAnotherSource_areOneMore() {
        assertThat(visits(oneTarget(3, 1)) - visits(oneTarget(2, 1))).isEqualTo(1);
    }

    @Test
    void visits_ofMatches_areThoseOfComparingEachWithEach() {
        assertThat(visits(oneTarget(1, 3)) - visits(oneTarget(1, 2))).isEqualTo(9 - 4);
    }

    @Test
    void visits_ofTargetsOfOneSource_areThoseOfComparingEachWithEach() {
        long alone = visits(targets(2, i -> "web-" + i, i -> "edge"));
        long together = visits(targets(2, i -> "web", i -> "edge"));
        assertThat(together - alone).isEqualTo(4 - 2);
    }

    @Test
    void visits_ofOneTarget_areThoseOfEachRule() {
        int resources = 2;
        int ofOneResource = 7 * resources;
        int pairsAndTheirReference = 1 + 1;
        int source = 1 + 1;
        int effect = 1 + 1;
        int groupAndTargetsAtFault = 1 + 1 + 1;
        int covered = 1 + 1;
        assertThat(visits(oneTarget(1, 1)))
                .isEqualTo(ofOneResource + pairsAndTheirReference + source + effect + groupAndTargetsAtFault + covered);
    }
}
