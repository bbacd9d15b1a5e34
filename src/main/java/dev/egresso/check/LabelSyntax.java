package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Labels that choose or describe pods have the form of Kubernetes. */
final class LabelSyntax extends Rule {

    LabelSyntax() {
        super("label-syntax", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        labels(set)
                .filter(label -> !Labels.isKey(label.key()) || !Labels.isValue(label.textOrEmpty()))
                .forEach(label -> found.at(label, "label", label.key() + "=" + label.textOrEmpty()));
    }

    private static Stream<Place> labels(ResourceSet set) {
        Stream<Place> callers = set.specs(Kind.VIRTUAL_SERVICE).stream()
                .flatMap(spec ->
                        Stream.of(Route.Block.values()).flatMap(block -> spec.at(block.field()).items().stream()))
                .flatMap(rule -> rule.at("match").items().stream())
                .map(match -> match.at("sourceLabels"));
        Stream<Place> subsets = set.specs(Kind.DESTINATION_RULE).stream()
                .flatMap(spec -> spec.at("subsets").items().stream())
                .map(subset -> subset.at("labels"));
        Stream<Place> endpoints = set.specs(Kind.SERVICE_ENTRY).stream()
                .flatMap(spec -> spec.at("endpoints").items().stream())
                .map(endpoint -> endpoint.at("labels"));
        return Stream.of(callers, subsets, endpoints).flatMap(maps -> maps).flatMap(map -> map.fields().stream());
    }
}
