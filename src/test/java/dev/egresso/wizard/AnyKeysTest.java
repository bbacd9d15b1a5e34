package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.terminal.TextWidth;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is pressed, typed, pasted or clicked, at any size: the wizard stays whole and loses nothing. */
class AnyKeysTest {
    private static final int MOST_COLUMNS = 250;
    private static final int MOST_ROWS = 80;

    /** What a person does; a click is at one of the places that the page offers. */
    private record Deed(Message message, int click) {
        WizardDriver on(WizardDriver wizard, int columns, int rows) {
            if (message != null) {
                return wizard.take(message);
            }
            List<Page.Target> targets = wizard.page(columns, rows).targets();
            return targets.isEmpty()
                    ? wizard
                    : wizard.take(targets.get(click % targets.size()).message());
        }

        boolean isWayBack() {
            return message instanceof Message.Do done && (done.action() == Action.UNDO || done.action() == Action.REDO)
                    || message instanceof Message.Typed typed && typed.text().matches("[ur]");
        }

        @Override
        public String toString() {
            return message == null ? "click " + click : message.toString();
        }
    }

    @Property(tries = 100, seed = "20261124")
    void a_page_fills_the_terminal_whatever_is_done_to_the_wizard(
            @ForAll("wizards") WizardDriver wizard,
            @ForAll("deeds") @Size(max = 30) List<Deed> deeds,
            @ForAll @IntRange(min = 1, max = MOST_COLUMNS) int columns,
            @ForAll @IntRange(min = 1, max = MOST_ROWS) int rows) {
        assertFills(wizard.page(columns, rows), columns, rows);
        for (Deed deed : deeds) {
            deed.on(wizard, columns, rows);
            assertFills(wizard.page(columns, rows), columns, rows);
        }
        for (int[] size : new int[][] {{1, 1}, {60, 16}, {80, 24}, {120, 32}, {200, 60}}) {
            assertFills(wizard.page(size[0], size[1]), size[0], size[1]);
        }
    }

    @Property(tries = 100, seed = "20261124")
    void the_same_deeds_lead_to_the_same_place(@ForAll("deeds") @Size(max = 30) List<Deed> deeds) {
        WizardDriver one = WizardDriver.opened();
        WizardDriver other = WizardDriver.opened();
        deeds.forEach(deed -> deed.on(one, 120, 40));
        deeds.forEach(deed -> deed.on(other, 120, 40));
        assertThat(state(one.session())).isEqualTo(state(other.session()));
        assertThat(one.picture(120, 40)).isEqualTo(other.picture(120, 40));
    }

    /** All of a session but its draft, which the answers make. */
    private static List<Object> state(Session session) {
        return List.of(
                session.answers(),
                session.preview(),
                session.changed(),
                session.view(),
                session.history(),
                session.notice(),
                session.turned(),
                session.scroll(),
                session.save(),
                session.savedTo());
    }

    @Property(tries = 100, seed = "20261124")
    void undo_leads_back_to_the_beginning_and_redo_to_the_end_again(
            @ForAll("wizards") WizardDriver wizard, @ForAll("deeds") @Size(max = 25) List<Deed> deeds) {
        Answers first = wizard.session().answers();
        deeds.stream().filter(deed -> !deed.isWayBack()).forEach(deed -> deed.on(wizard, 120, 40));
        Answers last = wizard.session().answers();
        untilNothingChanges(wizard, "Alt-Z");
        assertThat(wizard.session().answers()).isEqualTo(first);
        untilNothingChanges(wizard, "Alt-Y");
        assertThat(wizard.session().answers()).isEqualTo(last);
    }

    private static void untilNothingChanges(WizardDriver wizard, String key) {
        Answers before;
        do {
            before = wizard.session().answers();
            wizard.press(key);
        } while (!wizard.session().answers().equals(before));
    }

