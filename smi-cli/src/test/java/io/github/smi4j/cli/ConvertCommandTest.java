package io.github.smi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConvertCommandTest {
    private static final String SPLIT = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata:
              name: beta
              namespace: shop
            spec:
              service: web
              matches:
              - kind: HTTPRouteGroup
                name: beta
              backends:
              - service: web-v2
                weight: 1
            """;
    private static final String GROUP = """
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata:
              name: beta
            spec:
              matches:
              - name: beta
                headers:
                  x-beta: "1"
            """;

    private static RunResult convert(String input, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "convert";
        System.arraycopy(args, 0, all, 1, args.length);
        all[all.length - 1] = "-";
        return RunResult.withInput(input, all);
    }

    @Test
    void sameMeaning_isWritten() {
        RunResult result = convert(SPLIT, "--to", "split.smi-spec.io/v1alpha3");

        assertThat(result).isEqualTo(new RunResult(0, "---\n" + SPLIT.replace("v1alpha4", "v1alpha3"), ""));
    }

    @Test
    void moreMeaning_isRefused() {
        RunResult result = convert(SPLIT, "--to", "split.smi-spec.io/v1alpha2");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("ERROR SMI7103 -:8:3 TrafficSplit shop/beta spec.matches: ")
                .endsWith("1 error, 0 warnings, 0 notes\nNo resources were written. Mend the errors, or accept that the"
                        + " result means more: --allow-widening.\n");
    }

    @Test
    void allowWidening_writesWithAWarning() {
        RunResult result = convert(SPLIT, "--to", "split.smi-spec.io/v1alpha2", "--allow-widening");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("split.smi-spec.io/v1alpha2").doesNotContain("matches");
        assertThat(result.err()).startsWith("WARNING SMI7104 ");
    }

    @Test
    void otherErrors_areNotToBeWidened() {
        RunResult result = convert(SPLIT.replace("weight: 1", "weight: many"), "--to", "split.smi-spec.io/v1alpha3");

        assertThat(result.err()).endsWith("No resources were written. Mend the errors.\n");
    }

    @Test
    void severalGroups_areGivenTogetherOrOneByOne() {
        String input = SPLIT + "---\n" + GROUP;
        RunResult together = convert(input, "--to", "split.smi-spec.io/v1alpha3,specs.smi-spec.io/v1alpha2");
        RunResult oneByOne = convert(input, "--to", "split.smi-spec.io/v1alpha3", "--to", "specs.smi-spec.io/v1alpha2");

        assertThat(together).isEqualTo(oneByOne);
        assertThat(together.out()).contains("split.smi-spec.io/v1alpha3", "specs.smi-spec.io/v1alpha2");
    }

    @Test
    void headers_areWrittenAsAList() {
        assertThat(convert(GROUP, "--to", "specs.smi-spec.io/v1alpha3", "--headers", "list")
                        .out())
                .contains("    headers:\n    - x-beta: \"1\"\n");
    }

    @Test
    void json_isAKubernetesList() {
        assertThat(convert(SPLIT, "--to", "split.smi-spec.io/v1alpha3", "-o", "json")
                        .out())
                .startsWith("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"List\",\n");
    }

    @Test
    void unknownVersion_listsThoseThereAre() {
        RunResult result = convert(SPLIT, "--to", "v1alpha2");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("smi: --to: SMI has no \"v1alpha2\"; it has access.smi-spec.io/v1alpha1, ");
    }

    @Test
    void twoVersionsOfOneGroup_areWrongUsage() {
        assertThat(convert(SPLIT, "--to", "split.smi-spec.io/v1alpha1", "--to", "split.smi-spec.io/v1alpha2"))
                .isEqualTo(new RunResult(2, "", "smi: --to: more than one version of split.smi-spec.io\n"));
    }

    @Test
    void withoutAVersion_isNamedWithoutAStackTrace() {
        assertThat(convert(SPLIT).err())
                .isEqualTo("smi: Missing required option: '--to=GROUP/VERSION'\nTry 'smi convert --help'.\n");
    }
}
