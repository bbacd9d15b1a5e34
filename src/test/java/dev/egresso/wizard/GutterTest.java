package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What has changed is underlined; what has not is not, blanks included, which a terminal would show as a line. */
class GutterTest {
    @Test
    void nothing_is_underlined_where_nothing_changed() {
        assertThat(WizardDriver.withPreset("blog").page(120, 40).lines())
                .flatExtracting(Styled::spans)
                .noneMatch(span -> span.ink() == Ink.CHANGED);
    }

    @Test
    void what_the_last_key_changed_is() {
        assertThat(WizardDriver.opened().type("webserver").page(120, 40).lines())
                .flatExtracting(Styled::spans)
                .anyMatch(span -> span.ink() == Ink.CHANGED);
    }
}
