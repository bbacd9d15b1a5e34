package dev.egresso.mesh;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a ServiceEntry that is there already does not do for the route: it is never led past what that one offers. */
final class ReuseRefusals {
    private final Hearing hearing;
    private final RouteFacts route;
    private final PlaceFacts place;
    private final HttpFacts http;

    ReuseRefusals(Hearing hearing, Facts facts) {
        this.hearing = hearing;
        this.route = facts.route;
        this.place = facts.place;
        this.http = facts.http;
    }

    void hear() {
        boolean nothingElse = route.isWildcard() || route.isPassthrough() && !http.tlsRoute.is(TlsRoute.SNI);
        if (route.registration.is(Registration.REUSE) && route.isOffered() && nothingElse) {
            hearing.error(FieldId.SERVICE_ENTRY, "service-entry-enough");
        }
        route.reused.ifPresent(entry -> {
            addresses(entry);
            ports(entry);
            visibility(entry);
            answers(entry);
        });
    }

    /** Where its requests go. */
    private void addresses(FoundEntry entry) {
        if (route.isAliasPossible() && route.internalHost.isKnown() && !entry.takesRewritten()) {
            hearing.error(
                    FieldId.SERVICE_ENTRY,
                    "service-entry-resolution",
                    "entry",
                    entry.name(),
                    "resolution",
                    entry.resolution(),
                    "internal",
                    route.internalHost.text());
        }
        if (entry.leadsNowhere()) {
            hearing.error(FieldId.SERVICE_ENTRY, "service-entry-no-endpoints", "entry", entry.name());
        }
        if (entry.service().selectsPods()) {
            hearing.error(FieldId.SERVICE_ENTRY, "service-entry-pods", "entry", entry.name());
        }
        if (!entry.service().isExternal() && !place.location.isAnswered()) {
            hearing.warning(FieldId.SERVICE_ENTRY, "service-entry-internal", "entry", entry.name());
        }
    }

    private void ports(FoundEntry entry) {
        if (route.isOffered()) {
            if (route.entryPort.isAnswered() && !route.isServedBy(entry)) {
                hearing.error(
                        FieldId.ENTRY_PORT,
                        "service-entry-port",
                        "entry",
                        entry.name(),
                        "port",
                        route.entryPort.text(),
                        "dialled",
                        route.port.text(),
                        "ports",
                        entry.ports());
            }
            return;
        }
        boolean other = route.shape.isAnswered()
                && Stream.of(Shape.values()).anyMatch(shape -> !route.shape.is(shape) && route.offers(shape));
        if (other) {
            hearing.error(
                    FieldId.SHAPE,
                    "service-entry-shape",
                    "entry",
                    entry.name(),
                    "shape",
                    route.shape.text(),
                    "ports",
                    entry.ports());
        } else {
            hearing.error(
                    FieldId.SERVICE_ENTRY,
                    "service-entry-unfit",
                    "entry",
                    entry.name(),
                    "ports",
                    entry.ports(),
                    "port",
                    route.port.text(),
                    "protocol",
                    route.protocol.text());
        }
    }

    /** Who gets the rule has to get the host that it leads to. */
    private void visibility(FoundEntry entry) {
        boolean answered = place.exportTo.isAnswered() && place.exportTo.isKnown();
        if (answered && !entry.isSeenWherever(place.exportTo.get(), place.namespace.text())) {
            hearing.error(
                    FieldId.EXPORT_TO,
                    "service-entry-hidden",
                    "entry",
                    entry.name(),
                    "namespaces",
                    String.join(", ", entry.shownTo(place.namespace.text())));
        }
    }

    /** What somebody said of the host goes against what is there. */
    private void answers(FoundEntry entry) {
        differs(entry, place.resolution, entry.resolution());
        differs(entry, place.location, entry.location());
        Set<String> wanted = wantedAddresses();
        if (!wanted.isEmpty() && !wanted.equals(entry.addresses())) {
            String found = entry.addresses().isEmpty() ? "none" : String.join(", ", entry.addresses());
            FieldId field = place.endpoints.isAnswered() ? FieldId.ENDPOINTS : FieldId.SERVICE_ENTRY;
            differs(field, FieldId.ENDPOINTS, String.join(", ", wanted), found, entry);
        }
    }

    private Set<String> wantedAddresses() {
        Optional<List<String>> wanted = place.endpoints.value();
        return wanted.stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void differs(FoundEntry entry, Fact<? extends Choice> asked, String found) {
        if (asked.isAnswered() && asked.isKnown() && !asked.text().equals(found)) {
            differs(asked.field(), asked.field(), asked.text(), found, entry);
        }
    }

    private void differs(FieldId on, FieldId about, String wanted, String found, FoundEntry entry) {
        hearing.error(
                on,
                "service-entry-differs",
                "entry",
                entry.name(),
                "about",
                about.id(),
                "wanted",
                wanted,
                "found",
                found);
    }
}
