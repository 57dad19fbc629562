package io.github.smi4j.it.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.smi4j.it.consumer.ForkedJava.Result;
import io.github.smi4j.model.ResourceKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain mappers of Jackson 2 and Jackson 3 read and write every kind, and keep the fields that SMI does not have. */
class JacksonConsumerTest {
    private static final List<Path> JACKSON2 = Fixtures.jarsWith(
            com.fasterxml.jackson.databind.ObjectMapper.class,
            com.fasterxml.jackson.core.JsonParser.class,
            JsonCreator.class);
    private static final List<Path> JACKSON3 = Fixtures.jarsWith(
            tools.jackson.databind.ObjectMapper.class, tools.jackson.core.JsonParser.class, JsonCreator.class);

    @TempDir
    private Path classes;

    @Test
    void roundTrip_jackson2_keepsEverything() throws Exception {
        assertRoundTrip("jackson2", JACKSON2);
    }

    @Test
    void roundTrip_jackson3_keepsEverything() throws Exception {
        assertRoundTrip("jackson3", JACKSON3);
    }

    private void assertRoundTrip(String fixture, List<Path> jars) throws Exception {
        assertThat(Compilation.onModulePath(Compilation.sources(Fixtures.folder(fixture)), jars, classes))
                .isEmpty();
        List<Path> entries = Fixtures.and(jars, classes);

        assertWhole(ForkedJava.onClassPath(entries, "shop.RoundTrip", documents()));
        assertWhole(ForkedJava.onModulePath(entries, List.of(), "shop.RoundTrip", documents()));
    }

    private static void assertWhole(Result result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines())
                .containsExactlyElementsOf(Arrays.stream(ResourceKind.values())
                        .map(kind -> kind + " whole")
                        .toList());
    }

    private static String[] documents() {
        return Arrays.stream(ResourceKind.values())
                .map(kind -> Fixtures.folder("documents").resolve(kind + ".json"))
                .map(Path::toString)
                .toArray(String[]::new);
    }
}
