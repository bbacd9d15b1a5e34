package dev.egresso.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Stands in front of the double and answers exec itself, since the JDK's server cannot change protocols: WebSocket (RFC 6455)
 * with the frames of {@code v4.channel.k8s.io}. Everything else goes on to the double as it came.
 */
public final class ExecFront implements AutoCloseable {
    /** A command for a container. */
    public record Exec(String namespace, String pod, String container, List<String> command) {}

    /** What the command does. @param status the Status at the end, as JSON; empty if the connection ends without one */
    public record Answer(String out, String err, String status) {
        public static Answer of(String out) {
            return new Answer(out, "", "{\"status\":\"Success\"}");
        }

        public static Answer failing(String err, int code) {
            return new Answer(
                    "",
                    err,
                    "{\"status\":\"Failure\",\"reason\":\"NonZeroExitCode\",\"message\":\"command terminated\",\"details\":"
                            + "{\"causes\":[{\"reason\":\"ExitCode\",\"message\":\"" + code + "\"}]}}");
        }

        /** As it comes through kube-apiserver 1.36, kubelet, containerd and runc. */
        public static Answer missing(String program) {
            return new Answer(
                    "",
                    "",
                    "{\"status\":\"Failure\",\"reason\":\"InternalError\",\"message\":\"error executing"
                            + " command in container: failed to exec in container: failed to start exec \\\"4f2a\\\": OCI"
                            + " runtime exec failed: exec failed: unable to start container process: exec: \\\""
                            + program
                            + "\\\": executable file not found in $PATH: unknown\"}");
        }
    }

    private final ServerSocket front;
    private final int behind;
    private final Predicate<String> pods;
    private final List<Exec> seen = new CopyOnWriteArrayList<>();
    private volatile Function<Exec, Answer> answers =
            exec -> Answer.missing(exec.command().get(0));
    private volatile int refusal;

    /** @param pods whether there is one of a namespace and a name, with a slash between */
    ExecFront(int behind, Predicate<String> pods) {
        this.behind = behind;
        this.pods = pods;
        try {
            front = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        start(this::accept);
    }

    int port() {
        return front.getLocalPort();
    }

    List<Exec> seen() {
        return seen;
    }

    void answering(Function<Exec, Answer> how) {
        answers = how;
    }

    /** The server refuses to change protocols. @param code of HTTP; 0 for none */
    void refusing(int code) {
        refusal = code;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "exec-front");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket socket = front.accept();
                socket.setTcpNoDelay(true);
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                Socket further = new Socket(InetAddress.getByName("127.0.0.1"), behind)) {
            further.setTcpNoDelay(true);
            while (true) {
                byte[] head = head(socket.getInputStream());
                if (head.length == 0) {
                    return;
                }
                String text = new String(head, ISO_8859_1);
                if (text.toLowerCase(Locale.ROOT).contains("\nupgrade: websocket")) {
                    exec(text, socket);
                    return;
                }
                further.getOutputStream().write(head);
                copy(socket.getInputStream(), further.getOutputStream(), length(text));
                byte[] reply = head(further.getInputStream());
                if (reply.length == 0) {
                    return;
                }
                socket.getOutputStream().write(reply);
                copy(further.getInputStream(), socket.getOutputStream(), length(new String(reply, ISO_8859_1)));
            }
        } catch (IOException gone) {
            // the other end has its own word for it
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == 4) {
                return head.toByteArray();
            }
        }
        return new byte[0];
    }

    private static int length(String head) {
        String value = field(head, "content-length");
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static String field(String head, String name) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    private static void copy(InputStream from, OutputStream to, int length) throws IOException {
        to.write(from.readNBytes(length));
        to.flush();
    }

    private void exec(String head, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        boolean known = field(head, "authorization").equals("Bearer " + ApiServerDouble.TOKEN);
        boolean spoken = field(head, "sec-websocket-protocol").contains("v4.channel.k8s.io");
        Exec exec = read(head.split(" ")[1]);
        boolean there = pods.test(exec.namespace() + "/" + exec.pod());
        int code = !known ? 401 : refusal > 0 ? refusal : !there ? 404 : spoken ? 101 : 400;
        if (code != 101) {
            out.write(("HTTP/1.1 " + code + " No\r\nContent-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
            return;
        }
        String accept = accepted(field(head, "sec-websocket-key"));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept + "\r\nSec-WebSocket-Protocol: v4.channel.k8s.io\r\n\r\n")
                .getBytes(ISO_8859_1));
        seen.add(exec);
        Answer answer = answers.apply(exec);
        frames(out, 1, answer.out());
        frames(out, 2, answer.err());
        frames(out, 3, answer.status());
        out.write(new byte[] {(byte) 0x88, 2, 3, (byte) 0xe8});
        out.flush();
        socket.setSoTimeout(2000);
        socket.getInputStream().readAllBytes();
    }

    private static String accepted(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Exec read(String target) {
        String[] parts = target.split("\\?", 2);
        String[] path = parts[0].split("/");
        String container = "";
        List<String> command = new ArrayList<>();
        for (String pair : parts[1].split("&")) {
            String[] both = pair.split("=", 2);
            String value = URLDecoder.decode(both[1], UTF_8);
            if (both[0].equals("container")) {
                container = value;
            }
            if (both[0].equals("command")) {
                command.add(value);
            }
        }
        return new Exec(path[4], path[6], container, command);
    }

    /** In pieces, as a kubelet sends them. */
    private static void frames(OutputStream out, int channel, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += 16_000) {
            int length = Math.min(16_000, bytes.length - at);
            int whole = length + 1;
            out.write(0x82);
            if (whole < 126) {
                out.write(whole);
            } else {
                out.write(126);
                out.write(whole >> 8);
                out.write(whole);
            }
            out.write(channel);
            out.write(bytes, at, length);
        }
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
