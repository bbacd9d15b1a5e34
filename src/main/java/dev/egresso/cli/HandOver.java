package dev.egresso.cli;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** Where rights are lacking: the commands for somebody who has them, or who gives them out. */
record HandOver(List<String> applying, List<String> granting) {
    private static final String APPLY = "kubectl apply --server-side --field-manager=egresso -f ";

    /** What an apply and its undo ask of a server. */
    private static final String VERBS = "get,create,patch,update,delete";

    /** Of nothing, unless it is for want of rights that the plan is not possible. */
    static HandOver of(Plan plan, WantedSet set) {
        List<Address> lacking = plan.changes().stream()
                .filter(HandOver::isForWantOfRights)
                .map(Change::address)
                .toList();
        return lacking.isEmpty()
                ? new HandOver(List.of(), List.of())
                : new HandOver(
                        List.of(set.source()
                                .map(command -> command + " | " + APPLY + "-")
                                .orElseGet(() -> APPLY + set.name().replace(", ", " -f "))),
                        lacking.stream()
                                .map(Address::namespace)
                                .distinct()
                                .flatMap(namespace ->
                                        granting(namespace, lacking, plan.site().user()).stream())
                                .toList());
    }

    private static boolean isForWantOfRights(Change change) {
        return change.trouble()
                .filter(trouble ->
                        trouble.id().equals("forbidden") || trouble.id().equals("no-way-back"))
                .isPresent();
    }

    private static List<String> granting(String namespace, List<Address> lacking, String user) {
        String resources = lacking.stream()
                .filter(address -> address.namespace().equals(namespace))
                .map(address -> address.resource() + (address.group().isEmpty() ? "" : "." + address.group()))
                .distinct()
                .collect(Collectors.joining(","));
        String in = " -n " + Repeat.quoted(namespace);
        return List.of(
                "kubectl create role egresso" + in + " --verb=" + VERBS + " --resource=" + resources,
                "kubectl create rolebinding egresso" + in + " --role=egresso --user=" + Repeat.quoted(user));
    }

    void say(ClusterWay way) {
        say(way, "apply-hand-over", applying);
        say(way, "apply-grant", granting);
    }

    private static void say(ClusterWay way, String title, List<String> commands) {
        if (!commands.isEmpty()) {
            way.say(title);
            commands.forEach(command -> way.tell("  " + command));
        }
    }
}
