package dev.egresso.cluster;

import dev.egresso.rollout.LiveObject;
import dev.egresso.yaml.OneObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on the loopback that has the manners of an API server and nothing behind them, so that the way to a cluster can
 * be gone once, TLS and all, and its classes put into the archive. Its key is made by the JDK's keytool, and forgotten.
 */
public final class TrainingServer implements AutoCloseable {
    private static final String PASSWORD = "training";

    private final ServerSocket door;
    private final String certificate;

    private TrainingServer(ServerSocket door, String certificate) {
        this.door = door;
        this.certificate = certificate;
    }

    /** @param folder for what it needs meanwhile @throws IOException where no key or no port is to be had */
    public static TrainingServer in(Path folder) throws IOException {
        try {
            KeyStore keys = keys(folder.resolve("keys.p12"));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(factory.getKeyManagers(), null, null);
            ServerSocket door = tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getEncoder()
                            .encodeToString(keys.getCertificate("it").getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            TrainingServer server = new TrainingServer(door, pem);
            start(server::listen);
            return server;
        } catch (GeneralSecurityException unusable) {
            throw new IOException(unusable);
        }
    }

    private static KeyStore keys(Path file) throws IOException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=training",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool made no key");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(ended);
        } finally {
            keytool.destroy();
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** Leads to it, with a token that nobody knows. */
    public String kubeconfig() {
        String authority = Base64.getEncoder().encodeToString(certificate.getBytes(StandardCharsets.UTF_8));
        return "current-context: training\ncontexts: [{name: training, context: {cluster: c, user: u}}]\n"
                + "clusters: [{name: c, cluster: {server: 'https://127.0.0.1:" + door.getLocalPort()
                + "', certificate-authority-data: " + authority + "}}]\nusers: [{name: u, user: {token: none}}]\n";
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "training");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (List<String> head = head(in); !head.isEmpty(); head = head(in)) {
                String body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
                String answer = answer(head.get(0), body);
                String status = head.get(0).startsWith("GET ") ? "404 Not Found" : "201 Created";
                String whole = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + answer.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + answer;
                socket.getOutputStream().write(whole.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // whoever asked has heard enough
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return List.of();
            }
            head.append((char) next);
        }
        return head.toString().lines().toList();
    }

    private static int length(List<String> head) {
        return head.stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    /** Everything may be done, nothing is there, and what is applied comes back as it came. */
    private static String answer(String request, String body) {
        if (request.startsWith("GET ")) {
            return "{\"kind\":\"Status\",\"reason\":\"NotFound\",\"code\":404,\"message\":\"not found\"}";
        }
        if (request.contains("/selfsubject")) {
            return "{\"status\":{\"allowed\":true,\"userInfo\":{\"username\":\"nobody\"}}}";
        }
        return OneObject.read("", body).root().map(LiveObject::json).orElse("{}");
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
