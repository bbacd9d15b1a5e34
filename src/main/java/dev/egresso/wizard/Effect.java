package dev.egresso.wizard;

import dev.egresso.mesh.Bundle;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;

/** Something that the world outside the session has to do. */
public sealed interface Effect {
    /** Write the resources. */
    record Save(Bundle bundle, SaveSpec spec, boolean overwrite, boolean makeFolders) implements Effect {}

    /** Write the changed texts back into the files that they were read from, unless those are others by now. */
    record WriteBack(OpenedSet opened, EditedSet edited) implements Effect {}

    /** Put text on the clipboard of the person's own terminal. */
    record Copy(String text) implements Effect {}

    /** Give the answers to the person's editor, as the text of an answers file. */
    record Edit(String text) implements Effect {}

    /** Send the worker on an errand; what it is at is dropped. */
    record Begin(int number, Errand errand) implements Effect {}

    /** Tell the worker to end what it is at. */
    record Stop() implements Effect {}

    /** Stop until the person's shell says to go on. */
    record Suspend() implements Effect {}

    /** Paint everything anew. */
    record Redraw() implements Effect {}

    /** End the wizard. */
    record Leave() implements Effect {}
}
