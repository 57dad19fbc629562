package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** What is asked of ServiceDefaults. What opens a service in other ways than by its protocol is not known to the model. */
final class ServiceDefaultsRules {
    private static final List<String> PROTOCOLS = List.of("", "tcp", "http", "http2", "grpc");
    private static final List<String> MODES = List.of("", "strict", "permissive");
    private static final List<String> GATEWAYS = List.of("", "none", "local", "remote");

    private ServiceDefaultsRules() {}

    static void check(Map<?, ?> spec, Faults faults) {
        faults.checkFields(
                "the defaults",
                spec,
                "protocol:text",
                "mutualTLSMode:text",
                "balanceInboundConnections:text",
                "externalSNI:text",
                "localConnectTimeoutMs:whole",
                "localRequestTimeoutMs:whole",
                "maxInboundConnections:whole",
                "meshGateway:object",
                "transparentProxy:object");
        faults.checkOneOf("the protocol", Fields.text(spec, "protocol"), PROTOCOLS);
        faults.checkOneOf("the mutualTLSMode", Fields.text(spec, "mutualTLSMode"), MODES);
        faults.checkOneOf(
                "balanceInboundConnections",
                Fields.text(spec, "balanceInboundConnections"),
                List.of("", "exact_balance"));
        for (String field : List.of("localConnectTimeoutMs", "localRequestTimeoutMs", "maxInboundConnections")) {
            if (Fields.number(spec, field, 0) < 0) {
                faults.add(field + " is less than 0");
            }
        }
        Map<?, ?> gateway = Fields.object(spec, "meshGateway");
        faults.checkFields("meshGateway", gateway, "mode:text");
        faults.checkOneOf("the mode of meshGateway", Fields.text(gateway, "mode"), GATEWAYS);
        Map<?, ?> proxy = Fields.object(spec, "transparentProxy");
        faults.checkFields("transparentProxy", proxy, "outboundListenerPort:whole", "dialedDirectly:flag");
        if (Fields.number(proxy, "outboundListenerPort", 0) != 0) {
            faults.add("outboundListenerPort is an annotation of pods");
        }
    }
}
