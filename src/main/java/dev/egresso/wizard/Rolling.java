package dev.egresso.wizard;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Site;
import java.util.List;

/**
 * While a cluster is being changed, resource by resource. What the worker told stands in {@link Work}.
 *
 * @param order in which the resources are changed
 */
public record Rolling(Receipt.Act act, Site site, List<Address> order, View back) implements ClusterView {
    public Rolling {
        order = List.copyOf(order);
    }

    @Override
    public Step press(Session session, Key key) {
        return key == Key.ESCAPE ? stopped(session) : Step.to(session);
    }

    private static Step stopped(Session session) {
        return session.work().isChanging() ? session.stopping(false) : Step.to(session);
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "c", "q" -> stopped(session);
            case "?" -> Action.HELP.run(session);
            default -> Step.to(session);
        };
    }

    @Override
    public View from(View other) {
        return new Rolling(act, site, order, other);
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.rolling(this);
    }
}
