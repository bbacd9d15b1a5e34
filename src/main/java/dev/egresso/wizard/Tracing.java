package dev.egresso.wizard;

import dev.egresso.mesh.Place;
import dev.egresso.screens.PreparedRequest;
import dev.egresso.trace.Hop;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import dev.egresso.trace.Standing;
import dev.egresso.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Following one request through the resources, hop by hop; the request and its headers can be changed while one looks.
 *
 * @param request as typed, such as {@code GET http://webserver/hello}
 * @param headers as typed, with a semicolon between
 * @param inHeaders whether the headers are being typed
 * @param prepared which of the ready requests it is, or was before it was changed
 * @param hop the hop that is looked at; that to blame as long as nobody chose one
 * @param journey the way of the request; none while it is not one
 */
public record Tracing(
        TextField request,
        TextField headers,
        boolean inHeaders,
        int prepared,
        OptionalInt hop,
        Optional<Journey> journey,
        View back)
        implements View {

    /** With the request that the route was made for, ready to be changed. */
    static View of(Session session) {
        return prepared(session, 0, session.view());
    }

    private static Tracing prepared(Session session, int index, View back) {
        List<PreparedRequest> ready = Example.requests(session);
        int at = Math.floorMod(index, ready.size());
        PreparedRequest chosen = ready.get(at);
        return new Tracing(
                        TextField.holding(chosen.request()),
                        TextField.holding(chosen.headers()),
                        false,
                        at,
                        OptionalInt.empty(),
                        Optional.empty(),
                        back)
                .on(session);
    }

    /** The way anew, after the request or the answers have changed. */
    @Override
    public Tracing on(Session session) {
        Optional<Journey> way = Request.read(request.text())
                .map(this::withHeaders)
                .map(read -> Trace.of(
                        session.outcome().resources(), session.outcome().surroundings(), read));
        return new Tracing(request, headers, inHeaders, prepared, OptionalInt.empty(), way, back);
    }

    private Request withHeaders(Request read) {
        Request asked = read;
        for (String header : headers.text().split(";")) {
            int colon = header.indexOf(':', 1);
            if (colon > 0) {
                asked = asked.withHeader(
                        header.substring(0, colon).strip(),
                        header.substring(colon + 1).strip());
            }
        }
        return asked;
    }

    /** The hop that is looked at: the chosen one, else the one that ends the way, else the first that is not right. */
    Optional<Hop> hopAt() {
        return index().stream()
                .mapToObj(at -> journey.orElseThrow().hops().get(at))
                .findFirst();
    }

    OptionalInt index() {
        if (hop.isPresent() || journey.isEmpty()) {
            return hop;
        }
        OptionalInt failing = first(Standing.FAIL);
        return failing.isPresent() ? failing : first(Standing.WARN);
    }

    private OptionalInt first(Standing standing) {
        List<Hop> hops = journey.orElseThrow().hops();
        for (int i = 0; i < hops.size(); i++) {
            if (hops.get(i).standing() == standing) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP -> looking(session, -1);
            case DOWN -> looking(session, 1);
            case PAGE_UP -> Step.to(session.showing(prepared(session, prepared - 1, back)));
            case PAGE_DOWN -> Step.to(session.showing(prepared(session, prepared + 1, back)));
            case TAB, BACK_TAB ->
                Step.to(session.showing(new Tracing(request, headers, !inHeaders, prepared, hop, journey, back)));
            case ENTER -> entered(session);
            case ESCAPE -> Step.to(session.visiting(back));
            default ->
                Step.to(field().press(key)
                        .map(next -> session.showing(typed(session, next)))
                        .orElse(session));
        };
    }

    private TextField field() {
        return inHeaders ? headers : request;
    }

    private Tracing typed(Session session, TextField next) {
        boolean same = next.text().equals(field().text());
        Tracing typed = new Tracing(
                inHeaders ? request : next, inHeaders ? next : headers, inHeaders, prepared, hop, journey, back);
        return same ? typed : typed.on(session);
    }

    private Step looking(Session session, int by) {
        int count = journey.map(way -> way.hops().size()).orElse(0);
        if (count == 0) {
            return Step.to(session);
        }
        OptionalInt now = index();
        int next = now.isPresent() ? now.getAsInt() + by : by > 0 ? 0 : count - 1;
        OptionalInt chosen = OptionalInt.of(Math.max(0, Math.min(next, count - 1)));
        return Step.to(session.showing(new Tracing(request, headers, inHeaders, prepared, chosen, journey, back)));
    }

    /** To the line that decided the hop; Enter there leads on to the question that set it. */
    private Step entered(Session session) {
        Optional<Hop> looked = hopAt();
        if (looked.isEmpty()) {
            return Step.to(session.visiting(back));
        }
        Optional<View> line = looked.get().because().stream()
                .map(Place::path)
                .filter(path -> !session.preview().pane(path.kind()).lines().isEmpty())
                .findFirst()
                .map(path -> Inspecting.at(session, path));
        return Step.to(
                line.map(session::visiting).orElseGet(() -> session.noting(Ink.INFO, session.say("trace-no-line"))));
    }

    @Override
    public Step type(Session session, String text) {
        return Step.to(session.showing(typed(session, field().insert(text))));
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.tracing(this);
    }
}
