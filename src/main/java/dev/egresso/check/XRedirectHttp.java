package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Severity;
import java.util.Set;

/** Many hosts answer plain HTTP with a redirect to https only, which leads the application past the route. */
final class XRedirectHttp extends TargetRule {
    private static final Set<String> HTTPS_ONLY = Set.of(
            "*.githubusercontent.com",
            "*.github.com",
            "github.com",
            "*.googleapis.com",
            "*.google.com",
            "*.stripe.com",
            "*.slack.com",
            "*.openai.com",
            "*.wikipedia.org",
            "*.microsoft.com",
            "*.azure.com",
            "*.atlassian.net",
            "*.salesforce.com",
            "*.twilio.com",
            "*.paypal.com");

    XRedirectHttp() {
        super("x-redirect-http", Severity.INFO);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {

        boolean known = HTTPS_ONLY.stream()
                .anyMatch(host -> HostName.asWritten(host).covers(target.route().host()));
        if (known
                && target.route().isHttp()
                && target.route().isRedirect()
                && target.dialled() == 80
                && target.originated().isEmpty()) {
            found.at(target.route().destination(), "host", target.route().host().name());
        }
    }
}
