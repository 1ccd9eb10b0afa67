package io.scriptorium.writers.inbox;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.local.test.LocalParts;
import java.util.Map;

/** A broker and a database that one test may kill. */
public class OwnParts implements QuarkusTestResourceLifecycleManager {
    private PostgresPart postgres;
    private KafkaPart kafka;

    @Override
    public Map<String, String> start() {
        postgres = PostgresPart.start(LocalParts.folder().resolve("own-postgres"), 0, Durability.ON);
        kafka = KafkaPart.start(LocalParts.folder().resolve("own-kafka"), 0);
        Database database = postgres.createDatabase("killed");
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres, new TestInjector.MatchesType(PostgresPart.class));
        injector.injectIntoFields(kafka, new TestInjector.MatchesType(KafkaPart.class));
    }

    @Override
    public void stop() {
        postgres.close();
        kafka.close();
    }
}
