package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.application.port.Identities;
import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Letters;
import dev.vto.catalog.application.port.Pictures;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.application.port.RefreshTokens;
import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All data in PostgreSQL, behind the adapters that the catalog runs with. */
@ApplicationScoped
public class PostgresCatalog implements Catalog {

    private final Users users;
    private final Identities identities;
    private final RefreshTokens refreshTokens;
    private final Collections collections;
    private final Projects projects;
    private final Products products;
    private final Jobs jobs;
    private final Results results;
    private final Pictures<ImageId, Image> images;
    private final Pictures<VideoId, Video> videos;
    private final Letters letters;
    private final Shares shares;
    private final Relay relay;
    private final OthersSql others;

    PostgresCatalog(
            Users users,
            Identities identities,
            RefreshTokens refreshTokens,
            Collections collections,
            Projects projects,
            Products products,
            Jobs jobs,
            Results results,
            Pictures<ImageId, Image> images,
            Pictures<VideoId, Video> videos,
            Letters letters,
            Shares shares,
            Relay relay,
            OthersSql others) {
        this.users = users;
        this.identities = identities;
        this.refreshTokens = refreshTokens;
        this.collections = collections;
        this.projects = projects;
        this.products = products;
        this.jobs = jobs;
        this.results = results;
        this.images = images;
        this.videos = videos;
        this.letters = letters;
        this.shares = shares;
        this.relay = relay;
        this.others = others;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Identities identities() {
        return identities;
    }

    @Override
    public RefreshTokens refreshTokens() {
        return refreshTokens;
    }

    @Override
    public Collections collections() {
        return collections;
    }

    @Override
    public Projects projects() {
        return projects;
    }

    @Override
    public Products products() {
        return products;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public Results results() {
        return results;
    }

    @Override
    public Pictures<ImageId, Image> images() {
        return images;
    }

    @Override
    public Pictures<VideoId, Video> videos() {
        return videos;
    }

    @Override
    public Letters letters() {
        return letters;
    }

    @Override
    public Shares shares() {
        return shares;
    }

    @Override
    public Relay relay() {
        return relay;
    }

    /** The adapters need a Vert.x context, which a test's own thread is not. */
    @Override
    public <T> T await(Uni<T> answer) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> answer);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void share(ProjectId project, UserId user, Role role) {
        others.execute(
                """
                UPDATE projects SET shard_user_list = coalesce(shard_user_list, '[]')
                  || jsonb_build_object('userId', ?::text, 'role', ?::text) WHERE id = ?
                """,
                user.toString(),
                role.name(),
                project.value());
    }

    @Override
    public void delete(UserId user) {
        others.execute("UPDATE users SET deleted_at = now() WHERE id = ?", user.value());
    }

    @Override
    public void delete(CollectionId collection) {
        others.execute("UPDATE collections SET deleted_at = now() WHERE id = ?", collection.value());
    }

    @Override
    public void delete(ProjectId project) {
        others.execute("UPDATE projects SET deleted_at = now() WHERE id = ?", project.value());
    }

    @Override
    public void delete(ProductId product) {
        others.execute("UPDATE products SET deleted_at = now() WHERE id = ?", product.value());
    }

    @Override
    public void delete(ImageId image) {
        others.execute("UPDATE generate_img SET deleted_at = now() WHERE id = ?", image.value());
    }

    @Override
    public void delete(VideoId video) {
        others.execute("UPDATE generate_video SET deleted_at = now() WHERE id = ?", video.value());
    }

    @Override
    public void delete(LetterId letter) {
        others.execute("UPDATE marketing_letter SET deleted_at = now() WHERE id = ?", letter.value());
    }

    @Override
    public void made(Image image) {
        others.insert(image);
    }

    @Override
    public void made(Video video) {
        others.insert(video);
    }

    @Override
    public void made(Letter letter) {
        others.insert(letter);
    }

    @Override
    public void claimed(JobId job) {
        others.execute(
                """
                UPDATE vto_job SET status = 'RUNNING', worker = 'worker-1', claim = claim + 1, attempt = attempt + 1,
                  started_at = now(), heartbeat_at = now() WHERE id = ? AND status IN ('PENDING', 'QUEUED')
                """,
                job.value());
    }

    @Override
    public void succeeded(JobId job) {
        others.execute(
                "UPDATE vto_job SET status = 'SUCCEEDED', finished_at = now() WHERE id = ? AND status = 'RUNNING'",
                job.value());
    }

    @Override
    public void failed(JobId job) {
        others.execute(
                """
                UPDATE vto_job SET status = 'FAILED', finished_at = now(), error_code = 'backend_unavailable'
                WHERE id = ? AND status = 'RUNNING'
                """,
                job.value());
    }

    @Override
    public List<JobEventType> savedEventsOf(JobId job) {
        return others.events("SELECT type FROM outbox_event WHERE aggregateid = ? ORDER BY seq", job);
    }

    @Override
    public List<JobEventType> carriedEventsOf(JobId job) {
        return others.events(
                "SELECT type FROM outbox_event WHERE aggregateid = ? AND sent_at IS NOT NULL ORDER BY position", job);
    }
}
