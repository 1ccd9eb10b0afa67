package io.scriptorium.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** PostgreSQL 18: the server as a direct child, not through pg_ctl, which would leave it orphaned. */
public final class PostgresPart implements Part {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
    private static final String SUPERUSER = "postgres";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DataFolder folder;
    private final int port;
    private final Durability durability;
    private final Secrets secrets;
    private ChildProcess child;

    private PostgresPart(DataFolder folder, int port, Durability durability) {
        this.folder = folder;
        this.port = port;
        this.durability = durability;
        this.secrets = new Secrets(folder.path().resolve("passwords"));
    }

    /** @param port 0 for any free one */
    public static PostgresPart start(Path data, int port, Durability durability) {
        DataFolder folder = DataFolder.lock(data);
        try {
            PostgresPart part = new PostgresPart(folder, Ports.orFree(port), durability);
            part.initialise();
            part.run();
            return part;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Makes the database and its owner, of the same name, unless they are there; says how to reach it. */
    public Database createDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        String password = secrets.password(name);
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
                statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
            installStatistics(name);
            return new Database(jdbcUrl(name), name, password);
        } catch (SQLException e) {
            throw new PartFailure("The database " + name + " could not be made: " + e.getMessage(), e);
        }
    }

    /** So that an owner can see what its statements cost, and a test can count them. */
    private void installStatistics(String database) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            statement.execute("GRANT EXECUTE ON FUNCTION pg_stat_statements_reset TO " + database);
        }
    }

    /** Has every statement's plan written to {@link #log()} from soon on, as it was run. */
    public void logPlans() {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET auto_explain.log_analyze = on");
            statement.execute("ALTER SYSTEM SET auto_explain.log_timing = off");
            statement.execute("ALTER SYSTEM SET auto_explain.log_format = json");
            statement.execute("ALTER SYSTEM SET auto_explain.log_min_duration = 0");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new PartFailure("Plans cannot be logged: " + e.getMessage(), e);
        }
    }

    public Path log() {
        return folder.path().resolve("postgres.log");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public boolean isAlive() {
        return child.isAlive() && Ports.answers(port);
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public void restart() {
        stop();
        run();
    }

    @Override
    public void close() {
        stop();
        folder.close();
    }

    /** SIGINT is the fast stop; SIGTERM would wait for every client to leave. */
    private void stop() {
        child.stop(ChildProcess.Signal.INT, STOPPED_WITHIN);
    }

    private Path cluster() {
        return folder.path().resolve("cluster");
    }

    private void run() {
        ChildProcess.stopLeftover(pidFile());
        removeStalePostmasterPid();
        boolean durable = durability == Durability.ON;
        List<String> command = new ArrayList<>(List.of(
                PostgresBinaries.folder().resolve("bin/postgres").toString(),
                "-D",
                cluster().toString()));
        Map.of(
                        "listen_addresses",
                        "127.0.0.1",
                        "port",
                        Integer.toString(port),
                        "unix_socket_directories",
                        "",
                        "fsync",
                        durable ? "on" : "off",
                        "synchronous_commit",
                        durable ? "on" : "off",
                        "full_page_writes",
                        durable ? "on" : "off",
                        "shared_buffers",
                        "64MB",
                        "shared_preload_libraries",
                        "pg_stat_statements,auto_explain",
                        "log_line_prefix",
                        "%m [%p] %d ",
                        "max_connections",
                        "200")
                .forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        child = ChildProcess.start(
                name(),
                Unprivileged.command(ChildProcess.command(command, ChildProcess.Signal.INT)),
                Map.of(),
                pidFile(),
                log());
        child.await(this::answersQueries, READY_WITHIN);
    }

    private Path pidFile() {
        return folder.path().resolve("postgres.pid");
    }

    /** Into a draft that is renamed when it is whole: initdb refuses to go on with what a killed one left. */
    private void initialise() {
        if (Files.exists(cluster())) {
            return;
        }
        Path draft = folder.path().resolve("cluster-draft");
        Path password = folder.path().resolve("passwords").resolve(SUPERUSER);
        secrets.password(SUPERUSER);
        try {
            Folders.delete(draft);
            Process initdb = new ProcessBuilder(Unprivileged.command(List.of(
                            PostgresBinaries.folder().resolve("bin/initdb").toString(),
                            "-D",
                            draft.toString(),
                            "-U",
                            SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            durability == Durability.ON ? "--sync-method=fsync" : "--no-sync")))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(initdb.getInputStream().readAllBytes());
            if (!initdb.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new PartFailure("PostgreSQL's data folder could not be made:\n" + output);
            }
            Files.move(draft, cluster());
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL's data folder could not be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while making PostgreSQL's data folder.", e);
        }
    }

    /**
     * After a kill the file names a process that may be a zombie, or by now somebody else; both look alive to
     * PostgreSQL's own check. This folder's lock is ours and its last server is gone, so the file is stale.
     */
    private void removeStalePostmasterPid() {
        try {
            Files.deleteIfExists(cluster().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new PartFailure("A stale postmaster.pid could not be removed: " + e.getMessage(), e);
        }
    }

    private boolean answersQueries() {
        if (!Ports.answers(port)) {
            return false;
        }
        try (Connection connection = superuser()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection superuser() throws SQLException {
        return superuser("postgres");
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, secrets.password(SUPERUSER));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
