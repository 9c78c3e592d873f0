package dev.vto.local.demo;

/** The demo cannot begin, or did not get what it asked for; the message is for the person at the terminal. */
public final class DemoFailure extends RuntimeException {

    DemoFailure(String message) {
        super(message);
    }

    DemoFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
