package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.regex.Pattern;

/** What is pasted from a browser holds more than the host. */
final class SeHostIsUrl extends ServiceEntryRule {
    private static final Pattern AROUND_THE_HOST =
            Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://|^[^/@]*@|[/?#].*$|:[0-9]*$|\\s");

    SeHostIsUrl() {
        super("se-host-is-url", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        spec.at("hosts").items().stream()
                .filter(host -> looksPasted(host.textOrEmpty())
                        && IpAddress.read(host.textOrEmpty()).isEmpty())
                .forEach(host -> {
                    String alone = alone(host.textOrEmpty());
                    found.at(host, Fix.set(host, alone), "text", host.textOrEmpty(), "host", alone);
                });
    }

    static boolean looksPasted(String text) {
        return text.contains("://") || text.matches(".*[/@\\s?#].*") || text.matches(".*:[0-9]+");
    }

    static String alone(String text) {
        String host = text.strip();
        for (int i = 0; i < 4; i++) {
            host = AROUND_THE_HOST.matcher(host).replaceFirst("");
        }
        return host;
    }
}
