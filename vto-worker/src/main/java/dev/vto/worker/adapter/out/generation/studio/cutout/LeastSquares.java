package dev.vto.worker.adapter.out.generation.studio.cutout;

/** Linear systems as least squares leave them: symmetric, and with no pivot near zero. */
final class LeastSquares {

    private LeastSquares() {}

    /**
     * Gauss elimination.
     *
     * @param system rows with the right side as their last number; overwritten
     */
    static double[] solved(double[][] system) {
        int count = system.length;
        for (int pivot = 0; pivot < count; pivot++) {
            for (int row = pivot + 1; row < count; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                if (factor != 0) {
                    for (int column = pivot; column <= count; column++) {
                        system[row][column] -= factor * system[pivot][column];
                    }
                }
            }
        }
        double[] solution = new double[count];
        for (int row = count - 1; row >= 0; row--) {
            double rest = system[row][count];
            for (int column = row + 1; column < count; column++) {
                rest -= system[row][column] * solution[column];
            }
            solution[row] = rest / system[row][row];
        }
        return solution;
    }
}
