package dev.egresso.check;

import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;

/** PostgreSQL and MySQL agree on TLS inside their own protocol, which the sidecar does not speak. */
final class XStarttls extends TargetRule {

    XStarttls() {
        super("x-starttls", Severity.ERROR);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {
        boolean database =
                target.dialled() == 5432 || target.dialled() == 3306 || target.protocol() == PortProtocol.MYSQL;
        if (!target.route().isHttp() && database && !target.protocol().isTls()) {
            target.originated()
                    .ifPresent(tls -> found.at(tls, Fix.remove(tls), "port", Integer.toString(target.dialled())));
        }
    }
}
