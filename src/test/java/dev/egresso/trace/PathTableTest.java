package dev.egresso.trace;

import static dev.egresso.trace.Article.CLUSTER;
import static dev.egresso.trace.Article.ENTRY;
import static dev.egresso.trace.Article.EXTERNAL;
import static dev.egresso.trace.Article.FILE;
import static dev.egresso.trace.Article.POLICY;
import static dev.egresso.trace.Article.RULE;
import static dev.egresso.trace.Article.SERVICE;
import static dev.egresso.trace.Article.whole;
import static dev.egresso.trace.Article.with;
import static dev.egresso.trace.Traced.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.KnownFilter;
import dev.egresso.mesh.Neighbours;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.SidecarScope;
import dev.egresso.mesh.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The request path sentence by sentence: first what istiod builds, then what becomes of a request, then how it ends. */
class PathTableTest {
    private static final String GET = "GET http://webserver/x";
    private static final String BARE = RULE.replaceFirst(" *authority:.*\n", "");
    private static final String PLAIN_ENTRY =
            ENTRY.replace("443, name: https, protocol: TLS", "80, name: http, protocol: HTTP");
    private static final String PLAIN_RULE = RULE.replace("number: 443", "number: 80");
    private static final String DYNAMIC =
            """
            kind: ServiceEntry
            metadata: {name: e, namespace: default}
            spec: {hosts: ['*.example.com'], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DYNAMIC_DNS}
            """;
    private static final String DATABASE =
            """
            kind: Service
            metadata: {name: db, namespace: default}
            spec: {ports: [{name: tcp, port: 5432}]}
            """;
    private static final String DATABASE_ENTRY =
            """
            kind: ServiceEntry
            metadata: {name: dbx, namespace: default}
            spec: {hosts: [db.example.com], ports: [{number: 6543, name: tcp, protocol: TCP}], resolution: DNS}
            """;
    private static final String DATABASE_RULE =
            """
            kind: VirtualService
            metadata: {name: db, namespace: default}
            spec:
              hosts: [db]
              tcp:
              - match: [{port: 5432}]
                route: [{destination: {host: db.example.com, port: {number: 6543}}}]
            """;
    private static final String LEAF =
            """
            kind: VirtualService
            metadata: {name: leaf, namespace: default}
            spec:
              http:
              - match: [{uri: {prefix: /a/b}}]
                rewrite: {uri: /new, authority: raw.githubusercontent.com}
                route: [{destination: {host: raw.githubusercontent.com, port: {number: 443}}}]
            """;
    private static final String ROOT =
            """
            kind: VirtualService
            metadata: {name: root, namespace: default}
            spec:
              hosts: [webserver]
              http:
              - match: [{uri: {prefix: /a}}]
                delegate: {name: leaf}
            """;

    private static DynamicTest row(String sentence, Supplier<Traced> check) {
        return DynamicTest.dynamicTest(sentence, check::get);
    }

