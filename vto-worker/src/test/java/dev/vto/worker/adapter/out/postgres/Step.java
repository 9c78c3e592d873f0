package dev.vto.worker.adapter.out.postgres;

/**
 * One thing that happens to a queue.
 *
 * @param choice which of the jobs or runs it happens to, and how
 */
record Step(Act act, int choice) {

    enum Act {
        SUBMIT,
        CLAIM,
        CLAIM_PICTURES,
        BEAT,
        SUCCEED,
        FAIL,
        RETRY_LATER,
        HAND_BACK,
        CANCEL,
        PASS,
        SWEEP
    }
}
