package dev.egresso.cluster;

import dev.egresso.rollout.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a context of a kubeconfig says of the way to its server, taken as kubectl takes it (client-go, clientcmd). */
final class Connection {
    private final Kubeconfig kubeconfig;
    private final Map<String, String> environment;
    private final Granted.Kept kept;

    Connection(Kubeconfig kubeconfig, Map<String, String> environment, Granted.Kept kept) {
        this.kubeconfig = kubeconfig;
        this.environment = environment;
        this.kept = kept;
    }

    /** @throws Troubled for a context that is not there or not whole */
    Way through(String name) {
        Section context = kubeconfig.context(name).orElseThrow(() -> Troubled.of("context-missing", "context", name));
        String clusterName = context.text("cluster");
        Section cluster = kubeconfig
                .cluster(clusterName)
                .filter(found -> found.has("server"))
                .orElseThrow(() -> Troubled.of("cluster-missing", "context", name, "cluster", clusterName));
        String userName = context.text("user");
        Optional<Section> user = userName.isEmpty()
                ? Optional.empty()
                : Optional.of(kubeconfig
                        .user(userName)
                        .orElseThrow(() -> Troubled.of("user-missing", "context", name, "user", userName)));
        ServerUrl server =
                ServerUrl.of(cluster.text("server")).orElseThrow(() -> cluster.trouble("no-server-url", "server"));
        Trust trust = Trust.of(cluster);
        Optional<ProxyUrl> proxy = ProxyUrl.of(Optional.of(cluster), environment, server);
        Site site = new Site(name, clusterName, server.toString(), userName, !trust.blind() || !server.isTls());
        return new Way(
                site,
                server,
                trust,
                proxy,
                mayBeTold(server) ? credentials(user, cluster, server) : Credentials.none(),
                user.map(Impersonation::of).orElse(Impersonation.none()));
    }

    /** Like kubectl, nothing secret is told where everybody on the way could listen; this machine is no way. */
    private static boolean mayBeTold(ServerUrl server) {
        return server.isTls() || server.isLoopback();
    }

    private Credentials credentials(Optional<Section> user, Section cluster, ServerUrl server) {
        if (user.isEmpty()) {
            return server.userInfo().map(Credentials::basic).orElse(Credentials.none());
        }
        Section who = user.get();
        Optional<ClientCertificate> certificate = certificate(who);
        Credentials said = said(who, cluster, server, certificate.isPresent());
        return certificate.map(said::with).orElse(said);
    }

    /** Only one of them is used, and a plugin only where nothing else is. */
    private Credentials said(Section user, Section cluster, ServerUrl server, boolean certified) {
        boolean named = user.has("username") || user.has("password");
        if (named && user.has("token")) {
            throw user.trouble("two-ways-in", "token");
        }
        if (user.has("tokenFile")) {
            return fromFile(user.path("tokenFile"), user.text("token"));
        }
        if (user.has("token")) {
            return Credentials.token(user.text("token"));
        }
        if (named) {
            return Credentials.basic(user.text("username") + ":" + user.text("password"));
        }
        Optional<Section> exec = user.section("exec");
        if (exec.isPresent() && !certified) {
            return new Granted(ExecPlugin.of(exec.get(), environment, cluster, server), kept);
        }
        user.section("auth-provider").ifPresent(provider -> {
            throw Troubled.of("auth-provider", "name", provider.text("name"));
        });
        return server.userInfo().map(Credentials::basic).orElse(Credentials.none());
    }

    /** Read once now, so that a file that is not there is told before anything is asked. */
    private static Credentials fromFile(Path file, String otherwise) {
        TokenFile token = new TokenFile(file, otherwise);
        token.authorization();
        return token;
    }

    private static Optional<ClientCertificate> certificate(Section user) {
        Optional<byte[]> chain = user.bytes("client-certificate-data", "client-certificate");
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        String field = user.has("client-certificate-data") ? "client-certificate-data" : "client-certificate";
        byte[] key = user.bytes("client-key-data", "client-key").orElseThrow(() -> user.trouble("key-missing", field));
        return Optional.of(ClientCertificate.of(chain.get(), key, user.at(field)));
    }

    /**
     * The account of the pod that this runs in (client-go, InClusterConfig).
     *
     * @param account the folder with its token and, mostly, the authority of its cluster
     */
    static Way inCluster(Path account, String address, Map<String, String> environment) {
        ServerUrl server = ServerUrl.of(address)
                .orElseThrow(() -> Troubled.of("no-server-url", "at", "KUBERNETES_SERVICE_HOST", "field", address));
        return new Way(
                new Site(Site.IN_CLUSTER, Site.IN_CLUSTER, server.toString(), "", true),
                server,
                new Trust(authorities(account.resolve("ca.crt")), false, ""),
                ProxyUrl.of(Optional.empty(), environment, server),
                fromFile(account.resolve("token"), ""),
                Impersonation.none());
    }

    /** Where they are not there, Java's own are asked, which vouch for no cluster of this kind: refused, not blind. */
    private static List<java.security.cert.X509Certificate> authorities(Path file) {
        try {
            return Pem.certificates(java.nio.file.Files.readAllBytes(file));
        } catch (java.io.IOException | java.security.cert.CertificateException notThere) {
            return List.of();
        }
    }
}
