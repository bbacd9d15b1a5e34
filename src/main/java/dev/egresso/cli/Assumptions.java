package dev.egresso.cli;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.KnownService;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code --assume NAME=VALUE} tells of the mesh, which no resource says. */
final class Assumptions {
    static final String HELP = "Tell what no resource says, as NAME=VALUE: outbound-policy=REGISTRY_ONLY,"
            + " dns-capture=true, service=webserver:80/http (or none), istio=1.20, data-plane=ambient,"
            + " root-namespace=istio-system. Repeatable.";
    private static final Pattern VERSION = Pattern.compile("v?([0-9]{1,3})\\.([0-9]{1,3})([.-].*)?");

    private Assumptions() {}

    static Surroundings of(List<String> told) {
        Surroundings surroundings = Surroundings.unknown();
        for (String pair : told) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw refused(pair, "NAME=VALUE, for instance dns-capture=true");
            }
            surroundings = with(surroundings, pair.substring(0, equals), pair.substring(equals + 1), pair);
        }
        return surroundings;
    }

    private static Surroundings with(Surroundings known, String name, String value, String pair) {
        return switch (name) {
            case "outbound-policy" ->
                known.withOutboundPolicy(OutboundPolicy.named(value)
                        .orElseThrow(() -> refused(pair, words("outbound-policy=", OutboundPolicy.values()))));
            case "dns-capture" -> known.withDnsCapture(flag(value, pair));
            case "service" -> withService(known, value, pair);
            case "istio" -> value.equals("newest") ? known : known.withIstioVersion(version(value, pair));
            case "data-plane" ->
                known.withDataPlane(Arrays.stream(DataPlane.values())
                        .filter(carrier -> carrier.word().equals(value))
                        .findFirst()
                        .orElseThrow(() -> refused(pair, words("data-plane=", DataPlane.values()))));
            case "root-namespace" -> known.withRootNamespace(value);
            default ->
                throw refused(
                        pair,
                        "outbound-policy, dns-capture, service, istio, data-plane or root-namespace before the =");
        };
    }

    private static Surroundings withService(Surroundings known, String value, String pair) {
        if (value.equals("none")) {
            return known.withInternalService(false);
        }
        List<KnownService> services = new ArrayList<>(known.services());
        services.add(KnownService.read(value)
                .orElseThrow(() -> refused(pair, "service=name[.namespace]:port[/protocol], or service=none")));
        return known.withServices(services);
    }

    private static boolean flag(String value, String pair) {
        if (!value.equals("true") && !value.equals("false")) {
            throw refused(pair, "true or false after the =");
        }
        return value.equals("true");
    }

    private static IstioVersion version(String value, String pair) {
        Matcher numbers = VERSION.matcher(value);
        if (!numbers.matches()) {
            throw refused(pair, "a release such as istio=1.24");
        }
        return new IstioVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }

    private static String words(String start, Object[] values) {
        Optional<String> joined =
                Arrays.stream(values).map(Object::toString).reduce((left, right) -> left + ", " + right);
        return start + " with one of " + joined.orElse("");
    }

    private static Refusal refused(String pair, String takes) {
        return new Refusal(Exit.USAGE, "--assume takes " + takes + ", not " + pair + ".");
    }
}
