package dev.egresso.wizard;

import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Verdict;
import dev.egresso.rollout.Watcher;
import dev.egresso.screens.Screens;
import dev.egresso.yaml.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rollout comes to and came to, as rows; the same for a sheet and for a stream. */
public final class RolloutRows {
    private static final int KIND_WIDTH = Stream.of(Kind.values())
            .mapToInt(kind -> kind.word().length())
            .max()
            .orElse(0);

    private static final int WORD_WIDTH = 12;

    private final Screens screens;

    public RolloutRows(Screens screens) {
        this.screens = screens;
    }

    /** Where, and as whom; loudly if it looks like production or nobody checks who answers. */
    public List<Styled> site(Site site, List<String> namespaces) {
        List<Styled> rows = new ArrayList<>();
        String as = site.user().isEmpty() ? "" : screens.say("site-as", "user", site.user());
        rows.add(Styled.of(
                screens.say("site", "context", site.context(), "server", site.server(), "as", as), Ink.STRONG));
        site.looksLikeProduction(namespaces)
                .ifPresent(name -> rows.add(Styled.of(screens.say("production", "name", name), Ink.WARNING)));
        if (!site.verified()) {
            rows.add(Styled.of(screens.say("site-unverified", "server", site.server()), Ink.WARNING));
        }
        return rows;
    }

    public List<Styled> plan(Plan plan) {
        List<Styled> rows = new ArrayList<>();
        rows.add(Styled.of(screens.say("plan-title")));
        for (Change change : plan.changes()) {
            rows.add(object(verdictWord(change.verdict()), ink(change.verdict()), change.address()));
            plan.own(change).ifPresent(trouble -> rows.addAll(details(trouble)));
        }
        plan.shared().forEach(trouble -> rows.addAll(details(trouble)));
        if (!plan.isPossible()) {
            rows.add(Styled.of(screens.say("plan-refuses-all")));
        }
        return rows;
    }

    /** Which fields belong to whom, a sentence each. */
    public List<String> owners(Trouble trouble) {
        return trouble.conflicts().stream()
                .map(conflict -> screens.say("plan-owner", "field", conflict.path(), "manager", conflict.manager()))
                .toList();
    }

    private List<Styled> details(Trouble trouble) {
        List<Styled> rows = new ArrayList<>();
        owners(trouble).forEach(owner -> rows.add(indented(owner, Ink.WARNING)));
        rows.add(indented(sentence(trouble), Ink.PLAIN));
        return rows;
    }

    private static Styled indented(String text, Ink ink) {
        return Styled.of(" ".repeat(WORD_WIDTH + 2)).plus(text, ink);
    }

    /** What a server said to one resource, in a word. */
    Styled verdict(Verdict verdict) {
        return Styled.of(verdictWord(verdict), ink(verdict));
    }

