package dev.vto.shared.event;

import java.util.Arrays;
import java.util.Optional;

/** The types of job event, version 1. */
public enum JobEventType {
    REQUESTED("vto.job.requested.v1", Topics.REQUESTED),
    QUEUED("vto.job.queued.v1", Topics.EVENTS),
    STARTED("vto.job.started.v1", Topics.EVENTS),
    PROGRESSED("vto.job.progressed.v1", Topics.EVENTS),
    RETRYING("vto.job.retrying.v1", Topics.EVENTS),
    SUCCEEDED("vto.job.succeeded.v1", Topics.EVENTS),
    FAILED("vto.job.failed.v1", Topics.EVENTS),
    CANCELED("vto.job.canceled.v1", Topics.EVENTS);

    private final String type;
    private final Topics topic;

    JobEventType(String type, Topics topic) {
        this.type = type;
        this.topic = topic;
    }

    /** The CloudEvents {@code type}. */
    public String type() {
        return type;
    }

    public Topics topic() {
        return topic;
    }

    /** The name without prefix and version, as streams show it: {@code started}. */
    public String shortName() {
        return type.substring("vto.job.".length(), type.length() - ".v1".length());
    }

    /** No event of its job follows this one, but for repeats. */
    public boolean last() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED;
    }

    public static Optional<JobEventType> ofType(String type) {
        return Arrays.stream(values()).filter(t -> t.type.equals(type)).findFirst();
    }
}