    @TestFactory
    Stream<DynamicTest> what_istiod_builds() {
        String headless = SERVICE.replace("{ports", "{clusterIP: None, selector: {app: a}, ports");
        return Stream.of(
                row("A1 hosts of rules are expanded in the namespace of the rule", () -> with(
                                ENTRY, RULE.replace("namespace: default", "namespace: shop"), POLICY)
                        .on(GET, "from", "default")
                        .ends(Outcome.NO_UPSTREAM, 503, "UH")),
                row("A1 a mirror is too", () -> with(
                                ENTRY, RULE.replace("    route:", "    mirror: {host: shadow}\n    route:"), POLICY)
                        .on(GET)
                        .says("route-mirrored")
                        .says("tls-checked")),
                row("A1 names with a dot are not", () -> whole().on("GET http://webserver.default/x")
                        .by(CLUSTER)),
                row("A1 hosts of ServiceEntries and SNI hosts never are", () -> given(
                                ENTRY.replace("[" + EXTERNAL + "]", "[webserver]")
                                        .replace("443, name: https, protocol: TLS", "80, name: http, protocol: HTTP"),
                                SERVICE)
                        .on(GET)
                        .by("outbound|80||webserver")),
                row("A2 a Service has its name, its ports by name, its address", () -> given(SERVICE)
                        .on(GET)
                        .by("outbound|80||webserver.default.svc.cluster.local")
                        .flags("UH")),
                row("A2 appProtocol goes before the name of the port", () -> given(
                                SERVICE.replace("port: 80", "port: 80, appProtocol: tcp"), ENTRY, RULE, POLICY)
                        .on(GET)
                        .says("sidecar-raw")),
                row("A2 written addresses are recognised", () -> given(
                                DATABASE_ENTRY.replace("ports:", "addresses: [203.0.113.9], ports:"))
                        .on("GET tcp://203.0.113.9:6543")
                        .by("outbound|6543||db.example.com")),
                row("A2 others get one for sidecars that answer DNS", () -> given(DATABASE_ENTRY)
                        .dnsCapture()
                        .on("GET tcp://db.example.com:6543")
                        .says("app-dials-captured")),
                row("A2 before 1.25 they get none unless the proxy asks", () -> given(DATABASE_ENTRY)
                        .with(Surroundings.unknown().withDnsCapture(true).withIstioVersion(new IstioVersion(1, 24)))
                        .on("GET tcp://db.example.com:6543")
                        .says("app-dials-outside")
                        .assumes("auto-allocate")),
                row("A2 what is not exported to the caller is dropped", () -> with(
                                ENTRY.replace("namespace: default", "namespace: ext") + "  exportTo: ['.']\n",
                                RULE,
                                POLICY)
                        .on(GET)
                        .flags("NC")
                        .says("cluster-hidden")),
                row("A2 but of its own namespace a destination of a rule is added", () -> with(
                                ENTRY + "  exportTo: [elsewhere]\n", RULE, POLICY)
                        .on(GET)
                        .ends(Outcome.REACHED)),
                row("A2 what a Sidecar does not let in is dropped", () -> whole().with(scope("shop/*"))
                        .on(GET)
                        .ends(Outcome.PASSTHROUGH)
                        .says("sidecar-out-of-scope")),
                row("A2 destinations of a rule that is let in are added", () -> whole().with(
                                scope("default/webserver.default.svc.cluster.local"))
                        .on(GET)
                        .ends(Outcome.REACHED)),
                row("A2 a Sidecar has a policy of its own", () -> whole().with(Surroundings.unknown()
                                .with(Neighbours.of(sidecar(Optional.of(OutboundPolicy.REGISTRY_ONLY), "*/*"))))
                        .on("GET http://nobody.example.org/")
                        .ends(Outcome.BLOCKED)),
                row("A2 an EnvoyFilter may change anything, and that is said", () -> whole().with(
                                Surroundings.unknown().with(Neighbours.of(new KnownFilter("default", "lua"))))
                        .on(GET)
                        .ends(Outcome.REACHED)
                        .assumes("envoy-filter")),
                row("A3 UDP has no cluster", () -> with(ENTRY.replace("protocol: TLS", "protocol: UDP"), RULE, POLICY)
                        .on(GET)
                        .flags("NC")),
                row("A3 a DNS cluster without addresses to ask for is not made", () -> with(
                                ENTRY + "  workloadSelector: {labels: {a: b}}\n", RULE, POLICY)
                        .on(GET)
                        .flags("NC")
                        .says("cluster-empty")),
                row(
                        "A3 TLS is of the DestinationRule of the caller, then of the service, then of the root",
                        () -> given(
                                        SERVICE,
                                        ENTRY,
                                        RULE,
                                        POLICY.replace("SIMPLE", "SIMPLE, sni: own.example.com"),
                                        POLICY.replace("namespace: default", "namespace: istio-system"))
                                .on(GET)
                                .sni("own.example.com")),
                row("A3 port settings replace the others", () -> with(
                                ENTRY,
                                RULE,
                                POLICY.replace(
                                        "{mode: SIMPLE}",
                                        "{mode: SIMPLE}, portLevelSettings: [{port: {number: 443}, loadBalancer: {}}]"))
                        .on(GET)
                        .says("tls-missing")),
                row("A3 a credential without selector is none", () -> with(
                                ENTRY, RULE, POLICY.replace("SIMPLE", "SIMPLE, credentialName: c"))
                        .on(GET)
                        .says("tls-credential-withheld")),
                row("A3 HTTP/2 by port or upgrade", () -> with(
                                ENTRY.replace("protocol: TLS", "protocol: HTTP2"), RULE, POLICY)
                        .on(GET)
                        .http("2")),
                row("A4 HTTP ports listen on all addresses", () -> whole().on(GET)
                        .listens("0.0.0.0_80")),
                row("A4 TCP ports listen on the address of their service", () -> given(
                                DATABASE.replace("{ports", "{clusterIP: 10.0.0.5, ports"),
                                DATABASE_ENTRY,
                                DATABASE_RULE)
                        .on("GET tcp://db:5432")
                        .listens("10.0.0.5_5432")),
                row("A4 without address on all addresses", () -> given(DATABASE_ENTRY)
                        .on("GET tcp://db.example.com:6543")
                        .listens("0.0.0.0_6543")),
                row("A4 a sniffed port has both", () -> given(SERVICE.replace("name: http, ", ""), ENTRY, RULE, POLICY)
                        .on(GET)
                        .says("sidecar-reads-alone")),
                row("A4 HTTP and TCP on one wildcard port are merged", () -> given(
                                ENTRY,
                                PLAIN_ENTRY
                                        .replace("number: 80", "number: 443")
                                        .replace(EXTERNAL, "p.example.com")
                                        .replace("name: github", "name: p"))
                        .on("GET http://p.example.com:443/")
                        .by("outbound|443||p.example.com")),
                row("A4 MONGO shares with nobody", () -> given(
                                DATABASE_ENTRY,
                                DATABASE_ENTRY
                                        .replace("db.example", "m.example")
                                        .replace("protocol: TCP", "protocol: MONGO")
                                        .replace("name: dbx", "name: m"))
                        .on("GET tcp://m.example.com:6543")
                        .by("outbound|6543||db.example.com")),
                row("A5a rules for hosts of services with the port", () -> whole().on(GET)
                        .says("route-matched")),
                row("A5a on port 80 all rules of the mesh", () -> given(
                                SERVICE, ENTRY, RULE.replace("[webserver]", "[api.internal.example]"), POLICY)
                        .on("GET http://api.internal.example/")
                        .ends(Outcome.REACHED)),
                row("A5b port, labels, namespace and gateways leave matches out", () -> with(
                                ENTRY, RULE.replace("[{uri", "[{sourceNamespace: shop, uri"), POLICY)
                        .on(GET)
                        .says("route-default")),
                row("A5b labels that are known decide", () -> with(
                                ENTRY, RULE.replace("[{uri", "[{sourceLabels: {app: a}, uri"), POLICY)
                        .with(labels("b"))
                        .on(GET)
                        .says("route-default")),
                row("A5b nothing follows what takes all", () -> with(
                                ENTRY, RULE + "  - route: [{destination: {host: nowhere}}]\n", POLICY)
                        .on(GET)
                        .by(CLUSTER)),
                row("A5b a rule without routes here contributes nothing", () -> with(
                                ENTRY, RULE.replace("[{uri", "[{port: 8080, uri"), POLICY)
                        .on(GET)
                        .says("route-default")),
                row("A5b a delegate is put in the place of what names it", () -> given(
                                SERVICE, ENTRY, LEAF, ROOT, POLICY)
                        .on("GET http://webserver/a/b/c?q")
                        .asks(EXTERNAL, "/new/c?q")
                        .says("route-delegated")),
                row("A5b a delegate that does not narrow the match is left out", () -> given(
                                SERVICE, ENTRY, LEAF.replace("/a/b", "/z"), ROOT, POLICY)
                        .on("GET http://webserver/z")
                        .says("route-default")),
                row("A5b a delegate that is not there is left out", () -> given(SERVICE, ENTRY, ROOT, POLICY)
                        .on("GET http://webserver/a/b")
                        .says("route-default")),
                row(
                        "A5c a service answers to all forms of its name",
                        () -> whole().on(GET, "host", "webserver.default.svc").by(CLUSTER)),
                row("A5c in another namespace not to the short one", () -> whole().on(
                                "GET http://webserver.default/x", "from", "shop", "host", "webserver")
                        .says("route-host-unknown")),
                row("A5d a service without rule leads to itself", () -> given(PLAIN_ENTRY)
                        .on("GET http://" + EXTERNAL + "/")
                        .by("outbound|80||" + EXTERNAL)),
                row("A5e of two rules for a name the first wins", () -> given(
                                SERVICE,
                                ENTRY,
                                RULE,
                                RULE.replace("name: webserver, n", "name: later, n")
                                        .replace("443", "1"),
                                POLICY)
                        .on(GET)
                        .ends(Outcome.REACHED)),
                row("A5f what nobody is called leaves", () -> whole().on(GET, "host", "nobody.example.org")
                        .by("PassthroughCluster")),
                row("A5f or goes nowhere", () -> whole().with(OutboundPolicy.REGISTRY_ONLY)
                        .on(GET, "host", "nobody.example.org")
                        .ends(Outcome.BLOCKED)),
                row("A5f a listener for one service has no catch-all", () -> given(
                                SERVICE.replace("name: http, ", ""),
                                ENTRY,
                                RULE.replace("regex: '.*'", "prefix: /a"),
                                POLICY)
                        .on(GET, "host", "nobody.example.org")
                        .ends(Outcome.NOT_ROUTED, 404, "NR")),
                row("A6 tls rules give chains by SNI", () -> given(
                                ENTRY, sealedRule(EXTERNAL, "db.example.com"), DATABASE_ENTRY)
                        .on("GET https://" + EXTERNAL + "/")
                        .by("outbound|6543||db.example.com")),
                row("A6 static conditions of tls rules hold together", () -> given(
                                ENTRY,
                                sealedRule(EXTERNAL, "db.example.com")
                                        .replace("[{sniHosts", "[{gateways: [mesh], sourceNamespace: shop, sniHosts"),
                                DATABASE_ENTRY)
                        .on("GET https://" + EXTERNAL + "/")
                        .by(CLUSTER)),
                row(
                        "A6 without rules one chain by SNI to itself",
                        () -> given(ENTRY).on("GET https://" + EXTERNAL + "/").by(CLUSTER)),
                row("A6 a first tcp rule without condition takes all", () -> given(
                                DATABASE,
                                DATABASE_ENTRY,
                                DATABASE_RULE.replace("- match: [{port: 5432}]\n    route", "- route"))
                        .on("GET tcp://db:5432")
                        .by("outbound|6543||db.example.com")),
                row("A6 else its own cluster", () -> given(
                                DATABASE, DATABASE_ENTRY, DATABASE_RULE.replace("port: 5432", "port: 1"))
                        .on("GET tcp://db:5432")
                        .by("outbound|5432||db.default.svc.cluster.local")),
                row(
                        "a headless Service is dialled at a pod",
                        () -> given(headless).on(GET).says("app-dials-pod")));
    }

