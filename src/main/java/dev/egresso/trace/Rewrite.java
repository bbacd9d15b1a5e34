package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What the route changes about the request before it is sent ({@code applyHTTPRouteDestination}). */
final class Rewrite {
    private final Walk walk;
    private final String path;
    private final Optional<Place> weighted;
    private final HttpRoute route;
    private final Request request;
    private final Place rule;

    /** @param weighted the entry of {@code route} that was chosen */
    Rewrite(Walk walk, String path, Optional<Place> weighted, HttpRoute route) {
        this.walk = walk;
        this.path = path;
        this.weighted = weighted;
        this.route = route;
        this.request = walk.request();
        this.rule = route.at("rewrite");
    }

    /** @param known the service of the destination, null if the mesh does not know it */
    Journey apply(Destination to, MeshService known, BiFunction<Destination, Retries, Journey> next) {
        Retries retries = route.rule().isPresent() ? Retries.of(route.at("retries")) : Retries.USUAL;
        sayLimits(retries);
        walk.send(upstream -> upstream.to(to.host().name()));
        String newPath = rewrittenPath();
        Optional<Place> authority = authority();
        String newHost = authority.flatMap(Place::text).orElse(request.authority());
        walk.send(upstream -> upstream.asking(newHost, newPath + request.query()));
        sayPath(newPath);
        sayHost(authority, newHost, known);
        sendHeaders();
        return next.apply(to, retries);
    }

    private String rewrittenPath() {
        if (route.rule().isEmpty()) {
            return path;
        }
        Place regex = rule.at("uriRegexRewrite");
        if (regex.exists()) {
            return Regex.replaceAll(
                            regex.at("match").textOrEmpty(),
                            path,
                            regex.at("rewrite").textOrEmpty())
                    .orElse(path);
        }
        Optional<String> uri = rule.at("uri").text().filter(text -> !text.isEmpty());
        return uri.map(text -> text + path.substring(matchedLength())).orElse(path);
    }

    private boolean rewritesPath() {
        return route.rule().isPresent()
                && (rule.at("uriRegexRewrite").exists()
                        || !rule.at("uri").textOrEmpty().isEmpty());
    }

    /** Only what was matched is replaced: the prefix, or all of the path; without a match the slash at its beginning. */
    private int matchedLength() {
        Place uri = route.match().map(match -> match.at("uri")).orElse(rule.at("no-match"));
        Optional<String> prefix = uri.at("prefix").text();
        if (prefix.isPresent() || !uri.exists()) {
            return Math.min(prefix.map(String::length).orElse(1), path.length());
        }
        return path.length();
    }

    /** The rewrite's own authority, else a Host header that the route or the destination sets. */
    private Optional<Place> authority() {
        if (route.rule().isEmpty()) {
            return Optional.empty();
        }
        Place own = rule.at("authority");
        if (own.text().filter(text -> !text.isEmpty()).isPresent()) {
            return Optional.of(own);
        }
        Optional<Place> ofRoute = hostHeader(route.at("headers"));
        return ofRoute.isPresent()
                ? ofRoute
                : weighted.map(chosen -> chosen.at("headers")).flatMap(Rewrite::hostHeader);
    }

    private static Optional<Place> hostHeader(Place operations) {
        Optional<Place> set = hostIn(operations.at("request", "set"));
        return set.isPresent() ? set : hostIn(operations.at("request", "add"));
    }

    private static Optional<Place> hostIn(Place headers) {
        Optional<Place> last = Optional.empty();
        for (Place header : headers.fields()) {
            String key = header.key().toLowerCase(Locale.ROOT);
            boolean isHost = key.equals("host") || key.equals(":authority");
            if (isHost && header.text().filter(text -> !text.isEmpty()).isPresent()) {
                last = Optional.of(header);
            }
        }
        return last;
    }

