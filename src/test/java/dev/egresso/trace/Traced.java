package dev.egresso.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.KnownService;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Surroundings;
import dev.egresso.mesh.Yaml;
import java.util.Arrays;
import java.util.List;

/** Given resources, when a request is traced, then: sentences for tests. */
final class Traced {
    private final Journey journey;

    private Traced(Journey journey) {
        this.journey = journey;
    }

    static Given given(String... documents) {
        return new Given(String.join("\n---\n", documents), Surroundings.unknown());
    }

    record Given(String yaml, Surroundings surroundings) {
        Given with(Surroundings known) {
            return new Given(yaml, known);
        }

        Given with(OutboundPolicy policy) {
            return with(surroundings.withOutboundPolicy(policy));
        }

        Given services(String... known) {
            return with(surroundings.withServices(Arrays.stream(known)
                    .map(text -> KnownService.read(text).orElseThrow())
                    .toList()));
        }

        Given dnsCapture() {
            return with(surroundings.withDnsCapture(true));
        }

        Traced on(String request, String... headers) {
            Request asked = Request.read(request).orElseThrow();
            for (int i = 0; i < headers.length; i += 2) {
                asked = headers[i].equals("from")
                        ? asked.from(headers[i + 1])
                        : asked.withHeader(headers[i], headers[i + 1]);
            }
            return new Traced(Trace.of(Yaml.manifests(yaml), surroundings, asked));
        }
    }

    Journey journey() {
        return journey;
    }

    Traced ends(Outcome outcome) {
        assertThat(journey.outcome()).as(hops()).isEqualTo(outcome);
        return this;
    }

    Traced ends(Outcome outcome, int status, String flags) {
        ends(outcome);
        assertThat(journey.status()).as(hops()).hasValue(status);
        assertThat(journey.flags()).as(hops()).hasValue(flags);
        return this;
    }

    Traced withoutStatus() {
        assertThat(journey.status()).isEmpty();
        return this;
    }

    Traced status(int status) {
        assertThat(journey.status()).as(hops()).hasValue(status);
        return this;
    }

    Traced listens(String listener) {
        assertThat(journey.hops())
                .as(hops())
                .anyMatch(hop -> listener.equals(hop.arguments().get("listener")));
        return this;
    }

    Traced tells(String hop, String argument, String value) {
        assertThat(journey.hops())
                .as(hops())
                .anyMatch(found ->
                        found.id().equals(hop) && value.equals(found.arguments().get(argument)));
        return this;
    }

    Traced sends(String header, String value) {
        assertThat(journey.upstream().headers()).as(hops()).containsEntry(header, value);
        return this;
    }

    Traced sendsNo(String header) {
        assertThat(journey.upstream().headers()).as(hops()).doesNotContainKey(header);
        return this;
    }

    /** The other destinations, as {@code 10 of 100 no-upstream NC}. */
    Traced branches(String... others) {
        assertThat(journey.branches())
                .as(hops())
                .extracting(branch -> (branch.weight() + " of " + branch.of() + " "
                                + branch.journey().outcome() + " "
                                + branch.journey().flags().orElse(""))
                        .strip())
                .containsExactly(others);
        return this;
    }

    Traced flags(String flags) {
        assertThat(journey.flags()).as(hops()).hasValue(flags);
        return this;
    }

    Traced by(String cluster) {
        assertThat(journey.cluster()).as(hops()).hasValue(cluster);
        return this;
    }

    Traced dials(String host, int port) {
        assertThat(journey.upstream().host()).as(hops()).hasValue(host);
        assertThat(journey.upstream().port()).as(hops()).hasValue(port);
        return this;
    }

    Traced asks(String authority, String path) {
        assertThat(journey.upstream().authority()).as(hops()).hasValue(authority);
        assertThat(journey.upstream().path()).as(hops()).hasValue(path);
        return this;
    }

    Traced path(String path) {
        assertThat(journey.upstream().path()).as(hops()).hasValue(path);
        return this;
    }

    Traced sni(String name) {
        assertThat(journey.upstream().sni()).as(hops()).hasValue(name);
        return this;
    }

    Traced withoutSni() {
        assertThat(journey.upstream().sni()).as(hops()).isEmpty();
        return this;
    }

    Traced tls(String mode) {
        assertThat(journey.upstream().tls()).as(hops()).hasValue(mode);
        return this;
    }

    Traced withoutTls() {
        assertThat(journey.upstream().tls()).as(hops()).isEmpty();
        return this;
    }

    Traced http(String version) {
        assertThat(journey.upstream().http()).as(hops()).hasValue(version);
        return this;
    }

    Traced says(String hop) {
        assertThat(journey.hops()).as(hops()).extracting(Hop::id).contains(hop);
        return this;
    }

    /** The hop names this place first. */
    Traced blames(String hop, String path) {
        List<String> places = journey.hops().stream()
                .filter(found -> found.id().equals(hop))
                .flatMap(found -> found.because().stream())
                .map(Place::path)
                .map(Object::toString)
                .toList();
        assertThat(places).as(hops()).contains(path);
        return this;
    }

    Traced assumes(String... names) {
        assertThat(journey.assumed()).as(hops()).extracting(Assumption::name).contains(names);
        return this;
    }

    Traced assumesNothingOf(String... names) {
        assertThat(journey.assumed()).as(hops()).extracting(Assumption::name).doesNotContain(names);
        return this;
    }

    private String hops() {
        StringBuilder text = new StringBuilder(journey.request() + " -> " + journey.outcome());
        journey.hops().forEach(hop -> text.append("\n  ").append(hop));
        return text.append("\n  ")
                .append(journey.upstream())
                .append(journey.assumed())
                .append('\n')
                .toString();
    }
}
