package dev.egresso.outside;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a probe found.
 *
 * @param addresses that the name has here, in the order of the resolver
 * @param attempts at connecting, the last one may have worked
 * @param refused what became of greeting with ALPN as a sidecar does, if that was refused and another greeting was not
 * @param ownWord of a server that speaks a protocol of its own
 * @param exchanges the request and those that its redirects led to
 * @param fault what ended it before its time
 * @param proxy a setting of this machine that leads others through a proxy, without its credentials
 */
public record Found(
        Aim aim,
        List<String> addresses,
        List<Attempt> attempts,
        Optional<Hello> hello,
        Optional<Fault> refused,
        Optional<OwnWord> ownWord,
        List<Exchange> exchanges,
        Optional<Fault> fault,
        Optional<String> proxy) {
    public Found {
        addresses = List.copyOf(addresses);
        attempts = List.copyOf(attempts);
        exchanges = List.copyOf(exchanges);
    }

    public static Found nothing(Aim aim, Optional<String> proxy) {
        return new Found(
                aim,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                proxy);
    }

    /** The address that answered. */
    public Optional<String> connected() {
        return attempts.stream()
                .filter(attempt -> attempt.fault().isEmpty())
                .map(Attempt::address)
                .findFirst();
    }

    public boolean isCancelled() {
        return Stream.concat(fault.stream(), exchanges.stream().flatMap(exchange -> exchange.fault().stream()))
                .anyMatch(met -> met.kind() == Fault.Kind.CANCELLED);
    }

    public Found resolved(List<String> to) {
        return new Found(aim, to, attempts, hello, refused, ownWord, exchanges, fault, proxy);
    }

    public Found dialled(List<Attempt> tried) {
        return new Found(aim, addresses, tried, hello, refused, ownWord, exchanges, fault, proxy);
    }

    public Found greeted(Hello by) {
        return new Found(aim, addresses, attempts, Optional.of(by), refused, ownWord, exchanges, fault, proxy);
    }

    public Found refusedAsSidecar(Fault by) {
        return new Found(aim, addresses, attempts, hello, Optional.of(by), ownWord, exchanges, fault, proxy);
    }

    public Found said(OwnWord word) {
        return new Found(aim, addresses, attempts, hello, refused, Optional.of(word), exchanges, fault, proxy);
    }

    public Found asked(List<Exchange> all) {
        return new Found(aim, addresses, attempts, hello, refused, ownWord, all, fault, proxy);
    }

    public Found ended(Fault by) {
        return new Found(aim, addresses, attempts, hello, refused, ownWord, exchanges, Optional.of(by), proxy);
    }
}
