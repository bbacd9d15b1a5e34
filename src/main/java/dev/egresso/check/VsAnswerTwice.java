package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/** A request gets one answer: a route, a redirect, a ready response, or what another VirtualService says. */
final class VsAnswerTwice extends VirtualServiceRule {
    private static final List<String> ANSWERS = List.of("redirect", "directResponse", "route");
    /** Istio lets a response stand beside a delegate, and never gives it. */
    private static final List<String> WITH_DELEGATE = List.of("delegate", "redirect", "route");

    VsAnswerTwice() {
        super("vs-answer-twice", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        boolean isRoot = !spec.at("hosts").isEmpty();
        spec.at("http").items().forEach(rule -> checkRule(rule, isRoot, found));
    }

    private static void checkRule(Place rule, boolean isRoot, Found found) {
        List<String> answers = isRoot && rule.at("delegate").exists() ? WITH_DELEGATE : ANSWERS;
        List<Place> given = answers.stream()
                .map(rule::at)
                .filter(answer -> answer.exists() && !(answer.key().equals("route") && answer.isEmpty()))
                .toList();
        if (given.size() > 1) {
            found.at(
                    given.get(1),
                    "one",
                    given.get(0).key(),
                    "other",
                    given.get(1).key());
        }
    }
}
