package dev.egresso.probe;

import dev.egresso.outside.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** Carries a fault to where it becomes a value; never leaves this package. */
final class Failed extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Failed(Fault.Kind kind, String detail) {
        super(kind.name(), null, false, false);
        this.fault = new Fault(kind, detail);
    }

    Failed(Fault.Kind kind) {
        this(kind, "");
    }

    Fault fault() {
        return fault;
    }

    static Failed of(IOException thrown) {
        String detail = thrown.getMessage() == null ? "" : thrown.getMessage();
        if (thrown instanceof SocketTimeoutException) {
            return new Failed(Fault.Kind.TIMEOUT);
        }
        if (thrown instanceof ConnectException) {
            boolean refused = detail.contains("refused");
            return new Failed(refused ? Fault.Kind.REFUSED : Fault.Kind.NO_WAY_THERE, detail);
        }
        if (thrown instanceof NoRouteToHostException) {
            return new Failed(Fault.Kind.NO_WAY_THERE, detail);
        }
        if (thrown instanceof SSLException && !(thrown.getCause() instanceof EOFException)) {
            return greeting(detail, thrown);
        }
        return new Failed(Fault.Kind.CUT, detail);
    }

    /** The JDK tells these apart by their texts alone. */
    private static Failed greeting(String detail, IOException thrown) {
        if (detail.contains("Unsupported or unrecognized SSL message") || detail.contains("plaintext connection")) {
            return new Failed(Fault.Kind.NOT_TLS);
        }
        if (thrown.getCause() instanceof SocketTimeoutException) {
            return new Failed(Fault.Kind.TIMEOUT);
        }
        if (detail.contains("closed") || detail.contains("reset") || detail.contains("terminated")) {
            return new Failed(Fault.Kind.CUT, detail);
        }
        return new Failed(
                Fault.Kind.ALERT,
                detail.replaceFirst("^\\([a-z_]+\\) ", "").replaceFirst("^Received fatal alert: ", ""));
    }
}
