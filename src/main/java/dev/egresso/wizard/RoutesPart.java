package dev.egresso.wizard;

import dev.egresso.mesh.Manifest;
import dev.egresso.reopen.FoundRoute;

/** Lays out the routes that opened files hold, and what the marked one is made of. */
final class RoutesPart extends Part {
    RoutesPart(Desk desk) {
        super(desk);
    }

    Upper write(Routes view) {
        left.prose(session.say("routes-title"), Ink.STRONG);
        int index = Math.min(view.index(), view.sets().size() - 1);
        window(view.sets().size(), index, height - 1).forEach(i -> {
            FoundRoute route = view.sets().get(i).route();
            Styled row = Styled.of(i == index ? "▸ " : "  ", Ink.MARK)
                    .plus(name(route), i == index ? Ink.STRONG : Ink.PLAIN);
            left.add(row.width(measure) > left.width() ? row.fit(left.width(), measure) : row);
            left.target(new Message.Visit(new Routes(view.sets(), view.over(), i)));
            if (i == index) {
                left.caretAt(0);
            }
        });
        for (Manifest manifest : view.sets().get(index).route().manifests()) {
            right.prose(
                    manifest.namespace() + "/" + manifest.name(),
                    Ink.PLAIN,
                    Styled.of(manifest.kind().word() + "  ", Ink.KEY),
                    0);
        }
        view.sets()
                .get(index)
                .answers()
                .asMap()
                .forEach((field, text) -> right.prose(
                        text,
                        Ink.PLAIN,
                        Styled.of(session.setup().screens().question(field).title() + "  ", Ink.DIM),
                        0));
        return Upper.of(left, right);
    }

    private String name(FoundRoute route) {
        String from = route.internalHost().isEmpty() ? session.say("review-apps") : route.internalHost();
        return session.say("review-route", "from", from, "to", route.externalHost());
    }
}
