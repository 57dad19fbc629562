/**
 * What authors of translators, and users of SMI, test with: a contract for every translator, golden cases, and assertions about
 * who may call whom.
 */
@NullMarked
package io.github.smi4j.testkit;

import org.jspecify.annotations.NullMarked;
