package dev.egresso.yaml;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes changes in the text of one document, and sees to it that the document then holds what it should. Of changes that do
 * not pass together, those are made that do.
 */
final class DocumentEdits {
    private static final String UNUSUAL = "it is written in a way that cannot be changed without changing more";

    /** Changes that belong together. @param number where its outcome goes */
    record Whole(int number, Source source, List<FieldChange> changes) {}

    /** A whole with the pieces of text that it replaces. */
    private record Planned(Whole whole, List<Step> steps) {}

    private record Step(int document, List<FieldPath.Step> path, FieldChange change, Splice splice) {}

    private final Source source;
    private final String text;
    private final Edited.Outcome[] outcomes;
    private final List<Node> trees;
    private final List<Planned> made = new ArrayList<>();
    private String changed;

    private DocumentEdits(Source source, Edited.Outcome[] outcomes) {
        this.source = source;
        this.text = source.slice();
        this.outcomes = outcomes;
        this.trees = trees(text);
        this.changed = text;
    }

    /** The new text of the document; what came of each whole is put where its number says. */
    static String edit(Source source, List<Whole> wholes, Edited.Outcome[] outcomes) {
        DocumentEdits edits = new DocumentEdits(source, outcomes);
        edits.tryAll(edits.planned(wholes));
        return edits.changed;
    }

    private List<Planned> planned(List<Whole> wholes) {
        List<DocumentEditor> editors = editors();
        List<Planned> planned = new ArrayList<>();
        TreeMap<Integer, Splice> taken = new TreeMap<>();
        for (Whole whole : wholes) {
            try {
                Planned plan = plan(whole, editors);
                outcomes[whole.number()] = Edited.Outcome.LATER;
                if (plan.steps().stream().noneMatch(step -> touches(taken, step.splice()))) {
                    plan.steps().forEach(step -> taken.put(step.splice().from(), step.splice()));
                    planned.add(plan);
                }
            } catch (Unchangeable why) {
                outcomes[whole.number()] = Edited.Outcome.refused(why.getMessage());
            }
        }
        return planned;
    }

    private static boolean touches(TreeMap<Integer, Splice> taken, Splice splice) {
        return Stream.of(taken.floorEntry(splice.from()), taken.ceilingEntry(splice.from()))
                .anyMatch(near -> near != null && near.getValue().touches(splice));
    }

    private List<DocumentEditor> editors() {
        try {
            return SpotReader.read(source).stream()
                    .map(root -> new DocumentEditor(text, source.isJson(), root))
                    .toList();
        } catch (Unreadable onlyJson) {
            return List.of();
        }
    }

    private Planned plan(Whole whole, List<DocumentEditor> editors) {
        List<Step> steps = new ArrayList<>();
        int document = whole.source().document();
        if (document >= editors.size()) {
            throw new Unchangeable(UNUSUAL);
        }
        for (FieldChange change : whole.changes()) {
            List<FieldPath.Step> path = new ArrayList<>();
            if (whole.source().item() >= 0) {
                path.add(new FieldPath.Name("items"));
                path.add(new FieldPath.Index(whole.source().item()));
            }
            path.addAll(change.place().path().steps());
            steps.add(new Step(document, path, change, editors.get(document).splice(path, change)));
        }
        return new Planned(whole, steps);
    }

    /** All at once, and where that does not come out right, each half by itself. */
    private void tryAll(List<Planned> planned) {
        if (planned.isEmpty()) {
            return;
        }
        List<Planned> together = new ArrayList<>(made);
        together.addAll(planned);
        Optional<String> after = after(together);
        if (after.isPresent()) {
            changed = after.get();
            made.addAll(planned);
            planned.forEach(plan -> outcomes[plan.whole().number()] = Edited.Outcome.DONE);
        } else if (planned.size() == 1) {
            outcomes[planned.get(0).whole().number()] = Edited.Outcome.refused(UNUSUAL);
        } else {
            tryAll(planned.subList(0, planned.size() / 2));
            tryAll(planned.subList(planned.size() / 2, planned.size()));
        }
    }

    /** The text with these changes, if it reads as the trees with these changes. */
    private Optional<String> after(List<Planned> planned) {
        List<Step> steps = planned.stream()
                .flatMap(plan -> plan.steps().stream())
                .sorted(Comparator.comparingInt(step -> step.splice().from()))
                .toList();
        if (overlap(steps)) {
            return Optional.empty();
        }
        String after = Splice.all(text, steps.stream().map(Step::splice).toList());
        List<Node> wanted = new ArrayList<>(trees);
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            Optional<Node> tree = Alike.changed(wanted.get(step.document()), step.path(), step.change());
            if (tree.isEmpty()) {
                return Optional.empty();
            }
            wanted.set(step.document(), tree.get());
        }
        try {
            List<Node> read = trees(after);
            boolean same = read.size() == wanted.size();
            for (int i = 0; same && i < read.size(); i++) {
                same = Alike.are(read.get(i), wanted.get(i));
            }
            return same ? Optional.of(after) : Optional.empty();
        } catch (Unreadable broken) {
            return Optional.empty();
        }
    }

    private static boolean overlap(List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).splice().from() < steps.get(i - 1).splice().to()) {
                return true;
            }
        }
        return false;
    }

    private List<Node> trees(String slice) {
        if (source.isJson()) {
            return JsonTree.read(source.file(), slice).stream()
                    .map(JsonTree.Document::node)
                    .toList();
        }
        return YamlDocuments.compose(slice).stream()
                .map(node -> new YamlTree(source.file(), source.line()).read(node))
                .toList();
    }
}
