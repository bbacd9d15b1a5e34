package dev.egresso.cluster;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Wanted;
import java.util.List;
import java.util.Optional;

/** Lets the world end, or one write fail, at a chosen write; works in front of the double and of a real server alike. */
final class MeddlingApi implements Api {
    /** The program was killed. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What happens at the chosen write. */
    enum What {
        REFUSED,
        KILLED_BEFORE,
        KILLED_AFTER
    }

    private final Api api;
    private final int at;
    private final What what;
    private int writes;

    /** @param at the write that it happens at, counted from 1, rehearsals not counted */
    MeddlingApi(Api api, int at, What what) {
        this.api = api;
        this.at = at;
        this.what = what;
    }

    private interface Write<T> {
        T run();
    }

    private <T> T write(Write<T> write) {
        if (++writes != at) {
            return write.run();
        }
        if (what == What.REFUSED) {
            throw Troubled.of("refused", "code", "418", "detail", "no more tea");
        }
        if (what == What.KILLED_AFTER) {
            write.run();
        }
        throw new Killed();
    }

    @Override
    public Optional<LiveObject> get(Address address) {
        return api.get(address);
    }

    @Override
    public Applied apply(Wanted wanted, boolean force, boolean dryRun) {
        return dryRun ? api.apply(wanted, force, true) : write(() -> api.apply(wanted, force, false));
    }

    @Override
    public LiveObject create(Address address, LiveObject object) {
        return write(() -> api.create(address, object));
    }

    @Override
    public LiveObject replace(Address address, LiveObject object) {
        return write(() -> api.replace(address, object));
    }

    @Override
    public void delete(Address address, LiveObject current) {
        write(() -> {
            api.delete(address, current);
            return true;
        });
    }

    @Override
    public boolean may(String verb, Address address) {
        return api.may(verb, address);
    }

    @Override
    public boolean mayExec(String namespace) {
        return api.mayExec(namespace);
    }

    @Override
    public Spoken exec(Pod pod, String container, List<String> command, int most) {
        return api.exec(pod, container, command, most);
    }

    @Override
    public Optional<String> whoAmI() {
        return api.whoAmI();
    }

    @Override
    public Optional<LiveObject> read(String path) {
        return api.read(path);
    }

    @Override
    public List<LiveObject> list(String path) {
        return api.list(path);
    }
}
