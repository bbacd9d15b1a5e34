package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

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

    /**
     * What was typed, cut at its borders.
     *
     * @param before a scheme, possibly empty
     * @param after path and query, possibly empty
     */
    private record Typed(String before, String host, Optional<String> port, String after) {
        static Typed of(String text) {
            String typed = shown(text);
            Matcher scheme = UrlReader.SCHEME.matcher(typed);
            int start = scheme.find() ? scheme.end() : 0;
            int end = start;
            while (end < typed.length() && "/?#".indexOf(typed.charAt(end)) < 0) {
                end++;
            }
            String authority = typed.substring(start, end).toLowerCase(Locale.ROOT);
            int colon = authority.indexOf(':');
            boolean port = colon > 0 && colon == authority.lastIndexOf(':');
            String host = port ? authority.substring(0, colon) : authority;
            return new Typed(
                    typed.substring(0, start),
                    host.length() > 1 && host.endsWith(".") ? host.substring(0, host.length() - 1) : host,
                    port
                            ? Optional.of(authority.substring(colon + 1)).filter(digits -> !digits.isEmpty())
                            : Optional.empty(),
                    typed.substring(end));
        }

        /** What is left out of a pasted URL, with the place of the host in it. */
        Optional<String> cut() {
            String rest = after.equals("/") ? "" : after;
            return before.isEmpty() && rest.isEmpty() ? Optional.empty() : Optional.of(before + "…" + rest);
        }
    }

    /** Reads what a person typed; a pasted URL is cut down to its host. */
    static Reading<InternalHost> read(String text) {
        if (Credentials.in(shown(text))) {
            return Reading.refused("url-credentials");
        }
        Optional<String> slashless = UrlReader.schemeWithoutSlashes(shown(text));
        if (slashless.isPresent()) {
            return Reading.refused("url-slashes", "scheme", slashless.get());
        }
        Typed typed = Typed.of(text);
        String name = typed.host();
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
        Optional<Reading<Port>> port = typed.port().map(Port::read);
        if (port.filter(Reading::isRefused).isPresent()) {
            return new Reading<>(Optional.empty(), port.get().remarks());
        }
        List<Remark> remarks = new ArrayList<>();
        port.flatMap(Reading::value)
                .ifPresent(number ->
                        remarks.add(Remark.info("internal-host-port", "port", number.toString(), "host", name)));
        typed.cut().ifPresent(cut -> remarks.add(Remark.info("internal-host-was-url", "host", name, "cut", cut)));
        return new Reading<>(Optional.of(new InternalHost(name)), remarks);
    }

    /** Without what nobody sees, and without the command around it. */
    private static String shown(String text) {
        String seen = UrlReader.seen(text);
        return CommandLine.read(seen).map(CommandLine::url).orElse(seen);
    }

    /** The port in a text such as {@code http://webserver:8080}, which then is the default of the internal port. */
    static Optional<Port> portIn(String text) {
        return Typed.of(text).port().flatMap(digits -> Port.read(digits).value());
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