    /** Those of the destination alone come before those of the rule where several destinations share the requests. */
    private List<Place> operations() {
        if (route.rule().isEmpty()) {
            return List.of();
        }
        List<Place> operations = new ArrayList<>(List.of(route.at("headers")));
        boolean several = route.at("route").items().size() > 1;
        weighted.ifPresent(chosen -> operations.add(several ? 0 : 1, chosen.at("headers")));
        return operations;
    }

    private void sendHeaders() {
        SentHeaders headers = new SentHeaders(request);
        if (rewritesPath()) {
            headers.pathWas(path + request.query());
        }
        List<Place> operations = operations();
        List<Place> changed = operations.stream()
                .flatMap(each -> Stream.of(
                                SentHeaders.changing(each, "set"),
                                SentHeaders.changing(each, "add"),
                                each.at("request", "remove").items().stream())
                        .flatMap(places -> places))
                .toList();
        walk.send(upstream -> upstream.carrying(headers.after(operations)));
        if (!changed.isEmpty()) {
            String names = String.join(
                    ", ", changed.stream().map(Rewrite::name).distinct().toList());
            walk.ok(Part.REWRITE, said("rewrite-headers", "names", names), changed.toArray(Place[]::new));
        }
    }

    private static String name(Place header) {
        return (header.key().isEmpty() ? header.textOrEmpty() : header.key()).toLowerCase(Locale.ROOT);
    }

    private void sayPath(String newPath) {
        Place uri = rule.at("uri").exists() ? rule.at("uri") : rule.at("uriRegexRewrite");
        if (!rewritesPath()) {
            walk.ok(Part.REWRITE, said("rewrite-path-kept", "path", path + request.query()));
            return;
        }
        String id = newPath.contains("//")
                ? "rewrite-path-doubled"
                : isGlued(newPath) ? "rewrite-path-glued" : "rewrite-path";
        Walk.Said said = said(id, "from", path, "path", newPath + request.query());
        if (id.equals("rewrite-path")) {
            walk.ok(Part.REWRITE, said, uri);
        } else {
            walk.warn(Part.REWRITE, said, uri);
        }
    }

    /** The rest of the path sticks to the end of the new one without a slash between. */
    private boolean isGlued(String newPath) {
        String uri = rule.at("uri").textOrEmpty();
        String rest = path.substring(Math.min(matchedLength(), path.length()));
        return !uri.isEmpty()
                && !rest.isEmpty()
                && !uri.endsWith("/")
                && !rest.startsWith("/")
                && newPath.equals(uri + rest);
    }

    private void sayHost(Optional<Place> authority, String newHost, MeshService known) {
        if (authority.isPresent()) {
            walk.ok(Part.REWRITE, said("rewrite-host", "host", newHost), authority.get());
            return;
        }
        boolean leavesMesh = known != null && known.isExternal();
        boolean another = known != null && !known.host().lower().covers(bareHost());
        if (leavesMesh && another && route.rule().isPresent()) {
            Place where = rule.exists() ? rule : route.place();
            walk.warn(
                    Part.REWRITE,
                    said(
                            "rewrite-host-missing",
                            "host",
                            newHost,
                            "service",
                            known.host().name()),
                    where);
        } else {
            walk.ok(Part.REWRITE, said("rewrite-host-kept", "host", newHost));
        }
    }

    private HostName bareHost() {
        return HostName.asWritten(request.authority().replaceFirst(":[0-9]+$", ""))
                .lower();
    }

    /** What a rule says of waiting and trying again. */
    private void sayLimits(Retries retries) {
        Place timeout = route.at("timeout");
        if (timeout.exists()) {
            walk.ok(Part.ROUTE, said("route-timeout", "timeout", timeout.textOrEmpty()), timeout);
        }
        Place again = route.at("retries");
        if (again.exists()) {
            String id = retries.attempts() == 0 ? "route-retries-none" : "route-retries";
            walk.ok(
                    Part.ROUTE,
                    said(id, "attempts", Integer.toString(retries.attempts()), "conditions", retries.conditions()),
                    again);
        }
    }
}
