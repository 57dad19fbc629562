package io.github.smi4j.it.jakarta;

import io.github.smi4j.model.Backend;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A resource with errors that it shows by itself.
 *
 * @param resource the resource, built or read
 * @param paths where its errors are, in the order of a report
 */
record FaultyResource(SmiResource resource, List<String> paths) {
    /** One for each shape that a path can have, but for that of the whole resource. */
    static List<FaultyResource> all() {
        return List.of(
                of(weights(90, -5), "spec.backends[1].weight"),
                of(weights(-1, -5, 1), "spec.backends[0].weight", "spec.backends[1].weight"),
                of(split(), "spec.backends"),
                of(labels(Map.of("bad key!", "web")), "metadata.labels[bad key!]"),
                of(labels(Map.of("a.b[0].c", "!", "app", "web")), "metadata.labels[a.b[0].c]"),
                of(headers(), "spec.matches[0].headers[x y]"),
                of(target(Subject.serviceAccount("edge-*")), "spec.sources[0].name"),
                of(identity("spiffe://Partner.example/a"), "spec.schemes.spiffeIdentities[0]"),
                of(HTTPRouteGroup.fromTree(document()), "spec.description"));
    }

    /** A split with a label of any value, which need not be valid. */
    static SmiResource labels(Map<String, String> labels) {
        return TrafficSplit.builder()
                .metadata(
                        ObjectMeta.builder().name("canary").putAllLabels(labels).build())
                .service("web")
                .addBackend("web-v1", 1)
                .build();
    }

    /** A split with a backend of each weight. */
    static TrafficSplit weights(long... weights) {
        return split(Arrays.stream(weights)
                .mapToObj(weight -> Backend.of("web" + weight, weight))
                .toArray(Backend[]::new));
    }

    /** A split that is old and has a field too many, which no error is. */
    static TrafficSplit repeatingWithUnknownField() {
        return TrafficSplit.builder()
                .name("canary")
                .service("web")
                .addBackend("web-v1", 1)
                .matches(SplitMatches.httpRouteGroups("beta", "beta"))
                .otherSpec(OtherFields.of(Map.of("owner", "shop")))
                .build();
    }

    private static FaultyResource of(SmiResource resource, String... paths) {
        return new FaultyResource(resource, List.of(paths));
    }

    private static TrafficSplit split(Backend... backends) {
        return TrafficSplit.builder()
                .name("canary")
                .service("web")
                .addBackends(backends)
                .build();
    }

    private static HTTPRouteGroup headers() {
        return HTTPRouteGroup.builder()
                .name("web-routes")
                .addMatch(HTTPMatch.builder().name("read").putHeader("x y", "1").build())
                .build();
    }

    private static TrafficTarget target(Subject source) {
        return TrafficTarget.builder()
                .name("edge-to-web")
                .namespace("shop")
                .destination(Subject.serviceAccount("web"))
                .addSource(source)
                .addRule(Rule.tcpRoute("web-tcp"))
                .build();
    }

    private static IdentityBinding identity(String identity) {
        return IdentityBinding.builder()
                .name("edge")
                .namespace("shop")
                .addSpiffeIdentity(identity)
                .build();
    }

    private static Map<String, Object> document() {
        return Map.of(
                "apiVersion",
                "specs.smi-spec.io/v1alpha4",
                "kind",
                "HTTPRouteGroup",
                "metadata",
                Map.of("name", "web-routes"),
                "spec",
                Map.of(
                        "description",
                        "what web offers",
                        "matches",
                        List.of(Map.of("name", "read", "pathRegex", "/read"))));
    }

    /** Its kind and its paths. */
    @Override
    public String toString() {
        return resource.kind() + " " + paths;
    }
}
