package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Set;

/** A cookie and its attributes are told apart by their names. */
final class DrHashCookie extends PolicyRule {

    DrHashCookie() {
        super("dr-hash-cookie", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place cookie = policy.at("loadBalancer", "consistentHash", "httpCookie");
        if (cookie.exists() && !cookie.isHole() && cookie.at("name").isEmpty()) {
            found.at(cookie.at("name"), "what", "the cookie has no name");
        }
        Set<String> names = new HashSet<>();
        for (Place attribute : cookie.at("attributes").items()) {
            Place name = attribute.at("name");
            if (name.isEmpty()) {
                found.at(name, "what", "an attribute of the cookie has no name");
            } else if (!name.isHole() && !names.add(name.textOrEmpty())) {
                found.at(name, "what", "the attribute " + name.textOrEmpty() + " stands here twice");
            }
        }
    }
}
