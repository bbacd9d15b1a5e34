package dev.egresso.wizard;

import java.util.List;

/** What a message leads to: the session after it, and what the world has to do. */
public record Step(Session session, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    static Step to(Session session) {
        return new Step(session, List.of());
    }

    static Step to(Session session, Effect effect) {
        return new Step(session, List.of(effect));
    }
}
