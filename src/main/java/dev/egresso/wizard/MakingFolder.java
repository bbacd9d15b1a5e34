package dev.egresso.wizard;

/** Before a folder that is not there: it is made only when the person says so. */
public record MakingFolder(SaveSpec spec, String folder) implements View {
    @Override
    public Step press(Session session, Key key) {
        return Step.to(key == Key.ESCAPE ? session.visiting(new Review()) : session);
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "y" -> session.writing().saving(spec, false, true);
            case "r" -> Step.to(session.visiting(Saving.of(session, spec)));
            default -> letter(session, text);
        };
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.makingFolder(this);
    }
}
