package dev.egresso.wizard;

/** What is said of the worker while it is at something. */
final class WorkWords {
    private WorkWords() {}

    static String of(Session session) {
        Work work = session.work();
        String what = work.errand()
                .map(errand -> session.say("work-" + errand.id(), "whom", errand.whom()))
                .orElse("");
        String time = session.say("work-time", "seconds", Integer.toString(work.quarters() / 4));
        return work.stopping() ? session.say("work-stopping") + "  " + time : what + "  " + time;
    }

    /** A sign that turns, four times a second, so that one sees that nothing is frozen. */
    static String turning(Session session) {
        return String.valueOf("|/-\\".charAt(Math.floorMod(session.work().quarters(), 4)));
    }
}
