/** Resources of Linkerd's policy API. */
@NullMarked
package io.github.smi4j.translate.linkerd.policy;

import org.jspecify.annotations.NullMarked;
