package dev.egresso.cli;

import dev.egresso.files.Receipts;
import dev.egresso.rollout.Receipt;

/** What was begun in a cluster and not finished is said first, whatever is called next. */
final class OpenReceipts {
    private OpenReceipts() {}

    static void say(Bundled bundled) {
        Receipts receipts = ClusterWay.receipts(bundled.world());
        if (!receipts.hasAbandoned()) {
            return;
        }
        for (Receipt receipt : receipts.abandoned()) {
            bundled.world()
                    .say(bundled.screens()
                            .say(
                                    receipt.act() == Receipt.Act.UNDO ? "open-undo" : "open-receipt",
                                    "context",
                                    receipt.site().context(),
                                    "time",
                                    When.of(receipt.time(), bundled.world()),
                                    "receipt",
                                    receipt.id()));
        }
    }
}
