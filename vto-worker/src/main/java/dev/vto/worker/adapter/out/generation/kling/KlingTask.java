package dev.vto.worker.adapter.out.generation.kling;

/** What Kling can be asked to make. Its tasks are made and looked at under {@code /v1/{media}/{action}}. */
enum KlingTask {
    TRY_ON("images", "kolors-virtual-try-on"),
    VIDEO("videos", "image2video");

    private final String media;
    private final String action;

    KlingTask(String media, String action) {
        this.media = media;
        this.action = action;
    }

    String media() {
        return media;
    }

    String action() {
        return action;
    }
}
