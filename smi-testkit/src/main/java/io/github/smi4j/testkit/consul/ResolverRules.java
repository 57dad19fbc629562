package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** What is asked of ServiceResolvers. */
final class ResolverRules {
    private ResolverRules() {}

    static void check(Map<?, ?> spec, Faults faults) {
        faults.checkFields(
                "the resolver",
                spec,
                "connectTimeout:text",
                "requestTimeout:text",
                "defaultSubset:text",
                "subsets:object",
                "redirect:object",
                "failover:object",
                "loadBalancer:object",
                "prioritizeByLocality:object");
        if (!spec.containsKey("redirect")) {
            return;
        }
        Map<?, ?> redirect = Fields.object(spec, "redirect");
        faults.checkFields(
                "the redirect",
                redirect,
                "service:text",
                "serviceSubset:text",
                "namespace:text",
                "partition:text",
                "datacenter:text",
                "peer:text",
                "samenessGroup:text");
        if (redirect.isEmpty()) {
            faults.add("the redirect is empty");
        }
        if (!Fields.object(spec, "failover").isEmpty()) {
            faults.add("there is a redirect and failover");
        }
        checkRedirect(redirect, faults);
    }

    private static void checkRedirect(Map<?, ?> redirect, Faults faults) {
        String service = Fields.text(redirect, "service");
        if (service.isEmpty()) {
            for (String field : List.of("serviceSubset", "namespace", "partition", "peer")) {
                if (!Fields.text(redirect, field).isEmpty()) {
                    faults.add("the redirect has " + field + " without a service");
                }
            }
        } else {
            faults.checkService("the service of the redirect", service);
        }
        for (String far : List.of("samenessGroup", "peer")) {
            for (String field : List.of("serviceSubset", "partition", "datacenter")) {
                if (Faults.count(redirect, far, field) > 1) {
                    faults.add("the redirect has " + far + " and " + field);
                }
            }
        }
        if (Faults.count(redirect, "partition", "datacenter") > 1) {
            faults.add("the redirect has partition and datacenter");
        }
    }
}
