package io.scriptorium.demo;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.datafaker.Faker;

/** The people of a website, each with a name of their own. */
final class People {
    /** How many of the clients and writers are there from the first day. */
    private static final double FIRST = 0.35;

    private static final int LONGEST = 60;

    private final Faker faker;
    private final Demand demand;
    private final Chance chance;
    private final Set<String> usernames = new HashSet<>();

    People(Demand demand, Chance chance, Locale locale) {
        this.demand = demand;
        this.chance = chance;
        this.faker = new Faker(locale, chance.branch().random());
    }

    /** There from the beginning. */
    List<Person> staff(String role, int count) {
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(person(role, demand.start()));
        }
        return all;
    }

    /** Some from the beginning, the others as they come; in that order. */
    List<Person> comingAndGoing(String role, int count) {
        int first = Math.max(1, (int) Math.round(count * FIRST));
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            // When the website and its staff are there.
            all.add(person(role, demand.start().plus(Plan.STRETCH).plusSeconds(60L * chance.between(0, 100))));
        }
        all.sort(Comparator.comparing(person -> person.joinsAt));
        demand.openMoments(count - first, chance).forEach(moment -> all.add(person(role, moment)));
        return all;
    }

    /** Who comes while everybody else is there already; a number keeps the names apart. */
    Person newcomer(Instant now, int number) {
        Person person = person("client", now);
        return new Person("client", person.fullName, person.username + "." + number, now);
    }

    private Person person(String role, Instant joinsAt) {
        String name = faker.name().firstName() + " " + faker.name().lastName();
        return new Person(role, name, username(name), joinsAt);
    }

    private String username(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z ]", "")
                .trim()
                .replaceAll(" +", ".");
        String wanted = plain.isEmpty() ? "somebody" : plain.substring(0, Math.min(LONGEST, plain.length()));
        String username = wanted;
        for (int number = 2; !usernames.add(username); number++) {
            username = wanted + number;
        }
        return username;
    }
}
