package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whom Servers and their routes let in: one policy that does is enough. What is granted at a Server or its namespace is granted
 * at each of its routes.
 */
final class AuthorizationPolicies {
    private static final List<String> TARGETS = List.of("Server", "HTTPRoute", "GRPCRoute", "Namespace");

    private final ResourcesInForce resources;
    private final Authentications authentications;

    AuthorizationPolicies(ResourcesInForce resources, Settings settings) {
        this.resources = resources;
        this.authentications = new Authentications(resources, settings);
    }

    Outcome atServer(Resource server, CallerName caller) {
        requireNoServerAuthorization(server);
        Stream<Outcome> ofPolicies = policies(server.namespace()).stream()
                .filter(policy -> targets(policy, server) || targetsNamespace(policy))
                .map(policy -> authentications.admit(policy, caller));
        String access = Fields.text(server.spec(), "accessPolicy");
        Outcome fallback =
                DefaultPolicy.named(access.isEmpty() ? "deny" : access).grants(caller);
        return Outcomes.any(Stream.concat(Stream.of(fallback), ofPolicies));
    }

    Outcome atRoute(Resource route, Resource server, CallerName caller) {
        Stream<Outcome> ofPolicies = policies(route.namespace()).stream()
                .filter(policy -> targets(policy, route))
                .map(policy -> authentications.admit(policy, caller));
        return Outcomes.any(Stream.concat(Stream.of(atServer(server, caller)), ofPolicies));
    }

    private List<Resource> policies(String namespace) {
        List<Resource> policies = resources.ofKind(Resource.POLICY, "AuthorizationPolicy").stream()
                .filter(policy -> policy.namespace().equals(namespace))
                .toList();
        policies.forEach(AuthorizationPolicies::requireKnown);
        return policies;
    }

    private static void requireKnown(Resource policy) {
        Fields.requireKnown(policy.spec(), "an AuthorizationPolicy", "targetRef", "requiredAuthenticationRefs");
        Map<?, ?> target = Fields.object(policy.spec(), "targetRef");
        Fields.requireKnown(target, "a targetRef", "group", "kind", "name");
        if (!target.isEmpty() && !TARGETS.contains(Fields.text(target, "kind"))) {
            throw new UnsupportedOperationException("the model of Linkerd does not know the target " + target);
        }
    }

    private static boolean targets(Resource policy, Resource resource) {
        Map<?, ?> target = Fields.object(policy.spec(), "targetRef");
        return Fields.text(target, "group").equals(resource.group())
                && Fields.text(target, "kind").equals(resource.kind())
                && Fields.text(target, "name").equals(resource.name());
    }

    private static boolean targetsNamespace(Resource policy) {
        Map<?, ?> target = Fields.object(policy.spec(), "targetRef");
        return List.of("", "core").contains(Fields.text(target, "group"))
                && Fields.text(target, "kind").equals("Namespace")
                && Fields.text(target, "name").equals(policy.namespace());
    }

    private void requireNoServerAuthorization(Resource server) {
        for (Resource older : resources.ofKind(Resource.POLICY, "ServerAuthorization")) {
            Map<?, ?> ref = Fields.object(older.spec(), "server");
            if (older.namespace().equals(server.namespace())
                    && (ref.containsKey("selector") || Fields.text(ref, "name").equals(server.name()))) {
                throw new UnsupportedOperationException("the model of Linkerd does not know what " + older + " does");
            }
        }
    }
}
