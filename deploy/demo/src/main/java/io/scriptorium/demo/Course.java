package io.scriptorium.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A journey while it is planned: a moment that moves on, and the steps so far. */
final class Course {
    final Shop shop;
    final Chance chance;
    private final double pace;
    private final Journey journey = new Journey();
    private final List<Step> steps = new ArrayList<>();
    private Instant at;

    /** @param pace 1 as in life; less to live through it faster */
    Course(Shop shop, Instant begin, double pace, Chance chance) {
        this.shop = shop;
        this.at = begin;
        this.pace = pace;
        this.chance = chance;
    }

    Instant at() {
        return at;
    }

    Course later(Duration time) {
        at = at.plusMillis(Math.max(1, Math.round(time.toMillis() * pace)));
        return this;
    }

    /** Then staff come to it. */
    Course atWork() {
        if (pace == 1) {
            at = shop.demand.atWork(at, chance);
        }
        return this;
    }

    Course backTo(Instant moment) {
        at = moment;
        return this;
    }

    void step(Deed deed, String what, Step.Work work) {
        steps.add(new Step(shop, at, deed, shop.number + " " + what, journey, work));
    }

    List<Step> steps() {
        return steps;
    }
}
