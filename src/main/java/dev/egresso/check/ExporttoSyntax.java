package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The field exportTo lists namespaces, or a sign that stands for all, the own or none. */
final class ExporttoSyntax extends Rule {
    private static final List<Kind> ISTIO = List.of(Kind.SERVICE_ENTRY, Kind.VIRTUAL_SERVICE, Kind.DESTINATION_RULE);

    ExporttoSyntax() {
        super("exportto-syntax", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (Kind kind : ISTIO) {
            for (Place spec : set.specs(kind)) {
                check(spec.at("exportTo"), kind, found);
            }
        }
    }

    private static void check(Place exportTo, Kind kind, Found found) {
        List<Place> names = exportTo.items().stream()
                .filter(name -> name.text().isPresent())
                .toList();
        Set<String> seen = new HashSet<>();
        String own = exportTo.manifest().namespace();
        for (Place name : names) {
            String text = name.textOrEmpty();
            if (!seen.add(text.equals(".") ? own : text)) {
                found.at(name, Fix.remove(name), "text", text, "why", "it stands here twice");
            } else if (names.size() > 1 && (text.equals("*") || text.equals("~"))) {
                Optional<Fix> alone =
                        text.equals("*") ? Optional.of(Fix.list(exportTo, List.of("*"))) : Optional.empty();
                found.at(name, alone, "text", text, "why", "it stands alone or not at all");
            } else if (!isKnown(text, kind)) {
                found.at(
                        name,
                        "text",
                        text,
                        "why",
                        text.equals("~") ? "only a ServiceEntry can be for nobody" : "it is no namespace");
            }
        }
    }

    private static boolean isKnown(String text, Kind kind) {
        return switch (text) {
            case "*", "." -> true;
            case "~" -> kind == Kind.SERVICE_ENTRY;
            default -> HostForm.isLabel(text);
        };
    }
}
