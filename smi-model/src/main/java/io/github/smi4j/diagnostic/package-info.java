/** What smi4j says about its input and output: coded findings with a resource, a field path and a position. */
@NullMarked
package io.github.smi4j.diagnostic;

import org.jspecify.annotations.NullMarked;
