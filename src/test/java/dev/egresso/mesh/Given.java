package dev.egresso.mesh;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers, said in a test as a person would, and what they come to. */
record Given(Answers answers, Surroundings surroundings) {

    /** Fields and answers in turn. */
    static Given given(String... fieldsAndTexts) {
        return new Given(Answers.none(), Surroundings.unknown()).and(fieldsAndTexts);
    }

    /** The usual way in: an internal host, and this URL. */
    static Given url(String url) {
        return given("internal-host", "webserver", "external-url", url);
    }

    Given and(String... fieldsAndTexts) {
        Answers more = answers;
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            more = more.with(FieldId.named(fieldsAndTexts[i]).orElseThrow(), fieldsAndTexts[i + 1]);
        }
        return new Given(more, surroundings);
    }

    Draft draft() {
        return Draft.of(answers, surroundings);
    }

    /** Problems as {@code severity field id}. */
    List<String> problems() {
        return draft().problems().stream()
                .map(problem ->
                        problem.severity().name().toLowerCase(Locale.ROOT) + " " + problem.field() + " " + problem.id())
                .toList();
    }

    /** The arguments of the one problem of this id. */
    Map<String, String> told(String id) {
        List<Problem> found = draft().problems().stream()
                .filter(problem -> problem.id().equals(id))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(id + " is there " + found.size() + " times: " + problems());
        }
        return found.get(0).arguments();
    }

    /** The text at a path such as {@code VirtualService/spec.hosts[0]}, or nothing if no such line is written. */
    String at(String path) {
        Kind kind = Kind.of(path.substring(0, path.indexOf('/'))).orElseThrow();
        return draft().manifests().stream()
                .filter(manifest -> manifest.kind() == kind)
                .flatMap(manifest -> manifest.text(path.substring(path.indexOf('/') + 1)).stream())
                .findFirst()
                .orElse("");
    }

    /** The id of the reason beside a path. */
    String why(String path) {
        Kind kind = Kind.of(path.substring(0, path.indexOf('/'))).orElseThrow();
        return draft().manifests().stream()
                .filter(manifest -> manifest.kind() == kind)
                .flatMap(manifest -> manifest.node(path.substring(path.indexOf('/') + 1)).stream())
                .map(node -> node.origin().because().id())
                .findFirst()
                .orElseThrow();
    }

    boolean applies(String field) {
        return draft().setting(FieldId.named(field).orElseThrow()).applies();
    }

    @Override
    public String toString() {
        return new TreeMap<>(answers.asMap().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue)))
                .toString();
    }
}
