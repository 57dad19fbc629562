package io.github.smi4j.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a result says of its findings, and how it throws them. */
class ValidationResultTest {
    private static final Diagnostic ERROR =
            Diagnostic.builder(TestCode.SECOND).message("is wrong").build();
    private static final Diagnostic OTHER =
            Diagnostic.builder(TestCode.SECOND).message("is bad").build();
    private static final Diagnostic WARNING =
            Diagnostic.builder(TestCode.FIRST).message("is odd").build();

    private static ValidationResult result(Diagnostic... findings) {
        return new ValidationResult(List.of(findings), 7);
    }

    @Test
    void errors_ofSeveral_areTheErrorsInOrder() {
        assertThat(result(ERROR, WARNING, OTHER).errors()).containsExactly(ERROR, OTHER);
        assertThat(result(ERROR, WARNING).hasErrors()).isTrue();
        assertThat(result(WARNING).hasErrors()).isFalse();
    }

    @Test
    void orThrow_withoutError_isItself() {
        ValidationResult result = result(WARNING);
        assertThat(result.orThrow()).isSameAs(result);
    }

    @Test
    void orThrow_withErrors_carriesAllAndNamesTheErrors() {
        assertThatThrownBy(() -> result(ERROR, WARNING, OTHER).orThrow())
                .isInstanceOfSatisfying(
                        SmiValidationException.class,
                        thrown -> assertThat(thrown.diagnostics()).containsExactly(ERROR, WARNING, OTHER))
                .hasMessage("ERROR TEST0002: is wrong\nERROR TEST0002: is bad");
    }

    @Test
    void exception_afterSerialization_hasItsMessageAlone() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new SmiValidationException(List.of(ERROR)));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SmiValidationException read = (SmiValidationException) in.readObject();
            assertThat(read).hasMessage("ERROR TEST0002: is wrong");
            assertThat(read.diagnostics()).isEmpty();
        }
    }

    @Test
    void equals_ofResults_isThatOfTheirFindings() {
        assertThat(result(ERROR))
                .isEqualTo(new ValidationResult(List.of(ERROR), 8))
                .hasSameHashCodeAs(result(ERROR));
        assertThat(result(ERROR)).isNotEqualTo(result(WARNING));
        assertThat(result(ERROR)).hasToString("[ERROR TEST0002: is wrong]");
    }
}
