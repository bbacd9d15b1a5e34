package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/**
 * The name of one question, the same on every surface: the form, the flag {@code --external-url}, the answers file.
 *
 * @param id lower-case words joined by hyphens
 */
public record FieldId(String id) {
    public static final FieldId INTERNAL_HOST = new FieldId("internal-host");
    public static final FieldId EXTERNAL_URL = new FieldId("external-url");
    public static final FieldId PROTOCOL = new FieldId("protocol");
    public static final FieldId TLS = new FieldId("tls");
    public static final FieldId SHAPE = new FieldId("shape");
    public static final FieldId PATH = new FieldId("path");
    public static final FieldId INTERNAL_SERVICE = new FieldId("internal-service");
    public static final FieldId NAMESPACE = new FieldId("namespace");
    public static final FieldId NAME = new FieldId("name");
    public static final FieldId INTERNAL_PORT = new FieldId("internal-port");
    public static final FieldId MATCH_KIND = new FieldId("match-kind");
    public static final FieldId MATCH_PATH = new FieldId("match-path");
    public static final FieldId TLS_ROUTE = new FieldId("tls-route");
    public static final FieldId SERVICE_ENTRY = new FieldId("service-entry");
    public static final FieldId ENTRY_PORT = new FieldId("entry-port");
    public static final FieldId RESOLUTION = new FieldId("resolution");
    public static final FieldId ENDPOINTS = new FieldId("endpoints");
    public static final FieldId LOCATION = new FieldId("location");
    public static final FieldId EXPORT_TO = new FieldId("export-to");
    public static final FieldId TLS_MODE = new FieldId("tls-mode");
    public static final FieldId SNI = new FieldId("sni");
    public static final FieldId SUBJECT_ALT_NAMES = new FieldId("subject-alt-names");
    public static final FieldId CA_CERTIFICATES = new FieldId("ca-certificates");
    public static final FieldId CLIENT_CERTIFICATE = new FieldId("client-certificate");
    public static final FieldId PRIVATE_KEY = new FieldId("private-key");
    public static final FieldId CREDENTIAL_NAME = new FieldId("credential-name");
    public static final FieldId WORKLOAD_SELECTOR = new FieldId("workload-selector");
    public static final FieldId TIMEOUT = new FieldId("timeout");
    public static final FieldId RETRIES = new FieldId("retries");
    public static final FieldId ISTIO_VERSION = new FieldId("istio-version");
    public static final FieldId DATA_PLANE = new FieldId("data-plane");
    public static final FieldId API_VERSION = new FieldId("api-version");

    private static final List<FieldId> ALL = List.of(
            INTERNAL_HOST,
            EXTERNAL_URL,
            PROTOCOL,
            TLS,
            SHAPE,
            PATH,
            INTERNAL_SERVICE,
            NAMESPACE,
            NAME,
            INTERNAL_PORT,
            MATCH_KIND,
            MATCH_PATH,
            TLS_ROUTE,
            SERVICE_ENTRY,
            ENTRY_PORT,
            RESOLUTION,
            ENDPOINTS,
            LOCATION,
            EXPORT_TO,
            TLS_MODE,
            SNI,
            SUBJECT_ALT_NAMES,
            CA_CERTIFICATES,
            CLIENT_CERTIFICATE,
            PRIVATE_KEY,
            CREDENTIAL_NAME,
            WORKLOAD_SELECTOR,
            TIMEOUT,
            RETRIES,
            ISTIO_VERSION,
            DATA_PLANE,
            API_VERSION);

    /** Every field that shapes a resource, in the order in which the wizard asks. */
    public static List<FieldId> all() {
        return ALL;
    }

    /** The field of this id, if there is one. */
    public static Optional<FieldId> named(String id) {
        return ALL.stream().filter(field -> field.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
