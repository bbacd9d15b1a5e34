package dev.egresso.wizard;

import dev.egresso.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the wizard shows of files that were opened. */
final class OpenedScreens {
    private OpenedScreens() {}

    static Map<String, Supplier<WizardDriver>> all() {
        Map<String, Supplier<WizardDriver>> scenes = new LinkedHashMap<>();
        scenes.put("opened", () -> of("by-hand.yaml"));
        scenes.put("opened-changed", () -> changed().press("Ctrl-D"));
        scenes.put("opened-difference", () -> changed().press("Ctrl-D").type("s"));
        scenes.put("opened-planned", () -> ClusterScreens.planned(changed().press("Ctrl-D")));
        scenes.put("opened-routes", () -> of("two-routes.yaml"));
        return scenes;
    }

    static WizardDriver of(String name) {
        return WizardDriver.withFiles(Map.of(name, Resource.text("/reopen/" + name)));
    }

    private static WizardDriver changed() {
        return of("by-hand.yaml").at("external-url").press("Ctrl-U").type("https://new.partner.example/v2/");
    }
}
