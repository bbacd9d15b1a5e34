package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Every host that a resource names has to be a name that DNS and Istio know how to read. */
final class HostSyntax extends Rule {

    HostSyntax() {
        super("host-syntax", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        hosts(set)
                .filter(host -> !host.isEmpty() && host.text().isPresent())
                .filter(host -> !isSaidElsewhere(host))
                .forEach(host -> HostForm.fault(host.textOrEmpty())
                        .ifPresent(part -> found.at(host, "host", host.textOrEmpty(), "part", part)));
    }

    private static Stream<Place> hosts(ResourceSet set) {
        return Stream.of(
                        set.specs(Kind.SERVICE_ENTRY).stream().flatMap(spec -> spec.at("hosts").items().stream()),
                        set.specs(Kind.VIRTUAL_SERVICE).stream().flatMap(HostForm::named))
                .flatMap(places -> places);
    }

    /** An address and a pasted URL have rules with better words; a lone star has one too. */
    private static boolean isSaidElsewhere(Place host) {
        String text = host.textOrEmpty();
        return text.equals("*") || IpAddress.read(text).isPresent() || SeHostIsUrl.looksPasted(text);
    }
}
