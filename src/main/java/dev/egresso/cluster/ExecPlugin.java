package dev.egresso.cluster;

import dev.egresso.rollout.LiveObject;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.ExecEnvVar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that hands out credentials (Kubernetes documentation, "client-go credential plugins"). Run here and not by
 * fabric8, which goes through a shell, takes what the program says to people for its answer, and goes on without
 * credentials if it fails.
 */
final class ExecPlugin {
    /** A person may have to log in with a browser. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 20;

    /** What it handed out; empty texts where it did not. */
    record Credential(String token, String certificate, String key, Instant expires) {
        boolean isFresh(Instant now) {
            return now.plus(MARGIN).isBefore(expires);
        }
    }

    private final ExecConfig config;
    private final Path folder;
    private final Map<String, String> environment;
    private final String info;

    /** @param info the value of {@code KUBERNETES_EXEC_INFO} */
    ExecPlugin(ExecConfig config, Path folder, Map<String, String> environment, String info) {
        this.config = config;
        this.folder = folder;
        this.environment = environment;
        this.info = info;
    }

    Credential run() {
        if ("Always".equals(config.getInteractiveMode())) {
            throw trouble("exec-interactive", "");
        }
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().clear();
        builder.environment().putAll(environment);
        if (config.getEnv() != null) {
            for (ExecEnvVar variable : config.getEnv()) {
                builder.environment().put(variable.getName(), variable.getValue());
            }
        }
        builder.environment().put("KUBERNETES_EXEC_INFO", info);
        try {
            return answer(builder.start());
        } catch (IOException notThere) {
            String hint = config.getInstallHint() == null ? "" : config.getInstallHint();
            throw trouble("exec-missing", hint);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        String name = config.getCommand();
        boolean relative = name.contains("/") && !Path.of(name).isAbsolute();
        command.add(relative ? folder.resolve(name).toString() : name);
        if (config.getArgs() != null) {
            command.addAll(config.getArgs());
        }
        return command;
    }

    private Credential answer(Process process) throws IOException {
        process.getOutputStream().close();
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
        try {
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw trouble("exec-slow", "");
            }
            if (process.exitValue() != 0) {
                throw trouble("exec-failed", lastLine(err.get(1, TimeUnit.SECONDS)));
            }
            return credential(out.get(1, TimeUnit.SECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw trouble("exec-slow", "");
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException unread) {
            throw trouble("exec-garbled", "");
        } finally {
            process.destroy();
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    /** What it says last is mostly why; what it hands out never stands on stderr. */
    private static String lastLine(String text) {
        return text.strip().lines().reduce((first, second) -> second).orElse("");
    }

    private Credential credential(String text) {
        LiveObject answer = LiveObject.read(text).orElseThrow(() -> trouble("exec-garbled", ""));
        String token = answer.textAt("status", "token");
        String certificate = answer.textAt("status", "clientCertificateData");
        if (!answer.textAt("kind").equals("ExecCredential") || token.isEmpty() && certificate.isEmpty()) {
            throw trouble("exec-garbled", "");
        }
        return new Credential(
                token,
                certificate,
                answer.textAt("status", "clientKeyData"),
                expiry(answer.textAt("status", "expirationTimestamp")));
    }

    private static Instant expiry(String text) {
        try {
            return text.isEmpty()
                    ? Instant.MAX
                    : java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unknown) {
            return Instant.MAX;
        }
    }

    private Troubled trouble(String id, String detail) {
        return Troubled.of(id, "command", config.getCommand(), "detail", detail);
    }
}
