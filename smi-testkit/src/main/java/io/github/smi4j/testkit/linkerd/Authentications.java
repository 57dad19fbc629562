package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a caller is as an AuthorizationPolicy requires: as every reference says, so that without any it is open to everybody.
 * What a reference names and is not there, nobody is. From where callers call is not known.
 */
final class Authentications {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");

    private final ResourcesInForce resources;
    private final Settings settings;

    Authentications(ResourcesInForce resources, Settings settings) {
        this.resources = resources;
        this.settings = settings;
    }

    Outcome admit(Resource policy, CallerName caller) {
        return Outcomes.all(Fields.objects(policy.spec(), "requiredAuthenticationRefs").stream()
                .map(ref -> admits(ref, policy.namespace(), caller)));
    }

    private Outcome admits(Map<?, ?> ref, String ownNamespace, CallerName caller) {
        Fields.requireKnown(ref, "a reference to an authentication", "group", "kind", "namespace", "name");
        String kind = Fields.text(ref, "group") + "/" + Fields.text(ref, "kind");
        return switch (kind) {
            case "/ServiceAccount", "core/ServiceAccount" -> Outcomes.of(caller.matches(identity(ref, ownNamespace)));
            case "policy.linkerd.io/MeshTLSAuthentication" ->
                find(ref, ownNamespace)
                        .map(authentication ->
                                Outcomes.of(identities(authentication).anyMatch(caller::matches)))
                        .orElse(Outcome.DENIED);
            case "policy.linkerd.io/NetworkAuthentication" ->
                find(ref, ownNamespace).map(Authentications::ofNetworks).orElse(Outcome.DENIED);
            default ->
                throw new UnsupportedOperationException(
                        "the model of Linkerd does not know the authentication " + kind);
        };
    }

    private Optional<Resource> find(Map<?, ?> ref, String ownNamespace) {
        return resources.ofKind(Resource.POLICY, Fields.text(ref, "kind")).stream()
                .filter(r -> r.namespace().equals(namespace(ref, ownNamespace))
                        && r.name().equals(ref.get("name")))
                .findFirst();
    }

    private static String namespace(Map<?, ?> ref, String ownNamespace) {
        String namespace = Fields.text(ref, "namespace");
        return namespace.isEmpty() ? ownNamespace : namespace;
    }

    private String identity(Map<?, ?> ref, String ownNamespace) {
        return settings.identity(Fields.text(ref, "name"), namespace(ref, ownNamespace));
    }

    private Stream<String> identities(Resource authentication) {
        Map<?, ?> spec = authentication.spec();
        Fields.requireKnown(spec, "a MeshTLSAuthentication", "identities", "identityRefs");
        return Stream.concat(
                Fields.texts(spec, "identities").stream(),
                Fields.objects(spec, "identityRefs").stream().map(ref -> referred(ref, authentication.namespace())));
    }

    private String referred(Map<?, ?> ref, String ownNamespace) {
        Fields.requireKnown(ref, "a reference to an identity", "group", "kind", "namespace", "name");
        String name = Fields.text(ref, "name");
        boolean core = List.of("", "core").contains(Fields.text(ref, "group"));
        String kind = Fields.text(ref, "kind");
        if (!core || name.isEmpty() || !List.of("ServiceAccount", "Namespace").contains(kind)) {
            throw new UnsupportedOperationException("the model of Linkerd does not know the identity " + ref);
        }
        return kind.equals("Namespace") ? "*." + settings.suffix(name) : identity(ref, ownNamespace);
    }

    private static Outcome ofNetworks(Resource authentication) {
        Fields.requireKnown(authentication.spec(), "a NetworkAuthentication", "networks");
        List<String> whole = Fields.objects(authentication.spec(), "networks").stream()
                .filter(network -> Fields.list(network, "except").isEmpty())
                .map(network -> Fields.text(network, "cidr"))
                .toList();
        return whole.containsAll(EVERYWHERE) ? Outcome.ALLOWED : Outcome.EITHER;
    }
}
