package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.AccessQuestion;
import io.github.smi4j.policy.Callee;
import io.github.smi4j.policy.Caller;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Traffic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code smi explain}: may A call B, and why. */
@Command(
        name = "explain",
        description = "Says whether SMI lets somebody call somebody, and why; or who may call whom at all.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "The first line is the verdict: ALLOWED, DENIED, MIXED, NOT GOVERNED, or DEPENDS ON what is not known. Without"
                    + " --method, --path and --header the question is about a TCP connection that carries no HTTP."
        })
final class ExplainCommand implements Callable<Integer> {
    /** The values of {@code -o}. */
    enum Format {
        text,
        json
    }

    private static final String SERVICE = "svc:";
    private static final String SPIFFE = "spiffe://";

    @Mixin
    private Streams streams = new Streams();

    @Mixin
    private InputPaths input = new InputPaths();

    @ParentCommand
    private @Nullable Smi smi;

    @Option(names = "--from", paramLabel = "NS/SA", description = "Who calls: a service account, or a SPIFFE id.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "NS/SA|svc:NS/NAME",
            description = "Who is called: the pods of a service account, or a Service.")
    private @Nullable String to;

    @Option(names = "--port", paramLabel = "N", description = "The port of the Service; without it all ports.")
    private @Nullable Integer port;

    @Option(names = "--method", paramLabel = "M", description = "The method of the HTTP request; GET unless set.")
    private @Nullable String method;

    @Option(names = "--path", paramLabel = "P", description = "The path of the HTTP request; / unless set.")
    private @Nullable String path;

    @Option(names = "--header", paramLabel = "K=V", description = "A header of the HTTP request. May be repeated.")
    private List<String> headers = List.of();

    @Option(names = "--udp", description = "The question is about UDP.")
    private boolean udp;

    @Option(names = "--all", description = "Shows all that is allowed, from --from and to --to if they are given.")
    private boolean all;

    @Option(names = "--option", paramLabel = "K=V", description = "Sets an option of the reading; see 'smi meshes -v'.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "-o",
            paramLabel = "FORMAT",
            description = "Writes the answer as ${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Override
    public Integer call() {
        PolicyOptions reading = OptionTexts.of(options, List.of()).policy();
        Function<Evaluator, Answer> asked = asked();
        ResourceSet set = input.read(Objects.requireNonNull(smi, "smi"));
        Inventory inventory = reading.inventoryOf(set);
        ResolvedPolicy policy = ResolvedPolicy.of(set, reading, inventory);
        Answer answer = asked.apply(Evaluator.of(policy, inventory));
        streams.print(
                format == Format.text ? answer.text() : ManifestWriter.json().write(answer::tree), "the answer");
        warnOfErrors(set, policy);
        return ExitStatus.DONE;
    }

    /** What is asked, told to be wrong before anything is read. */
    private Function<Evaluator, Answer> asked() {
        try {
            if (all) {
                Optional<Caller> sender = Optional.ofNullable(from).map(ExplainCommand::caller);
                Optional<Callee> receiver = Optional.ofNullable(to).map(ExplainCommand::callee);
                requireTable(receiver);
                return evaluator -> AccessTable.of(evaluator, sender, receiver);
            }
            AccessQuestion question = question();
            return evaluator -> new DecisionText(question, evaluator.decide(question));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void requireTable(Optional<Callee> receiver) {
        if (port != null || method != null || path != null || udp || !headers.isEmpty()) {
            throw new UsageException("--all shows every port and request: it has --from and --to alone");
        }
        if (receiver.filter(Callee.Service.class::isInstance).isPresent()) {
            throw new UsageException("--all --to must be NS/SA, since access is granted at pods, was "
                    + UserText.show(String.valueOf(to)));
        }
    }

    /** What is at fault allows nothing, which may be why something is denied. */
    private void warnOfErrors(ResourceSet set, ResolvedPolicy policy) {
        int errors = FindingSummary.count(set.diagnostics(), Severity.ERROR)
                + FindingSummary.count(policy.diagnostics(), Severity.ERROR);
        if (errors > 0) {
            streams.err()
                    .println(FindingSummary.counted(errors, "error")
                            + " in the input, and what is at fault allows nothing: see 'smi validate'.");
            streams.err().flush();
        }
    }

    private AccessQuestion question() {
        return new AccessQuestion(
                caller(required(from, "--from")),
                callee(required(to, "--to")),
                port == null ? OptionalInt.empty() : OptionalInt.of(port),
                traffic());
    }

    private static String required(@Nullable String value, String option) {
        if (value == null) {
            throw new UsageException(option + " is missing; or ask for everything with --all");
        }
        return value;
    }

    private Traffic traffic() {
        boolean http = method != null || path != null || !headers.isEmpty();
        if (udp && http) {
            throw new UsageException("--udp has no --method, --path or --header");
        }
        if (udp) {
            return Traffic.udp();
        }
        if (!http) {
            return Traffic.tcp();
        }
        Traffic.Http request = Traffic.http(
                Optional.ofNullable(method).orElse("GET"),
                Optional.ofNullable(path).orElse("/"));
        for (String header : headers) {
            int equals = header.indexOf('=');
            if (equals < 0) {
                throw new UsageException("--header must be K=V, was " + UserText.show(header));
            }
            request = request.header(header.substring(0, equals), header.substring(equals + 1));
        }
        return request;
    }

    private static Caller caller(String text) {
        if (text.startsWith(SPIFFE)) {
            return Caller.spiffe(text);
        }
        String[] parts = parts(text, "--from", "NS/SA, for example shop/web, or spiffe://…");
        return Caller.serviceAccount(parts[0], parts[1]);
    }

    private static Callee callee(String text) {
        boolean service = text.startsWith(SERVICE);
        String[] parts = parts(
                service ? text.substring(SERVICE.length()) : text,
                "--to",
                "NS/SA, for example shop/web, or svc:NS/NAME");
        return service ? Callee.service(parts[0], parts[1]) : Callee.serviceAccount(parts[0], parts[1]);
    }

    private static String[] parts(String text, String option, String expected) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !DnsNames.isLabel(parts[0]) || !DnsNames.isSubdomain(parts[1])) {
            throw new UsageException(option + " must be " + expected + ", was " + UserText.show(text));
        }
        return parts;
    }
}
