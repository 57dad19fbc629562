/** Translates SMI resources to Istio. */
module io.github.smi4j.translate.istio {
    requires transitive io.github.smi4j.translate;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.smi4j.translate.istio;
    exports io.github.smi4j.translate.istio.networking;
    exports io.github.smi4j.translate.istio.security;

    provides io.github.smi4j.translate.spi.MeshTranslator with
            io.github.smi4j.translate.istio.IstioTranslator;
}
