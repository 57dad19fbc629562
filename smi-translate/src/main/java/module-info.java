/** The one mesh-neutral reading of SMI, the contract of mesh translators, and the facade over those installed. */
module io.github.smi4j.translate {
    requires transitive io.github.smi4j.model;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.smi4j.inventory;
    exports io.github.smi4j.policy;
    exports io.github.smi4j.regex;
    exports io.github.smi4j.translate;
    exports io.github.smi4j.translate.spi;

    uses io.github.smi4j.translate.spi.MeshTranslator;
}
