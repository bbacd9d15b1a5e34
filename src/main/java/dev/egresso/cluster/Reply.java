package dev.egresso.cluster;

/** What a server answered. */
record Reply(int code, String body) {
    boolean isGood() {
        return code >= 200 && code < 300;
    }
}
