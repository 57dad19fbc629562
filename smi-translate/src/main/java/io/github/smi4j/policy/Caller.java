package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.ServiceAccountName;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Who sends a request. Immutable. */
public sealed interface Caller {
    /** The pods of a service account. */
    static Caller serviceAccount(String namespace, String name) {
        return new Account(new ServiceAccountName(namespace, name));
    }

    /**
     * Who has a SPIFFE id.
     *
     * @param id the id, with or without {@code spiffe://}
     */
    static Caller spiffe(String id) {
        return new Spiffe(id);
    }

    /**
     * The pods of a namespace that have labels; what they run under is looked up in the inventory.
     *
     * @param labels at least one
     */
    static Caller pods(String namespace, Map<String, String> labels) {
        return new Pods(namespace, labels);
    }

    /**
     * The pods of a service account.
     *
     * @param name namespace and name
     */
    record Account(ServiceAccountName name) implements Caller {
        /** Refuses null. */
        public Account {
            Objects.requireNonNull(name, "name");
        }

        /** {@code namespace/name}. */
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /**
     * Who has a SPIFFE id.
     *
     * @param id the id, with or without {@code spiffe://}
     */
    record Spiffe(String id) implements Caller {
        /** Refuses what is no SPIFFE id. */
        public Spiffe {
            if (SpiffeId.parse(id).isEmpty()) {
                throw new IllegalArgumentException(
                        "a SPIFFE id is spiffe://<trust domain>/<path>, was " + UserText.show(id));
            }
        }

        /** The id with its scheme. */
        @Override
        public String toString() {
            return SpiffeId.parse(id).orElseThrow().toString();
        }
    }

    /**
     * Pods with labels.
     *
     * @param namespace their namespace
     * @param labels all of which they have; at least one
     */
    record Pods(String namespace, Map<String, String> labels) implements Caller {
        /** Refuses pods without a label, which could be any. */
        public Pods {
            Objects.requireNonNull(namespace, "namespace");
            labels = Collections.unmodifiableMap(new TreeMap<>(labels));
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("pods need at least one label");
            }
        }

        /** Namespace and labels. */
        @Override
        public String toString() {
            return namespace + " " + labels;
        }
    }
}
