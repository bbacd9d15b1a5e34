package dev.egresso.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A draft comes back as it was kept. */
class DraftFileTest {
    private static final Answers ANSWERS =
            Answers.none().with(FieldId.EXTERNAL_URL, "https://a.example").with(FieldId.TIMEOUT, "5s");

    @Test
    void where_the_answers_began_is_kept_with_them() {
        DraftFile draft = new DraftFile(
                ANSWERS,
                Optional.of(new DraftFile.Opened(
                        List.of("/home/me/a b.yaml", "/k8s/y"),
                        "default/a/a.example",
                        ANSWERS.without(FieldId.TIMEOUT))));
        assertThat(DraftFile.read("draft", draft.text())).isEqualTo(draft);
    }

    @Test
    void without_files_it_is_an_answers_file() {
        DraftFile draft = new DraftFile(ANSWERS, Optional.empty());
        assertThat(draft.text()).isEqualTo(AnswersFile.text(ANSWERS));
        assertThat(DraftFile.read("draft", draft.text())).isEqualTo(draft);
    }
}
