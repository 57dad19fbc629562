package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The work of thousands of expressions: that of hostile ones ends, and that of ordinary ones is done. */
class ManyPatternsTest {
    @Test
    @Timeout(30)
    void languageOfPath_ofManyHostilePatterns_endsUnknown() {
        RegexBudget budget = RegexBudget.of(1_000_000);
        List<RegexLanguage> languages = RegexBudgetTest.hostile(budget, 20_000);
        assertThat(languages.get(0).isEmpty()).isEqualTo(Answer.NO);
        assertThat(languages.get(languages.size() - 1).isEmpty()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void default_ofThousandsOfOrdinaryPatterns_knowsAll() {
        RegexBudget budget = RegexBudget.of(RegexBudget.DEFAULT_STEPS);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            RegexLanguage wide = budget.languageOfPath(Parsing.accepted("/api/service-" + i + "(/.*)?$"));
            RegexLanguage narrow = budget.languageOfPath(Parsing.accepted("/api/service-" + i + "/orders/[0-9]+$"));
            answers.add(budget.isContained(narrow, wide));
        }
        assertThat(answers).containsOnly(Answer.YES);
    }
}
