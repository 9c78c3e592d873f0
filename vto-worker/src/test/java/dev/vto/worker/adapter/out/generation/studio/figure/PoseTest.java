package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoseTest {

    @ParameterizedTest
    @CsvSource({"-40, 9", "0, 9", "33, 33", "80, 80", "170, 80"})
    void liftsArmsNoFurtherThanAMannequinCan(double asked, double lifted) {
        assertThat(Pose.STANDING.withArm(-1, asked).leftArm()).isEqualTo(lifted);
        assertThat(Pose.STANDING.withArm(1, asked).rightArm()).isEqualTo(lifted);
    }

    @ParameterizedTest
    @CsvSource({"-90, 40", "0, 40", "95, 95", "150, 150", "400, 150"})
    void partsLegsNoFurtherThanAMannequinCan(double asked, double parted) {
        assertThat(Pose.STANDING.withAnkle(-1, -asked).leftAnkle()).isEqualTo(-parted);
        assertThat(Pose.STANDING.withAnkle(1, asked).rightAnkle()).isEqualTo(parted);
    }

    @Test
    void movesOneLimbAlone() {
        assertThat(Pose.STANDING.withArm(-1, 45).withAnkle(1, 100)).isEqualTo(new Pose(45, 14, -54, 100));
        assertThat(Pose.STANDING.withArm(1, 45).withAnkle(-1, -100)).isEqualTo(new Pose(14, 45, -100, 54));
    }
}
