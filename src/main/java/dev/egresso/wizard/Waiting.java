package dev.egresso.wizard;

/**
 * While the worker asks somebody for something to be shown. Whoever leaves does not want it any more.
 *
 * @param number of the errand
 */
public record Waiting(int number, View back) implements View {
    @Override
    public Step press(Session session, Key key) {
        return key == Key.ESCAPE ? session.givingUp(back) : Step.to(session);
    }

    @Override
    public Step type(Session session, String text) {
        return letter(session, text);
    }

    @Override
    public boolean takesThePage() {
        return true;
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.waiting(this);
    }
}
