package dev.egresso.cluster;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What a plugin handed out: kept while it is fresh, and asked for again once the server does not know it any more. */
final class Granted implements Credentials {
    /** What plugins handed out in this run of the program; each is asked once for all connections. */
    static final class Kept {
        private final Map<ExecPlugin, ExecPlugin.Credential> credentials = new ConcurrentHashMap<>();
        private final Clock clock;
        private final Duration longest;
        private final Consumer<String> talk;

        Kept(Clock clock, Duration longest, Consumer<String> talk) {
            this.clock = clock;
            this.longest = longest;
            this.talk = talk;
        }

        synchronized ExecPlugin.Credential from(ExecPlugin plugin) {
            ExecPlugin.Credential kept = credentials.get(plugin);
            if (kept == null || !kept.isFresh(clock.instant())) {
                kept = plugin.run(longest, talk);
                credentials.put(plugin, kept);
            }
            return kept;
        }

        /** Unless somebody has renewed them meanwhile. */
        synchronized void forget(ExecPlugin plugin, ExecPlugin.Credential refused) {
            credentials.remove(plugin, refused);
        }
    }

    private final ExecPlugin plugin;
    private final Kept kept;
    private ExecPlugin.Credential last;
    private boolean renewed;

    /** Runs the plugin, unless it has been. @throws Troubled where it does not hand out anything */
    Granted(ExecPlugin plugin, Kept kept) {
        this.plugin = plugin;
        this.kept = kept;
        this.last = kept.from(plugin);
    }

    @Override
    public synchronized String authorization() {
        last = kept.from(plugin);
        return last.token().isEmpty() ? "" : "Bearer " + last.token();
    }

    @Override
    public synchronized Optional<ClientCertificate> certificate() {
        return last.certificate();
    }

    /** Once for a connection: who is not known twice is not known. */
    @Override
    public synchronized boolean renew() {
        if (renewed) {
            return false;
        }
        renewed = true;
        kept.forget(plugin, last);
        last = kept.from(plugin);
        return true;
    }
}
