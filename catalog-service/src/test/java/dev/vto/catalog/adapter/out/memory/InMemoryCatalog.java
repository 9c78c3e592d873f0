package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Letters;
import dev.vto.catalog.application.port.Pictures;
import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** All data in memory, at a time that stands still. */
public final class InMemoryCatalog implements Catalog {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final InMemoryUsers users = new InMemoryUsers(Fixtures.CLOCK);
    private final InMemoryIdentities identities = new InMemoryIdentities(users);
    private final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens(users);
    private final InMemoryCollections collections = new InMemoryCollections(users);
    private final InMemoryProjects projects = new InMemoryProjects(collections, this::isLetterOf);
    private final InMemoryProducts products = new InMemoryProducts(projects, Fixtures.CLOCK);
    private final InMemoryResults results = new InMemoryResults(projects, products, Fixtures.CLOCK);
    private final InMemoryShares shares = new InMemoryShares(projects, users);
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryJobs jobs = new InMemoryJobs(projects, products, results, outbox, Fixtures.CLOCK);
    private final InMemoryWorkload workload = new InMemoryWorkload(jobs, outbox, Fixtures.CLOCK);

    @Override
    public InMemoryUsers users() {
        return users;
    }

    @Override
    public InMemoryIdentities identities() {
        return identities;
    }

    @Override
    public InMemoryRefreshTokens refreshTokens() {
        return refreshTokens;
    }

    @Override
    public InMemoryCollections collections() {
        return collections;
    }

    @Override
    public InMemoryProjects projects() {
        return projects;
    }

    @Override
    public InMemoryProducts products() {
        return products;
    }

    @Override
    public InMemoryJobs jobs() {
        return jobs;
    }

    InMemoryWorkload workload() {
        return workload;
    }

    @Override
    public InMemoryResults results() {
        return results;
    }

    @Override
    public Pictures<ImageId, Image> images() {
        return results.images();
    }

    @Override
    public Pictures<VideoId, Video> videos() {
        return results.videos();
    }

    @Override
    public Letters letters() {
        return results.letters();
    }

    @Override
    public Shares shares() {
        return shares;
    }

    @Override
    public Relay relay() {
        return () -> outbox.carry(jobs);
    }

    @Override
    public <T> T await(Uni<T> answer) {
        return answer.await().atMost(LIMIT);
    }

    @Override
    public void share(ProjectId project, UserId user, Role role) {
        projects.share(project, user, role);
    }

    @Override
    public void delete(UserId user) {
        users.delete(user);
    }

    @Override
    public void delete(CollectionId collection) {
        collections.delete(collection);
    }

    @Override
    public void delete(ProjectId project) {
        projects.delete(project);
    }

    @Override
    public void delete(ProductId product) {
        products.delete(product);
    }

    @Override
    public void delete(ImageId image) {
        results.delete(image);
    }

    @Override
    public void delete(VideoId video) {
        results.delete(video);
    }

    @Override
    public void delete(LetterId letter) {
        results.delete(letter);
    }

    @Override
    public void made(Image image) {
        results.add(image);
    }

    @Override
    public void made(Video video) {
        results.add(video);
    }

    @Override
    public void made(Letter letter) {
        results.add(letter);
    }

    @Override
    public void claimed(JobId job) {
        jobs.claimed(job);
    }

    @Override
    public void succeeded(JobId job) {
        jobs.succeeded(job);
    }

    @Override
    public void failed(JobId job) {
        jobs.failed(job);
    }

    @Override
    public List<JobEventType> savedEventsOf(JobId job) {
        return outbox.savedOf(job);
    }

    @Override
    public List<JobEventType> carriedEventsOf(JobId job) {
        return outbox.carriedOf(job);
    }

    private boolean isLetterOf(ProjectId project, LetterId letter) {
        return await(results.letter(letter))
                .filter(found -> found.projectId().equals(project))
                .isPresent();
    }
}
