package dev.egresso.wizard;

import dev.egresso.mesh.ApiVersion;
import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Surroundings;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Conflict;
import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Entry;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Verdict;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the wizard shows of clusters, with clusters made up. */
final class ClusterScreens {
    static final Site DEV = new Site("kind-dev", "kind", "https://127.0.0.1:6443", "jane", true);
    static final Site PROD = new Site("prod-eu", "eu", "https://eu.example.com:6443", "jane", true);
    private static final String TIME = "2026-11-24 12:40:00";
    static final List<ContextEntry> CONTEXTS = List.of(
            new ContextEntry("prod-eu", "eu", "https://eu.example.com:6443", "jane", "shop", false),
            new ContextEntry("kind-dev", "kind", "https://127.0.0.1:6443", "jane", "", true));

    private static final String RENDERED =
            HandOver.printedBy("egresso render --internal-host webserver --external-url https://api.example.com");

    private ClusterScreens() {}

    static Map<String, Supplier<WizardDriver>> all(Supplier<WizardDriver> typed) {
        Map<String, Supplier<WizardDriver>> scenes = new LinkedHashMap<>();
        scenes.put("cluster-waiting", () -> typed.get().type("l").take(new Message.Ticked(1, 13)));
        scenes.put("cluster-choosing", () -> choosing(typed.get()));
        scenes.put("cluster-choosing-production", () -> choosing(typed.get()).press("Down"));
        scenes.put(
                "cluster-looked",
                () -> choosing(typed.get()).press("Enter").reply(new Message.Seen(sight(), "default")));
        scenes.put("cluster-hindered", () -> hindered(choosing(typed.get()).press("Enter")));
        scenes.put("cluster-planned", () -> planned(typed.get()));
        scenes.put("cluster-planned-void", () -> planned(
                        typed.get().at("internal-service").press("Down", "Ctrl-D"))
                .press("Alt-Z"));
        scenes.put("cluster-conflict", () -> conflicting(typed.get()));
        scenes.put("cluster-forbidden", () -> forbidden(typed.get()));
        scenes.put(
                "cluster-forbidden-midway",
                () -> put(
                        typed.get(),
                        Trouble.of(
                                "forbidden",
                                "user",
                                "jane",
                                "verb",
                                "patch",
                                "resource",
                                "destinationrules",
                                "namespace",
                                "default")));
        scenes.put("cluster-conflict-midway", () -> put(typed.get(), CONFLICT));
        scenes.put("cluster-stuck", () -> stuck(typed.get()));
        scenes.put("cluster-force", () -> conflicting(typed.get()).type("f").type("take o"));
        scenes.put(
                "cluster-production", () -> planned(typed.get(), PROD).type("y").type("prod"));
        scenes.put("cluster-namespace", () -> planned(typed.get())
                .type("n")
                .reply(new Message.NamespacesFound(Choosing.Purpose.APPLY, List.of("default", "payments", "shop")))
                .type("s"));
        scenes.put("cluster-rolling", () -> rolling(typed.get()).take(new Message.Ticked(3, 6)));
        scenes.put("cluster-stopping", () -> rolling(typed.get()).press("Esc").take(new Message.Ticked(3, 9)));
        scenes.put("cluster-applied", () -> applied(typed.get()));
        scenes.put("cluster-put-back", () -> putBack(typed.get()));
        scenes.put("cluster-taking-back", () -> applied(typed.get()).type("u").reply(foreseen(typed.get(), false)));
        scenes.put(
                "cluster-taking-back-changed",
                () -> applied(typed.get()).type("u").reply(foreseen(typed.get(), true)));
        scenes.put("cluster-unfinished", () -> {
            WizardDriver wizard = typed.get();
            return wizard.take(new Message.Visit(new Unfinished(
                    receipt(wizard, Receipt.State.BEGUN), TIME, wizard.session().view())));
        });
        scenes.put("cluster-review-applied", () -> applied(typed.get()).press("Enter"));
        scenes.put("cluster-review-looked", () -> choosing(typed.get())
                .press("Enter")
                .reply(new Message.Seen(sight(), "default"))
                .press("Enter"));
        scenes.put("cluster-review-planned", () -> planned(typed.get()).press("Esc"));
        scenes.put(
                "cluster-review-rolling",
                () -> rolling(typed.get()).press("Ctrl-D").take(new Message.Ticked(3, 6)));
        scenes.put("cluster-review-put-back", () -> putBack(typed.get()).press("Esc"));
        return scenes;
    }

    static WizardDriver planned(WizardDriver wizard) {
        return planned(wizard, DEV);
    }

