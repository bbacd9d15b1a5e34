package dev.egresso.wizard;

import dev.egresso.rollout.Site;
import java.util.List;

/**
 * Before what has to be meant: it is done once a word has been typed in full, never by a key alone.
 *
 * @param question what is asked, as a sentence
 * @param word to be typed
 * @param deed what is done then
 * @param back the sheet that shows what it is about
 */
public record Confirming(Site site, String question, String word, TextField typed, Deed deed, Subject back)
        implements ClusterView {

    /** What there may be to confirm. */
    enum Deed {
        /** What the sheet shows. */
        DO,
        /** To take over fields of others, which is rehearsed first. */
        TAKE_OVER
    }

    /** A sheet that shows what is to be confirmed. */
    sealed interface Subject extends ClusterView permits Planned, TakingBack, Unfinished {
        Step confirmed(Session session, Deed deed);
    }

    /** Does it at once, or asks for the name of the context where that looks like production. */
    static Step orElse(Session session, Site site, List<String> namespaces, Subject subject) {
        return site.looksLikeProduction(namespaces)
                .map(name -> Step.to(session.visiting(new Confirming(
                        site,
                        session.say("confirm-production", "name", name, "context", site.context()),
                        site.context(),
                        TextField.holding(""),
                        Deed.DO,
                        subject))))
                .orElseGet(() -> subject.confirmed(session, Deed.DO));
    }

    /** Before fields of somebody else are taken over. */
    static Confirming force(Session session, Planned plan) {
        String word = session.say("force-word");
        return new Confirming(
                plan.plan().site(),
                session.say("confirm-force", "word", word),
                word,
                TextField.holding(""),
                Deed.TAKE_OVER,
                plan);
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case ESCAPE -> Step.to(session.visiting(back));
            case ENTER ->
                typed.text().strip().equals(word)
                        ? back.confirmed(session, deed)
                        : Step.to(session.noting(Ink.WARNING, session.say("confirm-not", "word", word)));
            default -> typed.press(key).map(next -> typing(session, next)).orElse(Step.to(session));
        };
    }

    private Step typing(Session session, TextField next) {
        return Step.to(session.showing(new Confirming(site, question, word, next, deed, back)));
    }

    @Override
    public Step type(Session session, String text) {
        return typing(session, typed.insert(text));
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.confirming(this);
    }
}