    @Property(tries = 100, seed = "20261124")
    void text_typed_over_an_answer_is_gone_only_until_undo(
            @ForAll("texts") String first, @ForAll("texts") String second) {
        WizardDriver wizard = WizardDriver.opened().paste(first);
        Answers before = wizard.session().answers();
        wizard.at("internal-host").press("End", "Ctrl-U").type(second);
        if (!wizard.session().answers().equals(before)) {
            wizard.press("Alt-Z");
        }
        assertThat(wizard.session().answers()).isEqualTo(before);
    }

    @Property(tries = 100, seed = "20261124")
    void a_text_is_the_same_answer_typed_or_pasted(@ForAll("texts") String text) {
        WizardDriver typed = WizardDriver.opened().type(text);
        WizardDriver pasted = WizardDriver.opened().paste(text);
        assertThat(withOneBlank(typed)).isEqualTo(withOneBlank(pasted));
    }

    /** Of many line ends and blanks in a row a paste makes one blank. */
    private static Optional<String> withOneBlank(WizardDriver wizard) {
        return wizard.session().answers().text(FieldId.INTERNAL_HOST).map(text -> text.strip()
                .replaceAll(" +", " "));
    }

    @Property(tries = 100, seed = "20261124")
    void a_letter_in_the_middle_leaves_the_rest_as_it_was(
            @ForAll("texts") String text, @ForAll @IntRange(max = 40) int left) {
        WizardDriver wizard = WizardDriver.opened().paste(text);
        String before = editor(wizard).text();
        for (int i = 0; i < left; i++) {
            wizard.press("Left");
        }
        int caret = editor(wizard).caret();
        wizard.type("Q");
        assertThat(editor(wizard).text()).isEqualTo(before.substring(0, caret) + "Q" + before.substring(caret));
    }

    private static TextField editor(WizardDriver wizard) {
        return ((Asking) wizard.session().view()).editor();
    }

    @Property(tries = 100, seed = "20261124")
    void the_field_being_edited_is_in_sight_with_the_cursor_in_it(
            @ForAll @IntRange(min = 60, max = 200) int columns,
            @ForAll @IntRange(min = 16, max = 70) int rows,
            @ForAll("texts") String text) {
        WizardDriver wizard = WizardDriver.opened().press("Tab").paste(text);
        Page page = wizard.page(columns, rows);
        assertThat(page.caret()).isPresent();
        String row = page.lines().get(page.caret().get().row()).text();
        assertThat(row).contains("▸ ");
        wizard.type("~");
        Page after = wizard.page(columns, rows);
        assertThat(after.lines().get(after.caret().orElseThrow().row()).text()).contains("~");
    }

    @Property(tries = 100, seed = "20261124")
    void every_width_names_all_three_kinds(
            @ForAll("wizards") WizardDriver wizard,
            @ForAll @IntRange(min = 60, max = 200) int columns,
            @ForAll @IntRange(min = 16, max = 70) int rows) {
        List<String> page =
                wizard.page(columns, rows).lines().stream().map(Styled::text).toList();
        assertThat(page).anySatisfy(row -> assertThat(row)
                .contains(Kind.SERVICE_ENTRY.word(), Kind.VIRTUAL_SERVICE.word(), Kind.DESTINATION_RULE.word()));
    }

    private static void assertFills(Page page, int columns, int rows) {
        assertThat(page.lines()).hasSize(rows);
        for (Styled line : page.lines()) {
            assertThat(line.width(TextWidth::of)).as(line.text()).isEqualTo(columns);
        }
        page.caret().ifPresent(at -> {
            assertThat(at.column()).isBetween(0, columns - 1);
            assertThat(at.row()).isBetween(0, rows - 1);
        });
        assertThat(page.targets()).allSatisfy(target -> assertThat(target.row()).isBetween(0, Math.max(0, rows - 1)));
    }

    @Provide
    Arbitrary<WizardDriver> wizards() {
        return Arbitraries.of("", "blog", "one-file", "wildcard", "kafka-tls", "partner-mtls", "postgres")
                .map(preset -> preset.isEmpty() ? WizardDriver.opened() : WizardDriver.withPreset(preset));
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return deed().list();
    }

