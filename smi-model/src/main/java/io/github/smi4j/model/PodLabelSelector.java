package io.github.smi4j.model;

import java.util.Map;
import org.immutables.value.Value;

/** Selects pods by labels (SMI traffic-access v1alpha4, {@code podLabelSelector}). Immutable. */
@Value.Immutable
@SmiStyle
public sealed interface PodLabelSelector permits ImmutablePodLabelSelector {
    /** The labels that a pod must have, all of them; nobody is selected if empty. */
    Map<String, String> matchLabels();

    /** Fields this library does not know, {@code matchExpressions} among them: SMI has labels only. */
    OtherFields other();

    /** The pods with all these labels. */
    static PodLabelSelector of(Map<String, String> matchLabels) {
        return builder().putAllMatchLabels(matchLabels).build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link PodLabelSelector}. Not thread-safe. */
    final class Builder extends ImmutablePodLabelSelector.Builder {
        Builder() {
            other(OtherFields.none());
        }

        @Override
        public PodLabelSelector build() {
            PodLabelSelector built = super.build();
            built.other().refuse("matchLabels");
            return built;
        }
    }
}
