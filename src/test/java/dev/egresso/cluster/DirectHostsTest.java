package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which proxy a server is reached through, as Go's httpproxy decides it for kubectl. */
class DirectHostsTest {
    private static boolean isDirect(String noProxy, String server) {
        return new DirectHosts(noProxy).has(ServerUrl.of(server).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com | https://example.com:6443",
                "example.com | https://api.example.com",
                "EXAMPLE.com | https://api.Example.COM",
                ".example.com | https://api.example.com",
                "*.example.com | https://api.example.com",
                "example.com:6443 | https://example.com:6443",
                "example.com:443 | https://example.com",
                "10.1.2.3 | https://10.1.2.3:6443",
                "10.1.2.3:6443 | https://10.1.2.3:6443",
                "10.0.0.0/8 | https://10.1.2.3:6443",
                "10.1.2.2/31 | https://10.1.2.3:6443",
                "2001:db8::1 | https://[2001:db8::1]:6443",
                "[2001:db8::1]:6443 | https://[2001:db8::1]:6443",
                "2001:db8::/32 | https://[2001:db8::1]:6443",
                "* | https://example.com",
                "'one, , example.com' | https://example.com",
                "'' | https://localhost:6443",
                "'' | https://127.0.0.5:6443",
                "'' | https://[::1]:6443",
            })
    void without_a_proxy(String noProxy, String server) {
        assertThat(isDirect(noProxy, server)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ample.com | https://example.com",
                ".example.com | https://example.com",
                "*.example.com | https://example.com",
                "example.com:443 | https://example.com:6443",
                "10.1.2.2/32 | https://10.1.2.3:6443",
                "10.0.0.0/33 | https://10.1.2.3",
                "10.0.0.0/x | https://10.1.2.3",
                "0.0.0.0/0 | https://[2001:db8::1]",
                "10.0.0.0/8 | https://example.com",
                "2.3 | https://10.1.2.3",
                ", | https://example.com",
            })
    void through_the_proxy(String noProxy, String server) {
        assertThat(isDirect(noProxy, server)).isFalse();
    }

    private static String proxy(Map<String, String> environment, String server) {
        return ProxyUrl.of(Optional.empty(), environment, ServerUrl.of(server).orElseThrow())
                .map(ProxyUrl::toString)
                .orElse("");
    }

    @Test
    void the_variables_are_read_in_upper_and_lower_case_and_without_a_scheme() {
        String server = "https://example.com";
        assertThat(proxy(Map.of("HTTPS_PROXY", "proxy:3128"), server)).isEqualTo("http://proxy:3128");
        assertThat(proxy(Map.of("https_proxy", "http://proxy"), server)).isEqualTo("http://proxy:80");
        assertThat(proxy(Map.of("HTTPS_PROXY", "http://one", "https_proxy", "http://two"), server))
                .isEqualTo("http://one:80");
        assertThat(proxy(Map.of("HTTP_PROXY", "http://one"), server)).isEmpty();
        assertThat(proxy(Map.of("HTTP_PROXY", "http://one"), "http://example.com"))
                .isEqualTo("http://one:80");
        assertThat(proxy(Map.of("HTTPS_PROXY", "socks5://one", "no_proxy", "com"), server))
                .isEmpty();
        assertThat(proxy(Map.of("HTTPS_PROXY", "https://[::1]:8443/"), server)).isEqualTo("https://[::1]:8443");
    }

    @Test
    void a_password_is_taken_encoded_or_as_it_is_and_never_shown() {
        ServerUrl server = ServerUrl.of("https://example.com").orElseThrow();
        for (String written : new String[] {"http://me:p%40+w@proxy:1", "http://me:p@+w@proxy:1"}) {
            ProxyUrl proxy = ProxyUrl.of(Optional.empty(), Map.of("HTTPS_PROXY", written), server)
                    .orElseThrow();
            assertThat(proxy.userInfo()).contains("me:p@+w");
            assertThat(proxy.toString()).isEqualTo("http://proxy:1");
        }
    }
}
