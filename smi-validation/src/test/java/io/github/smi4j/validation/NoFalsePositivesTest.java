package io.github.smi4j.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ordinary manifests raise nothing, with every hint on. */
class NoFalsePositivesTest {
    private static final String SMI = """
            ---
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata:
              name: canary
              namespace: shop
              labels: {app.kubernetes.io/name: web, tier: front}
              annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"a": 1}'}
            spec:
              service: web
              matches: [{kind: HTTPRouteGroup, name: canary}]
              backends: [{service: web-v1, weight: 90}, {service: web-v2, weight: 10}]
            """
            + Manifests.group("canary", "{name: test, headers: {x-canary: always, user-agent: '.*Firefox.*'}}")
            + Manifests.group(
                    "api",
                    "{name: read, pathRegex: '/api(/.*)?$', methods: [GET, HEAD]}",
                    "{name: write, pathRegex: '/api(/.*)?$', methods: [POST, PUT]}",
                    "{name: assets, pathRegex: '/assets/.*\\.(css|js)$', methods: [GET]}",
                    "{name: health, pathRegex: '/healthz$'}")
            + Manifests.route("TCPRoute", "http", "80")
            + Manifests.route("UDPRoute", "dns", "53")
            + Manifests.target(
                    "read", "{kind: HTTPRouteGroup, name: api, matches: [read, health]}, {kind: UDPRoute, name: dns}")
            + Manifests.target(
                    "write",
                    "{kind: ServiceAccount, name: jobs, namespace: shop}",
                    "{kind: HTTPRouteGroup, name: api, matches: [write, assets]}")
            + Manifests.target(
                    "tcp", "{kind: ServiceAccount, name: admin, namespace: shop}", "{kind: TCPRoute, name: http}");
    private static final String CLUSTER = Manifests.CLUSTER
            + Manifests.workload("jobs", "jobs")
            + Manifests.workload("admin", "admin")
            + service("web-v1")
            + service("web-v2");

    private static String service(String name) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: shop}
                spec:
                  selector: {app: web}
                  ports: [{name: http, port: 80, targetPort: 8080}, {name: dns, port: 53, protocol: UDP}]
                """.formatted(name);
    }

    private static SmiValidator strict() {
        return SmiValidator.builder()
                .on(ValidationCode.PATH_OPEN)
                .on(ValidationCode.PATTERN_DOT)
                .build();
    }

    @Test
    void validate_resourcesAlone_raiseNothing() {
        assertThat(Manifests.lines(strict(), Manifests.read(SMI))).isEmpty();
    }

    @Test
    void validate_resourcesWithTheirCluster_raiseWhatIsTakenForGrantedAlone() {
        assertThat(strict().validate(Manifests.read(SMI, CLUSTER)).all())
                .allMatch(finding -> finding.severity() == Severity.INFO)
                .extracting(finding -> finding.code().id())
                .containsExactly("SMI2123", "SMI2341");
    }

    @Test
    void validate_eachResource_raisesNothing() {
        ResourceSet set = Manifests.read(SMI);
        List<SmiResource> resources = set.resources();
        assertThat(resources).hasSize(8);
        for (SmiResource resource : resources) {
            assertThat(strict().validate(resource).all())
                    .as("%s", resource.ref())
                    .isEmpty();
        }
    }

    @Test
    void validate_resourcesThatAreBuiltFromText_raiseNothing() {
        ResourceSet built = ResourceSet.of(Manifests.read(SMI).resources());
        assertThat(Manifests.lines(strict(), built)).isEmpty();
    }
}
