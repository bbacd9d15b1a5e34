package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.plain.ProofJson;
import dev.egresso.proof.Proof;
import dev.egresso.rollout.History;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Pods;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.terminal.TextWidth;
import dev.egresso.trace.Request;
import dev.egresso.wizard.ProofRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso prove}: whether what was applied stands, and does from a pod what the trace foretold. */
final class ProveCommand {
    private static final String POD = "--pod";
    private static final String CONTAINER = "--container";
    private static final String REQUEST = "--request";
    private static final int TOLD = 5;

    private final ParseResult parsed;
    private final Bundled bundled;
    private final ClusterWay way;

    private ProveCommand(ParseResult parsed, Bundled bundled) {
        this.parsed = parsed;
        this.bundled = bundled;
        this.way = new ClusterWay(parsed, bundled);
    }

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("RECEIPT")
                .description("Which apply. Default the last one that stands.")
                .build());
        ClusterWay.addTo(spec);
        spec.addOption(Egresso.option(
                POD, "POD", "Send the request from this pod, and ask its sidecar. NAME or NAMESPACE/NAME."));
        spec.addOption(Egresso.option(CONTAINER, "NAME", "Of the pod; it needs curl or wget. Default its usual one."));
        spec.addOption(Egresso.option(REQUEST, "TEXT", "Method and URL. Default GET of the internal host."));
        spec.addOption(Egresso.option("-o", "FORM", "text or json. Default text."));
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        String form = parsed.matchedOptionValue("-o", "text");
        if (!form.equals("text") && !form.equals("json")) {
            throw new Refusal(Exit.USAGE, "-o takes text or json, not " + form + ".");
        }
        return new ProveCommand(parsed, bundled).run(form);
    }

    private int run(String form) {
        History history = ClusterWay.receipts(bundled.world()).history();
        String id = parsed.matchedPositionalValue(0, "");
        Optional<Receipt> named = history.find(id);
        if (!id.isEmpty() && named.isEmpty()) {
            throw new Refusal(Exit.BAD_INPUT, "There is no receipt " + id + ".", "egresso status lists them.");
        }
        try (Cluster cluster =
                named.map(receipt -> UndoCommand.opened(way, receipt)).orElseGet(() -> way.open(way.context()))) {
            Optional<Receipt> meant = named.or(() -> history.lastApply(cluster.site()));
            if (meant.isEmpty()) {
                way.say("status-none", "context", cluster.site().context());
                return Exit.DONE;
            }
            way.say(way.rows().site(cluster.site(), List.of()));
            return proved(cluster, meant.get(), form);
        }
    }

    private int proved(Cluster cluster, Receipt receipt, String form) {
        Proving proving = new Proving(cluster, receipt, (words, about) -> {});
        String name = parsed.matchedOptionValue(POD, "");
        Proof proof = name.isEmpty() ? proving.ofObjects() : from(pod(cluster, receipt, name), proving);
        if (form.equals("json")) {
            bundled.world().out().print(ProofJson.of(proof, new ProofRows(bundled.screens(), TextWidth::of)));
        } else {
            way.print(new ProofRows(bundled.screens(), TextWidth::of).of(proof));
        }
        if (name.isEmpty()) {
            offer(cluster.pods(receipt.namespaces().get(0)));
        }
        return exit(proof);
    }

    private Proof from(Pod pod, Proving proving) {
        Request request = parsed.hasMatchedOption(REQUEST)
                ? Request.read(parsed.matchedOptionValue(REQUEST, ""))
                        .orElseThrow(() -> new Refusal(
                                Exit.USAGE,
                                REQUEST + " takes a method and a URL, for instance \"GET http://webserver/x\"."))
                : proving.usualRequest()
                        .orElseThrow(() -> new Refusal(
                                Exit.USAGE, "Which request? Add " + REQUEST + " \"GET http://webserver/x\"."));
        return proving.from(pod, Optional.ofNullable(parsed.matchedOptionValue(CONTAINER, null)), request);
    }

    private Pod pod(Cluster cluster, Receipt receipt, String name) {
        int slash = name.indexOf('/');
        String namespace = slash < 0 ? receipt.namespaces().get(0) : name.substring(0, slash);
        Pods found = cluster.pod(namespace, name.substring(slash + 1));
        found.trouble().ifPresent(trouble -> {
            throw way.refused(trouble);
        });
        Pod pod = found.pods().get(0);
        String container = parsed.matchedOptionValue(CONTAINER, "");
        if (!container.isEmpty() && !pod.containers().contains(container)) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    "The pod " + pod + " has no container " + container + ".",
                    "It has: " + String.join(", ", pod.containers()) + ".");
        }
        return pod;
    }

    /** Without a pod: which ones could be asked from. */
    private void offer(Pods pods) {
        List<Pod> usable = pods.usable();
        if (usable.isEmpty()) {
            pods.trouble().ifPresent(trouble -> way.tell(way.rows().sentence(trouble)));
            way.say("prove-no-pods");
            return;
        }
        String names = usable.stream().limit(TOLD).map(Pod::name).collect(Collectors.joining(", "));
        way.say("prove-pods", "pods", usable.size() > TOLD ? names + ", …" : names);
    }

    private static int exit(Proof proof) {
        boolean unknown = proof.standings().stream().anyMatch(standing -> standing.state() == Standing.State.UNKNOWN);
        if (!proof.holds() && !unknown) {
            return Exit.FINDINGS;
        }
        return unknown || !proof.unseen().isEmpty() ? Exit.CLUSTER : Exit.DONE;
    }
}
