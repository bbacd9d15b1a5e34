package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.ArrayList;
import java.util.List;

/** A place is a region, a zone in it or a subzone, with a star at the end for all below. */
final class DrLocalityName extends PolicyRule {

    DrLocalityName() {
        super("dr-locality-name", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        List<Place> distributions =
                policy.at("loadBalancer", "localityLbSetting", "distribute").items();
        List<List<String>> sources = new ArrayList<>();
        for (Place distribution : distributions) {
            Place from = distribution.at("from");
            if (!from.isHole()) {
                checkName(from, from.textOrEmpty(), sources, found);
            }
            List<List<String>> targets = new ArrayList<>();
            distribution.at("to").fields().forEach(to -> checkName(to, to.key(), targets, found));
        }
    }

    private static void checkName(Place place, String name, List<List<String>> earlier, Found found) {
        List<String> parts = List.of(name.split("/", 3));
        int star = name.indexOf('*');
        if (star >= 0 && star != name.length() - 1) {
            found.at(place, "name", name, "what", "has a star that is not at its end");
        } else if (parts.stream().anyMatch(String::isEmpty)) {
            found.at(place, "name", name, "what", "has an empty part");
        } else if (earlier.stream().anyMatch(other -> holds(other, parts) || isPartOf(parts, other))) {
            found.at(place, "name", name, "what", "lies within one above, or around it");
        }
        earlier.add(parts);
    }

    /** Whether all of one place lies in another, which may end in a star. */
    private static boolean holds(List<String> around, List<String> place) {
        boolean open = around.get(around.size() - 1).equals("*");
        return isPartOf(open ? around.subList(0, around.size() - 1) : around, place);
    }

    private static boolean isPartOf(List<String> beginning, List<String> whole) {
        return beginning.size() <= whole.size()
                && whole.subList(0, beginning.size()).equals(beginning);
    }
}
