package io.github.smi4j.translate.linkerd;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.translate.linkerd.internal.AccessMapper;
import io.github.smi4j.translate.linkerd.internal.SplitMapper;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Set;

/**
 * Translates SMI to Linkerd: a TrafficSplit, with the HTTPRouteGroups of its matches, to HTTPRoutes, TCPRoutes or a
 * ServiceProfile, and TrafficTargets, with all they refer to, to Servers, HTTPRoutes and AuthorizationPolicies. Stateless.
 */
public final class LinkerdTranslator implements MeshTranslator {
    /** For {@link java.util.ServiceLoader}; use {@link #create()}. */
    public LinkerdTranslator() {}

    /** The translator, for those who do not load it as a service. */
    public static LinkerdTranslator create() {
        return new LinkerdTranslator();
    }

    @Override
    public String meshName() {
        return "linkerd";
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return Set.of(ResourceKind.values());
    }

    @Override
    public Set<String> apiGroups() {
        return Set.of("gateway.networking.k8s.io", "linkerd.io", "policy.linkerd.io");
    }

    @Override
    public List<OptionKey<?>> options() {
        return LinkerdOptions.KEYS;
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        in.policy().splits().forEach(split -> new SplitMapper(split, in, out).map());
        new AccessMapper(in, out).map();
    }
}
