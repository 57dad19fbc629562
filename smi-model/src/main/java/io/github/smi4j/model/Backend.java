package io.github.smi4j.model;

import org.immutables.value.Value;

/** A Service that takes a share of a split's traffic (SMI traffic-split v1alpha4, {@code spec.backends}). Immutable. */
@Value.Immutable
@SmiStyle
public sealed interface Backend permits ImmutableBackend {
    /** The Service, for example {@code web-v1}; in the namespace of the split. A dotted name means the same Service. */
    String service();

    /**
     * The share of the sum of all weights: a whole number &gt;= 0, 0 for no traffic. A split of v1alpha1 may have
     * fractions. The default is 0.
     */
    Quantity weight();

    /** Fields this library does not know. */
    OtherFields other();

    /** A backend with a whole weight. */
    static Backend of(String service, long weight) {
        return builder().service(service).weight(weight).build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link Backend}; the service is required. Not thread-safe. */
    final class Builder extends ImmutableBackend.Builder {
        Builder() {
            weight(Quantity.ZERO);
            other(OtherFields.none());
        }

        @Override
        public Backend build() {
            Backend built = super.build();
            built.other().refuse("service", "weight");
            return built;
        }

        /** A whole weight. */
        public Builder weight(long weight) {
            return weight(Quantity.of(weight));
        }
    }
}
