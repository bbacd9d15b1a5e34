package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import java.util.List;

/** All that can happen to a session; each message knows what it does. */
public sealed interface Message {
    Step on(Session session);

    /** A key that moves or edits. */
    record Pressed(Key key) implements Message {
        @Override
        public Step on(Session session) {
            Session clear = session.quiet();
            return clear.view().press(clear, key);
        }
    }

    /** Text from the keyboard, or pasted as a whole. */
    record Typed(String text) implements Message {
        @Override
        public Step on(Session session) {
            Session clear = session.quiet();
            return clear.view().type(clear, text);
        }
    }

    /** A command that is the same everywhere. */
    record Do(Action action) implements Message {
        @Override
        public Step on(Session session) {
            return action.run(session.quiet());
        }
    }

    /** A place on the page was clicked that leads to another view. */
    record Visit(View view) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.quiet().visiting(view));
        }
    }

    /** A choice was clicked. */
    record Chosen(FieldId field, int index) implements Message {
        @Override
        public Step on(Session session) {
            Session asked = session.quiet().visiting(session.asking(field));
            return Step.to(Form.chosen(asked, session.setup().screens().question(field), index));
        }
    }

    /** The wheel was turned, or a pane is to be moved. */
    record Scrolled(int rows) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.scrolledBy(rows));
        }
    }

    /** The resources were written. */
    record Saved(List<String> paths, int lines, boolean unchanged) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.saved(paths, lines, unchanged));
        }
    }

    /** A file of that name is there and says something else. */
    record SaveDiffers(SaveSpec spec, List<Styled> difference) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(new Overwriting(spec, difference, 0)));
        }
    }

    /** The folder that the file should go to is not there. */
    record FolderMissing(SaveSpec spec, String folder) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(new MakingFolder(spec, folder)));
        }
    }

    /** Nothing was written. */
    record SaveRefused(SaveSpec spec, String why) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(Saving.of(session, spec)).noting(Ink.ERROR, why));
        }
    }

    /** The answers came back from the person's editor. */
    record Edited(Answers answers) implements Message {
        @Override
        public Step on(Session session) {
            boolean same = answers.equals(session.answers());
            return Step.to(session.answeringAll(answers)
                    .visiting(new Review())
                    .noting(Ink.OK, session.say(same ? "edited-same" : "edited")));
        }
    }

    /** Something of the world's to say. */
    record Noted(Ink ink, String text) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.noting(ink, text));
        }
    }
}
