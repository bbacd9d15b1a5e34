package dev.egresso.cluster;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Reliance;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Undoing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what else would break if resources of a receipt were deleted: routes that came to use them since. */
final class Users {
    private static final Set<Kind> PROVIDERS = Set.of(Kind.SERVICE, Kind.SERVICE_ENTRY);
    private static final String ISTIO = "networking.istio.io/v1";

    private final Api api;
    private final Receipt receipt;
    private final Map<String, List<Manifest>> around = new HashMap<>();

    Users(Api api, Receipt receipt) {
        this.api = api;
        this.receipt = receipt;
    }

    List<Standing> of(List<Standing> standings) {
        List<Standing> told = new ArrayList<>();
        standings.forEach(standing -> told.add(isAtStake(standing) ? standing.usedBy(users(standing)) : standing));
        return told;
    }

    private static boolean isAtStake(Standing standing) {
        return PROVIDERS.contains(standing.entry().address().kind())
                && Undoing.deed(standing, true) == Undoing.Deed.DELETE;
    }

    private List<String> users(Standing standing) {
        Address address = standing.entry().address();
        Manifest provider =
                new Manifest(address.kind(), standing.now().orElseThrow().root());
        List<Manifest> others = around.computeIfAbsent(address.namespace(), this::around).stream()
                .filter(other -> !Address.of(other).isSameObject(address))
                .toList();
        return Reliance.on(provider, others).stream()
                .map(Address::of)
                .filter(user -> receipt.entries().stream()
                        .noneMatch(entry -> entry.address().isSameObject(user)))
                .map(Address::toString)
                .toList();
    }

    /** Where they may not be seen, nothing is known to use anything. */
    private List<Manifest> around(String namespace) {
        String version = receipt.entries().stream()
                .map(entry -> entry.address().apiVersion())
                .filter(each -> each.contains("/"))
                .findFirst()
                .orElse(ISTIO);
        try {
            Listing listing = new Listing(api, namespace);
            List<Manifest> found = new ArrayList<>(listing.of(Kind.SERVICE_ENTRY, version));
            found.addAll(listing.of(Kind.VIRTUAL_SERVICE, version));
            return found;
        } catch (Troubled unseen) {
            return List.of();
        }
    }
}
