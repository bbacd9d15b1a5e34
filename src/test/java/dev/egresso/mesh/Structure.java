package dev.egresso.mesh;

import dev.egresso.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the cluster would say to a set of resources: the fields that the published schemas know, with their types and
 * limits, and the rules that stand beside them in Istio's validation.
 */
final class Structure {
    /** Pattern of a path, type, and what is allowed there as a regular expression. */
    private record Field(String type, Pattern allowed) {}

    private static final Map<String, Field> FIELDS = Resource.text("/structure.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.strip().split("\\s+", 3))
            .collect(Collectors.toMap(
                    row -> row[0], row -> new Field(row[1], Pattern.compile(row.length > 2 ? row[2] : ".*"))));

    private final List<Manifest> manifests;
    private final List<String> faults = new ArrayList<>();

    private Structure(List<Manifest> manifests) {
        this.manifests = manifests;
    }

    /** What is wrong, empty if nothing is. */
    static List<String> faults(List<Manifest> manifests) {
        Structure structure = new Structure(manifests);
        manifests.forEach(structure::fields);
        manifests.forEach(structure::required);
        structure.serviceEntry(structure.only(Kind.SERVICE_ENTRY));
        structure.manifests(Kind.VIRTUAL_SERVICE).forEach(structure::virtualService);
        structure.manifests(Kind.DESTINATION_RULE).forEach(structure::destinationRule);
        return structure.faults;
    }

    private void fields(Manifest manifest) {
        manifest.walk((path, node) -> {
            if (path.isTop()) {
                return;
            }
            Field field = FIELDS.get(path.pattern());
            check(field != null, path + " is not a field");
            if (field != null && node instanceof Node.Known known) {
                check(field.type().equals(known.type().name().toLowerCase(Locale.ROOT)), path + " has another type");
                check(field.allowed().matcher(known.text()).matches(), path + " may not be " + known.text());
            } else if (field != null) {
                String type = node instanceof Node.Mapping ? "object" : "list";
                check(field.type().equals(type), path + " is no " + type);
            }
            check(!(node instanceof Node.Mapping mapping) || !mapping.fields().isEmpty(), path + " is empty");
            check(!(node instanceof Node.Sequence list) || !list.items().isEmpty(), path + " is empty");
        });
    }

    private void required(Manifest manifest) {
        Map<Kind, List<String>> required = Map.of(
                Kind.SERVICE_ENTRY, List.of("spec.hosts[0]", "spec.ports[0]", "spec.location", "spec.resolution"),
                Kind.VIRTUAL_SERVICE, List.of("spec.hosts[0]"),
                Kind.DESTINATION_RULE, List.of("spec.host", "spec.trafficPolicy"),
                Kind.SERVICE, List.of("spec.ports[0].port"));
        for (String path : required.get(manifest.kind())) {
            check(manifest.node(path).isPresent(), manifest.kind() + " has no " + path);
        }
        for (String path : List.of("apiVersion", "kind", "metadata.name", "metadata.namespace")) {
            check(manifest.text(path).isPresent(), manifest.kind() + " has no " + path);
        }
    }

    private void serviceEntry(Manifest entry) {
        String host = texts(entry, "spec.hosts").get(0);
        String resolution = entry.text("spec.resolution").orElse("");
        List<String> endpoints = each(entry, "spec.endpoints").stream()
                .map(at -> entry.text(at + ".address").orElse(""))
                .toList();
        List<String> numbers = each(entry, "spec.ports").stream()
                .map(at -> entry.text(at + ".number").orElse(""))
                .toList();
        List<String> names = each(entry, "spec.ports").stream()
                .map(at -> entry.text(at + ".name").orElse(""))
                .toList();
        check(Set.copyOf(numbers).size() == numbers.size(), "a port number stands twice");
        check(Set.copyOf(names).size() == names.size(), "a port name stands twice");
        check(!host.equals("*"), "a lone wildcard");
        boolean wildcard = host.startsWith("*.");
        Predicate<String> address = text -> IpAddress.read(text).isPresent();
        switch (resolution) {
            case "NONE" -> check(endpoints.isEmpty(), "NONE with endpoints");
            case "STATIC" ->
                check(!endpoints.isEmpty() && endpoints.stream().allMatch(address), "STATIC without addresses");
            case "DNS_ROUND_ROBIN" ->
                check(endpoints.size() <= 1 && (!wildcard || !endpoints.isEmpty()), "round robin");
            case "DYNAMIC_DNS" -> {
                check(wildcard && endpoints.isEmpty(), "DYNAMIC_DNS for one host, or with endpoints");
                for (String at : each(entry, "spec.ports")) {
                    check(
                            entry.text(at + ".protocol").orElse("").matches("HTTP|TLS|GRPC|HTTP2"),
                            "DYNAMIC_DNS with another protocol");
                }
            }
            default -> check(!wildcard || !endpoints.isEmpty(), "a wildcard cannot be looked up");
        }
        exportTo(entry);
    }

    private void virtualService(Manifest service) {
        Manifest entry = only(Kind.SERVICE_ENTRY);
        List<String> rules = new ArrayList<>();
        List.of("http", "tcp", "tls").forEach(block -> rules.addAll(each(service, "spec." + block)));
        check(!rules.isEmpty(), "no rule");
        for (String rule : rules) {
            String destination = rule + ".route[0].destination.";
            check(service.text(destination + "host").equals(entry.text("spec.hosts[0]")), rule + " leads elsewhere");
            check(
                    each(entry, "spec.ports").stream()
                            .map(at -> entry.text(at + ".number"))
                            .anyMatch(service.text(destination + "port.number")::equals),
                    rule + " leads to a port that is not there");
            boolean http = rule.startsWith("spec.http");
            check(!http || service.text(rule + ".rewrite.authority").isPresent(), rule + " keeps the internal Host");
            check(
                    service.node(rule + ".rewrite.uri").isEmpty()
                            || service.node(rule + ".rewrite.uriRegexRewrite").isEmpty(),
                    rule + " rewrites twice");
            path(service, rule);
            boolean never =
                    service.text(rule + ".retries.attempts").filter("0"::equals).isPresent();
            check(!never || service.node(rule + ".retries.retryOn").isEmpty(), rule + " retries never, and when");
        }
        for (String rule : each(service, "spec.tls")) {
            check(
                    texts(service, rule + ".match[0].sniHosts").equals(texts(service, "spec.hosts")),
                    "SNI that the hosts do not cover");
        }
        exportTo(service);
    }

    /** The paths a request comes out with: never glued to the base, never with two slashes. */
    private void path(Manifest service, String rule) {
        String uri = service.text(rule + ".rewrite.uri").orElse("");
        boolean exact = service.node(rule + ".match[0].uri.exact").isPresent()
                || service.node(rule + ".match[0].uri.regex").isPresent();
        String prefix = service.text(rule + ".match[0].uri.prefix").orElse("/");
        if (!uri.isEmpty() && !exact) {
            check(uri.endsWith("/"), rule + " glues the path");
            check(prefix.endsWith("/"), rule + " makes two slashes");
        }
        check(uri.isEmpty() || uri.matches("/[^?#\\s]*"), rule + " rewrites to no path");
    }

    private void destinationRule(Manifest rule) {
        Manifest entry = only(Kind.SERVICE_ENTRY);
        check(rule.text("spec.host").equals(entry.text("spec.hosts[0]")), "a rule for another host");
        for (String at : each(rule, "spec.trafficPolicy.portLevelSettings")) {
            check(
                    each(entry, "spec.ports").stream()
                            .map(port -> entry.text(port + ".number"))
                            .anyMatch(rule.text(at + ".port.number")::equals),
                    "a rule for a port that is not there");
            tls(rule, at + ".tls");
        }
        if (each(rule, "spec.trafficPolicy.portLevelSettings").isEmpty()) {
            tls(rule, "spec.trafficPolicy.tls");
        }
        boolean selects = rule.node("spec.workloadSelector").isPresent();
        List<String> exportTo = texts(rule, "spec.exportTo");
        check(!selects || exportTo.isEmpty() || exportTo.equals(List.of(".")), "a selector beyond its namespace");
        exportTo(rule);
    }

    private void tls(Manifest rule, String at) {
        boolean files = List.of("clientCertificate", "privateKey", "caCertificates").stream()
                .anyMatch(field -> rule.node(at + "." + field).isPresent());
        String secret = rule.text(at + ".credentialName").orElse("");
        boolean mutual = rule.text(at + ".mode").filter("MUTUAL"::equals).isPresent();
        boolean pair = rule.node(at + ".clientCertificate").isPresent()
                && rule.node(at + ".privateKey").isPresent();
        check(rule.node(at + ".mode").isPresent(), "TLS without a mode");
        check(secret.isEmpty() || !files, "a secret and files");
        check(!mutual || pair || !secret.isEmpty(), "MUTUAL without a certificate");
        check(
                secret.isEmpty()
                        || secret.startsWith("configmap://")
                        || rule.node("spec.workloadSelector").isPresent(),
                "a secret that no sidecar reads");
    }

    private void exportTo(Manifest manifest) {
        List<String> namespaces = texts(manifest, "spec.exportTo");
        check(Set.copyOf(namespaces).size() == namespaces.size(), "a namespace stands twice");
    }

    private static List<String> texts(Manifest manifest, String list) {
        return each(manifest, list).stream()
                .flatMap(at -> manifest.text(at).stream())
                .toList();
    }

    private static List<String> each(Manifest manifest, String list) {
        List<String> paths = new ArrayList<>();
        while (manifest.node(list + "[" + paths.size() + "]").isPresent()) {
            paths.add(list + "[" + paths.size() + "]");
        }
        return paths;
    }

    private Manifest only(Kind kind) {
        return manifests(kind).get(0);
    }

    private List<Manifest> manifests(Kind kind) {
        return manifests.stream().filter(manifest -> manifest.kind() == kind).toList();
    }

    private void check(boolean met, String fault) {
        if (!met) {
            faults.add(fault);
        }
    }
}
