package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import org.junit.jupiter.api.Test;

/** The work for each target does not depend on how many there are; time is not asserted, looks are counted. */
class ManyTargetsTest {
    private static final String NAMESPACE = "shop";
    private static final int GROUPS = 5;
    private static final int MATCHES = 10;
    private static final int TARGETS_OF_A_WORKLOAD = 10;

    @Test
    void of_aHundredTimesTheTargets_looksAHundredTimesAsOften() {
        long few = visitsWithoutGroups(1_000);
        assertThat(visitsWithoutGroups(100_000)).isEqualTo(100 * few);
    }

    @Test
    void decide_ofAThousandTargets_looksAtThoseOfThePodsAlone() {
        int targets = 1_000;
        Inventory inventory = inventory(targets);
        Evaluator evaluator =
                Evaluator.of(ResolvedPolicy.of(resources(targets), PolicyOptions.defaults(), inventory), inventory);
        assertThat(inventory.workloads())
                .hasSize(targets / TARGETS_OF_A_WORKLOAD)
                .allSatisfy(
                        workload -> assertThat(evaluator.targetsOf(workload)).hasSize(TARGETS_OF_A_WORKLOAD));
    }

    /** The groups are the same few however many targets share them: each match is looked at once. */
    private static long visitsWithoutGroups(int targets) {
        ResolvedPolicy policy = ResolvedPolicy.of(resources(targets), PolicyOptions.defaults(), inventory(targets));
        assertThat(policy.targets()).hasSize(targets).noneMatch(ResolvedTarget::grantsNothing);
        return policy.visits() - GROUPS * (1 + MATCHES);
    }

    private static ResourceSet resources(int targets) {
        ResourceSet.Builder set = ResourceSet.builder();
        for (int group = 0; group < GROUPS; group++) {
            HTTPRouteGroup.Builder routes =
                    HTTPRouteGroup.builder().name("routes-" + group).namespace(NAMESPACE);
            for (int match = 0; match < MATCHES; match++) {
                routes.addMatch(HTTPMatch.builder()
                        .name("match-" + match)
                        .pathRegex("/api/v" + match)
                        .build());
            }
            set.add(routes.build());
        }
        for (int target = 0; target < targets; target++) {
            set.add(TrafficTarget.builder()
                    .name("target-" + target)
                    .namespace(NAMESPACE)
                    .destination(Subject.serviceAccount("account-" + target / TARGETS_OF_A_WORKLOAD)
                            .inNamespace(NAMESPACE))
                    .addSource(Subject.serviceAccount("caller-" + target).inNamespace(NAMESPACE))
                    .addRule(Rule.httpRouteGroup("routes-" + target % GROUPS))
                    .build());
        }
        return set.build();
    }

    private static Inventory inventory(int targets) {
        Inventory.Builder inventory = Inventory.builder();
        for (int workload = 0; workload < targets / TARGETS_OF_A_WORKLOAD; workload++) {
            String name = "app-" + workload;
            inventory
                    .addWorkload(Workload.builder()
                            .kind("Deployment")
                            .namespace(NAMESPACE)
                            .name(name)
                            .serviceAccount("account-" + workload)
                            .putLabel("app", name)
                            .putLabel("team", "shop")
                            .build())
                    .addService(KubernetesService.builder()
                            .name(new ServiceName(NAMESPACE, name))
                            .putSelector("app", name)
                            .putSelector("team", "shop")
                            .addPort(ServicePort.tcp(80, "http"))
                            .build());
        }
        return inventory.build();
    }
}
