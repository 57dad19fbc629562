package io.github.smi4j.diagnostic;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One finding: what was found, where, and what to do. Immutable. Its order is that of a report: by resource, then by
 * position and path, then by code.
 */
public final class Diagnostic implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    Diagnostic::resource, absentFirst(Comparator.<ResourceRef>naturalOrder()))
            .thenComparing(Diagnostic::position, absentFirst(Comparator.<SourcePosition>naturalOrder()))
            .thenComparing(Diagnostic::path)
            .thenComparing(d -> d.code.id())
            .thenComparing(Diagnostic::message)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::help);

    private final DiagnosticCode code;
    private final Severity severity;
    private final Optional<ResourceRef> resource;
    private final FieldPath path;
    private final Optional<SourcePosition> position;
    private final String message;
    private final String help;

    private Diagnostic(Builder builder) {
        this.code = builder.code;
        this.severity = builder.severity;
        this.resource = builder.resource;
        this.path = builder.path;
        this.position = builder.position;
        this.message = builder.message;
        this.help = builder.help;
    }

    private static <T> Comparator<Optional<T>> absentFirst(Comparator<T> order) {
        return (left, right) -> left.isPresent() && right.isPresent()
                ? order.compare(left.get(), right.get())
                : Boolean.compare(left.isPresent(), right.isPresent());
    }

    /** A finding of the given kind; message and help start as the code's summary and help. */
    public static Builder builder(DiagnosticCode code) {
        return new Builder(code);
    }

    /** The kind of finding. */
    public DiagnosticCode code() {
        return code;
    }

    /** How much it matters: the code's severity unless the finding was raised or lowered. */
    public Severity severity() {
        return severity;
    }

    /** What becomes of the part of the input that the finding is about. */
    public Effect effect() {
        return code.effect();
    }

    /** The resource it is about; absent where text could not be read as a resource. */
    public Optional<ResourceRef> resource() {
        return resource;
    }

    /** The field it is about, in the shape of the document that was read; the root where it is about the whole. */
    public FieldPath path() {
        return path;
    }

    /** Where the field stands in the text that was read; absent for resources that were built. */
    public Optional<SourcePosition> position() {
        return position;
    }

    /** What was given and what was expected, in one sentence without a full stop. */
    public String message() {
        return message;
    }

    /** What to do next. */
    public String help() {
        return help;
    }

    /** A builder that starts with this finding. */
    public Builder toBuilder() {
        Builder builder = new Builder(code);
        builder.severity = severity;
        builder.resource = resource;
        builder.path = path;
        builder.position = position;
        builder.message = message;
        builder.help = help;
        return builder;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Diagnostic that
                && code.id().equals(that.code.id())
                && severity == that.severity
                && resource.equals(that.resource)
                && path.equals(that.path)
                && position.equals(that.position)
                && message.equals(that.message)
                && help.equals(that.help);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code.id(), severity, resource, path, position, message, help);
    }

    /**
     * The finding on one line, without its help:
     * {@code ERROR SMI2104 shop.yaml:14:15 TrafficSplit shop/canary spec.backends[0].weight: must be …}.
     */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        line.append(severity).append(' ').append(code.id());
        position.ifPresent(p -> line.append(' ').append(p));
        resource.map(ResourceRef::toString)
                .filter(r -> !r.isEmpty())
                .ifPresent(r -> line.append(' ').append(r));
        if (!path.isRoot()) {
            line.append(' ').append(path);
        }
        line.append(": ").append(message);
        return UserText.visible(line.toString());
    }

    /** Collects the parts of a finding; not thread-safe. */
    public static final class Builder {
        private final DiagnosticCode code;
        private Severity severity;
        private Optional<ResourceRef> resource = Optional.empty();
        private FieldPath path = FieldPath.root();
        private Optional<SourcePosition> position = Optional.empty();
        private String message;
        private String help;

        private Builder(DiagnosticCode code) {
            this.code = Objects.requireNonNull(code, "code");
            this.severity = code.severity();
            this.message = code.summary();
            this.help = code.help();
        }

        /** Raises or lowers the finding; the default is the code's severity. */
        public Builder severity(Severity value) {
            this.severity = Objects.requireNonNull(value, "severity");
            return this;
        }

        /** The resource it is about. */
        public Builder resource(ResourceRef value) {
            this.resource = Optional.of(Objects.requireNonNull(value, "resource"));
            return this;
        }

        /** The field it is about; the default is the whole resource. */
        public Builder path(FieldPath value) {
            this.path = Objects.requireNonNull(value, "path");
            return this;
        }

        /** Where the field stands, if it came from text. */
        public Builder position(Optional<SourcePosition> value) {
            this.position = Objects.requireNonNull(value, "position");
            return this;
        }

        /** What was given and what was expected; the default is the code's summary. */
        public Builder message(String value) {
            this.message = Objects.requireNonNull(value, "message");
            return this;
        }

        /** What to do next; the default is the code's help. */
        public Builder help(String value) {
            this.help = Objects.requireNonNull(value, "help");
            return this;
        }

        /** The finding. */
        public Diagnostic build() {
            return new Diagnostic(this);
        }
    }
}
