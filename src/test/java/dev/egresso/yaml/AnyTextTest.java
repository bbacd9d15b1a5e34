package dev.egresso.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Manifest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text makes the reader throw. More cases: {@code -Djqwik.tries.default=100000}. */
class AnyTextTest {
    @Property(seed = "20261124")
    void any_text_is_read_or_refused(@ForAll("texts") String text) {
        ReadSet set = ManifestReader.read("a.yaml", text);
        set.manifests().forEach(Manifest::hasHoles);
        assertThat(set.faults()).allMatch(fault -> fault.line() >= 1);
    }

    @Property(seed = "20261124")
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
        assertThat(ManifestReader.read("a.json", bytes)).isNotNull();
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> scraps = Arbitraries.of(
                "kind: ",
                "ServiceEntry",
                "\n",
                "  ",
                "- ",
                ": ",
                "{",
                "}",
                "[",
                "]",
                ",",
                "&a ",
                "*a",
                "<<: ",
                "---\n",
                "...\n",
                "|\n",
                ">-\n",
                "\"",
                "'",
                "!!int ",
                "! ",
                "? ",
                "#",
                "%YAML 1.1\n",
                "\t",
                "spec:\n",
                "hosts",
                "0x",
                "~",
                "\\u",
                "é",
                "\uD83D",
                "@",
                "`",
                "List",
                "items");
        return scraps.list().ofMaxSize(30).map(parts -> String.join("", parts));
    }
}
