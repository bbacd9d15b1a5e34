package dev.egresso.wizard;

import dev.egresso.Golden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Screens as people see them, text and inks, at the sizes that people have. */
class GoldenScreensTest {
    private static final String BLOG_URL =
            "https://raw.githubusercontent.com/mcasperson/NodejsProxy/master/externalservice1.txt";

    private record Size(int columns, int rows) {}

    private static final List<Size> SIZES =
            List.of(new Size(80, 24), new Size(120, 40), new Size(160, 45), new Size(200, 60));

    private static Map<String, Supplier<WizardDriver>> scenes() {
        Map<String, Supplier<WizardDriver>> scenes = new LinkedHashMap<>();
        scenes.put("start", WizardDriver::opened);
        scenes.put(
                "half-a-url",
                () -> WizardDriver.opened().type("webserver").press("Enter").type("https://raw.githubuserc"));
        scenes.put(
                "refused-host", () -> WizardDriver.opened().type("web_server").press("Enter"));
        scenes.put("protocol", () -> WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .paste(BLOG_URL)
                .press("Enter"));
        scenes.put("who-starts-tls", () -> typed().press("Shift-Tab").at("tls"));
        scenes.put("more-questions", () -> typed().press("Ctrl-O"));
        scenes.put("walk", () -> typed().at("external-url").press("Ctrl-Y", "Down", "Down", "Right"));
        scenes.put("problems", () -> typed().at("tls").press("Down", "Ctrl-F"));
        scenes.put("review", GoldenScreensTest::typed);
        scenes.put("review-blog", () -> WizardDriver.withPreset("blog"));
        scenes.put("review-open", () -> WizardDriver.opened().press("Ctrl-D"));
        scenes.put("service", () -> typed().at("internal-service").press("Down"));
        scenes.put("passthrough", () -> typed().at("tls").press("Down"));
        scenes.put("help", () -> typed().press("Ctrl-G"));
        scenes.put("help-word", () -> typed().press("Ctrl-G").type("sni"));
        scenes.put("presets", () -> WizardDriver.opened().press("Alt-P"));
        scenes.put("trace", () -> typed().type("t"));
        scenes.put("save-sheet", () -> typed().type("w"));
        scenes.putAll(ClusterScreens.all(GoldenScreensTest::typed));
        scenes.putAll(OpenedScreens.all());
        scenes.putAll(ProbeScreens.all(GoldenScreensTest::typed));
        scenes.putAll(ProofScreens.all(GoldenScreensTest::typed));
        return scenes;
    }

    private static WizardDriver typed() {
        return WizardDriver.opened()
                .type("webserver")
                .press("Enter")
                .paste(BLOG_URL)
                .press("Enter", "Enter");
    }

    @TestFactory
    Stream<DynamicTest> each_scene_looks_as_it_did() {
        return scenes().entrySet().stream().flatMap(scene -> SIZES.stream().map(size -> {
            String name = scene.getKey() + "-" + size.columns() + "x" + size.rows();
            return DynamicTest.dynamicTest(
                    name,
                    () -> Golden.matches(
                            "screens/" + name + ".txt", scene.getValue().get().picture(size.columns(), size.rows())));
        }));
    }
}
