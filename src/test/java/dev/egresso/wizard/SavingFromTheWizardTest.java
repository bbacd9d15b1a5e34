package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.yaml.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One key saves; nothing is written over and no folder made before the person says so. */
class SavingFromTheWizardTest {
    private static WizardDriver atReview() {
        return WizardDriver.withPreset("blog").isAt(Review.class);
    }

    private static Effect.Save save(WizardDriver wizard) {
        return wizard.wanted(Effect.Save.class);
    }

    @Test
    void one_key_saves_to_the_usual_file_and_enter_does_not() {
        WizardDriver wizard = atReview().press("Enter").says("s saves");
        assertThat(wizard.effects()).isEmpty();
        Effect.Save save = save(wizard.type("s"));
        assertThat(save.spec()).isEqualTo(new SaveSpec(Layout.FILE, "./webserver-egress.yaml", false, false));
        assertThat(save.overwrite()).isFalse();
        assertThat(save.makeFolders()).isFalse();
        assertThat(save.bundle().manifests()).hasSize(3);
    }

    @Test
    void one_key_saves_from_any_question() {
        assertThat(save(atReview().at("external-url").press("Ctrl-X")).spec().path())
                .isEqualTo("./webserver-egress.yaml");
    }

    @Test
    void what_was_saved_is_said_until_something_changes() {
        WizardDriver wizard = atReview().type("s").take(new Message.Saved(List.of("./web.yaml"), 42, false));
        wizard.isAt(Review.class)
                .says("Saved ./web.yaml, 42 lines")
                .press("Enter")
                .says("q leaves");
        assertThat(wizard.session().savedTo()).contains("./web.yaml");
        wizard.at("internal-host").type("2");
        assertThat(wizard.session().savedTo()).isEmpty();
    }

    @Test
    void an_equal_file_is_not_written_again_and_that_is_said() {
        atReview()
                .type("s")
                .take(new Message.Saved(List.of("./web.yaml"), 42, true))
                .says("nothing was written");
    }

    @Test
    void the_sheet_chooses_layout_path_comments_and_answers() {
        WizardDriver wizard = atReview().type("w").isAt(Saving.class).type("out/web.yaml");
        wizard.press("Up", "Right", "Down", "Down")
                .type(" ")
                .press("Down")
                .type(" ")
                .press("Enter");
        assertThat(save(wizard).spec()).isEqualTo(new SaveSpec(Layout.SPLIT, "out/web.yaml", true, true));
        wizard.take(new Message.Saved(List.of("out/web.yaml"), 3, false)).type("w");
        wizard.sees("out/web.yaml", 80, 24).sees("[x]", 80, 24);
    }

    @Test
    void the_sheet_left_by_esc_writes_nothing_and_remembers() {
        WizardDriver wizard =
                atReview().type("w").type("else.yaml").press("Esc").isAt(Review.class);
        assertThat(wizard.effects()).isEmpty();
        assertThat(save(wizard.type("s")).spec().path()).isEqualTo("else.yaml");
    }

    @Test
    void letters_are_text_in_the_path_and_not_commands() {
        WizardDriver wizard = atReview().type("w").type("qsowny/?.yaml").isAt(Saving.class);
        assertThat(save(wizard.press("Enter")).spec().path()).isEqualTo("qsowny/?.yaml");
    }

    @Test
    void a_different_file_is_shown_before_it_is_overwritten() {
        WizardDriver wizard = atReview().type("s");
        wizard.take(new Message.SaveDiffers(
                save(wizard).spec(), List.of(Styled.of("-old", Ink.ERROR), Styled.of("+new", Ink.OK))));
        wizard.isAt(Overwriting.class).sees("-old", 80, 24).sees("+new", 80, 24).sees("webserver-egress.yaml", 80, 24);
        wizard.press("Enter", "Down", "Up").isAt(Overwriting.class);
        assertThat(wizard.effects()).hasSize(1);
        wizard.type("o");
        assertThat(save(wizard).overwrite()).isTrue();
    }

    @Test
    void a_different_file_may_be_left_alone_or_another_name_taken() {
        WizardDriver wizard = atReview().type("s");
        Message differs = new Message.SaveDiffers(save(wizard).spec(), List.of(Styled.of("+new", Ink.OK)));
        wizard.take(differs)
                .press("Esc")
                .isAt(Review.class)
                .take(differs)
                .type("r")
                .isAt(Saving.class);
        assertThat(wizard.effects()).hasSize(1);
        wizard.press("Ctrl-U").type("b.yaml").press("Enter");
        assertThat(save(wizard).spec().path()).isEqualTo("b.yaml");
        assertThat(save(wizard).overwrite()).isFalse();
    }

    @Test
    void a_missing_folder_is_made_only_after_asking() {
        WizardDriver wizard = atReview().type("w").type("deep/er/web.yaml").press("Enter");
        Message missing = new Message.FolderMissing(save(wizard).spec(), "deep/er");
        wizard.take(missing)
                .isAt(MakingFolder.class)
                .sees("deep/er", 80, 24)
                .press("Enter")
                .isAt(MakingFolder.class);
        assertThat(wizard.effects()).hasSize(1);
        wizard.press("Esc")
                .isAt(Review.class)
                .take(missing)
                .type("r")
                .isAt(Saving.class)
                .take(missing)
                .type("y");
        assertThat(save(wizard).makeFolders()).isTrue();
        assertThat(save(wizard).spec().path()).isEqualTo("deep/er/web.yaml");
    }

    @Test
    void what_cannot_be_written_leads_to_the_path_with_the_reason() {
        WizardDriver wizard = atReview().type("s");
        wizard.take(new Message.SaveRefused(save(wizard).spec(), "It is read-only."))
                .isAt(Saving.class);
        wizard.says("It is read-only.")
                .sees("It is read-only.", 80, 24)
                .press("Esc")
                .isAt(Review.class);
    }

    @Test
    void an_answer_that_is_refused_keeps_the_form_from_being_saved() {
        WizardDriver wizard =
                WizardDriver.withPreset("blog").at("internal-host").type("_").press("Ctrl-X");
        assertThat(wizard.effects()).isEmpty();
        wizard.isAt(Problems.class).press("Enter").isAt("internal-host");
    }
}
