package dev.vto.worker.adapter.out.postgres;

import dev.vto.infra.test.PlatformResource;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Map;

/** A platform whose database the worker under test reaches over a {@link Line}. */
public class LineResource extends PlatformResource {

    private final Vertx vertx = Vertx.vertx();
    private Line line;

    @Override
    public void init(Map<String, String> args) {
        super.init(Map.of("role", "worker"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        URI direct = URI.create(settings.get("VTO_DB_URL"));
        line = Line.to(vertx, direct.getHost(), direct.getPort());
        settings.put("direct.database.url", direct.toString());
        settings.put("VTO_DB_URL", "postgresql://" + line.host() + ":" + line.port() + direct.getPath());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(line, new TestInjector.MatchesType(Line.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
