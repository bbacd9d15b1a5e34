package dev.egresso.check;

import dev.egresso.mesh.Severity;

/**
 * One thing that can be wrong with a set of resources, or worth saying about it. A rule looks at what is there and says
 * nothing where a value is not known yet.
 */
public abstract class Rule {
    private final String id;
    private final Severity severity;

    Rule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    public final String id() {
        return id;
    }

    /** How much its findings weigh, unless the rule says otherwise of one. */
    public final Severity severity() {
        return severity;
    }

    abstract void check(ResourceSet set, Found found);
}
