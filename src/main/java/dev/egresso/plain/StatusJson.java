package dev.egresso.plain;

import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import java.util.List;
import java.util.Map;

/** What was applied and how it stands, as JSON: an array with an object for each receipt. */
public final class StatusJson {
    private StatusJson() {}

    public static String of(Map<Receipt, List<Standing>> standings) {
        return Json.of(json -> json.objects(standings.entrySet(), each -> write(each.getKey(), each.getValue(), json)));
    }

    private static void write(Receipt receipt, List<Standing> standings, Json json) {
        json.text("receipt", receipt.id());
        json.text("name", receipt.name());
        json.text("context", receipt.site().context());
        json.text("server", receipt.site().server());
        json.text("time", receipt.time().toString());
        json.text("person", receipt.person());
        json.flag("open", receipt.isOpen());
        json.text("selector", receipt.selector());
        json.objects("resources", standings, standing -> {
            json.text("resource", standing.entry().address().toString());
            json.text("state", Json.word(standing.state()));
            json.texts("writers", standing.writers());
        });
    }
}
