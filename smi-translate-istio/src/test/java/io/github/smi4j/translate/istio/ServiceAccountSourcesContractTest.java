package io.github.smi4j.translate.istio;

import io.github.smi4j.testkit.bundle.BundleGenerator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The same for callers that are named by service account, which lets in those of other trust domains and nobody else. */
class ServiceAccountSourcesContractTest extends IstioContractTest {
    private static final int PART = 10;

    @Override
    protected BundleGenerator generator() {
        return BundleGenerator.create().withMeshSettings(ServiceAccountSourcesContractTest::settings);
    }

    private static Map<String, String> settings(Random random) {
        Map<String, String> settings = new HashMap<>(IstioCluster.settings(random));
        settings.put("source-style", "service-accounts");
        settings.put("istio-version", random.nextInt(4) == 0 ? "1.24" : "1.25");
        return settings;
    }

    @Override
    protected int bundles() {
        return Math.max(1, super.bundles() / PART);
    }
}
