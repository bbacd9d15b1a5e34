package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Surroundings;
import dev.egresso.reopen.FoundRoute;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.screens.Screens;
import dev.egresso.terminal.TextWidth;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Uses the wizard as a person does, without a terminal: fields are named, never found by place. */
public final class WizardDriver {
    private static final Map<String, Message> KEYS = Map.ofEntries(
            Map.entry("Enter", new Message.Pressed(Key.ENTER)),
            Map.entry("Tab", new Message.Pressed(Key.TAB)),
            Map.entry("Shift-Tab", new Message.Pressed(Key.BACK_TAB)),
            Map.entry("Esc", new Message.Pressed(Key.ESCAPE)),
            Map.entry("Up", new Message.Pressed(Key.UP)),
            Map.entry("Down", new Message.Pressed(Key.DOWN)),
            Map.entry("Left", new Message.Pressed(Key.LEFT)),
            Map.entry("Right", new Message.Pressed(Key.RIGHT)),
            Map.entry("Home", new Message.Pressed(Key.HOME)),
            Map.entry("End", new Message.Pressed(Key.END)),
            Map.entry("PgUp", new Message.Pressed(Key.PAGE_UP)),
            Map.entry("PgDn", new Message.Pressed(Key.PAGE_DOWN)),
            Map.entry("Backspace", new Message.Pressed(Key.BACKSPACE)),
            Map.entry("Delete", new Message.Pressed(Key.DELETE)),
            Map.entry("Alt-B", new Message.Pressed(Key.WORD_LEFT)),
            Map.entry("Alt-F", new Message.Pressed(Key.WORD_RIGHT)),
            Map.entry("Ctrl-W", new Message.Pressed(Key.DELETE_WORD)),
            Map.entry("Ctrl-K", new Message.Pressed(Key.CLEAR_AFTER)),
            Map.entry("Ctrl-U", new Message.Pressed(Key.CLEAR_BEFORE)),
            Map.entry("Ctrl-O", new Message.Do(Action.MORE)),
            Map.entry("Ctrl-Y", new Message.Do(Action.INSPECT)),
            Map.entry("Ctrl-F", new Message.Do(Action.PROBLEMS)),
            Map.entry("Ctrl-D", new Message.Do(Action.REVIEW)),
            Map.entry("Ctrl-X", new Message.Do(Action.SAVE)),
            Map.entry("Ctrl-G", new Message.Do(Action.HELP)),
            Map.entry("Ctrl-C", new Message.Do(Action.LEAVE)),
            Map.entry("Alt-Z", new Message.Do(Action.UNDO)),
            Map.entry("Alt-Y", new Message.Do(Action.REDO)),
            Map.entry("Alt-L", new Message.Do(Action.LOOK)),
            Map.entry("Alt-P", new Message.Do(Action.PRESETS)));

    private static final Screens SCREENS = Checkout.screens();

    private final List<Effect> effects = new ArrayList<>();
    private Session session;

    private WizardDriver(Session session) {
        this.session = session;
    }

    private WizardDriver(Answers answers) {
        this(Session.begin(setup(), answers));
    }

    private static Setup setup() {
        return new Setup(SCREENS, TextWidth::of, Surroundings.unknown());
    }

    /** With files by their names; several routes in them are a question. */
    static WizardDriver withFiles(Map<String, String> texts) {
        ReadSet read = ReadSet.all(texts.entrySet().stream()
                .map(text -> ManifestReader.read(text.getKey(), text.getValue()))
                .toList());
        List<OpenedSet> sets = FoundRoute.in(read.manifests()).stream()
                .map(route -> OpenedSet.of(texts, read, route))
                .toList();
        return new WizardDriver(
                sets.size() == 1
                        ? Session.reopening(setup(), sets.get(0), Answers.none())
                        : Session.choosing(setup(), sets, Answers.none()));
    }

    static WizardDriver opened() {
        return new WizardDriver(Answers.none());
    }

    static WizardDriver with(Answers answers) {
        return new WizardDriver(answers);
    }

