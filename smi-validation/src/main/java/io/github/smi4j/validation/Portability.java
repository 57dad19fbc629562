package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A mesh that a set is to be expressed in.
 *
 * @param translator knows what the mesh can say
 * @param options its settings
 */
record Portability(Translator translator, TranslationOptions options) {
    Portability {
        Objects.requireNonNull(translator, "translator");
        Objects.requireNonNull(options, "translation");
    }

    /** What the mesh could not say exactly, and what stands in its way; not what is wrong whatever the mesh. */
    List<Diagnostic> losses(ResourceSet set, Inventory inventory, PolicyOptions policy, List<Diagnostic> foundBefore) {
        Set<Diagnostic> known = new HashSet<>(foundBefore);
        return translator.translate(set, inventory, policy, options).diagnostics().stream()
                .filter(finding -> !known.contains(finding))
                .filter(finding -> finding.effect() != Effect.EXACT || finding.severity() == Severity.ERROR)
                .toList();
    }
}
