package dev.egresso.yaml;

/** A text cannot be changed as asked without more than that changing; caught where changes are put together. */
final class Unchangeable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unchangeable(String why) {
        super(why);
    }
}
