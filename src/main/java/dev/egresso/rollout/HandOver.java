package dev.egresso.rollout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where rights are lacking: the commands for somebody who has them, and for somebody who gives them out.
 *
 * @param applying the set, as the one who has the rights does it
 * @param granting the rights that are lacking
 */
public record HandOver(List<String> applying, List<String> granting) {
    public static final HandOver NONE = new HandOver(List.of(), List.of());

    private static final String APPLY = "kubectl apply --server-side --field-manager=egresso -f ";

    /** What an apply and its undo ask of a server. */
    private static final String VERBS = "get,create,patch,update,delete";

    private static final Set<String> OF_RIGHTS = Set.of("forbidden", "no-way-back");

    public HandOver {
        applying = List.copyOf(applying);
        granting = List.copyOf(granting);
    }

    /** What prints the set, for a pipe. @param command as a shell takes it */
    public static String printedBy(String command) {
        return command + " | " + APPLY + "-";
    }

    /** What is in files. @param names as a shell takes them */
    public static String inFiles(List<String> names) {
        return APPLY + String.join(" -f ", names);
    }

    /** Of nothing, unless it is for want of rights that the plan is not possible. */
    public static HandOver of(Plan plan, String applying) {
        List<Address> lacking = plan.changes().stream()
                .filter(change -> isOfRights(change.trouble()))
                .map(Change::address)
                .toList();
        return of(lacking, plan.site().user(), applying);
    }

    /** Of nothing, unless it was for want of rights that it was not done. */
    public static HandOver of(Outcome outcome, String applying) {
        List<Address> lacking = isOfRights(outcome.cause().or(outcome::trouble))
                ? outcome.at().stream().toList()
                : List.of();
        return of(lacking, outcome.receipt().site().user(), applying);
    }

    private static boolean isOfRights(Optional<Trouble> trouble) {
        return trouble.map(Trouble::id).filter(OF_RIGHTS::contains).isPresent();
    }

    private static HandOver of(List<Address> lacking, String user, String applying) {
        return lacking.isEmpty()
                ? NONE
                : new HandOver(
                        List.of(applying),
                        lacking.stream()
                                .map(Address::namespace)
                                .distinct()
                                .flatMap(namespace -> granting(namespace, lacking, user).stream())
                                .toList());
    }

    private static List<String> granting(String namespace, List<Address> lacking, String user) {
        String resources = lacking.stream()
                .filter(address -> address.namespace().equals(namespace))
                .map(address -> address.resource() + (address.group().isEmpty() ? "" : "." + address.group()))
                .distinct()
                .collect(Collectors.joining(","));
        String in = " -n " + ShellWord.quoted(namespace);
        return List.of(
                "kubectl create role egresso" + in + " --verb=" + VERBS + " --resource=" + resources,
                "kubectl create rolebinding egresso" + in + " --role=egresso --user=" + ShellWord.quoted(user));
    }

    public boolean isEmpty() {
        return applying.isEmpty();
    }
}
