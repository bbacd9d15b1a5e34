package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.yaml.Line;
import dev.egresso.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever is answered. */
class DraftPropertiesTest {

    @Provide
    Arbitrary<Answers> likely() {
        return AnyAnswers.likely();
    }

    @Provide
    Arbitrary<Answers> wild() {
        return AnyAnswers.wild();
    }

    @Provide
    Arbitrary<Surroundings> surroundings() {
        return AnyAnswers.surroundings();
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyAnswers.texts();
    }

    @Property(tries = 1_000, seed = "20261124")
    void anything_may_be_said(@ForAll("wild") Answers answers, @ForAll("surroundings") Surroundings surroundings) {
        Draft draft = Draft.of(answers, surroundings);
        for (Manifest manifest : draft.manifests()) {
            assertThat(YamlWriter.lines(manifest)).isNotEmpty().doesNotContainNull();
        }
        assertThat(draft.settings().keySet()).containsExactlyElementsOf(FieldId.all());
        assertThat(draft.pieces()).extracting(Piece::kind).containsExactly(Kind.values());
        holdsTogether(draft);
    }

    @Property(tries = 1_500, seed = "20261124")
    void a_route_is_there_when_nothing_is_missing_and_nothing_refused(
            @ForAll("likely") Answers answers, @ForAll("surroundings") Surroundings surroundings) {
        holdsTogether(Draft.of(answers, surroundings));
    }

    private static void holdsTogether(Draft draft) {
        boolean refused = draft.problems().stream().anyMatch(Problem::isError);
        assertThat(draft.route().isPresent())
                .as("problems %s, missing %s", draft.problems(), draft.missing())
                .isEqualTo(!refused && draft.missing().isEmpty());
        for (Problem problem : draft.problems()) {
            assertThat(draft.setting(problem.field()).applies() || !problem.isError())
                    .as("%s can be reached", problem)
                    .isTrue();
            assertThat(problem.arguments()).as(problem.id()).noneSatisfy((name, text) -> assertThat(text)
                    .isBlank());
        }
        assertThat(draft.problems()).doesNotHaveDuplicates();
        draft.route().map(Bundle::of).ifPresent(DraftPropertiesTest::isWhole);
    }

    private static void isWhole(Bundle bundle) {
        assertThat(bundle.manifests()).isNotEmpty().noneMatch(Manifest::hasHoles);
        withEntry(bundle).ifPresent(manifests -> assertThat(Structure.faults(manifests))
                .as("%s %s", bundle.answers(), YamlWriter.text(bundle.manifests()))
                .isEmpty());
        assertThat(externalHosts(bundle)).as("one external host").hasSize(1);
    }

    /** A set that goes by a ServiceEntry of somebody else, with that one as it is said to be. */
    private static Optional<List<Manifest>> withEntry(Bundle bundle) {
        if (bundle.manifests().stream().anyMatch(manifest -> manifest.kind() == Kind.SERVICE_ENTRY)) {
            return Optional.of(bundle.manifests());
        }
        Draft told = Draft.of(bundle.answers(), Surroundings.unknown());
        return told.route().map(route -> Stream.concat(told.beside().stream(), bundle.manifests().stream())
                .toList());
    }

    private static Set<String> externalHosts(Bundle bundle) {
        Set<String> hosts = new TreeSet<>();
        for (Manifest manifest : bundle.manifests()) {
            Stream.of(
                            "spec.host",
                            "spec.http[0].route[0].destination.host",
                            "spec.http[1].route[0].destination.host",
                            "spec.tcp[0].route[0].destination.host",
                            "spec.tls[0].route[0].destination.host",
                            manifest.kind() == Kind.SERVICE_ENTRY ? "spec.hosts[0]" : "spec.none")
                    .flatMap(path -> manifest.text(path).stream())
                    .forEach(hosts::add);
        }
        return hosts;
    }

