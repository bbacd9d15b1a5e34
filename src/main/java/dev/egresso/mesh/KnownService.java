package dev.egresso.mesh;

import java.util.Optional;

/**
 * A Service that is told of and not read: {@code webserver:80/http}.
 *
 * @param namespace where it lives, if that was said
 * @param protocol as {@code appProtocol} has it, empty if the sidecar has to look
 */
public record KnownService(String name, Optional<String> namespace, int port, String protocol) {
    /** Reads {@code name[.namespace]:port[/protocol]}. */
    public static Optional<KnownService> read(String text) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/', Math.max(colon, 0));
        if (colon <= 0) {
            return Optional.empty();
        }
        String host = text.substring(0, colon);
        String port = text.substring(colon + 1, slash < 0 ? text.length() : slash);
        if (!port.matches("[0-9]{1,5}")
                || Integer.parseInt(port) < 1
                || Integer.parseInt(port) > 65_535
                || DnsName.fault(host).isPresent()) {
            return Optional.empty();
        }
        InternalHost internal = new InternalHost(host);
        if (!internal.isServiceName()) {
            return Optional.empty();
        }
        return Optional.of(new KnownService(
                internal.firstLabel(),
                internal.namespace().map(Namespace::name),
                Integer.parseInt(port),
                slash < 0 ? "" : text.substring(slash + 1)));
    }

    /** The Service as it would be written. @param fallback its namespace if none was said */
    Manifest manifest(String fallback) {
        Origin told = Tree.fixed("assumed-service");
        Tree port = new Tree().put("port", Tree.number(this.port, told)).put("protocol", Tree.string("TCP", told));
        if (!protocol.isEmpty()) {
            port.put("appProtocol", Tree.string(protocol, told));
        }
        Node metadata = new Tree()
                .put("name", Tree.string(name, told))
                .put("namespace", Tree.string(namespace.orElse(fallback), told))
                .as(told);
        Node spec = new Tree().put("ports", Tree.list(told, port.as(told))).as(told);
        return new Manifest(
                Kind.SERVICE,
                new Tree().put("metadata", metadata).put("spec", spec).as(told));
    }

    @Override
    public String toString() {
        return name + namespace.map(own -> "." + own).orElse("") + ":" + port
                + (protocol.isEmpty() ? "" : "/" + protocol);
    }
}
