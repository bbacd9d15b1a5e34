package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command that a URL was pasted with, taken apart as a shell would, to tell its URL from the values of its options.
 *
 * @param url the word that the command would call; empty if there is none
 */
record CommandLine(String url) {
    private static final Pattern FORM =
            Pattern.compile("^\\s*(?:\\$\\s+)?(curl|wget|http|https|xh|grpcurl)(?:\\.exe)?\\s.*", Pattern.DOTALL);
    private static final Pattern METHOD = Pattern.compile("[A-Z]{3,7}");
    private static final Set<String> WORDS_WITH_VALUE = Set.of(
            "--header",
            "--user-agent",
            "--referer",
            "--proxy",
            "--proxy-user",
            "--user",
            "--password",
            "--data",
            "--data-ascii",
            "--data-raw",
            "--data-binary",
            "--data-urlencode",
            "--post-data",
            "--post-file",
            "--json",
            "--form",
            "--form-string",
            "--output",
            "--output-dir",
            "--output-document",
            "--output-file",
            "--directory-prefix",
            "--request",
            "--method",
            "--body-data",
            "--cookie",
            "--cookie-jar",
            "--load-cookies",
            "--upload-file",
            "--cert",
            "--certificate",
            "--key",
            "--private-key",
            "--pass",
            "--cacert",
            "--ca-certificate",
            "--capath",
            "--resolve",
            "--connect-to",
            "--connect-timeout",
            "--max-time",
            "--timeout",
            "--tries",
            "--retry",
            "--retry-delay",
            "--write-out",
            "--range",
            "--interface",
            "--config",
            "--auth",
            "--auth-type",
            "--oauth2-bearer",
            "--aws-sigv4",
            "--doh-url",
            "--preproxy",
            "--socks5",
            "--socks5-hostname",
            "-authority",
            "-cacert",
            "-cert",
            "-import-path",
            "-key",
            "-max-time",
            "-proto",
            "-protoset",
            "-reflect-header",
            "-rpc-header",
            "-servername");
    private static final String LETTERS_OF_CURL = "HAexuUdoXbcFTEmwrKtyYzCQP";
    private static final String LETTERS_OF_WGET = "OoUPitTwQBelARDIXa";
    private static final String LETTERS_OF_OTHERS = "aAodH";

    static Optional<CommandLine> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> words = words(text.substring(form.end(1)));
        String letters =
                switch (form.group(1)) {
                    case "curl" -> LETTERS_OF_CURL;
                    case "wget" -> LETTERS_OF_WGET;
                    default -> LETTERS_OF_OTHERS;
                };
        List<String> plain = plain(words, letters);
        return plain.stream()
                .filter(word -> UrlReader.SCHEME.matcher(word).find())
                .findFirst()
                .or(() -> plain.stream()
                        .filter(word -> !METHOD.matcher(word).matches())
                        .findFirst())
                .or(() -> Optional.of(""))
                .map(CommandLine::new);
    }

    /** The words that are neither an option nor the value of one. */
    private static List<String> plain(List<String> words, String letters) {
        List<String> plain = new ArrayList<>();
        boolean valueNext = false;
        for (String word : words) {
            if (valueNext) {
                valueNext = false;
            } else if (word.startsWith("--url=")) {
                plain.add(word.substring("--url=".length()));
            } else if (word.startsWith("-")) {
                valueNext = takesNextWord(word, letters);
            } else {
                plain.add(word);
            }
        }
        return plain;
    }

    /** Of letters run together, the first that takes a value takes the rest of the word, or the next one. */
    private static boolean takesNextWord(String option, String letters) {
        if (option.startsWith("--") || WORDS_WITH_VALUE.contains(option)) {
            return WORDS_WITH_VALUE.contains(option);
        }
        for (int i = 1; i < option.length(); i++) {
            if (letters.indexOf(option.charAt(i)) >= 0) {
                return i == option.length() - 1;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = text.startsWith(".exe") ? ".exe".length() : 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quote != 0) {
                if (sign == quote) {
                    quote = 0;
                } else {
                    word.append(sign);
                }
            } else if (sign == '\'' || sign == '"') {
                quote = sign;
                begun = true;
            } else if (sign == '\\' && i + 1 < text.length() && !Character.isWhitespace(text.charAt(i + 1))) {
                word.append(text.charAt(++i));
                begun = true;
            } else if (Character.isWhitespace(sign) || sign == '\\') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(sign);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
