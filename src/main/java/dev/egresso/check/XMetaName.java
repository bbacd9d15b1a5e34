package dev.egresso.check;

import dev.egresso.mesh.DnsName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kubernetes has rules for names, namespaces and labels. */
final class XMetaName extends Rule {
    private static final Pattern LABEL = Pattern.compile("(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

    XMetaName() {
        super("x-meta-name", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (Manifest manifest : set.registry().manifests()) {
            Place metadata = Place.of(manifest).at("metadata");
            Place name = metadata.at("name");
            Place namespace = metadata.at("namespace");
            if (name.isEmpty() && metadata.at("generateName").isEmpty()) {
                found.at(name, "what", "the resource has no name", "suggestion", "webserver");
            } else if (name.text().isPresent()
                    && !name.isEmpty()
                    && !(manifest.kind() == Kind.SERVICE
                            ? isServiceName(name.textOrEmpty())
                            : DnsName.isSubdomain(name.textOrEmpty()))) {
                found.at(
                        name,
                        called(name, manifest.kind()),
                        "what",
                        "a resource cannot be called " + name.textOrEmpty(),
                        "suggestion",
                        DnsName.nearestLabel(name.textOrEmpty()));
            }
            if (!namespace.isEmpty() && namespace.text().isPresent() && !DnsName.isLabel(namespace.textOrEmpty())) {
                found.at(
                        namespace,
                        "what",
                        "a namespace cannot be called " + namespace.textOrEmpty(),
                        "suggestion",
                        DnsName.nearestLabel(namespace.textOrEmpty()));
            }
            metadata.at("labels").fields().stream()
                    .filter(label -> label.text().isPresent()
                            && !LABEL.matcher(label.textOrEmpty()).matches())
                    .forEach(label -> found.at(
                            label,
                            "what",
                            "the label " + label.key() + " cannot have the value " + label.textOrEmpty(),
                            "suggestion",
                            DnsName.nearestLabel(label.textOrEmpty())));
        }
    }

    /** The name of a Service is what apps call; that of another resource is called by nobody. */
    private static Optional<Fix> called(Place name, Kind kind) {
        String nearest = DnsName.nearestLabel(name.textOrEmpty());
        return kind == Kind.SERVICE || !DnsName.isLabel(nearest)
                ? Optional.empty()
                : Optional.of(Fix.set(name, nearest));
    }

    private static boolean isServiceName(String name) {
        return DnsName.isLabel(name) && Character.isLetter(name.charAt(0));
    }
}
