package dev.vto.infra.test;

/** How much the tests of faults go through: {@code -Dvto.faults=full} takes its time, {@code short} is for every build. */
public final class Faults {

    private static final String SETTING = "vto.faults";

    private Faults() {}

    /** How many workers are killed in mid-job. */
    public static int kills() {
        return either(3, 20);
    }

    /** After how many lost workers a job fails: first never, then soon. */
    public static int[] lossLimits() {
        return either(new int[] {100}, new int[] {100, 3});
    }

    /** How many jobs run while they are. */
    public static int jobsUnderKills() {
        return either(40, 200);
    }

    /** How many cancels race with the ends of their jobs. */
    public static int cancels() {
        return either(30, 300);
    }

    /** For how many seconds connections are broken. */
    public static int stormSeconds() {
        return either(10, 60);
    }

    /** For how many seconds nobody gets a connection. */
    public static int exhaustionSeconds() {
        return either(5, 30);
    }

    /** For how many seconds PostgreSQL is stopped. */
    public static int maintenanceSeconds() {
        return either(3, 30);
    }

    /** For how many seconds Kafka is away. */
    public static int outageSeconds() {
        return either(20, 120);
    }

    /** For how many seconds nothing comes through the network. */
    public static int silenceSeconds() {
        return either(20, 60);
    }

    /** How many jobs one user sends at once. */
    public static int flood() {
        return either(600, 10_000);
    }

    /** For how many hosted backends a worker is killed while they work. */
    public static int backends() {
        return either(1, Integer.MAX_VALUE);
    }

    /** How many random steps a sequence of them has. */
    public static int steps() {
        return either(40, 1_500);
    }

    /** @throws IllegalArgumentException if the setting names neither; the message says what is allowed */
    private static <T> T either(T little, T much) {
        String size = System.getProperty(SETTING, "short");
        return switch (size) {
            case "short" -> little;
            case "full" -> much;
            default -> throw new IllegalArgumentException(SETTING + " is one of short, full, not '" + size + "'");
        };
    }
}
