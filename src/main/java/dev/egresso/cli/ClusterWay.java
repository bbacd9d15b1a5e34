package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.cluster.ClusterDoor;
import dev.egresso.files.Receipts;
import dev.egresso.files.Turn;
import dev.egresso.plain.PlainText;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Ticket;
import dev.egresso.rollout.Trouble;
import dev.egresso.screens.Screens;
import dev.egresso.wizard.RolloutRows;
import dev.egresso.wizard.Styled;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the commands that speak to a cluster have in common: opening it, saying where, asking, keeping receipts. */
final class ClusterWay {
    static final String YES = "--yes";
    static final String DRY_RUN = "--dry-run";
    private static final String CONTEXT = "--context";
    private static final int LONGEST_ANSWER = 400;

    private final ParseResult parsed;
    private final World world;
    private final Screens screens;
    private final RolloutRows rows;

    ClusterWay(ParseResult parsed, Bundled bundled) {
        this.parsed = parsed;
        this.world = bundled.world();
        this.screens = bundled.screens();
        this.rows = new RolloutRows(screens);
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(Egresso.option(CONTEXT, "NAME", "A context of the kubeconfig. Default the current one."));
        spec.addOption(Look.colorOption());
    }

    Screens screens() {
        return screens;
    }

    RolloutRows rows() {
        return rows;
    }

    Optional<String> context() {
        return Optional.ofNullable(parsed.matchedOptionValue(CONTEXT, null));
    }

    Cluster open(Optional<String> context) {
        ClusterDoor.Opening opening = ClusterDoor.of(world.environment(), world.home())
                .telling(world::say)
                .open(context);
        if (opening instanceof ClusterDoor.Open open) {
            return open.cluster();
        }
        throw refused(((ClusterDoor.Shut) opening).trouble());
    }

    Refusal refused(Trouble trouble) {
        return new Refusal(Exit.CLUSTER, rows.sentence(Optional.empty(), trouble));
    }

    static Receipts receipts(World world) {
        return Receipts.in(
                Receipts.usualFolder(world.environment(), world.home(), world.os()), world.clock(), SecureRandom::new);
    }

    /** The right to change the cluster. @throws Refusal while another process has it */
    Turn turn(Receipts receipts, Cluster cluster) {
        String server = cluster.site().server();
        return receipts.turn(server).orElseThrow(() -> refused(othersTurn(server)));
    }

    static Trouble othersTurn(String server) {
        return Trouble.of("others-turn", "server", server);
    }

    Ticket ticket(Receipts receipts, String name) {
        return ticket(world, receipts, name);
    }

    static Ticket ticket(World world, Receipts receipts, String name) {
        return new Ticket(receipts.newId(), name, world.clock().instant(), world.user());
    }

    /** Talk, coloured if stderr may be. */
    void say(List<Styled> talk) {
        PlainText plain = new PlainText(Look.isColoured(parsed, world));
        talk.forEach(row -> world.say(plain.of(row)));
    }

    void say(Styled row) {
        say(List.of(row));
    }

    void say(String id, String... arguments) {
        world.say(screens.say(id, arguments));
    }

    void tell(String sentence) {
        world.say(sentence);
    }

    /** What could not be looked for; a lost connection is left to the rehearsal, which meets it too. */
    void sayUnseen(Optional<Trouble> unseen) {
        unseen.filter(trouble -> !trouble.isOfTheConnection())
                .ifPresent(trouble -> say("entries-unseen", "trouble", rows.sentence(Optional.empty(), trouble)));
    }

    /** Which ServiceEntries have a host already. */
    void say(Rivals rivals) {
        sayUnseen(rivals.unseen());
        if (!rivals.entries().isEmpty()) {
            say("entry-second", "entries", rivals.names());
        }
    }

    /** Data. */
    void print(List<Styled> data) {
        PlainText plain = new PlainText(Look.isColoured(parsed, world));
        data.forEach(row -> world.out().println(plain.of(row)));
    }

    void sayWhere(Plan plan) {
        say(rows.site(plan.site(), plan.namespaces()));
        say(plan);
    }

    void say(Plan plan) {
        say(rows.plan(plan));
        if (plan.needsForce()) {
            say("plan-force");
        }
    }

    /**
     * Whether the person says yes: by a flag, by y, or by the name of the context where it looks like production.
     *
     * @param question the id of what is asked where it does not
     */
    boolean isConfirmed(Site site, List<String> namespaces, String question) {
        if (parsed.hasMatchedOption(YES)) {
            return true;
        }
        if (!world.interactive() || readsStdin()) {
            throw new Refusal(
                    Exit.USAGE, "Nobody is there to say yes, so nothing was written.", "--yes says it for scripts.");
        }
        boolean production = site.looksLikeProduction(namespaces).isPresent();
        say(production ? "production-question" : question, "context", site.context());
        String answer = answer();
        return production ? answer.equals(site.context()) : answer.equalsIgnoreCase("y");
    }

    /** Where resources or answers come from stdin, nobody can answer there. */
    private boolean readsStdin() {
        return parsed.hasMatchedOption("--answers")
                        && parsed.matchedOptionValue("--answers", "").equals("-")
                || parsed.matchedArgs().stream()
                        .anyMatch(word ->
                                word.isPositional() && word.stringValues().contains("-"));
    }

    private String answer() {
        StringBuilder answer = new StringBuilder();
        try {
            for (int letter = world.in().read();
                    letter >= 0 && letter != '\n' && answer.length() < LONGEST_ANSWER;
                    letter = world.in().read()) {
                answer.append((char) letter);
            }
        } catch (IOException gone) {
            return "";
        }
        return answer.toString().strip();
    }
}
