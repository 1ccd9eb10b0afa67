package io.scriptorium.demo;

import java.time.Instant;

/**
 * What is wanted.
 *
 * @param days how many days of the past, today included; 0 for none
 * @param scale of the volume: 1 is some 650 special orders on five websites
 * @param seed the same one makes the same plan
 * @param end where the past ends: now
 */
record Settings(int websites, int days, double scale, long seed, Instant end) {
    /** At least {@code least}, since a website without any of a kind looks broken rather than small. */
    int volume(double ofOneWebsite, double share, int least) {
        return Math.max(least, (int) Math.round(ofOneWebsite * share * scale));
    }
}
