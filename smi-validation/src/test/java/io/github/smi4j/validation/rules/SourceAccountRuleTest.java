package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.SmiValidator;
import io.github.smi4j.validation.ValidationCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Service accounts of sources that there are not. */
class SourceAccountRuleTest {
    private static final String RULES = "{kind: TCPRoute, name: ports}";
    private static final String ROUTE = Manifests.route("TCPRoute", "ports", "80");

    private static String target(String... sources) {
        return Manifests.target("a", String.join(", ", sources), RULES);
    }

    private static List<Diagnostic> findings(String... sources) {
        return Manifests.findings(
                ValidationCode.SOURCE_ACCOUNT_MISSING, Manifests.read(target(sources), ROUTE, Manifests.CLUSTER));
    }

    @Test
    void check_anAccountThatNothingHas_isFoundAtItsName() {
        assertThat(findings(
                        "{kind: ServiceAccount, name: edge, namespace: shop}",
                        "{kind: ServiceAccount, name: egde, namespace: shop}"))
                .extracting(Object::toString)
                .containsExactly(
                        "WARNING SMI2317 input.yaml:7:95 TrafficTarget shop/a spec.sources[1].name: no workload of"
                                + " the namespace shop runs under the service account \"egde\", and none is declared");
    }

    @Test
    void check_anAccountNearAKnownOne_helpsWithThat() {
        assertThat(findings("{kind: ServiceAccount, name: edg, namespace: shop}"))
                .extracting(Diagnostic::help)
                .containsExactly("Did you mean \"edge\"? " + ValidationCode.SOURCE_ACCOUNT_MISSING.help());
        assertThat(findings("{kind: ServiceAccount, name: quite-another, namespace: shop}"))
                .extracting(Diagnostic::help)
                .containsExactly(ValidationCode.SOURCE_ACCOUNT_MISSING.help());
    }

    @Test
    void check_aSourceWithoutNamespace_isOfTheTargets() {
        assertThat(findings("{kind: ServiceAccount, name: other}"))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "no workload of the namespace shop runs under the service account \"other\", and none is"
                                + " declared");
        assertThat(findings("{kind: ServiceAccount, name: edge}")).isEmpty();
    }

    @Test
    void check_anAccountOfAnotherNamespace_isLookedForThere() {
        String others = Manifests.workload("edge", "gateway").replace("shop", "ingress");
        String target = target(
                "{kind: ServiceAccount, name: gateway, namespace: ingress}",
                "{kind: ServiceAccount, name: edge, namespace: ingress}");
        assertThat(Manifests.lines(ValidationCode.SOURCE_ACCOUNT_MISSING, target, ROUTE, Manifests.CLUSTER, others))
                .hasSize(1)
                .first()
                .asString()
                .contains("spec.sources[1].name: no workload of the namespace ingress ");
    }

    @Test
    void check_anAccountThatIsDeclared_isKnown() {
        String account = """
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: other, namespace: shop}
                """;
        String target = target("{kind: ServiceAccount, name: other, namespace: shop}");
        assertThat(Manifests.lines(ValidationCode.SOURCE_ACCOUNT_MISSING, target, ROUTE, Manifests.CLUSTER, account))
                .isEmpty();
    }

    @Test
    void check_aNamespaceThatIsNotKnown_isNotJudged() {
        assertThat(findings("{kind: ServiceAccount, name: other, namespace: ingress}"))
                .isEmpty();
        String target = target("{kind: ServiceAccount, name: other, namespace: shop}");
        assertThat(Manifests.lines(ValidationCode.SOURCE_ACCOUNT_MISSING, target, ROUTE))
                .isEmpty();
    }

    @Test
    void check_aPartialInventory_isNotJudged() {
        PolicyOptions partial = PolicyOptions.builder()
                .set(PolicyOptions.PARTIAL_INVENTORY, true)
                .build();
        String target = target("{kind: ServiceAccount, name: other, namespace: shop}");
        SmiValidator validator = SmiValidator.builder().options(partial).build();
        assertThat(Manifests.lines(validator, Manifests.read(target, ROUTE, Manifests.CLUSTER)))
                .noneMatch(line -> line.contains("SMI2317"));
        assertThat(SmiValidator.create()
                        .validate(Manifests.read(target, ROUTE, Manifests.CLUSTER), Inventory.empty())
                        .all())
                .noneMatch(finding -> finding.code() == ValidationCode.SOURCE_ACCOUNT_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: IdentityBinding, name: other, namespace: shop}",
                "{kind: Group, name: other, namespace: shop}",
                "{kind: ServiceAccount, group: rbac.example, name: other, namespace: shop}",
                "{kind: ServiceAccount, name: 'other*', namespace: shop}",
                "{kind: ServiceAccount, name: edge, namespace: shop}"
            })
    void check_whatIsNoMissingAccount_isNotFound(String source) {
        assertThat(findings(source)).isEmpty();
    }

    @Test
    void check_anEmptyGroup_isNone() {
        assertThat(findings("{kind: ServiceAccount, group: '', name: other, namespace: shop}"))
                .hasSize(1);
    }
}
