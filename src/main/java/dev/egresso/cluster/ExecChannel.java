package dev.egresso.cluster;

import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Trouble;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What comes over the WebSocket of an exec: frames whose first byte says whether the rest is output, errors, or how the
 * command ended ({@code v4.channel.k8s.io}, as apimachinery's remotecommand constants describe it).
 */
final class ExecChannel implements WebSocket.Listener {
    static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int OUT = 1;
    private static final int ERR = 2;
    private static final int END = 3;

    private final int most;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Spoken> spoken = new CompletableFuture<>();
    private String end = "";

    /** @param most bytes of output; then the command is left alone */
    ExecChannel(int most) {
        this.most = most;
    }

    CompletableFuture<Spoken> spoken() {
        return spoken;
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer bytes) {
        byte[] frame = new byte[bytes.remaining()];
        bytes.get(frame);
        if (frame.length > 0) {
            take(socket, frame);
        }
        socket.request();
    }

    private synchronized void take(WebSocket socket, byte[] frame) {
        switch (frame[0]) {
            case OUT -> out.write(frame, 1, frame.length - 1);
            case ERR -> err.write(frame, 1, frame.length - 1);
            case END -> end = new String(frame, 1, frame.length - 1, StandardCharsets.UTF_8);
            default -> {}
        }
        if (out.size() + err.size() > most) {
            spoken.complete(new Spoken(text(out), text(err), 0, false, Optional.empty()));
            socket.sendClose(1000, "enough");
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        socket.request();
    }

    @Override
    public synchronized void onClose(WebSocket socket, int code, String reason) {
        socket.sendClose(1000, "");
        spoken.complete(ended());
    }

    @Override
    public synchronized void onError(WebSocket socket, Throwable thrown) {
        spoken.completeExceptionally(thrown);
    }

    /** A Status: success, an exit code among its causes, or why it never ran. */
    private Spoken ended() {
        Optional<LiveObject> status = LiveObject.read(end);
        if (status.isEmpty()) {
            return new Spoken(text(out), text(err), 0, true, Optional.of(Trouble.of("cut", "server", "")));
        }
        if (status.get().textAt("status").equals("Success")) {
            return new Spoken(text(out), text(err), 0, true, Optional.empty());
        }
        if (status.get().textAt("reason").equals("NonZeroExitCode")) {
            return new Spoken(text(out), text(err), code(status.get()), true, Optional.empty());
        }
        String why = status.get().textAt("message");
        boolean missing = why.contains("not found") || why.contains("no such file");
        return Spoken.not(Trouble.of(missing ? "no-program" : "not-run", "detail", innermost(why)));
    }

    /** Kubelet, runtime and its helper each put their own words before what the one below said. */
    private static String innermost(String why) {
        int program = why.lastIndexOf("exec: \"");
        return program < 0 ? why : why.substring(program);
    }

    private static int code(LiveObject status) {
        return status.itemsAt("details", "causes").stream()
                .filter(dev.egresso.mesh.Node.Mapping.class::isInstance)
                .map(cause -> new LiveObject((dev.egresso.mesh.Node.Mapping) cause).textAt("message"))
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .findFirst()
                .orElse(1);
    }
}
