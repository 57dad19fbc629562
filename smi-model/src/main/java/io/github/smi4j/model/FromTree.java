package io.github.smi4j.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the factory by which Jackson, 2 or 3, makes a value of a plain tree. The bundle keeps the enum argument out of
 * the annotated class files: javac would warn about it in a build that has no Jackson.
 */
@JacksonAnnotationsInside
@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface FromTree {}
