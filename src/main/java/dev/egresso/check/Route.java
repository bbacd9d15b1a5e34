package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.VirtualService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One way from a VirtualService to a destination.
 *
 * @param rule the rule of the block that it stands in
 * @param entry the item of the rule's {@code route}, or of what gets copies
 * @param destination where host, port and subset stand
 * @param host the destination in full
 */
record Route(VirtualService by, Block block, Place rule, Place entry, Place destination, HostName host) {
    /** Which kind of traffic a rule is for. */
    enum Block {
        HTTP,
        TLS,
        TCP;

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All ways out of a VirtualService, in the order of the text. */
    static Stream<Route> of(VirtualService by) {
        return Stream.of(Block.values())
                .flatMap(block -> by.spec().at(block.field()).items().stream().flatMap(rule -> of(by, block, rule)));
    }

    private static Stream<Route> of(VirtualService by, Block block, Place rule) {
        return rule.at("route").items().stream().map(entry -> way(by, block, rule, entry, entry.at("destination")));
    }

    /** The ways that copies of requests take, whose answers nobody waits for. */
    static Stream<Route> copies(VirtualService by) {
        return by.spec().at("http").items().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.at("mirror"))
                                .filter(Place::exists)
                                .map(mirror -> way(by, Block.HTTP, rule, mirror, mirror)),
                        rule.at("mirrors").items().stream()
                                .map(mirror -> way(by, Block.HTTP, rule, mirror, mirror.at("destination")))));
    }

    private static Route way(VirtualService by, Block block, Place rule, Place entry, Place destination) {
        return new Route(by, block, rule, entry, destination, by.destination(destination));
    }

    boolean isHttp() {
        return block == Block.HTTP;
    }

    boolean isKnown() {
        return !destination.at("host").isHole() && !destination.at("host").isEmpty();
    }

    /** Whose applications are looked at: those of the rule's own namespace, or of the first that gets to see it. */
    String caller() {
        return by.exportTo().reaches(by.namespace())
                ? by.namespace()
                : by.exportTo().namespaces().stream()
                        .filter(by.exportTo()::reaches)
                        .findFirst()
                        .orElse(by.namespace());
    }

    Place portPlace() {
        return destination.at("port", "number");
    }

    OptionalInt port() {
        return portPlace().number();
    }

    String subset() {
        return destination.at("subset").textOrEmpty();
    }

    /** Whether sidecars use it: the VirtualService is theirs, and some match is not for gateways only. */
    boolean isForTheMesh() {
        List<Place> matches = rule.at("match").items();
        return by.inMesh()
                && (matches.isEmpty()
                        || matches.stream().anyMatch(match -> VirtualService.isBoundToMesh(match.at("gateways"))));
    }

    /** Whether a host of the VirtualService is led to another one. */
    boolean isRedirect() {
        return by.hosts().stream().anyMatch(this::isOther);
    }

    boolean isOther(VirtualService.Host of) {
        return !of.name().overlaps(host.lower());
    }

    Place rewrite() {
        return rule.at("rewrite");
    }

    boolean rewritesPath() {
        return rewrite().at("uri").exists() || rewrite().at("uriRegexRewrite").exists();
    }

    /** Where the Host that the destination is asked for is written, if anywhere. */
    Optional<Place> authority() {
        Place authority = rewrite().at("authority");
        return authority.isEmpty()
                ? Stream.of(rule, entry).flatMap(Route::hostHeaders).findFirst()
                : Optional.of(authority);
    }

    /** The headers of a rule or of a route that set the Host. */
    static Stream<Place> hostHeaders(Place holder) {
        Place request = holder.at("headers", "request");
        return Stream.of("set", "add")
                .flatMap(verb -> request.at(verb).fields().stream())
                .filter(header -> {
                    String name = header.key().toLowerCase(Locale.ROOT);
                    return name.equals("host") || name.equals(":authority");
                });
    }
}
