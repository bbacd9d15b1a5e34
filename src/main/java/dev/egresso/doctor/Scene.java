package dev.egresso.doctor;

import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Namespace;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.Surroundings;
import dev.egresso.trace.Hop;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Outcome;
import dev.egresso.trace.Request;
import dev.egresso.trace.Standing;
import dev.egresso.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The resources at hand, with what the checks say of them and how the requests of the symptom fare. */
final class Scene {
    private final Symptom symptom;
    private final Registry registry;
    private final Surroundings surroundings;
    private final List<Finding> findings;
    private final List<Journey> journeys = new ArrayList<>();

    Scene(Symptom symptom, List<Manifest> manifests, Surroundings known) {
        this.symptom = symptom;
        this.surroundings = assumed(known, manifests);
        this.registry = Registry.of(manifests, surroundings, Namespace.DEFAULT.name());
        this.findings = Checks.of(manifests, surroundings);
        for (Request request : Requests.of(symptom, registry)) {
            journeys.add(Trace.of(manifests, surroundings, request));
        }
    }

    /** What the text tells of the mesh itself. */
    private Surroundings assumed(Surroundings known, List<Manifest> manifests) {
        Surroundings told = known;
        boolean blocked = symptom.shows("cluster-blackhole") || symptom.shows("registry-only");
        if (blocked && known.outboundPolicy().isEmpty()) {
            told = told.withOutboundPolicy(OutboundPolicy.REGISTRY_ONLY);
        }
        boolean unresolved = symptom.shows("name-unresolved")
                && symptom.host().filter(host -> !Signs.isInternal(host)).isEmpty();
        if (unresolved
                && known.internalService().isEmpty()
                && known.services().isEmpty()
                && manifests.stream().noneMatch(manifest -> manifest.kind() == Kind.SERVICE)) {
            told = told.withInternalService(false);
        }
        return told;
    }

    Symptom symptom() {
        return symptom;
    }

    Registry registry() {
        return registry;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Journey> journeys() {
        return journeys;
    }

    /** The traced request that comes closest to what the text says. */
    Optional<Journey> closest() {
        return journeys.stream()
                .filter(this::agrees)
                .findFirst()
                .or(() -> journeys.stream()
                        .filter(journey -> journey.failure().isPresent())
                        .findFirst())
                .or(() -> journeys.stream().findFirst());
    }

    /** Whether a journey ends as the text says that the request did. */
    boolean agrees(Journey journey) {
        boolean status = symptom.status().isPresent()
                && journey.status().isPresent()
                && symptom.status().getAsInt() == journey.status().getAsInt();
        boolean flags = journey.flags()
                .flatMap(ResponseFlag::list)
                .filter(found -> found.stream().anyMatch(symptom.flags()::contains))
                .isPresent();
        boolean cluster = journey.cluster().isEmpty()
                || symptom.cluster().isEmpty()
                || symptom.clusterName()
                        .map(ClusterName::text)
                        .filter(journey.cluster().get()::equalsIgnoreCase)
                        .isPresent();
        if (!symptom.flags().isEmpty() && journey.flags().isPresent()) {
            return flags && cluster;
        }
        return cluster && (status || agrees(journey.outcome(), journey));
    }

    private boolean agrees(Outcome outcome, Journey journey) {
        return switch (outcome) {
            case APP_ERROR -> symptom.shows("name-unresolved");
            case BLOCKED -> symptom.shows("cluster-blackhole") || symptom.shows("connection-reset");
            case PASSTHROUGH -> symptom.shows("cluster-passthrough");
            case TLS_FAILURE ->
                symptom.shows("tls-not-tls")
                        || symptom.shows("certificate-name")
                        || symptom.shows("certificate-refused")
                        || symptom.shows("plain-to-tls");
            case REACHED ->
                symptom.shows("via-upstream")
                        && journey.hops().stream().anyMatch(hop -> hop.standing() == Standing.WARN);
            default -> false;
        };
    }

    /** The hops that are not right, those of journeys that end as the text says first. */
    List<Hop> wrongHops(boolean agreeing) {
        return journeys.stream()
                .filter(journey -> agrees(journey) == agreeing)
                .flatMap(journey -> journey.hops().stream())
                .filter(hop -> hop.standing() == Standing.FAIL || hop.standing() == Standing.WARN)
                .toList();
    }

    /** The hosts that the text names, as far as they are no addresses. */
    Set<String> hosts() {
        Set<String> hosts = new java.util.LinkedHashSet<>();
        symptom.host().ifPresent(hosts::add);
        symptom.sni().map(name -> name.toLowerCase(Locale.ROOT)).ifPresent(hosts::add);
        symptom.clusterName()
                .map(ClusterName::host)
                .filter(host -> !host.isEmpty())
                .ifPresent(hosts::add);
        return hosts;
    }

    /** Whether the resource of a place has to do with a host that the text names. */
    boolean concerns(Place place) {
        boolean[] found = {false};
        Set<String> hosts = hosts();
        place.manifest().walk((path, node) -> {
            if (node instanceof dev.egresso.mesh.Node.Known known) {
                found[0] |= hosts.stream().anyMatch(host -> names(known.text(), host));
            }
        });
        return found[0];
    }

    private static boolean names(String text, String host) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals(host)
                || lower.startsWith("*.") && host.endsWith(lower.substring(1))
                || lower.startsWith(host + ".")
                || host.startsWith(lower + ".")
                        && lower.length() > 2
                        && HostName.asWritten(host).namespaceOfService().isPresent();
    }

    /** Whether any resource has to do with a host that the text names; true where it names none. */
    boolean isAboutSymptom() {
        return hosts().isEmpty() || registry.manifests().stream().anyMatch(manifest -> concerns(Place.of(manifest)));
    }
}
