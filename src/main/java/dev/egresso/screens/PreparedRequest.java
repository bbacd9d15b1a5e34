package dev.egresso.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request that shows a route at work.
 *
 * @param request with the names of what fits the route in braces
 * @param headers with a semicolon between, empty if there are none
 * @param shows what to look for
 */
public record PreparedRequest(String request, String headers, String shows) {
    static List<PreparedRequest> readAll(String file, String text) {
        List<PreparedRequest> all = new ArrayList<>();
        YamlText top = YamlText.of(file, text);
        for (YamlText entry : top.list("requests")) {
            all.add(new PreparedRequest(
                    entry.required("request"), entry.optional("headers").orElse(""), entry.required("shows")));
            entry.end();
        }
        top.end();
        if (all.isEmpty()) {
            throw top.fault("there is no request here");
        }
        return List.copyOf(all);
    }

    /** The request with names filled in. */
    public PreparedRequest filled(Map<String, String> names) {
        return new PreparedRequest(Words.filled(request, names), Words.filled(headers, names), shows);
    }

    /** Whether all it mentions is known. */
    public boolean isWhole(Map<String, String> names) {
        return !filled(names).request().contains("{");
    }
}
