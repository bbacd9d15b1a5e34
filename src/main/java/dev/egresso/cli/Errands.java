package dev.egresso.cli;

import dev.egresso.wizard.ClusterErrand;
import dev.egresso.wizard.Errand;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.ProbeErrand;
import java.util.function.Function;

/** How each errand of the wizard is done; whatever that needs is loaded with the first one. */
final class Errands implements Errand.By<Function<Worker.Line, Message>> {
    private final Bundled bundled;
    private final Flags flags;
    private ClusterErrands cluster;

    Errands(Bundled bundled, Flags flags) {
        this.bundled = bundled;
        this.flags = flags;
    }

    @Override
    public Function<Worker.Line, Message> cluster(ClusterErrand errand) {
        if (cluster == null) {
            cluster = new ClusterErrands(bundled, flags);
        }
        return errand.asked(cluster);
    }

    @Override
    public Function<Worker.Line, Message> probe(ProbeErrand errand) {
        return new ProbeErrands(bundled.world()).probe(errand);
    }
}
