package dev.vto.fakes;

/** What a request to a backend is for. */
public enum Purpose {
    /** Sends a picture that a job is to use. */
    UPLOAD,
    /** Asks for a job. */
    SUBMIT,
    /** Asks where a job is. */
    LOOK,
    /** Listens to how far a job is. */
    WATCH,
    /** Fetches what a job has made. */
    FILE,
    /** Removes what a job has made. */
    REMOVE,
    /** Asks to stop a job. */
    CANCEL,
    /** Asks for what the others are to be signed with. */
    TOKEN
}
