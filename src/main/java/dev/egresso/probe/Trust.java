package dev.egresso.probe;

import dev.egresso.outside.Certificate;
import dev.egresso.outside.Distrust;
import dev.egresso.outside.Distrust.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;

/** Says whether a chain of certificates is trusted, and if it is not, which link is at fault. */
public final class Trust {
    /** Kinds of alternative names that stand for hosts and addresses (RFC 5280, GeneralName). */
    private static final List<Integer> HOSTS = List.of(2, 7);

    private final X509TrustManager verifier;

    private Trust(KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            this.verifier = (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("this JDK has no certificate authorities it can use", unusable);
        }
    }

    /** The authorities that this JDK came with. */
    public static Trust usual() {
        return new Trust(null);
    }

    /** The authorities of a PEM file, and no others. @throws CertificateException for a file that has none */
    public static Trust of(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + count++, certificate);
            }
            if (count == 0) {
                throw new CertificateException("no certificate stands in it");
            }
            return new Trust(store);
        } catch (CertificateException unfit) {
            throw unfit;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has a key store", impossible);
        }
    }

    /** Nothing if it is trusted. */
    List<Distrust> distrust(List<X509Certificate> chain, String kind) {
        if (chain.isEmpty()) {
            return List.of();
        }
        try {
            verifier.checkServerTrusted(chain.toArray(X509Certificate[]::new), kind);
            return List.of();
        } catch (CertificateException untrusted) {
            List<Distrust> found = faults(chain);
            return found.isEmpty() ? List.of(other(chain.get(0), untrusted)) : found;
        }
    }

    private List<Distrust> faults(List<X509Certificate> chain) {
        List<Distrust> found = new ArrayList<>();
        Instant now = Instant.now();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate each = chain.get(i);
            if (each.getNotAfter().toInstant().isBefore(now)) {
                found.add(new Distrust(
                        Reason.EXPIRED, subject(each), day(each.getNotAfter().toInstant())));
            }
            if (each.getNotBefore().toInstant().isAfter(now)) {
                found.add(new Distrust(
                        Reason.NOT_YET_VALID,
                        subject(each),
                        day(each.getNotBefore().toInstant())));
            }
            if (i + 1 < chain.size() && !isSignedBy(each, chain.get(i + 1))) {
                found.add(new Distrust(Reason.BROKEN_CHAIN, subject(each), subject(chain.get(i + 1))));
            }
        }
        X509Certificate last = chain.get(chain.size() - 1);
        if (!isKnown(last)) {
            boolean own = isSignedBy(last, last);
            boolean alone = own && chain.size() == 1;
            String issuer = name(last.getIssuerX500Principal());
            found.add(new Distrust(alone ? Reason.SELF_SIGNED : Reason.UNKNOWN_ISSUER, subject(last), issuer));
        }
        return found;
    }

    private boolean isKnown(X509Certificate last) {
        return Stream.of(verifier.getAcceptedIssuers())
                .anyMatch(authority -> authority.equals(last) || isSignedBy(last, authority));
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate by) {
        if (!certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException not) {
            return false;
        }
    }

    private static Distrust other(X509Certificate first, CertificateException thrown) {
        Throwable at = thrown;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return new Distrust(Reason.OTHER, subject(first), String.valueOf(at.getMessage()));
    }

    static Certificate certificate(X509Certificate certificate) {
        return new Certificate(
                subject(certificate),
                name(certificate.getIssuerX500Principal()),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> HOSTS.contains(name.get(0)))
                            .map(name -> Objects.toString(name.get(1), ""))
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    private static String subject(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal());
    }

    /** The common name, or else the whole. */
    private static String name(X500Principal principal) {
        String whole = principal.getName(X500Principal.RFC1779);
        for (String part : whole.split(",\\s*(?=[A-Z.]+=)")) {
            if (part.startsWith("CN=")) {
                return part.substring(3).replaceAll("^\"|\"$", "");
            }
        }
        return whole;
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
