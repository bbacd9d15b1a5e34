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

    public List<List<String>> commands(Journey journey, Optional<String> container) {
        Request request = journey.request();
        List<List<String>> commands = new ArrayList<>();
        RequestTry.curl(request)
                .ifPresent(curl ->
                        commands.add(container.map(name -> exec(name, curl)).orElseGet(() -> debug(curl))));
        if (pod.sidecar()) {
            commands.add(exec(Pod.SIDECAR, List.of("pilot-agent", "request", "GET", "config_dump")));
            commands.add(istioctl("listener", "--port", Integer.toString(request.port())));
            commands.add(istioctl("route", "--name", Integer.toString(request.port())));
            journey.upstream().host().ifPresent(host -> commands.add(istioctl("cluster", "--fqdn", host)));
        }
        return commands;
    }

    private List<String> exec(String container, List<String> command) {
        List<String> words = new ArrayList<>(List.of(
                "kubectl", "--context", context, "exec", "-n", pod.namespace(), pod.name(), "-c", container, "--"));
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
