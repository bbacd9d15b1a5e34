package dev.egresso.check;

import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How long it takes to read and check many sets in one call, and how that grows: each set is a ServiceEntry, a VirtualService,
 * a DestinationRule for a wildcard, one for the host, a Service and a Sidecar, in a namespace of its own. Run by hand;
 * prints milliseconds on a core for an eighth of the sets (to warm up), then for a quarter, half and all of them.
 */
public final class Bench {
    private static final String SET =
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: api, namespace: team-#}
            spec:
              hosts: [api.team#.example]
              location: MESH_EXTERNAL
              ports:
              - {number: 80, name: http, protocol: HTTP, targetPort: 443}
              - {number: 443, name: tls, protocol: TLS}
              resolution: DNS
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: api, namespace: team-#}
            spec:
              hosts: [api.team-#.svc.cluster.local]
              gateways: [mesh, istio-system/egress]
              http:
              - match:
                - uri: {prefix: /v1/}
                rewrite: {uri: /api/v1/, authority: api.team#.example}
                route:
                - destination: {host: api.team#.example, port: {number: 80}}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: api, namespace: team-#}
            spec:
              host: api.team#.example
              trafficPolicy:
                portLevelSettings:
                - port: {number: 80}
                  tls: {mode: SIMPLE, sni: api.team#.example, subjectAltNames: [api.team#.example]}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: all, namespace: team-#}
            spec:
              host: "*.team#.example"
              trafficPolicy:
                connectionPool: {tcp: {maxConnections: 100}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: team-#}
            spec: {ports: [{name: http, port: 80}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: default, namespace: team-#}
            spec: {egress: [{hosts: [./*, istio-system/*]}]}
            ---
            """;

    private Bench() {}

    public static void main(String[] arguments) {
        int most = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        run(most / 8);
        for (int sets : List.of(most / 4, most / 2, most)) {
            run(sets);
        }
    }

    /** Time on a core, so that what else the machine does counts little. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void run(int sets) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sets; i++) {
            text.append(SET.replace("#", Integer.toString(i)));
        }
        long start = cpu();
        ReadSet read = ManifestReader.read("sets.yaml", text.toString());
        long parsed = cpu();
        int findings = Checks.of(read.manifests(), Surroundings.unknown().with(read.neighbours()))
                .size();
        long checked = cpu();
        System.out.printf(
                "%6d sets: read %6d ms, checked %6d ms, %d findings%n",
                sets, (parsed - start) / 1_000_000, (checked - parsed) / 1_000_000, findings);
    }
}
