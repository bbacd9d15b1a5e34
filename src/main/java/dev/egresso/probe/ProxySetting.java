package dev.egresso.probe;

import dev.egresso.outside.Aim;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A setting of this machine that would lead curl or a browser through a proxy. */
final class ProxySetting {
    private ProxySetting() {}

    /** Such as {@code HTTPS_PROXY=proxy:3128}; without user name and password. */
    static Optional<String> of(Map<String, String> environment, Aim aim) {
        String name = aim.tls() ? "HTTPS_PROXY" : "HTTP_PROXY";
        return isExcepted(environment, aim.host())
                ? Optional.empty()
                : Stream.of(name, "ALL_PROXY")
                        .flatMap(each -> value(environment, each)
                                .map(text -> each + "=" + text.replaceFirst("^([a-z0-9]+://)?[^/@]*@", "$1"))
                                .stream())
                        .findFirst();
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.getOrDefault(name, environment.get(name.toLowerCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    private static boolean isExcepted(Map<String, String> environment, String host) {
        return Stream.of(value(environment, "NO_PROXY").orElse("").split("\\s*,\\s*"))
                .filter(each -> !each.isEmpty())
                .map(each -> each.replaceFirst("^\\*?\\.", ""))
                .anyMatch(each -> each.equals("*") || host.equals(each) || host.endsWith("." + each));
    }
}
