package io.scriptorium.bench.dashboards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills the fact tables through COPY: a marketplace of ten websites and two years, of as many facts as are wanted. The
 * same seed gives the same facts; what belongs together (a tip's writer, an order's client) is drawn, not looked up.
 */
final class Facts {
    static final int WEBSITES = 10;
    /** Shares of all facts, in percent. */
    private static final int TIPS = 35;

    private static final int ORDERS = 20;
    private static final int PAYMENTS = 20;
    private static final int ACCOUNTS = 10;
    private static final int REMINDERS = 8;
    private static final int TICKETS = 5;
    private static final int WRITERS = 2;

    private static final int DAYS = 730;
    private static final int FLUSH_BYTES = 1 << 16;
    private static final long SEED = 42;

    private interface Row {
        void write(StringBuilder line, long number, Random random);
    }

    private final Connection connection;
    private final long facts;
    private final LocalDate today;

    Facts(Connection connection, long facts, LocalDate today) {
        this.connection = connection;
        this.facts = facts;
        this.today = today;
    }

    static UUID website(int number) {
        return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    void load() throws SQLException, IOException {
        copy(
                "website_fact (id, name, currency, revision, deleted)",
                WEBSITES,
                (line, number, random) -> line.append(website((int) number))
                        .append("\tSite ")
                        .append(number)
                        .append('\t')
                        .append(currency((int) number))
                        .append("\t1\tf"));
        copy(
                "account_fact (id, website_id, role, suspended, day, revision, deleted)",
                share(ACCOUNTS),
                (line, number, random) -> begin(line, number, random)
                        .append(one(
                                random, "client", "client", "client", "writer", "writer", "editor", "support", "admin"))
                        .append('\t')
                        .append(random.nextInt(20) == 0 ? 't' : 'f')
                        .append('\t')
                        .append(day(random))
                        .append("\t1\tf"));
        copy(
                "tip_fact (id, website_id, currency, day, status, type, level, writer_id, client_id, amount, earning,"
                        + " profit, percentage, refunded, earning_refunded, revision, deleted)",
                share(TIPS),
                this::tip);
        copy(
                "special_order_fact (id, website_id, currency, day, status, order_type, predefined_type, approved, value,"
                        + " completion_seconds, installments, revision, deleted)",
                share(ORDERS),
                this::order);
        copy(
                "payment_fact (id, website_id, currency, kind, status, amount, created_day, paid_day, refund_days,"
                        + " refund_amounts, revision, deleted)",
                share(PAYMENTS),
                this::payment);
        copy(
                "reminder_fact (id, website_id, kind, status, outcome, by_email, by_notification, sent_day, revision,"
                        + " deleted)",
                share(REMINDERS),
                (line, number, random) -> begin(line, number, random)
                        .append(one(random, "reminder", "reminder", "deletion"))
                        .append("\tsent\t")
                        .append(one(random, "open", "paid", "paid", "expired"))
                        .append("\tt\tf\t")
                        .append(day(random))
                        .append("\t1\tf"));
        copy(
                "ticket_fact (id, website_id, status, category, priority, assigned_to, created_at, created_day,"
                        + " resolved_day, closed_day, bucket, revision, deleted)",
                share(TICKETS),
                this::ticket);
        copy(
                "writer_fact (id, website_id, writer_id, registration_id, pen_name, status, level, available, rating,"
                        + " reviews, completed_orders, active_orders, earnings, created_day, revision, deleted)",
                share(WRITERS),
                this::writer);
    }

    private void tip(StringBuilder line, long number, Random random) {
        int cents = 100 + random.nextInt(10_000);
        int percentage = 40 + 10 * random.nextInt(4);
        int earning = cents * percentage / 100;
        int website = begun(line, number, random);
        line.append(currency(website))
                .append('\t')
                .append(day(random))
                .append('\t')
                .append(one(random, "completed", "completed", "completed", "pending", "failed"))
                .append('\t')
                .append(one(random, "direct", "order", "class"))
                .append('\t')
                .append(one(random, "Novice", "Intermediate", "Advanced", "Expert"))
                .append('\t')
                .append(account(website, random.nextInt(2_000)))
                .append('\t')
                .append(account(website, 10_000 + random.nextInt(20_000)))
                .append('\t')
                .append(money(cents))
                .append('\t')
                .append(money(earning))
                .append('\t')
                .append(money(cents - earning))
                .append('\t')
                .append(percentage)
                .append("\t0\t0\t1\tf");
    }

    private void order(StringBuilder line, long number, Random random) {
        int website = begun(line, number, random);
        String status =
                one(random, "inquiry", "awaiting_approval", "in_progress", "completed", "completed", "cancelled");
        boolean predefined = random.nextBoolean();
        String value = money(10_000 + random.nextInt(90_000));
        line.append(currency(website))
                .append('\t')
                .append(day(random))
                .append('\t')
                .append(status)
                .append('\t')
                .append(predefined ? "predefined" : "estimated")
                .append('\t')
                .append(predefined ? one(random, "Thesis", "Essay", "Review") : "")
                .append('\t')
                .append(status.equals("inquiry") ? 'f' : 't')
                .append('\t')
                .append(status.equals("inquiry") ? "\\N" : value)
                .append('\t')
                .append(status.equals("completed") ? String.valueOf(86_400 + random.nextInt(900_000)) : "\\N")
                .append("\t[{\"due_day\": \"")
                .append(day(random))
                .append("\", \"amount\": ")
                .append(value)
                .append(", \"paid\": ")
                .append(status.equals("completed"))
                .append("}]\t1\tf");
    }

    private void payment(StringBuilder line, long number, Random random) {
        int website = begun(line, number, random);
        String status = one(random, "completed", "completed", "completed", "pending", "failed", "cancelled");
        LocalDate day = day(random);
        line.append(currency(website))
                .append('\t')
                .append(one(random, "installment", "tip", "order"))
                .append('\t')
                .append(status)
                .append('\t')
                .append(money(100 + random.nextInt(50_000)))
                .append('\t')
                .append(day)
                .append('\t')
                .append(status.equals("completed") ? day.toString() : "\\N")
                .append("\t{}\t{}\t1\tf");
    }

    private void ticket(StringBuilder line, long number, Random random) {
        begun(line, number, random);
        LocalDate day = day(random);
        // Few are open at a time, however many there have been.
        boolean open = number < 200;
        line.append(open ? "open" : "closed")
                .append('\t')
                .append(one(random, "order_issue", "payment_issue", "technical", "other"))
                .append('\t')
                .append(one(random, "low", "normal", "normal", "high"))
                .append('\t')
                .append(account(0, 40_000 + random.nextInt(20)))
                .append('\t')
                .append(day)
                .append("T08:00:00Z\t")
                .append(day)
                .append('\t')
                .append(open ? "\\N\t\\N\t\\N" : day + "\t" + day + "\t" + random.nextInt(6))
                .append("\t1\tf");
    }

    private void writer(StringBuilder line, long number, Random random) {
        int website = begun(line, number, random);
        line.append(account(website, number))
                .append("\tW-")
                .append(10_000 + number)
                .append("\tWriter ")
                .append(number)
                .append('\t')
                .append(one(random, "active", "active", "active", "on_break", "probation"))
                .append('\t')
                .append(one(random, "Novice", "Intermediate", "Advanced", "Expert"))
                .append('\t')
                .append(random.nextBoolean() ? 't' : 'f')
                .append('\t')
                .append(String.format(Locale.ROOT, "%.2f", 1 + 4 * random.nextDouble()))
                .append('\t')
                .append(random.nextInt(100))
                .append('\t')
                .append(random.nextInt(500))
                .append('\t')
                .append(random.nextInt(5))
                .append('\t')
                .append(money(random.nextInt(5_000_000)))
                .append('\t')
                .append(day(random))
                .append("\t1\tf");
    }

    private long share(int percent) {
        return Math.max(1, facts * percent / 100);
    }

    private StringBuilder begin(StringBuilder line, long number, Random random) {
        begun(line, number, random);
        return line;
    }

    /** Every row's id and website. */
    private int begun(StringBuilder line, long number, Random random) {
        int website = random.nextInt(WEBSITES);
        line.append(new UUID(random.nextLong(), number))
                .append('\t')
                .append(website(website))
                .append('\t');
        return website;
    }

    private LocalDate day(Random random) {
        return today.minusDays(random.nextInt(DAYS));
    }

    private static String currency(int website) {
        return website % 3 == 0 ? "EUR" : "USD";
    }

    private static UUID account(int website, long number) {
        return new UUID(0x0199_0000_0000_7000L + website, 0x9000_0000_0000_0000L + number);
    }

    private static String money(int cents) {
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private void copy(String table, long rows, Row row) throws SQLException, IOException {
        Random random = new Random(SEED);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
        StringBuilder lines = new StringBuilder(2 * FLUSH_BYTES);
        for (long number = 0; number < rows; number++) {
            row.write(lines, number, random);
            lines.append('\n');
            if (lines.length() >= FLUSH_BYTES) {
                flush(copy, lines);
            }
        }
        flush(copy, lines);
        copy.endCopy();
    }

    private static void flush(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }
}
