package io.scriptorium.launcher;

import io.scriptorium.local.Part;

/** PostgreSQL, Redis, Kafka or the mail sink. */
record PartProcess(Part part) implements Supervised {
    @Override
    public String name() {
        return part.name();
    }

    @Override
    public int port() {
        return part.port();
    }

    @Override
    public Integer managementPort() {
        return null;
    }

    @Override
    public long pid() {
        return part.pid();
    }

    @Override
    public boolean isRunning() {
        return ProcessHandle.of(part.pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    @Override
    public String ending() {
        return "pid " + part.pid();
    }

    @Override
    public void restart() {
        part.restart();
    }

    @Override
    public void stop() {
        part.close();
    }
}
