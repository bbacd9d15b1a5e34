package dev.egresso.trace;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import java.util.ArrayList;
import java.util.List;

/** The Host headers by which applications may call a service ({@code generateVirtualHostDomains}); ports do not count. */
final class Domains {
    private static final String IN_CLUSTER = ".svc.cluster.local";

    private Domains() {}

    static List<HostName> of(MeshService service, Sidecar sidecar) {
        List<HostName> domains = new ArrayList<>();
        addForms(domains, service.host().lower(), sidecar.namespace());
        for (MeshService other : sidecar.imports().services()) {
            boolean alias = other.discovery() == Discovery.ALIAS
                    && Alias.resolved(java.util.Optional.of(other), other.host())
                            .equals(service.host());
            if (alias) {
                addForms(domains, other.host().lower(), sidecar.namespace());
            }
        }
        if (service.isKubernetes() && service.discovery() == Discovery.ORIGINAL) {
            List.copyOf(domains).forEach(domain -> domains.add(HostName.asWritten("*." + domain)));
        }
        Addresses.of(service, sidecar.getsAddresses()).forEach(address -> domains.add(HostName.asWritten(address)));
        return domains;
    }

    private static void addForms(List<HostName> domains, HostName host, String namespace) {
        domains.add(host);
        domains.addAll(shorter(host, namespace));
    }

    /** With a dot at the end, and for a name inside the cluster its shorter forms. */
    static List<HostName> shorter(HostName host, String namespace) {
        List<HostName> forms = new ArrayList<>();
        forms.add(HostName.asWritten(host.name() + "."));
        if (!host.name().endsWith(IN_CLUSTER)) {
            return forms;
        }
        String head = host.name().substring(0, host.name().length() - IN_CLUSTER.length());
        int dot = head.indexOf('.');
        if (dot < 0) {
            return forms;
        }
        if (head.substring(dot + 1).equals(namespace)) {
            forms.add(HostName.asWritten(head.substring(0, dot)));
        }
        forms.add(HostName.asWritten(head + ".svc"));
        forms.add(HostName.asWritten(head));
        return forms;
    }
}
