package dev.egresso.wizard;

import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Severity;
import dev.egresso.screens.Question;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Stage;
import java.util.ArrayList;
import java.util.List;

/** Lays out the first row, which says where one is, and the last ones, which say how things stand and what may be pressed. */
final class FramePart {
    private final Session session;
    private final Measure measure;
    private final int width;

    FramePart(Session session, int width) {
        this.session = session;
        this.measure = session.setup().measure();
        this.width = width;
    }

    /** The steps with their marks; only the marks where there is no room for more. */
    Styled header(List<Page.Target> targets) {
        String gap = width >= 140 ? "   " : "  ";
        Styled tally = Styled.of(tally() + " ", Ink.DIM);
        Styled full = Styled.of(" egresso  ", Ink.STRONG);
        int column = full.width(measure);
        List<Page.Target> found = new ArrayList<>();
        for (Question step : session.way().steps()) {
            Styled shown = mark(step).plus(" " + step.title(), isHere(step) ? Ink.STRONG : Ink.PLAIN);
            found.add(new Page.Target(
                    0, column, column + shown.width(measure), new Message.Visit(Asking.of(session, step.field()))));
            full = full.plus(shown).plus(gap);
            column = full.width(measure);
        }
        boolean reviewing = session.focus().isEmpty() && session.view() instanceof Review;
        boolean sheet = session.view().takesThePage();
        full = full.plus(reviewing || sheet ? "▸ " : "· ", Ink.MARK)
                .plus(
                        sheet ? session.say("view-" + session.view().id()) : session.say("review"),
                        reviewing || sheet ? Ink.STRONG : Ink.PLAIN);
        found.add(new Page.Target(0, column, full.width(measure), new Message.Visit(new Review())));
        if (full.width(measure) > width) {
            return narrow(targets);
        }
        targets.addAll(found);
        int room = width - full.width(measure) - tally.width(measure);
        return room > 1 ? full.plus(" ".repeat(room)).plus(tally) : full;
    }

    private Styled narrow(List<Page.Target> targets) {
        List<Question> steps = session.way().steps();
        Styled marks = Styled.empty();
        int at = 0;
        for (int i = 0; i < steps.size(); i++) {
            marks = marks.plus(mark(steps.get(i)));
            at = isHere(steps.get(i)) ? i + 1 : at;
        }
        String where = at > 0
                ? session.say("step-of", "at", Integer.toString(at), "of", Integer.toString(steps.size())) + "  "
                        + steps.get(at - 1).ask()
                : session.say("view-" + session.view().id());
        Styled left = Styled.of(" egresso  ", Ink.STRONG).plus(where);
        int room = width - left.width(measure) - marks.width(measure) - 1;
        if (room <= 0) {
            return left.fit(width, measure);
        }
        Styled row = left.plus(" ".repeat(room));
        for (Question step : steps) {
            int column = row.width(measure);
            row = row.plus(mark(step));
            targets.add(new Page.Target(
                    0, column, row.width(measure), new Message.Visit(Asking.of(session, step.field()))));
        }
        return row;
    }

    private boolean isHere(Question step) {
        return session.view() instanceof Asking asking && asking.field().equals(step.field());
    }

    private Styled mark(Question step) {
        Setting setting = session.draft().setting(step.field());
        boolean wrong = session.draft().problems(step.field()).stream().anyMatch(Problem::isError);
        if (isHere(step)) {
            return Styled.of("▸", Ink.MARK);
        }
        if (wrong) {
            return Styled.of("×", Ink.ERROR);
        }
        return switch (setting.standing()) {
            case ANSWERED -> Styled.of("✓", Ink.OK);
            case DERIVED, DEFAULT -> Styled.of("=", Ink.MARK);
            case MISSING -> setting.applies() ? Styled.of("·", Ink.DIM) : Styled.of("=", Ink.MARK);
            case REFUSED -> Styled.of("×", Ink.ERROR);
        };
    }

    private String tally() {
        int answered = session.answers().asMap().size();
        return answered == 0 ? session.say("tally-none") : session.say("tally", "answered", Integer.toString(answered));
    }

    Styled rule() {
        return Styled.of(" " + "─".repeat(Math.max(0, width - 2)), Ink.RULE);
    }

    /** One request on its way, station by station; what is expected is never called measured. */
    Styled journey() {
        String gap = width >= 100 ? "  " : " ";
        Styled stations = Styled.empty();
        for (Stage stage : Stage.values()) {
            stations = stations.plus(gap).plus(station(stage));
        }
        Styled request = session.journey()
                .map(way -> Styled.of(" " + request(way)))
                .orElseGet(() -> Styled.of(" " + session.say("journey-open"), Ink.DIM));
        int room = width - stations.width(measure) - 1;
        return (request.width(measure) > room ? request.fit(room, measure) : request).plus(stations);
    }

