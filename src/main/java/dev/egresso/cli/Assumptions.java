package dev.egresso.cli;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.KnownService;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Surroundings;
import dev.egresso.schema.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code --assume NAME=VALUE} tells of the mesh, which no resource says. */
final class Assumptions {
    static final String HELP = "Tell what no resource says, as NAME=VALUE: outbound-policy=REGISTRY_ONLY,"
            + " dns-capture=true, auto-allocate=true, service=webserver:80/http (or none), labels=app=shop,tier=web,"
            + " istio=1.20, data-plane=ambient, waypoint=false, http10=true, root-namespace=istio-system. Repeatable.";
    private static final List<String> NAMES = List.of(
            "outbound-policy",
            "dns-capture",
            "auto-allocate",
            "service",
            "labels",
            "istio",
            "data-plane",
            "waypoint",
            "http10",
            "root-namespace");
    private static final Pattern VERSION = Pattern.compile("v?([0-9]{1,3})\\.([0-9]{1,3})([.-].*)?");

    private final String name;
    private final String value;

    private Assumptions(String name, String value) {
        this.name = name;
        this.value = value;
    }

    static Surroundings of(List<String> told) {
        Surroundings surroundings = Surroundings.unknown();
        for (String pair : told) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw unknown(name);
            }
            if (equals < 0) {
                throw new Refusal(Exit.USAGE, "--assume " + name + " needs a value: " + example(name) + ".");
            }
            surroundings = new Assumptions(name, pair.substring(equals + 1)).in(surroundings);
        }
        return surroundings;
    }

    private static Refusal unknown(String name) {
        String meant = Nearest.to(name, NAMES)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        return new Refusal(
                Exit.USAGE,
                "--assume does not know " + name + "." + meant,
                "It takes " + String.join(", ", NAMES) + ".");
    }

    private static String example(String name) {
        return switch (name) {
            case "outbound-policy" -> "outbound-policy=REGISTRY_ONLY";
            case "service" -> "service=webserver:80/http";
            case "labels" -> "labels=app=shop";
            case "istio" -> "istio=1.24";
            case "data-plane" -> "data-plane=ambient";
            case "root-namespace" -> "root-namespace=istio-system";
            default -> name + "=true";
        };
    }

    private Surroundings in(Surroundings known) {
        return switch (name) {
            case "outbound-policy" ->
                known.withOutboundPolicy(
                        OutboundPolicy.named(value).orElseThrow(() -> noneOf(OutboundPolicy.values())));
            case "dns-capture" -> known.withDnsCapture(flag());
            case "auto-allocate" -> known.withProxy(known.proxy().withAllocatesAddresses(flag()));
            case "service" -> service(known);
            case "labels" -> known.withProxy(known.proxy().withLabels(labels()));
            case "istio" -> value.equals("newest") ? known : known.withIstioVersion(version());
            case "data-plane" ->
                known.withDataPlane(Arrays.stream(DataPlane.values())
                        .filter(carrier -> carrier.word().equals(value))
                        .findFirst()
                        .orElseThrow(() -> noneOf(DataPlane.values())));
            case "waypoint" -> known.withProxy(known.proxy().withWaypoint(flag()));
            case "http10" -> known.withProxy(known.proxy().withAcceptsHttp10(flag()));
            default -> known.withRootNamespace(value);
        };
    }

    private Surroundings service(Surroundings known) {
        if (value.equals("none")) {
            return known.withInternalService(false);
        }
        List<KnownService> services = new ArrayList<>(known.services());
        services.add(KnownService.read(value)
                .orElseThrow(() -> refused("service=name[.namespace]:port[/protocol], or service=none")));
        return known.withServices(services);
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : value.isEmpty() ? new String[0] : value.split(",", -1)) {
            int equals = label.indexOf('=');
            if (equals <= 0) {
                throw refused("labels=key=value, several with commas between");
            }
            labels.put(
                    label.substring(0, equals).strip(),
                    label.substring(equals + 1).strip());
        }
        return labels;
    }

    private boolean flag() {
        if (!value.equals("true") && !value.equals("false")) {
            throw refused("true or false after the =");
        }
        return value.equals("true");
    }

    private IstioVersion version() {
        Matcher numbers = VERSION.matcher(value);
        if (!numbers.matches()) {
            throw refused("a release such as istio=1.24");
        }
        return new IstioVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }

    private Refusal noneOf(Object[] values) {
        List<String> words = Arrays.stream(values).map(Object::toString).toList();
        Optional<String> near = Nearest.to(value, words);
        return refused(name + "= with one of " + String.join(", ", words)
                + near.map(word -> " (" + word + "?)").orElse(""));
    }

    private Refusal refused(String takes) {
        return new Refusal(Exit.USAGE, "--assume takes " + takes + ", not " + name + "=" + value + ".");
    }
}
