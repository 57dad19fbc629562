package io.github.smi4j.model;

import io.github.smi4j.internal.codec.Codecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A name for an identity, by one or more schemes (SMI traffic-access v1alpha4, {@code IdentityBinding}). The schemes are
 * alternatives. Immutable.
 */
@Value.Immutable
@SmiStyle
public sealed interface IdentityBinding extends SmiResource permits ImmutableIdentityBinding {
    @Override
    String apiVersion();

    @Override
    default ResourceKind resourceKind() {
        return ResourceKind.IDENTITY_BINDING;
    }

    @Override
    ObjectMeta metadata();

    @Override
    @Value.Auxiliary
    @Value.Redacted
    Optional<Origin> origin();

    /** The pods with these labels, in the binding's namespace. Not together with {@link #serviceAccount()}. */
    Optional<PodLabelSelector> podLabelSelector();

    /** SPIFFE ids, with or without {@code spiffe://}, in the order written. */
    List<String> spiffeIdentities();

    /** The service account of this name, in the binding's namespace. Not together with {@link #podLabelSelector()}. */
    Optional<String> serviceAccount();

    /** Schemes that this library does not know. */
    OtherFields otherSchemes();

    /** Fields of the spec that this library does not know. */
    OtherFields otherSpec();

    /** Fields of the document that this library does not know, {@code status} for example. */
    OtherFields other();

    @Override
    default Map<String, Object> toTree() {
        return Codecs.encode(this);
    }

    /** Refuses an {@link #apiVersion()} that the kind does not have. */
    @Value.Check
    default void checkVersion() {
        Codecs.nearestApiVersion(this);
    }

    /**
     * Reads an IdentityBinding from a plain tree. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not a readable IdentityBinding; it carries all findings
     */
    @FromTree
    static IdentityBinding fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads an IdentityBinding from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    static Decoded<IdentityBinding> decode(Map<String, ?> tree) {
        return Codecs.decode(tree, ResourceKind.IDENTITY_BINDING).map(IdentityBinding.class::cast);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link IdentityBinding}; a name is required. Not thread-safe. */
    final class Builder extends ImmutableIdentityBinding.Builder {
        private final GivenNames given = new GivenNames();

        Builder() {
            metadata(GivenNames.NO_METADATA);
            apiVersion(ResourceKind.IDENTITY_BINDING.newestApiVersion());
            otherSchemes(OtherFields.none());
            otherSpec(OtherFields.none());
            other(OtherFields.none());
        }

        @Override
        public IdentityBinding build() {
            IdentityBinding built = super.build();
            built.otherSchemes().refuse("podLabelSelector", "spiffeIdentities", "serviceAccount");
            return given.change(built.metadata())
                    ? built.toBuilder().metadata(given.in(built.metadata())).build()
                    : built;
        }

        /** {@code metadata.name}, whatever the metadata say. */
        public Builder name(String name) {
            given.name(name);
            return this;
        }

        /** {@code metadata.namespace}, whatever the metadata say. */
        public Builder namespace(String namespace) {
            given.namespace(namespace);
            return this;
        }
    }
}
