package dev.vto.shared.event;

/** The Kafka topics. The services never create them; the operator does (the local stack does it itself). */
public enum Topics {
    /** Doorbells for workers. */
    REQUESTED("vto.job.requested", 48, 1),
    /** The public feed of job events. */
    EVENTS("vto.job.events", 12, 7),
    /** Records that could not be read, for operators. */
    DEAD("vto.job.dead", 3, 30);

    private final String topicName;
    private final int partitions;
    private final int retentionDays;

    Topics(String topicName, int partitions, int retentionDays) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retentionDays = retentionDays;
    }

    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    public int retentionDays() {
        return retentionDays;
    }
}