    @TestFactory
    Stream<DynamicTest> what_becomes_of_a_request() {
        return Stream.of(
                row("B1 the table of the sidecar, then DNS", () -> given(DATABASE_ENTRY)
                        .dnsCapture()
                        .on("GET tcp://db.example.com:6543")
                        .says("app-dials-captured")),
                row("B1 without capture only DNS", () -> given(DATABASE_ENTRY)
                        .on("GET tcp://db.example.com:6543")
                        .says("app-dials-outside")),
                row("B1 a failure is of the app", () -> given(DATABASE, ENTRY)
                        .on(GET)
                        .ends(Outcome.APP_ERROR)
                        .withoutStatus()),
                row("B2 the listener of the address before that of all", () -> given(
                                DATABASE.replace("{ports", "{clusterIP: 10.0.0.5, ports")
                                        .replace("5432", "6543"),
                                DATABASE_ENTRY)
                        .on("GET tcp://db:6543")
                        .by("outbound|6543||db.default.svc.cluster.local")),
                row("B2 no listener, and all may leave", () -> whole().on("GET http://webserver:81/")
                        .by("PassthroughCluster")),
                row("B2 no listener, and only the registry counts", () -> whole().with(OutboundPolicy.REGISTRY_ONLY)
                        .on("GET http://webserver:81/")
                        .flags("UH")
                        .by("BlackHoleCluster")),
                row("B3 bytes that are no HTTP fall through", () -> whole().on("GET tcp://webserver:80")
                        .by("PassthroughCluster")),
                row("B3 TLS to an HTTP port does too", () -> whole().on("GET https://webserver:80/")
                        .by("PassthroughCluster")),
                row("B3 HTTP/1.0 is refused", () -> whole().on("GET http://webserver/x HTTP/1.0")
                        .ends(Outcome.NOT_ROUTED)
                        .status(426)
                        .assumes("http10")),
                row("B3 unless the proxy takes it", () -> whole().with(Surroundings.unknown()
                                .withProxy(Surroundings.unknown().proxy().withAcceptsHttp10(true)))
                        .on("GET http://webserver/x HTTP/1.0")
                        .ends(Outcome.REACHED)),
                row("B4 Host counts in lower case and without port", () -> whole().on(GET, "host", "WebServer:9")
                        .by(CLUSTER)),
                row("B4 exact before the longest wildcard", () -> given(
                                PLAIN_ENTRY,
                                PLAIN_ENTRY
                                        .replace(EXTERNAL, "'*.githubusercontent.com'")
                                        .replace("DNS", "NONE")
                                        .replace("name: github", "name: wide"))
                        .on("GET http://" + EXTERNAL + "/")
                        .by("outbound|80||" + EXTERNAL)),
                row("B4 without Host 400", () -> whole().on(GET, "host", "").status(400)),
                row("B5 path, headers, method and query all match", () -> with(
                                ENTRY,
                                RULE.replace(
                                        "{uri: {regex: '.*'}}",
                                        "{uri: {prefix: /}, method: {regex: 'P.*'}, headers: {a: {exact: b}}, queryParams: {q: {prefix: c}}, scheme: {exact: http}, authority: {prefix: web}}"),
                                POLICY)
                        .on("POST http://webserver/x?q=cd", "a", "b")
                        .by(CLUSTER)),
                row("B5 none: 404 and no other host is tried", () -> with(
                                ENTRY, RULE.replace("regex: '.*'", "exact: /a"), POLICY)
                        .on(GET)
                        .ends(Outcome.NOT_ROUTED, 404, "NR")),
                row("B5 case counts unless it is told not to", () -> with(
                                ENTRY,
                                RULE.replace("uri: {regex: '.*'}", "uri: {prefix: /X}, ignoreUriCase: true"),
                                POLICY)
                        .on(GET)
                        .by(CLUSTER)),
                row(
                        "B6 a cluster that is not there",
                        () -> given(SERVICE, RULE).on(GET).ends(Outcome.NO_UPSTREAM, 503, "NC")),
                row("B6 by weight, and the others are told of", () -> with(
                                ENTRY,
                                RULE.replaceFirst(
                                        "    - destination:.*\n",
                                        "    - {destination: {host: raw.githubusercontent.com, port: {number: 443}}, weight: 90}\n"
                                                + "    - {destination: {host: gone.example.com}, weight: 10}\n"),
                                POLICY)
                        .on(GET)
                        .by(CLUSTER)
                        .branches("10 of 100 no-upstream NC")),
                row("B7 names follow the Host that is sent on", () -> whole().on(GET)
                        .sni(EXTERNAL)),
                row("B7 from 1.21 to 1.23 that of the app", () -> whole().with(version(22))
                        .on(GET)
                        .ends(Outcome.TLS_FAILURE, 503, "UF,URX")
                        .sni("webserver")),
                row("B7 before 1.21 none, and without authorities nothing is checked", () -> whole().with(version(20))
                        .on(GET)
                        .ends(Outcome.REACHED)
                        .withoutSni()
                        .says("tls-unnamed")),
                row("B8 DNS answers", () -> whole().on(GET).dials(EXTERNAL, 443).assumes("dns")),
                row("B8 no address", () -> with(ENTRY.replace("DNS", "STATIC"), RULE, POLICY)
                        .on(GET)
                        .ends(Outcome.NO_UPSTREAM, 503, "UH")),
                row("B8 NONE dials what the app dialled", () -> given(PLAIN_ENTRY.replace("DNS", "NONE"))
                        .on("GET http://" + EXTERNAL + "/")
                        .ends(Outcome.REACHED)
                        .says("dns-original")),
                row("B8 the port of the endpoint before targetPort before number", () -> with(
                                ENTRY.replace("protocol: TLS}", "protocol: TLS, targetPort: 8443}")
                                        + "  endpoints: [{address: a.example.com, ports: {https: 9443}}]\n",
                                RULE,
                                POLICY)
                        .on(GET)
                        .dials(EXTERNAL, 9443)),
                row("B9 headers are removed, set and added", () -> with(
                                ENTRY,
                                RULE.replace(
                                        "    route:",
                                        "    headers: {request: {set: {x-a: '1'}, add: {x-b: '2'}, remove: [x-c]}}\n    route:"),
                                POLICY)
                        .on(GET, "x-b", "0", "x-c", "9")
                        .sends("x-a", "1")
                        .sends("x-b", "0,2")
                        .sendsNo("x-c")),
                row("B9 then Host", () -> whole().on(GET).asks(EXTERNAL, FILE)),
                row("B9 a Host that is set is the same", () -> with(
                                ENTRY,
                                BARE.replace(
                                        "    route:",
                                        "    headers: {request: {set: {Host: h.example.com}}}\n    route:"),
                                POLICY)
                        .on(GET)
                        .asks("h.example.com", FILE)),
                row("B9 then the path, by regular expression on the path alone", () -> with(
                                ENTRY,
                                RULE.replace("uri: " + FILE, "uriRegexRewrite: {match: '^/(.*)$', rewrite: '/v/\\1'}"),
                                POLICY)
                        .on("GET http://webserver/x?q=1")
                        .path("/v/x?q=1")),
                row("B9 or what was matched, and the query stays", () -> with(
                                ENTRY, RULE.replace("regex: '.*'", "prefix: /x"), POLICY)
                        .on("GET http://webserver/x/y?q=1")
                        .path(FILE + "/y?q=1")),
                row("B9 the old path is told", () -> whole().on("GET http://webserver/x?q=1")
                        .sends("x-envoy-original-path", "/x?q=1")),
                row(
                        "B10 a connection that fails is tried again",
                        () -> with(ENTRY, BARE, POLICY).on(GET).flags("UF,URX")),
                row("B10 unless retries are off", () -> with(
                                ENTRY, BARE.replace("    route:", "    retries: {attempts: 0}\n    route:"), POLICY)
                        .on(GET)
                        .flags("UF")
                        .says("route-retries-none")),
                row("B10 or are for answers only", () -> with(
                                ENTRY,
                                BARE.replace("    route:", "    retries: {attempts: 3, retryOn: '503'}\n    route:"),
                                POLICY)
                        .on(GET)
                        .flags("UF")),
                row("B11 the certificate is for another name", () -> with(ENTRY, BARE, POLICY)
                        .on(GET)
                        .ends(Outcome.TLS_FAILURE, 503, "UF,URX")
                        .says("tls-other-name")),
                row(
                        "B11 the server speaks without",
                        () -> with(PLAIN_ENTRY, PLAIN_RULE, POLICY).on(GET).ends(Outcome.TLS_FAILURE, 503, "UF,URX")),
                row("B11 the server expects it", () -> given(SERVICE, ENTRY, RULE)
                        .on(GET)
                        .ends(Outcome.TLS_FAILURE)
                        .withoutStatus()
                        .flags("UC")),
                row("B12 HTTP/1.1", () -> whole().on(GET).http("1.1")),
                row("B12 a limit is shown", () -> with(
                                ENTRY, RULE.replace("    route:", "    timeout: 2s\n    route:"), POLICY)
                        .on(GET)
                        .says("route-timeout")),
                row("B13 the server sees the method", () -> whole().on("DELETE http://webserver/x")
                        .says("send-http")),
                row("B13 and that the app spoke in the clear", () -> whole().on(GET)
                        .sends("x-forwarded-proto", "http")),
                row(
                        "C by SNI, exact",
                        () -> given(ENTRY).on("GET https://" + EXTERNAL + "/").by(CLUSTER)),
                row("C by SNI, wildcard", () -> given(ENTRY.replace("[" + EXTERNAL + "]", "['*.example.com']")
                                .replace("DNS", "NONE"))
                        .on("GET https://a.example.com/")
                        .by("outbound|443||*.example.com")),
                row(
                        "C no chain",
                        () -> given(ENTRY).on("GET https://other.example.com/").by("PassthroughCluster")),
                row("C no chain and only the registry counts", () -> given(ENTRY)
                        .with(OutboundPolicy.REGISTRY_ONLY)
                        .on("GET https://other.example.com/")
                        .flags("UH")
                        .by("BlackHoleCluster")),
                row("C TLS inside TLS", () -> whole().on("GET https://" + EXTERNAL + "/")
                        .ends(Outcome.TLS_FAILURE)
                        .withoutStatus()
                        .says("tls-twice")),
                row("C http rules are never asked", () -> given(
                                ENTRY, RULE.replace("[webserver]", "[" + EXTERNAL + "]"))
                        .on("GET https://" + EXTERNAL + "/own")
                        .asks(EXTERNAL, "/own")),
                row("D by address, name never seen", () -> given(DATABASE, DATABASE_ENTRY, DATABASE_RULE)
                        .on("GET tcp://db:5432")
                        .by("outbound|6543||db.example.com")
                        .withoutSni()),
                row("D TLS wraps bytes with the names that are written", () -> given(
                                DATABASE,
                                DATABASE_ENTRY,
                                DATABASE_RULE,
                                POLICY.replace(EXTERNAL, "db.example.com")
                                        .replace("SIMPLE", "SIMPLE, sni: db.example.com"))
                        .on("GET tcp://db:5432")
                        .tls("SIMPLE")
                        .sni("db.example.com")
                        .says("tls-unchecked")),
                row("ambient: a waypoint reads rules", () -> whole().with(ambient(Optional.of(true)))
                        .on(GET)
                        .says("waypoint-reads")
                        .by(CLUSTER)),
                row("ambient: without one nobody does", () -> whole().with(ambient(Optional.of(false)))
                        .on(GET)
                        .says("ztunnel-no-waypoint")
                        .ends(Outcome.NO_UPSTREAM)),
                row("ambient: one is taken to be there, and that is said", () -> whole().with(ambient(Optional.empty()))
                        .on(GET)
                        .assumes("waypoint")
                        .ends(Outcome.REACHED)),
                row("ambient: a label that says none is believed", () -> given(
                                SERVICE.replace(
                                        "namespace: default",
                                        "namespace: default, labels: {istio.io/use-waypoint: none}"),
                                ENTRY,
                                RULE,
                                POLICY)
                        .with(ambient(Optional.empty()))
                        .on(GET)
                        .says("ztunnel-no-waypoint")),
                row("ambient: rules of other namespaces do not count", () -> given(
                                SERVICE,
                                ENTRY,
                                RULE.replace("namespace: default", "namespace: shop")
                                        .replace("[webserver]", "[webserver.default.svc.cluster.local]"),
                                POLICY)
                        .with(ambient(Optional.of(true)))
                        .on(GET, "from", "default")
                        .by("inbound-vip|80|http|webserver.default.svc.cluster.local")
                        .flags("UH")));
    }

