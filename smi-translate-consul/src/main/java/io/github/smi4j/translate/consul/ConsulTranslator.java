package io.github.smi4j.translate.consul;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.translate.consul.internal.ConsulMapping;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Set;

/**
 * Translates SMI to Consul: a TrafficSplit, with the HTTPRouteGroups of its matches, to ServiceSplitters, ServiceRouters or a
 * ServiceResolver, and TrafficTargets, with all they refer to, to ServiceIntentions; and ServiceDefaults for the services whose
 * requests Consul must see. Stateless.
 */
public final class ConsulTranslator implements MeshTranslator {
    /** For {@link java.util.ServiceLoader}; use {@link #create()}. */
    public ConsulTranslator() {}

    /** The translator, for those who do not load it as a service. */
    public static ConsulTranslator create() {
        return new ConsulTranslator();
    }

    @Override
    public String meshName() {
        return "consul";
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return Set.of(ResourceKind.values());
    }

    @Override
    public Set<String> apiGroups() {
        return Set.of("consul.hashicorp.com");
    }

    @Override
    public List<OptionKey<?>> options() {
        return ConsulOptions.KEYS;
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        new ConsulMapping(in, out).map();
    }
}
