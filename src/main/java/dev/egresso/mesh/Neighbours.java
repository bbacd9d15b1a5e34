package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * What resources tell that are no part of a route and yet decide what becomes of one.
 *
 * @param mesh the settings of the mesh; of several the first
 */
public record Neighbours(
        List<SidecarScope> sidecars, List<KnownGateway> gateways, List<KnownFilter> filters, MeshConfig mesh) {
    private static final Neighbours NONE = new Neighbours(List.of(), List.of(), List.of(), MeshConfig.unknown());

    public Neighbours {
        sidecars = List.copyOf(sidecars);
        gateways = List.copyOf(gateways);
        filters = List.copyOf(filters);
    }

    public static Neighbours none() {
        return NONE;
    }

    public static Neighbours of(SidecarScope sidecar) {
        return new Neighbours(List.of(sidecar), List.of(), List.of(), MeshConfig.unknown());
    }

    public static Neighbours of(KnownGateway gateway) {
        return new Neighbours(List.of(), List.of(gateway), List.of(), MeshConfig.unknown());
    }

    public static Neighbours of(MeshConfig mesh) {
        return new Neighbours(List.of(), List.of(), List.of(), mesh);
    }

    public static Neighbours of(KnownFilter filter) {
        return new Neighbours(List.of(), List.of(), List.of(filter), MeshConfig.unknown());
    }

    /** All of them, in this order. */
    public static Neighbours all(List<Neighbours> several) {
        List<SidecarScope> sidecars = new ArrayList<>();
        List<KnownGateway> gateways = new ArrayList<>();
        List<KnownFilter> filters = new ArrayList<>();
        MeshConfig mesh = MeshConfig.unknown();
        for (Neighbours each : several) {
            sidecars.addAll(each.sidecars);
            gateways.addAll(each.gateways);
            filters.addAll(each.filters);
            mesh = mesh.or(each.mesh);
        }
        return new Neighbours(sidecars, gateways, filters, mesh);
    }

    /** In a mesh of other settings. */
    Neighbours with(MeshConfig settings) {
        return new Neighbours(sidecars, gateways, filters, settings);
    }
}
