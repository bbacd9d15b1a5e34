package dev.egresso.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.mesh.Kind;
import dev.egresso.schema.Schema;
import org.junit.jupiter.api.Test;

class FieldNamesTest {
    private static final FieldNames NAMES = new FieldNames(Checkout.screens().explanations());

    @Test
    void a_field_is_found_as_egresso_spells_it() {
        assertThat(NAMES.find("ServiceEntry/spec.ports[].number")).containsExactly("ServiceEntry/spec.ports[].number");
        assertThat(NAMES.find("VirtualService/spec.http[0].rewrite.authority"))
                .containsExactly("VirtualService/spec.http[].rewrite.authority");
        assertThat(NAMES.find("Service/metadata.name")).containsExactly("Service/metadata.name");
    }

    @Test
    void a_field_is_found_as_kubectl_spells_it() {
        assertThat(NAMES.find("serviceentry.spec.ports.number")).containsExactly("ServiceEntry/spec.ports[].number");
        assertThat(NAMES.find("vs.spec.http.rewrite")).containsExactly("VirtualService/spec.http[].rewrite");
        assertThat(NAMES.find("serviceentries.spec.location")).containsExactly("ServiceEntry/spec.location");
        assertThat(NAMES.find("dr.host")).containsExactly("DestinationRule/spec.host");
    }

    @Test
    void every_path_finds_itself() {
        for (Kind kind : Kind.values()) {
            Schema.of(kind).ifPresent(schema -> schema.fields()
                    .forEach(field -> assertThat(NAMES.find(kind + "/" + field.path()))
                            .containsExactly(kind + "/" + field.path().replaceAll("(\\[])+$", ""))));
        }
    }

    @Test
    void a_key_of_ones_own_leads_to_its_map() {
        assertThat(NAMES.find("vs.spec.http.match.headers.x-user.exact"))
                .containsExactly("VirtualService/spec.http[].match[].headers.*.exact");
        assertThat(NAMES.find("se.metadata.labels[\"app.kubernetes.io/name\"]"))
                .containsExactly("ServiceEntry/metadata.labels.*");
    }

    @Test
    void the_end_of_a_path_will_do_if_it_is_the_only_one() {
        assertThat(NAMES.find("targetPort"))
                .containsExactlyInAnyOrder(
                        "ServiceEntry/spec.ports[].targetPort", "DestinationRule/spec.trafficPolicy.tunnel.targetPort");
        assertThat(NAMES.find("uriRegexRewrite")).containsExactly("VirtualService/spec.http[].rewrite.uriRegexRewrite");
        assertThat(NAMES.find("blurb")).isEmpty();
    }

    @Test
    void settings_of_connections_are_found_at_their_first_place_unless_another_is_named() {
        assertThat(NAMES.find("outlierDetection.interval"))
                .containsExactly("DestinationRule/spec.trafficPolicy.outlierDetection.interval");
        assertThat(NAMES.find("dr.spec.subsets.trafficPolicy.outlierDetection.interval"))
                .containsExactly("DestinationRule/spec.subsets[].trafficPolicy.outlierDetection.interval");
    }

    @Test
    void a_near_miss_finds_what_was_meant() {
        assertThat(NAMES.near("vs.spec.http.timeot").get(0)).isEqualTo("VirtualService/spec.http[].timeout");
        assertThat(NAMES.near("outlierDetecton").get(0))
                .isEqualTo("DestinationRule/spec.trafficPolicy.outlierDetection");
        assertThat(NAMES.near("zzzzzzzzzz")).isEmpty();
        assertThat(NAMES.near("")).isEmpty();
    }

    @Test
    void a_kind_alone_is_a_question_too() {
        assertThat(NAMES.find("vs")).containsExactly("VirtualService/kind");
        assertThat(NAMES.find("DestinationRule")).containsExactly("DestinationRule/kind");
    }
}
