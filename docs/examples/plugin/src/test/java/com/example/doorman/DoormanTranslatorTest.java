package com.example.doorman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.MutualTls;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The translator as its users meet it: found as a service, with its option. */
class DoormanTranslatorTest {
    private static final ResourceSet SET = ResourceSet.of(
            TrafficTarget.builder()
                    .name("web-to-db")
                    .namespace("shop")
                    .destination(Subject.serviceAccount("db").inNamespace("shop"))
                    .addSource(Subject.serviceAccount("web").inNamespace("shop"))
                    .addRule(Rule.tcpRoute("postgres"))
                    .build(),
            TCPRoute.builder().name("postgres").namespace("shop").ports(5432).build());
    private static final Inventory CLUSTER = Inventory.builder()
            .addWorkload(Workload.builder()
                    .kind("Deployment")
                    .namespace("shop")
                    .name("db")
                    .serviceAccount("db")
                    .putLabel("app", "db")
                    .build())
            .build();

    private static Translation translate(PolicyOptions policy, TranslationOptions options) {
        Translator doorman = MeshTranslators.load().get("doorman");
        return doorman.translate(SET, CLUSTER, policy, options);
    }

    @Test
    void translate_optionGiven_isInEachList() {
        Translation translation = translate(
                PolicyOptions.defaults(),
                TranslationOptions.builder().set("log", "all").build());

        assertThat(translation.resources())
                .isNotEmpty()
                .allSatisfy(list -> assertThat(((Map<?, ?>) list.toTree().get("spec")).get("log"))
                        .isEqualTo("all"));
    }

    @Test
    void translate_optionWrong_saysWhatIsExpected() {
        TranslationOptions wrong =
                TranslationOptions.builder().set("log", "some").build();

        assertThatThrownBy(() -> translate(PolicyOptions.defaults(), wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none, refused or all");
    }

    @Test
    void translate_permissiveAskedFor_isReported() {
        Translation translation = translate(
                PolicyOptions.builder()
                        .set(PolicyOptions.MTLS, MutualTls.PERMISSIVE)
                        .build(),
                TranslationOptions.defaults());

        assertThat(translation.diagnostics())
                .extracting(finding -> finding.code())
                .contains(DoormanTranslator.Code.PLAIN_TEXT_REFUSED);
    }
}
