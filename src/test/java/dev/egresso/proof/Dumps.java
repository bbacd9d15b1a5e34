package dev.egresso.proof;

/** Config dumps of a sidecar, cut down to what is compared. */
public final class Dumps {
    private Dumps() {}

    /** As istiod tells a sidecar of the webserver set in namespace shop, its Service having an HTTP port 80. */
    public static String webserver() {
        return dump("0.0.0.0_80", "outbound|80||api.example.com", "api.example.com", "api.example.com");
    }

    public static String dump(String listener, String cluster, String authority, String sni) {
        return """
            {"configs": [
             {"@type": "type.googleapis.com/envoy.admin.v3.BootstrapConfigDump", "bootstrap": {}},
             {"@type": "type.googleapis.com/envoy.admin.v3.ClustersConfigDump", "dynamic_active_clusters": [
              {"cluster": {"name": "CLUSTER", "type": "STRICT_DNS", "transport_socket": {
               "name": "envoy.transport_sockets.tls", "typed_config": {
                "@type": "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
                "common_tls_context": {"combined_validation_context": {"default_validation_context": {
                 "match_typed_subject_alt_names": [
                  {"san_type": "DNS", "matcher": {"exact": "SNI"}},
                  {"san_type": "URI", "matcher": {"exact": "SNI"}}]}}},
                "sni": "SNI"}}}}]},
             {"@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump", "dynamic_listeners": [
              {"name": "LISTENER", "active_state": {}}, {"name": "10.96.0.10_53"}]},
             {"@type": "type.googleapis.com/envoy.admin.v3.RoutesConfigDump", "dynamic_route_configs": [
              {"route_config": {"name": "8080", "virtual_hosts": []}},
              {"route_config": {"name": "80", "virtual_hosts": [
               {"name": "allow_any", "domains": ["*"], "routes": [
                {"match": {"prefix": "/"}, "route": {"cluster": "PassthroughCluster"}}]},
               {"name": "webserver.shop.svc.cluster.local:80",
                "domains": ["webserver.shop.svc.cluster.local", "webserver", "webserver.shop", "10.96.3.4"],
                "routes": [{"match": {"prefix": "/"}, "route": {"cluster": "CLUSTER", "prefix_rewrite": "/v1/",
                 "host_rewrite_literal": "AUTHORITY"}}]}]}}]}]}
            """
                .replace("LISTENER", listener)
                .replace("CLUSTER", cluster)
                .replace("AUTHORITY", authority)
                .replace("SNI", sni);
    }
}
