package dev.egresso.wizard;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.ExternalUrl;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.Namespace;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.Standing;
import dev.egresso.screens.Question;
import dev.egresso.screens.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lays out one question: the answer being given, what was understood of it, and what is wrong with it. */
final class QuestionPart {
    /** So many that there is no room for more where rows are few. */
    static final int MANY_CHOICES = 6;

    private static final int INDENT = 2;
    private static final Set<String> UNFINISHED = Set.of(
            "host-missing", "host-empty-label", "url-bare-word", "url-port-needed", "host-numeric-end", "host-ipv6");
    private final Session session;
    private final Draft draft;
    private final Measure measure;

    QuestionPart(Session session) {
        this.session = session;
        this.draft = session.draft();
        this.measure = session.setup().measure();
    }

    /** @param asked whether the question itself stands elsewhere on the page */
    void write(Upper.Rows rows, Asking view, boolean asked) {
        Question question = session.setup().screens().question(view.field());
        if (!asked) {
            rows.prose(question.ask(), Ink.STRONG).blank();
        }
        if (question.isChoice()) {
            choices(rows, question);
        } else {
            field(rows, view.editor(), question);
            rows.blank();
            understood(rows, view.field());
        }
        if (!asked || question.choices().size() < MANY_CHOICES) {
            because(rows, view.field());
        }
        problems(rows, view.field(), view.insisted());
        if (session.answers().isEmpty() && !view.insisted()) {
            rows.gap().prose(session.say("new-here"), Ink.DIM, Styled.empty(), INDENT);
        }
    }

    /** The text with the part around the caret in sight, on a line of its own. */
    private void field(Upper.Rows rows, TextField editor, Question question) {
        int room = Math.max(8, rows.width() - 4);
        rows.add(Styled.of("▸ ", Ink.MARK));
        Styled text = windowed(rows, editor, room, INDENT);
        rows.rows().set(rows.count() - 1, Styled.of("▸ ", Ink.MARK).plus(text));
        rows.add(Styled.of("  " + "─".repeat(room), Ink.RULE));
        if (editor.text().isEmpty()) {
            rows.prose(question.hint(), Ink.DIM, Styled.empty(), INDENT);
        }
    }

    /** As much of the text as there is room for, the caret always in it; sets the caret of the rows. */
    Styled windowed(Upper.Rows rows, TextField editor, int room, int column) {
        String before = Prose.end(editor.text().substring(0, editor.caret()), room - 2, measure);
        int start = editor.caret() - before.length();
        String shown = before + Prose.start(editor.text().substring(editor.caret()), room + 1, measure);
        rows.caretAt(column + measure.of(before) + (start > 0 ? 1 : 0));
        Styled text = start > 0 ? Styled.of("…", Ink.DIM).plus(shown) : Styled.of(shown);
        return text.width(measure) > room ? text.fit(room, measure) : text;
    }

    private void choices(Upper.Rows rows, Question question) {
        int marked = Form.marked(session, question);
        int longest = question.choices().stream()
                .mapToInt(choice -> measure.of(choice.value()))
                .max()
                .orElse(0);
        for (int i = 0; i < question.choices().size(); i++) {
            Question.Choice choice = question.choices().get(i);
            String name = choice.value() + " ".repeat(longest - measure.of(choice.value()));
            Ink ink = i == marked ? Ink.STRONG : Ink.PLAIN;
            Styled row = Styled.of(i == marked ? "▸ " : "  ", Ink.MARK)
                    .plus((i + 1) + "  ", Ink.DIM)
                    .plus(name + "  ", ink)
                    .plus(choice.brief(), i == marked ? Ink.PLAIN : Ink.DIM);
            rows.add(row.width(measure) > rows.width() ? row.fit(rows.width(), measure) : row);
            rows.target(new Message.Chosen(question.field(), i));
            if (i == marked) {
                rows.caretAt(0);
            }
        }
        rows.blank();
    }

    private void because(Upper.Rows rows, FieldId field) {
        Setting setting = draft.setting(field);
        boolean worthSaying = setting.standing() == Standing.DERIVED || setting.standing() == Standing.DEFAULT;
        if (worthSaying) {
            rows.prose(
                    session.setup().screens().words().of(setting.because()), Ink.DIM, Styled.of("= ", Ink.DIM), INDENT);
        }
    }

    private void understood(Upper.Rows rows, FieldId field) {
        if (field.equals(FieldId.EXTERNAL_URL)) {
            draft.externalUrl().ifPresent(url -> parts(rows, url));
        }
        if (field.equals(FieldId.INTERNAL_HOST)) {
            draft.internalHost().ifPresent(host -> callers(rows, host));
        }
    }

