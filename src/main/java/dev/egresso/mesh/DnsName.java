package dev.egresso.mesh;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for names. Kubernetes wants lower case (DNS-1123); Istio's own host check ({@code ValidateDNS1123Labels} in
 * {@code pkg/config/validation/agent}) takes upper case too, and refuses a last label of digits only.
 */
public final class DnsName {
    static final int LONGEST_NAME = 253;
    static final int LONGEST_LABEL = 63;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private DnsName() {}

    /** A DNS-1123 label: lower-case letters, digits and inner hyphens, at most 63. */
    public static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches();
    }

    /** A DNS-1123 subdomain: labels joined by dots, at most 253 characters; the form of {@code metadata.name}. */
    public static boolean isSubdomain(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    /** A name as the value of a label, which ends after 63 characters, and neither in a dot nor in a hyphen. */
    static String labelValue(String name) {
        return name.substring(0, Math.min(LONGEST_LABEL, name.length())).replaceFirst("[-.]+$", "");
    }

    /** What is wrong with a lower-case host name, if anything. A wildcard may stand only as the whole first label. */
    static Optional<Remark> fault(String host) {
        if (host.isEmpty()) {
            return Optional.of(Remark.error("host-missing"));
        }
        if (host.indexOf('@') >= 0) {
            return Optional.of(Remark.error("url-credentials"));
        }
        if (host.length() > LONGEST_NAME) {
            return Optional.of(Remark.error("host-too-long", "length", Integer.toString(host.length())));
        }
        String[] labels = host.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            boolean wildcard = i == 0 && labels.length > 1 && labels[i].equals("*");
            if (!wildcard && !isLabel(labels[i])) {
                return Optional.of(labelFault(host, labels[i]));
            }
        }
        if (DIGITS.matcher(labels[labels.length - 1]).matches()) {
            return Optional.of(Remark.error("host-numeric-end", "host", host));
        }
        return Optional.empty();
    }

    private static Remark labelFault(String host, String label) {
        if (label.isEmpty()) {
            return Remark.error("host-empty-label", "host", host);
        }
        if (label.length() > LONGEST_LABEL) {
            return Remark.error("host-label-too-long", "label", label.substring(0, 20) + "…");
        }
        return Remark.error("host-syntax", "label", label, "suggestion", nearestLabel(label));
    }

    /** The closest legal label, for a remedy that can be pasted. */
    public static String nearestLabel(String text) {
        String mended = Credentials.without(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        mended = mended.length() > LONGEST_LABEL ? mended.substring(0, LONGEST_LABEL) : mended;
        mended = mended.replaceAll("-+$", "");
        return mended.isEmpty() ? "webserver" : mended;
    }
}
