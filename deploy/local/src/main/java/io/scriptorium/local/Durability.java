package io.scriptorium.local;

/** Whether a commit waits for the disk. */
public enum Durability {
    /** What was committed survives {@code kill -9} and a power cut. */
    ON,
    /** Several times faster, for tests that kill nothing. */
    OFF
}
