package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.linkerd.LinkerdVersion;
import io.github.smi4j.translate.linkerd.policy.PodSelector;
import io.github.smi4j.translate.linkerd.policy.PolicyReference;
import io.github.smi4j.translate.linkerd.policy.Server;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A port of pods as a Server, with its routes and with who is let in. */
final class ServerMapper {

    private final LinkerdVersion version;
    private final RouteMapper routes;
    private final Authentications authentications;
    private final TranslationOutput out;

    ServerMapper(LinkerdVersion version, RouteMapper routes, Authentications authentications, TranslationOutput out) {
        this.version = version;
        this.routes = routes;
        this.authentications = authentications;
        this.out = out;
    }

    /** Emits a Server with all that belongs to it; gives its name, and the names of its routes. */
    List<ResourceRef> map(ServerDraft draft, String namespace) {
        Server server = Server.builder()
                .apiVersion(version.serverApiVersion())
                .metadata(metadata(name(draft), namespace))
                .podSelector(draft.group().selector())
                .port(draft.port())
                .proxyProtocol(draft.opaque() ? "opaque" : "unknown")
                .accessPolicy(version.hasAccessPolicy() ? Optional.of("deny") : Optional.empty())
                .build();
        out.emit(server, draft.origins(draft.targets()));
        List<ResourceRef> emitted = new ArrayList<>(List.of(server.ref()));
        authentications.allow(
                draft.connections(), reference("Server", server.ref()), namespace, draft.origins(draft.connecting()));
        reportProbes(draft);
        if (!draft.requests().isEmpty()) {
            emitted.addAll(routes.map(draft, server));
        }
        return emitted;
    }

    /** The name depends on pods and port alone, so that a Server replaces its predecessor. */
    private static String name(ServerDraft draft) {
        PodSelector selector = draft.group().selector();
        Stream<String> labels = selector.matchLabels().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
        Stream<String> absent = selector.absentKeys().stream().map(key -> "!" + key);
        Stream<String> others = selector.absentValues().stream()
                .flatMap(label -> label.values().stream().map(value -> label.key() + "!=" + value));
        return GeneratedNames.of(
                "server",
                Stream.of(Stream.of(String.valueOf(draft.port())), labels, absent, others)
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private void reportProbes(ServerDraft draft) {
        boolean judged = !draft.requests().isEmpty();
        for (String path : HealthChecks.paths(draft)) {
            String what = "GET " + UserText.show(path) + " of the port " + draft.port();
            boolean denied = draft.opaque() || (judged && !HealthChecks.isWritable(path));
            for (Workload workload : draft.group().workloads()) {
                out.report(
                        denied ? LinkerdCode.PROBES_DENIED : LinkerdCode.PROBES_ALLOWED,
                        workload.ref(),
                        FieldPath.root(),
                        denied
                                ? (draft.opaque() ? "Linkerd sees no requests there" : "no route can be for the path")
                                        + ", so health checks that " + what + " are denied"
                                : "everybody in the networks of health checks may " + what);
            }
        }
    }

    private static PolicyReference reference(String kind, ResourceRef ref) {
        return new PolicyReference(kind, ref.name());
    }

    private static ObjectMeta metadata(String name, String namespace) {
        return ObjectMeta.builder().name(name).namespace(namespace).build();
    }
}
