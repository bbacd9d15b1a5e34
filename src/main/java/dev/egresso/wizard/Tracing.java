package dev.egresso.wizard;

import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import dev.egresso.trace.Trace;
import java.util.Optional;

/**
 * Following one request through the resources, hop by hop; the request can be changed while one looks.
 *
 * @param request as typed, such as {@code GET http://webserver/hello}
 * @param scroll how many rows of the way lie above what is shown
 */
public record Tracing(TextField request, int scroll, View back) implements View {

    /** With the request of the strip, ready to be changed. */
    static View of(Session session) {
        String request = session.journey()
                .map(journey -> journey.request().toString())
                .orElseGet(
                        () -> Example.of(session.draft()).map(Request::toString).orElse("GET http://webserver/"));
        return new Tracing(TextField.holding(request), 0, session.view());
    }

    /** The way of the request as it is typed now; none while it is not one. */
    Optional<Journey> journey(Session session) {
        return Request.read(request.text())
                .map(read ->
                        Trace.of(session.outcome().resources(), session.setup().surroundings(), read));
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP -> scrolled(session, -1);
            case DOWN -> scrolled(session, 1);
            case PAGE_UP -> scrolled(session, -5);
            case PAGE_DOWN -> scrolled(session, 5);
            case ESCAPE, ENTER -> Step.to(session.visiting(back));
            default ->
                Step.to(request.press(key)
                        .map(next -> session.showing(new Tracing(next, 0, back)))
                        .orElse(session));
        };
    }

    private Step scrolled(Session session, int rows) {
        return Step.to(session.showing(new Tracing(request, Math.max(0, Math.min(40, scroll + rows)), back)));
    }

    @Override
    public Step type(Session session, String text) {
        return Step.to(session.showing(new Tracing(request.insert(text), 0, back)));
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.tracing(this);
    }
}
