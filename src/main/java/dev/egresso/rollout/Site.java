package dev.egresso.rollout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cluster that is spoken to, and as whom.
 *
 * @param context of the kubeconfig; {@link #IN_CLUSTER} for the account of a pod
 * @param server its URL
 * @param user as the server knows them, or as the kubeconfig calls them if the server does not say
 * @param verified false if the kubeconfig tells not to verify the server's certificate
 */
public record Site(String context, String cluster, String server, String user, boolean verified) {
    /** What the account of a pod goes by, where there is no kubeconfig. */
    public static final String IN_CLUSTER = "in-cluster";

    /** A word that people name production by, not as a part of another word, nor of what comes before production. */
    private static final Pattern PRODUCTION =
            Pattern.compile("(?<![a-z])(?<!non[-_.])(?<!no[-_.])(?<!not[-_.])(?<!pre[-_.])"
                    + "(?:prod(?!uct(?!ion)|ig|uk)[a-z]*|prd|live)(?![a-z])");

    public Site {
        context = Trouble.plain(context);
        cluster = Trouble.plain(cluster);
        server = Trouble.plain(server);
        user = Trouble.plain(user);
    }

    public Site as(String knownAs) {
        return new Site(context, cluster, server, knownAs, verified);
    }

    /** The first name that looks like production: of the context, its cluster or server, or one of the namespaces. */
    public Optional<String> looksLikeProduction(List<String> namespaces) {
        return Stream.concat(Stream.of(context, cluster, server), namespaces.stream())
                .filter(name -> PRODUCTION
                        .matcher(name.toLowerCase(java.util.Locale.ROOT))
                        .find())
                .findFirst();
    }
}
