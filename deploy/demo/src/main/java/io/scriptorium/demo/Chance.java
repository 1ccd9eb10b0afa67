package io.scriptorium.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A seeded random mind, with the distributions that a market has. */
final class Chance {
    /** How much likelier the first of a list is than the tenth: a few do most. */
    private static final double SKEW = 0.9;

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** One that depends on this one's seed and on nothing that is drawn from it afterwards. */
    Chance branch() {
        return new Chance(random.nextLong());
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The earlier in the list, the likelier: Zipf's law. */
    <T> T favouriteOf(List<T> all) {
        double[] weights = new double[all.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / Math.pow(i + 1.0, SKEW);
        }
        return all.get(weighted(weights));
    }

    /** The index of one, as likely as its weight. */
    int weighted(double... weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double drawn = random.nextDouble() * all;
        for (int i = 0; i < weights.length - 1; i++) {
            drawn -= weights[i];
            if (drawn < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Most near the median, a few far above: how sums of money and times to answer lie. */
    double logNormal(double median, double spread) {
        return median * Math.exp(random.nextGaussian() * spread);
    }

    BigDecimal money(double median, double spread, double least, double most) {
        double amount = Math.min(most, Math.max(least, logNormal(median, spread)));
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** In whole numbers, as people give. */
    BigDecimal roundMoney(double median, double spread, double least, double most) {
        return money(median, spread, least, most).setScale(0, RoundingMode.UP).setScale(2);
    }

    Duration hours(double median, double spread, double most) {
        return minutes(Math.min(most, logNormal(median, spread)) * 60);
    }

    Duration minutes(double minutes) {
        return Duration.ofSeconds(Math.max(30, Math.round(minutes * 60)));
    }
}
