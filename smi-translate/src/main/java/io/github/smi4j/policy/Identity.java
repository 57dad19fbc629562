package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.ServiceAccountName;
import java.util.Comparator;
import java.util.Objects;

/** Who calls. Service accounts come before other identities, each sort by the text of its SPIFFE id. */
public sealed interface Identity extends Comparable<Identity> {
    /**
     * The SPIFFE id without {@code spiffe://}, for example {@code cluster.local/ns/shop/sa/web}.
     *
     * @param trustDomain that of the cluster, which its service accounts belong to
     */
    String spiffeId(String trustDomain);

    /** Orders service accounts before other ids, each by its text. */
    @Override
    default int compareTo(Identity other) {
        return Comparator.comparing((Identity i) -> i instanceof Spiffe)
                .thenComparing(i -> i.spiffeId(""))
                .compare(this, other);
    }

    /**
     * A service account of the cluster; it belongs to the trust domain of the settings.
     *
     * @param name namespace and name
     */
    record ServiceAccount(ServiceAccountName name) implements Identity {
        /** Refuses null. */
        public ServiceAccount {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String spiffeId(String trustDomain) {
            return trustDomain + "/ns/" + name.namespace() + "/sa/" + name.name();
        }

        /** {@code namespace/name}. */
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /**
     * An identity of another trust domain.
     *
     * @param trustDomain the trust domain, for example {@code partner.example}
     * @param path the path, with its first slash
     */
    record Spiffe(String trustDomain, String path) implements Identity {
        /** Refuses what is no SPIFFE id. */
        public Spiffe {
            Objects.requireNonNull(trustDomain, "trustDomain");
            Objects.requireNonNull(path, "path");
            if (!path.startsWith("/") || SpiffeId.parse(trustDomain + path).isEmpty()) {
                throw new IllegalArgumentException("a SPIFFE id is spiffe://<trust domain>/<path>, was "
                        + UserText.show("spiffe://" + trustDomain + path));
            }
        }

        @Override
        public String spiffeId(String ignored) {
            return trustDomain + path;
        }

        /** {@code spiffe://trust-domain/path}. */
        @Override
        public String toString() {
            return "spiffe://" + trustDomain + path;
        }
    }
}