    static WizardDriver withPreset(String name) {
        return new WizardDriver(Checkout.presets().get(name).answers());
    }

    /** Types letter by letter. */
    WizardDriver type(String text) {
        text.codePoints().forEach(point -> take(new Message.Typed(Character.toString(point))));
        return this;
    }

    WizardDriver paste(String text) {
        return take(new Message.Typed(text));
    }

    WizardDriver press(String... keys) {
        for (String key : keys) {
            assertThat(KEYS).containsKey(key);
            take(KEYS.get(key));
        }
        return this;
    }

    WizardDriver take(Message message) {
        Step step = message.on(session);
        session = step.session();
        effects.addAll(step.effects());
        return this;
    }

    /** The worker comes back from its errand. */
    WizardDriver reply(Message reply) {
        return take(new Message.Ended(session.work().number(), reply));
    }

    /** The worker tells how far it came. */
    WizardDriver progress(Progress progress) {
        return take(new Message.Progressed(session.work().number(), progress));
    }

    /** Goes straight to a question. */
    WizardDriver at(String field) {
        return take(new Message.Visit(session.way().at(new FieldId(field))));
    }

    WizardDriver isAt(String field) {
        assertThat(session.focus()).map(FieldId::id).contains(field);
        return this;
    }

    WizardDriver isAt(Class<? extends View> view) {
        assertThat(session.view()).isInstanceOf(view);
        return this;
    }

    /** What was said about the last key. */
    WizardDriver says(String text) {
        assertThat(session.notice().map(Notice::text).orElse("")).contains(text);
        return this;
    }

    WizardDriver answer(String field, String text) {
        assertThat(session.answers().text(new FieldId(field))).contains(text);
        return this;
    }

    WizardDriver unanswered(String field) {
        assertThat(session.answers().text(new FieldId(field))).isEmpty();
        return this;
    }

    WizardDriver sees(String text, int columns, int rows) {
        assertThat(text(columns, rows)).contains(text);
        return this;
    }

    Session session() {
        return session;
    }

    WizardDriver doesNotSee(String text, int columns, int rows) {
        assertThat(text(columns, rows)).doesNotContain(text);
        return this;
    }

    /** The last thing that the world was asked for. */
    <T extends Effect> T wanted(Class<T> effect) {
        assertThat(effects).isNotEmpty();
        assertThat(effects.get(effects.size() - 1)).isInstanceOf(effect);
        return effect.cast(effects.get(effects.size() - 1));
    }

    List<Effect> effects() {
        return effects;
    }

    Page page(int columns, int rows) {
        return Page.of(session, columns, rows);
    }

    String text(int columns, int rows) {
        return page(columns, rows).lines().stream()
                .map(line -> line.text().stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The page twice: as text with the cursor's place, then with one letter a cell for its ink. */
    String picture(int columns, int rows) {
        Page page = page(columns, rows);
        String caret =
                page.caret().map(at -> "cursor " + at.column() + "," + at.row()).orElse("no cursor");
        String inks = page.lines().stream().map(WizardDriver::inks).collect(Collectors.joining("\n", "", "\n"));
        return text(columns, rows) + "--- " + caret + "\n" + inks;
    }

    private static String inks(Styled line) {
        StringBuilder inks = new StringBuilder();
        for (Span span : line.spans()) {
            String letter = span.text().isBlank() ? " " : letter(span.ink());
            inks.append(letter.repeat(TextWidth.of(span.text())));
        }
        return inks.toString().stripTrailing();
    }

    private static String letter(Ink ink) {
        return switch (ink) {
            case PLAIN -> ".";
            case STRONG -> "B";
            case DIM -> "d";
            case RULE -> "-";
            case KEY -> "k";
            case MARK -> "m";
            case CHANGED -> "C";
            case HOLE -> "h";
            case ERROR -> "E";
            case WARNING -> "W";
            case INFO -> "i";
            case OK -> "o";
            case CURSOR -> "R";
            case TAB -> "T";
        };
    }
}
