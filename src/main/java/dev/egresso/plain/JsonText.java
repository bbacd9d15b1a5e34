package dev.egresso.plain;

import dev.egresso.mesh.Manifest;
import dev.egresso.yaml.JsonObject;
import java.util.List;

/** Resources as JSON: a Kubernetes {@code List}, which kubectl takes as it is. */
public final class JsonText {
    private JsonText() {}

    public static String of(List<Manifest> manifests) {
        return Json.of(json -> json.object(() -> {
            json.text("apiVersion", "v1");
            json.text("kind", "List");
            json.array("items", manifests, (manifest, generator) -> JsonObject.write(manifest.root(), generator));
        }));
    }
}
