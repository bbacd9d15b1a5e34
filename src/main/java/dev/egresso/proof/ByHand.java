package dev.egresso.proof;

import dev.egresso.rollout.Pod;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that show from a shell what a proof shows, each as its words. */
public final class ByHand {
    private final String context;
    private final Pod pod;

    /** @param context of the kubeconfig */
    public ByHand(String context, Pod pod) {
        this.context = context;
        this.pod = pod;
    }

    /** Where no pod is seen: how to list them, and the rest with a name to be put in. */
    public static List<List<String>> fromAnyPod(String context, String namespace, Journey journey) {
        Pod any = new Pod(namespace, "POD", List.of(), Optional.empty(), true, true);
        ByHand byHand = new ByHand(context, any);
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of("kubectl", "--context", context, "get", "pods", "-n", namespace));
        RequestTry.curl(journey.request()).ifPresent(curl -> commands.add(byHand.exec(List.of(), curl)));
        commands.addAll(byHand.ofSidecar(journey));
        return commands;
    }

    public List<List<String>> commands(Journey journey, Optional<String> container) {
        Request request = journey.request();
        List<List<String>> commands = new ArrayList<>();
        RequestTry.curl(request)
                .ifPresent(curl ->
                        commands.add(container.map(name -> exec(in(name), curl)).orElseGet(() -> debug(curl))));
        if (pod.sidecar()) {
            commands.addAll(ofSidecar(journey));
        }
        return commands;
    }

    private List<List<String>> ofSidecar(Journey journey) {
        String port = Integer.toString(journey.request().port());
        List<List<String>> commands = new ArrayList<>();
        commands.add(exec(in(Pod.SIDECAR), List.of("pilot-agent", "request", "GET", "config_dump")));
        commands.add(istioctl("listener", "--port", port));
        commands.add(istioctl("route", "--name", port));
        journey.upstream().host().ifPresent(host -> commands.add(istioctl("cluster", "--fqdn", host)));
        return commands;
    }

    private static List<String> in(String container) {
        return List.of("-c", container);
    }

    /** @param container the flag that names it; nothing for the pod's usual one */
    private List<String> exec(List<String> container, List<String> command) {
        List<String> words =
                new ArrayList<>(List.of("kubectl", "--context", context, "exec", "-n", pod.namespace(), pod.name()));
        words.addAll(container);
        words.add("--");
        words.addAll(command);
        return words;
    }

    /** Where no container has curl: one beside them for a moment, whose requests go through the same sidecar. */
    private List<String> debug(List<String> command) {
        List<String> words = new ArrayList<>(List.of(
                "kubectl",
                "--context",
                context,
                "debug",
                "-n",
                pod.namespace(),
                pod.name(),
                "-it",
                "--image=curlimages/curl",
                "--"));
        words.addAll(command);
        return words;
    }

    private List<String> istioctl(String what, String flag, String value) {
        return List.of(
                "istioctl",
                "--context",
                context,
                "proxy-config",
                what,
                pod.name(),
                "-n",
                pod.namespace(),
                flag,
                value,
                "-o",
                "json");
    }
}
