/** Translates SMI resources to Linkerd. */
module io.github.smi4j.translate.linkerd {
    requires transitive io.github.smi4j.translate;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.smi4j.translate.linkerd;
    exports io.github.smi4j.translate.linkerd.gateway;
    exports io.github.smi4j.translate.linkerd.policy;
    exports io.github.smi4j.translate.linkerd.profile;

    provides io.github.smi4j.translate.spi.MeshTranslator with
            io.github.smi4j.translate.linkerd.LinkerdTranslator;
}
