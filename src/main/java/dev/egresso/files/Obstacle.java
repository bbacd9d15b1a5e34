package dev.egresso.files;

/** What can stand between a text and its file; the sentence for each stands in {@code screens/}, under its id. */
public enum Obstacle {
    /** Nothing was typed, or the system cannot name such a file: a NUL, or a letter its encoding lacks. */
    PATH_UNUSABLE("path-unusable"),
    NAME_TOO_LONG("name-too-long"),
    MISSING("missing"),
    IS_FOLDER("is-folder"),
    /** Something on the way to the file is a file itself. */
    PARENT_IS_FILE("parent-is-file"),
    /** A device, a pipe, a socket, or a place where the system shows itself as files. */
    NOT_A_REGULAR_FILE("not-a-regular-file"),
    LINK_LOOP("link-loop"),
    /** Two files of one plan are one and the same on this disk, by a link. */
    SAME_FILE("same-file"),
    DENIED("denied"),
    NOT_WRITABLE("not-writable"),
    READ_ONLY("read-only"),
    NO_SPACE("no-space"),
    TOO_LARGE("too-large"),
    /** The detail is where: how many bytes are sound before it. */
    NOT_UTF8("not-utf8"),
    /** The text itself holds half a character, which no file can. */
    NOT_UNICODE("not-unicode"),
    /** Somebody else writes the same file again and again. */
    UNSETTLED("unsettled"),
    /** Something else stands in the file than was read from it. */
    CHANGED_MEANWHILE("changed-meanwhile"),
    /** A save that failed in the middle could not undo what it had begun; the detail says where the old text lies. */
    NOT_PUT_BACK("not-put-back"),
    /** Anything else; the detail is what the system says. */
    SYSTEM("system");

    private final String id;

    Obstacle(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