    @TestFactory
    Stream<DynamicTest> how_it_ends() {
        String fault = "    fault: {abort: {httpStatus: 418, percentage: {value: %s}}}\n    route:";
        return Stream.of(
                row("E DYNAMIC_DNS that finds nothing", () -> with(
                                DYNAMIC.replace("example.com", "example.invalid")
                                        .replace("443, name: tls, protocol: TLS", "80, name: http, protocol: HTTP"),
                                PLAIN_RULE
                                        .replace("authority: " + EXTERNAL, "authority: a.example.invalid")
                                        .replace("host: " + EXTERNAL, "host: '*.example.invalid'"),
                                "")
                        .on(GET)
                        .ends(Outcome.NO_UPSTREAM, 503, "DF")),
                row("E NONE leads back to the address of the internal host", () -> with(
                                ENTRY.replace("DNS", "NONE"), RULE, POLICY)
                        .on(GET)
                        .says("dns-misled")
                        .flags("UF,URX")),
                row("E authority missing and sni set", () -> with(
                                ENTRY, BARE, POLICY.replace("SIMPLE", "SIMPLE, sni: " + EXTERNAL))
                        .on(GET)
                        .ends(Outcome.REACHED)
                        .says("rewrite-host-missing")),
                row("E authority missing in the clear", () -> given(
                                SERVICE, PLAIN_ENTRY, PLAIN_RULE.replaceFirst(" *authority:.*\n", ""))
                        .on(GET)
                        .ends(Outcome.REACHED)
                        .asks("webserver", FILE)),
                row("E a glued path", () -> with(
                                ENTRY,
                                RULE.replaceFirst("    rewrite:", "    rewrite:")
                                        .replace("- match: [{uri: {regex: '.*'}}]\n    rewrite", "- rewrite"),
                                POLICY)
                        .on(GET)
                        .says("rewrite-path-glued")
                        .path(FILE + "x")),
                row("E a fault for all", () -> with(
                                ENTRY, RULE.replace("    route:", String.format(fault, 100)), POLICY)
                        .on(GET)
                        .ends(Outcome.NOT_ROUTED, 418, "FI")),
                row("E a fault for some", () -> with(
                                ENTRY, RULE.replace("    route:", String.format(fault, 10)), POLICY)
                        .on(GET)
                        .ends(Outcome.REACHED)
                        .says("route-fault-some")),
                row("E a fault that does not say for how many is for none", () -> with(
                                ENTRY,
                                RULE.replace("    route:", "    fault: {abort: {httpStatus: 418}}\n    route:"),
                                POLICY)
                        .on(GET)
                        .ends(Outcome.REACHED)),
                row("E a redirect tells where to", () -> with(
                                ENTRY,
                                RULE.replaceFirst(
                                        "    rewrite:\n.*\n.*\n",
                                        "    redirect: {uri: /new, authority: n.example.com}\n"),
                                POLICY)
                        .on("GET http://webserver/x?q=1")
                        .tells("route-redirect", "location", "http://n.example.com/new?q=1")),
                row("E a direct response", () -> with(
                                ENTRY,
                                RULE.replaceFirst("    rewrite:\n.*\n.*\n", "    directResponse: {status: 200}\n"),
                                POLICY)
                        .on(GET)
                        .ends(Outcome.NOT_ROUTED)
                        .status(200)));
    }

