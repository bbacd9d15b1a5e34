package dev.egresso.mesh;

/** The version of the networking.istio.io API that the resources are written in; all three share one schema. */
public enum ApiVersion implements Choice {
    V1("v1"),
    V1BETA1("v1beta1"),
    V1ALPHA3("v1alpha3");

    private final String word;

    ApiVersion(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
