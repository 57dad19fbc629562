package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The work of many expressions is bounded together, and ordinary ones do not feel it. */
class RegexBudgetTest {
    private static Regex regex(String pattern) {
        return ((RegexResult.Parsed) Regex.parse(pattern)).regex();
    }

    static List<RegexLanguage> hostile(RegexBudget budget, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> budget.languageOfPath(regex("/x" + i + "(a|b)*a(a|b){9}")))
                .toList();
    }

    @Test
    void of_lessThanAStep_isRefused() {
        assertThatThrownBy(() -> RegexBudget.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a budget is at least 1 step, was 0");
        assertThat(RegexBudget.of(1).languageOfPath(regex("/a")).isEmpty()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void languageOfPath_afterTheBudgetIsUsedUp_isUnknownForEveryPattern() {
        RegexBudget budget = RegexBudget.of(100_000);
        RegexLanguage before = budget.languageOfPath(regex("/a"));
        hostile(budget, 200);
        assertThat(budget.languageOfPath(regex("/a")).isEmpty()).isEqualTo(Answer.UNKNOWN);
        assertThat(budget.languageOfHeader(regex("a")).isEmpty()).isEqualTo(Answer.UNKNOWN);
        assertThat(budget.isContained(before, before)).isEqualTo(Answer.UNKNOWN);
        assertThat(before.isContainedIn(before)).isEqualTo(Answer.YES);
    }

    @Test
    void languageOfPath_ofOneBudget_doesNotSpendAnother() {
        hostile(RegexBudget.of(100_000), 200);
        assertThat(RegexBudget.of(100_000).languageOfPath(regex("/a")).isEmpty())
                .isEqualTo(Answer.NO);
    }

    @Test
    void isContained_ofManyComparisons_endsUnknown() {
        RegexBudget budget = RegexBudget.of(100_000);
        RegexLanguage narrow = budget.languageOfPath(regex("/api/v[0-9]+/[a-z]+"));
        RegexLanguage wide = budget.languageOfPath(regex("/api"));
        assertThat(budget.isContained(narrow, wide)).isEqualTo(Answer.YES);
        Answer last = Answer.YES;
        for (int i = 0; i < 100_000 && last != Answer.UNKNOWN; i++) {
            last = budget.isContained(narrow, wide);
        }
        assertThat(last).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void isContained_ofAPathAndAHeader_isRefused() {
        RegexBudget budget = RegexBudget.of(RegexBudget.DEFAULT_STEPS);
        RegexLanguage path = budget.languageOfPath(regex("/a"));
        RegexLanguage header = budget.languageOfHeader(regex("/a"));
        assertThatThrownBy(() -> budget.isContained(path, header)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void default_ofOneHostilePattern_leavesEnoughForOthers() {
        RegexBudget budget = RegexBudget.of(RegexBudget.DEFAULT_STEPS);
        assertThat(budget.languageOfPath(regex("/(a|b)*a(a|b){20}")).isEmpty()).isEqualTo(Answer.UNKNOWN);
        assertThat(budget.languageOfPath(regex("/a")).isEmpty()).isEqualTo(Answer.NO);
    }

    @Test
    void ordinaryLanguages_underABudget_areThoseWithout() {
        RegexBudget budget = RegexBudget.of(RegexBudget.DEFAULT_STEPS);
        for (String pattern : List.of("/api", "/a|/b$", "/[a-z]+/[0-9]{2,4}$", ".*\\.css$")) {
            assertThat(budget.languageOfPath(regex(pattern)).equalTo(RegexLanguage.ofPath(regex(pattern))))
                    .isEqualTo(Answer.YES);
            assertThat(budget.languageOfHeader(regex(pattern)).equalTo(RegexLanguage.ofHeader(regex(pattern))))
                    .isEqualTo(Answer.YES);
        }
    }
}