    private static String sealedRule(String sni, String to) {
        return """
                kind: VirtualService
                metadata: {name: sealed, namespace: default}
                spec:
                  hosts: [%s]
                  tls:
                  - match: [{sniHosts: [%s]}]
                    route: [{destination: {host: %s, port: {number: 6543}}}]
                """
                .formatted(sni, sni, to);
    }

    private static SidecarScope sidecar(Optional<OutboundPolicy> policy, String... hosts) {
        return new SidecarScope(
                "default",
                "narrow",
                Optional.empty(),
                List.of(new SidecarScope.Egress(OptionalInt.empty(), List.of(hosts))),
                policy,
                Optional.empty());
    }

    private static Surroundings scope(String... hosts) {
        return Surroundings.unknown().with(Neighbours.of(sidecar(Optional.empty(), hosts)));
    }

    private static Surroundings labels(String app) {
        return Surroundings.unknown().withProxy(Surroundings.unknown().proxy().withLabels(Map.of("app", app)));
    }

    private static Surroundings version(int minor) {
        return Surroundings.unknown().withIstioVersion(new IstioVersion(1, minor));
    }

    private static Surroundings ambient(Optional<Boolean> waypoint) {
        Surroundings ambient = Surroundings.unknown().withDataPlane(DataPlane.AMBIENT);
        return waypoint.map(there -> ambient.withProxy(ambient.proxy().withWaypoint(there)))
                .orElse(ambient);
    }

    @org.junit.jupiter.api.Test
    void what_is_not_there_is_no_reason_to_fail() {
        assertThat(given("").on(GET).journey().outcome()).isEqualTo(Outcome.APP_ERROR);
    }
}
