/** Translates SMI resources to Consul. */
module io.github.smi4j.translate.consul {
    requires transitive io.github.smi4j.translate;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.smi4j.translate.consul;
    exports io.github.smi4j.translate.consul.config;

    provides io.github.smi4j.translate.spi.MeshTranslator with
            io.github.smi4j.translate.consul.ConsulTranslator;
}
