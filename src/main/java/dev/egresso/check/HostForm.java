package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which host names Istio takes ({@code ValidateWildcardDomain} in {@code pkg/config/validation/agent}, {@code
 * pkg/config/labels}). It is kinder than Kubernetes: upper case is taken, and a dot at the end.
 */
final class HostForm {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?");
    private static final Pattern FIRST_LABEL =
            Pattern.compile("\\*|(?:\\*-?)?[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+");

    private HostForm() {}

    /** A label as Istio knows one, for the names of ports and subsets too. */
    static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches();
    }

    /** What does not fit in a host that may begin with a star, if anything. */
    static Optional<String> fault(String host) {
        if (host.length() > LONGEST_NAME) {
            return Optional.of("its length of " + host.length());
        }
        String[] parts = host.split("\\.", 2);
        if (parts[0].length() > LONGEST_LABEL || !FIRST_LABEL.matcher(parts[0]).matches()) {
            return Optional.of(shown(parts[0]));
        }
        return parts.length > 1 ? faultOfLabels(parts[1]) : Optional.empty();
    }

    /** The same for a name without a star. */
    static Optional<String> faultOfFullName(String host) {
        return host.isEmpty() || host.length() > LONGEST_NAME
                ? Optional.of("its length of " + host.length())
                : faultOfLabels(host);
    }

    private static Optional<String> faultOfLabels(String host) {
        String[] labels = host.split("\\.", -1);
        String last = labels[labels.length - 1];
        if (NUMBER.matcher(last).matches()) {
            return Optional.of(shown(last));
        }
        for (int i = 0; i < labels.length; i++) {
            boolean closingDot = i == labels.length - 1 && labels[i].isEmpty();
            if (!closingDot && !isLabel(labels[i])) {
                return Optional.of(shown(labels[i]));
            }
        }
        return Optional.empty();
    }

    private static String shown(String label) {
        if (label.isEmpty()) {
            return "a label without a letter";
        }
        return label.length() > LONGEST_LABEL ? label.substring(0, 20) + "…" : label;
    }

    /** The hosts that a VirtualService names: its own, those of greetings, those of destinations. */
    static Stream<Place> named(Place spec) {
        Stream<Place> own = spec.at("hosts").items().stream()
                .filter(host -> IpAddress.read(host.textOrEmpty()).isEmpty());
        Stream<Place> greetings = spec.at("tls").items().stream()
                .flatMap(rule -> rule.at("match").items().stream())
                .flatMap(match -> match.at("sniHosts").items().stream())
                .filter(host -> IpAddress.read(host.textOrEmpty()).isEmpty());
        Stream<Place> destinations = destinations(spec).map(destination -> destination.at("host"));
        return Stream.of(own, greetings, destinations).flatMap(places -> places);
    }

    /** Where a VirtualService sends requests to, and copies of them. */
    static Stream<Place> destinations(Place spec) {
        return Stream.of(Route.Block.values())
                .flatMap(block -> spec.at(block.field()).items().stream())
                .flatMap(rule -> Stream.of(
                                rule.at("route").items().stream().map(route -> route.at("destination")),
                                Stream.of(rule.at("mirror")),
                                rule.at("mirrors").items().stream().map(mirror -> mirror.at("destination")))
                        .flatMap(places -> places));
    }

    /**
     * A name that istiod makes up for greetings between clusters, such as {@code outbound_.80_._.web.shop}, which a rule of a
     * gateway may name ({@code ValidateWildcardDomainForVirtualServiceBoundToGateway}).
     */
    static boolean isMadeUpGreeting(String host) {
        String[] parts = host.split("_", -1);
        return parts.length >= 4
                && parts[0].equals("outbound")
                && parts[1].matches(".*[0-9].*")
                && parts[3].matches(".*[a-zA-Z].*");
    }
}