    private String request(Journey way) {
        String request = way.request().toString();
        return width >= 100 ? request : request.replaceFirst(" [a-z0-9]+://", " ");
    }

    private Styled station(Stage stage) {
        dev.egresso.trace.Standing standing =
                session.journey().map(way -> way.standing(stage)).orElse(dev.egresso.trace.Standing.NOT_REACHED);
        String name = stage == Stage.ANSWER ? session.journey().map(this::end).orElse(word(stage)) : word(stage);
        boolean unsure = stage == Stage.APP
                && session.concerns().stream().anyMatch(concern -> concern.id().equals("x-int-no-service"));
        return switch (unsure && standing == dev.egresso.trace.Standing.OK
                ? dev.egresso.trace.Standing.WARN
                : standing) {
            case NOT_REACHED -> Styled.of("·" + name, Ink.DIM);
            case SKIPPED -> Styled.of("-" + name, Ink.DIM);
            case OK -> Styled.of("✓", Ink.OK).plus(name);
            case WARN -> Styled.of("!", Ink.WARNING).plus(name);
            case FAIL -> Styled.of("×" + name, Ink.ERROR);
        };
    }

    private String word(Stage stage) {
        return session.say("stage-" + stage.word());
    }

    /** What the app would see. */
    private String end(Journey way) {
        String status = way.status().isPresent() ? Integer.toString(way.status().getAsInt()) : "";
        String seen = (status + " " + way.flags().orElse("")).strip();
        return way.isReached() || seen.isEmpty() ? session.say("journey-" + way.outcome()) : seen;
    }

    /** What has just happened, or else how things stand. */
    Styled status() {
        return session.notice()
                .map(notice -> Styled.of(" " + sign(notice.ink()), notice.ink()).plus(notice.text()))
                .orElseGet(() -> session.work().isUnderWay() ? working() : standing());
    }

    /** What the worker is at, and that it is alive. */
    private Styled working() {
        return Styled.of(" " + WorkWords.turning(session) + " ", Ink.MARK).plus(WorkWords.of(session));
    }

    private static String sign(Ink ink) {
        return switch (ink) {
            case ERROR -> "× ";
            case WARNING -> "! ";
            case OK -> "✓ ";
            default -> "i ";
        };
    }

    private Styled standing() {
        List<Concern> errors = weighing(Severity.ERROR);
        boolean typing = session.view() instanceof Asking asking
                && errors.stream()
                        .allMatch(error ->
                                error.field().filter(asking.field()::equals).isPresent());
        if (!errors.isEmpty() && !typing) {
            return Styled.of(" × ", Ink.ERROR).plus(what(errors.get(0)));
        }
        if (!session.isComplete()) {
            return session.draft().missing().isEmpty()
                    ? Styled.empty()
                    : Styled.of(" · ", Ink.DIM).plus(session.whatIsMissing(), Ink.DIM);
        }
        List<Concern> warnings = weighing(Severity.WARNING);
        Styled complete = Styled.of(" ✓ ", Ink.OK).plus(session.say("status-complete") + "  ");
        return warnings.isEmpty()
                ? complete.plus(session.say("status-next"), Ink.DIM)
                : complete.plus("! ", Ink.WARNING)
                        .plus(session.say(
                                "status-warnings",
                                "count",
                                Integer.toString(warnings.size()),
                                "what",
                                what(warnings.get(0))));
    }

    private List<Concern> weighing(Severity severity) {
        return session.concerns().stream()
                .filter(concern -> concern.severity() == severity)
                .toList();
    }

    private String what(Concern concern) {
        return concern.sentence(session.setup().screens().words()).what();
    }

    /** What may be pressed here, as many as there is room for; the last one, help, always. */
    Styled keys() {
        List<String> keys = session.say("footer-" + session.view().keys())
                .lines()
                .map(this::spelled)
                .toList();
        String help = keys.get(keys.size() - 1);
        String gap = width >= 100 ? "   " : "  ";
        StringBuilder row = new StringBuilder();
        for (String key : keys.subList(0, keys.size() - 1)) {
            if (measure.of(" " + row + key + gap + help) < width) {
                row.append(key).append(gap);
            }
        }
        Styled shown = Styled.of(" ");
        for (String key : (row + help).split("(?<=  )(?=[^ ])")) {
            int space = key.indexOf(' ');
            shown = space < 0
                    ? shown.plus(key, Ink.STRONG)
                    : shown.plus(key.substring(0, space), Ink.STRONG).plus(key.substring(space), Ink.DIM);
        }
        return shown;
    }

    private String spelled(String key) {
        return width >= 100 ? key : key.replace("Ctrl-", "^");
    }
}
