package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** The path of a gRPC call is the name of its method. */
final class XGrpcRewrite extends TargetRule {

    XGrpcRewrite() {
        super("x-grpc-rewrite", Severity.ERROR);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {
        boolean grpc = target.protocol() == PortProtocol.GRPC
                || target.protocol() == PortProtocol.GRPC_WEB
                || XGrpcUpstreamH1.speaksGrpc(target, set);
        if (target.route().isHttp() && grpc) {
            Stream.of("uri", "uriRegexRewrite")
                    .map(field -> target.route().rewrite().at(field))
                    .filter(Place::exists)
                    .forEach(field -> found.at(field, Fix.remove(field), "field", field.key()));
        }
    }
}
