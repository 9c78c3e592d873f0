package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.VideoId;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

@Singleton
class PostgresVideos extends PostgresPictures<VideoId, Video> {

    PostgresVideos(Pool pool, Transactions transactions) {
        super(pool, transactions, "generate_video", VideoId::value, ResultRow::toVideo);
    }
}
