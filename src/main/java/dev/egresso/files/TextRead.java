package dev.egresso.files;

/** What became of reading a file. */
public sealed interface TextRead permits TextRead.Text, Refused {

    /** The whole of it. */
    record Text(String text) implements TextRead {}
}
