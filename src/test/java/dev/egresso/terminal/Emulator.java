package dev.egresso.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a terminal as it takes to see what a delta paints. It refuses what the encoder has no business to write. */
final class Emulator {
    private static final Pattern PIECE =
            Pattern.compile("\u001b\\[(?<parameters>[0-9;?]*)(?<last>[A-Za-z])|(?<text>\\X)");

    private final ToIntFunction<String> width;
    private String[][] cells;
    private String[][] styles;
    private int column;
    private int row;
    private String style = "";

    Emulator(Size size, ToIntFunction<String> width) {
        this.width = width;
        resize(size);
    }

    void resize(Size size) {
        cells = grid(size, " ");
        styles = grid(size, "");
    }

    /** A row as it looks; the right half of a wide character is empty. */
    List<String> row(int y) {
        List<String> looks = new ArrayList<>();
        for (int x = 0; x < cells[y].length; x++) {
            looks.add(cells[y][x] + styles[y][x]);
        }
        return looks;
    }

    String style() {
        return style;
    }

    void write(String bytes) {
        Matcher pieces = PIECE.matcher(bytes);
        int end = 0;
        while (pieces.find()) {
            if (pieces.start() != end) {
                throw new AssertionError("not understood: " + bytes.substring(end, pieces.start()));
            }
            end = pieces.end();
            if (pieces.group("text") == null) {
                obey(pieces.group("parameters"), pieces.group("last").charAt(0));
            } else {
                put(pieces.group("text"));
            }
        }
    }

    private void obey(String parameters, char last) {
        switch (last) {
            case 'H' -> {
                String[] numbers = parameters.split(";");
                row = Integer.parseInt(numbers[0]) - 1;
                column = Integer.parseInt(numbers[1]) - 1;
            }
            case 'C' -> column += Integer.parseInt(parameters);
            case 'm' -> style = parameters.isEmpty() ? "" : "\u001b[" + parameters + "m";
            case 'J' -> {
                Arrays.stream(cells).forEach(line -> Arrays.fill(line, " "));
                Arrays.stream(styles).forEach(line -> Arrays.fill(line, ""));
            }
            default -> throw new AssertionError("not understood: CSI " + parameters + last);
        }
    }

    private void put(String text) {
        int columns = width.applyAsInt(text);
        if (Character.isISOControl(text.codePointAt(0)) || column + columns > cells[row].length) {
            throw new AssertionError("'" + text + "' at " + column + "," + row);
        }
        for (int x = column; x < column + columns; x++) {
            breakUp(x);
        }
        cells[row][column] = text;
        styles[row][column] = style;
        if (columns == 2) {
            cells[row][column + 1] = "";
            styles[row][column + 1] = "";
        }
        column += columns;
    }

    /** Writing on one half of a wide character takes the other half away. */
    private void breakUp(int x) {
        if (cells[row][x].isEmpty()) {
            cells[row][x - 1] = " ";
            styles[row][x - 1] = "";
        }
        if (x + 1 < cells[row].length && cells[row][x + 1].isEmpty()) {
            cells[row][x + 1] = " ";
            styles[row][x + 1] = "";
        }
    }

    private static String[][] grid(Size size, String filling) {
        String[][] grid = new String[size.rows()][size.columns()];
        Arrays.stream(grid).forEach(line -> Arrays.fill(line, filling));
        return grid;
    }
}
