package io.github.smi4j.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The Immutables style of this package. Source retention: an annotation with arguments left in a class file makes javac warn in
 * builds that do not have Immutables.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        jdk9Collections = false,
        depluralize = true,
        depluralizeDictionary = {"match:matches", "spiffeIdentity:spiffeIdentities"},
        jacksonIntegration = false,
        allowedClasspathAnnotations = {Override.class},
        defaults = @Value.Immutable(copy = false),
        get = "*",
        toBuilder = "")
@interface SmiStyle {}
