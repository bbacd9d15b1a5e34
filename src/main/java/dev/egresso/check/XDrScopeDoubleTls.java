package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Set;

/** TLS that is started for one alias is started for every application that calls the host by https itself. */
final class XDrScopeDoubleTls extends Rule {

    XDrScopeDoubleTls() {
        super("x-dr-scope-double-tls", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {

        Set<Place> said = new HashSet<>();
        for (Target target : set.targets()) {
            boolean shared = target.route().block() != Route.Block.TLS
                    && target.service().isExternal()
                    && target.protocol().isTls()
                    && target.rule().filter(XDrScopeDoubleTls::isForEveryone).isPresent();
            target.originated()
                    .filter(tls -> shared && said.add(tls))
                    .ifPresent(tls -> found.at(
                            tls, "host", target.route().host().name(), "port", Integer.toString(target.dialled())));
        }
    }

    private static boolean isForEveryone(DestinationRule rule) {
        return !rule.selectsWorkloads() && !rule.exportTo().isPrivate();
    }
}
