package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoFlagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "t", "T", "TRUE", "true", "True"})
    void read_yes_isTrue(String text) {
        assertThat(GoFlags.read(Map.of("key", text), "key")).contains(true);
        assertThat(GoFlags.isUnreadable(Map.of("key", text), "key")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "f", "F", "FALSE", "false", "False"})
    void read_no_isFalse(String text) {
        assertThat(GoFlags.read(Map.of("key", text), "key")).contains(false);
        assertThat(GoFlags.isUnreadable(Map.of("key", text), "key")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " true", "yes", "no", "tRUE", "2", "on"})
    void read_anythingElse_isAbsentAndUnreadable(String text) {
        assertThat(GoFlags.read(Map.of("key", text), "key")).isEmpty();
        assertThat(GoFlags.isUnreadable(Map.of("key", text), "key")).isTrue();
    }

    @Test
    void read_whatIsNotWritten_isAbsent() {
        assertThat(GoFlags.read(Map.of("other", "true"), "key")).isEmpty();
        assertThat(GoFlags.isUnreadable(Map.of("other", "maybe"), "key")).isFalse();
    }
}
