package dev.egresso.wizard;

import dev.egresso.explain.Explanation;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Standing;
import dev.egresso.screens.AnswersFile;
import dev.egresso.screens.Question;
import dev.egresso.trace.Journey;
import dev.egresso.yaml.Layout;
import dev.egresso.yaml.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lays out the upper part of the page for each view. */
final class UpperPart implements View.Shown<Upper> {
    private final Session session;
    private final Measure measure;
    private final int height;
    private final int whole;
    private final boolean stacked;
    private final Upper.Rows left;
    private final Upper.Rows right;
    private final int wholeWidth;
    private final QuestionPart question;

    UpperPart(Session session, int leftWidth, int rightWidth, int wholeWidth, int height, boolean stacked) {
        this.session = session;
        this.measure = session.setup().measure();
        this.whole = height;
        this.height = stacked ? Math.max(5, height * 3 / 5) : height;
        this.stacked = stacked;
        this.left = new Upper.Rows(leftWidth, measure);
        this.right = new Upper.Rows(rightWidth, measure);
        this.wholeWidth = wholeWidth;
        this.question = new QuestionPart(session);
    }

    @Override
    public Upper asking(Asking view) {
        question.write(left, view, stacked);
        question.explain(right, session.setup().screens().question(view.field()));
        return Upper.of(left, right);
    }

    @Override
    public Upper moreQuestions(MoreQuestions view) {
        List<Question> questions = session.more();
        int index = Math.max(0, questions.stream().map(Question::field).toList().indexOf(view.field()));
        int titles = questions.stream()
                .mapToInt(each -> measure.of(each.title()))
                .max()
                .orElse(0);
        left.add(Styled.of(session.say("more-title"), Ink.STRONG));
        window(questions.size(), index, height - 1).forEach(i -> {
            Question each = questions.get(i);
            Setting setting = session.draft().setting(each.field());
            String title = each.title() + " ".repeat(titles - measure.of(each.title()));
            boolean here = i == index;
            Styled row = Styled.of(here ? "▸ " : "  ", Ink.MARK).plus(title + "  ", here ? Ink.STRONG : Ink.PLAIN);
            int room = Math.max(8, left.width() - row.width(measure) - 14);
            left.add(row);
            Styled value = value(
                    setting,
                    here && !each.isChoice() ? Optional.of(view.editor()) : Optional.empty(),
                    room,
                    row.width(measure));
            if (here && each.isChoice()) {
                left.caretAt(row.width(measure));
            }
            left.rows()
                    .set(left.count() - 1, row.plus(value.fit(room, measure)).plus("  " + standing(setting), Ink.DIM));
            left.target(new Message.Visit(
                    new MoreQuestions(each.field(), Form.editor(session, each.field()), view.back())));
        });
        Question here = session.setup().screens().question(view.field());
        right.add(Styled.of(here.ask(), Ink.STRONG));
        if (here.isChoice()) {
            String words = here.choices().stream()
                    .map(Question.Choice::value)
                    .reduce((a, b) -> a + "  " + b)
                    .orElse("");
            right.prose(words, Ink.DIM).gap();
        } else {
            right.prose(here.hint(), Ink.DIM).gap();
        }
        question.problems(right, view.field(), true);
        right.gap();
        question.explain(right, here);
        return Upper.of(left, right);
    }

    private Styled value(Setting setting, Optional<TextField> editor, int room, int column) {
        if (editor.isPresent() && !editor.get().text().isEmpty()) {
            return question.windowed(left, editor.get(), room, column);
        }
        if (editor.isPresent()) {
            left.caretAt(column);
        }
        String text = setting.text().isEmpty() ? session.say("value-unset") : setting.text();
        return Styled.of(text, setting.standing() == Standing.ANSWERED ? Ink.PLAIN : Ink.DIM);
    }

