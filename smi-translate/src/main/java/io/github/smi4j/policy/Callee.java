package io.github.smi4j.policy;

import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.ServiceName;
import java.util.Objects;

/** Who receives a request. Immutable. */
public sealed interface Callee {
    /** A Service: its pods, or those of the backends that its split leads to. */
    static Callee service(String namespace, String name) {
        return new Service(new ServiceName(namespace, name));
    }

    /** The pods of a service account, at ports of their Services. */
    static Callee serviceAccount(String namespace, String name) {
        return new Account(new ServiceAccountName(namespace, name));
    }

    /**
     * A Service.
     *
     * @param name namespace and name
     */
    record Service(ServiceName name) implements Callee {
        /** Refuses null. */
        public Service {
            Objects.requireNonNull(name, "name");
        }

        /** {@code svc:namespace/name}. */
        @Override
        public String toString() {
            return "svc:" + name.namespace() + "/" + name.name();
        }
    }

    /**
     * The pods of a service account.
     *
     * @param name namespace and name
     */
    record Account(ServiceAccountName name) implements Callee {
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
}
