package dev.egresso.files;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** The real disk with trouble at some steps. */
final class TroubledDisk {
    private final Trouble trouble;
    private final List<String> steps = new ArrayList<>();

    private TroubledDisk(Trouble trouble) {
        this.trouble = trouble;
    }

    /** What happens before a step; nothing, an exception, or something on the disk. */
    interface Trouble {
        void before(int number, String step) throws Exception;
    }

    static Disk of(Trouble trouble) {
        return new TroubledDisk(trouble).disk();
    }

    /** As after a kill: from one step on, none is made any more, not even those that would tidy up. */
    static Disk dyingAt(int last) {
        return of((number, step) -> {
            if (number >= last) {
                throw new IOException("killed");
            }
        });
    }

    private Disk disk() {
        Disk real = new RealDisk();
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    trouble.before(steps.size(), method.getName());
                    steps.add(method.getName());
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException wrapped) {
                        throw wrapped.getCause();
                    }
                });
    }
}
