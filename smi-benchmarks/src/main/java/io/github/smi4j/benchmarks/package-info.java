/** What reading manifests costs in time and memory, next to Jackson. */
@NullMarked
package io.github.smi4j.benchmarks;

import org.jspecify.annotations.NullMarked;
