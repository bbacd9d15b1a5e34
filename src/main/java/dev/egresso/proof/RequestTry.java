package dev.egresso.proof;

import dev.egresso.trace.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as a command for a container: no shell takes it apart, and no proxy of the container is used. */
public final class RequestTry {
    private static final String SECONDS = "10";

    private RequestTry() {}

    /** None for what is not HTTP. */
    public static Optional<List<String>> curl(Request request) {
        if (request.speech() == Request.Speech.RAW) {
            return Optional.empty();
        }
        List<String> command =
                new ArrayList<>(List.of("curl", "-sS", "-i", "-g", "--max-time", SECONDS, "--noproxy", "*"));
        if (request.speech() == Request.Speech.HTTP2) {
            command.add("--http2-prior-knowledge");
        }
        if (request.method().equals("HEAD")) {
            command.add("-I");
        } else if (!request.method().equals("GET")) {
            command.addAll(List.of("-X", request.method()));
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            if (!header.getKey().equals("host") || !url(request).contains("//" + header.getValue() + "/")) {
                command.addAll(List.of("-H", header.getKey() + ": " + header.getValue()));
            }
        }
        command.add(url(request));
        return Optional.of(command);
    }

    /** Only what every wget can, that of busybox too. */
    public static Optional<List<String>> wget(Request request) {
        boolean possible = request.method().equals("GET")
                && (request.speech() == Request.Speech.HTTP || request.speech() == Request.Speech.SEALED)
                && request.headers().size() == 1;
        return possible ? Optional.of(List.of("wget", "-S", "-O", "-", "-T", SECONDS, url(request))) : Optional.empty();
    }

    private static String url(Request request) {
        String text = request.toString();
        return text.substring(text.indexOf(' ') + 1)
                .replaceFirst("^(?:h2c|grpc)://", "http://")
                .replaceFirst("^(?:h2|grpcs|tls)://", "https://");
    }
}
