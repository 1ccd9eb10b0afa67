package io.scriptorium.demo;

/** Why it cannot go on, in a sentence for whoever started it. */
final class DemoFailure extends RuntimeException {
    DemoFailure(String sentence) {
        super(sentence);
    }

    DemoFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
