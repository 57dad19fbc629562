/**
 * Brings SMI resources from one version to another. What the other version cannot say is a finding; what would allow or take
 * in more is refused unless it is asked for.
 */
@NullMarked
package io.github.smi4j.convert;

import org.jspecify.annotations.NullMarked;
