package dev.egresso.wizard;

import dev.egresso.mesh.ApiVersion;
import dev.egresso.mesh.Choice;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Trouble;
import dev.egresso.screens.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a look at a cluster found, as rows; what is not known is said to be unknown, never guessed. */
public final class SightRows {
    private static final int WIDTH = 12;

    private final Screens screens;

    private SightRows(Screens screens) {
        this.screens = screens;
    }

    public static List<Styled> of(Sight sight, String namespace, Screens screens) {
        return new SightRows(screens).rows(sight, namespace);
    }

    private List<Styled> rows(Sight sight, String namespace) {
        Surroundings known = sight.surroundings();
        List<Styled> rows = new ArrayList<>();
        rows.add(row("sight-istio", known.istioVersion().map(Object::toString)));
        rows.add(served(sight));
        rows.add(row("sight-data-plane", known.dataPlane().map(Choice::word)));
        rows.add(row("sight-policy", known.outboundPolicy().map(Enum::name)));
        rows.add(row(
                "sight-dns",
                known.dnsCapture().map(captured -> screens.say(captured ? "sight-captured" : "sight-not-captured"))));
        rows.add(row(
                "sight-rights",
                isLost(sight)
                        ? Optional.empty()
                        : Optional.of(
                                sight.missing().isEmpty()
                                        ? screens.say("sight-all-rights", "namespace", namespace)
                                        : screens.say(
                                                "sight-missing",
                                                "namespace",
                                                namespace,
                                                "rights",
                                                String.join(", ", sight.missing())))));
        sight.resources().forEach(manifest -> rows.add(resource(manifest)));
        rows.addAll(unseen(sight));
        return rows;
    }

    private Styled served(Sight sight) {
        if (sight.isWithoutIstio()) {
            return label("sight-served").plus(screens.say("sight-none-served"), Ink.WARNING);
        }
        return row(
                "sight-served",
                Optional.of(sight.versions())
                        .filter(versions -> !versions.isEmpty())
                        .map(versions -> versions.stream().map(ApiVersion::word).collect(Collectors.joining(", "))));
    }

    private static boolean isLost(Sight sight) {
        return sight.unseen().stream().anyMatch(Trouble::isOfTheConnection);
    }

    /** What is forbidden is said once, in one sentence. */
    private List<Styled> unseen(Sight sight) {
        RolloutRows sentences = new RolloutRows(screens);
        List<Styled> rows = new ArrayList<>();
        Map<Boolean, List<Trouble>> troubles =
                sight.unseen().stream().collect(Collectors.partitioningBy(SightRows::isOfRights));
        if (!troubles.get(true).isEmpty()) {
            String rights = troubles.get(true).stream()
                    .map(trouble -> trouble.arguments().get("verb") + " "
                            + trouble.arguments().get("resource") + sentences.where(trouble))
                    .distinct()
                    .collect(Collectors.joining(", "));
            String user = troubles.get(true).get(0).arguments().get("user");
            rows.add(Styled.of(screens.say("sight-forbidden", "user", user, "rights", rights), Ink.WARNING));
        }
        troubles.get(false).stream()
                .filter(trouble -> !trouble.id().equals(Sight.NO_ISTIO))
                .forEach(trouble -> rows.add(
                        Styled.of(screens.say("sight-unseen", "why", sentences.sentence(trouble)), Ink.WARNING)));
        return rows;
    }

    private static boolean isOfRights(Trouble trouble) {
        return trouble.id().equals("forbidden");
    }

    private Styled label(String id) {
        String name = screens.say(id);
        return Styled.of("  " + name + " ".repeat(Math.max(1, WIDTH - name.length())), Ink.DIM);
    }

    private Styled row(String label, Optional<String> value) {
        return label(label)
                .plus(value.orElseGet(() -> screens.say("sight-unknown")), value.isPresent() ? Ink.PLAIN : Ink.DIM);
    }

    private Styled resource(Manifest manifest) {
        String hosts = manifest.text("spec.hosts[0]")
                .or(() -> manifest.text("spec.host"))
                .orElse("");
        return row(
                "sight-exists",
                Optional.of(manifest.kind() + " " + manifest.namespace() + "/" + manifest.name() + "  " + hosts));
    }
}
