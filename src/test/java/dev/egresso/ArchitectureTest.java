package dev.egresso;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the code to the table of packages in docs/architecture.md, and the core to its purity. */
class ArchitectureTest {
    private static final String ROOT = "dev.egresso.";
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.egresso");
    private static final Map<String, String> LIBRARIES = Map.of(
            "snakeyaml", "org.yaml.snakeyaml..",
            "jackson-core", "com.fasterxml.jackson.core..",
            "java-diff-utils", "com.github.difflib..",
            "re2j", "com.google.re2j..",
            "jline", "org.jline..",
            "lanterna", "com.googlecode.lanterna..",
            "jansi", "org.fusesource.jansi..",
            "fabric8", "io.fabric8.kubernetes..",
            "jdk-tls", "javax.net.ssl..|javax.security.auth.x500..",
            "picocli", "picocli..");
    private static final String[] CORE = Stream.of(
                    "mesh", "yaml", "schema", "check", "explain", "trace", "doctor", "outside", "screens", "wizard",
                    "rollout", "proof")
            .map(name -> ROOT + name)
            .toArray(String[]::new);

    private record Row(String name, String purpose, List<String> uses, List<String> libraries) {}

    private static List<Row> table() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("docs/architecture.md"))) {
            return lines.filter(line -> line.matches("\\| `[a-z]+` \\|.*"))
                    .map(line -> line.split("\\|"))
                    .filter(cells -> cells.length == 5)
                    .map(cells -> new Row(words(cells[1]).get(0), cells[2].strip(), words(cells[3]), words(cells[4])))
                    .toList();
        }
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.replace("`", "").split(","))
                .map(String::strip)
                .filter(word -> !word.equals("–") && !word.equals("none"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> each_package_uses_only_what_the_table_allows() throws IOException {
        return table().stream()
                .filter(row -> Files.exists(folder(row)))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    List<String> allowed = new ArrayList<>(List.of("java..", ROOT + row.name()));
                    row.uses().forEach(name -> allowed.add(ROOT + name));
                    row.libraries()
                            .forEach(name ->
                                    allowed.addAll(List.of(LIBRARIES.get(name).split("\\|"))));
                    classes()
                            .that()
                            .resideInAPackage(ROOT + row.name())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed.toArray(String[]::new))
                            .check(PRODUCTION);
                }));
    }

    private static Path folder(Row row) {
        return Path.of("src/main/java/dev/egresso", row.name(), "package-info.java");
    }

    @Test
    void every_package_has_a_row_and_says_its_purpose() throws IOException {
        List<String> rows = table().stream().map(Row::name).toList();
        TreeSet<String> packages = PRODUCTION.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).containsAll(packages);
        for (String name : packages) {
            assertThat(Path.of("src/main/java/dev/egresso", name, "package-info.java"))
                    .exists();
        }
    }

    @Test
    void packages_form_no_circle() {
        slices().matching(ROOT + "(*)").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void the_core_touches_nothing_outside() {
        DescribedPredicate<JavaClass> outside = resideInAnyPackage(
                        "java.nio.file..", "java.net..", "java.util.concurrent..", "java.util.logging..", "java.io..")
                .or(equivalentTo(System.class))
                .or(equivalentTo(Thread.class))
                .or(equivalentTo(java.time.Clock.class));
        DescribedPredicate<JavaClass> allowed = equivalentTo(java.net.URI.class)
                .or(equivalentTo(java.net.IDN.class))
                .or(equivalentTo(java.io.StringReader.class))
                .or(equivalentTo(java.io.StringWriter.class))
                .or(equivalentTo(java.io.Reader.class))
                .or(equivalentTo(java.io.Writer.class))
                .or(equivalentTo(java.io.IOException.class))
                .or(equivalentTo(java.io.Serializable.class));
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(outside.and(DescribedPredicate.not(allowed)))
                .check(PRODUCTION);
    }

    @Test
    void no_state_is_shared() {
        fields().that().areStatic().should().beFinal().check(PRODUCTION);
    }

    @Test
    void names_say_something() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Data|Info|Processor)")
                .check(PRODUCTION);
    }
}
