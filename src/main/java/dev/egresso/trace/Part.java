package dev.egresso.trace;

/** The parts of a journey, finer than {@link Stage}: what stands in front of a hop where each has a line of its own. */
public enum Part {
    APP("app", Stage.APP),
    SIDECAR("sidecar", Stage.SIDECAR),
    ZTUNNEL("ztunnel", Stage.SIDECAR),
    WAYPOINT("waypoint", Stage.SIDECAR),
    ROUTE("route", Stage.ROUTE),
    REWRITE("rewrite", Stage.REWRITE),
    CLUSTER("cluster", Stage.ROUTE),
    DNS("DNS", Stage.DNS),
    CONNECT("connect", Stage.DNS),
    TLS("TLS", Stage.TLS),
    SEND("send", Stage.ANSWER);

    private final String word;
    private final Stage stage;

    Part(String word, Stage stage) {
        this.word = word;
        this.stage = stage;
    }

    public String word() {
        return word;
    }

    public Stage stage() {
        return stage;
    }
}
