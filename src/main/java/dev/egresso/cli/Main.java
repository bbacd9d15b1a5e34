package dev.egresso.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Where the JVM begins. */
public final class Main {
    /**
     * The JDK tells a proxy no password on the way to TLS, unless this is set before its HTTP client is first looked at.
     * Whoever writes a password into the {@code proxy-url} of a kubeconfig means it to be told.
     */
    private static final String KEPT_FROM_PROXIES = "jdk.http.auth.tunneling.disabledSchemes";

    private Main() {}

    public static void main(String[] arguments) {
        if (System.getProperty(KEPT_FROM_PROXIES) == null) {
            System.setProperty(KEPT_FROM_PROXIES, "");
        }
        PrintStream out = stream(FileDescriptor.out);
        World world = new World(
                System.in,
                out,
                stream(FileDescriptor.err),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home", "")),
                System.getProperty("os.name", ""),
                Clock.systemDefaultZone(),
                () -> System.console() != null);
        int exit = new Egresso(world).run(arguments);
        out.flush();
        System.exit(exit);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
