package dev.egresso.wizard;

import dev.egresso.mesh.InternalHost;
import java.util.Optional;

/** What a cluster, or the kubeconfig that leads to one, is asked for. */
public sealed interface ClusterErrand extends Errand {
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

        T look(Look errand);
    }

    /** What the cluster is wanted for in the end. */
    Choosing.Purpose purpose();

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

    /** What there is around the route. @param context the current one if empty @param namespace where the resources go */
    record Look(Optional<String> context, String namespace, Optional<InternalHost> host) implements ClusterErrand {
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
            return context.orElse("");
        }

        @Override
        public <T> T asked(Of<T> of) {
            return of.look(this);
        }
    }
}
