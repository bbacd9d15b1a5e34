package dev.egresso.wizard;

import dev.egresso.screens.AnswersFile;
import java.util.List;
import java.util.Map;

/** Lays out the ready answers, and what the marked ones say. */
final class PresetsPart extends Part {
    PresetsPart(Desk desk) {
        super(desk);
    }

    Upper write(Presets view) {
        List<Map.Entry<String, AnswersFile>> presets =
                List.copyOf(session.setup().screens().presets().entrySet());
        int index = Math.min(view.index(), Math.max(0, presets.size() - 1));
        int names = presets.stream()
                .mapToInt(preset -> measure.of(preset.getKey()))
                .max()
                .orElse(0);
        left.add(Styled.of(session.say("presets-title"), Ink.STRONG));
        window(presets.size(), index, height - 1).forEach(i -> {
            Map.Entry<String, AnswersFile> preset = presets.get(i);
            String name = preset.getKey() + " ".repeat(names - measure.of(preset.getKey()));
            Styled row = Styled.of(i == index ? "▸ " : "  ", Ink.MARK)
                    .plus(name + "  ", i == index ? Ink.STRONG : Ink.PLAIN)
                    .plus(preset.getValue().title().orElse(""), Ink.DIM);
            left.add(row.width(measure) > left.width() ? row.fit(left.width(), measure) : row);
            left.target(new Message.Visit(new Presets(i, view.back())));
            if (i == index) {
                left.caretAt(0);
            }
        });
        if (!presets.isEmpty()) {
            AnswersFile preset = presets.get(index).getValue();
            right.prose(preset.summary().orElse(""), Ink.STRONG).gap();
            preset.answers()
                    .asMap()
                    .forEach((field, text) -> right.prose(
                            text,
                            Ink.PLAIN,
                            Styled.of(session.setup().screens().question(field).title() + "  ", Ink.DIM),
                            0));
            right.gap().prose(preset.notes().orElse(""), Ink.PLAIN);
        }
        return Upper.of(left, right);
    }
}
