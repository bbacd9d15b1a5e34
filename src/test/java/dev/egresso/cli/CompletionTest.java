package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script in a real shell, asked as the shell asks it. */
class CompletionTest {
    @TempDir
    private Path folder;

    private String script(String shell) {
        CommandRun run = CommandRun.in(folder, Map.of(), "", false, "completion", shell);
        assertThat(run.exit()).isZero();
        return run.out();
    }

    /** What bash offers for a command line whose last word is being typed. */
    private List<String> bash(String line) throws IOException, InterruptedException {
        Path script = folder.resolve("completion.bash");
        Files.writeString(script, script("bash"));
        String ask = "source " + script + "; COMP_WORDS=(" + line.replaceAll(" $", " ''") + "); "
                + "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _egresso; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return ran("bash", "--norc", "-c", ask);
    }

    private List<String> ran(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.lines().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "egresso che,                               check",
        "egresso check --fa,                        --fail-on",
        "egresso check --fail-on w,                 warning",
        "egresso render --tls m,                    mesh",
        "egresso render --preset blo,               blog",
        "egresso presets blo,                       blog",
        "egresso explain x-authority-mis,           x-authority-missing x-authority-mismatch",
        "egresso explain virtualservice.spec.http.t, virtualservice.spec.http.timeout",
        "egresso explain vir,                       virtualservice.",
        "egresso completion f,                      fish",
    })
    void bash_completes(String line, String words) throws IOException, InterruptedException {
        assertThat(bash(line)).containsExactlyInAnyOrder(words.split(" "));
    }

    @Test
    void fields_come_level_by_level() throws IOException, InterruptedException {
        assertThat(bash("egresso explain virtualservice."))
                .contains("virtualservice.spec.", "virtualservice.kind")
                .noneMatch(word -> word.startsWith("virtualservice.spec.http"));
        assertThat(bash("egresso explain virtualservice.spec.http.rewrite."))
                .contains("virtualservice.spec.http.rewrite.authority");
    }

    @Test
    void files_are_offered_where_files_go() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("routes.yaml"), "");
        assertThat(bash("egresso check rou")).containsExactly("routes.yaml");
        assertThat(bash("egresso explain rou")).containsExactly("routes.yaml");
    }

    @Test
    void fish_completes() throws IOException, InterruptedException {
        assumeTrue(there("fish"), "fish is not installed");
        Path script = folder.resolve("egresso.fish");
        Files.writeString(script, script("fish"));
        assertThat(ran("fish", "--no-config", "-c", "source " + script + "; complete -C 'egresso check --fail-on w'"))
                .containsExactly("warning");
        assertThat(ran("fish", "--no-config", "-c", "source " + script + "; complete -C 'egresso explain vir'"))
                .contains("virtualservice.");
    }

    @Test
    void zsh_reads_the_script() throws IOException, InterruptedException {
        assumeTrue(there("zsh"), "zsh is not installed");
        Path script = folder.resolve("completion.zsh");
        Files.writeString(script, script("zsh"));
        assertThat(ran("zsh", "-f", "-c", "source " + script + "; whence -w _egresso"))
                .containsExactly("_egresso: function");
    }

    private static boolean there(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }
}
