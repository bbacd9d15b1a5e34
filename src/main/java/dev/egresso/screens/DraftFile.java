package dev.egresso.screens;

import dev.egresso.mesh.Answers;
import dev.egresso.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * Unfinished answers as they are kept: an answers file and, where the answers began with opened files, which files, and what
 * was read from them.
 */
public record DraftFile(Answers answers, Optional<Opened> opened) {

    /**
     * Where the answers come from.
     *
     * @param files by paths that hold wherever one is
     * @param route a name that tells it from the others in the files
     * @param answers as they were read from the files
     */
    public record Opened(List<String> files, String route, Answers answers) {
        public Opened {
            files = List.copyOf(files);
        }
    }

    /** @throws BadText with file and line for anything that is not of this form */
    public static DraftFile read(String file, String text) {
        YamlText top = YamlText.of(file, text);
        String version = top.required("egresso");
        if (!version.equals("1")) {
            throw top.fault(top.lineOf("egresso"), "egresso: " + version + " is not a form known here; this is 1");
        }
        List<String> files =
                top.list("from").stream().map(each -> each.required("file")).toList();
        Optional<String> route = top.optional("route");
        Answers asRead = AnswersFile.answers(top, "as-read");
        Answers answers = AnswersFile.answers(top, "answers");
        top.end();
        return new DraftFile(answers, route.map(name -> new Opened(files, name, asRead)));
    }

    public String text() {
        StringBuilder text = new StringBuilder("egresso: 1\n");
        opened.ifPresent(from -> {
            text.append("from:\n");
            from.files()
                    .forEach(file ->
                            text.append("- file: ").append(YamlScalar.of(file)).append('\n'));
            text.append("route: ").append(YamlScalar.of(from.route())).append('\n');
            text.append(AnswersFile.text("as-read", from.answers()));
        });
        return text.append(AnswersFile.text("answers", answers)).toString();
    }
}
