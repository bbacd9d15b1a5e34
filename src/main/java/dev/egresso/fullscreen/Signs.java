package dev.egresso.fullscreen;

/** The signs of the page and their twins in ASCII, one column each so that nothing moves. */
final class Signs {
    private static final String SIGNS = "▌▸•×…‹›↳─│┊→·✓=“”‘’–";
    private static final String TWINS = "|>*x~<>\\-|:>.v=\"\"''-";

    private Signs() {}

    static String inAscii(String text) {
        if (text.chars().allMatch(character -> character < 0x80)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder(text.length());
        text.chars().forEach(character -> {
            int sign = SIGNS.indexOf(character);
            ascii.append(sign < 0 ? (char) character : TWINS.charAt(sign));
        });
        return ascii.toString();
    }
}
