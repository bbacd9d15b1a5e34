package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a request meets the conditions of a match; all of them must hold ({@code TranslateRouteMatch}). */
final class RequestMatch {
    private final Request request;
    private final String path;

    RequestMatch(Request request, String path) {
        this.request = request;
        this.path = path;
    }

    boolean holds(Conditions match) {
        return path(match)
                && headers(match.named("headers"))
                && match.named("withoutHeaders").stream().noneMatch(this::hasUnwanted)
                && pseudo(match.at("method"), request.method())
                && pseudo(match.at("authority"), request.authority())
                && pseudo(match.at("scheme"), "http")
                && match.named("queryParams").stream().allMatch(this::query);
    }

    private boolean path(Conditions match) {
        Place uri = match.at("uri");
        if (uri.fields().isEmpty()) {
            return path.startsWith("/");
        }
        return TextMatch.holds(uri, path, match.place().at("ignoreUriCase").isTrue());
    }

    private boolean headers(List<Place> headers) {
        return headers.stream().allMatch(header -> {
            Optional<String> value = value(header.key());
            return value.isPresent() && (TextMatch.isPresence(header) || TextMatch.holds(header, value.get(), false));
        });
    }

    /** A header that is not there counts as empty. */
    private boolean hasUnwanted(Place header) {
        Optional<String> value = value(header.key());
        return TextMatch.isPresence(header) ? value.isPresent() : TextMatch.holds(header, value.orElse(""), false);
    }

    private Optional<String> value(String key) {
        return switch (key) {
            case ":method" -> Optional.of(request.method());
            case ":authority" -> Optional.of(request.authority());
            case ":path" -> Optional.of(path + request.query());
            case ":scheme" -> Optional.of("http");
            default -> request.header(key.toLowerCase(java.util.Locale.ROOT));
        };
    }

    private static boolean pseudo(Place condition, String value) {
        return !condition.exists() || TextMatch.isPresence(condition) || TextMatch.holds(condition, value, false);
    }

    private boolean query(Place parameter) {
        Optional<String> value = queryValues(parameter.key()).stream().findFirst();
        return value.isPresent() && (TextMatch.isPresence(parameter) || TextMatch.holds(parameter, value.get(), false));
    }

    private List<String> queryValues(String name) {
        List<String> values = new ArrayList<>();
        String pairs = request.query().isEmpty() ? "" : request.query().substring(1);
        for (String pair : pairs.split("&")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (key.equals(name)) {
                values.add(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return values;
    }
}
