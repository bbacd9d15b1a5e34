package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import java.util.Optional;

/** What no resource leads goes where the application dialled. */
final class CatchAll {
    /** The cluster that looks the host of each request up. */
    static final String PER_REQUEST = "AllowAnyDynamicDNSCluster";

    private CatchAll() {}

    static Journey leaves(Walk walk, NameLookup.Dialled dialled) {
        Request request = walk.request();
        walk.send(upstream -> upstream.to(request.host()).dialling(dialled.port()));
        if (request.speech() == Request.Speech.SEALED) {
            walk.send(upstream -> upstream.greeting(sni(request.host())));
        }
        if (request.speech() != Request.Speech.RAW) {
            walk.send(upstream -> upstream.asking(request.authority(), request.path() + request.query()));
        }
        if (request.speech().isHttp()) {
            walk.send(upstream -> upstream.speaking(request.speech() == Request.Speech.HTTP2 ? "2" : "1.1"));
        }
        walk.warn(
                Part.SEND,
                said("send-unrouted", "address", dialled.address(), "port", Integer.toString(dialled.port())));
        return walk.end(Outcome.PASSTHROUGH);
    }

    /** A client names no address in its TLS greeting. */
    static Optional<String> sni(String host) {
        return dev.egresso.mesh.IpAddress.read(host).isPresent() ? Optional.empty() : Optional.of(host);
    }
}
