package io.github.smi4j.cli;

import io.github.smi4j.manifest.ManifestWriter;

/** How resources are written. */
enum OutputFormat {
    /** YAML documents. */
    yaml(ManifestWriter.yaml()),
    /** A Kubernetes List in JSON. */
    json(ManifestWriter.json());

    @SuppressWarnings("ImmutableEnumChecker") // a writer has no state
    private final ManifestWriter writer;

    OutputFormat(ManifestWriter writer) {
        this.writer = writer;
    }

    ManifestWriter writer() {
        return writer;
    }
}
