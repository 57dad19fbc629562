package io.github.smi4j.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.model.ResourceSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever the text is, reading it ends in findings. */
class AnyTextTest {
    private static ResourceSet read(String text) {
        return ManifestReader.create().read(text, "a.yaml");
    }

    private static ResourceSet read(byte[] bytes) throws IOException {
        return ManifestReader.create().read(new ByteArrayInputStream(bytes), "a.yaml");
    }

    @Property
    void read_anyText_neverThrows(@ForAll("texts") String text) {
        assertThat(read(text)).isNotNull();
    }

    @Property
    void read_anyBytes_neverThrows(@ForAll byte[] bytes) throws IOException {
        assertThat(read(bytes)).isNotNull();
    }

    /** Directives at the end of the first text belong to the empty document between. */
    @Property
    void read_anyTextAround_keepsTheGoodDocument(@ForAll("texts") String before, @ForAll("texts") String after) {
        ResourceSet set = read(before + "\n---\n\n---\n{kind: Good, metadata: {name: good}}\n---\n" + after);

        assertThat(set.entries()).extracting(e -> e.ref().name()).contains("good");
    }

    @Property
    void read_bytesOfAText_areTheText(@ForAll("texts") String text) throws IOException {
        assertThat(read(text.getBytes(UTF_8))).isEqualTo(read(text));
    }

    /** The property above found that of two marks the second was taken from bytes alone. */
    @Test
    void read_bytesWithTwoMarks_areTheText() throws IOException {
        String text = "\uFEFF\uFEFFa: b";
        assertThat(read(text.getBytes(UTF_8))).isEqualTo(read(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return TokenSoup.texts();
    }
}
