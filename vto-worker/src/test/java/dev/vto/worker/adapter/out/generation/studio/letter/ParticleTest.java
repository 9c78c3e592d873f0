package dev.vto.worker.adapter.out.generation.studio.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticleTest {

    @ParameterizedTest
    @CsvSource({"상의, 를, 가, 는, 와, 로, 예요", "룩, 을, 이, 은, 과, 으로, 이에요", "차콜, 을, 이, 은, 과, 로, 이에요", "그린, 을, 이, 은, 과, 으로, 이에요"})
    void goesByTheLastSyllable(
            String noun, String object, String subject, String topic, String with, String by, String copula) {
        assertThat(Particle.OBJECT.after(noun)).contains(noun + object);
        assertThat(Particle.SUBJECT.after(noun)).contains(noun + subject);
        assertThat(Particle.TOPIC.after(noun)).contains(noun + topic);
        assertThat(Particle.WITH.after(noun)).contains(noun + with);
        assertThat(Particle.BY.after(noun)).contains(noun + by);
        assertThat(Particle.COPULA.after(noun)).contains(noun + copula);
    }

    @ParameterizedTest
    @CsvSource({"20, 을", "21, 을", "22, 를", "23, 을", "24, 를", "25, 를", "26, 을", "27, 을", "28, 을", "29, 를"})
    void readsDigitsInKorean(String number, String object) {
        assertThat(Particle.OBJECT.after("Look " + number)).contains("Look " + number + object);
    }

    @ParameterizedTest
    @CsvSource({"7, 로", "6, 으로", "Seoul, 로", "Autumn, 으로", "VR, 로"})
    void dropsTheFirstSyllableOfByAfterAnL(String words, String by) {
        assertThat(Particle.BY.after(words)).contains(words + by);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Spring", "SPRING", "Autumn", "Urban", "Casual", "Dream", "Elle Girl", "MLM", "HR", "Salon", "R"
            })
    void hearsAConsonantAtTheEndOfALatinName(String name) {
        assertThat(Particle.SUBJECT.after(name)).contains(name + "이");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Studio",
                "Milano",
                "City",
                "New",
                "Color",
                "Paris",
                "Breeze",
                "Vintage",
                "Café",
                "Soirée",
                "Blue",
                "FW",
                "SS",
                "BTS",
                "VTO",
                "R&D",
                "Denim & Co",
                "Nature"
            })
    void hearsAVowelAtTheEndOfALatinName(String name) {
        assertThat(Particle.SUBJECT.after(name)).contains(name + "가");
    }

    @ParameterizedTest
    @ValueSource(strings = {"‘봄’", "“봄!”", "봄 🌸", "봄…", "봄 ❄️"})
    void looksThroughMarksThatAreNotRead(String name) {
        assertThat(Particle.OBJECT.after(name)).contains(name + "을");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Book",
                "Park",
                "Club",
                "Bold",
                "Line",
                "Style",
                "White",
                "Chic",
                "Bag",
                "봄 (spring)",
                "春",
                "🌸",
                "",
                "Лето"
            })
    void keepsSilentWhereItCannotTell(String name) {
        assertThat(Particle.OBJECT.after(name)).isEmpty();
    }

    @Test
    void isNamedByItsFormAfterAConsonant() {
        for (Particle particle : Particle.values()) {
            assertThat(particle.after("룩").map(words -> Particle.of(words.substring(1))))
                    .contains(particle);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Particle.of("를")).withMessageContaining("를");
    }
}
