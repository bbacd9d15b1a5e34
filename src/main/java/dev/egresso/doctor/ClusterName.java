package dev.egresso.doctor;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a cluster, as logs have it: {@code outbound|443|subset|host}, {@code outbound_.443_.subset_.host},
 * {@code PassthroughCluster} or {@code BlackHoleCluster}.
 *
 * @param host empty for the last two
 */
record ClusterName(String text, OptionalInt port, String subset, String host) {
    private static final Pattern FORM =
            Pattern.compile("(?:outbound|inbound(?:-vip)?)(?:\\||_\\.)(\\d{1,5})(?:\\||_\\.)([^|\\s]*?)(?:\\||_\\.)"
                    + "([A-Za-z0-9*](?:[A-Za-z0-9.*-]*[A-Za-z0-9])?)?");
    private static final Pattern CATCH_ALL =
            Pattern.compile("(?i)(?:Inbound)?(BlackHole|Passthrough)Cluster(?:Ipv[46])?|block_all");

    /** The first name in a text. */
    static Optional<ClusterName> in(String text) {
        Matcher form = FORM.matcher(text);
        if (form.find()) {
            String host = form.group(3) == null ? "" : form.group(3).toLowerCase(Locale.ROOT);
            String subset = form.group(2).equals("_") ? "" : form.group(2);
            return Optional.of(
                    new ClusterName(form.group(), OptionalInt.of(Integer.parseInt(form.group(1))), subset, host));
        }
        Matcher catchAll = CATCH_ALL.matcher(text);
        return catchAll.find()
                ? Optional.of(new ClusterName(catchAll.group(), OptionalInt.empty(), "", ""))
                : Optional.empty();
    }

    boolean isBlackHole() {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("blackhole") || lower.contains("block_all");
    }

    boolean isPassthrough() {
        return text.toLowerCase(Locale.ROOT).contains("passthroughcluster");
    }

    boolean isInbound() {
        return text.startsWith("inbound");
    }
}
