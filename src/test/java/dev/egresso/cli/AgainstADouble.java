package dev.egresso.cli;

import dev.egresso.TempFolder;
import dev.egresso.cluster.DoubledCluster;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Commands of jane, run in this process in a folder of their own, whose kubeconfig leads to a double of an API server. */
abstract class AgainstADouble {
    final DoubledCluster doubled = new DoubledCluster();
    final TempFolder folder = TempFolder.create();
    final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    final void signIn() {
        environment.put("KUBECONFIG", doubled.kubeconfig().toString());
        environment.put("XDG_STATE_HOME", folder.path().resolve("state").toString());
        environment.put("USER", "jane");
    }

    @AfterEach
    final void signOut() {
        doubled.close();
        folder.close();
    }

    final CommandRun run(String... words) {
        return CommandRun.of(folder, environment, null, words);
    }
}
