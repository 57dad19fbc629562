package io.github.smi4j.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the method by which Jackson, 2 or 3, writes a value. */
@JacksonAnnotationsInside
@JsonValue
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ToTree {}
