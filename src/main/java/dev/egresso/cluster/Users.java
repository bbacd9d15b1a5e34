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
import java.util.Optional;
import java.util.Set;

/** Finds out what else would break if resources of a receipt were deleted: routes that came to use them since. */
final class Users {
    private static final Set<Kind> PROVIDERS = Set.of(Kind.SERVICE, Kind.SERVICE_ENTRY, Kind.DESTINATION_RULE);
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
        standings.forEach(standing -> told.add(isAtStake(standing) ? used(standing, standings) : standing));
        return told;
    }

    private static boolean isAtStake(Standing standing) {
        return PROVIDERS.contains(standing.entry().address().kind())
                && Undoing.deed(standing, true) == Undoing.Deed.DELETE;
    }

    private Standing used(Standing standing, List<Standing> all) {
        Address address = standing.entry().address();
        Manifest provider =
                new Manifest(address.kind(), standing.now().orElseThrow().root());
        List<Manifest> others = around.computeIfAbsent(address.namespace(), this::around).stream()
                .filter(other -> !Address.of(other).isSameObject(address))
                .toList();
        List<String> users = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Manifest user : Reliance.on(provider, others)) {
            Address name = Address.of(user);
            Optional<Standing> ours = all.stream()
                    .filter(each -> each.entry().address().isSameObject(name))
                    .findFirst();
            if (ours.isEmpty()) {
                users.add(name.toString());
            } else if (Undoing.deed(ours.get(), false) == Undoing.Deed.LEAVE) {
                left.add(name.toString());
            }
        }
        return standing.usedBy(users, left);
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
            List<Manifest> found = new ArrayList<>();
            for (Kind kind : List.of(Kind.SERVICE_ENTRY, Kind.DESTINATION_RULE, Kind.VIRTUAL_SERVICE)) {
                found.addAll(listing.of(kind, version));
            }
            return found;
        } catch (Troubled unseen) {
            return List.of();
        }
    }
}
