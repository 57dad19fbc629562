package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.internal.codec.Codecs;
import io.github.smi4j.internal.codec.Documents;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns the documents of one text into entries of a set; lists into their items. */
final class DocumentReader {
    private static final String LIST = "List";

    private final SourceText source;
    private int documents;

    DocumentReader(SourceText source) {
        this.source = source;
    }

    /** The resources of the next document, and what is wrong with it. */
    ResourceSet read(TextDocument document) {
        ResourceSet.Builder set = ResourceSet.builder();
        int number = documents++;
        if (document.root() != null) {
            readNode(document.root(), document.positions(), number, document, document.faults(), set);
        } else {
            document.faults().stream().filter(f -> !isReading(f)).forEach(set::addDiagnostic);
        }
        return set.build();
    }

    private void readNode(
            @Nullable Object node,
            Supplier<PositionNode> at,
            int number,
            TextDocument document,
            List<Diagnostic> faults,
            ResourceSet.Builder set) {
        if (!(node instanceof Map<?, ?> map)) {
            faults.forEach(set::addDiagnostic);
            set.addDiagnostic(Diagnostic.builder(TextCode.NOT_AN_OBJECT)
                    .position(Optional.of(at.get().position(source)))
                    .message("must be an object with apiVersion, kind and metadata, was "
                            + (node == null ? "null" : UserText.show(node)))
                    .build());
            return;
        }
        @SuppressWarnings("unchecked") // the tree builder makes string keys only
        Map<String, Object> tree = (Map<String, Object>) map;
        Optional<List<?>> items = Documents.items(tree);
        if (items.isPresent()) {
            readItems(items.get(), tree, at, number, document, faults, set);
            return;
        }
        if (isList(tree)) {
            reportListWithoutItems(tree, at, faults, set);
            return;
        }
        readObject(tree, at, number, faults, set);
    }

    private void readItems(
            List<?> items,
            Map<String, Object> list,
            Supplier<PositionNode> at,
            int number,
            TextDocument document,
            List<Diagnostic> faults,
            ResourceSet.Builder set) {
        Supplier<List<PositionNode>> places =
                () -> at.get().find(list, FieldPath.of("items")).children();
        ItemFaults itemFaults =
                faults.isEmpty() ? ItemFaults.none(items.size()) : ItemFaults.of(document, faults, places.get());
        itemFaults.ofTheList().forEach(set::addDiagnostic);
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            readNode(items.get(i), () -> places.get().get(place), number, document, itemFaults.of(i), set);
        }
    }

    /** What a list should hold is not known, and nothing of it may be lost in silence. */
    private void reportListWithoutItems(
            Map<String, Object> tree, Supplier<PositionNode> at, List<Diagnostic> faults, ResourceSet.Builder set) {
        faults.forEach(set::addDiagnostic);
        FieldPath items = FieldPath.of("items");
        PositionNode place = at.get().find(tree, items);
        set.addDiagnostic(Diagnostic.builder(tree.containsKey("items") ? TextCode.TYPE : TextCode.FIELD_MISSING)
                .path(items)
                .position(Optional.of(place.position(source)))
                .message(tree.containsKey("items") ? "must be a list" : "is missing: expected a list")
                .build());
    }

    /** A {@code List}, or the list of an SMI kind, without items is a fault; any other object may be called a list. */
    private static boolean isList(Map<String, Object> tree) {
        String kind = Documents.text(tree, "kind").orElse("");
        return kind.equals(LIST)
                || (kind.endsWith(LIST)
                        && ResourceKind.of(kind.substring(0, kind.length() - LIST.length()))
                                .isPresent());
    }

    private void readObject(
            Map<String, Object> tree,
            Supplier<PositionNode> at,
            int number,
            List<Diagnostic> faults,
            ResourceSet.Builder set) {
        TextOrigin origin = new TextOrigin(source, number, tree, at);
        OtherResource document = OtherResource.of(tree);
        if (Documents.isReadAsSmi(tree)) {
            Decoded<SmiResource> decoded = Codecs.decodeDocument(document.toTree(), Optional.of(origin));
            set.addRead(document, withTextFaults(decoded, faults, document), origin);
            return;
        }
        faults.stream().filter(f -> !isReading(f)).forEach(set::addDiagnostic);
        if (Documents.text(tree, "kind").isEmpty()) {
            boolean given = tree.containsKey("kind");
            report(
                    TextCode.KIND_MISSING,
                    given ? "kind must be a string" : "kind is missing",
                    document,
                    given ? FieldPath.of("kind") : FieldPath.root(),
                    origin,
                    set);
        } else if (Documents.isForeignKind(tree)) {
            String message = document.kind() + " is SMI's, the API group of " + UserText.show(document.apiVersion())
                    + " is not: not read as SMI";
            report(TextCode.GROUP_FOREIGN, message, document, FieldPath.of("apiVersion"), origin, set);
        }
        set.addRead(document, origin);
    }

    /** How a scalar was read is Kubernetes' own way, and nothing to say of what is not SMI's. */
    private static boolean isReading(Diagnostic fault) {
        return fault.severity() == Severity.WARNING;
    }

    private static void report(
            TextCode code,
            String message,
            OtherResource document,
            FieldPath path,
            TextOrigin origin,
            ResourceSet.Builder set) {
        set.addDiagnostic(Diagnostic.builder(code)
                .resource(document.ref())
                .path(path)
                .position(origin.position(path))
                .message(message)
                .build());
    }

    /** Where the text itself is at fault, what it says is not known: nothing of it is to be reasoned about. */
    private static Decoded<SmiResource> withTextFaults(
            Decoded<SmiResource> decoded, List<Diagnostic> faults, OtherResource document) {
        if (faults.isEmpty()) {
            return decoded;
        }
        List<Diagnostic> all = new ArrayList<>();
        List<Diagnostic> explained = new ArrayList<>();
        for (Diagnostic finding : decoded.diagnostics()) {
            if (faults.stream().anyMatch(f -> !isReading(f) && isWhere(f, finding))) {
                continue;
            }
            Optional<Diagnostic> cause = faults.stream()
                    .filter(f -> isReading(f) && f.position().equals(finding.position()))
                    .findFirst();
            cause.ifPresent(explained::add);
            all.add(cause.map(c -> explained(finding, c)).orElse(finding));
        }
        faults.stream()
                .filter(f -> !explained.contains(f))
                .forEach(f -> all.add(f.toBuilder().resource(document.ref()).build()));
        boolean broken = faults.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return Decoded.of(broken ? Optional.empty() : decoded.remainder(), all);
    }

    /** Whether a fault of the text is the value that a finding is about, or the first thing inside it. */
    private static boolean isWhere(Diagnostic fault, Diagnostic finding) {
        Optional<SourcePosition> inside = fault.position();
        Optional<SourcePosition> value = finding.position();
        if (inside.isEmpty()
                || value.isEmpty()
                || inside.get().line() != value.get().line()) {
            return false;
        }
        int from = value.get().column() - 1;
        int to = inside.get().column() - 1;
        String line = value.get().sourceLine().orElse("");
        if (from > to || to > line.length()) {
            return false;
        }
        // An object is found at its key where it stands on the same line.
        String before = line.substring(from, to);
        int key = before.indexOf(": ");
        return before.substring(key + 1).chars().allMatch(c -> "{[ ".indexOf(c) >= 0);
    }

    /** A value of the wrong type may be one because of how its text is read: one cause is one finding. */
    private static Diagnostic explained(Diagnostic finding, Diagnostic cause) {
        return finding.toBuilder()
                .message(finding.message() + "; " + cause.message())
                .help(cause.help())
                .build();
    }
}
