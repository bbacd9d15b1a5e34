package dev.egresso.mesh;

import java.util.List;

/**
 * Who sees a resource whose {@code exportTo} is empty; an empty list is everybody ({@code initDefaultExportMaps} in {@code
 * pilot/pkg/model/push_context.go}).
 *
 * @param services for ServiceEntries and Kubernetes Services
 */
public record ExportDefaults(List<String> services, List<String> virtualServices, List<String> destinationRules) {
    /** Everybody sees everything. */
    public static final ExportDefaults NONE = new ExportDefaults(List.of(), List.of(), List.of());

    public ExportDefaults {
        services = List.copyOf(services);
        virtualServices = List.copyOf(virtualServices);
        destinationRules = List.copyOf(destinationRules);
    }
}
