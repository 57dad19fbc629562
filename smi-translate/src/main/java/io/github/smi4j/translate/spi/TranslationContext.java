package io.github.smi4j.translate.spi;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.ResolvedPolicy;

/** What a plugin translates. Not to be implemented by plugins: methods will be added. */
public interface TranslationContext {
    /** What SMI says: the splits, the targets with what they grant, and the scope of what is closed by default. */
    ResolvedPolicy policy();

    /** What is known of the cluster beside SMI. */
    Inventory inventory();

    /**
     * The value of a setting, its default where it was not set.
     *
     * @throws IllegalArgumentException if the key is not one of {@link MeshTranslator#options()}
     */
    <T> T option(OptionKey<T> key);
}
