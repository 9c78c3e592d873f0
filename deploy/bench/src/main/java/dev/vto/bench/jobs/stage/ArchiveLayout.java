package dev.vto.bench.jobs.stage;

/**
 * What the jobs of an archive are, by their numbers. Work goes on in as many projects at once as there are sellers, in
 * bursts; when these have their jobs, it goes on in the next ones. So an archive grows by users and projects, as a
 * platform does, and each project keeps its size.
 *
 * @param sellers who own the first projects
 */
record ArchiveLayout(int sellers) {

    /** Jobs of a project. */
    static final int PER_PROJECT = 200;

    /** Jobs that are submitted to a project one after another. */
    static final int BURST = 8;

    /** Projects of a user, but for the sellers, who have one each. */
    static final int PER_USER = 4;

    private static final int SELECTED_EVERY = 20;
    private static final int TWO_IMAGES_EVERY = 16;

    /** Sent events are kept for a week, and jobs for a year. */
    private static final int WITH_EVENTS = 50;

    ArchiveLayout {
        if (sellers < 1) {
            throw new IllegalArgumentException("at least one seller, not " + sellers);
        }
    }

    /** How a job of an archive stands. */
    enum Outcome {
        SUCCEEDED,
        FAILED,
        CANCELED,
        /** Queued, and to be tried again in a month. */
        WAITING
    }

    /** The number of the project that a job belongs to. */
    int project(int job) {
        int block = job / jobsOfBlock();
        return block * sellers + job % jobsOfBlock() / BURST % sellers;
    }

    /** How many projects the first so many jobs belong to. */
    int projects(int jobs) {
        int begun = (jobs % jobsOfBlock() + BURST - 1) / BURST;
        return jobs / jobsOfBlock() * sellers + Math.min(sellers, begun);
    }

    /** The number of the user, none of the sellers, who owns a project that none of the sellers owns. */
    int user(int project) {
        return (project - sellers) / PER_USER;
    }

    /** Of a thousand 961 succeeded, 19 failed, 19 were cancelled and one waits. */
    static Outcome outcome(int job) {
        if (job % 1000 == 500) {
            return Outcome.WAITING;
        }
        return switch (job % 53) {
            case 7 -> Outcome.FAILED;
            case 31 -> Outcome.CANCELED;
            default -> Outcome.SUCCEEDED;
        };
    }

    /** About as many as there are jobs. */
    static int images(int job) {
        if (outcome(job) != Outcome.SUCCEEDED) {
            return 0;
        }
        return job % TWO_IMAGES_EVERY == 3 ? 2 : 1;
    }

    /** Whether the first image of a job is selected. */
    static boolean selected(int job) {
        return job % SELECTED_EVERY == 0 && images(job) > 0;
    }

    /** The first of so many jobs whose events are still there. */
    static int firstWithEvents(int jobs) {
        return jobs - jobs / WITH_EVENTS;
    }

    private int jobsOfBlock() {
        return sellers * PER_PROJECT;
    }
}
