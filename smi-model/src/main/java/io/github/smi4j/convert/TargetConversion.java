package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** TrafficTarget: the destination's port up to v1alpha2, {@code spec} and {@code rules} since v1alpha2, bindings since v1alpha4. */
final class TargetConversion {
    private static final FieldPath DESTINATION = FieldPath.of("spec", "destination");
    private static final FieldPath SOURCES = FieldPath.of("spec", "sources");

    private TargetConversion() {}

    static Optional<TargetWithRoutes> convert(Step<TrafficTarget> step, PortRoutes routes) {
        TrafficTarget target = step.resource();
        Optional<List<Subject>> sources = subjects(step);
        Optional<UnknownFieldsMove> unknown = UnknownFieldsMove.of(step, target.otherSpec(), target.other());
        Optional<TargetWithRoutes> ported = port(step, routes);
        return sources.flatMap(s -> unknown.flatMap(u -> ported.map(p -> p.with(p.target().toBuilder()
                .apiVersion(step.apiVersion())
                .sources(s)
                .otherSpec(u.ofSpec())
                .other(u.ofDocument())
                .build()))));
    }

    private static boolean isBinding(Subject subject) {
        return subject.kind().equals(ResourceKind.IDENTITY_BINDING.kind());
    }

    /** The sources that the version has a word for; absent, and reported, where it has none for the destination. */
    private static Optional<List<Subject>> subjects(Step<TrafficTarget> step) {
        TrafficTarget target = step.resource();
        if (step.isTo("v1alpha4")) {
            return Optional.of(target.sources());
        }
        if (isBinding(target.destination())) {
            step.report(
                    ConversionCode.DESTINATION_NOT_IN_VERSION,
                    DESTINATION.field("kind"),
                    "refers to an IdentityBinding, which " + step.apiVersion() + " does not have");
            return Optional.empty();
        }
        List<Subject> sources = new ArrayList<>();
        for (int i = 0; i < target.sources().size(); i++) {
            Subject source = target.sources().get(i);
            if (isBinding(source)) {
                step.report(
                        ConversionCode.SOURCE_LEFT_OUT,
                        SOURCES.index(i),
                        "the IdentityBinding " + UserText.show(source.name()) + " was left out: " + step.apiVersion()
                                + " has service accounts alone");
            } else {
                sources.add(source);
            }
        }
        return Optional.of(sources);
    }

    private static Optional<TargetWithRoutes> port(Step<TrafficTarget> step, PortRoutes routes) {
        TrafficTarget target = step.resource();
        OptionalInt port = target.destinationPort();
        boolean versionHasPort = step.isTo("v1alpha1", "v1alpha2");
        if (port.isPresent() && hasBinding(target)) {
            step.report(
                    ConversionCode.PORT_NOT_CONVERTED,
                    DESTINATION.field("port"),
                    "stands together with an IdentityBinding, which no version of access has");
            return Optional.empty();
        }
        if (port.isPresent() && !versionHasPort) {
            return new PortToRoutes(step, port.getAsInt(), routes).convert();
        }
        return port.isEmpty() && versionHasPort
                ? Optional.of(new PortFromRoutes(step, routes).convert())
                : Optional.of(TargetWithRoutes.of(target));
    }

    private static boolean hasBinding(TrafficTarget target) {
        return isBinding(target.destination()) || target.sources().stream().anyMatch(TargetConversion::isBinding);
    }
}
