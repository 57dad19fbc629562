package io.github.smi4j.testkit.mesh;

import java.util.List;
import java.util.Map;

/**
 * An executable model of the documented behaviour of a mesh. It is written from the mesh's documentation, not from the
 * translator that it judges, and matches regular expressions with an engine of its own. What it does not model it refuses with
 * an {@link UnsupportedOperationException} that names it: it never guesses. Resources that are in the cluster already may lack
 * fields, since inputs are made smaller by leaving parts out. Implementations are immutable.
 */
public interface MeshModel {
    /**
     * The mesh with resources in force.
     *
     * @param resources what was emitted, as plain trees; one replaces the resource of the cluster that has its kind, namespace
     *     and name. Patches are among them: fields that are added to resources which are there already
     * @param cluster what else is there
     */
    ModelledMesh apply(List<? extends Map<String, ?>> resources, Cluster cluster);

    /**
     * Why the mesh, or the cluster on its behalf, would not accept a resource: schema, server and admission rules.
     *
     * @param resource a resource as a plain tree
     * @return one text for each fault; none if it is accepted, or nothing is known of such rules
     */
    default List<String> faults(Map<String, ?> resource) {
        return List.of();
    }
}
