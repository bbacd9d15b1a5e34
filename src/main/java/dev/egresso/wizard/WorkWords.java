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
}