    private String standing(Setting setting) {
        return session.say("standing-" + setting.standing().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Upper inspecting(Inspecting view) {
        Optional<Line> found = view.line(session);
        if (found.isEmpty()) {
            return Upper.of(left, right);
        }
        Line line = found.get();
        Optional<Explanation> explanation =
                session.setup().screens().explanations().of(line.path());
        Map<String, String> facts = facts(line);
        left.add(Styled.of(lastName(line), Ink.KEY).plus("  " + plainValue(line), Ink.STRONG));
        explanation.ifPresent(text -> left.prose(text.title(), Ink.STRONG).gap().prose(text.means(), Ink.PLAIN));
        left.gap();
        setBy(line);
        explanation.ifPresent(text -> {
            String here = dev.egresso.screens.Words.filled(text.here(Optional.of(plainValue(line))), facts);
            if (!here.isBlank()) {
                right.add(Styled.of(session.say("why-here"), Ink.STRONG))
                        .prose(here, Ink.PLAIN)
                        .gap();
            }
            right.add(Styled.of(session.say("breaks"), Ink.STRONG))
                    .prose(text.without(), Ink.PLAIN)
                    .gap();
            right.prose(text.source(), Ink.DIM);
        });
        if (view.finding()) {
            left.gap().add(Styled.of("/ ", Ink.MARK).plus(view.find())).caretAt(2 + measure.of(view.find()));
        }
        return Upper.of(left, right);
    }

    private void setBy(Line line) {
        Optional<FieldId> field = Focus.question(line.origin());
        String because = session.setup().screens().words().of(line.origin().because());
        field.ifPresent(id -> left.prose(
                session.say(
                        "set-by",
                        "question",
                        session.setup().screens().question(id).title()),
                Ink.PLAIN));
        left.prose(because, Ink.DIM);
    }

    private static String lastName(Line line) {
        String field = line.path().field().replaceAll("\\[[0-9]+\\]$", "");
        return field.substring(field.lastIndexOf('.') + 1);
    }

    private static String plainValue(Line line) {
        String value = line.value();
        return value.length() > 1 && value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** What an explanation may mention. */
    private Map<String, String> facts(Line line) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("value", plainValue(line));
        facts.put("internal-host", textOf(FieldId.INTERNAL_HOST, "‹internal host›"));
        facts.put("internal-port", textOf(FieldId.INTERNAL_PORT, "‹port›"));
        facts.put("protocol", textOf(FieldId.PROTOCOL, "‹protocol›"));
        facts.put("namespace", textOf(FieldId.NAMESPACE, "default"));
        facts.put("name", textOf(FieldId.NAME, "‹external host›"));
        facts.put(
                "external-host",
                session.draft().externalUrl().map(url -> url.host()).orElse("‹external host›"));
        facts.put(
                "path",
                session.draft()
                        .externalUrl()
                        .map(url -> url.path())
                        .filter(path -> !path.isEmpty())
                        .orElse("/"));
        facts.put("port", session.draft().dialledPort().map(Object::toString).orElse("‹port›"));
        return facts;
    }

    private String textOf(FieldId field, String otherwise) {
        String text = session.draft().setting(field).text();
        return text.isEmpty() ? otherwise : text;
    }

    @Override
    public Upper problems(Problems view) {
        List<Concern> concerns = session.concerns();
        left.add(Styled.of(session.say("problems-title"), Ink.STRONG)).blank();
        if (concerns.isEmpty()) {
            left.prose(session.say("problems-none"), Ink.OK);
            return Upper.of(left, right);
        }
        int index = Math.min(view.index(), concerns.size() - 1);
        window(concerns.size(), index, height - 2).forEach(i -> {
            Concern concern = concerns.get(i);
            Styled row = Styled.of(i == index ? "▸ " : "  ", Ink.MARK)
                    .plus(QuestionPart.sign(concern.severity()))
                    .plus(subject(concern) + "  ", i == index ? Ink.STRONG : Ink.PLAIN)
                    .plus(concern.id(), Ink.DIM);
            left.add(row.width(measure) > left.width() ? row.fit(left.width(), measure) : row);
            left.target(new Message.Visit(new Problems(i, view.back())));
        });
        left.caretAt(0);
        question.sentence(right, concerns.get(index), 0);
        concerns.get(index).field().ifPresent(field -> right.gap()
                .prose(
                        session.say(
                                "enter-goes-to",
                                "question",
                                session.setup().screens().question(field).title()),
                        Ink.DIM));
        return Upper.of(left, right);
    }

    /** What a concern is about: the line, or the question. */
    private String subject(Concern concern) {
        return concern.line()
                .map(line -> line.kind() + " " + line.field())
                .or(() -> concern.field()
                        .map(field -> session.setup().screens().question(field).title()))
                .orElse("");
    }

    @Override
    public Upper review(Review view) {
        return new ReviewPart(session, left, right, question).write(stacked);
    }

    @Override
    public Upper help(Help view) {
        List<Help.Entry> entries = view.entries(session);
        left.add(Styled.of("▸ ", Ink.MARK));
        Styled query = question.windowed(left, view.query(), left.width() - 4, 2);
        left.rows()
                .set(
                        0,
                        Styled.of("▸ ", Ink.MARK)
                                .plus(query.isBlank() ? Styled.of(session.say("help-hint"), Ink.DIM) : query));
        left.add(Styled.of("─".repeat(left.width()), Ink.RULE));
        int index = Math.min(view.index(), Math.max(0, entries.size() - 1));
        window(entries.size(), index, height - 2).forEach(i -> {
            Help.Entry entry = entries.get(i);
            String detail = entry.action().isPresent() ? entry.detail() : "";
            int room = Math.max(10, left.width() - measure.of(detail) - 4);
            left.add(Styled.of(i == index ? "▸ " : "  ", Ink.MARK)
                    .plus(Styled.of(entry.title(), i == index ? Ink.STRONG : Ink.PLAIN)
                            .fit(room, measure))
                    .plus("  " + detail, Ink.DIM));
        });
        boolean word = !entries.isEmpty() && entries.get(index).action().isEmpty();
        if (word) {
            right.add(Styled.of(entries.get(index).title(), Ink.STRONG))
                    .prose(entries.get(index).detail(), Ink.PLAIN)
                    .gap();
        }
        right.add(Styled.of(session.say("help-signs-title"), Ink.STRONG));
        session.say("help-signs").lines().forEach(sign -> right.prose(sign, Ink.PLAIN));
        right.gap().prose(session.say("help-words"), Ink.DIM);
        return Upper.of(left, right);
    }

    @Override
    public Upper saving(Saving view) {
        return new SavePart(session, left, right, question).saving(view);
    }

    @Override
    public Upper overwriting(Overwriting view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        whole.prose(session.say("overwrite-title", "path", view.spec().path()), Ink.STRONG);
        view.difference().stream()
                .skip(view.scroll())
                .limit(Math.max(1, height - 1))
                .forEach(whole::add);
        return new Upper(whole.rows(), List.of(), whole.caret(), whole.targets(), true);
    }

    @Override
    public Upper makingFolder(MakingFolder view) {
        left.prose(session.say("folder-title", "folder", view.folder()), Ink.STRONG)
                .blank();
        left.prose(session.say("folder-question"), Ink.PLAIN);
        return Upper.of(left, right);
    }

    @Override
    public Upper presets(Presets view) {
        List<Map.Entry<String, AnswersFile>> presets =
                List.copyOf(session.setup().screens().presets().entrySet());
        int index = Math.min(view.index(), Math.max(0, presets.size() - 1));
        int names = presets.stream()
                .mapToInt(preset -> measure.of(preset.getKey()))
                .max()
                .orElse(0);
        left.add(Styled.of(session.say("presets-title"), Ink.STRONG));
        window(presets.size(), index, height - 1).forEach(i -> {
            Map.Entry<String, AnswersFile> preset = presets.get(i);
            String name = preset.getKey() + " ".repeat(names - measure.of(preset.getKey()));
            Styled row = Styled.of(i == index ? "▸ " : "  ", Ink.MARK)
                    .plus(name + "  ", i == index ? Ink.STRONG : Ink.PLAIN)
                    .plus(preset.getValue().title().orElse(""), Ink.DIM);
            left.add(row.width(measure) > left.width() ? row.fit(left.width(), measure) : row);
            left.target(new Message.Visit(new Presets(i, view.back())));
            if (i == index) {
                left.caretAt(0);
            }
        });
        if (!presets.isEmpty()) {
            AnswersFile preset = presets.get(index).getValue();
            right.prose(preset.summary().orElse(""), Ink.STRONG).gap();
            preset.answers()
                    .asMap()
                    .forEach((field, text) -> right.prose(
                            text,
                            Ink.PLAIN,
                            Styled.of(session.setup().screens().question(field).title() + "  ", Ink.DIM),
                            0));
            right.gap().prose(preset.notes().orElse(""), Ink.PLAIN);
        }
        return Upper.of(left, right);
    }

    @Override
    public Upper tracing(Tracing view) {
        Upper.Rows whole = new Upper.Rows(wholeWidth, measure);
        whole.add(Styled.of("▸ ", Ink.MARK));
        Styled request = question.windowed(whole, view.request(), wholeWidth - 4, 2);
        whole.rows().set(0, Styled.of("▸ ", Ink.MARK).plus(request));
        Optional<Journey> journey = view.journey(session);
        if (journey.isEmpty()) {
            whole.prose(session.say("trace-no-request"), Ink.DIM);
            return new Upper(whole.rows(), List.of(), whole.caret(), whole.targets(), true);
        }
        JourneyRows.of(journey.get(), session.setup().screens(), measure).stream()
                .skip(1L + view.scroll())
                .limit(Math.max(1, this.whole - 1))
                .forEach(whole::add);
        return new Upper(whole.rows(), List.of(), whole.caret(), whole.targets(), true);
    }

    /** The places of a long list that are in sight, so that the one at the cursor is. */
    private static List<Integer> window(int count, int index, int room) {
        int rows = Math.max(1, room);
        int start = Math.max(0, Math.min(index - rows / 2, count - rows));
        return java.util.stream.IntStream.range(start, Math.min(count, start + rows))
                .boxed()
                .toList();
    }

    static String document(Kind kind, Session session) {
        return session.preview().pane(kind).lines().isEmpty() ? "" : kind.word();
    }

    static String layoutName(Session session, Layout layout) {
        return session.say("layout-" + layout.word());
    }
}
