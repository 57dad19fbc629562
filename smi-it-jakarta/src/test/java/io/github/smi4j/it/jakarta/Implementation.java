package io.github.smi4j.it.jakarta;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An implementation of Jakarta Validation as a user has it.
 *
 * @param name what it is
 * @param folders the folders of its jars
 * @param modules the modules that must be added for it on the module path
 * @param interpolator the class that makes its messages, or nothing for the default
 */
record Implementation(String name, List<String> folders, List<String> modules, List<String> interpolator) {
    /** Apache BVal, which is no module. */
    static final Implementation BVAL =
            new Implementation("Apache BVal 3.0", List.of("bval", "api30"), List.of(), List.of());

    private static final List<String> WITHOUT_EL =
            List.of("org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator");

    /** What version 8, an automatic module, cannot say that it needs. */
    private static final List<String> OF_AUTOMATIC_MODULE = List.of("com.fasterxml.classmate", "org.jboss.logging");

    /** Hibernate Validator in each version, with an expression language and without. */
    static List<Implementation> hibernate() {
        return Stream.of(
                        hibernate("8.0", List.of("hv80", "hv", "api30"), OF_AUTOMATIC_MODULE, "el5"),
                        hibernate("9.0", List.of("hv90", "hv", "api31"), List.of(), "el6"),
                        hibernate("9.1", List.of("hv91", "hv", "api31"), List.of(), "el6"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Implementation> hibernate(
            String version, List<String> folders, List<String> modules, String language) {
        String name = "Hibernate Validator " + version;
        return List.of(
                new Implementation(name, folders, modules, WITHOUT_EL),
                new Implementation(
                        name + " with EL",
                        and(folders, language),
                        and(modules, "jakarta.el", "org.glassfish.expressly"),
                        List.of()));
    }

    private static List<String> and(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
