package io.github.smi4j.translate.linkerd.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.translate.linkerd.gateway.HeaderMatch;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is proved of two sets of requests. In the texts {@code >} is a prefix of segments, {@code =} one path, and anything else an
 * expression.
 */
class RequestSetTest {
    private final Requests requests = new Requests();
    private final LanguageRelations languages = new LanguageRelations();

    private RequestSet read(String text) {
        return requests.read(text);
    }

    @ParameterizedTest
    @CsvSource({
        "GET *, * *",
        "GET *, GET *",
        "* /a, * *",
        "* /a/b, * /a",
        "* /a/b$, * /a/[a-z]",
        "* =/a, * /a",
        "* >/a, * /a",
        "* * x-a=b, * *",
        "* * x-a=b, * * x-a=[a-c]",
        "* * x-a=b x-c=d, * * x-a=b",
        "GET /a/b x-a=b x-c=d, GET /a x-c=d"
    })
    void isPartOf_allOfWhichIsInTheOther_isProved(String part, String whole) {
        assertThat(read(part).isPartOf(read(whole), languages)).isTrue();
    }

    /** Who may send the whole would be let in for the part: what is wrong here lets somebody in whom SMI denies. */
    @ParameterizedTest
    @CsvSource({
        "* *, GET *",
        "POST *, GET *",
        "* *, * /a",
        "* /a, * /a/b",
        "* /a, * /b",
        "* /a/[a-z], * /a/b$",
        "* /a, * =/a",
        "* /a, * >/a",
        "* *, * * x-a=b",
        "* * x-c=b, * * x-a=b",
        "* * x-a=[a-c], * * x-a=b",
        "* * x-a=b, * * x-a=b x-c=d",
        "GET /a x-c=d, GET /a/b x-a=b x-c=d"
    })
    void isPartOf_someOfWhichIsNotInTheOther_isNot(String part, String whole) {
        assertThat(read(part).isPartOf(read(whole), languages)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET *, POST *",
        "* /a, * /b",
        "* /a/x, * /a/y",
        "* =/a, * /b",
        "* /a/[a-c]$, * /a/d",
        "* >/a, * /b",
        "* * x-a=b, * * x-a=c",
        "* * x-a=b x-c=d, * * x-a=b x-c=e",
        "GET /a x-a=b, GET /a x-a=c"
    })
    void isApartFrom_withoutACommonRequest_isProvedBothWays(String left, String right) {
        assertThat(read(left).isApartFrom(read(right), languages)).isTrue();
        assertThat(read(right).isApartFrom(read(left), languages)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "* *, * *",
        "GET *, * *",
        "GET *, GET *",
        "* /a, * *",
        "* /a, * /a",
        "* /a/b, * /a",
        "* =/a, * =/a",
        "* =/a/b, * /a",
        "* >/a, * /a/b",
        "* /a/[a-c], * /a/b",
        "* * x-a=b, * *",
        "* * x-a=b, * * x-c=d",
        "* * x-a=b, * * x-a=b",
        "* * x-a=[a-c], * * x-a=b"
    })
    void isApartFrom_withACommonRequest_isNot(String left, String right) {
        assertThat(read(left).isApartFrom(read(right), languages)).isFalse();
        assertThat(read(right).isApartFrom(read(left), languages)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "* *, * *, * *",
        "GET *, * /a, GET /a",
        "* /a, * /a/b, * /a/b",
        "* /a, * =/a, * =/a",
        "* /a, * * x-a=b, * /a x-a=b",
        "GET * x-c=d, * /a x-a=b, GET /a x-a=b x-c=d",
        "* * x-a=[a-c], * * x-a=b, * * x-a=b",
        "* * x-a=[a-c] x-c=d, * * x-a=b x-c=[c-d], * * x-a=b x-c=d"
    })
    void intersection_thatOneMatchCanSay_isThatMatch(String left, String right, String both) {
        String expected = read(both).key();
        assertThat(read(left).intersection(read(right), languages).map(RequestSet::key))
                .contains(expected);
        assertThat(read(right).intersection(read(left), languages).map(RequestSet::key))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "* /a, * /[a-b]$",
        "* /a, * /.*x",
        "* * x-a=a.*, * * x-a=.*b",
        "* /a x-a=a.*, * /a x-a=.*b",
        "* /a x-a=a.* x-c=d, * /a x-a=.*b x-c=d"
    })
    void intersection_thatNoMatchCanSay_isAbsent(String left, String right) {
        assertThat(read(left).intersection(read(right), languages)).isEmpty();
        assertThat(read(right).intersection(read(left), languages)).isEmpty();
    }

    /** So a Server with thousands of plain paths does not use up what may be asked. */
    @ParameterizedTest
    @CsvSource({"* /a, * /b", "* /a/b, * /a", "* /a, * *", "* =/a, * =/a", "* /a.*b, * *"})
    void questions_ofPathsThatNeedNone_areNotAsked(String left, String right) {
        read(left).isPartOf(read(right), languages);
        read(left).isApartFrom(read(right), languages);
        read(right).isApartFrom(read(left), languages);
        assertThat(languages.questions()).isZero();
    }

    /** Two expressions that are written in two ways and come out as one. */
    @Test
    void questions_ofOneHeaderTest_areNotAsked() {
        RequestSet left = header(RequestMapper.regex("a|b"));
        RequestSet right = header(RequestMapper.regex("(?:a|b)"));
        assertThat(left.isPartOf(right, languages)).isTrue();
        assertThat(left.isApartFrom(right, languages)).isFalse();
        assertThat(left.intersection(right, languages).map(RequestSet::key)).contains(left.key());
        assertThat(languages.questions()).isZero();
    }

    private RequestSet header(Regex value) {
        return new RequestSet(
                requests.any().path(),
                Optional.empty(),
                new TreeMap<>(Map.of(
                        "x-a",
                        new RequestSet.HeaderSet(new HeaderMatch("x-a", "^(?:a|b)$"), RegexLanguage.ofHeader(value)))));
    }

    /** By the longest part of the path, then by headers, then by the method. */
    @ParameterizedTest
    @CsvSource({
        // Of expressions the whole path counts, so that other tests decide.
        "* /a/b x-a=b, * /a",
        "GET /a/b, * /a",
        "GET /a/b x-a=b, GET /a",
        "* =/a x-a=b, * /a",
        // Of prefixes their length.
        "* >/a/b, * >/a",
        "* >/a, * *",
        "* >/a x-a=b, * >/a",
        "GET >/a, * >/a",
        "GET *, * *",
        "* * x-a=b, GET *",
        // An expression for longer paths alone, and one with more tests.
        "* /a/b, * >/a",
        "* /a, * *",
        "* /a$ x-a=b, * >/a",
        "GET /a$, * >/a"
    })
    void surelyBeats_whatLinkerdPrefersInAnyCase_isTrue(String part, String whole) {
        assertThat(read(part).surelyBeats(read(whole))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // Of one rank: the older counts.
        "* /a/b, * /a",
        "* =/a, * /a",
        "* *, * *",
        "GET *, GET *",
        "* >/a, * >/a",
        "* /a/b x-a=b, * /a x-c=d",
        // Fewer tests.
        "* /a/b, GET /a",
        "GET /a/b, * /a x-a=b",
        "GET *, GET * x-a=b",
        // A prefix counts less than the paths of an expression, and a short prefix less than a long one.
        "* >/a x-a=b, * /a",
        "* >/a/b, * /a",
        "* >/a/longer/than/the/expression, * /a",
        "* >/a, * >/a/b",
        "* >/ab, * >/cd",
        // One of whose paths counts no more than the prefix.
        "* /a$, * >/a",
        "* /a/, * >/a",
        "* /a/$, * >/a",
        "* /$, * *"
    })
    void surelyBeats_whatLinkerdMayTakeSecond_isFalse(String part, String whole) {
        assertThat(read(part).surelyBeats(read(whole))).isFalse();
    }

    @Test
    void toMatch_allTests_areInIt() {
        assertThat(read("GET /a x-c=d x-a=b").toMatch().toTree())
                .hasToString(
                        "{path={type=RegularExpression, value=(?:/a).*}, headers=[{type=RegularExpression, name=x-a,"
                                + " value=^(?:b)$}, {type=RegularExpression, name=x-c, value=^(?:d)$}], method=GET}");
    }
}
