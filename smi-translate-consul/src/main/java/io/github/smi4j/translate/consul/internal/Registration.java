package io.github.smi4j.translate.consul.internal;

import java.util.Optional;
import java.util.Set;

/** What Consul knows of the pods of a workload. */
sealed interface Registration {
    /** Why they are no instances of a service, as a part of a sentence about the workload; absent if they are. */
    default Optional<String> whyMissing() {
        return Optional.empty();
    }

    /**
     * They are instances of a service.
     *
     * @param service the service
     * @param ports the ports that are called; absent where they are not known
     */
    record Registered(ConsulName service, Optional<RegisteredPorts> ports) implements Registration {}

    /**
     * They have no proxy, so that nothing protects them.
     *
     * @param why the reason, as a part of a sentence about the workload
     */
    record Outside(String why) implements Registration {
        @Override
        public Optional<String> whyMissing() {
            return Optional.of(why);
        }
    }

    /**
     * They wait for a proxy and never start, or nobody can say which service they are.
     *
     * @param why the reason, as a part of a sentence about the workload
     * @param possible the services that they would be if something else were known or done
     */
    record Unregistered(String why, Set<ConsulName> possible) implements Registration {
        @Override
        public Optional<String> whyMissing() {
            return Optional.of(why);
        }
    }
}
