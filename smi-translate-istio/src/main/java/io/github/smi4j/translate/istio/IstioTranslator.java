package io.github.smi4j.translate.istio;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.translate.istio.internal.AccessMapper;
import io.github.smi4j.translate.istio.internal.ExistingVirtualServices;
import io.github.smi4j.translate.istio.internal.SplitMapper;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Set;

/**
 * Translates SMI to Istio: a TrafficSplit, with the HTTPRouteGroups of its matches, to a VirtualService, and TrafficTargets,
 * with all they refer to, to AuthorizationPolicies. Stateless.
 */
public final class IstioTranslator implements MeshTranslator {
    /** For {@link java.util.ServiceLoader}; use {@link #create()}. */
    public IstioTranslator() {}

    /** The translator, for those who do not load it as a service. */
    public static IstioTranslator create() {
        return new IstioTranslator();
    }

    @Override
    public String meshName() {
        return "istio";
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return Set.of(ResourceKind.values());
    }

    @Override
    public Set<String> apiGroups() {
        return Set.of("networking.istio.io", "security.istio.io");
    }

    @Override
    public List<OptionKey<?>> options() {
        return IstioOptions.KEYS;
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        ExistingVirtualServices existing =
                ExistingVirtualServices.of(in.inventory(), in.policy().options());
        in.policy().splits().forEach(split -> new SplitMapper(split, existing, in, out).map());
        new AccessMapper(in, out).map();
    }
}
