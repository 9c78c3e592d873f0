package dev.vto.local;

/**
 * What lies between services and the servers of their stack: nothing, unless told otherwise. It is told at which port a
 * server listens, and answers at which one services find it.
 */
public interface Network {

    default int toPostgres(int port) {
        return port;
    }

    default int toKafka(int port) {
        return port;
    }
}
