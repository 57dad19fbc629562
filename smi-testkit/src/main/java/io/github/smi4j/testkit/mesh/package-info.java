/** What an executable model of a mesh is: the resources that a translator emits, and what the mesh then does with traffic. */
@NullMarked
package io.github.smi4j.testkit.mesh;

import org.jspecify.annotations.NullMarked;
