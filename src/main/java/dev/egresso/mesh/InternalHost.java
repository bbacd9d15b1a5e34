package dev.egresso.mesh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that applications inside the mesh call.
 *
 * <p>A name of one label is written to the VirtualService as typed and expanded there by istiod with the rule's own
 * namespace ({@code ResolveShortnameToFQDN} in {@code pilot/pkg/model/config.go}); {@code name.namespace} would not be
 * expanded, so it is written as the full name of the Service.
 *
 * @param name lower case, without a trailing dot
 */
public record InternalHost(String name) {
    static final String CLUSTER_DOMAIN = "cluster.local";
    private static final String SERVICE_SUFFIX = ".svc." + CLUSTER_DOMAIN;
    private static final Pattern WITH_PORT =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://)?[^:/?#]+:([0-9]{1,5})(?:[/?#].*)?");

    /** Reads what a person typed; a pasted URL is cut down to its host. */
    static Reading<InternalHost> read(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        String name = typed.replaceFirst("^[a-z][a-z0-9+.-]*://", "").replaceFirst("[/?#].*$", "");
        boolean wasUrl = !name.equals(typed);
        Optional<String> port = Optional.empty();
        int colon = name.lastIndexOf(':');
        if (colon > 0 && name.substring(colon + 1).matches("[0-9]*")) {
            port = Optional.of(name.substring(colon + 1)).filter(digits -> !digits.isEmpty());
            name = name.substring(0, colon);
        }
        name = name.endsWith(".") && name.length() > 1 ? name.substring(0, name.length() - 1) : name;
        if (name.contains("*")) {
            return Reading.refused("internal-host-wildcard", "text", name);
        }
        if (IpAddress.read(name).isPresent()) {
            return Reading.refused("internal-host-ip", "text", name);
        }
        Optional<Remark> fault = DnsName.fault(name);
        if (fault.isPresent()) {
            return new Reading<>(Optional.empty(), List.of(fault.get()));
        }
        InternalHost host = new InternalHost(name);
        if (port.isPresent()) {
            return Reading.of(host, Remark.info("internal-host-port", "port", port.get(), "host", name));
        }
        return wasUrl ? Reading.of(host, Remark.info("internal-host-was-url", "host", name)) : Reading.of(host);
    }

    /** The port in a text such as {@code http://webserver:8080}, which then is the default of the internal port. */
    static Optional<Port> portIn(String text) {
        Matcher port = WITH_PORT.matcher(text.strip());
        return port.matches() ? Port.read(port.group(1)).value() : Optional.empty();
    }

    public String firstLabel() {
        return labels()[0];
    }

    /** The host as the VirtualService carries it. */
    public String written() {
        return namespace().isPresent() ? fullName(Namespace.DEFAULT) : name;
    }

    /** The name of the Service in full, for a name of one label with the namespace of the rule. */
    public String fullName(Namespace ofRule) {
        if (!isServiceName()) {
            return name;
        }
        return firstLabel() + "." + namespace().orElse(ofRule) + SERVICE_SUFFIX;
    }

    /** Whether a Kubernetes Service can carry this name; otherwise it is a name of some other DNS. */
    public boolean isServiceName() {
        return labels().length == 1 || namespace().isPresent();
    }

    /** The namespace named in the host itself, if it is {@code name.namespace} or longer. */
    public Optional<Namespace> namespace() {
        String[] labels = labels();
        boolean named = labels.length == 2
                || labels.length == 3 && labels[2].equals("svc")
                || labels.length > 3 && name.equals(labels[0] + "." + labels[1] + SERVICE_SUFFIX);
        return named ? Optional.of(new Namespace(labels[1])) : Optional.empty();
    }

    private String[] labels() {
        return name.split("\\.");
    }

    @Override
    public String toString() {
        return name;
    }
}