    static WizardDriver planned(WizardDriver wizard, Site site) {
        return rehearsed(wizard, new Plan(site, changes(wizard, ClusterScreens::created), false), Optional.empty());
    }

    static WizardDriver rehearsed(WizardDriver wizard, Plan plan, Optional<Plan> taken) {
        return wizard.type("a")
                .reply(new Message.ContextsFound(Choosing.Purpose.APPLY, CONTEXTS))
                .press("Enter")
                .reply(new Message.Rehearsed(
                        plan,
                        taken,
                        List.of(),
                        HandOver.of(plan, RENDERED),
                        "egresso apply --context kind-dev --internal-host webserver"));
    }

    private static WizardDriver conflicting(WizardDriver wizard) {
        List<Change> changes = changes(
                wizard, wanted -> wanted.address().kind() == Kind.VIRTUAL_SERVICE ? conflict(wanted) : created(wanted));
        return rehearsed(wizard, new Plan(DEV, changes, false), Optional.empty());
    }

    static List<Change> changes(WizardDriver wizard, Function<Wanted, Change> how) {
        return wizard.session().wanted().stream().map(how).toList();
    }

    static Change created(Wanted wanted) {
        return new Change(
                wanted, Verdict.CREATE, Optional.empty(), Optional.of(stored(wanted.text())), Optional.empty());
    }

    private static Change conflict(Wanted wanted) {
        return new Change(
                wanted,
                Verdict.CONFLICT,
                Optional.of(stored(wanted.text().replace("number: 80", "number: 443"))),
                Optional.of(stored(wanted.text())),
                Optional.of(Trouble.conflict(List.of(new Conflict("helm", ".spec.http")))));
    }

    /** As a server would keep it. */
    private static LiveObject stored(String text) {
        ReadSet read = ManifestReader.read("live.yaml", text);
        return new LiveObject(read.manifests().get(0).root());
    }

    private static WizardDriver rolling(WizardDriver wizard) {
        List<Wanted> order = planned(wizard).type("y").session().wanted();
        return wizard.progress(new Progress.Moved(order.get(0).address(), Watcher.Moment.BEGUN))
                .progress(new Progress.Moved(order.get(0).address(), Watcher.Moment.DONE))
                .progress(new Progress.Moved(order.get(1).address(), Watcher.Moment.BEGUN));
    }

    static WizardDriver applied(WizardDriver wizard) {
        rolling(wizard);
        Receipt receipt = receipt(wizard, Receipt.State.DONE);
        List<Standing> standings = receipt.entries().stream()
                .map(entry -> Standing.of(entry, entry.after()))
                .toList();
        return wizard.reply(new Message.Rolled(
                Outcome.done(receipt),
                standings,
                HandOver.NONE,
                List.of(
                        "egresso apply --context kind-dev --internal-host webserver --external-url https://api.example.com",
                        "egresso undo --context kind-dev 20261124-114000-4f2a"),
                "/home/jane/.local/state/egresso/receipts"));
    }

    /** What was applied is gone again. */
    static WizardDriver undone(WizardDriver wizard) {
        applied(wizard).type("u").reply(foreseen(wizard, false)).type("y");
        Receipt receipt = receipt(wizard, Receipt.State.DONE);
        Receipt undo = new Receipt(
                "20261124-114500-77aa",
                Receipt.Act.UNDO,
                Optional.of(receipt.id()),
                false,
                receipt.name(),
                receipt.time(),
                receipt.person(),
                DEV,
                Receipt.State.DONE,
                receipt.entries());
        return wizard.reply(new Message.Rolled(Outcome.done(undo), List.of(), HandOver.NONE, List.of(), "here"));
    }

    private static final Trouble CONFLICT = Trouble.conflict(List.of(
            new Conflict("helm", ".spec.trafficPolicy"), new Conflict("kubectl-edit", ".metadata.labels.team")));

    private static WizardDriver putBack(WizardDriver wizard) {
        return put(
                wizard,
                Trouble.of(
                        "admission",
                        "webhook",
                        "validation.istio.io",
                        "detail",
                        "configuration is invalid: not today"));
    }

    /** It failed at the second resource, and the first is put back. */
    static WizardDriver put(WizardDriver wizard, Trouble refusal) {
        List<Wanted> order = rolling(wizard).session().wanted();
        wizard.progress(new Progress.Moved(order.get(1).address(), Watcher.Moment.FAILED))
                .progress(new Progress.Moved(order.get(0).address(), Watcher.Moment.PUTTING_BACK))
                .progress(new Progress.Moved(order.get(0).address(), Watcher.Moment.PUT_BACK));
        Outcome outcome = Outcome.failed(
                receipt(wizard, Receipt.State.PUT_BACK), order.get(1).address(), refusal);
        return wizard.reply(new Message.Rolled(
                outcome,
                List.of(),
                HandOver.of(outcome, RENDERED),
                List.of(),
                "/home/jane/.local/state/egresso/receipts"));
    }

