package io.github.smi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateCommandTest {
    private static final String SPLIT = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata:
              name: canary
              namespace: shop
            spec:
              service: web
              backends:
              - service: web-v1
                weight: 90
              - service: web-v2
                weight: 10
            """;
    private static final String TARGET = """
            ---
            apiVersion: access.smi-spec.io/v1alpha3
            kind: TrafficTarget
            metadata:
              name: edge
              namespace: shop
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: payments}
              sources: [{kind: ServiceAccount, name: edge}]
              rules: [{kind: HTTPRouteGroup, name: all}]
            """;

    @TempDir
    Path directory;

    @Test
    void resources_goToStandardOutput_findingsToStandardError() {
        RunResult result = RunResult.withInput(SPLIT, "translate", "--to", "istio", "-");

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("---\napiVersion: networking.istio.io/v1\nkind: VirtualService\n");
        assertThat(result.err()).contains("WARNING SMI4009 -:7:12 TrafficSplit shop/canary spec.service: ");
    }

    @Test
    void errors_writeNoResources() {
        RunResult result = RunResult.withInput(SPLIT + TARGET, "translate", "--to", "istio", "-");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("""
                        ERROR SMI2301 -:20:61 TrafficTarget shop/edge spec.destination.namespace: is "payments", expected the namespace of the TrafficTarget, shop
                          20 |   destination: {kind: ServiceAccount, name: web, namespace: payments}
                             |                                                             ^
                          help: Move the TrafficTarget into the namespace of its destination, whose owner grants access.
                        """)
                .endsWith("No resources were written. Mend the errors, or accept them: --accept SMI2301\n");
    }

    @Test
    void acceptedErrors_writeResources() {
        RunResult result =
                RunResult.withInput(SPLIT + TARGET, "translate", "--to", "istio", "--accept", "SMI2301", "-");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("kind: VirtualService");
        assertThat(result.err()).contains("ERROR SMI2301").doesNotContain("No resources were written");
    }

    @Test
    void force_writesResources_andListsWhatItOverrides() {
        RunResult result = RunResult.withInput(SPLIT + TARGET, "translate", "--to", "istio", "--force", "-");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("kind: VirtualService");
        assertThat(result.err()).endsWith("1 resource was written in spite of SMI2301 (--force).\n");
    }

    @Test
    void accept_ofWhatIsNoCode_isWrongUsage() {
        RunResult result = RunResult.withInput(SPLIT, "translate", "--to", "istio", "--accept", "smi2301", "-");

        assertThat(result)
                .isEqualTo(new RunResult(
                        2, "", "smi: --accept must be the code of a finding, for example SMI3001, was \"smi2301\"\n"));
    }

    @Test
    void missingFile_isNamed() {
        Path missing = directory.resolve("missing.yaml");
        RunResult result = RunResult.of("translate", "--to", "istio", missing.toString());

        assertThat(result).isEqualTo(new RunResult(2, "", "smi: cannot read " + missing + ": there is no such file\n"));
    }

    @Test
    void emptyDirectory_isSaidToBe() {
        RunResult result = RunResult.of("translate", "--to", "istio", directory.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("smi: the directory " + directory
                        + " has no manifests: expected *.yaml, *.yml or *.json files\n");
    }

    @Test
    void unknownMesh_listsThoseInstalled() {
        RunResult result = RunResult.withInput(SPLIT, "translate", "--to", "kuma", "-");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        "smi: no translator to \"kuma\" is installed: there are consul, istio, linkerd; add its artifact, for"
                                + " example io.github.smi4j:smi-translate-kuma\n");
    }

    @Test
    void unknownOption_listsThoseThereAre() {
        RunResult result = RunResult.withInput(SPLIT, "translate", "--to", "istio", "--option", "version=1", "-");

        assertThat(result)
                .isEqualTo(
                        new RunResult(
                                2,
                                "",
                                "smi: no option \"version\"; the options are cluster-domain, default-deny, default-namespace, istio-version, mtls, partial-inventory, root-namespace, source-style, trust-domain, workload-label\n"));
    }

    @Test
    void wrongOptionValue_saysWhatIsExpected() {
        RunResult result =
                RunResult.withInput(SPLIT, "translate", "--to", "istio", "--option", "istio-version=1.9", "-");

        assertThat(result)
                .isEqualTo(new RunResult(
                        2, "", "smi: option istio-version must be 1.15 or newer, for example 1.24, was \"1.9\"\n"));
    }

    @Test
    void options_ofMeshAndReading_areBothTaken() {
        RunResult result = RunResult.withInput(
                SPLIT,
                "translate",
                "--to",
                "istio",
                "--option",
                "istio-version=1.20",
                "--option",
                "cluster-domain=corp.internal",
                "-");

        assertThat(result.out()).contains("apiVersion: networking.istio.io/v1beta1", "web.shop.svc.corp.internal");
    }

    @Test
    void json_isAKubernetesList() {
        RunResult result = RunResult.withInput(SPLIT, "translate", "--to", "istio", "-o", "json", "-");

        assertThat(result.out()).startsWith("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"List\",\n");
    }

    @Test
    void jsonReport_hasEveryPartOfAFinding() {
        RunResult result = RunResult.withInput(TARGET, "translate", "--to", "istio", "--report", "json", "-");

        assertThat(result.err()).contains("""
                            {
                              "code": "SMI2301",
                              "severity": "ERROR",
                              "effect": "DROPPED",
                              "resource": {
                                "group": "access.smi-spec.io",
                                "kind": "TrafficTarget",
                                "namespace": "shop",
                                "name": "edge"
                              },
                              "path": "spec.destination.namespace",
                              "position": {
                                "file": "-",
                                "line": 8,
                                "column": 61
                              },
                        """);
    }

    @Test
    void sarifReport_goesToTheFile() throws IOException {
        Path report = directory.resolve("smi.sarif");
        RunResult result = RunResult.withInput(
                TARGET, "translate", "--to", "istio", "--report", "sarif", "--report-file", report.toString(), "-");

        assertThat(result.err())
                .isEqualTo("1 error, 0 warnings, 0 notes\n"
                        + "No resources were written. Mend the errors, or accept them: --accept SMI2301\n");
        assertThat(Files.readString(report))
                .contains("\"version\": \"2.1.0\"", "\"ruleId\": \"SMI2301\"", "\"startLine\": 8");
    }

    @Test
    void hostileText_cannotSteerTheTerminal() {
        RunResult result = RunResult.withInput(
                SPLIT.replace("service: web-v2", "service: \"web\\e[2J\\u202e\""), "translate", "--to", "istio", "-");

        assertThat(result.err()).contains("\\u001b[2J\\u202e").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void percentSignsAndBraces_ofUsers_arePrintedAsTheyAre() {
        RunResult result = RunResult.withInput(
                SPLIT.replace("service: web-v2", "service: '%s${1+1}@|red x|@'"), "translate", "--to", "istio", "-");

        assertThat(result.err()).contains("%s${1+1}@|red x|@");
    }

    @Test
    void emptyInput_isSaidToBe() {
        assertThat(RunResult.withInput("# nothing\n", "translate", "--to", "istio", "-"))
                .isEqualTo(new RunResult(2, "", "smi: the input has no documents\n"));
    }

    @Test
    void emptyPath_isNotTheWorkingDirectory() {
        assertThat(RunResult.of("translate", "--to", "istio", ""))
                .isEqualTo(new RunResult(2, "", "smi: a PATH is empty; for the current directory write .\n"));
    }

    @Test
    void standardInputTwice_isWrongUsage() {
        assertThat(RunResult.withInput(SPLIT, "translate", "--to", "istio", "-", "-"))
                .isEqualTo(new RunResult(2, "", "smi: standard input (-) can be read once only\n"));
    }

    @Test
    void reportThatCannotBeWritten_leavesNoResourcesOnStandardOutput() {
        Path report = directory.resolve("missing").resolve("report.txt");
        RunResult result =
                RunResult.withInput(SPLIT, "translate", "--to", "istio", "--report-file", report.toString(), "-");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void resourcesThatCannotBeWritten_areAnError() {
        StringWriter err = new StringWriter();
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        InputStream in = new ByteArrayInputStream(SPLIT.getBytes(StandardCharsets.UTF_8));
        int status = Smi.commandLine(in, new PrintWriter(full), new PrintWriter(err, true))
                .execute("translate", "--to", "istio", "-");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).endsWith("smi: cannot write the resources to standard output\n");
    }

    @Test
    void acceptedCodeWithoutAFinding_isTold() {
        RunResult result = RunResult.withInput(SPLIT, "translate", "--to", "istio", "--accept", "SMI9999", "-");

        assertThat(result.err()).endsWith("--accept SMI9999: there is no such finding.\n");
    }

    @Test
    void brokenPlugin_isNamed() throws IOException {
        Path jar = Files.writeString(directory.resolve("mesh.jar"), "junk");
        RunResult result = RunResult.of("meshes", "--plugins", directory.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("smi: cannot read the plugin " + jar + ": ");
    }

    @Test
    void withoutACommand_saysWhichThereAre() {
        assertThat(RunResult.of())
                .isEqualTo(
                        new RunResult(
                                2,
                                "",
                                "smi: a command is missing: validate, translate, convert, explain or meshes\nTry 'smi --help'.\n"));
    }

    @Test
    void missingArgument_isNamedWithoutAStackTrace() {
        RunResult result = RunResult.of("translate", "--to", "istio");

        assertThat(result)
                .isEqualTo(
                        new RunResult(2, "", "smi: Missing required parameter: 'PATH'\nTry 'smi translate --help'.\n"));
    }

    @Test
    void version_isThatOfTheBuild() {
        assertThat(RunResult.of("--version").out()).isEqualTo("smi " + System.getProperty("smi4j.version") + "\n");
    }

    @Test
    void meshes_listsNames() {
        assertThat(RunResult.of("meshes")).isEqualTo(new RunResult(0, "consul\nistio\nlinkerd\n", ""));
    }

    @Test
    void pluginsDirectoryWithoutJars_isWrongUsage() {
        assertThat(RunResult.of("meshes", "--plugins", directory.toString()))
                .isEqualTo(new RunResult(2, "", "smi: the plugins directory " + directory + " has no *.jar files\n"));
    }

    private static final String ACCESS = """
            apiVersion: access.smi-spec.io/v1alpha3
            kind: TrafficTarget
            metadata: {name: edge, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources: [{kind: ServiceAccount, name: edge, namespace: shop}]
              rules: [{kind: TCPRoute, name: any}]
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: TCPRoute
            metadata: {name: any, namespace: shop}
            spec: {matches: {}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web, containers: [{name: main, ports: [{containerPort: 8080}]}]}
            """;

    @Test
    void patches_withoutAFile_areNotWritten() {
        RunResult result = RunResult.withInput(ACCESS, "translate", "--to", "linkerd", "-");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("kind: Server\n").doesNotContain("kind: Namespace\n");
        assertThat(result.err()).contains("1 patch was not written", "--patches F", "--server-side");
    }

    @Test
    void patches_withAFile_areWrittenThere() throws IOException {
        Path patches = directory.resolve("patches.yaml");
        RunResult result =
                RunResult.withInput(ACCESS, "translate", "--to", "linkerd", "--patches", patches.toString(), "-");

        assertThat(result.status()).isZero();
        assertThat(result.out()).doesNotContain("kind: Namespace\n");
        assertThat(result.err()).doesNotContain("not written");
        assertThat(Files.readString(patches))
                .startsWith("---\napiVersion: v1\nkind: Namespace\n")
                .contains("config.linkerd.io/default-inbound-policy: deny")
                .doesNotContain("managed-by");
    }

    @Test
    void patches_intoAFolderThatIsNotThere_saysSo() {
        String missing = directory.resolve("missing/patches.yaml").toString();
        RunResult result = RunResult.withInput(ACCESS, "translate", "--to", "linkerd", "--patches", missing, "-");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("cannot write the patches to ");
    }

    @Test
    void patches_whereErrorsStopTheOutput_areNotWritten() {
        Path patches = directory.resolve("patches.yaml");
        RunResult result = RunResult.withInput(
                ACCESS + TARGET, "translate", "--to", "linkerd", "--patches", patches.toString(), "-");

        assertThat(result.status()).isEqualTo(1);
        assertThat(patches).doesNotExist();
    }
}