    static Stream<Matrix.Case> cases() {
        return Matrix.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_kind_of_route_is_as_the_cluster_wants_it(Matrix.Case each) {
        isWhole(each.bundle());
    }

    @Property(tries = 300, seed = "20261124")
    void the_order_of_answering_does_not_matter(@ForAll("wild") Answers answers, @ForAll long seed) {
        List<Map.Entry<FieldId, String>> entries =
                new ArrayList<>(answers.asMap().entrySet());
        Collections.shuffle(entries, new Random(seed));
        Answers shuffled = Answers.none();
        for (Map.Entry<FieldId, String> entry : entries) {
            shuffled = shuffled.with(entry.getKey(), entry.getValue());
        }
        Draft one = Draft.of(answers, Surroundings.unknown());
        Draft other = Draft.of(shuffled, Surroundings.unknown());
        assertThat(other.problems()).isEqualTo(one.problems());
        assertThat(other.manifests()).isEqualTo(one.manifests());
        assertThat(other.settings()).isEqualTo(one.settings());
    }

    @Property(tries = 200, seed = "20261124")
    void typing_a_url_letter_by_letter_ends_where_pasting_it_does(@ForAll("texts") String url) {
        Answers typed = Answers.none().with(FieldId.INTERNAL_HOST, "webserver");
        Draft last = Draft.of(typed, Surroundings.unknown());
        for (int end = 1; end <= url.length(); end++) {
            typed = typed.with(FieldId.EXTERNAL_URL, url.substring(0, end));
            last = Draft.of(typed, Surroundings.unknown());
            last.manifests().forEach(YamlWriter::lines);
        }
        Draft pasted = Draft.of(
                Answers.none().with(FieldId.INTERNAL_HOST, "webserver").with(FieldId.EXTERNAL_URL, url),
                Surroundings.unknown());
        assertThat(last.manifests()).isEqualTo(pasted.manifests());
        assertThat(last.problems()).isEqualTo(pasted.problems());
    }

    @Property(tries = 1_000, seed = "20261124")
    void a_url_reads_as_itself_in_its_own_spelling(@ForAll("texts") String text) {
        ExternalUrl.read(text).value().ifPresent(url -> {
            Reading<ExternalUrl> again = ExternalUrl.read(url.spelled());
            assertThat(again.remarks()).as(url.spelled()).isEmpty();
            assertThat(again.value().map(ExternalUrl::spelled)).contains(url.spelled());
            assertThat(again.value().map(ExternalUrl::path)).contains(url.path());
            assertThat(again.value().map(ExternalUrl::host)).contains(url.host());
        });
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.of(
                "https://me:s3cr3t@api.example.com/v1",
                "https://s3cr3t@api.example.com",
                "me:s3cr3t@api.example.com",
                "//me:s3cr3t@api.example.com",
                "curl -u me:s3cr3t https://api.example.com/v1/",
                "curl -H 'Authorization: Bearer s3cr3t' https://api.example.com/v1/",
                "curl https://me:s3cr3t@api.example.com",
                "https://api.example.com/v1?token=s3cr3t",
                "https://api.example.com/v1#s3cr3t",
                "see https://me:s3cr3t@api.example.com now");
    }

    @Property(tries = 300, seed = "20261124")
    void a_password_is_nowhere(@ForAll("secrets") String secret, @ForAll("likely") Answers answers) {
        Draft draft = Draft.of(answers.with(FieldId.EXTERNAL_URL, secret), Surroundings.unknown());
        isSilent(draft);
        boolean query = secret.contains("token") || secret.contains("#");
        for (FieldId field : query ? List.<FieldId>of() : FieldId.all()) {
            Draft elsewhere = Draft.of(answers.with(field, secret), Surroundings.unknown());
            assertThat(elsewhere.problems().toString()).as(field.id()).doesNotContain("s3cr3t");
        }
    }

    private static void isSilent(Draft draft) {
        assertThat(draft.problems().toString()).doesNotContain("s3cr3t");
        assertThat(draft.externalUrl().toString()).doesNotContain("s3cr3t");
        for (Manifest manifest : draft.manifests()) {
            assertThat(YamlWriter.text(manifest)).doesNotContain("s3cr3t");
            assertThat(YamlWriter.lines(manifest).stream()
                            .map(Line::origin)
                            .map(Origin::because)
                            .map(Reason::toString))
                    .noneMatch(reason -> reason.contains("s3cr3t"));
        }
        draft.settings().values().forEach(setting -> {
            assertThat(setting.because().toString()).doesNotContain("s3cr3t");
            Optional<String> text = Optional.of(setting.text()).filter(each -> setting.standing() != Standing.REFUSED);
            assertThat(text.orElse("")).doesNotContain("s3cr3t");
        });
    }
}
