package io.github.smi4j.translate.linkerd.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RequestDomain;
import org.junit.jupiter.api.Test;

class LanguageRelationsTest {
    private final LanguageRelations relations = new LanguageRelations();

    private static RegexLanguage below(String path) {
        return RegexLanguage.prefix(RequestDomain.PATH, path);
    }

    @Test
    void isPart_ofTwo_isAskedOnceAndToldOneWay() {
        RegexLanguage part = below("/a/b");
        RegexLanguage whole = below("/a");
        for (int i = 0; i < 3; i++) {
            assertThat(relations.isPart(part, whole)).isTrue();
            assertThat(relations.isPart(whole, part)).isFalse();
        }
        assertThat(relations.questions()).isEqualTo(2);
    }

    @Test
    void areApart_ofTwo_isAskedOnce() {
        RegexLanguage left = below("/a");
        RegexLanguage inside = below("/a/b");
        RegexLanguage right = below("/b");
        for (int i = 0; i < 3; i++) {
            assertThat(relations.areApart(left, right)).isTrue();
            assertThat(relations.areApart(left, inside)).isFalse();
        }
        assertThat(relations.questions()).isEqualTo(2);
    }

    @Test
    void relations_ofALanguageToItself_areNotAsked() {
        RegexLanguage one = below("/a");
        assertThat(relations.isPart(one, one)).isTrue();
        assertThat(relations.areApart(one, one)).isFalse();
        assertThat(relations.questions()).isZero();
    }

    /** Nothing is proved any more, so that nobody is let in by it; what was proved stays. */
    @Test
    void relations_pastTheMostQuestions_areNotProved() {
        RegexLanguage whole = below("/a");
        RegexLanguage part = below("/a/b");
        RegexLanguage other = below("/b");
        assertThat(relations.isPart(part, whole)).isTrue();
        assertThat(relations.areApart(whole, other)).isTrue();
        while (relations.questions() < LanguageRelations.MAX_QUESTIONS - 1) {
            relations.isPart(below("/x"), other);
        }
        assertThat(relations.areApart(below("/c"), other)).isTrue();
        assertThat(relations.questions()).isEqualTo(LanguageRelations.MAX_QUESTIONS);

        assertThat(relations.isPart(below("/a/c"), whole)).isFalse();
        assertThat(relations.areApart(below("/d"), other)).isFalse();
        assertThat(relations.isPart(part, whole)).isTrue();
        assertThat(relations.areApart(whole, other)).isTrue();
        assertThat(relations.isPart(other, other)).isTrue();
        assertThat(relations.questions()).isEqualTo(LanguageRelations.MAX_QUESTIONS);
    }
}
