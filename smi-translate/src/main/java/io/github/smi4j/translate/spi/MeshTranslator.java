package io.github.smi4j.translate.spi;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.OptionKey;
import java.util.List;
import java.util.Set;

/**
 * Translates SMI to one mesh. Implementations are stateless, thread-safe and deterministic; they have a public constructor
 * without parameters and are found by {@link java.util.ServiceLoader}. New methods will be default methods.
 *
 * <p>A translation never allows what SMI denies, and every SMI field ends in the output or in a report that says what
 * became of it. A plugin that throws costs its whole output.
 */
public interface MeshTranslator {
    /** The name of the mesh: lower case, unique, stable, for example {@code istio}. */
    String meshName();

    /** The kinds that this plugin translates; resources of any other kind are reported for it. */
    Set<ResourceKind> supportedKinds();

    /**
     * The API groups of what this plugin emits, for example {@code security.istio.io}. Earlier outputs in these groups that
     * are in the input and are not emitted any more are reported; without any group, none is.
     */
    default Set<String> apiGroups() {
        return Set.of();
    }

    /** The settings of this plugin beside those of the reading. */
    default List<OptionKey<?>> options() {
        return List.of();
    }

    /**
     * Translates.
     *
     * @param in what SMI says, and the settings
     * @param out takes the resources of the mesh, and what could not be said exactly
     */
    void translate(TranslationContext in, TranslationOutput out);
}
