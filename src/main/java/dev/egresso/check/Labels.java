package dev.egresso.check;

import java.util.regex.Pattern;

/** Labels as Kubernetes has them, and Istio with more letters ({@code pkg/config/labels}). */
final class Labels {
    private static final int LONGEST_PREFIX = 253;
    private static final int LONGEST_NAME = 63;
    private static final String LABEL = "[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?";
    private static final Pattern PREFIX = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");

    private Labels() {}

    static boolean isKey(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        boolean prefixed = slash < 0
                || slash <= LONGEST_PREFIX
                        && PREFIX.matcher(key.substring(0, slash)).matches();
        return prefixed && name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    static boolean isValue(String value) {
        return value.isEmpty() || NAME.matcher(value).matches();
    }
}
