package io.github.smi4j.translate;

/** A plugin that a class loader can find. */
public final class InstalledMesh extends TestMesh {
    public InstalledMesh() {
        super("installed");
    }
}
