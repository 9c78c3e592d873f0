package dev.vto.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {

    @Test
    void isTwoWhereAOnepieceExcludesTheRest() throws MalformedURLException {
        List<Look> looks = Look.of(photos(PhotoSlot.values()));

        assertThat(looks).extracting(Look::name).containsExactly("look one", "look two");
        assertThat(looks.get(0).photos())
                .containsOnlyKeys(
                        PhotoSlot.UPPER_FRONT,
                        PhotoSlot.UPPER_BACK,
                        PhotoSlot.BOTTOM_FRONT,
                        PhotoSlot.BOTTOM_BACK,
                        PhotoSlot.OUTER_FRONT,
                        PhotoSlot.OUTER_BACK);
        assertThat(looks.get(1).photos()).containsOnlyKeys(PhotoSlot.ONEPIECE_FRONT, PhotoSlot.ONEPIECE_BACK);
    }

    @Test
    void isOneWhereAnOuterIsWornOverAOnepiece() throws MalformedURLException {
        List<Look> looks = Look.of(photos(PhotoSlot.ONEPIECE_FRONT, PhotoSlot.OUTER_FRONT));

        assertThat(looks).singleElement().satisfies(look -> assertThat(look.photos())
                .containsOnlyKeys(PhotoSlot.ONEPIECE_FRONT, PhotoSlot.OUTER_FRONT));
    }

    @Test
    void isOneWithoutAOnepiece() throws MalformedURLException {
        assertThat(Look.of(photos(PhotoSlot.UPPER_FRONT, PhotoSlot.BOTTOM_FRONT)))
                .hasSize(1);
    }

    @Test
    void showsTheSidesThatThereArePhotosOf() throws MalformedURLException {
        assertThat(views(PhotoSlot.UPPER_FRONT, PhotoSlot.BOTTOM_BACK)).containsExactly(View.FRONT, View.BACK);
        assertThat(views(PhotoSlot.UPPER_FRONT, PhotoSlot.BOTTOM_FRONT)).containsExactly(View.FRONT);
        assertThat(views(PhotoSlot.UPPER_BACK)).containsExactly(View.BACK);
    }

    private static List<View> views(PhotoSlot... slots) throws MalformedURLException {
        return Look.of(photos(slots)).get(0).views();
    }

    private static Map<PhotoSlot, Photo> photos(PhotoSlot... slots) throws MalformedURLException {
        Map<PhotoSlot, Photo> photos = new EnumMap<>(PhotoSlot.class);
        for (PhotoSlot slot : Arrays.asList(slots)) {
            photos.put(
                    slot,
                    new Photo(
                            slot.wireName(),
                            URI.create("file:///" + slot.wireName()).toURL()));
        }
        return photos;
    }
}
