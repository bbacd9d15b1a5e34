package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.InternalHost;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Wanted;
import dev.egresso.trace.Request;
import java.util.List;
import java.util.Optional;

/** What a cluster, or the kubeconfig that leads to one, is asked for. */
public sealed interface ClusterErrand extends Errand {
    /** What the cluster is wanted for in the end. */
    Choosing.Purpose purpose();

    @Override
    default boolean changesSomething() {
        return false;
    }

    @Override
    default <T> T done(Errand.By<T> by) {
        return by.cluster(this);
    }

    /** Leads to what is done for each. */
    <T> T asked(Of<T> of);

    /** One method for each errand. */
    interface Of<T> {
        T contexts(Contexts errand);

        T namespaces(Namespaces errand);

        T look(Look errand);

        T rehearse(Rehearse errand);

        T apply(Apply errand);

        T finish(Finish errand);

        T foresee(Foresee errand);

        T undo(Undo errand);

        T pods(Pods errand);

        T prove(Prove errand);
    }

    /** Which contexts the kubeconfig has; asks no server. */
    record Contexts(Choosing.Purpose purpose) implements ClusterErrand {
        @Override
        public String id() {
            return "contexts";
        }

        @Override
        public String whom() {
            return "";
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.contexts(this);
        }
    }

    /** Which namespaces there are. */
    record Namespaces(String context, Choosing.Purpose purpose) implements ClusterErrand {
        @Override
        public String id() {
            return "namespaces";
        }

        @Override
        public String whom() {
            return context;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.namespaces(this);
        }
    }

    /** What there is around the route. @param namespace where the resources go */
    record Look(String context, String namespace, Optional<InternalHost> host) implements ClusterErrand {
        @Override
        public Choosing.Purpose purpose() {
            return Choosing.Purpose.LOOK;
        }

        @Override
        public String id() {
            return "look";
        }

        @Override
        public String whom() {
            return context;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.look(this);
        }
    }

    /**
     * What applying would come to.
     *
     * @param answers that give the same set again
     * @param opened the files that they come from, if they do
     * @param taken the plan that showed whose fields would be taken over, if the person wants that
     */
    record Rehearse(
            String context, List<Wanted> wanted, Answers answers, Optional<OpenedSet> opened, Optional<Plan> taken)
            implements ClusterErrand {
        public Rehearse {
            wanted = List.copyOf(wanted);
        }

        @Override
        public Choosing.Purpose purpose() {
            return Choosing.Purpose.APPLY;
        }

        @Override
        public String id() {
            return "rehearse";
        }

        @Override
        public String whom() {
            return context;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.rehearse(this);
        }
    }

    /** To do what was shown. @param answers that give the same set again @param opened the files that they come from, if they do */
    record Apply(Plan plan, Answers answers, Optional<OpenedSet> opened) implements ClusterErrand {
        @Override
        public Choosing.Purpose purpose() {
            return Choosing.Purpose.APPLY;
        }

        @Override
        public String id() {
            return "apply";
        }

        @Override
        public String whom() {
            return plan.site().context();
        }

        @Override
        public boolean changesSomething() {
            return true;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.apply(this);
        }
    }

    /** To go on with what was begun and not finished. */
    record Finish(Receipt receipt) implements ClusterErrand {
        @Override
        public Choosing.Purpose purpose() {
            return receipt.act() == Receipt.Act.UNDO ? Choosing.Purpose.TAKE_BACK : Choosing.Purpose.APPLY;
        }

        @Override
        public String id() {
            return "finish";
        }

        @Override
        public String whom() {
            return receipt.site().context();
        }

        @Override
        public boolean changesSomething() {
            return true;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.finish(this);
        }
    }

    /** What taking back would come to. @param receipt of what; the last apply that stands if none is named */
    record Foresee(String context, Optional<String> receipt) implements ClusterErrand {
        @Override
        public Choosing.Purpose purpose() {
            return Choosing.Purpose.TAKE_BACK;
        }

        @Override
        public String id() {
            return "foresee";
        }

        @Override
        public String whom() {
            return context;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.foresee(this);
        }
    }

    /**
     * Which pods there are to prove something from.
     *
     * @param receipt of what; the last apply that stands if none is named
     * @param request to be sent; the usual one of what was applied if none is named
     */
    record Pods(String context, Optional<Receipt> receipt, Optional<Request> request) implements ClusterErrand {
        @Override
        public Choosing.Purpose purpose() {
            return Choosing.Purpose.PROVE;
        }

        @Override
        public String id() {
            return "pods";
        }

        @Override
        public String whom() {
            return context;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.pods(this);
        }
    }

    /** To send a request from a pod, and ask its sidecar. @param request none if the set does not tell of one */
    record Prove(Receipt receipt, String namespace, String pod, Optional<Request> request) implements ClusterErrand {
        @Override
        public Choosing.Purpose purpose() {
            return Choosing.Purpose.PROVE;
        }

        @Override
        public String id() {
            return "prove";
        }

        @Override
        public String whom() {
            return namespace + "/" + pod;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.prove(this);
        }
    }

    /** To take back what was shown. @param changedToo also what somebody else changed since */
    record Undo(Undoing undoing, boolean changedToo) implements ClusterErrand {
        @Override
        public Choosing.Purpose purpose() {
            return Choosing.Purpose.TAKE_BACK;
        }

        @Override
        public String id() {
            return "undo";
        }

        @Override
        public String whom() {
            return undoing.site().context();
        }

        @Override
        public boolean changesSomething() {
            return true;
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.undo(this);
        }
    }
}
