package dev.egresso.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to say about one field of one kind.
 *
 * @param path the open path of the field, {@code ServiceEntry/spec.ports[].number}
 * @param title what the field is, in a newcomer's words
 * @param means what the field does
 * @param normally what holds where the field is left out
 * @param since the first release of Istio that has the field, where that is known
 * @param here why this value stands here; may name facts of the route in braces; empty for a field that is never written
 * @param values what single values mean, by value; goes before {@code here}
 * @param without what breaks without the field or with a wrong value, and what people see then
 * @param source where in Istio or Kubernetes this is laid down
 */
public record Explanation(
        String path,
        String title,
        String means,
        Optional<String> normally,
        Optional<String> since,
        String here,
        Map<String, String> values,
        String without,
        String source) {
    public Explanation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Why this value stands here. */
    public String here(Optional<String> value) {
        return value.map(values::get).orElse(here);
    }
}
