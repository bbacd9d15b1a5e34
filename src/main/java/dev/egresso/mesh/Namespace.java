package dev.egresso.mesh;

/** A Kubernetes namespace: a DNS-1123 label of at most 63 characters. */
public record Namespace(String name) {
    public static final Namespace DEFAULT = new Namespace("default");

    public Namespace {
        if (!DnsName.isLabel(name)) {
            throw new IllegalArgumentException("namespace " + name + " is not a DNS-1123 label");
        }
    }

    static Reading<Namespace> read(String text) {
        String name = text.strip();
        return DnsName.isLabel(name)
                ? Reading.of(new Namespace(name))
                : Reading.refused("namespace-syntax", "text", name, "suggestion", DnsName.nearestLabel(name));
    }

    @Override
    public String toString() {
        return name;
    }
}
