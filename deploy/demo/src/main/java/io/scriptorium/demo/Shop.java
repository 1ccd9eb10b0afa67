package io.scriptorium.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A website: what is planned of it, and the ids that it has once it is made. */
final class Shop {
    final int number;
    final Catalogue.Site site;
    final Demand demand;
    final List<Person> admins;
    final List<Person> support;
    final List<Person> editors;
    final List<Person> writers;
    final List<Person> clients;
    /** Of whom nothing is heard but that they came, and maybe that they left. */
    final List<Person> passing;

    volatile String id;
    volatile String domain;
    final Map<String, String> levels = new ConcurrentHashMap<>();
    final Map<String, String> types = new ConcurrentHashMap<>();

    Shop(int number, Catalogue.Site site, Demand demand, Settings settings, double share, Chance chance) {
        this.number = number;
        this.site = site;
        this.demand = demand;
        People people = new People(demand, chance, site.locale());
        this.admins = people.staff("admin", 2);
        this.support = people.staff("support", 3);
        this.editors = people.staff("editor", 2);
        this.writers = people.comingAndGoing("writer", settings.volume(16, share, 3));
        this.clients = people.comingAndGoing("client", settings.volume(66, share, 6));
        this.passing = people.comingAndGoing("client", settings.volume(8, share, 1));
    }

    Person writerAt(Instant moment, Chance chance) {
        return chance.favouriteOf(around(writers, moment));
    }

    Person clientAt(Instant moment, Chance chance) {
        return chance.favouriteOf(around(clients, moment));
    }

    private static List<Person> around(List<Person> people, Instant moment) {
        List<Person> around =
                people.stream().filter(person -> person.isAround(moment)).toList();
        return around.isEmpty() ? people.subList(0, 1) : around;
    }
}
