package io.github.smi4j.testkit.bundle;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.PodLabelSelector;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws identity bindings: by labels, by account, by SPIFFE id, and several at once. */
final class BindingDraw {
    static final List<String> NAMES = List.of("by-labels", "by-account", "by-spiffe", "by-both");
    static final String OWN_TRUST_DOMAIN = "corp.example";

    private final Random random;
    private final Oddity oddity;
    private final Inventory inventory;

    BindingDraw(Random random, Oddity oddity, Inventory inventory) {
        this.random = random;
        this.oddity = oddity;
        this.inventory = inventory;
    }

    IdentityBinding random(String name, String namespace) {
        boolean odd = inventory.workloads(namespace).isEmpty() || oddity.oneIn(2);
        return odd ? odd(name, namespace) : sound(name, namespace);
    }

    private IdentityBinding odd(String name, String namespace) {
        IdentityBinding.Builder binding = IdentityBinding.builder().name(name).namespace(namespace);
        if (name.equals("by-labels") || name.equals("by-both")) {
            binding.podLabelSelector(PodLabelSelector.of(oddity.pick(List.of(
                    Map.of("app", "w0"),
                    Map.of("app", "web"),
                    Map.of("tier", "front"),
                    Map.of("app", "w1", "tier", "back"),
                    Map.<String, String>of(),
                    Map.of("app", "w0", "tier", "no label!")))));
        }
        if (name.equals("by-account") || (name.equals("by-both") && oddity.oneIn(2))) {
            binding.serviceAccount(oddity.pick(ClusterDraw.ACCOUNTS));
        }
        if (!name.equals("by-labels")) {
            for (int i = 0; i < random.nextInt(3); i++) {
                binding.addSpiffeIdentity(oddity.pick(List.of(
                        "spiffe://partner.example/ns/shop/sa/web",
                        "spiffe://partner.example/batch/job",
                        "cluster.local/ns/" + namespace + "/sa/api",
                        OWN_TRUST_DOMAIN + "/ns/" + namespace + "/sa/db",
                        "spiffe://cluster.local/other",
                        "spiffe://partner.example/*")));
            }
        }
        return binding.build();
    }

    private IdentityBinding sound(String name, String namespace) {
        IdentityBinding.Builder binding = IdentityBinding.builder().name(name).namespace(namespace);
        Workload workload = oddity.pick(inventory.workloads(namespace));
        boolean alone = inventory.workloads(namespace).stream()
                        .filter(w -> w.serviceAccount().equals(workload.serviceAccount()))
                        .count()
                == 1;
        if (name.equals("by-labels") && alone) {
            String app = workload.labels().getOrDefault("app", "none");
            binding.podLabelSelector(PodLabelSelector.of(Map.of("app", app)));
        } else if (!name.equals("by-spiffe")) {
            binding.serviceAccount(workload.serviceAccount());
        }
        if (name.equals("by-spiffe") || name.equals("by-both")) {
            binding.addSpiffeIdentities("spiffe://partner.example/ns/shop/sa/web", "partner.example/batch/job");
        }
        return binding.build();
    }
}
