package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An IPv4 or IPv6 literal, without a zone. Read by hand: {@code InetAddress} would ask DNS for anything it does not take
 * for a literal.
 *
 * @param groups four numbers up to 255, or eight up to 65535
 */
public record IpAddress(List<Integer> groups) {
    public IpAddress {
        groups = List.copyOf(groups);
    }

    public static Optional<IpAddress> read(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return bare.indexOf(':') >= 0 ? six(bare) : four(bare);
    }

    public boolean isV6() {
        return groups.size() == 8;
    }

    private static Optional<IpAddress> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4 || !Stream.of(parts).allMatch(part -> part.matches("0|[1-9][0-9]{0,2}"))) {
            return Optional.empty();
        }
        List<Integer> numbers = Stream.of(parts).map(Integer::valueOf).toList();
        return numbers.stream().allMatch(number -> number <= 255)
                ? Optional.of(new IpAddress(numbers))
                : Optional.empty();
    }

    private static Optional<IpAddress> six(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return hextets(text).filter(groups -> groups.size() == 8).map(IpAddress::new);
        }
        Optional<List<Integer>> head = hextets(text.substring(0, gap));
        Optional<List<Integer>> tail = hextets(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() > 7) {
            return Optional.empty();
        }
        List<Integer> groups = new ArrayList<>(head.get());
        while (groups.size() + tail.get().size() < 8) {
            groups.add(0);
        }
        groups.addAll(tail.get());
        return Optional.of(new IpAddress(groups));
    }

    private static Optional<List<Integer>> hextets(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        List<Integer> groups = new ArrayList<>();
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            Optional<IpAddress> embedded = i == parts.length - 1 ? four(parts[i]) : Optional.empty();
            if (embedded.isPresent()) {
                List<Integer> bytes = embedded.get().groups();
                groups.add(bytes.get(0) * 256 + bytes.get(1));
                groups.add(bytes.get(2) * 256 + bytes.get(3));
            } else if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    /** As an {@code Host} header has it: an IPv6 address in brackets. */
    String authority() {
        return isV6() ? "[" + this + "]" : toString();
    }

    /** A label that stands for this address in an invented host name. */
    String label() {
        String separator = "-";
        return "ip-" + groups.stream().map(this::group).collect(Collectors.joining(separator));
    }

    private String group(int number) {
        return isV6() ? Integer.toHexString(number) : Integer.toString(number);
    }

    /** The shortest spelling for IPv6 (RFC 5952), dotted for IPv4. */
    @Override
    public String toString() {
        if (!isV6()) {
            return groups.stream().map(this::group).collect(Collectors.joining("."));
        }
        int start = 0;
        int longest = 0;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && groups.get(i + length) == 0) {
                length++;
            }
            if (length > longest) {
                start = i;
                longest = length;
            }
        }
        if (longest < 2) {
            return joined(0, 8);
        }
        return joined(0, start) + "::" + joined(start + longest, 8);
    }

    private String joined(int from, int to) {
        return groups.subList(from, to).stream().map(this::group).collect(Collectors.joining(":"));
    }
}
