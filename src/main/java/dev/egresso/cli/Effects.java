package dev.egresso.cli;

import dev.egresso.wizard.Effect;
import dev.egresso.wizard.Ink;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.Session;

/** Carries out what a session wants from the world, and brings back what came of it. */
final class Effects {
    private final World world;

    Effects(World world) {
        this.world = world;
    }

    Message copied(Session session, boolean taken) {
        return new Message.Noted(
                taken ? Ink.OK : Ink.WARNING, session.setup().screens().say(taken ? "copied" : "copied-not"));
    }

    Message save(Session session, Effect.Save save) {
        return new Message.Noted(Ink.INFO, world.folder().toString());
    }
}
