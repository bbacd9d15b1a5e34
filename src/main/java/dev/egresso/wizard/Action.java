package dev.egresso.wizard;

import dev.egresso.screens.AnswersFile;
import dev.egresso.yaml.YamlWriter;
import java.util.Locale;

/** What can be done from anywhere, by a key or by its name in help. */
public enum Action {
    MORE {
        @Override
        Step run(Session session) {
            if (session.view() instanceof MoreQuestions more) {
                return Step.to(session.visiting(more.back()));
            }
            return Step.to(session.visiting(
                    MoreQuestions.at(session, session.way().more().get(0).field())));
        }
    },
    INSPECT {
        @Override
        Step run(Session session) {
            return Step.to(session.visiting(
                    session.view() instanceof Inspecting inspecting ? inspecting.back() : Inspecting.of(session)));
        }
    },
    EXPLAIN {
        @Override
        Step run(Session session) {
            return Step.to(Explaining.line(session)
                    .map(session::visiting)
                    .orElseGet(() -> session.noting(Ink.INFO, session.say("explain-no-line"))));
        }
    },
    PROBLEMS {
        @Override
        Step run(Session session) {
            return Step.to(session.visiting(
                    session.view() instanceof Problems problems ? problems.back() : Problems.first(session)));
        }
    },
    TRACE {
        @Override
        Step run(Session session) {
            return Step.to(
                    session.visiting(session.view() instanceof Tracing tracing ? tracing.back() : Tracing.of(session)));
        }
    },
    REVIEW {
        @Override
        Step run(Session session) {
            return Step.to(session.visiting(new Review()));
        }
    },
    SAVE {
        @Override
        Step run(Session session) {
            return session.writing().saving(session.save(), false, false);
        }
    },
    SAVE_AS {
        @Override
        Step run(Session session) {
            return session.setup()
                    .opened()
                    .map(session.writing()::writingBack)
                    .orElseGet(() -> Step.to(session.visiting(Saving.of(session, session.save()))));
        }
    },
    APPLY {
        @Override
        Step run(Session session) {
            return session.clusters().choosingFor(Choosing.Purpose.APPLY);
        }
    },
    TAKE_BACK {
        @Override
        Step run(Session session) {
            return session.clusters().takingBack();
        }
    },
    DIFFERENCES {
        @Override
        Step run(Session session) {
            return session.clusters().differences();
        }
    },
    CAME_OF {
        @Override
        Step run(Session session) {
            return session.clusters().whatCameOfIt();
        }
    },
    PROVE {
        @Override
        Step run(Session session) {
            return session.clusters().proving();
        }
    },
    LOOK {
        @Override
        Step run(Session session) {
            return session.clusters().choosingFor(Choosing.Purpose.LOOK);
        }
    },
    PROBE {
        @Override
        Step run(Session session) {
            return Probed.aim(session)
                    .map(aim -> session.asking(new ProbeErrand(aim), behind(session.view())))
                    .orElseGet(() -> Step.to(session.noting(Ink.WARNING, session.say("probe-no-aim"))));
        }

        private static View behind(View view) {
            View at = ClusterView.behind(view);
            return at instanceof Probed probed ? probed.back() : at;
        }
    },
    COPY {
        @Override
        Step run(Session session) {
            if (!session.isComplete()) {
                return Step.to(session.noting(Ink.WARNING, session.whatIsMissing()));
            }
            String text = session.outcome()
                    .edited()
                    .map(edited -> String.join("---\n", edited.texts().values()))
                    .orElseGet(() -> YamlWriter.text(session.draft().manifests()));
            return Step.to(session, new Effect.Copy(text));
        }
    },
    EDIT {
        @Override
        Step run(Session session) {
            return Step.to(session, new Effect.Edit(AnswersFile.text(session.answers())));
        }
    },
    PRESETS {
        @Override
        Step run(Session session) {
            return Step.to(session.visiting(
                    session.view() instanceof Presets presets ? presets.back() : new Presets(0, session.view())));
        }
    },
    UNDO {
        @Override
        Step run(Session session) {
            return Step.to(session.undone());
        }
    },
    REDO {
        @Override
        Step run(Session session) {
            return Step.to(session.redone());
        }
    },
    HELP {
        @Override
        Step run(Session session) {
            return Step.to(session.visiting(Help.of(session)));
        }
    },
    SUSPEND {
        @Override
        Step run(Session session) {
            return Step.to(session, new Effect.Suspend());
        }
    },
    REDRAW {
        @Override
        Step run(Session session) {
            return Step.to(session, new Effect.Redraw());
        }
    },
    LEAVE {
        @Override
        Step run(Session session) {
            if (session.work().isChanging()) {
                return session.stopping(session.work().stopping());
            }
            return Step.to(session, new Effect.Leave());
        }
    };

    abstract Step run(Session session);

    /** The name of this action's words. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
