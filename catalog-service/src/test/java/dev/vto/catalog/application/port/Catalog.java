package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.catalog.domain.user.User;
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
import java.util.List;

/** All ports that keep data, of one kind, and what others do to the data behind their backs. */
public interface Catalog {

    Users users();

    Identities identities();

    RefreshTokens refreshTokens();

    Collections collections();

    Projects projects();

    Products products();

    Jobs jobs();

    Results results();

    Pictures<ImageId, Image> images();

    Pictures<VideoId, Video> videos();

    Letters letters();

    Shares shares();

    Relay relay();

    /** What a port answers. */
    <T> T await(Uni<T> answer);

    void share(ProjectId project, UserId user, Role role);

    void delete(UserId user);

    void delete(CollectionId collection);

    void delete(ProjectId project);

    void delete(ProductId product);

    void delete(ImageId image);

    void delete(VideoId video);

    void delete(LetterId letter);

    /** A worker wrote it. */
    void made(Image image);

    /** A worker wrote it. */
    void made(Video video);

    /** A worker wrote it. */
    void made(Letter letter);

    /** A worker took the job. */
    void claimed(JobId job);

    /** A worker brought the job to its end. */
    void succeeded(JobId job);

    /** A worker gave the job up. */
    void failed(JobId job);

    /** The events that were saved for the job, in their order. */
    List<JobEventType> savedEventsOf(JobId job);

    /** Those of them that were carried to their readers. */
    List<JobEventType> carriedEventsOf(JobId job);

    default User given(User user) {
        return await(users().add(user));
    }

    default Collection given(Collection collection) {
        await(collections().add(collection, Cap.NONE));
        return collection;
    }

    default Project given(Project project) {
        await(projects().add(project, Cap.NONE));
        return project;
    }

    default Product given(Product product) {
        await(products().add(product));
        return product;
    }

    default Job given(NewJob job) {
        return await(jobs().submit(job, Cap.NONE));
    }

    default Image given(Image image) {
        made(image);
        return image;
    }

    default Video given(Video video) {
        made(video);
        return video;
    }

    default Letter given(Letter letter) {
        made(letter);
        return letter;
    }

    /** An empty project of a new seller's. */
    default Project givenAProject() {
        Collection collection =
                given(Fixtures.aCollection(given(Fixtures.aUser()).id()));
        return given(Fixtures.aProject().in(collection).build());
    }

    /** A new user with whom the project is shared. */
    default UserId givenA(Role role, Project project) {
        UserId user = given(Fixtures.aUser()).id();
        share(project.id(), user, role);
        return user;
    }
}
