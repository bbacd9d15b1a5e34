package dev.egresso.cluster;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.rollout.Site;
import dev.egresso.yaml.JsonObject;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a context of a kubeconfig says of the way to its server, as fabric8 wants to be told it. */
final class Connection {
    private final Kubeconfig kubeconfig;
    private final Map<String, String> environment;
    private final Config config = Config.empty();

    Connection(Kubeconfig kubeconfig, Map<String, String> environment) {
        this.kubeconfig = kubeconfig;
        this.environment = environment;
    }

    Config config() {
        return config;
    }

    /** @throws Troubled for a context that is not there or not whole */
    Site through(String name) {
        Context context = kubeconfig.context(name).orElseThrow(() -> Troubled.of("context-missing", "context", name));
        Kubeconfig.Found<Cluster> cluster = kubeconfig
                .cluster(context.getCluster())
                .filter(found -> found.value().getServer() != null)
                .orElseThrow(
                        () -> Troubled.of("cluster-missing", "context", name, "cluster", context.getCluster() + ""));
        server(cluster);
        String user = context.getUser() == null ? "" : context.getUser();
        if (!user.isEmpty()) {
            credentials(
                    kubeconfig.user(user).orElseThrow(() -> Troubled.of("user-missing", "context", name, "user", user)),
                    cluster.value());
        }
        boolean verified = !Boolean.TRUE.equals(cluster.value().getInsecureSkipTlsVerify());
        return new Site(name, context.getCluster(), cluster.value().getServer(), user, verified);
    }

    private void server(Kubeconfig.Found<Cluster> found) {
        Cluster cluster = found.value();
        if (cluster.getTlsServerName() != null && !cluster.getTlsServerName().isEmpty()) {
            throw Troubled.of("tls-server-name", "server", cluster.getServer());
        }
        config.setMasterUrl(cluster.getServer());
        boolean blind = Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify());
        config.setTrustCerts(blind);
        config.setDisableHostnameVerification(blind);
        config.setCaCertFile(found.path(cluster.getCertificateAuthority()));
        config.setCaCertData(cluster.getCertificateAuthorityData());
        proxy(cluster);
    }

    /** Go's rules: the file's word first, then the variables in upper or lower case (net/http, ProxyFromEnvironment). */
    private void proxy(Cluster cluster) {
        if (cluster.getProxyUrl() != null && !cluster.getProxyUrl().isEmpty()) {
            config.setHttpProxy(cluster.getProxyUrl());
            config.setHttpsProxy(cluster.getProxyUrl());
            return;
        }
        String direct = variable("NO_PROXY");
        if ("*".equals(direct) || isLoopback(cluster.getServer())) {
            return;
        }
        config.setHttpProxy(variable("HTTP_PROXY"));
        config.setHttpsProxy(variable("HTTPS_PROXY"));
        if (direct != null) {
            config.setNoProxy(direct.strip().split("\\s*,\\s*"));
        }
    }

    private static boolean isLoopback(String server) {
        return server.matches("https?://(localhost|127\\.[0-9.]+|\\[::1\\])(:[0-9]+)?(/.*)?");
    }

    private String variable(String name) {
        String value = environment.getOrDefault(name, environment.get(name.toLowerCase(java.util.Locale.ROOT)));
        return value == null || value.isEmpty() ? null : value;
    }

    private void credentials(Kubeconfig.Found<AuthInfo> found, Cluster cluster) {
        AuthInfo user = found.value();
        config.setClientCertFile(found.path(user.getClientCertificate()));
        config.setClientCertData(user.getClientCertificateData());
        key(found.path(user.getClientKey()), user.getClientKeyData());
        config.setUsername(user.getUsername());
        config.setPassword(user.getPassword());
        impersonate(user);
        if (user.getTokenFile() != null && !user.getTokenFile().isEmpty()) {
            tokenFrom(Path.of(found.path(user.getTokenFile())));
        } else if (user.getToken() != null && !user.getToken().isEmpty()) {
            config.setOauthToken(user.getToken());
        } else if (user.getExec() != null) {
            plugin(user.getExec(), found.folder(), cluster);
        } else if (user.getAuthProvider() != null) {
            throw Troubled.of("auth-provider", "name", user.getAuthProvider().getName() + "");
        }
    }

    private void key(String file, String data) {
        config.setClientKeyFile(file);
        config.setClientKeyData(data);
        if (file != null || data != null) {
            config.setClientKeyAlgo(Config.getKeyAlgorithm(file, data));
        }
    }

    private void impersonate(AuthInfo user) {
        if (user.getAs() == null || user.getAs().isEmpty()) {
            return;
        }
        config.getRequestConfig().setImpersonateUsername(user.getAs());
        List<String> groups = user.getAsGroups() == null ? List.of() : user.getAsGroups();
        config.getRequestConfig().setImpersonateGroups(groups.toArray(String[]::new));
        config.getRequestConfig()
                .setImpersonateExtras(user.getAsUserExtra() == null ? Map.of() : user.getAsUserExtra());
    }

    /** Read each time: whoever writes it renews it. */
    void tokenFrom(Path file) {
        config.setOauthTokenProvider(() -> {
            try {
                return Files.readString(file).strip();
            } catch (IOException unreadable) {
                throw Troubled.of("token-unreadable", "file", file.toString());
            }
        });
        config.getOauthTokenProvider().getToken();
    }

    private void plugin(ExecConfig exec, Path folder, Cluster cluster) {
        ExecPlugin plugin = new ExecPlugin(exec, folder, environment, info(exec, cluster));
        ExecPlugin.Credential first = plugin.run();
        if (!first.certificate().isEmpty()) {
            config.setClientCertData(first.certificate());
            key(null, first.key());
        }
        if (!first.token().isEmpty()) {
            ExecPlugin.Credential[] latest = {first};
            config.setOauthTokenProvider(() -> {
                synchronized (latest) {
                    latest[0] = latest[0].isFresh(Instant.now()) ? latest[0] : plugin.run();
                    return latest[0].token();
                }
            });
        }
    }

    /** The part of the cluster that a plugin may know; its certificate authority in base64 as in the file. */
    private static String info(ExecConfig exec, Cluster cluster) {
        String wanted = "{\"apiVersion\":" + json(exec.getApiVersion())
                + ",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false";
        if (!Boolean.TRUE.equals(exec.getProvideClusterInfo())) {
            return wanted + "}}";
        }
        String authority = cluster.getCertificateAuthorityData() == null
                ? ""
                : ",\"certificate-authority-data\":" + json(cluster.getCertificateAuthorityData());
        return wanted + ",\"cluster\":{\"server\":" + json(cluster.getServer()) + authority + "}}}";
    }

    private static String json(String text) {
        return JsonObject.text(new Node.Known(text == null ? "" : text, Node.Type.STRING, new Origin.Read("", 0)));
    }
}