    /** It failed at the second resource, and the first could not be put back either. */
    static WizardDriver stuck(WizardDriver wizard) {
        List<Wanted> order = rolling(wizard).session().wanted();
        wizard.progress(new Progress.Moved(order.get(1).address(), Watcher.Moment.FAILED))
                .progress(new Progress.Moved(order.get(0).address(), Watcher.Moment.PUTTING_BACK));
        Outcome outcome = new Outcome(
                receipt(wizard, Receipt.State.BEGUN),
                Optional.of(order.get(1).address()),
                Optional.of(Trouble.of("cut", "server", DEV.server())
                        .with("object", order.get(0).address().toString())),
                Optional.of(CONFLICT));
        return wizard.reply(new Message.Rolled(
                outcome,
                List.of(),
                HandOver.NONE,
                List.of("egresso undo --context kind-dev 20261124-114000-4f2a"),
                "/home/jane/.local/state/egresso/receipts"));
    }

    /** The server lets jane read and not write. */
    static WizardDriver forbidden(WizardDriver wizard) {
        List<Change> changes = changes(
                wizard,
                wanted -> new Change(
                        wanted,
                        Verdict.REFUSED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Trouble.of(
                                "forbidden",
                                "user",
                                "jane",
                                "verb",
                                "patch",
                                "resource",
                                wanted.address().resource(),
                                "namespace",
                                "default"))));
        return rehearsed(wizard, new Plan(DEV, changes, false), Optional.empty());
    }

    static Receipt receipt(WizardDriver wizard, Receipt.State state) {
        List<Entry> entries = wizard.session().wanted().stream()
                .map(wanted -> new Entry(
                        wanted.address(),
                        wanted.text(),
                        Optional.empty(),
                        Optional.of(stored(wanted.text())),
                        state == Receipt.State.DONE ? Optional.of(stored(wanted.text())) : Optional.empty(),
                        state == Receipt.State.DONE ? Entry.Mark.DONE : Entry.Mark.PENDING))
                .toList();
        return new Receipt(
                "20261124-114000-4f2a",
                Receipt.Act.APPLY,
                Optional.empty(),
                false,
                "webserver",
                Instant.parse("2026-11-24T11:40:00Z"),
                "jane",
                DEV,
                state,
                entries);
    }

    private static Message foreseen(WizardDriver wizard, boolean changed) {
        Receipt receipt = receipt(wizard, Receipt.State.DONE);
        List<Standing> standings = receipt.entries().stream()
                .map(entry -> changed && entry.address().kind() == Kind.VIRTUAL_SERVICE
                        ? Standing.of(entry, Optional.of(stored(entry.text().replace("number: 80", "number: 443"))))
                        : Standing.of(entry, entry.after()))
                .toList();
        return new Message.Foreseen(new Undoing(DEV, receipt, standings), TIME);
    }

    static WizardDriver choosing(WizardDriver wizard) {
        return wizard.type("l").reply(new Message.ContextsFound(Choosing.Purpose.LOOK, CONTEXTS));
    }

    static WizardDriver hindered(WizardDriver wizard) {
        return wizard.reply(new Message.ClusterRefused(
                Trouble.of("unreachable", "server", "https://127.0.0.1:6443"),
                new ClusterErrand.Look("kind-dev", "default", Optional.of(new InternalHost("webserver"))),
                Optional.empty()));
    }

    static Sight sight() {
        Surroundings surroundings = Surroundings.unknown()
                .withIstioVersion(new IstioVersion(1, 20))
                .withDataPlane(DataPlane.SIDECAR)
                .withOutboundPolicy(OutboundPolicy.REGISTRY_ONLY)
                .withDnsCapture(false)
                .withInternalService(false);
        return new Sight(
                DEV,
                List.of("default", "shop"),
                List.of(ApiVersion.V1BETA1, ApiVersion.V1ALPHA3),
                surroundings,
                List.of(),
                List.of("delete services"),
                List.of(Trouble.of(
                        "forbidden",
                        "user",
                        "jane",
                        "verb",
                        "list",
                        "resource",
                        "virtualservices",
                        "namespace",
                        "default")));
    }
}
