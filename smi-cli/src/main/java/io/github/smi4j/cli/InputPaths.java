package io.github.smi4j.cli;

import io.github.smi4j.model.ResourceSet;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The PATH arguments, which every command that reads manifests has. */
final class InputPaths {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A manifest, a directory of manifests (*.yaml, *.yml, *.json), or - for standard input.")
    private List<String> paths = List.of();

    /** What they hold. */
    ResourceSet read(Smi smi) {
        return InputFiles.read(paths, smi.in());
    }
}
