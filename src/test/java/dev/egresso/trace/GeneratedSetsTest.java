package dev.egresso.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Matrix;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the answers make, a request that fits it arrives where the URL says. */
class GeneratedSetsTest {
    /** Its rule selects workloads and so holds at home only, where the other resources are not seen. */
    private static final String NOBODY_SEES_ALL = "mutual-secret-seen";

    static Stream<Matrix.Case> cases() {
        return Matrix.cases().filter(route -> !route.name().equals(NOBODY_SEES_ALL));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_request_reaches_the_external_service(Matrix.Case route) {
        Journey journey = trace(route.draft(), Surroundings.unknown());
        String url = route.draft().externalUrl().orElseThrow().toString();
        assertThat(journey.outcome()).as(journey + " for " + url).isEqualTo(Outcome.REACHED);
        int dialled = route.draft().dialledPort().orElseThrow().number();
        assertThat(journey.upstream().port()).as(journey.toString()).hasValue(dialled);
        assertThat(journey.failure()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void it_does_not_need_a_policy_that_lets_all_out(Matrix.Case route) {
        Surroundings strict = Surroundings.unknown().withOutboundPolicy(OutboundPolicy.REGISTRY_ONLY);
        assertThat(trace(route.draft(), strict).outcome()).isEqualTo(Outcome.REACHED);
    }

    private static Journey trace(Draft draft, Surroundings surroundings) {
        Optional<String> caller = exportedTo(draft);
        String text = request(draft);
        Request request = Request.read(caller.isPresent() ? text.replace("//webserver", "//webserver.default") : text)
                .orElseThrow();
        return Trace.of(
                draft.manifests(), surroundings, caller.map(request::from).orElse(request));
    }

    /** Whoever may use the route: one of the namespaces that it is exported to, if it names any. */
    private static Optional<String> exportedTo(Draft draft) {
        return draft.manifests().get(0).text("spec.exportTo[0]").filter(namespace -> namespace.matches("[a-z0-9-]+"));
    }

    /** A request as an application would make it to use the route. */
    static String request(Draft draft) {
        Optional<Manifest> rule = draft.manifests().stream()
                .filter(manifest -> manifest.kind() == Kind.VIRTUAL_SERVICE)
                .findFirst();
        if (rule.filter(found -> found.node("spec.tls").isEmpty()).isEmpty()) {
            Manifest entry = draft.manifests().get(0);
            String scheme = entry.text("spec.ports[0].protocol").orElseThrow().equals("TLS") ? "https" : "http";
            String host = entry.text("spec.hosts[0]").orElseThrow().replace("*", "some");
            return "GET " + scheme + "://" + host + ":"
                    + entry.text("spec.ports[0].number").orElseThrow() + "/";
        }
        String host = draft.internalHost().orElseThrow().name();
        return rule.get()
                .text("spec.tcp[0].match[0].port")
                .map(port -> "GET tcp://" + host + ":" + port)
                .orElseGet(() -> "GET http://" + host + ":" + internalPort(draft) + path(rule.get()));
    }

    private static String internalPort(Draft draft) {
        return draft.setting(FieldId.INTERNAL_PORT).text();
    }

    private static String path(Manifest rule) {
        for (String kind : List.of("exact", "prefix")) {
            Optional<String> path = rule.text("spec.http[0].match[0].uri." + kind);
            if (path.isPresent()) {
                return path.get();
            }
        }
        return "/svc/a";
    }
}
