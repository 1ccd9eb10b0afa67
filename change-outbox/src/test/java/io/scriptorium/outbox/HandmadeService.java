package io.scriptorium.outbox;

import com.arjuna.ats.arjuna.common.CoordinatorEnvironmentBean;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scriptorium.local.Database;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

/** What Quarkus puts around the outbox, put together by hand: several fit into one JVM, and one into a child. */
final class HandmadeService implements AutoCloseable {
    private final TransactionManager transactions;
    private final AgroalDataSource dataSource;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Relay relay;
    private final Outbox outbox;
    private final OutboxMonitor monitor;
    private final ParkedChanges parked;

    private HandmadeService(Database database, String brokers, Map<String, String> kafka) throws SQLException {
        keepTransactionsInMemory();
        transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();
        TransactionSynchronizationRegistry registry = new TransactionSynchronizationRegistryImple();
        dataSource = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(12)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .transactionIntegration(new NarayanaTransactionIntegration(transactions, registry))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password())))));
        relay = new Relay(dataSource, new TestConfig(kafka), Map.of("bootstrap.servers", brokers), metrics);
        outbox = new Outbox(dataSource, registry, new ObjectMapper(), relay);
        monitor = new OutboxMonitor(dataSource, metrics);
        parked = new ParkedChanges(dataSource, registry, relay);
    }

    static HandmadeService on(Database database, String brokers) throws SQLException {
        return on(database, brokers, Map.of());
    }

    static HandmadeService on(Database database, String brokers, Map<String, String> kafka) throws SQLException {
        return new HandmadeService(database, brokers, kafka);
    }

    HandmadeService migrated() throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(resource("/db/migration/V001__parcel.sql"));
            statement.execute(resource("/db/change-outbox/R__change_outbox.sql"));
        }
        return this;
    }

    HandmadeService relaying() {
        relay.start();
        return this;
    }

    <T> T inTransaction(Callable<T> work) throws Exception {
        transactions.begin();
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            transactions.rollback();
            throw e;
        }
        transactions.commit();
        return result;
    }

    AgroalDataSource dataSource() {
        return dataSource;
    }

    Outbox outbox() {
        return outbox;
    }

    Relay relay() {
        return relay;
    }

    OutboxMonitor monitor() {
        return monitor;
    }

    ParkedChanges parked() {
        return parked;
    }

    double counted(String counter) {
        return metrics.get(counter).counter().count();
    }

    boolean isDrained() {
        return monitor.status().depth() == 0;
    }

    @Override
    public void close() {
        relay.close();
        monitor.close();
        dataSource.close();
    }

    private static void keepTransactionsInMemory() {
        BeanPopulator.getDefaultInstance(CoordinatorEnvironmentBean.class).setTransactionStatusManagerEnable(false);
        for (String store : new String[] {null, "communicationStore", "stateStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream sql = HandmadeService.class.getResourceAsStream(path)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
