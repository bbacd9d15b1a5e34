package dev.egresso.check;

import dev.egresso.mesh.Severity;

/** A gateway passes on requests for the hosts of its servers; a VirtualService for other hosts is never asked there. */
final class XGatewayHost extends Rule {
    XGatewayHost() {
        super("x-gateway-host", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        Bindings.of(set)
                .filter(binding -> binding.gateway().isPresent()
                        && !binding.by().hosts().isEmpty()
                        && binding.by().hosts().stream().noneMatch(host -> binding.gateway()
                                .get()
                                .listensFor(host.name(), binding.by().namespace())))
                .forEach(binding -> found.at(binding.place(), "gateway", binding.fullName()));
    }
}
