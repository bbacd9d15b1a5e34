package dev.egresso.cli;

import dev.egresso.files.Receipts;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Trouble;
import dev.egresso.screens.Screens;
import dev.egresso.wizard.RolloutRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of an apply or an undo that is over: why it failed, if it did, and how the cluster is left. */
final class Ending {
    private Ending() {}

    static List<String> of(Outcome outcome, Receipts receipts, Screens screens) {
        if (outcome.trouble().isEmpty()) {
            return List.of(
                    screens.say(done(outcome), "receipt", outcome.receipt().id()));
        }
        RolloutRows rows = new RolloutRows(screens);
        List<String> said = new ArrayList<>();
        outcome.cause().ifPresent(cause -> said.addAll(why(rows, outcome.at(), cause)));
        outcome.trouble()
                .ifPresent(trouble ->
                        said.addAll(why(rows, outcome.isPutBack() ? outcome.at() : Optional.empty(), trouble)));
        said.add(
                outcome.isPutBack()
                        ? screens.say("apply-put-back")
                        : screens.say(
                                "apply-stuck",
                                "receipt",
                                outcome.receipt().id(),
                                "file",
                                receipts.folder().toString()));
        return said;
    }

    /** With which fields belong to whom, if it failed for that. */
    private static List<String> why(RolloutRows rows, Optional<Address> at, Trouble trouble) {
        List<String> said = new ArrayList<>(List.of(rows.sentence(at, trouble)));
        rows.owners(trouble).forEach(owner -> said.add("  " + owner));
        return said;
    }

    private static String done(Outcome outcome) {
        if (outcome.isPutBack()) {
            return "undo-open-done";
        }
        return outcome.receipt().act() == Receipt.Act.APPLY ? "apply-done" : "undo-done";
    }
}
