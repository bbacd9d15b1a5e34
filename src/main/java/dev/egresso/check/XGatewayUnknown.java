package dev.egresso.check;

import dev.egresso.mesh.Severity;

/**
 * A VirtualService is bound to gateways by their names. Where the input holds no Gateway at all, that they are missing says
 * little.
 */
final class XGatewayUnknown extends Rule {
    XGatewayUnknown() {
        super("x-gateway-unknown", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        if (!set.surroundings().gateways().isEmpty()) {
            Bindings.of(set)
                    .filter(binding -> binding.gateway().isEmpty())
                    .forEach(binding -> found.at(
                            binding.place(), "name", binding.place().textOrEmpty(), "gateway", binding.fullName()));
        }
    }
}
