package dev.egresso.trace;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of {@code spec.http}, together with the one that delegated to it, if there is one ({@code mergeVirtualServices}
 * in {@code pilot/pkg/model/virtualservice_controller.go}).
 *
 * @param owner the VirtualService that the entry stands in, in whose namespace its hosts are read
 * @param root the entry that delegates
 * @param matches one of them has to hold; none if all requests are taken
 */
record HttpRule(VirtualService owner, Place own, Optional<Place> root, List<Conditions> matches) {
    HttpRule {
        matches = List.copyOf(matches);
    }

    /** The rules of a VirtualService in order, each delegate in the place of the rule that names it. */
    static List<HttpRule> of(VirtualService service, Registry registry) {
        List<HttpRule> rules = new ArrayList<>();
        for (Place http : service.http()) {
            Place delegate = http.at("delegate");
            if (delegate.exists()) {
                delegate(service, delegate, registry).ifPresent(found -> rules.addAll(delegated(found, http)));
            } else {
                rules.add(new HttpRule(
                        service,
                        http,
                        Optional.empty(),
                        http.at("match").items().stream().map(Conditions::of).toList()));
            }
        }
        return rules;
    }

    /** The VirtualService without hosts of that name, if the one that names it gets to see it. */
    static Optional<VirtualService> delegate(VirtualService root, Place delegate, Registry registry) {
        String namespace =
                delegate.at("namespace").text().filter(text -> !text.isEmpty()).orElse(root.namespace());
        Optional<Manifest> named = registry.named(
                Kind.VIRTUAL_SERVICE, namespace, delegate.at("name").textOrEmpty());
        return registry.virtualServices().stream()
                .filter(found ->
                        named.filter(manifest -> manifest == found.manifest()).isPresent())
                .filter(found -> found.hosts().isEmpty() && found.isVisibleFrom(root.namespace()))
                .findFirst();
    }

    private static List<HttpRule> delegated(VirtualService delegate, Place root) {
        List<HttpRule> rules = new ArrayList<>();
        for (Place own : delegate.http()) {
            Delegation.joined(root.at("match").items(), own.at("match").items())
                    .ifPresent(matches -> rules.add(new HttpRule(delegate, own, Optional.of(root), matches)));
        }
        return rules;
    }

    /** Where a setting stands, or would stand: in the entry itself, else in the one that delegates to it. */
    Place at(String key) {
        Place here = own.at(key);
        boolean fromRoot = !here.exists()
                && root.isPresent()
                && !key.equals("route")
                && !key.equals("redirect")
                && root.get().at(key).exists();
        return fromRoot ? root.get().at(key) : here;
    }
}
