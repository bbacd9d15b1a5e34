package dev.egresso.mesh;

/** Whether the service counts as outside the mesh ({@code ServiceEntry.Location}). */
public enum Location implements Choice {
    MESH_EXTERNAL("MESH_EXTERNAL"),
    MESH_INTERNAL("MESH_INTERNAL");

    private final String word;

    Location(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
