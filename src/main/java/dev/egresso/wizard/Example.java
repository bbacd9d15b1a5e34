package dev.egresso.wizard;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.ExternalUrl;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.Protocol;
import dev.egresso.screens.PreparedRequest;
import dev.egresso.trace.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The request that shows a route at work: the one that an app would make which uses it. */
final class Example {
    private Example() {}

    /** None as long as it is not clear whom the app calls. */
    static Optional<Request> of(Draft draft) {
        return draft.isAliasPossible()
                ? toInternalHost(draft)
                : draft.externalUrl().flatMap(url -> byRealName(draft, url));
    }

    /** The ready requests, filled in for a route; those that mention what is not answered yet are left out. */
    static List<PreparedRequest> requests(Session session) {
        Map<String, String> names = names(session.draft());
        List<PreparedRequest> whole = session.setup().screens().requests().stream()
                .filter(ready -> ready.isWhole(names))
                .map(ready -> ready.filled(names))
                .toList();
        Optional<Request> made = of(session.draft());
        boolean readable =
                made.map(request -> request.speech() != Request.Speech.RAW).orElse(true);
        return readable
                ? whole
                : List.of(new PreparedRequest(
                        made.orElseThrow().toString(), "", whole.get(0).shows()));
    }

    private static Map<String, String> names(Draft draft) {
        Map<String, String> names = new HashMap<>();
        Optional<Request> made = of(draft);
        names.put("method", made.map(Request::method).orElse("GET"));
        names.put("path", made.map(request -> request.path() + request.query()).orElse("/"));
        names.put("base", made.map(Example::base).orElse("http://webserver"));
        draft.externalUrl().filter(url -> !url.isWildcard()).ifPresent(url -> names.put("external", url.host()));
        return names;
    }

    /** Scheme, host and port, as they are written in a URL. */
    private static String base(Request request) {
        String url = request.toString().substring(request.method().length() + 1);
        return url.substring(
                0, url.length() - request.path().length() - request.query().length());
    }

    /** By the name of the external host, whether or not an internal one leads there. */
    static Optional<Request> byRealName(Draft draft) {
        return draft.externalUrl().flatMap(url -> byRealName(draft, url));
    }

    private static Optional<Request> toInternalHost(Draft draft) {
        Optional<InternalHost> host = draft.internalHost();
        String port = draft.setting(FieldId.INTERNAL_PORT).text();
        return host.flatMap(name -> Request.read(
                method(draft) + " " + scheme(draft) + "://" + name + port(scheme(draft), port) + path(draft)));
    }

    private static Optional<Request> byRealName(Draft draft, ExternalUrl url) {
        boolean sealed = draft.setting(FieldId.TLS).text().equals("app");
        String host = url.isWildcard() ? "www" + url.host().substring(1) : url.host();
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        String scheme = sealed ? "https" : "http";
        String port = draft.dialledPort().map(Object::toString).orElse("");
        return Request.read("GET " + scheme + "://" + bracketed + port(scheme, port) + "/");
    }

    private static String port(String scheme, String port) {
        boolean usual = scheme.equals("https") ? port.equals("443") : port.equals("80");
        return port.isEmpty() || usual ? "" : ":" + port;
    }

    private static String scheme(Draft draft) {
        Optional<Protocol> protocol = Optional.of(
                        draft.setting(FieldId.PROTOCOL).text())
                .filter(text -> !text.isEmpty())
                .flatMap(text -> dev.egresso.mesh.Choice.of(Protocol.class, text));
        if (protocol.filter(Protocol::isHttp2).isPresent()) {
            return "h2c";
        }
        return protocol.filter(spoken -> !spoken.isHttpFamily()).isPresent() ? "tcp" : "http";
    }

    private static String method(Draft draft) {
        return draft.setting(FieldId.PROTOCOL).text().equals("GRPC") ? "POST" : "GET";
    }

    /** A path that the route takes, and that shows what becomes of it. */
    private static String path(Draft draft) {
        if (scheme(draft).equals("tcp")) {
            return "";
        }
        if (draft.setting(FieldId.PROTOCOL).text().equals("GRPC")) {
            return "/package.Service/Method";
        }
        String wanted = draft.setting(FieldId.MATCH_PATH).text();
        return switch (draft.setting(FieldId.MATCH_KIND).text()) {
            case "exact" -> wanted;
            case "prefix" -> wanted.endsWith("/") ? wanted + "hello" : wanted + "/hello";
            default -> "/hello";
        };
    }
}
