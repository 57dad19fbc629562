package io.github.smi4j.translate.istio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.translate.istio.security.Condition;
import io.github.smi4j.translate.istio.security.Operation;
import io.github.smi4j.translate.istio.security.Rule;
import io.github.smi4j.translate.istio.security.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private static List<List<String>> chunks(List<String> all, int maxSize, long maxCharacters) {
        return Chunks.of(all, maxSize, maxCharacters, String::length);
    }

    @Test
    void of_nothing_isNone() {
        assertThat(chunks(List.of(), 2, 2)).isEmpty();
    }

    @Test
    void of_asManyAsThereMayBe_isOne() {
        assertThat(chunks(List.of("aa", "bb"), 2, 4)).containsExactly(List.of("aa", "bb"));
    }

    @Test
    void of_oneElementMore_isTwo() {
        assertThat(chunks(List.of("a", "b", "c"), 2, 4)).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void of_oneCharacterMore_isTwo() {
        assertThat(chunks(List.of("aa", "bbb", "c"), 3, 4)).containsExactly(List.of("aa"), List.of("bbb", "c"));
    }

    @Test
    void of_anElementThatIsTooLong_standsAlone() {
        assertThat(chunks(List.of("a", "bbbbb", "c"), 3, 4))
                .containsExactly(List.of("a"), List.of("bbbbb"), List.of("c"));
    }

    @Test
    void characters_ofARule_areThoseOfAllTexts() {
        Rule rule = Rule.builder()
                .addFrom(Source.builder().addPrincipals("a", "bc").build())
                .addTo(Operation.builder()
                        .addPorts("80")
                        .addMethods("GET")
                        .addPaths("/abc")
                        .addNotPaths("/abcd")
                        .build())
                .addWhen(Condition.builder()
                        .key("key123")
                        .addValues("value12")
                        .addNotValues("value123")
                        .build())
                .build();

        assertThat(Chunks.characters(rule)).isEqualTo(1 + 2 + 2 + 3 + 4 + 5 + 6 + 7 + 8);
        assertThat(Chunks.characters(rule.to().get(0))).isEqualTo(2 + 3 + 4 + 5);
    }
}
