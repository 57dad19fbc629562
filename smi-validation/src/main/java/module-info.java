/** What can be wrong with SMI resources, found, located and explained: the rules, and whoever asks them. */
module io.github.smi4j.validation {
    requires transitive io.github.smi4j.translate;
    requires static org.jspecify;

    exports io.github.smi4j.validation;
    exports io.github.smi4j.validation.spi;

    uses io.github.smi4j.validation.spi.Rule;

    provides io.github.smi4j.constraint.ResourceRules with
            io.github.smi4j.validation.rules.SingleResourceRules;
}
