package io.github.smi4j.testkit.proof;

/** What a translation owes. */
public enum Law {
    /** The translator never throws, whatever the input. */
    NEVER_FAILS("the translator must not throw"),
    /** Names are unique, and everything that is emitted is accepted by the mesh. */
    ACCEPTED("the mesh must accept what is emitted"),
    /** Every resource names those of SMI that it comes from. */
    TRACED("each resource must name the SMI resources that it comes from"),
    /** The same input gives the same bytes, in whatever order. */
    SAME_BYTES("the same input must give the same bytes"),
    /** What was emitted before and is in the input now changes nothing. */
    REPEATABLE("the own earlier output in the input must give the same bytes and no further finding"),
    /** What means something only where something refers to it, and to which nothing does, is reported. */
    UNUSED_TOLD("a route group, route or identity binding to which nothing refers must be reported"),
    /** Nothing is allowed that SMI denies, but what a finding says. */
    NEVER_WIDER("nothing that SMI denies may be allowed"),
    /** Traffic that the mesh does not see is told of. */
    UNSEEN_TOLD("what the mesh does not enforce must be reported as UNENFORCED"),
    /** A target that is EXACT allows all that it grants. */
    EXACT_ALLOWS("what an EXACT target grants must be allowed"),
    /** A split sends the shares that SMI says; a port that keeps its traffic is reported, by its number or with the whole split. */
    SAME_SHARES("a split must send the shares that SMI says"),
    /** A change of the input that alters what SMI says alters the output or a finding. */
    NEVER_SILENT("a change that alters what SMI says must alter the output or a finding");

    private final String text;

    Law(String text) {
        this.text = text;
    }

    /** The law in one sentence without a full stop. */
    public String text() {
        return text;
    }
}
