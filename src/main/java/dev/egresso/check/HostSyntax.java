package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;

/** Every host that a resource names has to be a name that DNS and Istio know how to read. */
final class HostSyntax extends Rule {

    HostSyntax() {
        super("host-syntax", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        for (Place spec : set.specs(Kind.SERVICE_ENTRY)) {
            spec.at("hosts").items().stream()
                    .filter(host -> !SeHostIsUrl.looksPasted(host.textOrEmpty())
                            && IpAddress.read(host.textOrEmpty()).isEmpty())
                    .forEach(host -> {
                        check(host, found);
                        checkLookedUp(host, spec, found);
                    });
        }
        for (Place spec : set.specs(Kind.VIRTUAL_SERVICE)) {
            boolean ofGateways = !VirtualService.isBoundToMesh(spec.at("gateways"));
            HostForm.named(spec)
                    .filter(host -> !ofGateways || !HostForm.isMadeUpGreeting(host.textOrEmpty()))
                    .forEach(host -> check(host, found));
        }
    }

    /** A number without a dot is a label and yet no name that DNS is asked for. */
    private static void checkLookedUp(Place host, Place spec, Found found) {
        boolean lookedUp = spec.at("resolution").textOrEmpty().matches("DNS|DNS_ROUND_ROBIN")
                && spec.at("endpoints").isEmpty();
        if (lookedUp && host.textOrEmpty().matches("[0-9]+")) {
            found.at(host, "host", host.textOrEmpty(), "part", host.textOrEmpty());
        }
    }

    /** A lone star and a destination without a host have rules with better words. */
    private static void check(Place host, Found found) {
        String text = host.textOrEmpty();
        boolean saidElsewhere = text.equals("*") || host.key().equals("host") && text.isEmpty();
        if (host.text().isPresent() && !saidElsewhere) {
            HostForm.fault(text)
                    .ifPresent(part -> found.at(host, "host", text.isEmpty() ? "nothing" : text, "part", part));
        }
    }
}
