/**
 * Text to resources and back: {@link io.github.smi4j.manifest.ManifestReader} reads YAML and JSON with
 * snakeyaml-engine, which is optional; {@link io.github.smi4j.manifest.ManifestWriter} needs nothing.
 */
@NullMarked
package io.github.smi4j.manifest;

import org.jspecify.annotations.NullMarked;
