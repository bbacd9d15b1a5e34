package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Host header is a host, and perhaps a port. */
final class VsAuthorityForm extends HttpRule {
    private static final Pattern FORM =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\\.?|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

    VsAuthorityForm() {
        super("vs-authority-form", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        Stream<Place> set = Stream.concat(Stream.of(rule.at("rewrite", "authority")), Route.hostHeaders(rule));
        set.filter(authority -> !authority.isEmpty() && authority.text().isPresent())
                .filter(authority -> !authority.textOrEmpty().contains("%"))
                .filter(authority -> !FORM.matcher(authority.textOrEmpty()).matches())
                .forEach(authority -> found.at(
                        authority,
                        alone(authority.textOrEmpty()).map(host -> Fix.set(authority, host)),
                        "authority",
                        authority.textOrEmpty(),
                        "host",
                        alone(authority.textOrEmpty()).orElse("api.example.com")));
    }

    private static Optional<String> alone(String text) {
        String host = text.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("[/?#\\s].*$", "");
        return FORM.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    }
}
