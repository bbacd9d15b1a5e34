package dev.egresso.outside;

/** What is spoken on a connection, as far as it matters for what can be asked without harm. */
public enum Talk {
    HTTP,
    /** HTTP/2, where every call needs a method that only its users know. */
    GRPC,
    /** TLS is agreed on inside the protocol, after a question of eight bytes. */
    POSTGRES,
    /** The server speaks first, and says whether it can do TLS. */
    MYSQL,
    /** Bytes of which nothing is known; nothing is sent. */
    BYTES
}
