package dev.egresso.trace;

/** The set of the article that this program is about, in parts that tests can swap. */
final class Article {
    static final String EXTERNAL = "raw.githubusercontent.com";
    static final String FILE = "/mcasperson/NodejsProxy/master/externalservice1.txt";
    static final String CLUSTER = "outbound|443||" + EXTERNAL;

    static final String SERVICE =
            """
            kind: Service
            metadata: {name: webserver, namespace: default}
            spec: {ports: [{name: http, port: 80}]}
            """;

    static final String ENTRY =
            """
            kind: ServiceEntry
            metadata: {name: github, namespace: default}
            spec:
              hosts: [raw.githubusercontent.com]
              location: MESH_EXTERNAL
              ports: [{number: 443, name: https, protocol: TLS}]
              resolution: DNS
            """;

    static final String RULE =
            """
            kind: VirtualService
            metadata: {name: webserver, namespace: default}
            spec:
              hosts: [webserver]
              http:
              - match: [{uri: {regex: '.*'}}]
                rewrite:
                  uri: /mcasperson/NodejsProxy/master/externalservice1.txt
                  authority: raw.githubusercontent.com
                route:
                - destination: {host: raw.githubusercontent.com, port: {number: 443}}
            """;

    static final String POLICY =
            """
            kind: DestinationRule
            metadata: {name: github, namespace: default}
            spec:
              host: raw.githubusercontent.com
              trafficPolicy: {tls: {mode: SIMPLE}}
            """;

    private Article() {}

    static Traced.Given whole() {
        return Traced.given(SERVICE, ENTRY, RULE, POLICY);
    }

    static Traced.Given with(String entry, String rule, String policy) {
        return Traced.given(SERVICE, entry, rule, policy);
    }
}
