package io.github.smi4j.validation.spi;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.policy.ResolvedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a {@link SetRule} sees: the resources of a set, and what is known beside them. */
public interface RuleContext {
    /** The resources of one kind, sorted by namespace and name; those with faults, or given twice, are not among them. */
    <T extends SmiResource> List<SetResource<T>> resources(Class<T> type);

    /** The resource of a kind, namespace and name, found without a search. */
    <T extends SmiResource> Optional<SetResource<T>> find(Class<T> type, String namespace, String name);

    /**
     * The names of all SMI documents of the set that are at fault or given in several ways, sorted. None of them is among the
     * resources, and what they mean is not all known: a rule that speaks of everything must not speak of them.
     */
    Set<ResourceRef> faulty();

    /** The one reading of the set; what is wrong with meaning and references is already found there. */
    ResolvedPolicy policy();

    /** What is known of the cluster. */
    Inventory inventory();

    /**
     * Notes that a rule looked at parts beyond those that it got from here, so that a test can see the work grow with the
     * set and no faster.
     *
     * @param parts how many
     */
    void visited(int parts);
}
