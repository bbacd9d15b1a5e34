package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** A range of addresses is recognised, but not looked up. */
final class SeCidrResolution extends ServiceEntryRule {

    SeCidrResolution() {
        super("se-cidr-resolution", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        Place resolution = spec.at("resolution");
        boolean looksUp = resolution.textOrEmpty().contains("DNS");
        spec.at("addresses").items().stream()
                .filter(address -> looksUp && address.textOrEmpty().indexOf('/') >= 0)
                .forEach(address -> found.at(
                        address,
                        single(address),
                        "address",
                        address.textOrEmpty(),
                        "resolution",
                        resolution.textOrEmpty()));
    }

    /** A range of one address. */
    private static Optional<Fix> single(Place address) {
        String text = address.textOrEmpty();
        String whole = text.contains(":") ? "/128" : "/32";
        return text.endsWith(whole)
                ? Optional.of(Fix.set(address, text.substring(0, text.length() - whole.length())))
                : Optional.empty();
    }
}
