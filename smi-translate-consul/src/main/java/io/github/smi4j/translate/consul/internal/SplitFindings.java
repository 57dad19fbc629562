package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.spi.TranslationOutput;

/** Reports what becomes of the splits of one root. Both share it; only the first has matches. */
final class SplitFindings {
    static final FieldPath SERVICE = FieldPath.of("spec", "service");
    static final FieldPath MATCHES = FieldPath.of("spec", "matches");
    static final FieldPath BACKENDS = FieldPath.of("spec", "backends");

    private final ResolvedSplit split;
    private final TranslationOutput out;

    SplitFindings(ResolvedSplit split, TranslationOutput out) {
        this.split = split;
        this.out = out;
    }

    /** The field that names a service: the root, or a backend. */
    FieldPath pathOf(ServiceName service) {
        return service.equals(split.root()) ? SERVICE : BACKENDS;
    }

    /** Reports for the whole root. */
    void report(ConsulCode code, FieldPath path, String message) {
        ResourceRef first = split.splits().get(0);
        boolean ofFirst = path.equals(MATCHES);
        split.splits().forEach(ref -> out.report(code, ref, ofFirst && !ref.equals(first) ? SERVICE : path, message));
    }

    /** Reports for the split that a route is of. */
    void report(ConsulCode code, SplitRoute route, FieldPath path, String message) {
        out.report(code, route.split(), path, message);
    }

    /** Reports for a port of the root, which the message ends with. */
    void reportPort(ConsulCode code, ServicePort port, String why) {
        String number = port.number() + (port.protocol() == TransportProtocol.TCP ? "" : "/" + port.protocol());
        report(code, SERVICE, why + " " + number + " of " + split.root().name() + "; the port stays unsplit");
    }
}
