/** Linkerd's ServiceProfiles. */
@NullMarked
package io.github.smi4j.translate.linkerd.profile;

import org.jspecify.annotations.NullMarked;
