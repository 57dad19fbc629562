/**
 * The Service Mesh Interface as immutable values: one Java type for each kind, in its newest version, with builders;
 * {@link io.github.smi4j.model.ResourceSet} holds them together with what else a manifest contained.
 *
 * <p>An accessor is named as the JSON field; {@code spec} is flattened. Nothing is null: what may be absent is an
 * {@link java.util.Optional}, and where absent and empty differ in meaning a closed type says so.
 */
@NullMarked
package io.github.smi4j.model;

import org.jspecify.annotations.NullMarked;
