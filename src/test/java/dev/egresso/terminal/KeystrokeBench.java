package dev.egresso.terminal;

import dev.egresso.Checkout;
import dev.egresso.fullscreen.Keys;
import dev.egresso.fullscreen.Painter;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Surroundings;
import dev.egresso.wizard.Asking;
import dev.egresso.wizard.Key;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.Page;
import dev.egresso.wizard.Session;
import dev.egresso.wizard.Setup;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What one typed character costs from the byte that comes in to the bytes that go out, at 200x60, part by part, without
 * the terminal's own time. The goals are 5 ms for the median and 2 KB on the wire. On a machine that has more to do, the
 * time of the processor is what counts. Run by hand, with the options of the start script:
 *
 * <pre>
 * mvn -q package -DskipTests
 * java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp 'target/test-classes:target/egresso.jar' \
 *     dev.egresso.terminal.KeystrokeBench
 * </pre>
 */
public final class KeystrokeBench {
    private static final Size SIZE = new Size(200, 60);
    private static final int WARM_UP = 1_500;
    private static final int MEASURED = 1_500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> PARTS =
            List.of("decode", "session", "page", "paint", "difference", "all", "all, cpu");

    private final String text;
    private final Canvas canvas = Canvas.of(SIZE, Colors.SIXTEEN, true);
    private final Painter painter = new Painter(canvas, false);
    private final Session begun;
    private Session session;
    private int at;
    private int bytes;

    private KeystrokeBench(Answers answers, String field, String text) {
        this.text = text;
        Setup setup = new Setup(Checkout.screens(), TextWidth::of, Surroundings.unknown());
        Session reviewed = Session.begin(setup, answers);
        this.begun = visit(reviewed, field);
        this.session = begun;
    }

    /** Goes to a question as a person does: back from the review. */
    private static Session visit(Session session, String field) {
        Session at = session;
        while (!(at.view() instanceof Asking asking && asking.field().id().equals(field))) {
            at = new Message.Pressed(Key.BACK_TAB).on(at).session();
        }
        return at;
    }

    public static void main(String[] arguments) {
        Answers none = Answers.none();
        Answers answers =
                none.with(FieldId.INTERNAL_HOST, "webserver").with(FieldId.EXTERNAL_URL, "https://api.example.com/");
        new KeystrokeBench(none, "internal-host", "webserver.shop.svc.cluster.local").measure("the first name");
        new KeystrokeBench(answers, "internal-host", ".shop.svc.cluster.local").measure("a name, all answered");
        new KeystrokeBench(answers, "external-url", "v1/items/of/the/week/externalservice1.txt")
                .measure("a URL, all answered");
    }

    private void measure(String what) {
        for (int i = 0; i < WARM_UP; i++) {
            key();
        }
        long[][] nanos = new long[MEASURED][];
        int[] wire = new int[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            nanos[i] = key();
            wire[i] = bytes;
        }
        System.out.println(what);
        for (int part = 0; part < PARTS.size(); part++) {
            long[] sorted = sorted(nanos, part);
            System.out.printf(
                    "  %-12s median %7.3f ms   p99 %7.3f ms%n",
                    PARTS.get(part), sorted[MEASURED / 2] / 1e6, sorted[MEASURED * 99 / 100] / 1e6);
        }
        Arrays.sort(wire);
        System.out.printf("  %-12s median %7d      most %6d bytes%n", "wire", wire[MEASURED / 2], wire[MEASURED - 1]);
    }

    private static long[] sorted(long[][] nanos, int part) {
        return Arrays.stream(nanos).mapToLong(each -> each[part]).sorted().toArray();
    }

    /** One character, or the field emptied again when the text is at its end. */
    private long[] key() {
        if (at == text.length()) {
            at = 0;
            session = begun;
            painter.paint(page());
            canvas.delta();
        }
        char character = text.charAt(at++);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        KeyDecoder decoder = new KeyDecoder();
        decoder.accept(character);
        Message message =
                Keys.message((TerminalEvent.Key) decoder.next().orElseThrow()).orElseThrow();
        long decoded = System.nanoTime();
        session = message.on(session).session();
        long stepped = System.nanoTime();
        Page page = page();
        long laidOut = System.nanoTime();
        painter.paint(page);
        long painted = System.nanoTime();
        String out = "\u001b[?2026h\u001b[?25l" + canvas.delta() + canvas.cursorSequence() + "\u001b[?2026l";
        bytes = out.getBytes(StandardCharsets.UTF_8).length;
        long end = System.nanoTime();
        return new long[] {
            decoded - start,
            stepped - decoded,
            laidOut - stepped,
            painted - laidOut,
            end - painted,
            end - start,
            THREADS.getCurrentThreadCpuTime() - cpu
        };
    }

    private Page page() {
        return Page.of(session, SIZE.columns(), SIZE.rows());
    }
}
