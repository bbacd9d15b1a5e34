package dev.egresso.cli;

import dev.egresso.files.DraftFound;
import dev.egresso.files.DraftId;
import dev.egresso.files.Drafts;
import dev.egresso.files.Receipts;
import dev.egresso.files.Refused;
import dev.egresso.fullscreen.Painter;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Surroundings;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.screens.DraftFile;
import dev.egresso.terminal.FullScreen;
import dev.egresso.terminal.Settings;
import dev.egresso.terminal.TextWidth;
import dev.egresso.wizard.Session;
import dev.egresso.wizard.Setup;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso wizard}: the full screen, on a terminal that can show one. */
final class WizardCommand {
    private static final String RESUME = "--resume";

    private final Flags flags;
    private final Bundled bundled;
    private final World world;
    private final Drafts drafts;

    private WizardCommand(Flags flags, Bundled bundled) {
        this.flags = flags;
        this.bundled = bundled;
        this.world = bundled.world();
        this.drafts = drafts(world);
    }

    static Drafts drafts(World world) {
        return Drafts.in(
                Drafts.usualFolder(world.environment(), world.home(), world.os()),
                world.clock(),
                () -> new SecureRandom().nextLong());
    }

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        AnswerFlags.addTo(spec, bundled);
        OpenedFiles.addTo(spec);
        spec.addOption(OptionSpec.builder(RESUME)
                .type(String.class)
                .arity("0..1")
                .fallbackValue("")
                .paramLabel("ID")
                .description("Go on where a session was left: the last one, or the one of this id.")
                .build());
        spec.addOption(Look.colorOption());
        spec.addOption(Egresso.flag(Look.ASCII, "Draw with ASCII only."));
        spec.addOption(Egresso.flag("--no-mouse", "Leave the mouse to the terminal."));
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        return run(Flags.of(parsed), bundled);
    }

    static int run(Flags flags, Bundled bundled) {
        return new WizardCommand(flags, bundled).run();
    }

    private int run() {
        if (!FullScreen.possible(world.environment())) {
            throw new Refusal(
                    Exit.USAGE,
                    "The wizard needs a terminal that can show a full screen, and there is none here.",
                    "Without it: egresso render --internal-host NAME --external-url URL [--protocol WORD],"
                            + " or --preset NAME; egresso presets lists them.");
        }
        Optional<DraftFound.Found> resumed = resumed();
        Session session = begun(resumed.map(this::draft));
        DraftKeeper keeper =
                new DraftKeeper(drafts, resumed.map(found -> found.draft().id()), session, this::draft);
        return ended(shown(unfinished(session), keeper), keeper);
    }

    /** What was begun in a cluster and not finished comes before everything else. */
    private Session unfinished(Session session) {
        Receipts receipts = ClusterWay.receipts(world);
        return receipts.hasAbandoned()
                ? receipts.abandoned().stream()
                        .findFirst()
                        .map(open -> session.finding(open, When.of(open.time(), world)))
                        .orElse(session)
                : session;
    }

    private Session begun(Optional<DraftFile> draft) {
        Setup setup = new Setup(bundled.screens(), TextWidth::of, Surroundings.unknown());
        if (flags.has(OpenedFiles.FROM)) {
            refusePreset();
            return opened(setup);
        }
        if (flags.has(OpenedFiles.ROUTE)) {
            throw new Refusal(Exit.USAGE, "--route goes with --from FILE.");
        }
        Optional<DraftFile.Opened> opened = draft.flatMap(DraftFile::opened);
        if (opened.isPresent()) {
            return reopened(setup, opened.get(), draft.get().answers());
        }
        Answers answers = draft.map(DraftFile::answers).orElse(Answers.none());
        return Session.begin(setup, AnswerFlags.of(flags, bundled, answers));
    }

    private void refusePreset() {
        if (flags.has("--preset") || flags.has(RESUME)) {
            throw new Refusal(Exit.USAGE, "--from is a beginning of its own. Leave out --preset and --resume.");
        }
    }

    /** Several routes are a question for the person, unless one was named. */
    private Session opened(Setup setup) {
        OpenedFiles files = OpenedFiles.read(flags.values(OpenedFiles.FROM), world);
        Optional<String> named = Optional.of(flags.value(OpenedFiles.ROUTE, "")).filter(name -> !name.isEmpty());
        Answers over = AnswerFlags.of(flags, bundled);
        return named.isEmpty() && files.routes().size() > 1
                ? Session.choosing(setup, files.all(), over)
                : Session.reopening(setup, files.chosen(named), over);
    }

    /** What was changed of what was read then, over what is read now: the files may have changed as well. */
    private Session reopened(Setup setup, DraftFile.Opened from, Answers kept) {
        OpenedSet set = OpenedFiles.read(from.files(), world).chosen(Optional.of(from.route()));
        Answers now = set.answers();
        for (FieldId field : FieldId.all()) {
            String text = kept.text(field).orElse("");
            boolean changed = !text.equals(from.answers().text(field).orElse(""));
            now = changed ? now.with(field, text) : now;
        }
        return Session.reopening(setup, set, AnswerFlags.of(flags, bundled, now));
    }

    private DraftFile draft(Session session) {
        return new DraftFile(
                session.answers(),
                session.setup()
                        .opened()
                        .map(set -> new DraftFile.Opened(
                                set.texts().keySet().stream()
                                        .map(name -> world.file(name)
                                                .toAbsolutePath()
                                                .normalize()
                                                .toString())
                                        .toList(),
                                set.route().id(),
                                set.answers())));
    }

    private Optional<DraftFound.Found> resumed() {
        if (!flags.has(RESUME)) {
            return Optional.empty();
        }
        String id = flags.value(RESUME, "");
        if (!id.isEmpty() && DraftId.of(id).isEmpty()) {
            throw new Refusal(Exit.BAD_INPUT, "There is no draft " + id + ".", "--resume alone takes the last one.");
        }
        DraftFound found = drafts.load(DraftId.of(id));
        if (found instanceof DraftFound.Found draft) {
            return Optional.of(draft);
        }
        if (found instanceof Refused refused) {
            throw new Refusal(Exit.BAD_INPUT, SaveFiles.why(refused, bundled.screens()));
        }
        throw new Refusal(
                Exit.BAD_INPUT,
                "There is no draft" + (id.isEmpty() ? "" : " " + id) + " in " + drafts.folder() + ".",
                "egresso begins a new session.");
    }

    private DraftFile draft(DraftFound.Found found) {
        return DraftFile.read(found.draft().path().toString(), found.text());
    }

    private Session shown(Session session, DraftKeeper keeper) {
        try (Worker worker = new Worker()) {
            return shown(session, keeper, worker);
        }
    }

    private Session shown(Session session, DraftKeeper keeper, Worker worker) {
        boolean ascii = Look.isAscii(flags, world);
        Settings settings = Settings.of(world.environment())
                .withColors(Look.colors(flags, world))
                .withUnicode(!ascii)
                .withMouse(!flags.has("--no-mouse"))
                .onTerminate(() -> interrupted(keeper, worker));
        Effects effects = new Effects(new SaveFiles(bundled), new Editor(world));
        Errands errands = new Errands(bundled);
        try (FullScreen screen = FullScreen.open(settings)) {
            Painter painter = new Painter(screen.canvas(), ascii);
            return new WizardLoop(screen, painter, effects, worker, errands, keeper::see, session).run();
        } catch (IOException lost) {
            keeper.keep();
            throw new Refusal(Exit.USAGE, "The terminal cannot be used: " + lost.getMessage() + ".");
        } catch (RuntimeException bug) {
            keeper.keep();
            throw bug;
        }
    }

    /** Somebody else ends the program: what was typed is kept, and the person is told where. */
    private void interrupted(DraftKeeper keeper, Worker worker) {
        keeper.keep();
        worker.close();
        if (keeper.exists()) {
            world.say(kept(keeper));
        }
    }

    private String kept(DraftKeeper keeper) {
        return "Not saved. Your answers are kept: " + world.program() + " wizard --resume " + keeper.id();
    }

    private static boolean isUnchanged(Session session) {
        return session.setup()
                .opened()
                .filter(set -> set.changed(session.answers()).isEmpty())
                .isPresent();
    }

    /** The command that does again what was done; nothing where files were only looked at. */
    private Optional<String> again(Session session) {
        Optional<OpenedSet> opened = session.setup().opened();
        if (opened.isEmpty()) {
            return Optional.of(Repeat.command(world.program(), session.draft().spelledOut()));
        }
        return opened.filter(set -> !set.changed(session.answers()).isEmpty())
                .map(set -> Repeat.command(world.program(), set, session.answers()));
    }

    /** What was saved, where the answers are kept, and the command that does it again: the command alone on stdout. */
    private int ended(Session session, DraftKeeper keeper) {
        boolean applied = session.live().deeds().standing().isPresent()
                && session.live().deeds().isOf(session.answers());
        boolean saved = session.savedTo().isPresent() || applied;
        boolean kept = session.savedTo().isPresent()
                || applied && session.setup().opened().isEmpty();
        if (kept || session.answers().isEmpty() || isUnchanged(session)) {
            keeper.drop();
        } else {
            keeper.keep();
        }
        session.savedTo().ifPresent(where -> world.say("Saved " + where + "."));
        session.live().deeds().last().filter(outcome -> !outcome.isDone()).ifPresent(outcome -> Ending.of(
                        outcome, ClusterWay.receipts(world), bundled.screens())
                .forEach(world::say));
        session.live().deeds().standing().ifPresent(receipt -> {
            String context = receipt.site().context();
            world.say("Applied to " + context + ". To take it back: "
                    + Repeat.undoing(world.program(), context, receipt.id()));
        });
        if (keeper.exists()) {
            world.say(kept(keeper));
        }
        if (session.isComplete()) {
            again(session).ifPresent(command -> {
                world.say("Again, without questions:");
                world.out().println(command);
            });
        }
        return saved ? Exit.DONE : Exit.CANCELLED;
    }
}
