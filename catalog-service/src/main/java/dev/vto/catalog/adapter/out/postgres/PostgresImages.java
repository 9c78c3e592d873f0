package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.result.Image;
import dev.vto.shared.id.ImageId;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

@Singleton
class PostgresImages extends PostgresPictures<ImageId, Image> {

    PostgresImages(Pool pool, Transactions transactions) {
        super(pool, transactions, "generate_img", ImageId::value, ResultRow::toImage);
    }
}
