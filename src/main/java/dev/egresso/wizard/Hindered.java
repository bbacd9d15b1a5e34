package dev.egresso.wizard;

import dev.egresso.rollout.Trouble;
import java.util.Optional;

/**
 * The cluster could not be asked: one sentence, and the ways on.
 *
 * @param again what was tried
 * @param command that does the same from a shell, where there is one
 */
public record Hindered(Trouble trouble, ClusterErrand again, Optional<String> command, View back)
        implements ClusterView {
    @Override
    public Step press(Session session, Key key) {
        return Step.to(key == Key.ESCAPE ? session.visiting(back) : session);
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "r" -> session.asking(again, back);
            case "o" -> session.asking(new ClusterErrand.Contexts(again.purpose()), back);
            case "s" -> Action.SAVE.run(session.visiting(back));
            case "c" ->
                command.map(line -> Step.to(session, new Effect.Copy(line))).orElse(Step.to(session));
            default -> letter(session, text);
        };
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.hindered(this);
    }
}
