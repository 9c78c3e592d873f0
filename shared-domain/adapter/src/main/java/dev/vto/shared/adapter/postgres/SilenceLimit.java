package dev.vto.shared.adapter.postgres;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which nothing was sent or came for so long. The client's own idle timeout does not: it says
 * goodbye and waits for the server to close, which a server that does not answer never does.
 */
final class SilenceLimit extends IdleStateHandler {

    private SilenceLimit(Duration limit) {
        super(0, 0, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Guards a connection that is open. */
    static void guard(SqlConnection connection, Duration limit) {
        SocketConnectionBase socket = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        socket.socket().channelHandlerContext().pipeline().addFirst(new SilenceLimit(limit));
    }

    /** From here on no handler is left that would wait. */
    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        context.close();
    }
}
