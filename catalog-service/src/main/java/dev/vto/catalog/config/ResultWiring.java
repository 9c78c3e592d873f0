package dev.vto.catalog.config;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.DeleteResult;
import dev.vto.catalog.application.EditLetter;
import dev.vto.catalog.application.ListDeletedResults;
import dev.vto.catalog.application.RestoreResult;
import dev.vto.catalog.application.ResultAccess;
import dev.vto.catalog.application.SelectPicture;
import dev.vto.catalog.application.WriteLetter;
import dev.vto.catalog.application.port.Letters;
import dev.vto.catalog.application.port.Pictures;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.VideoId;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts together what people do to images, videos and letters. */
class ResultWiring {

    @Produces
    @Singleton
    ResultAccess<ImageId> imageAccess(
            Pictures<ImageId, Image> images, Access access, Retention retention, Clock clock) {
        return new ResultAccess<>("image", images, access, retention, clock);
    }

    @Produces
    @Singleton
    ResultAccess<VideoId> videoAccess(
            Pictures<VideoId, Video> videos, Access access, Retention retention, Clock clock) {
        return new ResultAccess<>("video", videos, access, retention, clock);
    }

    @Produces
    @Singleton
    ResultAccess<LetterId> letterAccess(Letters letters, Access access, Retention retention, Clock clock) {
        return new ResultAccess<>("letter", letters, access, retention, clock);
    }

    @Produces
    @Singleton
    SelectPicture<ImageId, Image> selectImage(Pictures<ImageId, Image> images, ResultAccess<ImageId> access) {
        return new SelectPicture<>(images, access);
    }

    @Produces
    @Singleton
    SelectPicture<VideoId, Video> selectVideo(Pictures<VideoId, Video> videos, ResultAccess<VideoId> access) {
        return new SelectPicture<>(videos, access);
    }

    @Produces
    @Singleton
    DeleteResult<ImageId, Image> deleteImage(Pictures<ImageId, Image> images, ResultAccess<ImageId> access) {
        return new DeleteResult<>(images, access);
    }

    @Produces
    @Singleton
    DeleteResult<VideoId, Video> deleteVideo(Pictures<VideoId, Video> videos, ResultAccess<VideoId> access) {
        return new DeleteResult<>(videos, access);
    }

    @Produces
    @Singleton
    DeleteResult<LetterId, Letter> deleteLetter(Letters letters, ResultAccess<LetterId> access) {
        return new DeleteResult<>(letters, access);
    }

    @Produces
    @Singleton
    RestoreResult<ImageId, Image> restoreImage(Pictures<ImageId, Image> images, ResultAccess<ImageId> access) {
        return new RestoreResult<>(images, access);
    }

    @Produces
    @Singleton
    RestoreResult<VideoId, Video> restoreVideo(Pictures<VideoId, Video> videos, ResultAccess<VideoId> access) {
        return new RestoreResult<>(videos, access);
    }

    @Produces
    @Singleton
    RestoreResult<LetterId, Letter> restoreLetter(Letters letters, ResultAccess<LetterId> access) {
        return new RestoreResult<>(letters, access);
    }

    @Produces
    @Singleton
    ListDeletedResults<Image> listDeletedImages(
            Pictures<ImageId, Image> images, Access access, Retention retention, Clock clock) {
        return new ListDeletedResults<>(images, access, retention, clock);
    }

    @Produces
    @Singleton
    ListDeletedResults<Video> listDeletedVideos(
            Pictures<VideoId, Video> videos, Access access, Retention retention, Clock clock) {
        return new ListDeletedResults<>(videos, access, retention, clock);
    }

    @Produces
    @Singleton
    ListDeletedResults<Letter> listDeletedLetters(Letters letters, Access access, Retention retention, Clock clock) {
        return new ListDeletedResults<>(letters, access, retention, clock);
    }

    @Produces
    @Singleton
    WriteLetter writeLetter(Access access, Letters letters, Users users, Supplier<UUID> ids, Clock clock) {
        return new WriteLetter(access, letters, users, ids, clock);
    }

    @Produces
    @Singleton
    EditLetter editLetter(Letters letters, ResultAccess<LetterId> access) {
        return new EditLetter(letters, access);
    }
}
