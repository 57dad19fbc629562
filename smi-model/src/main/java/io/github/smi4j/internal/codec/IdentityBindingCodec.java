package io.github.smi4j.internal.codec;

import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.PodLabelSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link IdentityBinding}, access v1alpha4. */
final class IdentityBindingCodec extends KindCodec<IdentityBinding> {
    IdentityBindingCodec() {
        super(IdentityBinding.class, "schemes");
    }

    @Override
    Optional<IdentityBinding> decode(Document document) {
        return document.requiredSpec()
                .flatMap(spec -> spec.requiredObject("schemes"))
                .flatMap(schemes -> decode(document, schemes));
    }

    private static Optional<IdentityBinding> decode(Document document, ObjectReader schemes) {
        int errorsBefore = document.findings().errors();
        Optional<PodLabelSelector> selector = schemes.object("podLabelSelector").map(IdentityBindingCodec::selector);
        // A selector without one of its labels selects more pods.
        boolean selectorFaulty = document.findings().errors() > errorsBefore;
        List<String> spiffeIdentities = schemes.strings("spiffeIdentities").orElse(List.of());
        Optional<String> serviceAccount = schemes.string("serviceAccount");
        return document.metadata()
                .map(metadata -> IdentityBinding.builder()
                        .apiVersion(document.apiVersion())
                        .origin(document.findings().origin())
                        .metadata(metadata)
                        .podLabelSelector(selectorFaulty ? Optional.empty() : selector)
                        .spiffeIdentities(spiffeIdentities)
                        .serviceAccount(serviceAccount)
                        .otherSchemes(schemes.others())
                        .otherSpec(document.otherSpec())
                        .other(document.others())
                        .build());
    }

    private static PodLabelSelector selector(ObjectReader selector) {
        return PodLabelSelector.builder()
                .matchLabels(selector.stringMap("matchLabels").orElse(Map.of()))
                .other(selector.others())
                .build();
    }

    @Override
    void encodeSpec(IdentityBinding binding, Map<String, Object> spec) {
        Map<String, Object> schemes = new LinkedHashMap<>();
        binding.podLabelSelector().ifPresent(selector -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("matchLabels", selector.matchLabels());
            tree.putAll(selector.other().asMap());
            schemes.put("podLabelSelector", tree);
        });
        if (!binding.spiffeIdentities().isEmpty()) {
            schemes.put("spiffeIdentities", binding.spiffeIdentities());
        }
        binding.serviceAccount().ifPresent(account -> schemes.put("serviceAccount", account));
        schemes.putAll(binding.otherSchemes().asMap());
        spec.put("schemes", schemes);
    }

    @Override
    OtherFields otherSpec(IdentityBinding binding) {
        return binding.otherSpec();
    }

    @Override
    OtherFields other(IdentityBinding binding) {
        return binding.other();
    }

    @Override
    String nearestVersion(IdentityBinding binding) {
        return version(binding);
    }
}
