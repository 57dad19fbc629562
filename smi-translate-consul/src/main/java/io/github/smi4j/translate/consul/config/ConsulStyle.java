package io.github.smi4j.translate.consul.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The Immutables style of the model's values, for this package; source retention, since class files must not show it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        jdk9Collections = false,
        depluralize = true,
        depluralizeDictionary = {"match:matches"},
        jacksonIntegration = false,
        allowedClasspathAnnotations = {Override.class},
        defaults = @Value.Immutable(copy = false),
        get = "*",
        toBuilder = "")
@interface ConsulStyle {}
