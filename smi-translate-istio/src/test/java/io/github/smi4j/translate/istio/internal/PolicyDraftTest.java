package io.github.smi4j.translate.istio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.translate.istio.security.AuthorizationPolicy;
import io.github.smi4j.translate.istio.security.Condition;
import io.github.smi4j.translate.istio.security.Operation;
import io.github.smi4j.translate.istio.security.Rule;
import io.github.smi4j.translate.istio.security.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyDraftTest {
    private static final String VERSION = "security.istio.io/v1";

    private static PolicyDraft draft(String... labels) {
        TreeMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        return new PolicyDraft("shop", map);
    }

    private static Rule rule(String principal, String path) {
        return Rule.builder()
                .addFrom(Source.builder().addPrincipals(principal).build())
                .addTo(Operation.builder().addPort("80").addPaths(path).build())
                .build();
    }

    private static List<Rule> rules(int count) {
        return IntStream.range(0, count).mapToObj(i -> rule("a/" + i, "/")).toList();
    }

    private static List<AuthorizationPolicy> policies(List<Rule> rules) {
        PolicyDraft draft = draft("app", "web");
        draft.add(rules, List.of());
        return draft.policies(VERSION);
    }

    private static List<Rule> rulesOf(List<AuthorizationPolicy> policies) {
        return policies.stream().flatMap(p -> p.rules().stream()).toList();
    }

    @Test
    void policies_withoutRules_denyEverything() {
        assertThat(policies(List.of())).singleElement().satisfies(policy -> {
            assertThat(policy.rules()).isEmpty();
            assertThat(policy.matchLabels()).containsExactly(Map.entry("app", "web"));
            assertThat(policy.apiVersion()).isEqualTo(VERSION);
        });
    }

    @Test
    void policies_asManyRulesAsThereMayBe_areOne() {
        assertThat(policies(rules(512)))
                .singleElement()
                .satisfies(p -> assertThat(p.rules()).hasSize(512));
    }

    @Test
    void policies_oneRuleMore_areTwoOfDistinctNamesWithoutLoss() {
        List<Rule> rules = rules(513);
        List<AuthorizationPolicy> policies = policies(rules);

        assertThat(policies).extracting(p -> p.rules().size()).containsExactly(512, 1);
        assertThat(policies).extracting(p -> p.metadata().displayName()).doesNotHaveDuplicates();
        assertThat(policies).allMatch(p -> p.matchLabels().equals(Map.of("app", "web")));
        assertThat(rulesOf(policies)).isEqualTo(rules);
    }

    @Test
    void policies_manyRules_areAsManyAsNeeded() {
        assertThat(policies(rules(3 * 512))).hasSize(3);
        assertThat(policies(rules(3 * 512 + 1)))
                .hasSize(4)
                .extracting(p -> p.metadata().displayName())
                .doesNotHaveDuplicates();
    }

    @Test
    void policies_equalRules_areCountedOnce() {
        List<Rule> twice =
                Stream.concat(rules(512).stream(), rules(512).stream()).toList();

        assertThat(policies(twice)).hasSize(1);
    }

    @Test
    void policies_asManyCharactersAsThereMayBe_areOne() {
        int each = PolicyDraft.MAX_CHARACTERS / 2;
        Rule first = rule("a", "/" + "x".repeat(each - "a80/".length()));
        Rule second = rule("b", "/" + "x".repeat(each - "b80/".length()));

        assertThat(policies(List.of(first, second))).hasSize(1);
    }

    @Test
    void policies_oneCharacterMore_areTwo() {
        int each = PolicyDraft.MAX_CHARACTERS / 2;
        Rule first = rule("a", "/" + "x".repeat(each - "a80/".length()));
        Rule second = rule("b", "/" + "x".repeat(each - "b80/".length() + 1));
        List<AuthorizationPolicy> policies = policies(List.of(first, second));

        assertThat(policies)
                .hasSize(2)
                .extracting(p -> p.metadata().displayName())
                .doesNotHaveDuplicates();
        assertThat(rulesOf(policies)).containsExactly(first, second);
    }

    @Test
    void policies_charactersOfConditions_count() {
        String long_ = "x".repeat(PolicyDraft.MAX_CHARACTERS / 2);
        Rule conditional = Rule.builder()
                .from(rule("a", "/").from())
                .to(rule("a", "/").to())
                .addWhen(Condition.builder()
                        .key("request.headers[a]")
                        .addValues(long_)
                        .addNotValues(long_ + "y")
                        .build())
                .build();

        assertThat(policies(List.of(rule("b", "/"), conditional, rule("c", "/"))))
                .hasSize(3);
    }

    @Test
    void policies_otherRules_keepTheirNames() {
        List<String> names = names(rules(600));

        assertThat(names(rules(513))).isEqualTo(names);
        assertThat(names(rules(1))).isEqualTo(names.subList(0, 1));
        assertThat(names(List.of())).isEqualTo(names.subList(0, 1));
    }

    private static List<String> names(List<Rule> rules) {
        return policies(rules).stream().map(p -> p.metadata().displayName()).toList();
    }

    @Test
    void policies_otherLabels_haveOtherNames() {
        Stream<PolicyDraft> drafts = Stream.of(
                draft("app", "web"),
                draft("app", "web2"),
                draft("app-web", ""),
                draft("app", "web", "2", ""),
                draft("a", "pp=web"),
                draft("app", "web", "tier", "front"),
                draft("app", "web-tier-front"),
                draft("App", "web"));

        assertThat(drafts.map(draft -> {
                    draft.add(rules(513), List.of());
                    return draft.policies(VERSION).stream()
                            .map(p -> p.metadata().displayName())
                            .toList();
                }))
                .doesNotHaveDuplicates()
                .allSatisfy(names -> assertThat(names).hasSize(2).doesNotHaveDuplicates());
    }

    @Test
    void policies_longLabels_haveNamesThatFit() {
        String key = "example.com/" + "k".repeat(63);
        PolicyDraft draft = draft(key, "v".repeat(63), "x".repeat(63), "y".repeat(63));
        draft.add(rules(513), List.of());

        assertThat(draft.policies(VERSION))
                .extracting(p -> p.metadata().displayName())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
    }

    @Test
    void sources_ofAll_areSorted() {
        PolicyDraft draft = draft("app", "web");
        ResourceRef[] refs = Stream.of("c", "a", "b")
                .map(name -> new ResourceRef("access.smi-spec.io", "TrafficTarget", Optional.of("shop"), name))
                .toArray(ResourceRef[]::new);
        draft.add(rules(1), List.of(refs[0], refs[1]));
        draft.add(rules(2), List.of(refs[2], refs[0]));

        Arrays.sort(refs);
        assertThat(draft.sources()).containsExactly(refs);
    }
}
