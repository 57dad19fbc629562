package io.github.smi4j.translate.istio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
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
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A match that many targets share is rewritten once: rewriting is the dearest part of a translation. */
class SharedMatchesTest {
    private static final int MATCHES = 20;
    /** Every rewriting of one of the matches is reported, since Istio can say their paths in part only. */
    private static final class Reports implements TranslationOutput {
        private int count;

        @Override
        public void emit(MeshResource resource, Collection<ResourceRef> sources) {}

        @Override
        public void patch(MeshResource patch, Collection<ResourceRef> sources) {
            throw new AssertionError("rules are no patches: " + patch);
        }

        @Override
        public void report(DiagnosticCode code, ResourceRef resource, FieldPath path, String message) {
            assertThat(code).isEqualTo(IstioCode.PATH_NARROWED);
            count++;
        }
    }

    @Test
    void rules_ofAHundredTimesTheTargets_rewriteTheSameMatches() {
        assertThat(rewrittenMatches(1_000, 1)).isEqualTo(MATCHES);
        assertThat(rewrittenMatches(1_000, 100)).isEqualTo(MATCHES);
    }

    private static int rewrittenMatches(int targets, int times) {
        Reports reports = new Reports();
        RuleMapper rules = new RuleMapper(new RequestMapper(true, reports));
        ResolvedPolicy policy = ResolvedPolicy.of(resources(targets), PolicyOptions.defaults(), inventory());
        assertThat(policy.targets()).hasSize(targets);
        for (int i = 0; i < times; i++) {
            for (ResolvedTarget target : policy.targets()) {
                List<Grant> grants = target.grants(target.destinations().get(0));
                assertThat(rules.rules(
                                SourceMapper.divided(List.of("cluster.local/ns/shop/sa/edge"), List.of()), grants))
                        .hasSize(1);
            }
        }
        return reports.count;
    }

    private static ResourceSet resources(int targets) {
        HTTPRouteGroup.Builder routes = HTTPRouteGroup.builder().name("routes").namespace("shop");
        for (int match = 0; match < MATCHES; match++) {
            routes.addMatch(HTTPMatch.builder()
                    .name("match-" + match)
                    .pathRegex("/api/v" + match + "/[^/]+/x$")
                    .build());
        }
        ResourceSet.Builder set = ResourceSet.builder().add(routes.build());
        for (int target = 0; target < targets; target++) {
            set.add(TrafficTarget.builder()
                    .name("target-" + target)
                    .namespace("shop")
                    .destination(Subject.serviceAccount("web").inNamespace("shop"))
                    .addSource(Subject.serviceAccount("edge-" + target).inNamespace("shop"))
                    .addRule(Rule.httpRouteGroup("routes", "match-" + target % MATCHES))
                    .build());
        }
        return set.build();
    }

    private static Inventory inventory() {
        return Inventory.builder()
                .addWorkload(Workload.builder()
                        .kind("Deployment")
                        .namespace("shop")
                        .name("web")
                        .serviceAccount("web")
                        .putLabel("app", "web")
                        .build())
                .addService(KubernetesService.builder()
                        .name(new ServiceName("shop", "web"))
                        .putSelector("app", "web")
                        .addPort(ServicePort.tcp(80, "http"))
                        .build())
                .build();
    }
}
