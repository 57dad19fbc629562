package io.github.smi4j.translate.consul.config;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.Map;

/** A config entry as a custom resource of consul-k8s ({@code consul.hashicorp.com/v1alpha1}). Immutable. */
public sealed interface ConfigEntry extends MeshResource
        permits ServiceDefaults, ServiceIntentions, ServiceResolver, ServiceRouter, ServiceSplitter {
    @Override
    default String apiVersion() {
        return "consul.hashicorp.com/v1alpha1";
    }

    /** The kind that Consul itself gives it, for example {@code service-intentions}. */
    String nativeKind();

    /** The fields of the custom resource under {@code spec}, as a plain tree. */
    Map<String, Object> spec();

    @Override
    ConfigEntry withMetadata(ObjectMeta metadata);

    @Override
    default Map<String, Object> toTree() {
        return MeshResourceTree.of(this, Map.of("spec", spec()));
    }
}
