package dev.egresso.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private static Site site(String context) {
        return new Site(context, "c", "https://127.0.0.1:6443", "jane", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prod",
                "prod-eu-1",
                "eu-prod",
                "PROD",
                "production",
                "my_production_cluster",
                "prd1",
                "live",
                "eu.live.shop",
                "prod1",
                "prodeu",
                "arn:aws:eks:eu-west-1:1:cluster/prod",
                "gke_shop-prod_europe",
                "productionline"
            })
    void looks_like_production(String name) {
        assertThat(site(name).looksLikeProduction(List.of())).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind-dev",
                "nonprod",
                "non-prod",
                "preprod",
                "pre-prod",
                "no_prod",
                "product-catalog",
                "products",
                "delivery",
                "olive",
                "staging",
                "reproduce",
                "minikube"
            })
    void does_not(String name) {
        assertThat(site(name).looksLikeProduction(List.of())).isEmpty();
    }

    @Test
    void a_namespace_may_say_it_too() {
        assertThat(site("kind-dev").looksLikeProduction(List.of("default", "shop-prod")))
                .contains("shop-prod");
    }
}