    private String verdictWord(Verdict verdict) {
        return screens.say("plan-" + verdict.name().toLowerCase(Locale.ROOT));
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case CREATE, CHANGE -> Ink.OK;
            case SAME -> Ink.DIM;
            case CONFLICT -> Ink.WARNING;
            case REFUSED -> Ink.ERROR;
        };
    }

    /** The commands for those who have rights that are lacking here, or give them out. */
    public List<Styled> handOver(HandOver handOver) {
        List<Styled> rows = new ArrayList<>();
        rows.addAll(commands("apply-hand-over", handOver.applying()));
        rows.addAll(commands("apply-grant", handOver.granting()));
        return rows;
    }

    private List<Styled> commands(String title, List<String> commands) {
        List<Styled> rows = new ArrayList<>();
        if (!commands.isEmpty()) {
            rows.add(Styled.of(screens.say(title)));
            commands.forEach(command -> rows.add(Styled.of("  " + command)));
        }
        return rows;
    }

    /** The same as a text that can be sent, in which a shell finds nothing but the commands. */
    String sent(HandOver handOver) {
        return handOver(handOver).stream()
                .map(Styled::text)
                .map(row -> row.startsWith("  ") ? row.substring(2) : "# " + row)
                .collect(Collectors.joining("\n"));
    }

    /** Each resource that would change, as a unified difference. */
    public List<Styled> difference(Change change) {
        String name = change.address().toString();
        return DifferenceRows.of(change.difference().unified(name + " (cluster)", name + " (yours)"));
    }

    /** What taking back would change in a resource that stays or comes back, as a unified difference. */
    List<Styled> difference(Standing standing, boolean changedToo) {
        Undoing.Deed deed = Undoing.deed(standing, changedToo);
        if (deed != Undoing.Deed.RESTORE && deed != Undoing.Deed.RECREATE) {
            return List.of();
        }
        String name = standing.entry().address().toString();
        String now = standing.now().map(LiveObject::text).orElse("");
        String then = standing.entry().before().map(LiveObject::text).orElse("");
        return DifferenceRows.of(TextDifference.between(now, then).unified(name + " (cluster)", name + " (before)"));
    }

    public Styled moment(Address address, Watcher.Moment moment) {
        return moment("apply-moment-", address, moment);
    }

    /** Of taking back, where done means something else. */
    public Styled undoMoment(Address address, Watcher.Moment moment) {
        return moment("undo-moment-", address, moment);
    }

    private Styled moment(String words, Address address, Watcher.Moment moment) {
        Styled word = word(words, moment);
        return object(word.text(), word.spans().get(0).ink(), address);
    }

    private Styled word(String words, Watcher.Moment moment) {
        Ink ink =
                switch (moment) {
                    case DONE -> Ink.OK;
                    case FAILED -> Ink.ERROR;
                    case PUTTING_BACK, PUT_BACK -> Ink.WARNING;
                    case ASKED, BEGUN -> Ink.DIM;
                };
        return Styled.of(
                screens.say(words + moment.name().toLowerCase(Locale.ROOT).replace('_', '-')), ink);
    }

    /** The word alone. */
    Styled word(Receipt.Act act, Optional<Watcher.Moment> moment) {
        String words = act == Receipt.Act.UNDO ? "undo-moment-" : "apply-moment-";
        return moment.map(each -> word(words, each))
                .orElseGet(() -> Styled.of(screens.say(words + "waiting"), Ink.DIM));
    }

    /** A resource whose turn has not come yet. */
    Styled waiting(Address address) {
        return object(screens.say("apply-moment-waiting"), Ink.DIM, address);
    }

    /** A resource whose turn never came. */
    Styled untouched(Address address) {
        return object(screens.say("apply-moment-untouched"), Ink.DIM, address);
    }

    Styled object(Address address) {
        return Styled.of(padded(address.kind().word(), KIND_WIDTH + 1))
                .plus(address.namespace() + "/" + address.name(), Ink.STRONG);
    }

    private Styled object(String word, Ink ink, Address address) {
        return Styled.of("  ").plus(padded(word, WORD_WIDTH), ink).plus(object(address));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    public List<Styled> undoing(Undoing undoing, boolean changedToo) {
        return undoing.standings().stream()
                .map(standing -> {
                    Undoing.Deed deed = Undoing.deed(standing, changedToo);
                    String word = screens.say("undo-" + deed.name().toLowerCase(Locale.ROOT));
                    Ink ink = deed.leaves() ? Ink.WARNING : Ink.PLAIN;
                    return object(word, ink, standing.entry().address())
                            .plus("  " + about(standing, deed), ink == Ink.PLAIN ? Ink.DIM : ink);
                })
                .toList();
    }

    private String about(Standing standing, Undoing.Deed deed) {
        if (standing.trouble().isPresent()) {
            return sentence(standing.trouble().get());
        }
        boolean foreign = standing.isForeign() && deed.isWork();
        String id = foreign ? "foreign" : deed.name().toLowerCase(Locale.ROOT);
        return screens.say(
                "undo-about-" + id,
                "writers",
                writers(standing.writers()),
                "users",
                String.join(", ", standing.users(false)));
    }

    private String writers(Set<String> writers) {
        return writers.isEmpty() ? "" : screens.say("by", "writers", String.join(", ", writers));
    }

    public Styled standing(Standing standing) {
        return Styled.of("  ").plus(flush(standing));
    }

    /** The same, without an indentation. */
    Styled flush(Standing standing) {
        String id = "status-" + standing.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String text = screens.say(
                id,
                "writers",
                writers(standing.writers()),
                "trouble",
                standing.trouble().map(this::sentence).orElse(""));
        Ink ink =
                switch (standing.state()) {
                    case AS_APPLIED -> Ink.OK;
                    case AS_BEFORE, UNKNOWN -> Ink.DIM;
                    case CHANGED, GONE, BACK -> Ink.WARNING;
                };
        Address address = standing.entry().address();
        return Styled.of(padded(address.kind().word(), KIND_WIDTH + 1))
                .plus(address.namespace() + "/" + address.name() + "  ", Ink.STRONG)
                .plus(text, ink);
    }

    public String sentence(Trouble trouble) {
        List<String> arguments = new ArrayList<>();
        trouble.arguments().forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        String others = trouble.arguments().getOrDefault("writers", "");
        arguments.addAll(List.of("by", others.isEmpty() ? "" : screens.say("by", "writers", others)));
        arguments.addAll(List.of("where", where(trouble)));
        return screens.say(trouble.sentenceId(), arguments.toArray(String[]::new))
                .strip();
    }

    /** In which namespace; nothing for what belongs to none. */
    String where(Trouble trouble) {
        String namespace = trouble.arguments().getOrDefault("namespace", "");
        return namespace.isEmpty() ? "" : screens.say("in-namespace", "namespace", namespace);
    }

    /** With the resource that it is about. */
    public String sentence(Optional<Address> at, Trouble trouble) {
        String sentence = sentence(trouble);
        if (trouble.id().equals("cancelled")) {
            return sentence;
        }
        Optional<String> object = at.map(Address::toString)
                .or(() -> Optional.ofNullable(trouble.arguments().get("object")));
        return object.map(name -> screens.say("trouble-at", "object", name, "sentence", sentence))
                .orElse(sentence);
    }
}
