package com.example.doorman;

import io.github.smi4j.testkit.GoldenCasesContractTest;
import io.github.smi4j.translate.spi.MeshTranslator;

/** What is expected for the inputs in src/test/resources/cases, to the letter. */
class DoormanCasesTest extends GoldenCasesContractTest {
    @Override
    protected MeshTranslator translator() {
        return new DoormanTranslator();
    }
}
