package io.scriptorium.outbox;

import io.scriptorium.local.Database;

/** A service that writes and relays as fast as it can, until it is killed. Run by {@link KillIT}. */
final class KilledService {
    static final String STARTED = "started to write";
    private static final int WRITERS = 4;

    private KilledService() {}

    /** Arguments: JDBC URL, user, password, brokers, topic, number of keys. */
    public static void main(String[] arguments) throws Exception {
        Database database = new Database(arguments[0], arguments[1], arguments[2]);
        HandmadeService service = HandmadeService.on(database, arguments[3]).relaying();
        Parcels parcels = Parcels.of(service, arguments[4]);
        System.out.println(STARTED);
        Load.run(
                WRITERS,
                Integer.MAX_VALUE,
                Integer.parseInt(arguments[5]),
                key -> service.inTransaction(() -> parcels.weigh(key)));
    }
}
