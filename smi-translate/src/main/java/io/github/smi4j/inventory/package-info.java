/** What is known of the cluster beside the SMI resources: Services, and of which namespaces everything is known. */
@NullMarked
package io.github.smi4j.inventory;

import org.jspecify.annotations.NullMarked;
