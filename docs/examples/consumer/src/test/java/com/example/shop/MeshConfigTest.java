package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The manifests of the shop become resources of Istio, and a broken one is reported at its place. */
class MeshConfigTest {
    private final ByteArrayOutputStream resources = new ByteArrayOutputStream();
    private final ByteArrayOutputStream findings = new ByteArrayOutputStream();

    @Test
    void translate_canary_splitsTraffic() throws Exception {
        assertTrue(translate("canary.yaml"), findings::toString);

        String written = resources.toString(StandardCharsets.UTF_8);
        assertTrue(written.contains("kind: VirtualService"), written);
        assertTrue(written.contains("weight: 90"), written);
        assertTrue(written.contains("host: web-v2.shop.svc.cluster.local"), written);
    }

    @Test
    void translate_brokenWeight_reportsLineAndColumn() throws Exception {
        assertFalse(translate("broken.yaml"));

        assertEquals(0, resources.size());
        String found = findings.toString(StandardCharsets.UTF_8);
        assertTrue(found.contains("broken.yaml:10:13"), found);
    }

    private boolean translate(String manifest) throws Exception {
        Path file = Path.of(MeshConfigTest.class.getResource("/" + manifest).toURI());
        return MeshConfig.translate(file, new PrintStream(resources), new PrintStream(findings));
    }
}
