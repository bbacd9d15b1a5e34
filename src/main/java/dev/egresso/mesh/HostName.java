package dev.egresso.mesh;

import java.util.Locale;
import java.util.Optional;

/**
 * A host as resources name it, in full or with a star in front, and what it covers ({@code pkg/config/host/name.go}).
 * Total: any text makes one, so that odd input can be asked about too. Case counts, as it does in the names of clusters;
 * where istiod ignores it, ask for {@link #lower()}.
 */
public record HostName(String name) {
    private static final String SERVICE_DOMAIN = ".svc." + InternalHost.CLUSTER_DOMAIN;

    public HostName lower() {
        return new HostName(name.toLowerCase(Locale.ROOT));
    }

    /**
     * A host of a VirtualService, of a destination or of a DestinationRule: a name without a dot is read in the rule's own
     * namespace, wherever its Service lives ({@code ResolveShortnameToFQDN} in {@code pilot/pkg/model/config.go}).
     */
    public static HostName expanded(String text, String namespace) {
        boolean whole = text.isEmpty()
                || text.indexOf('.') >= 0
                || text.equals("*")
                || IpAddress.read(text).isPresent();
        return new HostName(whole ? text : text + "." + namespace + SERVICE_DOMAIN);
    }

    /** A host of a ServiceEntry, an SNI host or a Host header: never expanded. */
    public static HostName asWritten(String text) {
        return new HostName(text);
    }

    /** The name that Kubernetes gives to a Service. */
    public static HostName ofService(String name, String namespace) {
        return new HostName(name + "." + namespace + SERVICE_DOMAIN);
    }

    public boolean isWildcard() {
        return name.startsWith("*");
    }

    /** All after the star, dot included; empty for a name without star. */
    public String suffix() {
        return isWildcard() ? name.substring(1) : "";
    }

    /** Whether every name that the other one stands for is one that this stands for. */
    public boolean covers(HostName other) {
        if (!isWildcard()) {
            return equals(other);
        }
        return other.isWildcard() ? other.suffix().endsWith(suffix()) : other.name.endsWith(suffix());
    }

    /** Whether there is a name that both stand for. */
    public boolean overlaps(HostName other) {
        return covers(other) || other.covers(this);
    }

    /** A name before a wildcard, and a longer wildcard before a shorter one. */
    public boolean isMoreSpecificThan(HostName other) {
        if (isWildcard() != other.isWildcard()) {
            return !isWildcard();
        }
        return name.length() == other.name.length()
                ? name.compareTo(other.name) < 0
                : name.length() > other.name.length();
    }

    /** The namespace in a name of the form {@code name.namespace.svc.cluster.local}. */
    public Optional<String> namespaceOfService() {
        if (!name.endsWith(SERVICE_DOMAIN)) {
            return Optional.empty();
        }
        String head = name.substring(0, name.length() - SERVICE_DOMAIN.length());
        int dot = head.indexOf('.');
        return dot <= 0 || head.indexOf('.', dot + 1) >= 0 || dot == head.length() - 1
                ? Optional.empty()
                : Optional.of(head.substring(dot + 1));
    }

    @Override
    public String toString() {
        return name;
    }
}
