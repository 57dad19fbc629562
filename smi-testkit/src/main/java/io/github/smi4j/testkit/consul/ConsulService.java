package io.github.smi4j.testkit.consul;

/**
 * A service as Consul knows it, which is what an identity is.
 *
 * @param namespace the namespace of Consul; {@link Settings#DEFAULT} where there is only one
 * @param name the name
 */
record ConsulService(String namespace, String name) {
    static final String ANY = "*";

    /** Whether a name of an intention, or a pattern, stands for a service. */
    boolean covers(ConsulService service) {
        boolean sameNamespace = namespace.equals(ANY) || namespace.equals(service.namespace());
        return sameNamespace && (name.equals(ANY) || name.equals(service.name()));
    }

    /** How many of namespace and name are exact. */
    int exact() {
        if (namespace.equals(ANY)) {
            return 0;
        }
        return name.equals(ANY) ? 1 : 2;
    }

    /** {@code namespace/name}. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
