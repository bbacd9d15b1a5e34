package dev.egresso.cli;

import dev.egresso.fullscreen.Keys;
import dev.egresso.fullscreen.Painter;
import dev.egresso.terminal.FullScreen;
import dev.egresso.terminal.TerminalEvent;
import dev.egresso.wizard.Effect;
import dev.egresso.wizard.Errand;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.Page;
import dev.egresso.wizard.Session;
import dev.egresso.wizard.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keys in, pages out: one session after the other, until the person leaves or the terminal is gone. */
final class WizardLoop {
    private static final Duration WAIT = Duration.ofMillis(250);

    /** While the worker is at something, so that what it says is soon seen. */
    private static final Duration WAIT_FOR_WORK = Duration.ofMillis(50);

    private final FullScreen screen;
    private final Painter painter;
    private final Effects effects;
    private final Worker worker;
    private final Errand.By<Function<Worker.Line, Message>> errands;
    private final Consumer<Session> keeper;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private Session session;
    private boolean over;

    /**
     * @param errands how each errand is done, on the thread of the worker
     * @param keeper is shown each session, to keep its draft
     */
    WizardLoop(
            FullScreen screen,
            Painter painter,
            Effects effects,
            Worker worker,
            Errand.By<Function<Worker.Line, Message>> errands,
            Consumer<Session> keeper,
            Session session) {
        this.screen = screen;
        this.painter = painter;
        this.effects = effects;
        this.worker = worker;
        this.errands = errands;
        this.keeper = keeper;
        this.session = session;
    }

    /** The session as the person left it. */
    Session run() throws IOException {
        show();
        while (!over) {
            Optional<TerminalEvent> event = screen.read(session.work().isUnderWay() ? WAIT_FOR_WORK : WAIT);
            boolean news = event.isPresent();
            if (news) {
                takeAll(event.get());
            }
            if (hear() || news) {
                show();
            }
            keeper.accept(session);
        }
        return session;
    }

    /** What was typed ahead is taken before the page is painted once. */
    private void takeAll(TerminalEvent first) throws IOException {
        Optional<TerminalEvent> event = Optional.of(first);
        while (event.isPresent() && !over) {
            take(event.get());
            event = screen.read(Duration.ZERO);
        }
    }

    /** What the worker has to say, and how long it has been at it. */
    private boolean hear() {
        if (!session.work().isUnderWay()) {
            return false;
        }
        Session before = session;
        for (Optional<Message> said = worker.next(); said.isPresent() && !over; said = worker.next()) {
            step(said.get());
        }
        worker.tick().filter(tick -> !over).ifPresent(this::step);
        return !before.equals(session);
    }

    private void show() {
        if (!over) {
            painter.paint(page());
            screen.refresh();
        }
    }

    private Page page() {
        return Page.of(session, screen.size().columns(), screen.size().rows());
    }

    private void take(TerminalEvent event) {
        if (event instanceof TerminalEvent.Key key) {
            Keys.message(key).ifPresent(this::step);
        } else if (event instanceof TerminalEvent.Paste paste) {
            step(new Message.Typed(paste.text()));
        } else if (event instanceof TerminalEvent.Mouse mouse) {
            mouse(mouse);
        } else if (event instanceof TerminalEvent.Closed) {
            over = true;
        } else {
            painter.forget();
        }
    }

    private void mouse(TerminalEvent.Mouse mouse) {
        switch (mouse.action()) {
            case PRESS -> {
                if (mouse.button() == 1) {
                    page().at(mouse.column(), mouse.row()).ifPresent(this::step);
                }
            }
            case WHEEL_UP -> step(new Message.Scrolled(-3));
            case WHEEL_DOWN -> step(new Message.Scrolled(3));
            default -> {}
        }
    }

    private void step(Message message) {
        waiting.add(message);
        while (!waiting.isEmpty()) {
            Step step = waiting.remove().on(session);
            session = step.session();
            step.effects().forEach(this::run);
        }
    }

    private void run(Effect effect) {
        if (effect instanceof Effect.Leave) {
            over = true;
        } else if (effect instanceof Effect.Suspend) {
            keeper.accept(session);
            screen.suspend();
            painter.forget();
        } else if (effect instanceof Effect.Redraw) {
            painter.forget();
            painter.paint(page());
            screen.redraw();
        } else if (effect instanceof Effect.Copy copy) {
            waiting.add(effects.copied(session, screen.copy(copy.text())));
        } else if (effect instanceof Effect.Edit edit) {
            keeper.accept(session);
            waiting.add(effects.edit(session, edit, screen));
            painter.forget();
        } else if (effect instanceof Effect.WriteBack back) {
            waiting.add(effects.writeBack(session, back));
        } else if (effect instanceof Effect.Save save) {
            waiting.add(effects.save(session, save));
        } else if (effect instanceof Effect.Begin begin) {
            worker.begin(begin.number(), begin.errand(), begin.errand().done(errands));
        } else if (effect instanceof Effect.Stop) {
            worker.stop();
        }
    }
}
