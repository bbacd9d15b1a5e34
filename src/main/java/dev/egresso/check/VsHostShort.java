package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;

/** A name without a dot is completed with the namespace of the resource, wherever the Service lives. */
final class VsHostShort extends Rule {

    VsHostShort() {
        super("vs-host-short", Severity.INFO);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (VirtualService service : set.registry().virtualServices()) {
            service.hosts().forEach(host -> check(host.place(), service.namespace(), found));
        }
        set.routes().forEach(route -> check(route.destination().at("host"), route.caller(), found));
        for (Place spec : set.specs(Kind.DESTINATION_RULE)) {
            check(spec.at("host"), spec.manifest().namespace(), found);
        }
    }

    private static void check(Place host, String namespace, Found found) {
        String text = host.textOrEmpty();
        String full = HostName.expanded(text, namespace).name();
        if (!full.equals(text) && SeHostShort.isShort(text)) {
            found.at(host, Fix.set(host, full), "host", text, "full", full);
        }
    }
}
