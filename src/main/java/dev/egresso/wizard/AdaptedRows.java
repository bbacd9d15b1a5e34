package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Standing;
import java.util.ArrayList;
import java.util.List;

/** What a look at a cluster means for the answers that can adapt to it, each with its reason. */
final class AdaptedRows {
    private static final List<FieldId> ADAPTING = List.of(
            FieldId.NAMESPACE,
            FieldId.INTERNAL_SERVICE,
            FieldId.API_VERSION,
            FieldId.ISTIO_VERSION,
            FieldId.DATA_PLANE);

    private AdaptedRows() {}

    static List<Styled> of(Session session) {
        List<Styled> rows = new ArrayList<>();
        rows.add(Styled.of(session.say("adapted-title"), Ink.STRONG));
        int titles = ADAPTING.stream()
                .mapToInt(field ->
                        session.setup().screens().question(field).title().length())
                .max()
                .orElse(0);
        for (FieldId field : ADAPTING) {
            Setting setting = session.draft().setting(field);
            if (setting.applies()) {
                rows.add(row(session, setting, titles));
            }
        }
        return rows;
    }

    private static Styled row(Session session, Setting setting, int titles) {
        String title = session.setup().screens().question(setting.field()).title();
        boolean yours = setting.standing() == Standing.ANSWERED || setting.standing() == Standing.REFUSED;
        String value = setting.text().isEmpty() ? session.say("value-unset") : setting.text();
        String because = yours
                ? session.say("adapted-yours")
                : session.setup().screens().words().of(setting.because());
        return Styled.of("  " + title + " ".repeat(titles - title.length() + 2), Ink.DIM)
                .plus(value + "  ", Ink.STRONG)
                .plus(because, Ink.PLAIN);
    }
}
