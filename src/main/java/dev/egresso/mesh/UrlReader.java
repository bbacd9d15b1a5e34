package dev.egresso.mesh;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a pasted URL apart, one part after the other, and says what it left out. One text, one reader. */
final class UrlReader {
    static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*)://");

    private static final int LONGEST = 8_192;
    private static final Pattern SLASHLESS = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?!//)(?![0-9])");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern GAP = Pattern.compile("[\\p{Cntrl}\\p{Z}]+");
    private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String PATH_SAFE = "-._~!$&'()*+,;=:@/%";

    private final String text;
    private final List<Remark> remarks = new ArrayList<>();

    UrlReader(String text) {
        this.text = text;
    }

    Reading<ExternalUrl> read() {
        if (text.length() > LONGEST) {
            return refused(Remark.error("url-too-long", "length", Integer.toString(text.length())));
        }
        if (UNSEEN.matcher(text).find()) {
            remarks.add(Remark.info("url-unseen"));
        }
        String url = unwrapped(seen(text));
        if (url.isEmpty()) {
            return refused(Remark.error("host-missing"));
        }
        if (Credentials.in(url)) {
            return refused(Remark.error("url-credentials"));
        }
        if (url.indexOf(' ') >= 0) {
            return refused(Remark.error("url-spaces"));
        }
        Optional<String> slashless = schemeWithoutSlashes(url);
        if (slashless.isPresent()) {
            return refused(Remark.error("url-slashes", "scheme", slashless.get()));
        }
        Matcher schemeMatcher = SCHEME.matcher(url);
        Optional<String> schemeWord = schemeMatcher.find() ? Optional.of(schemeMatcher.group(1)) : Optional.empty();
        if (schemeWord.isPresent() && Scheme.named(schemeWord.get()).isEmpty()) {
            return refused(Remark.error("url-scheme-unknown", "scheme", schemeWord.get(), "schemes", Scheme.words()));
        }
        String rest = schemeWord.isPresent() ? url.substring(schemeMatcher.end()) : url.replaceFirst("^//", "");
        return withScheme(schemeWord.flatMap(Scheme::named), withoutQuery(rest));
    }

    /** A known scheme whose two slashes are not there, or not yet. */
    static Optional<String> schemeWithoutSlashes(String text) {
        Matcher slashless = SLASHLESS.matcher(text);
        return slashless.find() ? Scheme.named(slashless.group(1)).map(Scheme::word) : Optional.empty();
    }

    /** The text without what nobody can see in it, and with a blank for each gap. */
    static String seen(String text) {
        return GAP.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }

    /** Out of a command line, quotes or angle brackets. */
    private String unwrapped(String pasted) {
        Optional<String> called = CommandLine.read(pasted).map(CommandLine::url);
        if (called.isPresent()) {
            remarks.add(Remark.info("url-from-command"));
        }
        return withoutEnd(called.orElse(pasted).replaceAll("^['\"<(]+", ""));
    }

    /** What a sentence or a bracket around a URL leaves at its end. */
    private static String withoutEnd(String url) {
        int end = url.length();
        while (end > 0 && "'\">,;)".indexOf(url.charAt(end - 1)) >= 0) {
            String kept = url.substring(0, end);
            boolean balanced = kept.endsWith(")")
                    && kept.chars().filter(sign -> sign == '(').count()
                            >= kept.chars().filter(sign -> sign == ')').count();
            if (balanced) {
                break;
            }
            end--;
        }
        return url.substring(0, end);
    }

    private String withoutQuery(String rest) {
        String kept = rest;
        int hash = kept.indexOf('#');
        if (hash >= 0) {
            remarks.add(Remark.info("url-fragment"));
            kept = kept.substring(0, hash);
        }
        int question = kept.indexOf('?');
        if (question >= 0) {
            remarks.add(Remark.info("url-query"));
            kept = kept.substring(0, question);
        }
        return kept.length() == rest.length() ? kept : withoutEnd(kept);
    }

    private Reading<ExternalUrl> withScheme(Optional<Scheme> written, String rest) {
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = encoded(slash < 0 ? "" : rest.substring(slash));
        int colon = portColon(authority);
        String hostText = colon < 0 ? authority : authority.substring(0, colon);
        String portText = colon < 0 ? "" : authority.substring(colon + 1);
        Optional<Port> port = Optional.empty();
        if (!portText.isEmpty()) {
            Reading<Port> reading = Port.read(portText);
            if (reading.isRefused()) {
                return refused(reading.remarks().get(0));
            }
            port = reading.value();
        }
        Reading<String> host = host(hostText);
        if (host.isRefused()) {
            return refused(host.remarks().get(0));
        }
        String name = host.value().orElseThrow();
        boolean bareWord = written.isEmpty() && port.isEmpty() && name.indexOf('.') < 0 && name.indexOf(':') < 0;
        if (bareWord) {
            return refused(Remark.error("url-bare-word", "text", name));
        }
        Scheme scheme = written.orElse(port.map(number -> Scheme.likelyAt(number.number(), path.length() > 1))
                .orElse(Scheme.HTTPS));
        if (written.isEmpty()) {
            remarks.add(Remark.info("url-completed", "scheme", scheme.word()));
        }
        return new Reading<>(Optional.of(new ExternalUrl(scheme, written.isPresent(), name, port, path)), remarks);
    }

    /** Where the port starts: after the brackets of an IPv6 address, and nowhere in a bare IPv6 address. */
    private static int portColon(String authority) {
        int bracket = authority.lastIndexOf(']');
        if (bracket >= 0) {
            return authority.indexOf(':', bracket);
        }
        int first = authority.indexOf(':');
        return first == authority.lastIndexOf(':') ? first : -1;
    }

    private Reading<String> host(String written) {
        Optional<IpAddress> ip = IpAddress.read(written);
        if (ip.isPresent()) {
            return Reading.of(ip.get().toString());
        }
        if (written.indexOf(':') >= 0) {
            return written.indexOf('%') >= 0
                    ? Reading.refused("host-ipv6-zone", "text", written)
                    : Reading.refused("host-ipv6", "text", written);
        }
        Reading<String> ascii = ascii(written.toLowerCase(Locale.ROOT));
        if (ascii.isRefused()) {
            return ascii;
        }
        String name = ascii.value().orElseThrow();
        if (name.length() > 1 && name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
            remarks.add(Remark.info("url-trailing-dot", "host", name));
        }
        if (name.equals("*")) {
            return Reading.refused("se-host-full-wildcard");
        }
        Optional<String> address = IpAddress.read(name).map(IpAddress::toString);
        Optional<Remark> fault = address.isPresent() ? Optional.empty() : DnsName.fault(name);
        return fault.isPresent()
                ? new Reading<>(Optional.empty(), List.of(fault.get()))
                : Reading.of(address.orElse(name));
    }

    private Reading<String> ascii(String name) {
        if (name.chars().allMatch(character -> character < 128)) {
            return Reading.of(name);
        }
        Optional<String> ascii = punycode(name);
        if (ascii.isEmpty()) {
            return Reading.refused("host-idn", "host", name);
        }
        remarks.add(Remark.info("url-idn", "host", name, "ascii", ascii.get()));
        return Reading.of(ascii.get());
    }

    private static Optional<String> punycode(String name) {
        try {
            return Optional.of(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unmappable) {
            return Optional.empty();
        }
    }

    /** The path with everything percent-encoded that may not stand in one (RFC 3986, section 3.3). */
    private static String encoded(String path) {
        StringBuilder safe = new StringBuilder();
        for (byte octet : PERCENT.matcher(path).replaceAll("%25").getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain =
                    character < 128 && (Character.isLetterOrDigit(character) || PATH_SAFE.indexOf(character) >= 0);
            safe.append(plain ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return safe.toString();
    }

    private Reading<ExternalUrl> refused(Remark why) {
        return new Reading<>(Optional.empty(), List.of(why));
    }
}
