package dev.egresso.wizard;

import dev.egresso.mesh.Manifest;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.yaml.YamlWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The side of the review that says where the set would be written, in which layout, and what it holds. */
final class SaveSide {
    private final Session session;
    private final boolean brief;
    private final SideRows rows;

    /** @param brief whether the resources are named in one row */
    SaveSide(Session session, int width, boolean brief) {
        this.session = session;
        this.brief = brief;
        this.rows = new SideRows(session, width);
    }

    List<Styled> rows() {
        if (session.setup().opened().isPresent()) {
            opened(session.setup().opened().get(), session.outcome().edited().orElseThrow());
        } else {
            anew();
        }
        session.savedTo()
                .ifPresent(where ->
                        rows.said(Styled.of("✓ ", Ink.OK), session.say("review-saved", "path", where), Ink.OK));
        rows.keys(session.setup().opened().isPresent() ? "review-keys-opened" : "review-keys-save");
        return rows.rows();
    }

    private void anew() {
        SaveSpec spec = session.save();
        List<Manifest> manifests = session.draft().manifests();
        rows.head("review-save", "s");
        rows.fact("review-to", spec.path().isBlank() ? session.writing().usualPath(spec) : spec.path());
        long lines = manifests.stream()
                .flatMap(manifest -> YamlWriter.text(manifest).lines())
                .count();
        rows.fact(
                "review-layout",
                session.say(
                        spec.comments() ? "review-layout-commented" : "review-layout-plain",
                        "layout",
                        UpperPart.layoutName(session, spec.layout()),
                        "documents",
                        Counted.of(manifests.size(), "document"),
                        "lines",
                        Counted.of(lines, "line")));
        contents(manifests);
        if (spec.answers()) {
            rows.fact("review-answers", session.say("review-answers-beside"));
        }
    }

    /** Opened files: what would be written into them, and what in them stays for all that was answered. */
    private void opened(OpenedSet opened, EditedSet edited) {
        OpenedWords words = new OpenedWords(session.setup().screens());
        rows.head("review-write-back", "s");
        if (edited.texts().equals(opened.onDisk())) {
            rows.said(Styled.of("✓ ", Ink.OK), session.say("opened-same"), Ink.PLAIN);
        } else {
            rows.said(Styled.of("s  ", Ink.MARK), words.changed(opened, edited), Ink.PLAIN);
        }
        contents(edited.resources().values().stream()
                .map(resource -> resource.manifest())
                .toList());
        words.of(edited.changes()).forEach(row -> rows.said(Styled.of("i ", Ink.INFO), row, Ink.PLAIN));
        words.emptied(opened, edited).forEach(row -> rows.said(Styled.of("! ", Ink.WARNING), row, Ink.PLAIN));
    }

    private void contents(List<Manifest> manifests) {
        if (brief) {
            rows.fact(
                    "review-contents",
                    manifests.stream().map(manifest -> manifest.kind().word()).collect(Collectors.joining(", ")));
            return;
        }
        rows.row(Styled.of(session.say("review-contents"), Ink.KEY));
        rows.resources(manifests.stream()
                .map(manifest ->
                        new SideRows.Named(Styled.empty(), manifest.kind(), manifest.namespace(), manifest.name()))
                .toList());
    }
}
