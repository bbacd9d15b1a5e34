package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.yaml.YamlWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The set that the article shows comes out as it stands there, spec for spec. */
class ArticleTest {
    private static final List<String> SPECS = List.of(
            """
            spec:
              hosts:
              - raw.githubusercontent.com
              location: MESH_EXTERNAL
              ports:
              - number: 443
                name: https
                protocol: TLS
              resolution: DNS
            """,
            """
            spec:
              hosts:
              - webserver
              http:
              - match:
                - uri:
                    regex: ".*"
                rewrite:
                  uri: /mcasperson/NodejsProxy/master/externalservice1.txt
                  authority: raw.githubusercontent.com
                route:
                - destination:
                    host: raw.githubusercontent.com
                    port:
                      number: 443
            """,
            """
            spec:
              host: raw.githubusercontent.com
              trafficPolicy:
                tls:
                  mode: SIMPLE
            """);

    @Test
    void the_three_specs_are_those_of_the_article() {
        assertThat(Matrix.named("blog").bundle().manifests().stream().map(ArticleTest::spec))
                .containsExactlyElementsOf(SPECS);
    }

    @Test
    void they_are_called_as_the_article_calls_them() {
        assertThat(Matrix.named("blog").bundle().manifests().stream()
                        .map(manifest -> manifest.kind() + " " + manifest.name() + " in " + manifest.namespace()))
                .containsExactly(
                        "ServiceEntry github in default",
                        "VirtualService webserver in default",
                        "DestinationRule github in default");
    }

    private static String spec(Manifest manifest) {
        String text = YamlWriter.text(manifest);
        return text.substring(text.indexOf("spec:"));
    }
}
