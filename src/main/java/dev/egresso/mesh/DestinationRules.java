package dev.egresso.mesh;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the DestinationRule: the sidecar opens the TLS connection to the external host. */
final class DestinationRules {
    private final Facts facts;
    private final TlsFacts tls;

    private DestinationRules(Facts facts) {
        this.facts = facts;
        this.tls = facts.tls;
    }

    static Manifest of(Facts facts) {
        return new DestinationRules(facts).manifest();
    }

    private Manifest manifest() {
        PlaceFacts place = facts.place;
        Node spec = new Tree()
                .put("host", place.externalHost.string("external-host"))
                .put("workloadSelector", selector())
                .put("trafficPolicy", policy())
                .put("exportTo", exportTo())
                .as(Tree.fixed("spec"));
        return Heading.of(
                Kind.DESTINATION_RULE, facts, place.name.string("external-host"), Heading.namespace(facts), spec);
    }

    private Node policy() {
        RouteFacts route = facts.route;
        if (!route.tls.isKnown()) {
            return route.tls.string("who-starts-TLS");
        }
        if (!route.isIsolated()) {
            return new Tree().put("tls", tls()).as(route.tls.origin());
        }
        Origin origin = route.shape.originWith(route.tls);
        Node port = new Tree()
                .put("number", route.meshPort.scalar(Node.Type.INTEGER, "port", Port::toString))
                .as(route.meshPort.origin());
        Node setting = new Tree().put("port", port).put("tls", tls()).as(origin);
        return new Tree().put("portLevelSettings", Tree.list(origin, setting)).as(origin);
    }

    private Node tls() {
        Tree settings = new Tree().put("mode", tls.mode.string("tls-mode"));
        if (tls.mode.is(TlsMode.MUTUAL)) {
            settings.put("clientCertificate", text(tls.clientCertificate, "client-certificate"));
            settings.put("privateKey", text(tls.privateKey, "private-key"));
        }
        return settings.put("caCertificates", text(tls.caCertificates, "ca-certificates"))
                .put("credentialName", text(tls.credentialName, "credential-name"))
                .put("sni", text(tls.sni, "sni"))
                .put("subjectAltNames", subjectAltNames())
                .as(tls.mode.originWith(facts.route.tls));
    }

    /** The value, or a hole where one is needed; nothing where the field is left out. */
    private static Optional<Node> text(Fact<Optional<String>> fact, String part) {
        if (!fact.isKnown()) {
            return Optional.of(new Node.Hole(fact.field(), part, fact.origin()));
        }
        return fact.get().map(value -> Tree.string(value, fact.origin()));
    }

    private Optional<Node> subjectAltNames() {
        Fact<List<String>> names = tls.subjectAltNames;
        if (!names.isKnown()) {
            return Optional.of(Tree.list(
                    names.origin(), new Node.Hole(FieldId.SUBJECT_ALT_NAMES, "accepted-name", names.origin())));
        }
        return names.value().filter(list -> !list.isEmpty()).map(list -> Tree.strings(list, names.origin()));
    }

    private Optional<Node> selector() {
        Fact<Map<String, String>> selector = tls.workloadSelector;
        if (!selector.isKnown()) {
            Node hole = new Node.Hole(FieldId.WORKLOAD_SELECTOR, "workload-labels", selector.origin());
            return Optional.of(new Tree().put("matchLabels", hole).as(selector.origin()));
        }
        if (selector.get().isEmpty()) {
            return Optional.empty();
        }
        Tree labels = new Tree();
        selector.get().forEach((key, value) -> labels.putFree(key, Tree.string(value, selector.origin())));
        return Optional.of(
                new Tree().put("matchLabels", labels.as(selector.origin())).as(selector.origin()));
    }

    /** A rule that selects workloads may not reach beyond its own namespace (Istio's validation of DestinationRules). */
    private Optional<Node> exportTo() {
        Fact<List<String>> exportTo = facts.place.exportTo;
        Fact<Map<String, String>> selector = tls.workloadSelector;
        boolean selects = selector.standing() == Standing.MISSING
                || selector.value().filter(labels -> !labels.isEmpty()).isPresent();
        Optional<Node> asked = Heading.exportTo(facts);
        return selects && asked.isPresent()
                ? Optional.of(Tree.strings(List.of("."), exportTo.originWith(selector, Reason.of("export-to-own"))))
                : asked;
    }
}
