package dev.egresso.cluster;

import dev.egresso.rollout.LiveObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program that hands out credentials (Kubernetes documentation, "client-go credential plugins"). Run here and not by
 * fabric8, which goes through a shell, takes what the program says to people for its answer, and goes on without
 * credentials if it fails. Two of them are equal if they would be run alike.
 *
 * @param variables that it gets besides those of this process
 * @param info the value of {@code KUBERNETES_EXEC_INFO}
 * @param hint how to come by it, in the words of the kubeconfig
 */
record ExecPlugin(List<String> command, Map<String, String> variables, String version, String info, String hint) {
    /** Below {@code client.authentication.k8s.io}; what came before them, kubectl gave up in 1.24. */
    private static final Set<String> VERSIONS =
            Set.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");

    /** A list of the cluster's extensions has what plugins are told of it under this name. */
    private static final String EXTENSION = "client.authentication.k8s.io/exec";

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** What it handed out; nothing of it is ever shown. */
    record Credential(String token, Optional<ClientCertificate> certificate, Instant expires) {
        boolean isFresh(Instant now) {
            return now.plus(MARGIN).isBefore(expires);
        }

        @Override
        public String toString() {
            return "a credential until " + expires;
        }
    }

    /**
     * @param environment of this process
     * @param cluster that credentials are wanted for, as the kubeconfig has it
     * @throws Troubled for one that kubectl would not run either, and for one that has to ask at the terminal
     */
    static ExecPlugin of(Section exec, Map<String, String> environment, Section cluster, ServerUrl server) {
        String version = exec.text("apiVersion");
        if (!VERSIONS.contains(version)) {
            throw exec.trouble("exec-version", "apiVersion");
        }
        String mode = exec.text("interactiveMode");
        String name = exec.text("command");
        if (name.isEmpty()) {
            throw exec.trouble("exec-nameless", "command");
        }
        switch (mode) {
            case "Never", "IfAvailable" -> {}
            case "Always" -> throw Troubled.of("exec-interactive", "command", name);
            case "" -> {
                if (version.endsWith("/v1")) {
                    throw exec.trouble("exec-mode", "interactiveMode");
                }
            }
            default -> throw exec.trouble("exec-mode", "interactiveMode");
        }
        Map<String, String> variables = new LinkedHashMap<>(environment);
        exec.sections("env").forEach(each -> variables.put(each.text("name"), each.text("value")));
        List<String> command = new ArrayList<>();
        command.add(name.contains(File.separator) ? exec.path("command").toString() : name);
        command.addAll(exec.texts("args"));
        String info = info(version, exec.flag("provideClusterInfo") ? about(cluster, environment, server) : "");
        return new ExecPlugin(command, variables, version, info, exec.text("installHint"));
    }

    private static String info(String version, String cluster) {
        return "{\"kind\":\"ExecCredential\",\"apiVersion\":" + LiveObject.quoted(version)
                + ",\"spec\":{\"interactive\":false" + cluster + "}}";
    }

    /** The part of the cluster that a plugin may know (client-go, ConfigToExecCluster). */
    private static String about(Section cluster, Map<String, String> environment, ServerUrl server) {
        StringBuilder told =
                new StringBuilder(",\"cluster\":{\"server\":").append(LiveObject.quoted(server.toString()));
        text(told, "tls-server-name", cluster.text("tls-server-name"));
        if (cluster.flag("insecure-skip-tls-verify")) {
            told.append(",\"insecure-skip-tls-verify\":true");
        }
        text(
                told,
                "certificate-authority-data",
                cluster.bytes("certificate-authority-data", "certificate-authority")
                        .map(java.util.Base64.getEncoder()::encodeToString)
                        .orElse(""));
        text(told, "proxy-url", cluster.text("proxy-url"));
        if (cluster.flag("disable-compression")) {
            told.append(",\"disable-compression\":true");
        }
        cluster.sections("extensions").stream()
                .filter(each -> each.text("name").equals(EXTENSION))
                .flatMap(each -> each.node("extension").stream())
                .findFirst()
                .ifPresent(config -> told.append(",\"config\":").append(LiveObject.json(config)));
        return told.append('}').toString();
    }

    private static void text(StringBuilder told, String key, String value) {
        if (!value.isEmpty()) {
            told.append(",\"").append(key).append("\":").append(LiveObject.quoted(value));
        }
    }

    /**
     * @param longest a person may have to log in with a browser
     * @param talk told what it says to people, line by line, as where to log in
     */
    Credential run(Duration longest, Consumer<String> talk) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().put("KUBERNETES_EXEC_INFO", info);
        try {
            return answer(builder.start(), longest, talk);
        } catch (IOException notThere) {
            throw trouble("exec-missing", hint);
        }
    }

    private Credential answer(Process process, Duration longest, Consumer<String> talk) throws IOException {
        process.getOutputStream().close();
        Heard out = Heard.from(process.getInputStream(), line -> {});
        Heard err = Heard.from(process.getErrorStream(), talk);
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw trouble("exec-slow", err.lastLine()).with("seconds", "" + longest.toSeconds());
            }
            out.await(GRACE);
            if (process.exitValue() != 0) {
                err.await(GRACE);
                throw trouble("exec-failed", err.lastLine());
            }
            return credential(out.text());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw Troubled.of("cancelled");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private Credential credential(String text) {
        LiveObject answer = LiveObject.read(text).orElseThrow(() -> trouble("exec-garbled", ""));
        if (!answer.textAt("kind").equals("ExecCredential")) {
            throw trouble("exec-garbled", "");
        }
        if (!answer.textAt("apiVersion").equals(version)) {
            throw trouble("exec-other-version", "")
                    .with("version", version)
                    .with("answered", answer.textAt("apiVersion"));
        }
        String token = answer.textAt("status", "token");
        String certificate = answer.textAt("status", "clientCertificateData");
        String key = answer.textAt("status", "clientKeyData");
        if (token.isEmpty() && certificate.isEmpty() || certificate.isEmpty() != key.isEmpty()) {
            throw trouble("exec-garbled", "");
        }
        return new Credential(
                token,
                certificate.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ClientCertificate.of(
                                certificate.getBytes(StandardCharsets.US_ASCII),
                                key.getBytes(StandardCharsets.US_ASCII),
                                program())),
                expiry(answer.textAt("status", "expirationTimestamp")));
    }

    private static Instant expiry(String text) {
        try {
            return text.isEmpty() ? Instant.MAX : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unknown) {
            return Instant.MAX;
        }
    }

    private String program() {
        return command.get(0);
    }

    private Troubled trouble(String id, String detail) {
        return Troubled.of(id, "command", program(), "detail", detail);
    }

    @Override
    public String toString() {
        return program();
    }
}
