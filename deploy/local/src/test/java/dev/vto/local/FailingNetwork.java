package dev.vto.local;

import dev.vto.infra.test.TcpProxy;

/** Carries what services and their servers say to each other, until a test lets it fail. */
final class FailingNetwork implements Network, AutoCloseable {

    private TcpProxy postgres;
    private TcpProxy kafka;

    @Override
    public int toPostgres(int port) {
        postgres = TcpProxy.to(port);
        return postgres.port();
    }

    @Override
    public int toKafka(int port) {
        kafka = TcpProxy.to(port);
        return kafka.port();
    }

    TcpProxy postgres() {
        return postgres;
    }

    TcpProxy kafka() {
        return kafka;
    }

    @Override
    public void close() {
        postgres.close();
        kafka.close();
    }
}
