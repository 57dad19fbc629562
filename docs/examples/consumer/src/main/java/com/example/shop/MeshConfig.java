package com.example.shop;

import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Translates the SMI manifests of a file or folder to Istio. */
public final class MeshConfig {
    private MeshConfig() {}

    /** Writes the resources to standard output and the findings to standard error; fails if one is an error. */
    public static void main(String[] args) throws IOException {
        boolean done = translate(Path.of(args[0]), System.out, System.err);
        System.exit(done ? 0 : 1);
    }

    static boolean translate(Path manifests, PrintStream resources, PrintStream findings) throws IOException {
        Translation istio = MeshTranslators.load()
                .get("istio")
                .translate(ManifestReader.create().read(manifests));
        istio.diagnostics().forEach(findings::println);
        if (!istio.hasErrors()) {
            resources.print(ManifestWriter.yaml().write(istio.resources()));
        }
        return !istio.hasErrors();
    }
}
