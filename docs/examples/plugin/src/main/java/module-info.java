/** Doorman for smi4j, on the module path; the file in META-INF/services says the same on the class path. */
module com.example.doorman {
    requires io.github.smi4j.translate;

    provides io.github.smi4j.translate.spi.MeshTranslator with
            com.example.doorman.DoormanTranslator;
}
