/** SMI resources as immutable values, their reader and writer, and the diagnostics that all smi4j modules share. */
module io.github.smi4j.model {
    requires static com.fasterxml.jackson.annotation;
    requires static jakarta.validation;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires static org.snakeyaml.engine;

    exports io.github.smi4j.constraint;
    exports io.github.smi4j.convert;
    exports io.github.smi4j.diagnostic;
    exports io.github.smi4j.manifest;
    exports io.github.smi4j.model;

    uses io.github.smi4j.constraint.ResourceRules;
}
