package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/**
 * What a text came to: a value, or none with the reason why, and remarks either way. Expected nonsense is a value here,
 * never an exception.
 */
public record Reading<T>(Optional<T> value, List<Remark> remarks) {
    public Reading {
        remarks = List.copyOf(remarks);
    }

    static <T> Reading<T> of(T value, Remark... remarks) {
        return new Reading<>(Optional.of(value), List.of(remarks));
    }

    static <T> Reading<T> refused(String id, String... arguments) {
        return new Reading<>(Optional.empty(), List.of(Remark.error(id, arguments)));
    }

    boolean isRefused() {
        return value.isEmpty();
    }
}
