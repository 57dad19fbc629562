package io.github.smi4j.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody may have meant, at the limits of a slip and past them. */
class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        "checkuot, checkout",
        "chekout, checkout",
        "checkoutt, checkout",
        "chekot, checkout",
        "xxeckout, checkout",
        "xcheckoutx, checkout",
        "CHECKUOT, checkout",
        "checkout, CheckOut",
        "chec, checkout",
        "che, checkout",
        "CHE, checkout",
        "wet, web",
        "apix, apis",
        "abcxy, abcde"
    })
    void of_aSlip_findsTheName(String given, String known) {
        assertThat(NearestName.of(given, List.of("zzzzzzzz", known))).hasValue(known);
    }

    @ParameterizedTest
    @CsvSource({
        "chkot, checkout",
        "xxxckout, checkout",
        "ch, checkout",
        "xheckout-v, checkouts",
        "xy, ab",
        "wxy, web",
        "xb, ab",
        "abcxx, abcd",
        "abxy, abcd",
        "checkout-v1, checkout"
    })
    void of_whatDiffersMore_findsNothing(String given, String known) {
        assertThat(NearestName.of(given, List.of(known))).isEmpty();
    }

    @Test
    void of_several_findsTheNearestThenTheFirst() {
        assertThat(NearestName.of("checkot", List.of("checkoff", "checkout", "checkit")))
                .hasValue("checkout");
        assertThat(NearestName.of("checkot", List.of("checkit", "checkat"))).hasValue("checkit");
    }

    @Test
    void of_aBeginning_isBeforeASlip() {
        assertThat(NearestName.of("cart", List.of("carts-and-more", "card"))).hasValue("carts-and-more");
        assertThat(NearestName.of("car", List.of("card", "cart"))).hasValue("card");
    }

    @Test
    void of_nothingKnown_findsNothing() {
        assertThat(NearestName.of("web", List.of())).isEmpty();
        assertThat(NearestName.of("", List.of("web"))).isEmpty();
    }

    @Test
    void of_aNameOf253Letters_isTheLongest() {
        String longest = "a".repeat(253);
        assertThat(NearestName.of(longest, List.of(longest))).hasValue(longest);
        assertThat(NearestName.of(longest + "a", List.of(longest))).isEmpty();
        assertThat(NearestName.of(longest, List.of(longest + "a"))).isEmpty();
        assertThat(NearestName.of("aaa", List.of(longest + "a", longest))).hasValue(longest);
    }

    @Test
    void of_fiveHundredKnown_areAllThatAreCompared() {
        List<String> known = new ArrayList<>(IntStream.range(0, NearestName.MAX_COMPARED - 1)
                .mapToObj(i -> "zzz" + i)
                .toList());
        known.add("checkout");
        assertThat(NearestName.of("checkuot", known)).hasValue("checkout");
        known.add(0, "zzz");
        assertThat(NearestName.of("checkuot", known)).isEmpty();
    }

    @Test
    void help_ofACode_beginsWithTheName() {
        assertThat(NearestName.help(TextCode.SYNTAX, "wbe", List.of("webs"))).isEqualTo(TextCode.SYNTAX.help());
        assertThat(NearestName.help(TextCode.SYNTAX, "checkuot", List.of("checkout")))
                .isEqualTo("Did you mean \"checkout\"? " + TextCode.SYNTAX.help());
    }
}
