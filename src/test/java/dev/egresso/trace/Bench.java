package dev.egresso.trace;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Matrix;
import dev.egresso.mesh.Surroundings;
import java.util.List;

/** How long a trace takes, warmed: it has to keep up with every keystroke. Run by hand; prints microseconds. */
public final class Bench {
    private static final int ROUNDS = 200_000;

    private Bench() {}

    public static void main(String[] arguments) {
        for (String name : List.of("blog", "https", "tcp", "https-sealed")) {
            Draft draft = Matrix.named(name).draft();
            List<Manifest> manifests = draft.manifests();
            Request request = Request.read(GeneratedSetsTest.request(draft)).orElseThrow();
            long reached = 0;
            for (int i = 0; i < ROUNDS / 4; i++) {
                reached += Trace.of(manifests, Surroundings.unknown(), request)
                        .hops()
                        .size();
            }
            long before = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                reached += Trace.of(manifests, Surroundings.unknown(), request)
                        .hops()
                        .size();
            }
            double micros = (System.nanoTime() - before) / 1000.0 / ROUNDS;
            System.out.printf("%-14s %8.1f us a trace (%d hops)%n", name, micros, reached / (ROUNDS + ROUNDS / 4));
        }
    }
}
