package io.scriptorium.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What the websites are called and offer, and what people there say. */
final class Catalogue {
    /** @param label of the domain, below {@code .example}, which nobody can own */
    record Site(String name, String label, String currency, String timeZone, String language) {
        ZoneId zone() {
            return ZoneId.of(timeZone);
        }

        Locale locale() {
            return Locale.forLanguageTag(language);
        }
    }

    record Level(String name, int rank, int tipPercentage, int openRequests) {}

    record Duration(int days, int price) {}

    record Type(String name, String description, List<Duration> durations) {}

    record Matter(String category, String subject, String description) {}

    static final List<Site> SITES = List.of(
            new Site("Quillworks", "quillworks", "USD", "America/New_York", "en-US"),
            new Site("Inkwell Essays", "inkwell-essays", "GBP", "Europe/London", "en-GB"),
            new Site("Federkiel", "federkiel", "EUR", "Europe/Berlin", "de-DE"),
            new Site("Margin Notes", "margin-notes", "USD", "America/Los_Angeles", "en-US"),
            new Site("Southern Papers", "southern-papers", "AUD", "Australia/Sydney", "en-AU"),
            new Site("Plume et Papier", "plume-papier", "EUR", "Europe/Paris", "fr-FR"),
            new Site("Maple Drafts", "maple-drafts", "CAD", "America/Toronto", "en-CA"),
            new Site("Harbour Theses", "harbour-theses", "SGD", "Asia/Singapore", "en-GB"),
            new Site("Fjord Tekst", "fjord-tekst", "NOK", "Europe/Oslo", "nb-NO"),
            new Site("Pampa Letras", "pampa-letras", "USD", "America/Argentina/Buenos_Aires", "es-ES"));

    static final List<Level> LEVELS = List.of(
            new Level("Novice", 1, 45, 20),
            new Level("Advanced", 2, 55, 40),
            new Level("Expert", 3, 65, 80),
            new Level("Master", 4, 75, 120));

    static final List<Type> TYPES = List.of(
            new Type(
                    "Essay",
                    "Up to ten pages, sources included.",
                    List.of(new Duration(3, 120), new Duration(7, 90), new Duration(14, 70))),
            new Type(
                    "Thesis chapter",
                    "One chapter, twenty pages.",
                    List.of(new Duration(7, 380), new Duration(14, 290), new Duration(30, 240))),
            new Type(
                    "Literature review",
                    "Thirty sources, summed up and compared.",
                    List.of(new Duration(5, 260), new Duration(10, 210))),
            new Type(
                    "Statistical analysis",
                    "Of the client's own data, with all scripts.",
                    List.of(new Duration(5, 340), new Duration(12, 270))),
            new Type(
                    "Proofreading",
                    "Language and form, not the thought.",
                    List.of(new Duration(2, 60), new Duration(5, 40))),
            new Type("Slides", "Fifteen slides with notes.", List.of(new Duration(2, 110), new Duration(6, 80))));

    static final List<String> SUBJECTS = List.of(
            "history",
            "nursing",
            "economics",
            "law",
            "biology",
            "psychology",
            "philosophy",
            "computer science",
            "literature",
            "sociology",
            "physics",
            "management",
            "education",
            "statistics",
            "art history");

    static final List<String> SKILLS = List.of(
            "essays",
            "theses",
            "literature reviews",
            "statistics",
            "R",
            "SPSS",
            "LaTeX",
            "APA style",
            "Chicago style",
            "proofreading",
            "slides",
            "interviews",
            "case studies");

    static final List<Matter> MATTERS = List.of(
            new Matter(
                    "order_issue", "The client has changed the topic", "After I had begun, the topic is another one."),
            new Matter("order_issue", "The deadline cannot be kept", "The sources came two days late."),
            new Matter("order_issue", "Files are missing", "The order mentions an appendix that I do not see."),
            new Matter("order_issue", "Instructions contradict each other", "Ten pages here, twenty in the brief."),
            new Matter("payment_issue", "My last payout is too low", "Two completed orders are not in it."),
            new Matter("payment_issue", "A tip is not shown", "The client says that it was paid yesterday."),
            new Matter(
                    "payment_issue", "Please change my bank account", "The old one is closed by the end of the month."),
            new Matter("technical", "Upload stops at the end", "The bar reaches the end and nothing happens."),
            new Matter("technical", "I cannot sign in on my phone", "It works on the desk, not on the phone."),
            new Matter("technical", "Notifications come twice", "Each one comes twice since Monday."),
            new Matter("other", "Holiday in two weeks", "I am away for ten days and take no orders."),
            new Matter("other", "A question about levels", "How many orders are needed for the next one?"));

    static final List<String> MESSAGES = List.of(
            "Thank you, we are looking into it.",
            "Could you send the number of the order?",
            "It is the one from last week; I have added the number.",
            "We have asked the client and wait for an answer.",
            "Any news on this?",
            "It should be right now. Could you check?");

    static final List<String> RESOLUTIONS = List.of(
            "Settled with the client.",
            "The sum was corrected and goes out with the next payout.",
            "Repaired; please reload the page.",
            "The deadline was moved by two days.",
            "Explained.");

    static final List<String> REQUEST_REASONS = List.of(
            "I have written three theses on this subject.",
            "I have time this week and know the sources.",
            "I worked for this client before.",
            "This was the subject of my own degree.");

    static final List<String> CANCELLATIONS =
            List.of("I have found another solution.", "The course was cancelled.", "It is too late for me now.");

    private Catalogue() {}

    /** More websites than there are names get a number. */
    static Site site(int number) {
        Site site = SITES.get(number % SITES.size());
        int round = number / SITES.size() + 1;
        return round == 1
                ? site
                : new Site(
                        site.name + " " + round,
                        site.label + "-" + (round * 100),
                        site.currency,
                        site.timeZone,
                        site.language);
    }
}
