package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Inventory;

/**
 * What is known of pods.
 *
 * @param injection which have sidecars
 * @param registrations which services they are
 * @param ports which of their ports are registered
 * @param callers which of them call
 */
record Pods(Injection injection, Registrations registrations, RegisteredPorts ports, Callers callers) {
    static Pods of(Inventory inventory, Settings settings) {
        Injection injection = new Injection(inventory, settings);
        Registrations registrations = new Registrations(inventory, settings, injection);
        return new Pods(
                injection,
                registrations,
                new RegisteredPorts(inventory, settings, registrations),
                new Callers(inventory, settings, injection, registrations));
    }
}
