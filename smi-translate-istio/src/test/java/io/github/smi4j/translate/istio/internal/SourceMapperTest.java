package io.github.smi4j.translate.istio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.translate.istio.security.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceMapperTest {
    private static List<String> accounts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "shop/a" + i).toList();
    }

    @Test
    void divided_nobody_isNone() {
        assertThat(SourceMapper.divided(List.of(), List.of())).isEmpty();
    }

    @Test
    void divided_asManyAccountsAsASourceMayHave_areOneSource() {
        assertThat(SourceMapper.divided(List.of(), accounts(16)))
                .singleElement()
                .satisfies(from -> assertThat(from)
                        .singleElement()
                        .satisfies(
                                source -> assertThat(source.serviceAccounts()).hasSize(16)));
    }

    @Test
    void divided_oneAccountMore_areTwoSourcesOfOneRule() {
        assertThat(SourceMapper.divided(List.of(), accounts(17)))
                .singleElement()
                .satisfies(from -> assertThat(from)
                        .extracting(source -> source.serviceAccounts().size())
                        .containsExactly(16, 1));
    }

    @Test
    void divided_moreSourcesThanARuleMayHave_areTwoRules() {
        List<String> accounts = accounts(16 * SourceMapper.MAX_SOURCES + 1);
        List<List<Source>> divided = SourceMapper.divided(List.of(), accounts);

        assertThat(divided).extracting(List::size).containsExactly(SourceMapper.MAX_SOURCES, 1);
        assertThat(divided.stream().flatMap(List::stream).flatMap(s -> s.serviceAccounts().stream()))
                .containsExactlyElementsOf(accounts);
    }

    @Test
    void divided_accountsAndPrincipals_areNeverInOneSource() {
        assertThat(SourceMapper.divided(List.of("partner.example/job"), accounts(1)))
                .extracting(from -> from.get(0).toTree())
                .containsExactly(
                        Map.of("principals", List.of("partner.example/job")),
                        Map.of("serviceAccounts", List.of("shop/a0")));
    }
}
