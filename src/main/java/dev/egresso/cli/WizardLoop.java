package dev.egresso.cli;

import dev.egresso.fullscreen.Keys;
import dev.egresso.fullscreen.Painter;
import dev.egresso.terminal.FullScreen;
import dev.egresso.terminal.TerminalEvent;
import dev.egresso.wizard.Effect;
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

/** Keys in, pages out: one session after the other, until the person leaves or the terminal is gone. */
final class WizardLoop {
    private static final Duration WAIT = Duration.ofMillis(250);

    private final FullScreen screen;
    private final Painter painter;
    private final Effects effects;
    private final Consumer<Session> keeper;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private Session session;
    private boolean over;

    /** @param keeper is shown each session, to keep its draft */
    WizardLoop(FullScreen screen, Painter painter, Effects effects, Consumer<Session> keeper, Session session) {
        this.screen = screen;
        this.painter = painter;
        this.effects = effects;
        this.keeper = keeper;
        this.session = session;
    }

    /** The session as the person left it. */
    Session run() throws IOException {
        show();
        while (!over) {
            Optional<TerminalEvent> event = screen.read(WAIT);
            if (event.isPresent()) {
                takeAll(event.get());
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
        } else if (effect instanceof Effect.Save save) {
            waiting.add(effects.save(session, save));
        }
    }
}
