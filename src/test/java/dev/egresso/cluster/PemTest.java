package dev.egresso.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.egresso.TempFolder;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The forms in which people have keys and certificates; each goes with kubectl as well. */
class PemTest {
    private static final TempFolder FOLDER = TempFolder.create();
    private static Pki rsa;
    private static Pki ec;
    private static Pki ed;

    @BeforeAll
    static void make() throws Exception {
        rsa = new Pki(FOLDER, "rsa", "RSA");
        ec = new Pki(FOLDER, "ec", "EC");
        ed = new Pki(FOLDER, "ed", "Ed25519");
    }

    @AfterAll
    static void end() {
        FOLDER.close();
    }

    private static void goesTogether(String certificate, String key) {
        ClientCertificate read = ClientCertificate.of(certificate.getBytes(UTF_8), key.getBytes(UTF_8), "here");
        assertThat(read.chain()).hasSize(1);
    }

    @Test
    void rsa_ec_and_ed25519_are_read_in_each_of_their_forms() throws Exception {
        goesTogether(rsa.certificate(), rsa.pkcs8());
        goesTogether(rsa.certificate(), rsa.pkcs1());
        goesTogether(ec.certificate(), ec.pkcs8());
        goesTogether(ec.certificate(), ec.sec1());
        goesTogether(ed.certificate(), ed.pkcs8());
    }

    @Test
    void what_is_written_around_the_blocks_does_not_matter() throws Exception {
        String talk = "Bag Attributes\n    localKeyID: 01\r\nsubject=/CN=rsa\n";
        goesTogether(talk + rsa.certificate() + "# end", talk + rsa.pkcs8().replace("\n", "\r\n") + talk);
        goesTogether(rsa.certificate() + rsa.pkcs8(), rsa.certificate() + rsa.pkcs8());
    }

    @Test
    void a_chain_is_read_whole() throws Exception {
        byte[] both = (rsa.certificate() + ec.certificate()).getBytes(UTF_8);
        assertThat(Pem.certificates(both)).hasSize(2);
    }

    private static void isRefused(String id, String certificate, String key) {
        assertThatThrownBy(() -> goesTogether(certificate, key)).isInstanceOfSatisfying(Troubled.class, troubled -> {
            assertThat(troubled.trouble().id()).isEqualTo(id);
            assertThat(troubled.trouble().arguments()).containsEntry("at", "here");
        });
    }

    @Test
    void what_is_no_pair_is_told_apart() throws Exception {
        isRefused("key-of-another", rsa.certificate(), ec.pkcs8());
        isRefused("certificate-unusable", "hello", rsa.pkcs8());
        isRefused("certificate-unusable", Pki.pem("CERTIFICATE", new byte[] {1, 2, 3}), rsa.pkcs8());
        isRefused("key-unusable", rsa.certificate(), rsa.certificate());
        for (String label : List.of("PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY")) {
            isRefused("key-unusable", rsa.certificate(), Pki.pem(label, new byte[] {0x30, 3, 2, 1, 0}));
            isRefused("key-unusable", rsa.certificate(), Pki.pem(label, new byte[0]));
        }
    }
}
