package dev.egresso.trace;

import static dev.egresso.trace.Article.ENTRY;
import static dev.egresso.trace.Article.EXTERNAL;
import static dev.egresso.trace.Article.POLICY;
import static dev.egresso.trace.Article.SERVICE;
import static dev.egresso.trace.Traced.given;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is replaced of a path, and which names TLS goes by. */
class RewriteTableTest {
    @ParameterizedTest(name = "match {0}, rewrite {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                " | uri: /base | /basea/b?q=1",
                "{uri: {prefix: /}} | uri: /base | /basea/b?q=1",
                " | uri: /base/ | /base/a/b?q=1",
                "{uri: {prefix: /a/}} | uri: /base/ | /base/b?q=1",
                "{uri: {prefix: /a}} | uri: / | //b?q=1",
                "{uri: {exact: /a/b}} | uri: /base | /base?q=1",
                "{uri: {regex: '.*'}} | uri: /base | /base?q=1",
                "{uri: {regex: '/a/.*'}} | uri: /base | /base?q=1",
                " | uriRegexRewrite: {match: '^/a/(.*)$', rewrite: '/x/\\1'} | /x/b?q=1",
                " | timeout: none | /a/b?q=1",
                "{uri: {prefix: /A/}, ignoreUriCase: true} | uri: /base/ | /base/b?q=1",
            })
    void only_what_was_matched_is_replaced_and_the_query_stays(String match, String rewrite, String sent) {
        given(SERVICE, ENTRY, rule(match == null ? "" : match, rewrite + ", authority: " + EXTERNAL), POLICY)
                .on("GET http://webserver/a/b?q=1")
                .ends(Outcome.REACHED)
                .path(sent);
    }

    @ParameterizedTest(name = "authority {0}, sni {1}, names {2}: {3}")
    @CsvSource({
        "true, false, false, REACHED, raw.githubusercontent.com, tls-checked",
        "false, false, false, TLS_FAILURE, webserver, tls-other-name",
        "false, true, false, REACHED, raw.githubusercontent.com, tls-unchecked",
        "true, true, false, REACHED, raw.githubusercontent.com, tls-unchecked",
        "true, true, true, REACHED, raw.githubusercontent.com, tls-checked",
    })
    void sni_and_certificate_follow_the_host_unless_the_policy_names_them(
            boolean authority, boolean sni, boolean names, Outcome outcome, String greeting, String hop) {
        String tls =
                "SIMPLE" + (sni ? ", sni: " + EXTERNAL : "") + (names ? ", subjectAltNames: [" + EXTERNAL + "]" : "");
        given(
                        SERVICE,
                        ENTRY,
                        rule("", "uri: /" + (authority ? ", authority: " + EXTERNAL : "")),
                        POLICY.replace("SIMPLE", tls))
                .on("GET http://webserver/x")
                .ends(outcome)
                .sni(greeting)
                .says(hop);
    }

    private static String rule(String match, String rewrite) {
        return """
                kind: VirtualService
                metadata: {name: webserver, namespace: default}
                spec:
                  hosts: [webserver]
                  http:
                  - match: [%s]
                    rewrite: {%s}
                    route: [{destination: {host: raw.githubusercontent.com, port: {number: 443}}}]
                """
                .formatted(match, rewrite);
    }
}
