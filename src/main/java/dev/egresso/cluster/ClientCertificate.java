package dev.egresso.cluster;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/** A certificate with those that vouch for it, and the key that it is shown with. */
record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
    ClientCertificate {
        chain = List.copyOf(chain);
    }

    /**
     * @param certificates in PEM
     * @param key in PEM
     * @param where that these stand, for the sentence about what is wrong with them
     * @throws Troubled for what is no certificate, no key, or the key of another one
     */
    static ClientCertificate of(byte[] certificates, byte[] key, String where) {
        List<X509Certificate> chain = certificates(certificates, where);
        PrivateKey read = Pem.privateKey(key).orElseThrow(() -> Troubled.of("key-unusable", "at", where));
        if (!belongs(read, chain.get(0))) {
            throw Troubled.of("key-of-another", "at", where);
        }
        return new ClientCertificate(chain, read);
    }

    /** At least one. */
    static List<X509Certificate> certificates(byte[] pem, String where) {
        try {
            List<X509Certificate> read = Pem.certificates(pem);
            if (!read.isEmpty()) {
                return read;
            }
        } catch (CertificateException garbled) {
            throw Troubled.of("certificate-unusable", "at", where);
        }
        throw Troubled.of("certificate-unusable", "at", where);
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            byte[] something = {1, 2, 3};
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(something);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(something);
            return signature.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "a client certificate";
    }
}
