package dev.egresso.mesh;

/** A TCP port, 1 to 65535 (Istio's validation of ports in {@code pkg/config/validation/agent}). */
public record Port(int number) {
    static final Port HTTP = new Port(80);
    static final Port HTTPS = new Port(443);

    public Port {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("port " + number + " is not between 1 and 65535");
        }
    }

    static Reading<Port> read(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            return Reading.refused("port-not-a-number", "text", text.strip());
        }
        int number = Integer.parseInt(digits);
        return number < 1 || number > 65_535
                ? Reading.refused("port-range", "text", digits)
                : Reading.of(new Port(number));
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
