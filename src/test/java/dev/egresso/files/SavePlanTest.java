package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.egresso.mesh.Kind;
import dev.egresso.yaml.Document;
import dev.egresso.yaml.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SavePlanTest {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final List<Document> ALL_FOUR = List.of(
            new Document(Kind.SERVICE_ENTRY, "github", "kind: ServiceEntry\n"),
            new Document(Kind.VIRTUAL_SERVICE, "webserver", "kind: VirtualService\n"),
            new Document(Kind.DESTINATION_RULE, "github", "kind: DestinationRule\n"),
            new Document(Kind.SERVICE, "webserver", "kind: Service\n"));

    @Test
    void one_file_holds_all_documents_in_their_order() {
        SavePlan plan = SavePlan.of(Layout.FILE, HERE.resolve("webserver-egress.yaml"), ALL_FOUR, Optional.empty());

        assertThat(plan.files())
                .containsExactly(
                        new PlannedFile(
                                HERE.resolve("webserver-egress.yaml"),
                                """
                                kind: ServiceEntry
                                ---
                                kind: VirtualService
                                ---
                                kind: DestinationRule
                                ---
                                kind: Service
                                """));
    }

    @Test
    void split_gives_each_resource_a_file_named_after_its_kind() {
        SavePlan plan = SavePlan.of(Layout.SPLIT, HERE.resolve("k8s"), ALL_FOUR, Optional.empty());

        assertThat(names(plan))
                .containsExactly("service-entry.yaml", "virtual-service.yaml", "destination-rule.yaml", "service.yaml");
        assertThat(plan.files()).allMatch(file -> file.path().getParent().equals(HERE.resolve("k8s")));
        assertThat(plan.files().get(1).text()).isEqualTo("kind: VirtualService\n");
    }

    @Test
    void kustomize_lists_the_files_in_a_kustomization() {
        SavePlan plan = SavePlan.of(Layout.KUSTOMIZE, HERE.resolve("k8s"), ALL_FOUR.subList(0, 2), Optional.empty());

        assertThat(plan.files())
                .last()
                .isEqualTo(
                        new PlannedFile(
                                HERE.resolve("k8s/kustomization.yaml"),
                                """
                                apiVersion: kustomize.config.k8s.io/v1beta1
                                kind: Kustomization
                                resources:
                                - service-entry.yaml
                                - virtual-service.yaml
                                """));
    }

    @Test
    void the_answers_go_beside_the_one_file() {
        assertThat(answersBeside("webserver-egress.yaml")).isEqualTo("webserver-egress.answers.yaml");
        assertThat(answersBeside("webserver-egress.yml")).isEqualTo("webserver-egress.answers.yaml");
        assertThat(answersBeside("webserver-egress.json")).isEqualTo("webserver-egress.json.answers.yaml");
        assertThat(answersBeside("webserver")).isEqualTo("webserver.answers.yaml");
    }

    @Test
    void the_answers_go_into_the_folder_and_not_into_the_kustomization() {
        SavePlan plan = SavePlan.of(Layout.KUSTOMIZE, HERE.resolve("k8s"), ALL_FOUR, Optional.of("egresso: 1\n"));

        assertThat(plan.files())
                .last()
                .isEqualTo(new PlannedFile(HERE.resolve("k8s/egresso.answers.yaml"), "egresso: 1\n"));
        assertThat(plan.files().get(4).text()).doesNotContain("answers");
    }

    @Test
    void several_resources_of_one_kind_get_their_names_into_the_file_names() {
        List<Document> documents = List.of(
                new Document(Kind.SERVICE_ENTRY, "github", "a"),
                new Document(Kind.SERVICE_ENTRY, "../../Etc/Passwd", "b"),
                new Document(Kind.SERVICE_ENTRY, "github", "c"),
                new Document(Kind.SERVICE, "webserver", "d"));

        assertThat(names(SavePlan.of(Layout.SPLIT, HERE, documents, Optional.empty())))
                .containsExactly(
                        "service-entry-github.yaml",
                        "service-entry--etc-passwd.yaml",
                        "service-entry-github-2.yaml",
                        "service.yaml");
    }

    @Test
    void a_document_without_a_last_line_feed_does_not_run_into_the_next() {
        List<Document> documents =
                List.of(new Document(Kind.SERVICE_ENTRY, "a", "a: 1"), new Document(Kind.SERVICE, "b", "b: 2"));

        assertThat(SavePlan.of(Layout.FILE, HERE.resolve("x.yaml"), documents, Optional.empty())
                        .files()
                        .get(0)
                        .text())
                .isEqualTo("a: 1\n---\nb: 2\n");
    }

    @Test
    void a_relative_target_or_no_document_is_a_mistake_of_the_caller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SavePlan.of(Layout.FILE, Path.of("x.yaml"), ALL_FOUR, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SavePlan.of(Layout.FILE, HERE.resolve("x.yaml"), List.of(), Optional.empty()));
    }

    @Test
    void layouts_have_the_words_of_the_command_line() {
        assertThat(Layout.of("kustomize")).contains(Layout.KUSTOMIZE);
        assertThat(Layout.of("FILE")).isEmpty();
        assertThat(Layout.SPLIT.word()).isEqualTo("split");
    }

    @Property(seed = "20261124")
    void a_plan_never_leaves_its_folder_and_never_names_a_file_twice(
            @ForAll Layout layout, @ForAll("documents") List<Document> documents) {
        Path folder = HERE.resolve("k8s");
        Path target = layout == Layout.FILE ? folder.resolve("all.yaml") : folder;

        SavePlan plan = SavePlan.of(layout, target, documents, Optional.of(""));

        assertThat(plan.files())
                .allMatch(file -> file.path().normalize().equals(file.path()))
                .allMatch(file -> file.path().getParent().equals(folder))
                .allMatch(file -> file.path().getFileName().toString().length() <= 255);
        assertThat(names(plan)).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<Document>> documents() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.of("..", "../..", "/etc/passwd", "a/b", "a\0b", "github", "GITHUB", "github-2", ""));
        return Combinators.combine(Arbitraries.of(Kind.class), names)
                .as((kind, name) -> new Document(kind, name, "x: 1\n"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static String answersBeside(String name) {
        return SavePlan.answersFile(Layout.FILE, HERE.resolve(name))
                .getFileName()
                .toString();
    }

    private static List<String> names(SavePlan plan) {
        return plan.files().stream()
                .map(file -> file.path().getFileName().toString())
                .toList();
    }
}
