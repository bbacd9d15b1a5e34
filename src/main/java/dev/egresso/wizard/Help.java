package dev.egresso.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looking something up: what can be done, and what words mean. Type to narrow it down, Enter does it.
 *
 * @param query what was typed
 */
public record Help(TextField query, int index, View back) implements View {

    /** One row of help: something to do, or a word that is explained. */
    public record Entry(String title, String detail, Optional<Action> action) {}

    static View of(Session session) {
        return session.view() instanceof Help already
                ? already.back()
                : new Help(TextField.holding(""), 0, session.view());
    }

    /** What fits the text typed so far. */
    public List<Entry> entries(Session session) {
        String wanted = query.text().strip().toLowerCase(Locale.ROOT);
        List<Entry> entries = new ArrayList<>();
        for (Action action : Action.values()) {
            entries.add(new Entry(
                    session.say("action-" + action.id()), session.say("keys-" + action.id()), Optional.of(action)));
        }
        if (!wanted.isEmpty()) {
            for (Map.Entry<String, String> term :
                    session.setup().screens().glossary().entrySet()) {
                entries.add(new Entry(term.getKey(), term.getValue(), Optional.empty()));
            }
        }
        return entries.stream()
                .filter(entry -> entry.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    @Override
    public Step press(Session session, Key key) {
        int last = entries(session).size() - 1;
        return switch (key) {
            case UP, BACK_TAB -> at(session, Math.max(0, index - 1));
            case DOWN, TAB -> at(session, Math.max(0, Math.min(last, index + 1)));
            case PAGE_UP -> at(session, Math.max(0, index - 10));
            case PAGE_DOWN -> at(session, Math.max(0, Math.min(last, index + 10)));
            case ENTER -> taken(session);
            case ESCAPE -> Step.to(session.visiting(back));
            default ->
                Step.to(query.press(key)
                        .map(next -> session.showing(new Help(next, 0, back)))
                        .orElse(session));
        };
    }

    private Step at(Session session, int row) {
        return Step.to(session.showing(new Help(query, row, back)));
    }

    private Step taken(Session session) {
        List<Entry> entries = entries(session);
        Session behind = session.visiting(back);
        if (entries.isEmpty()) {
            return Step.to(session);
        }
        return entries.get(Math.min(index, entries.size() - 1))
                .action()
                .map(action -> action.run(behind))
                .orElse(Step.to(session));
    }

    @Override
    public Step type(Session session, String text) {
        return Step.to(session.showing(new Help(query.insert(text), 0, back)));
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.help(this);
    }
}
