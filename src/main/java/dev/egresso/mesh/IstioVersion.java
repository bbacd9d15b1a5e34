package dev.egresso.mesh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of Istio; only the first two numbers matter, patches do not change meaning. */
public record IstioVersion(int major, int minor) implements Comparable<IstioVersion> {
    /** The networking API is served as v1 from here on (Istio 1.22 release notes). */
    public static final IstioVersion NETWORKING_V1 = new IstioVersion(1, 22);
    /** Without a file of authorities the system's trust store is used from here on (1.21 upgrade notes). */
    public static final IstioVersion SYSTEM_TRUST = new IstioVersion(1, 21);
    /** Newer than all that is asked about. */
    public static final IstioVersion NEWEST = new IstioVersion(999, 0);
    /** SNI and certificate name follow the Host header from here on, if no rule writes them (1.21 upgrade notes). */
    public static final IstioVersion HOST_AS_SNI = new IstioVersion(1, 21);
    /**
     * SNI and certificate name follow the rewritten Host from here on. From 1.21 to 1.23 they followed the Host that the
     * application sent: Envoy took it before the rewrite until 1.32 (envoyproxy/envoy#35566, istio/istio#50126).
     */
    public static final IstioVersion AUTO_SNI = new IstioVersion(1, 24);
    /** istiod gives addresses to ServiceEntries that have none from here on (1.25 change notes). */
    public static final IstioVersion ADDRESS_ALLOCATION = new IstioVersion(1, 25);
    /** {@code uriRegexRewrite} exists from here on (istio/istio#45398, after 1.18 was out). */
    public static final IstioVersion REGEX_REWRITE = new IstioVersion(1, 19);
    /** {@code DNS_ROUND_ROBIN} exists from here on (1.12 change notes). */
    public static final IstioVersion DNS_ROUND_ROBIN = new IstioVersion(1, 12);
    /** A DestinationRule may select workloads from here on (1.14 change notes). */
    public static final IstioVersion WORKLOAD_SELECTOR = new IstioVersion(1, 14);
    /** The last release whose documentation does not know {@code DYNAMIC_DNS}. */
    public static final IstioVersion LAST_WITHOUT_DYNAMIC_DNS = new IstioVersion(1, 27);

    private static final Pattern FORM = Pattern.compile("v?([0-9]{1,3})\\.([0-9]{1,3})(\\..*|-.*)?");

    static Reading<IstioVersion> read(String text) {
        Matcher numbers = FORM.matcher(text.strip());
        return numbers.matches()
                ? Reading.of(new IstioVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))))
                : Reading.refused("istio-version-syntax", "text", text.strip());
    }

    public boolean before(IstioVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(IstioVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