    private Arbitrary<Deed> deed() {
        Arbitrary<Message> pressed = Arbitraries.of(Key.class).map(Message.Pressed::new);
        Arbitrary<Message> done = Arbitraries.of(Action.class).map(Message.Do::new);
        Arbitrary<Message> typed = texts().map(Message.Typed::new);
        Arbitrary<Message> letter =
                Arbitraries.chars().ascii().map(String::valueOf).map(Message.Typed::new);
        Arbitrary<Message> scrolled = Arbitraries.integers().between(-200, 200).map(Message.Scrolled::new);
        Arbitrary<Message> visit = Arbitraries.of(FieldId.all())
                .map(field -> WizardDriver.opened().session().way().at(field))
                .map(Message.Visit::new);
        Arbitrary<Message> world = Combinators.combine(
                        texts(), Arbitraries.integers().between(0, 4))
                .as((text, kind) -> switch (kind) {
                    case 0 -> new Message.Saved(List.of(text), 3, false);
                    case 1 ->
                        new Message.SaveDiffers(SaveSpec.USUAL, List.of(Styled.of(text.replaceAll("\\p{Cntrl}", " "))));
                    case 2 -> new Message.FolderMissing(SaveSpec.USUAL, text);
                    case 3 -> new Message.SaveRefused(SaveSpec.USUAL, text);
                    default -> new Message.Noted(Ink.INFO, text);
                });
        Arbitrary<Deed> clicks = Arbitraries.integers().between(0, 500).map(place -> new Deed(null, place));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, pressed.map(message -> new Deed(message, 0))),
                net.jqwik.api.Tuple.of(4, done.map(message -> new Deed(message, 0))),
                net.jqwik.api.Tuple.of(4, typed.map(message -> new Deed(message, 0))),
                net.jqwik.api.Tuple.of(4, letter.map(message -> new Deed(message, 0))),
                net.jqwik.api.Tuple.of(1, scrolled.map(message -> new Deed(message, 0))),
                net.jqwik.api.Tuple.of(1, visit.map(message -> new Deed(message, 0))),
                net.jqwik.api.Tuple.of(1, world.map(message -> new Deed(message, 0))),
                net.jqwik.api.Tuple.of(3, clicks));
    }

    /** What people type and paste, and what nobody should. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> meant = Arbitraries.of(
                "webserver",
                "webserver.shop",
                "a.b.svc.cluster.local",
                "https://api.example.com/v1/",
                "https://raw.githubusercontent.com/mcasperson/NodejsProxy/master/externalservice1.txt",
                "grpcs://grpc.example.com:8443",
                "postgres://db.example.com",
                "*.example.com",
                "tls://*.mongodb.net:27017",
                "http://203.0.113.7:8080/x?y=1",
                "https://[2001:db8::1]/",
                "curl -H 'a: b' https://user:secret@example.com/x",
                "mongodb+srv://cluster0.example.net/db",
                "http://例え.テスト/パス",
                "https://example.com:99999/",
                "GRPC",
                "MUTUAL",
                "1.24.3",
                "10s",
                "app=web",
                "/etc/certs/ca.pem");
        Arbitrary<String> odd = Arbitraries.of(
                "👩‍👩‍👧‍👦",
                "e\u0301e\u0301e\u0301",
                "漢字漢字",
                "\u202Eabc",
                "\u001b[31mred\u001b[0m",
                "a\nb\r\nc\td",
                "\u0000\u0007\u007f",
                "\ud83d",
                "\u200b\u200d\ufeff",
                "🇩🇪🇫🇷",
                "﷽",
                "ｆｕｌｌ",
                " ");
        return Arbitraries.oneOf(
                meant,
                odd,
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().ascii().ofMaxLength(40),
                Combinators.combine(meant, odd).as((first, second) -> first + second));
    }
}
