package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a route comes to, on one line: its ports, rules, place of TLS, and the port of a Service for its host. */
final class Row {
    private final Draft draft;

    private Row(Draft draft) {
        this.draft = draft;
    }

    static List<String> of(Draft draft) {
        Row row = new Row(draft);
        return List.of(row.serviceEntry(), row.virtualService(), row.destinationRule(), row.service());
    }

    /** {@code number name protocol>target}. */
    private String serviceEntry() {
        Manifest entry = manifest(draft, Kind.SERVICE_ENTRY).orElseThrow();
        List<String> ports = new ArrayList<>();
        for (String at = "spec.ports[0]"; entry.node(at).isPresent(); at = "spec.ports[" + ports.size() + "]") {
            ports.add(entry.text(at + ".number").orElseThrow() + " "
                    + entry.text(at + ".name").orElseThrow() + " "
                    + entry.text(at + ".protocol").orElseThrow()
                    + entry.text(at + ".targetPort").map(port -> ">" + port).orElse(""));
        }
        String resolution = entry.text("spec.resolution").orElseThrow();
        return String.join(", ", ports) + (resolution.equals("DNS") ? "" : " " + resolution);
    }

    /** {@code match -> port rewrite}, for each rule. */
    private String virtualService() {
        return manifest(draft, Kind.VIRTUAL_SERVICE)
                .map(service -> {
                    List<String> rules = new ArrayList<>();
                    for (String block : List.of("http", "tcp", "tls")) {
                        for (int i = 0;
                                service.node("spec." + block + "[" + i + "]").isPresent();
                                i++) {
                            rules.add(rule(service, block, "spec." + block + "[" + i + "]"));
                        }
                    }
                    return String.join("; ", rules);
                })
                .orElse("-");
    }

    private static String rule(Manifest service, String block, String at) {
        String match = List.of("uri.prefix", "uri.exact", "uri.regex", "port", "sniHosts[0]").stream()
                .flatMap(field -> service
                        .text(at + ".match[0]." + field)
                        .map(text -> " " + field.replaceFirst("uri\\.", "") + " " + text)
                        .stream())
                .collect(Collectors.joining());
        String rewrite = service.text(at + ".rewrite.uri")
                .or(() -> service.text(at + ".rewrite.uriRegexRewrite.match")
                        .map(regex -> regex + " "
                                + service.text(at + ".rewrite.uriRegexRewrite.rewrite")
                                        .orElseThrow()))
                .map(uri -> " " + uri)
                .orElse("");
        return block + match + " -> "
                + service.text(at + ".route[0].destination.port.number").orElseThrow() + rewrite;
    }

    /** {@code mode place fields}. */
    private String destinationRule() {
        return manifest(draft, Kind.DESTINATION_RULE)
                .map(rule -> {
                    String port = "spec.trafficPolicy.portLevelSettings[0]";
                    Optional<String> number = rule.text(port + ".port.number");
                    String tls = number.isPresent() ? port + ".tls" : "spec.trafficPolicy.tls";
                    String fields = List.of(
                                    "caCertificates",
                                    "clientCertificate",
                                    "privateKey",
                                    "credentialName",
                                    "sni",
                                    "subjectAltNames[0]")
                            .stream()
                            .filter(field -> rule.node(tls + "." + field).isPresent())
                            .map(field -> " " + field.replace("subjectAltNames[0]", "names"))
                            .collect(Collectors.joining());
                    String selector = rule.node("spec.workloadSelector").isPresent() ? " selector" : "";
                    return rule.text(tls + ".mode").orElseThrow()
                            + number.map(text -> " at " + text).orElse(" for all")
                            + fields
                            + selector;
                })
                .orElse("-");
    }

    /** The port of the Service that would be written if one were asked for. */
    private String service() {
        boolean possible = draft.isAliasPossible()
                && draft.internalHost().filter(InternalHost::isServiceName).isPresent();
        if (!possible) {
            return "-";
        }
        Draft asked = Draft.of(draft.answers().with(FieldId.INTERNAL_SERVICE, "create"), Surroundings.unknown());
        Manifest service = manifest(asked, Kind.SERVICE).orElseThrow();
        return service.text("spec.ports[0].appProtocol").orElseThrow() + " "
                + service.text("spec.ports[0].port").orElseThrow();
    }

    private static Optional<Manifest> manifest(Draft draft, Kind kind) {
        return draft.manifests().stream()
                .filter(manifest -> manifest.kind() == kind)
                .findFirst();
    }
}
