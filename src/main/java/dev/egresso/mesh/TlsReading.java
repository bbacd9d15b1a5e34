package dev.egresso.mesh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what was typed for the names and certificates of TLS. */
final class TlsReading {
    /** Leaves a field out, so that Istio decides. */
    static final String AUTO = "auto";

    private static final Pattern FILE = Pattern.compile("/[^\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}]+");
    private static final Pattern CREDENTIAL_KIND = Pattern.compile("^(kubernetes|kubernetes-gateway|configmap)://");
    private static final Pattern ALT_NAME = Pattern.compile("[A-Za-z0-9*]([A-Za-z0-9.*:/_-]*[A-Za-z0-9])?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

    private TlsReading() {}

    static boolean isAuto(String text) {
        return text.strip().equalsIgnoreCase(AUTO);
    }

    static Reading<Optional<String>> sni(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (isAuto(name)) {
            return Reading.of(Optional.empty());
        }
        if (IpAddress.read(name).isPresent()) {
            return Reading.refused("sni-is-ip", "text", name);
        }
        if (name.contains("*")) {
            return Reading.refused("sni-is-wildcard", "text", name);
        }
        Optional<Remark> fault = DnsName.fault(name);
        return fault.isPresent()
                ? new Reading<>(Optional.empty(), List.of(fault.get()))
                : Reading.of(Optional.of(name));
    }

    static Reading<List<String>> altNames(String text) {
        if (isAuto(text)) {
            return Reading.of(List.of());
        }
        List<String> names = PlaceFacts.items(text);
        for (String name : names) {
            if (!ALT_NAME.matcher(name).matches() && IpAddress.read(name).isEmpty()) {
                return Reading.refused("alt-name-syntax", "text", name);
            }
        }
        return names.isEmpty() ? Reading.refused("alt-name-syntax", "text", text.strip()) : Reading.of(names);
    }

    /** A file in the proxy container. */
    static Reading<Optional<String>> file(String text) {
        String path = text.strip();
        return FILE.matcher(path).matches()
                ? Reading.of(Optional.of(path))
                : Reading.refused("file-not-absolute", "text", path);
    }

    static Reading<Optional<String>> trust(String text) {
        return text.strip().equals("system") ? Reading.of(Optional.of("system")) : file(text);
    }

    /**
     * A secret, with its namespace or kind if Istio is to look elsewhere, such as {@code configmap://shop/ca}. Whether a
     * ConfigMap lies where the rule may read it is {@link TlsRefusals}' to say.
     */
    static Reading<Optional<String>> credential(String text) {
        String typed = text.strip();
        String[] names = CREDENTIAL_KIND.matcher(typed).replaceFirst("").split("/", -1);
        boolean named = names.length <= 2 && List.of(names).stream().allMatch(DnsName::isSubdomain);
        return named ? Reading.of(Optional.of(typed)) : Reading.refused("credential-name-syntax", "text", typed);
    }

    static Reading<Map<String, String>> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String item : PlaceFacts.items(text)) {
            int equals = item.indexOf('=');
            String key = equals < 0 ? "" : item.substring(0, equals);
            String value = item.substring(equals + 1);
            if (!LABEL_KEY.matcher(key).matches()
                    || !LABEL_VALUE.matcher(value).matches()
                    || labels.put(key, value) != null) {
                return Reading.refused("dr-selector-form", "text", item);
            }
        }
        return labels.isEmpty() ? Reading.refused("dr-selector-form", "text", text.strip()) : Reading.of(labels);
    }
}
