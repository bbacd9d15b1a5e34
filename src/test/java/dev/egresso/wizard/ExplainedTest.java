package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.explain.Explanation;
import dev.egresso.explain.Explanations;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Matrix;
import dev.egresso.mesh.Surroundings;
import dev.egresso.screens.Screens;
import dev.egresso.yaml.Document;
import dev.egresso.yaml.Line;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every line that any answer can produce says what it means, why it stands there, and what breaks without it. */
class ExplainedTest {
    private static final Screens SCREENS = Checkout.screens();
    private static final Explanations EXPLANATIONS = SCREENS.explanations();

    private record Route(String name, Answers answers) {
        Draft draft() {
            return Draft.of(answers, Surroundings.unknown());
        }

        Route withService() {
            return new Route(name + " with Service", answers.with(FieldId.INTERNAL_SERVICE, "create"));
        }

        List<Line> lines() {
            return Preview.of(draft()).panes().stream()
                    .flatMap(pane -> pane.lines().stream())
                    .toList();
        }
    }

    /** All presets and the whole matrix, each also with the Service for its host. */
    private static Stream<Route> routes() {
        Stream<Route> presets = Checkout.presets().entrySet().stream()
                .map(preset ->
                        new Route("preset " + preset.getKey(), preset.getValue().answers()));
        Stream<Route> matrix = Matrix.cases().map(each -> new Route(each.name(), each.answers()));
        Route secretOnOnePort = new Route(
                "partner-mtls-secret on one port",
                Checkout.presets().get("partner-mtls-secret").answers().with(FieldId.SHAPE, "classic"));
        return Stream.of(presets, matrix, Stream.of(secretOnOnePort))
                .flatMap(all -> all)
                .flatMap(route -> Stream.of(route, route.withService()))
                .filter(route -> route.draft().route().isPresent());
    }

    @Test
    void every_line_is_explained() {
        SoftAssertions softly = new SoftAssertions();
        routes().forEach(route -> route.lines().forEach(line -> softly.assertThat(EXPLANATIONS.of(line.path()))
                .as(route.name() + ": " + line.path().pattern())
                .isPresent()));
        softly.assertAll();
    }

    @Test
    void the_walk_tells_of_every_line_with_all_facts_filled_in() {
        SoftAssertions softly = new SoftAssertions();
        routes().forEach(route -> {
            WizardDriver wizard = WizardDriver.with(route.answers());
            for (Kind kind : wizard.session().preview().written()) {
                List<Line> lines = wizard.session().preview().pane(kind).lines();
                for (int row = 0; row < lines.size(); row++) {
                    wizard.take(new Message.Visit(new Inspecting(kind, row, "", false, new Review())));
                    softly.assertThat(said(wizard))
                            .as(route.name() + ": " + lines.get(row).path())
                            .contains("What breaks")
                            .doesNotContainPattern("\\{[a-z-]+\\}");
                }
            }
        });
        softly.assertAll();
    }

    /** The upper part of a page that is large enough for every explanation. */
    private static String said(WizardDriver wizard) {
        Upper upper = wizard.session().view().shown(new UpperPart(wizard.session(), 76, 96, 200, 60, false));
        return Stream.concat(upper.left().stream(), upper.right().stream())
                .map(Styled::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void every_reason_for_a_derived_line_has_words() {
        SoftAssertions softly = new SoftAssertions();
        routes().flatMap(route -> Stream.concat(
                        route.lines().stream().map(line -> line.origin().because()),
                        route.draft().settings().values().stream().map(setting -> setting.because())))
                .distinct()
                .forEach(reason -> softly.assertThat(SCREENS.words().of(reason))
                        .as(reason.toString())
                        .isNotEqualTo(reason.id())
                        .doesNotContainPattern("\\{[a-z-]+\\}"));
        softly.assertAll();
    }

    @Test
    void no_text_says_why_a_line_stands_there_that_never_comes() {
        Set<String> produced = new TreeSet<>();
        routes().forEach(route -> route.lines()
                .forEach(line ->
                        EXPLANATIONS.of(line.path()).map(Explanation::path).ifPresent(produced::add)));
        assertThat(EXPLANATIONS.all())
                .filteredOn(explanation -> !explanation.here().isEmpty())
                .extracting(Explanation::path)
                .filteredOn(path -> !produced.contains(path))
                .isEmpty();
    }

    @Test
    void comments_change_nothing_and_fit_an_editor() {
        routes().forEach(route -> {
            Bundle bundle = Bundle.of(route.draft().route().orElseThrow());
            List<Document> commented = CommentedYaml.of(bundle, SCREENS);
            for (int i = 0; i < commented.size(); i++) {
                Document plain = Document.of(bundle.manifests().get(i));
                assertThat(read(commented.get(i).text())).as(route.name()).isEqualTo(read(plain.text()));
                assertThat(commented.get(i).text().lines().filter(row -> row.strip()
                                .startsWith("#")))
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(90));
            }
        });
    }

    private static Object read(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
}
