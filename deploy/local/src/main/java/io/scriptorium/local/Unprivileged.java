package io.scriptorium.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root: in a user namespace of its own, root is nobody in particular. */
final class Unprivileged {
    private Unprivileged() {}

    static List<String> command(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!canUnshare()) {
            throw new PartFailure("PostgreSQL does not run as root, and this machine gives root no user namespaces"
                    + " (unshare -U). Run this as an ordinary user.");
        }
        List<String> unprivileged = new ArrayList<>(List.of("unshare", "-U"));
        unprivileged.addAll(command);
        return unprivileged;
    }

    private static boolean canUnshare() {
        if (Executables.find("unshare").isEmpty()) {
            return false;
        }
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            throw new PartFailure("unshare could not be tried: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while trying unshare.", e);
        }
    }
}