    private void parts(Upper.Rows rows, ExternalUrl url) {
        String port = draft.dialledPort().map(Object::toString).orElse("?");
        String path = url.path().isEmpty() ? session.say("part-none") : url.path();
        Styled row = part("part-scheme", url.scheme().word())
                .plus(part("part-host", url.host()))
                .plus(part("part-port", port))
                .plus(part("part-path", path));
        if (INDENT + row.width(measure) <= rows.width()) {
            rows.add(Styled.of("  ").plus(row));
            return;
        }
        rows.add(Styled.of("  ").plus(part("part-scheme", url.scheme().word())).plus(part("part-port", port)));
        rows.prose(url.host(), Ink.STRONG, Styled.of(session.say("part-host") + " ", Ink.DIM), INDENT);
        rows.prose(path, Ink.STRONG, Styled.of(session.say("part-path") + " ", Ink.DIM), INDENT);
    }

    private Styled part(String word, String value) {
        return Styled.of(session.say(word) + " ", Ink.DIM)
                .plus(value, Ink.STRONG)
                .plus("   ");
    }

    private void callers(Upper.Rows rows, InternalHost host) {
        rows.prose(session.say("apps-call", "host", host.name()), Ink.DIM, Styled.empty(), INDENT);
        Namespace namespace = new Namespace(namespace());
        String full = host.fullName(namespace);
        if (!full.equals(host.name())) {
            rows.prose(session.say("read-as", "name", full), Ink.DIM, Styled.empty(), INDENT);
        }
    }

    private String namespace() {
        Setting setting = draft.setting(FieldId.NAMESPACE);
        return setting.standing() == Standing.REFUSED ? Namespace.DEFAULT.name() : setting.text();
    }

    /** While typing nothing is red; what no further letter can mend is said in passing, the rest when one goes on. */
    void problems(Upper.Rows rows, FieldId field, boolean insisted) {
        List<Problem> problems = draft.problems(field);
        for (Problem problem : problems) {
            if (!problem.isError() || insisted) {
                rows.gap();
                sentence(rows, problem, INDENT);
            } else if (!mayBeUnfinished(problem)) {
                rows.gap();
                Words.Sentence words = session.setup().screens().words().of(problem);
                rows.prose(words.what() + " " + words.remedy(), Ink.DIM, Styled.of("· ", Ink.DIM), INDENT);
            }
        }
        Setting setting = draft.setting(field);
        Optional<Problem> error = problems.stream().filter(Problem::isError).findFirst();
        if (insisted && error.isEmpty() && setting.standing() == Standing.MISSING) {
            rows.gap().prose(session.say("answer-needed"), Ink.ERROR, Styled.of("× ", Ink.ERROR), INDENT);
        }
    }

    private boolean mayBeUnfinished(Problem problem) {
        String text = session.answers().text(problem.field()).orElse("");
        return UNFINISHED.contains(problem.id()) || text.endsWith("-") || text.endsWith(".");
    }

    /** What is wrong, behind its sign, and what to do. */
    void sentence(Upper.Rows rows, Problem problem, int indent) {
        sentence(rows, problem.severity(), session.setup().screens().words().of(problem), indent);
    }

    void sentence(Upper.Rows rows, Concern concern, int indent) {
        sentence(
                rows,
                concern.severity(),
                concern.sentence(session.setup().screens().words()),
                indent);
    }

    private static void sentence(Upper.Rows rows, Severity severity, Words.Sentence words, int indent) {
        rows.prose(words.what(), ink(severity), sign(severity), indent);
        rows.prose(words.remedy(), Ink.PLAIN, Styled.of("  "), indent);
    }

    static Styled sign(Severity severity) {
        return switch (severity) {
            case ERROR -> Styled.of("× ", Ink.ERROR);
            case WARNING -> Styled.of("! ", Ink.WARNING);
            case INFO -> Styled.of("i ", Ink.INFO);
        };
    }

    static Ink ink(Severity severity) {
        return severity == Severity.ERROR ? Ink.ERROR : Ink.PLAIN;
    }

    /** What there is to say about a question, and about the choice under the cursor. */
    void explain(Upper.Rows rows, Question question) {
        Optional<Question.Choice> marked =
                question.choice(draft.setting(question.field()).text());
        if (marked.isPresent()) {
            rows.add(Styled.of(marked.get().value(), Ink.STRONG));
            rows.prose(marked.get().means(), Ink.PLAIN);
            rows.prose(marked.get().breaks(), Ink.PLAIN, Styled.of(session.say("breaks") + "  ", Ink.STRONG), 0);
            rows.gap();
        }
        rows.add(Styled.of(question.about(), Ink.STRONG));
        rows.prose(question.means(), Ink.PLAIN);
        if (marked.isEmpty()) {
            rows.gap().add(Styled.of(session.say("breaks"), Ink.STRONG));
            rows.prose(question.breaks(), Ink.PLAIN);
        } else {
            rows.prose(question.breaks(), Ink.PLAIN, Styled.of(session.say("breaks") + "  ", Ink.STRONG), 0);
        }
    }
}
