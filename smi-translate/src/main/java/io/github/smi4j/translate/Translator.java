package io.github.smi4j.translate;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.OptionValues;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;

/** An installed translator, ready for use: the plugin with everything that is done for it. Immutable, thread-safe. */
public final class Translator {
    private final MeshTranslator plugin;
    private final String meshName;

    private final Set<ResourceKind> supportedKinds;
    private final Set<String> apiGroups;
    private final List<OptionKey<?>> options;

    Translator(MeshTranslator plugin, String meshName) {
        this.plugin = plugin;
        this.meshName = meshName;
        this.supportedKinds = Set.copyOf(plugin.supportedKinds());
        this.apiGroups = Set.copyOf(plugin.apiGroups());
        this.options = List.copyOf(plugin.options());
    }

    /** The name of the mesh, for example {@code istio}. */
    public String meshName() {
        return meshName;
    }

    /** The kinds that are translated; resources of any other SMI kind are reported. */
    public Set<ResourceKind> supportedKinds() {
        return supportedKinds;
    }

    /** The API groups of what is emitted, for example {@code security.istio.io}; empty if the plugin does not tell. */
    public Set<String> apiGroups() {
        return apiGroups;
    }

    /** The settings of this translator. */
    public List<OptionKey<?>> options() {
        return options;
    }

    /** Translates with default settings. Never throws for bad content. */
    public Translation translate(ResourceSet set) {
        return translate(set, PolicyOptions.defaults(), TranslationOptions.defaults());
    }

    /**
     * Translates, relative to what the set itself tells of the cluster. Never throws for bad content.
     *
     * @throws IllegalArgumentException if an option does not exist or has a wrong value
     */
    public Translation translate(ResourceSet set, PolicyOptions policyOptions, TranslationOptions options) {
        return translate(set, policyOptions.inventoryOf(set), policyOptions, options);
    }

    /**
     * Translates, relative to a given inventory. Never throws for bad content. {@code partial-inventory} is not looked at:
     * whoever builds an inventory declares it partial there.
     *
     * @throws IllegalArgumentException if an option does not exist or has a wrong value
     */
    public Translation translate(
            ResourceSet set, Inventory inventory, PolicyOptions policyOptions, TranslationOptions options) {
        Objects.requireNonNull(set, "set");
        OptionValues values = options.valuesFor(options());
        ResolvedPolicy policy = ResolvedPolicy.of(set, policyOptions, inventory);
        TranslationCollector out = new TranslationCollector(set, inventory, policy);
        set.diagnostics().forEach(out::add);
        policy.diagnostics().forEach(out::add);
        reportOtherKinds(set, policyOptions, out);
        run(new Context(policy, inventory, values, options()), out);
        return out.translation();
    }

    private void reportOtherKinds(ResourceSet set, PolicyOptions options, TranslationCollector out) {
        for (ResourceSet.Entry entry : set.entries()) {
            Optional<ResourceKind> kind = ResourceKind.of(entry.ref().kind());
            boolean smi = entry.otherResource().isEmpty();
            if (smi && kind.isPresent() && !supportedKinds.contains(kind.get())) {
                out.add(Diagnostic.builder(TranslationCode.KIND_NOT_TRANSLATED)
                        .resource(entry.ref().withDefaultNamespace(options.defaultNamespace()))
                        .position(entry.position(FieldPath.of("kind")))
                        .message("the translator to " + meshName + " does not translate " + kind.get())
                        .build());
            }
        }
    }

    /** What a plugin that throws has emitted may lack what denies: all of it is dropped. */
    private void run(TranslationContext in, TranslationCollector out) {
        try {
            plugin.translate(in, out);
            out.reportEarlierOutputs(apiGroups);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError | ServiceConfigurationError e) {
            out.dropResources();
            out.add(Diagnostic.builder(TranslationCode.TRANSLATOR_FAILED)
                    .message("the translator to " + meshName + ", "
                            + plugin.getClass().getName() + ", failed with "
                            + e.getClass().getSimpleName()
                            + Optional.ofNullable(e.getMessage())
                                    .map(m -> ": " + UserText.show(m))
                                    .orElse("")
                            + "; nothing of its output is used")
                    .build());
        }
    }

    /** The name of the mesh. */
    @Override
    public String toString() {
        return meshName;
    }

    private record Context(ResolvedPolicy policy, Inventory inventory, OptionValues values, List<OptionKey<?>> options)
            implements TranslationContext {
        @Override
        public <T> T option(OptionKey<T> key) {
            if (!options.contains(key)) {
                throw new IllegalArgumentException("the translator does not declare the option " + key);
            }
            return values.get(key);
        }
    }
}
