package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.istio.security.AuthorizationPolicy;
import io.github.smi4j.translate.istio.security.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that is allowed at the pods with some labels. */
final class PolicyDraft {
    /** What the schema of Istio allows. */
    static final int MAX_RULES = 512;
    /** A third of what a cluster stores of one object, in characters of patterns. */
    static final int MAX_CHARACTERS = 500_000;

    private final String namespace;
    private final SortedMap<String, String> matchLabels;
    private final Set<Rule> rules = new LinkedHashSet<>();
    private final Set<ResourceRef> sources = new TreeSet<>();

    PolicyDraft(String namespace, SortedMap<String, String> matchLabels) {
        this.namespace = namespace;
        this.matchLabels = matchLabels;
    }

    void add(List<Rule> more, Collection<ResourceRef> from) {
        rules.addAll(more);
        sources.addAll(from);
    }

    /** The SMI resources that it comes from, sorted. */
    Set<ResourceRef> sources() {
        return sources;
    }

    /** One policy, or as many as the limits need; one without rules, which denies everything, if nothing is allowed. */
    List<AuthorizationPolicy> policies(String apiVersion) {
        List<List<Rule>> chunks =
                rules.isEmpty() ? List.of(List.of()) : Chunks.of(rules, MAX_RULES, MAX_CHARACTERS, Chunks::characters);
        List<AuthorizationPolicy> policies = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            policies.add(AuthorizationPolicy.builder()
                    .apiVersion(apiVersion)
                    .metadata(ObjectMeta.builder()
                            .name(name(i))
                            .namespace(namespace)
                            .build())
                    .matchLabels(matchLabels)
                    .rules(chunks.get(i))
                    .build());
        }
        return policies;
    }

    /** The name depends on the labels alone: a policy keeps it when its rules change, and so replaces its predecessor. */
    private String name(int chunk) {
        Stream<String> labels = matchLabels.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
        Stream<String> number = chunk == 0 ? Stream.empty() : Stream.of(String.valueOf(chunk + 1));
        return GeneratedNames.of("allow", Stream.concat(labels, number).toArray(String[]::new));
    }
}
