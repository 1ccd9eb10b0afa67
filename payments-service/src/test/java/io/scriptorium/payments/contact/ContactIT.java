package io.scriptorium.payments.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.payments.WithParts;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Reads contacts as writer-service publishes them. */
@QuarkusTest
@WithParts
class ContactIT {
    private static final String TOPIC = "writers.contact.changes";
    private static final UUID ID = UUID.fromString("0199f1a2-0000-7000-8000-000000000003");
    private static final UUID WEBSITE = UUID.fromString("0199f1a2-0000-7000-8000-000000000001");

    @Inject
    ContactService contacts;

    @Inject
    ActingTenant acting;

    @Inject
    AgroalDataSource database;

    @Test
    void keepsAClientsNameAndAddressUntilTheDeletionWhichLeavesNothing() throws Exception {
        String sample = Files.readString(Path.of("../writer-service/contracts/contact.v1.sample.json"));
        Broker.shared().send(Event.of(TOPIC, ID, "writers.contact.changed", 1, sample));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(found(WebsiteTenant.ALL))
                        .containsEntry(ID, new ContactView(ID, "Ada King", "ada@mail.example")));
        assertThat(found(WEBSITE.toString())).hasSize(1);
        assertThat(found(UUID.randomUUID().toString())).isEmpty();

        String moved = sample.replace("ada@mail.example", "king@mail.example");
        Broker.shared().send(Event.of(TOPIC, ID, "writers.contact.changed", 2, moved));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(found(WebsiteTenant.ALL).get(ID).email()).isEqualTo("king@mail.example"));

        Broker.shared().send(Event.of(TOPIC, ID, "writers.contact.deleted", 3, null));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(found(WebsiteTenant.ALL)).isEmpty());
        assertThat(rowsWithTheName()).isZero();
    }

    @Test
    void saysNothingPersonalWhenItIsLogged() {
        assertThat(new ContactView(ID, "Ada King", "ada@mail.example")).hasToString("ContactView[id=" + ID + "]");
        assertThat(new ContactState(ID, WEBSITE, "Ada King", "ada@mail.example").toString())
                .doesNotContain("Ada", "@");
    }

    private Map<UUID, ContactView> found(String tenant) {
        return acting.as(tenant, () -> contacts.find(List.of(ID)));
    }

    private int rowsWithTheName() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM contact WHERE id = '" + ID + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
